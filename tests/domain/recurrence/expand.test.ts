/** The occurrences of a rule: by hand for every pattern, and against a second library for all others. */
import fc from 'fast-check';
import type { Recurrence, Rule } from '../../../src/domain/recurrence';
import { instantsOf, occurrencesOf } from '../../../src/domain/recurrence/expand';
import { byLibrary } from './library';
import {
  anyRecurrence,
  count,
  daily,
  monthly,
  never,
  the,
  until,
  weekly,
  workdays,
  yearly,
  zones,
} from './samples';

const datesOf = (rule: Rule, from: string, limit = 5): string[] =>
  occurrencesOf({ rule, end: never, start: `${from}T09:00:00` }, limit).map((start) => start.slice(0, 10));

// 23 November 2026 is a Monday.
test.each<[string, Rule, string, string]>([
  ['every day', daily(), '2026-11-29', '2026-11-29 2026-11-30 2026-12-01 2026-12-02 2026-12-03'],
  ['every third day', daily(3), '2026-02-26', '2026-02-26 2026-03-01 2026-03-04 2026-03-07 2026-03-10'],
  ['every weekday', workdays, '2026-11-26', '2026-11-26 2026-11-27 2026-11-30 2026-12-01 2026-12-02'],
  [
    'Monday and Thursday',
    weekly(['monday', 'thursday']),
    '2026-11-23',
    '2026-11-23 2026-11-26 2026-11-30 2026-12-03 2026-12-07',
  ],
  [
    'every other week, Sunday and Monday, weeks from Sunday',
    weekly(['sunday', 'monday'], 2, 'sunday'),
    '2026-11-23',
    '2026-11-23 2026-12-06 2026-12-07 2026-12-20 2026-12-21',
  ],
  [
    'every other week, Sunday and Monday, weeks from Monday',
    weekly(['sunday', 'monday'], 2, 'monday'),
    '2026-11-23',
    '2026-11-23 2026-11-29 2026-12-07 2026-12-13 2026-12-21',
  ],
  [
    'a start that does not fit',
    weekly(['friday']),
    '2026-11-23',
    '2026-11-27 2026-12-04 2026-12-11 2026-12-18 2026-12-25',
  ],
  ['the 15th', monthly(15), '2026-11-16', '2026-12-15 2027-01-15 2027-02-15 2027-03-15 2027-04-15'],
  [
    'the 31st, which not every month has',
    monthly(31),
    '2027-01-31',
    '2027-01-31 2027-02-28 2027-03-31 2027-04-30 2027-05-31',
  ],
  [
    'the 30th of every second month, over a leap year',
    monthly(30, 2),
    '2027-12-01',
    '2027-12-30 2028-02-29 2028-04-30 2028-06-30 2028-08-30',
  ],
  [
    'the last Friday',
    monthly(the('last', 'friday')),
    '2026-11-23',
    '2026-11-27 2026-12-25 2027-01-29 2027-02-26 2027-03-26',
  ],
  [
    'the second Tuesday of every third month',
    monthly(the('second', 'tuesday'), 3),
    '2026-11-01',
    '2026-11-10 2027-02-09 2027-05-11 2027-08-10 2027-11-09',
  ],
  [
    'the first workday',
    monthly(the('first', 'workday')),
    '2026-11-01',
    '2026-11-02 2026-12-01 2027-01-01 2027-02-01 2027-03-01',
  ],
  [
    'the last weekend day',
    monthly(the('last', 'weekend-day')),
    '2026-11-01',
    '2026-11-29 2026-12-27 2027-01-31 2027-02-28 2027-03-28',
  ],
  [
    'the last day',
    monthly(the('last', 'day')),
    '2026-11-23',
    '2026-11-30 2026-12-31 2027-01-31 2027-02-28 2027-03-31',
  ],
  [
    '29 February, each year',
    yearly(2, 29),
    '2027-01-01',
    '2027-02-28 2028-02-29 2029-02-28 2030-02-28 2031-02-28',
  ],
  [
    'the fourth Thursday of November, every other year',
    yearly(11, the('fourth', 'thursday'), 2),
    '2026-11-23',
    '2026-11-26 2028-11-23 2030-11-28 2032-11-25 2034-11-23',
  ],
])('%s', (_, rule, from, expected) => {
  expect(datesOf(rule, from).join(' ')).toBe(expected);
});

