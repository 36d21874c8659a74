/** What one line of a body says, by its wording, in any language that invitations are written in. */
import type { Line } from './page';
import { folded } from './page';
import { words } from './words';
import type { InvitationWords } from './words';

export type Kind = 'headline' | 'topic' | 'time' | 'join' | 'meetingId' | 'passcode';

export interface Recognised {
  readonly kind: Kind;
  /** The number that people join with, where the line tells it. */
  readonly joinNumber?: string;
  /** The language whose words it has; an address alone has none. */
  readonly language?: string;
  /** What stands behind the label for the topic. */
  readonly topic?: string;
  /** How many lines it takes, where a client broke it; one without. */
  readonly lines?: number;
}

/** As they stand in the block. */
export const order: readonly Kind[] = ['headline', 'topic', 'time', 'join', 'meetingId', 'passcode'];

/** Longer lines are never ours: topics have at most 200 characters, join links some hundred. */
const LINE_LIMIT = 2_000;

interface Language extends InvitationWords {
  readonly language: string;
  readonly before: string;
  readonly after: string;
}

const languages: readonly Language[] = Object.entries(words).map(([language, row]) => {
  const [before = '', after = ''] = row.headline.split('{host}');
  return { ...row, language, before: before.trimStart(), after: after.trimEnd() };
});

/** What stands behind a label and its colon, of whatever width and with whatever space; undefined without them. */
function behind(label: string, text: string): string | undefined {
  if (!text.startsWith(label)) return undefined;
  return /^ ?[:：](.*)$/.exec(text.slice(label.length))?.[1]?.trim();
}

/** What a line says; undefined when it is not one of ours. */
export function recognise(line: Pick<Line, 'text' | 'links'>): Recognised | undefined {
  if (line.text.length > LINE_LIMIT) return undefined;
  for (const row of languages) {
    const recognised = inLanguage(line, row);
    if (recognised) return { ...recognised, language: row.language };
  }
  const [link] = line.links;
  return link && isAddressAlone(line.text) ? { kind: 'join', joinNumber: link.meetingId } : undefined;
}

function inLanguage({ text, links }: Pick<Line, 'text' | 'links'>, row: Language): Recognised | undefined {
  const { before, after } = row;
  if (
    text === row.headlineWithoutHost ||
    (text.startsWith(before) && text.endsWith(after) && text.length > before.length + after.length)
  ) {
    return { kind: 'headline' };
  }
  const topic = behind(row.topic, text);
  if (topic !== undefined) return { kind: 'topic', topic };
  // A time ends with its zone, a passcode is one word: whatever is written behind them is the person's.
  const time = behind(row.time, text);
  if (time === row.noFixedTime || (time !== undefined && /\([\w+/-]+\)$/.test(time))) return { kind: 'time' };
  const passcode = behind(row.passcode, text);
  if (passcode !== undefined && /^\S{1,40}$/.test(passcode)) return { kind: 'passcode' };
  const joinNumber = behind(row.meetingId, text)?.replace(/ /g, '');
  if (joinNumber !== undefined && /^\d{8,19}$/.test(joinNumber)) return { kind: 'meetingId', joinNumber };
  if (!text.startsWith(row.join) || !isAddressAlone(text.slice(row.join.length))) return undefined;
  const [link] = links;
  return link ? { kind: 'join', joinNumber: link.meetingId } : { kind: 'join' };
}

const isAddressAlone = (text: string): boolean => /^ ?[:：]? ?(?:<?https?:\/\/[^\s<>]+>?)?$/.test(text);

/** Our wording and Zoom's, in the languages that we write. */
export function passcodeAmong(lines: readonly Line[]): string | undefined {
  const labels = ['Password', ...languages.map((row) => row.passcode)];
  for (const { text } of lines) {
    for (const label of labels) {
      const passcode = behind(label, text);
      if (passcode !== undefined && /^\S{1,40}$/.test(passcode)) return passcode;
    }
  }
  return undefined;
}

/**
 * Whether somebody wrote into a topic of ours: the text is one of the known topics with something more in it. A text
 * that is neither is taken for an older topic.
 */
export function isWrittenInto(text: string, topics: readonly string[]): boolean {
  const known = topics.map(folded).filter((topic) => topic !== '');
  if (known.includes(text)) return false;
  return known.some((topic) => {
    if (text.length <= topic.length) return false;
    let before = 0;
    while (before < topic.length && text[before] === topic[before]) before += 1;
    let after = 0;
    while (after < topic.length && text.at(-1 - after) === topic.at(-1 - after)) after += 1;
    return before + after >= topic.length;
  });
}
