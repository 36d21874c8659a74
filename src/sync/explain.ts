/**
 * A plan as a table that a person understands: what, which, and why.
 *
 * Titles come from outside, so they are folded onto one line, stripped of what controls a terminal or the direction of
 * writing, and cut.
 */
import { cutAt, isVisible, oneLine } from '../domain/outsideText';
import type { Plan, Question, Reason, SideName, Step, Task } from './actions';
import { sentenceOf } from './rules';

const TITLE_LIMIT = 40;
const REASON_LIMIT = 200;

/** @returns lines that end in line breaks; columns are aligned by what one sees */
export function explain({ tasks, leftAlone, questions }: Plan): string {
  const acting = tasks.filter(({ steps }) => steps.length > 0);
  const noting = tasks.filter(({ steps }) => steps.length === 0);
  return [
    ...questions.map((question) => `Asks first: ${questionInWords(question)}\n`),
    section(
      'To be done',
      acting.flatMap((task) => rows(doneInWords(task), task)),
    ),
    section(
      'Only noted',
      noting.flatMap((task) => rows(notedInWords(task), task)),
    ),
    section(
      'Left alone',
      leftAlone.flatMap((each) => rows('Leave as it is', each)),
    ),
    `${acting.length} to do, ${noting.length} to note, ${leftAlone.length} left alone.\n`,
  ].join('');
}

type Row = readonly [what: string, title: string, why: string];

/** A row for each reason; only the first says of what. */
const rows = (
  what: string,
  { title, reasons }: { readonly title: string; readonly reasons: readonly Reason[] },
): Row[] =>
  reasons.map((reason, at) => [
    at === 0 ? what : '',
    at === 0 ? harmless(title, TITLE_LIMIT) : '',
    harmless(sentenceOf(reason), REASON_LIMIT),
  ]);

function section(name: string, table: readonly Row[]): string {
  if (table.length === 0) return '';
  const head: Row = ['What', 'Title', 'Why'];
  const widths = [0, 1].map((column) => Math.max(...[head, ...table].map((row) => width(row[column] ?? ''))));
  const line = (row: Row): string =>
    `  ${row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ')}`.trimEnd();
  return `${[`${name}:`, ...[head, ...table].map(line)].join('\n')}\n\n`;
}

const steps: Readonly<Record<Step['kind'], string>> = {
  'create-meeting': 'Make a meeting',
  'update-meeting': 'Change the meeting',
  'delete-meeting': 'Delete the meeting',
  'create-appointment': 'Make an appointment',
  'update-appointment': 'Change the appointment',
  'give-meeting': 'put it on the appointment',
  'delete-appointment': 'Delete the appointment',
};

function doneInWords(task: Task): string {
  const words = task.steps.map((step) =>
    step.kind === 'update-appointment' && step.patch.details === null
      ? 'Remove the invitation'
      : steps[step.kind],
  );
  const [first = '', ...more] = words;
  return [first, ...more.map((each) => each.charAt(0).toLowerCase() + each.slice(1))].join(', ');
}

const notedInWords = ({ outcome }: Task): string =>
  ({ linked: 'Note the link', unlinked: 'Forget the link', 'without-appointment': 'Note the meeting' })[
    outcome.kind
  ];

const names: Readonly<Record<SideName, string>> = { meeting: 'Zoom', appointment: 'the calendar' };

export function questionInWords(question: Question): string {
  const where = names[question.side];
  if (question.kind === 'side-empty') {
    return `nothing is left in ${where}, where ${question.known} linked items should be. Is that meant?`;
  }
  const { deletions, known, share } = question;
  const percent = Math.round(share * 100);
  return `${deletions} of ${known} linked items would be deleted in ${where}, more than ${percent} %. Is that meant?`;
}

/** Marks that one does not see and that move what follows: oneLine keeps them, a table cannot. */
const UNSEEN = /[\p{Cf}\u2028\u2029\ufff9-\ufffb]/gu;

function harmless(text: string, limit: number): string {
  const line = oneLine(text.slice(0, limit * 20)).replace(UNSEEN, '');
  if (!isVisible(line)) return '(no title)';
  return line.length > limit ? `${cutAt(line, limit - 1).trimEnd()}…` : line;
}

/** Cells that a terminal needs: two for the wide letters of East Asia and pictures, none for marks on a letter. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

export function width(text: string): number {
  let cells = 0;
  for (const letter of text) cells += /\p{M}/u.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return cells;
}

const pad = (text: string, cells: number): string => text + ' '.repeat(Math.max(0, cells - width(text)));
