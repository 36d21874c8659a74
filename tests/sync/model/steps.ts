/**
 * What may happen in a history, as plain data: people's edits on both sides, time that passes, syncs that go well and
 * syncs in which things go wrong. Numbers choose among what is there at that moment, so every history makes sense, and
 * a shortened one too.
 */
import fc from 'fast-check';

/** Which of those that are there: an index, taken round. */
const which = fc.nat({ max: 40 });
const minutes = fc.constantFrom(15, 30, 45, 60, 90);
/** Half hours from the beginning of the history. */
const slot = fc.nat({ max: 400 });
const text = fc.constantFrom('Planning', 'Review', 'Stand-up', 'Budget', 'Über alles', 'Interview 🎤', '');

export const pattern = fc.constantFrom('daily', 'weekly', 'monthly', 'yearly', 'long');
export type Pattern = 'daily' | 'weekly' | 'monthly' | 'yearly' | 'long';

const edit = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('make-meeting'), text, slot, minutes, madeHere: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('schedule'), text, slot, minutes }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('make-meeting-series'), text, slot, minutes, pattern }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('schedule-series'), text, slot, minutes, pattern }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('odd-meeting'),
      text,
      slot,
      kind: fc.constantFrom('webinar', 'instant', 'foreign', 'no-fixed-time'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('own-appointment'), text, slot, minutes }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('rename-meeting'), which, text }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('rename-appointment'), which, text }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move-meeting'), which, slot, minutes }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move-appointment'), which, slot, minutes }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('meeting-occurrence'),
      which,
      occurrence: which,
      by: fc.constantFrom('move', 'cancel', 'restore'),
      minutes,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('appointment-occurrence'),
      which,
      occurrence: which,
      by: fc.constantFrom('move', 'cancel', 'restore'),
      minutes,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('recur-appointment'), which, pattern }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('single-appointment'), which, slot, minutes }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete-meeting'), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('recover-meeting'), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete-appointment'), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take-off'), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove-invitation'), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('passcode'), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('options'), which, text }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('touch'), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('write'), which, text }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('locate'), which, text }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('copy'), which, slot }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('to-other-calendar'), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('split'), which, occurrence: which }) },
);
export type Edit = typeof edit extends fc.Arbitrary<infer Each> ? Each : never;

const trouble = fc.record({
  /** Share of the calls that go wrong on each side, in percent. */
  faults: fc.constantFrom(0, 0, 5, 20, 60),
  seed: fc.nat({ max: 1_000_000 }),
});

const sync = fc.record({
  do: fc.constant('sync'),
  trouble,
  /** The process ends at this moment, if it gets so far. */
  crashAt: fc.option(fc.nat({ max: 60 }), { nil: undefined, freq: 2 }),
  /** People edit while it runs, each at so manieth call. */
  meanwhile: fc.array(fc.record({ atCall: fc.nat({ max: 12 }), edit }), { maxLength: 2 }),
  isPartial: fc.boolean(),
});

const passing = fc.oneof(
  fc.record({ do: fc.constant('wait'), minutes: fc.constantFrom(1, 10, 120, 1440, 5000, 60_000) }),
  fc.record({ do: fc.constant('forget-cursors') }),
  fc.record({ do: fc.constant('lose-journal') }),
);

export const step = fc.oneof(
  { weight: 8, arbitrary: edit },
  { weight: 4, arbitrary: sync },
  { weight: 1, arbitrary: passing },
);
export type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;
export type Sync = typeof sync extends fc.Arbitrary<infer Each> ? Each : never;

export const history = fc.record({
  seed: fc.nat({ max: 1_000_000 }),
  /** What the sides are like. */
  meetings: fc.constantFrom('zoom', 'delta'),
  appointments: fc.constantFrom('exchange', 'mapi', 'poor'),
  /** How far the sides' clocks are from the engine's, in minutes. */
  skew: fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
  steps: fc.array(step, { minLength: 2, maxLength: 14 }),
});
export type History = typeof history extends fc.Arbitrary<infer Each> ? Each : never;
