/**
 * Generated series through the hours that do not happen and those that happen twice, in every zone that has them,
 * against a second library.
 *
 * A time that happens twice is the first of the two, and one that does not happen is read with the offset before the
 * gap, so it is later by the gap: RFC 5545, section 3.3.5, which section 3.3.10 applies to the occurrences of a rule.
 * The same section also says that an occurrence at a time that does not exist is ignored and not counted, and that is
 * what the library does. A meeting that once a year does not take place is not what people mean, so ours follows the
 * former; there it is held to the library's days and to what Temporal, by its standard, makes of such times.
 */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Recurrence } from '../../../src/domain/recurrence';
import { instantsOf } from '../../../src/domain/recurrence/expand';
import { byLibrary } from './library';
import { clockChanges, momentsOf, seriesThrough, zonesWithClockChanges } from './wrongHours';

const SEED = 20261123;
/** More than any of the generated series has before the moment that it runs through. */
const LIMIT = 12;

/** The library's own Temporal does not know of Morocco's changes from 2029 on, which last for five weeks only. */
const libraryKnows = (zone: string): number =>
  zone === 'Africa/Casablanca' ? Date.UTC(2029, 0, 1) : Infinity;

test('there are zones with every kind of wrong hour', () => {
  const isMidnight = (at: Temporal.PlainDateTime): boolean => at.hour === 0 && at.minute === 0;
  expect(zonesWithClockChanges.length).toBeGreaterThan(100);
  for (const sign of [1, -1]) {
    const changes = clockChanges.filter(({ minutes }) => Math.sign(minutes) === sign);
    expect(changes.some(({ minutes }) => Math.abs(minutes) === 30)).toBe(true);
    expect(changes.some(({ minutes }) => Math.abs(minutes) === 120)).toBe(true);
    expect(changes.some(({ from }) => isMidnight(from))).toBe(true);
    expect(changes.some(({ to }) => isMidnight(to))).toBe(true);
  }
});

describe(`with seed ${SEED}, the instants are those of the library`, () => {
  test.each(zonesWithClockChanges)('in %s', (zone) => {
    const moments = clockChanges.filter((each) => each.zone === zone).flatMap(momentsOf);
    for (const [index, moment] of moments.entries()) {
      fc.assert(
        fc.property(seriesThrough(moment), (recurrence) => {
          const instants = instantsOf(recurrence, LIMIT, zone);
          const expected = byTemporal(recurrence, zone);
          expect(instants).toEqual(expected.map(({ at }) => at));
          expect(expected.some(({ wall }) => wall.equals(moment.at))).toBe(true);
          const inZone = expectedInZone(recurrence, expected);
          if (inZone) expect(byLibraryIn(zone, recurrence, inZone.length)).toEqual(inZone);
        }),
        { numRuns: 2, seed: SEED + zonesWithClockChanges.indexOf(zone) * 100 + index },
      );
    }
  });
});

interface Expected {
  readonly wall: Temporal.PlainDateTime;
  readonly at: number;
  readonly isSkipped: boolean;
}

/** The library's days, each at the instant that Temporal gives them in the zone. */
function byTemporal(recurrence: Recurrence, zone: string): Expected[] {
  return byLibrary(recurrence, 'UTC', LIMIT).map((each) => {
    const wall = Temporal.PlainDateTime.from(each.toPlainDateTime().toString());
    const zoned = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
    return { wall, at: zoned.epochMilliseconds, isSkipped: !zoned.toPlainDateTime().equals(wall) };
  });
}

/**
 * What the library finds when it expands the rule in the zone itself; undefined where its other reading of a time that
 * is skipped changes the other occurrences too: it counts on, takes another day of the month, or begins later.
 */
function expectedInZone(
  { rule, end, start, timeZone }: Recurrence,
  expected: readonly Expected[],
): number[] | undefined {
  const begin = Temporal.PlainDateTime.from(start);
  if (!begin.toZonedDateTime(timeZone).toPlainDateTime().equals(begin)) return undefined;
  const isByDay = rule.frequency === 'daily' || rule.frequency === 'weekly';
  if (expected.some(({ isSkipped }) => isSkipped) && !(isByDay && end.kind !== 'count')) return undefined;
  return expected
    .filter(({ at, isSkipped }) => !isSkipped && at < libraryKnows(timeZone))
    .map(({ at }) => at);
}

const byLibraryIn = (zone: string, recurrence: Recurrence, limit: number): number[] =>
  byLibrary(recurrence, zone, limit).map(({ epochMilliseconds }) => epochMilliseconds);
