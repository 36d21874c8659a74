/** The part of a series that Zoom can still be asked for. */
import fc from 'fast-check';
import { instantsOf, occurrencesOf } from '../../../src/domain/recurrence/expand';
import { isToCome, lastStartOf, occursAt, stillToCome } from '../../../src/domain/recurrence/toCome';
import { anyRecurrence, count, daily, mondays, never, until, weekly } from './samples';

const at = (iso: string): number => Date.parse(iso);

describe('a series that has begun', () => {
  test('goes on with its next occurrence, and counts only what is left', () => {
    expect(stillToCome(mondays, 'Europe/Berlin', at('2026-12-01T00:00:00Z'))).toEqual({
      ...mondays,
      start: '2026-12-07T09:00:00',
      end: count(8),
    });
  });

  test('keeps a last date', () => {
    const series = { ...mondays, end: until('2027-06-30') };
    expect(stillToCome(series, 'Europe/Berlin', at('2026-12-01T00:00:00Z'))?.end).toEqual(series.end);
  });

  test('leaves out the occurrence that runs now, or begins within the minute', () => {
    const next = (now: string) => stillToCome(mondays, 'Europe/Berlin', at(now))?.start;
    expect(next('2026-11-23T07:58:59Z')).toBe('2026-11-23T09:00:00');
    expect(next('2026-11-23T07:59:30Z')).toBe('2026-11-30T09:00:00');
    expect(next('2026-11-23T08:10:00Z')).toBe('2026-11-30T09:00:00');
  });

  test('keeps its rhythm of every other week', () => {
    const series = { ...mondays, rule: weekly(['monday', 'friday'], 2), end: never };
    const rest = stillToCome(series, 'Europe/Berlin', at('2026-11-24T00:00:00Z'));
    expect(rest && occurrencesOf(rest, 3)).toEqual([
      '2026-11-27T09:00:00',
      '2026-12-07T09:00:00',
      '2026-12-11T09:00:00',
    ]);
  });

  test('is gone after its last one', () => {
    expect(stillToCome(mondays, 'Europe/Berlin', at('2027-01-25T08:00:00Z'))).toBeUndefined();
  });

  test('may have begun long ago', () => {
    const series = { rule: daily(), end: never, start: '1990-01-01T09:00:00', timeZone: 'Europe/Berlin' };
    expect(stillToCome(series, 'Europe/Berlin', at('2026-11-23T09:00:00Z'))?.start).toBe(
      '2026-11-24T09:00:00',
    );
  });
});

test('the start of a whole series is its first occurrence', () => {
  const series = { ...mondays, start: '2026-11-20T09:00:00' };
  expect(stillToCome(series, 'Europe/Berlin', -Infinity)?.start).toBe('2026-11-23T09:00:00');
});

test('what is to come is what the whole series has after that time, no more and no less', () => {
  const now = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2041-01-01T00:00:00Z') });
  fc.assert(
    fc.property(anyRecurrence, now, (recurrence, time) => {
      const limit = 200;
      const all = instantsOf(recurrence, limit, recurrence.timeZone);
      const rest = stillToCome(recurrence, recurrence.timeZone, time);
      const left = all.filter((start) => isToCome(start, time));
      // Where the first 200 are not all, more may follow.
      if (all.length === limit) {
        expect(rest && instantsOf(rest, left.length, recurrence.timeZone)).toEqual(
          left.length === 0 ? rest && [] : left,
        );
      } else expect(rest ? instantsOf(rest, limit, recurrence.timeZone) : []).toEqual(left);
    }),
    { numRuns: 200 },
  );
});

test('the last start is that of the last occurrence; an endless series has none', () => {
  expect(lastStartOf(mondays)).toBe('2027-01-25T09:00:00');
  expect(lastStartOf({ ...mondays, end: never })).toBeUndefined();
  expect(lastStartOf({ ...mondays, end: until('2026-11-01') })).toBeUndefined();
});

describe('an instant', () => {
  test.each([
    ['2026-11-23T08:00:00Z', true],
    ['2026-11-30T08:00:00Z', true],
    ['2026-11-30T09:00:00Z', false],
    ['2026-11-24T08:00:00Z', false],
    // The clock on the wall stays when daylight saving begins.
    ['2027-03-29T07:00:00Z', true],
    ['2027-03-29T08:00:00Z', false],
    ['2026-11-16T08:00:00Z', false],
  ])('%s is the start of an occurrence on Mondays at nine in Berlin: %s', (instant, is) => {
    expect(occursAt({ ...mondays, end: never }, 'Europe/Berlin', at(instant))).toBe(is);
  });

  test('behind the last occurrence is none', () => {
    expect(occursAt({ ...mondays, end: count(2) }, 'Europe/Berlin', at('2026-12-07T08:00:00Z'))).toBe(false);
  });
});
