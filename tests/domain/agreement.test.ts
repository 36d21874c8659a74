/** Whether an appointment and its meeting still agree. */
import fc from 'fast-check';
import { agreedStateOf, differences, meetingOfOccurrence } from '../../src/domain/agreement';
import type { Meeting } from '../../src/domain/meeting';
import { meetingRequestFor } from '../../src/domain/meetingRequest';
import type { Recurrence, Repetition } from '../../src/domain/recurrence';
import { instantsOf } from '../../src/domain/recurrence/expand';
import { fromWallClock } from '../../src/domain/timeZone';
import { meeting } from './invitation/samples';
import {
  anyRecurrence,
  count,
  daily,
  mondays,
  monthly,
  never,
  until,
  weekly,
  yearly,
} from './recurrence/samples';

const at = (iso: string): number => Date.parse(iso);
const before = at('2026-11-22T12:00:00Z');

const single: Repetition = { kind: 'single' };
const facts = {
  subject: meeting.topic,
  start: at('2026-11-23T08:00:00Z'),
  end: at('2026-11-23T08:30:00Z'),
  repetition: single,
};

describe('a single appointment', () => {
  const requestFor = (changes: Partial<typeof facts>) =>
    meetingRequestFor({ ...facts, timeZone: 'Europe/Berlin', ...changes }, { options: {} }, before).request;

  test('agrees with what was just made', () => {
    expect(differences(facts, meeting)).toEqual([]);
  });

  test.each<[string, Partial<typeof facts>, string[]]>([
    ['another subject', { subject: 'Monthly review' }, ['topic']],
    ['moved', { start: facts.start + 3_600_000, end: facts.end + 3_600_000 }, ['start']],
    ['longer', { end: facts.end + 1 }, ['duration']],
    ['all of it', { subject: '', start: 0, end: 60_000 }, ['topic', 'start', 'duration']],
  ])('%s is told', (_, changes, fields) => {
    expect(differences({ ...facts, ...changes }, meeting)).toEqual(fields);
  });

  test('with a subject that only had to be cleaned or cut is no difference', () => {
    const subject = `  Weekly\t${'review '.repeat(100)}`;
    expect(differences({ ...facts, subject }, { ...meeting, topic: requestFor({ subject }).topic })).toEqual(
      [],
    );
  });

  test('without length, or of several days, agrees with the meeting made for it', () => {
    for (const end of [facts.start, facts.start + 5 * 86_400_000]) {
      const { durationMinutes } = requestFor({ end });
      expect(differences({ ...facts, end }, { ...meeting, durationMinutes })).toEqual([]);
    }
  });

  test('whose start is past agrees, as Zoom could not take it, as long as both end together', () => {
    const late: Meeting = { ...meeting, start: '2026-11-23T08:10:00Z', durationMinutes: 20 };
    const during = at('2026-11-23T08:11:00Z');
    expect(differences(facts, late)).toEqual(['start', 'duration']);
    expect(differences(facts, late, during)).toEqual([]);
    expect(differences({ ...facts, end: facts.end + 300_000 }, late, during)).toEqual(['duration']);
    expect(differences({ ...facts, end: at('2026-11-23T08:05:00Z') }, late, during)).toEqual(['duration']);
  });

  test('has only the topic to agree on with a meeting that has no start', () => {
    expect(differences({ ...facts, end: facts.end + 1e7 }, { ...meeting, start: null })).toEqual([]);
  });

  test('differs from a series and from a meeting for every time', () => {
    expect(
      differences(facts, { ...meeting, repeats: { kind: 'series', rule: daily(), end: count(3) } }),
    ).toEqual(['recurrence']);
    expect(differences(facts, { ...meeting, start: null, repeats: { kind: 'no-fixed-time' } })).toEqual([
      'recurrence',
    ]);
  });
});

/** The meeting that Zoom has after it was asked for this series. */
function madeFor(recurrence: Recurrence, now = before): Meeting {
  const { request } = meetingRequestFor(
    { ...facts, timeZone: 'UTC', repetition: { kind: 'series', recurrence } },
    { options: {} },
    now,
  );
  const fixed = request.repeats?.kind !== 'no-fixed-time';
  const iso = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');
  return {
    ...meeting,
    start: fixed ? iso(fromWallClock(request.start, request.timeZone)) : null,
    timeZone: request.timeZone,
    durationMinutes: request.durationMinutes,
    repeats: request.repeats ?? null,
    occurrences:
      request.repeats?.kind === 'series'
        ? instantsOf({ ...request, ...request.repeats }, 60, request.timeZone).map((instant) => ({
            id: String(instant),
            start: iso(instant),
            durationMinutes: request.durationMinutes,
            cancelled: false,
          }))
        : [],
  };
}

const compare = (recurrence: Recurrence, other: Meeting, now: number = before) =>
  differences({ ...facts, repetition: { kind: 'series', recurrence } }, other, now);