describe('the end', () => {
  const from = (end: Recurrence['end'], start = '2026-11-23T09:00:00') =>
    occurrencesOf({ rule: daily(7), end, start }, 100);

  test('after a count, counted from the first that fits', () => {
    expect(from(count(3))).toEqual(['2026-11-23T09:00:00', '2026-11-30T09:00:00', '2026-12-07T09:00:00']);
    expect(
      occurrencesOf({ rule: weekly(['friday']), end: count(1), start: '2026-11-23T09:00:00' }, 9),
    ).toEqual(['2026-11-27T09:00:00']);
  });

  test('with the last one on or before a date, late ones of that day included', () => {
    expect(from(until('2026-11-30'), '2026-11-23T23:59:00')).toHaveLength(2);
    expect(from(until('2026-11-29'), '2026-11-23T23:59:00')).toHaveLength(1);
    expect(from(until('2026-11-22'))).toEqual([]);
  });

  test('never is as many as are asked for, and no date beyond the year 9999', () => {
    expect(from(never)).toHaveLength(100);
    expect(datesOf(yearly(12, 31, 999), '2026-12-31', 20).at(-1)).toBe('9019-12-31');
    expect(datesOf(monthly(31, 999), '9999-12-31', 20)).toEqual(['9999-12-31']);
  });

  test('a start that is no date has no occurrences', () => {
    for (const rule of [daily(), workdays, monthly(1), yearly(1, 1)]) {
      expect(occurrencesOf({ rule, end: never, start: '2026-13-45T09:00:00' }, 5)).toEqual([]);
    }
  });
});

test('the occurrences of any rule are those of a second library, the ends of short months included', () => {
  const limit = 30;
  fc.assert(
    fc.property(anyRecurrence, (recurrence) => {
      const expected = byLibrary(recurrence, 'UTC', limit);
      expect(occurrencesOf(recurrence, limit)).toEqual(
        expected.map((at) => at.toPlainDateTime().toString({ smallestUnit: 'second' })),
      );
    }),
    { numRuns: 300 },
  );
});

test('their instants are those of a second library in every zone', () => {
  fc.assert(
    fc.property(anyRecurrence, fc.constantFrom(...zones), (recurrence, zone) => {
      // An hour that a first occurrence skips moves the library's whole series.
      const start = `${recurrence.start.slice(0, 10)}T12:${recurrence.start.slice(14)}`;
      expect(instantsOf({ ...recurrence, start }, 30, zone)).toEqual(
        byLibrary({ ...recurrence, start }, zone, 30).map((at) => at.epochMilliseconds),
      );
    }),
    { numRuns: 100 },
  );
});

describe('daylight saving', () => {
  const hours = (zone: string, start: string): string[] =>
    instantsOf({ rule: daily(), end: count(3), start, timeZone: zone }, 3, zone).map((at) =>
      new Date(at).toISOString().slice(5, 16),
    );

  test.each([
    ['Europe/Berlin', '2027-03-27T09:00:00', '03-27T08:00 03-28T07:00 03-29T07:00'],
    ['Europe/Berlin', '2026-10-24T09:00:00', '10-24T07:00 10-25T08:00 10-26T08:00'],
    ['America/New_York', '2026-10-31T09:00:00', '10-31T13:00 11-01T14:00 11-02T14:00'],
    ['Asia/Tokyo', '2026-10-24T09:00:00', '10-24T00:00 10-25T00:00 10-26T00:00'],
    ['Australia/Sydney', '2026-10-03T09:00:00', '10-02T23:00 10-03T22:00 10-04T22:00'],
    ['America/Santiago', '2027-04-03T09:00:00', '04-03T12:00 04-04T13:00 04-05T13:00'],
  ])('in %s nine o’clock stays nine o’clock from %s on', (zone, start, expected) => {
    expect(hours(zone, start).join(' ')).toBe(expected);
  });

  test('an hour that clocks skip is moved on, for that one occurrence only', () => {
    expect(hours('Europe/Berlin', '2027-03-27T02:30:00').join(' ')).toBe(
      '03-27T01:30 03-28T01:30 03-29T00:30',
    );
  });
});
