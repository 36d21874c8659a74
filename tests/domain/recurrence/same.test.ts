/** Whether two series mean the same occurrences. */
import fc from 'fast-check';
import type { Recurrence } from '../../../src/domain/recurrence';
import { occurrencesOf } from '../../../src/domain/recurrence/expand';
import { sameSeries } from '../../../src/domain/recurrence/same';
import { anyRecurrence, count, daily, monthly, mondays, never, until, weekly } from './samples';

test.each<[string, Partial<Recurrence>, Partial<Recurrence>]>([
  ['a count and its last date', { end: count(3) }, { end: until('2026-12-07') }],
  ['a count and a date before the next one', { end: count(3) }, { end: until('2026-12-13') }],
  ['weekly and every seven days', {}, { rule: daily(7) }],
  ['weeks from Sunday and from Monday', {}, { rule: weekly(['monday'], 1, 'monday') }],
  ['a start on the first Monday and one just before', {}, { start: '2026-11-22T09:00:00' }],
  ['a zone by its Windows and its IANA name', {}, { timeZone: 'Europe/Berlin' }],
  ['zones with the same clocks', {}, { timeZone: 'Europe/Vienna' }],
  ['a zone that nobody knows and itself', { timeZone: 'Custom' }, { timeZone: 'Custom' }],
  [
    'long ones that end by different dates with the same last one',
    { end: until('2060-01-05') },
    { end: until('2060-01-08') },
  ],
  ['endless ones', { end: never }, { end: never }],
])('%s are the same', (_, one, other) => {
  expect(sameSeries({ ...mondays, ...one }, { ...mondays, ...other })).toBe(true);
});

test.each<[string, Partial<Recurrence>]>([
  ['another day', { rule: weekly(['tuesday']) }],
  ['one day more', { rule: weekly(['monday', 'tuesday']) }],
  ['another interval', { rule: weekly(['monday'], 2) }],
  ['another count', { end: count(9) }],
  ['no end', { end: never }],
  ['another time of day', { start: '2026-11-23T09:30:00' }],
  ['a week later', { start: '2026-11-30T09:00:00' }],
  ['another zone', { timeZone: 'GMT Standard Time' }],
  ['a zone that nobody knows', { timeZone: 'Custom' }],
])('%s is another series', (_, change) => {
  expect(sameSeries(mondays, { ...mondays, ...change })).toBe(false);
  expect(sameSeries({ ...mondays, ...change }, mondays)).toBe(false);
});

test('zones whose clocks differ for a part of the year are different, though the first occurrence agrees', () => {
  const inLisbon = { ...mondays, end: count(40), start: '2026-11-23T08:00:00', timeZone: 'Europe/Lisbon' };
  const inAlgiers = { ...inLisbon, start: '2026-11-23T09:00:00', timeZone: 'Africa/Algiers' };
  expect(sameSeries(inLisbon, inAlgiers)).toBe(false);
  expect(sameSeries({ ...inLisbon, end: count(3) }, { ...inAlgiers, end: count(3) })).toBe(true);
});

test('long series that only part in the far future are different', () => {
  const endless = { ...mondays, end: never };
  expect(
    sameSeries({ ...endless, rule: daily() }, { ...endless, rule: daily(), end: until('2031-01-01') }),
  ).toBe(false);
  expect(sameSeries({ ...endless, end: until('2060-01-05') }, { ...endless, end: until('2060-01-20') })).toBe(
    false,
  );
  expect(sameSeries({ ...endless, rule: monthly(31) }, { ...endless, rule: monthly(30) })).toBe(false);
});

test('a series is the same as itself, and as itself with a count for a date', () => {
  fc.assert(
    fc.property(anyRecurrence, (recurrence) => {
      expect(sameSeries(recurrence, { ...recurrence })).toBe(true);
      const occurrences = occurrencesOf(recurrence, 61);
      const last = occurrences.at(-1);
      if (last === undefined || occurrences.length > 60) return;
      const end = until(last.slice(0, 10));
      expect(sameSeries({ ...recurrence, end }, { ...recurrence, end: count(occurrences.length) })).toBe(
        true,
      );
    }),
    { numRuns: 60 },
  );
});