describe('a series', () => {
  test('agrees with the meeting that was made for it, at once and at any later time', () => {
    const time = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2042-01-01T00:00:00Z') });
    fc.assert(
      fc.property(anyRecurrence, time, time, (recurrence, one, other) => {
        const made = Math.min(one, other);
        const later = Math.max(one, other);
        let answer: Meeting;
        try {
          answer = madeFor(recurrence, made);
        } catch {
          // Over, or without any occurrence.
          return;
        }
        expect(compare(recurrence, answer, made)).toEqual([]);
        expect(compare(recurrence, answer, later)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test.each<[string, Partial<Recurrence>, string[]]>([
    ['another day', { rule: weekly(['tuesday']) }, ['recurrence']],
    ['another count', { end: count(9) }, ['recurrence']],
    ['no end', { end: never }, ['recurrence']],
    ['every year', { rule: yearly(11, 23) }, ['recurrence']],
    ['another time of day', { start: '2026-11-23T10:00:00' }, ['recurrence']],
    ['another zone', { timeZone: 'Tokyo Standard Time' }, ['recurrence']],
    ['longer', { durationMinutes: 45 }, ['duration']],
    ['all of it', { rule: daily(), durationMinutes: 45 }, ['recurrence', 'duration']],
    ['a date for the count', { end: until('2027-01-25') }, []],
    ['every seven days', { rule: daily(7) }, []],
    ['the same zone by another name', { timeZone: 'Europe/Berlin' }, []],
  ])('%s: %j', (_, changes, fields) => {
    expect(compare({ ...mondays, ...changes }, madeFor(mondays))).toEqual(fields);
  });

  test('differs from a single meeting', () => {
    expect(compare(mondays, meeting)).toEqual(['recurrence']);
  });

  test('that Zoom cannot hold agrees with a meeting without fixed time, whatever its length', () => {
    const endless = { ...mondays, end: never };
    expect(compare({ ...endless, durationMinutes: 45 }, madeFor(endless))).toEqual([]);
    expect(compare(mondays, madeFor(endless))).toEqual(['recurrence']);
    expect(compare(endless, madeFor(mondays))).toEqual(['recurrence']);
  });

  test('that was too long when its meeting was made still agrees when few are left', () => {
    const long = { ...mondays, rule: daily(), end: count(60) };
    expect(compare(long, madeFor(long), at('2026-12-20T00:00:00Z'))).toEqual([]);
  });

  test('whose changes lie in the past only agrees, as Zoom can change only what is to come', () => {
    const later = { ...mondays, start: '2026-11-30T09:00:00', end: count(9) };
    expect(compare(mondays, madeFor(later))).toEqual(['recurrence']);
    expect(compare(mondays, madeFor(later), at('2026-11-24T00:00:00Z'))).toEqual([]);
  });

  test('agrees by the occurrences that Zoom lists, where Zoom tells the next one for its start', () => {
    const whole = madeFor(mondays);
    const now = at('2026-12-01T00:00:00Z');
    const moved: Meeting = {
      ...whole,
      start: '2026-12-07T08:00:00Z',
      occurrences: whole.occurrences.slice(2),
    };
    expect(compare(mondays, moved, now)).toEqual([]);
    expect(compare(mondays, { ...moved, occurrences: [] }, now)).toEqual(['recurrence']);
  });

  test('agrees when one occurrence was moved or cancelled by itself', () => {
    const whole = madeFor(mondays);
    const [first, second, ...others] = whole.occurrences;
    if (!first || !second) throw new Error('no occurrences');
    const changed: Meeting = {
      ...whole,
      start: '2026-11-23T10:00:00Z',
      occurrences: [{ ...first, start: '2026-11-23T10:00:00Z' }, { ...second, cancelled: true }, ...others],
    };
    expect(compare(mondays, changed)).toEqual([]);
  });

  test('has nothing to change when nothing is to come', () => {
    expect(compare({ ...mondays, rule: daily() }, madeFor(mondays), at('2027-06-01T00:00:00Z'))).toEqual([]);
  });
});

describe('one occurrence', () => {
  const series = madeFor(mondays);
  const occurrence = { id: '1', start: '2026-12-07T08:00:00Z', durationMinutes: 30, cancelled: false };
  const anOccurrence: Repetition = { kind: 'occurrence', seriesId: 's', recurrence: mondays };
  const open = {
    ...facts,
    start: at(occurrence.start),
    end: at(occurrence.start) + 1_800_000,
    repetition: anOccurrence,
  };

  test('is compared with its own occurrence', () => {
    const own = meetingOfOccurrence(series, occurrence);
    expect(differences(open, own)).toEqual([]);
    expect(differences({ ...open, start: open.start + 60_000 }, own)).toEqual(['start', 'duration']);
  });

  test('has only the topic to agree on with the whole series', () => {
    expect(differences({ ...open, subject: 'Else' }, series)).toEqual(['topic']);
  });
});

test('an appointment of which nobody knows whether it repeats agrees with any series', () => {
  const untold: Repetition = { kind: 'unknown' };
  const unknown = { ...facts, repetition: untold };
  expect(differences(unknown, madeFor(mondays))).toEqual([]);
  expect(differences({ ...unknown, end: facts.end + 60_000 }, meeting)).toEqual(['duration']);
});

test('what both agreed on names how the meeting repeats', () => {
  expect(agreedStateOf(meeting)).toEqual({
    topic: 'Weekly review',
    start: '2026-11-23T08:00:00Z',
    durationMinutes: 30,
  });
  expect(agreedStateOf(madeFor({ ...mondays, rule: monthly(15) })).repeats).toBe(
    'FREQ=MONTHLY;BYMONTHDAY=15;COUNT=10',
  );
  expect(agreedStateOf(madeFor({ ...mondays, end: never }))).toMatchObject({
    start: null,
    repeats: 'NO-FIXED-TIME',
  });
});
