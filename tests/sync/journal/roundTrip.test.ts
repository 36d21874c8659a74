/** Whatever the model allows comes back as it was written, to the order of its fields. */
import fc from 'fast-check';
import type { Link } from '../../../src/sync/model';
import { fromColumn, toColumn } from '../../../src/sync/journal/text';
import { Desk } from './fixtures';

/** Any JavaScript string, with what SQLite's text does not keep by itself among them. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    '"',
    '"quoted"',
    'a\u0000b',
    '\u0000',
    'x\ud800y',
    '\udc00',
    'line\r\nline',
    "'; --",
    'null',
  ),
);
const nullable = <T>(inner: fc.Arbitrary<T>) => fc.option(inner, { nil: null });
const id = fc.bigInt({ min: 10_000_000n, max: 9_999_999_999_999_999_999n }).map(String);
const instant = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const minutes = fc.nat(2_000);
const milliseconds = fc.integer({ min: -1e12, max: 4e12 });

const deviation = fc.oneof(
  fc.record({ kind: fc.constant('cancelled' as const), original: instant }),
  fc.record({
    kind: fc.constant('moved' as const),
    original: instant,
    start: instant,
    durationMinutes: minutes,
  }),
);
const recurrence = fc.record({
  rule: fc.oneof(
    fc.record({ frequency: fc.constant('daily' as const), interval: fc.integer({ min: 1, max: 999 }) }),
    fc.record({
      frequency: fc.constant('weekly' as const),
      interval: fc.integer({ min: 1, max: 999 }),
      days: fc.subarray(['sunday', 'monday', 'friday'] as const, { minLength: 1 }).map((days) => [...days]),
      weekStart: fc.constantFrom('sunday' as const, 'monday' as const),
    }),
    fc.record({
      frequency: fc.constant('yearly' as const),
      interval: fc.constant(1),
      month: fc.integer({ min: 1, max: 12 }),
      on: fc.record({ kind: fc.constant('date' as const), date: fc.integer({ min: 1, max: 31 }) }),
    }),
  ),
  end: fc.oneof(
    fc.record({ kind: fc.constant('never' as const) }),
    fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 999 }) }),
  ),
  start: instant.map((at) => at.slice(0, 19)),
  durationMinutes: minutes,
  timeZone: text,
});
const times = fc.oneof(
  fc.record({
    kind: fc.constant('single' as const),
    start: instant,
    durationMinutes: minutes,
    timeZone: text,
  }),
  fc.record({
    kind: fc.constant('series' as const),
    recurrence,
    deviations: fc.array(deviation, { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('no-fixed-time' as const) }),
);
const details = fc.record({
  joinUrl: fc.webUrl({ validSchemes: ['https'] }),
  passcode: text,
  joinNumber: id,
});
const link: fc.Arbitrary<Link> = fc
  .record({
    meetingId: id,
    appointmentId: text,
    origin: fc.constantFrom('appointment-made' as const, 'meeting-made' as const, 'adopted' as const),
    kind: fc.constantFrom('meeting' as const, 'webinar' as const, 'instant' as const),
    madeHere: fc.boolean(),
    hostedByMe: fc.boolean(),
    meeting: fc.record({ topic: text, times, details, options: text }),
    appointment: nullable(
      fc.record({
        subject: text,
        times,
        shown: nullable(details),
        location: fc.constantFrom('join' as const, 'own' as const, 'none' as const),
      }),
    ),
    meetingVersion: nullable(text),
    appointmentVersion: nullable(text),
    meetingRow: nullable(text),
    endsAt: nullable(milliseconds),
    readAt: milliseconds,
  })
  .map((one) => ({ ...one, appointmentId: one.appointment === null ? null : one.appointmentId }));

/** The fields of every object the other way round: an order that no schema has. */
function backwards<T>(value: T): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, backwards(inner)]),
  );
}

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

it('links come back as they were, and are found by every id', () => {
  const { journal } = desk.open();
  fc.assert(
    fc.property(link, (one) => {
      journal.settle({ links: [one] });
      expect(journal.linksOfMeetings([one.meetingId]).get(one.meetingId)).toEqual(one);
      const mark = one.meetingRow ?? one.meetingVersion;
      expect([...journal.known('meeting')]).toEqual([{ id: one.meetingId, mark, endsAt: one.endsAt }]);
      if (one.appointmentId !== null) {
        expect(journal.linksOfAppointments([one.appointmentId]).get(one.appointmentId)).toEqual(one);
        expect([...journal.known('appointment')]).toEqual([
          { id: one.appointmentId, mark: one.appointmentVersion, endsAt: one.endsAt },
        ]);
      }
      journal.settle({ unlinked: [one.meetingId] });
    }),
    { numRuns: 150 },
  );
});

it('facts keep the order of their fields, so that their JSON is the same', () => {
  const { journal } = desk.open();
  fc.assert(
    fc.property(link, (one) => {
      const turned: Link = { ...one };
      Reflect.set(turned, 'meeting', backwards(one.meeting));
      journal.settle({ links: [turned] });
      const found = journal.linksOfMeetings([one.meetingId]).get(one.meetingId);
      expect(JSON.stringify(found?.meeting)).toBe(JSON.stringify(turned.meeting));
    }),
    { numRuns: 50 },
  );
});

it('texts of any kind have one form each', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(fromColumn(toColumn(one))).toBe(one);
      expect(toColumn(one) === toColumn(other)).toBe(one === other);
      // What SQLite takes as it is: no end in the middle, nothing that is no UTF-8.
      expect(toColumn(one)).toMatch(/^[^\p{Cc}\p{Cs}]*$/u);
    }),
    { numRuns: 500 },
  );
});

it('cursors, copies and what is due have texts of any kind', () => {
  const { journal } = desk.open();
  fc.assert(
    fc.property(text, id, (any, meetingId) => {
      const due = { side: 'appointment', id: any, notBefore: 1, failures: 1, problem: any } as const;
      journal.settle({
        cursors: { appointment: any },
        copies: [{ appointmentId: any, meetingId }],
        due: [due],
      });
      expect(journal.cursor('appointment')).toBe(any);
      expect(journal.copiesOfAppointments([any])).toEqual([{ appointmentId: any, meetingId }]);
      expect(journal.due(1)).toEqual([due]);
      journal.settle({ copiesGone: [any], dueDone: [due] });
      expect(journal.copiesOfMeetings([meetingId])).toEqual([]);
      expect(journal.due(1)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
