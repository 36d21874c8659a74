/** A plan in words: every rule has a sentence with its facts, and what comes from outside cannot spoil the table. */
import fc from 'fast-check';
import { ruleCodes } from '../../src/sync/actions';
import type { Plan } from '../../src/sync/actions';
import { explain, questionInWords, width } from '../../src/sync/explain';
import { sentenceOf } from '../../src/sync/rules';
import { everyRule } from './plan/everyRule';
import { appointment, ID, linkOf, meeting, planOne, planPair, rulesOf } from './plan/support';

const SEED = 20261123;
const pair = { meeting: meeting(), appointment: appointment() };
const renamed = (subject: string): Plan => planPair(pair, { appointment: { subject } });

describe('every rule', () => {
  test.each(ruleCodes)('%s comes out of a plan, with a sentence that has all its facts', (rule) => {
    const made = everyRule[rule]();
    expect(rulesOf(made)).toContain(rule);
    const reasons = [...made.tasks, ...made.leftAlone].flatMap((each) => each.reasons);
    for (const reason of reasons) {
      expect(sentenceOf(reason)).toMatch(/^[A-Z].*\.$/);
      expect(sentenceOf(reason)).not.toMatch(/[{}?]|undefined|NaN/);
      expect(explain(made)).toContain(sentenceOf(reason));
    }
  });
});

test('says what, which and why in columns', () => {
  const link = linkOf(meeting({}, { madeHere: true }), appointment());
  const made: Plan = {
    tasks: [
      ...renamed('Budget').tasks,
      ...planOne({ link, linked: 'gone' }).tasks,
      ...planPair(pair, {}).tasks,
    ],
    leftAlone: planOne({ meeting: meeting({ topic: 'Chat' }, { kind: 'instant' }) }).leftAlone,
    questions: [{ kind: 'many-deletions', side: 'meeting', deletions: 12, known: 40, share: 0.2 }],
  };
  expect(explain(made)).toBe(
    [
      'Asks first: 12 of 40 linked items would be deleted in Zoom, more than 20 %. Is that meant?',
      'To be done:',
      '  What                Title     Why',
      '  Change the meeting  Budget    It is called "Budget" in the calendar now, so the meeting is called the same.',
      '  Delete the meeting  Planning  The appointment was deleted, and the meeting was scheduled for it through this product.',
      '',
      'Only noted:',
      '  What           Title     Why',
      '  Note the link  Planning  Both sides say the same already; only that is noted.',
      '',
      'Left alone:',
      '  What            Title  Why',
      '  Leave as it is  Chat   The meeting was started on the spot and needs no appointment.',
      '',
      '2 to do, 1 to note, 1 left alone.',
      '',
    ].join('\n'),
  );
});

test('says nothing of what there is nothing of', () => {
  expect(explain({ tasks: [], leftAlone: [], questions: [] })).toBe('0 to do, 0 to note, 0 left alone.\n');
});

test('several reasons stand below each other, and only the first says of what', () => {
  const made = planPair(pair, { appointment: { subject: 'One' }, meeting: { topic: 'Other' } });
  expect(explain(made).split('\n').slice(2, 4)).toEqual([
    '  Change the meeting  One    It is called "One" in the calendar now, so the meeting is called the same.',
    '                             Both sides changed the topic; what the calendar says counts.',
  ]);
});

test('names the steps of a task in their order, and an invitation that is removed', () => {
  expect(explain(everyRule['meeting-for-second-half']())).toContain(
    'Make a meeting, put it on the appointment',
  );
  expect(explain(everyRule['meeting-deleted-appointment-theirs']())).toContain('Remove the invitation');
});

test('asks whether an empty side is meant', () => {
  expect(questionInWords({ kind: 'side-empty', side: 'appointment', known: 7 })).toBe(
    'nothing is left in the calendar, where 7 linked items should be. Is that meant?',
  );
});

describe('a hostile title', () => {
  test.each([
    ['line breaks', 'One\r\n  Delete the meeting  All', 'One Delete the meeting All'],
    ['control characters', 'Red\u001b[31m alert\u0007', 'Red[31m alert'],
    ['writing direction', 'invoice\u202egnp.exe\u2066', 'invoicegnp.exe'],
    ['marks that nobody sees', '\u200fA\u200bB\ufeff', 'AB'],
  ])('with %s is harmless', (_, title, shown) => {
    expect(explain(renamed(title))).toContain(`  ${shown}  `);
  });

  test('that is very long is cut to what one sees', () => {
    expect(explain(renamed('x'.repeat(100_000)))).toContain(`  ${'x'.repeat(39)}…  `);
  });

  test('that cannot be seen is said to be none', () => {
    const made = planOne({ meeting: 'gone', appointments: [appointment({ subject: ' \u200b ' })] });
    expect(explain(made)).toContain('(no title)');
  });

  test('in wide letters keeps the columns', () => {
    const instant = (topic: string) =>
      planOne({ meeting: meeting({ topic }, { kind: 'instant' }) }).leftAlone;
    const leftAlone = [...instant('会議室'), ...instant('Chat'), ...instant('e\u0301a')];
    const why = 'The meeting was started on the spot and needs no appointment.';
    expect(explain({ tasks: [], leftAlone, questions: [] }).split('\n').slice(1, 5)).toEqual([
      '  What            Title   Why',
      `  Leave as it is  会議室  ${why}`,
      `  Leave as it is  Chat    ${why}`,
      `  Leave as it is  e\u0301a      ${why}`,
    ]);
    expect(width('会議室')).toBe(6);
  });

  test(`never makes another line, nor a character that controls (seed ${SEED})`, () => {
    const lines = explain(renamed('Budget')).split('\n').length;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (subject) => {
        const text = explain({
          ...renamed('Budget'),
          tasks: renamed('Budget').tasks.map((task) => ({
            ...task,
            key: ID,
            title: subject,
            reasons: [{ rule: 'topic-from-calendar', facts: { topic: subject } }],
          })),
        });
        expect(text.split('\n')).toHaveLength(lines);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
