/** What Zoom can hold of a series. */
import fc from 'fast-check';
import type { RecurrenceEnd, Rule } from '../../../src/domain/recurrence';
import { occurrencesOf } from '../../../src/domain/recurrence/expand';
import { meetingRepeatsFor, OCCURRENCE_LIMIT } from '../../../src/domain/recurrence/zoomLimits';
import { anyRecurrence, count, daily, monthly, never, the, until, weekly, workdays, yearly } from './samples';

const fit = (rule: Rule, end: RecurrenceEnd, start = '2026-11-23T09:00:00') =>
  meetingRepeatsFor({ rule, end, start });

test.each<[string, Rule, RecurrenceEnd, string | undefined]>([
  ['fifty days', daily(), count(50), undefined],
  ['one day more', daily(), count(51), 'series-too-many'],
  ['fifty days until a date', daily(), until('2027-01-11'), undefined],
  ['one day more until a date', daily(), until('2027-01-12'), 'series-too-many'],
  ['days for ever', daily(), never, 'series-endless'],
  ['every 90 days', daily(90), count(2), undefined],
  ['every 91 days', daily(91), count(2), 'series-too-wide'],
  ['every weekday', workdays, count(10), undefined],
  ['every 12 weeks', weekly(['monday'], 12), count(2), undefined],
  ['every 13 weeks', weekly(['monday'], 13), count(2), 'series-too-wide'],
  ['every second week, whatever its first day', weekly(['monday', 'friday'], 2), count(9), undefined],
  [
    'every second week, when its first day decides',
    weekly(['monday', 'sunday'], 2),
    count(9),
    'series-pattern',
  ],
  ['every week, where its first day decides nothing', weekly(['monday', 'sunday']), count(9), undefined],
  ['every third month', monthly(15, 3), count(2), undefined],
  ['every fourth month', monthly(15, 4), count(2), 'series-too-wide'],
  ['the last Friday', monthly(the('last', 'friday')), count(12), undefined],
  ['the last day', monthly(the('last', 'day')), count(12), 'series-pattern'],
  ['the first workday', monthly(the('first', 'workday')), count(12), 'series-pattern'],
  ['the last weekend day, for ever', monthly(the('last', 'weekend-day')), never, 'series-pattern'],
  ['the 28th', monthly(28), count(50), undefined],
  ['the 29th until January', monthly(29), count(3), undefined],
  ['the 29th until February', monthly(29), count(4), 'series-short-months'],
  ['the 31st of long months only', monthly(31, 2), until('2027-01-31'), 'series-short-months'],
  ['every year', yearly(11, 23), count(2), 'series-yearly'],
])('%s', (_, rule, end, note) => {
  expect(fit(rule, end)).toEqual(
    note === undefined
      ? { repeats: { kind: 'series', rule, end } }
      : { repeats: { kind: 'no-fixed-time' }, note },
  );
});

test('the 31st fits when no occurrence falls in a shorter month', () => {
  expect(fit(monthly(31, 2), count(2), '2026-05-31T09:00:00').repeats.kind).toBe('series');
  expect(fit(monthly(31, 2), count(4), '2026-05-31T09:00:00').note).toBe('series-short-months');
});

test('what is a series is within Zoom’s limits, and what is not says why', () => {
  fc.assert(
    fc.property(anyRecurrence, (recurrence) => {
      const { repeats, note } = meetingRepeatsFor(recurrence);
      if (repeats.kind === 'no-fixed-time') {
        expect(note).toMatch(/^series-/);
        return;
      }
      expect(note).toBeUndefined();
      expect(repeats).toEqual({ kind: 'series', rule: recurrence.rule, end: recurrence.end });
      expect(repeats.end.kind).not.toBe('never');
      expect(occurrencesOf(recurrence, 1000).length).toBeLessThanOrEqual(OCCURRENCE_LIMIT);
    }),
    { numRuns: 500 },
  );
});
