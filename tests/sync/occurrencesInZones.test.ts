/**
 * Cancelled and moved occurrences in the hours that do not happen and those that happen twice, in every zone that has
 * them, against a second library's EXDATE and Temporal's reading of such times (RFC 5545, section 3.3.5).
 */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { toInstant } from '../../src/domain/wallClock';
import type { Deviation } from '../../src/sync/model';
import { deviationsStillIn, occurrencesWith } from '../../src/sync/occurrences';
import { byLibrary } from '../domain/recurrence/library';
import {
  clockChanges,
  momentsOf,
  seriesThrough,
  zonesWithClockChanges,
} from '../domain/recurrence/wrongHours';

const SEED = 20261124;
const LIMIT = 12;
const DAY = 86_400_000;

/** Wall clock, read as UTC, to the instant in the zone. */
const instantOf = (wall: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(wall)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;

const asMs = (wall: Temporal.PlainDateTime): number => wall.toZonedDateTime('UTC').epochMilliseconds;

/** What becomes of an occurrence: it stays, is cancelled, or is moved by so many minutes. */
const fate = fc.oneof(
  fc.constant('stays' as const),
  fc.constant('cancelled' as const),
  fc.integer({ min: -3000, max: 3000 }),
);

const deviationOf = (original: number, fated: number | 'cancelled'): Deviation =>
  fated === 'cancelled'
    ? { kind: 'cancelled', original: toInstant(original) }
    : {
        kind: 'moved',
        original: toInstant(original),
        start: toInstant(original + fated * 60_000),
        durationMinutes: 45,
      };

describe(`with seed ${SEED}, what takes place is what the library leaves, and what was moved`, () => {
  test.each(zonesWithClockChanges)('in %s', (zone) => {
    const wrong = clockChanges
      .filter((each) => each.zone === zone)
      .flatMap(momentsOf)
      .filter(({ kind }) => kind !== 'beside');
    for (const [index, moment] of wrong.entries()) {
      const fates = fc.array(fate, { minLength: LIMIT, maxLength: LIMIT });
      fc.assert(
        fc.property(
          seriesThrough(moment),
          fates,
          fc.constantFrom<'cancelled' | number>('cancelled', 90),
          (recurrence, drawn, own) => {
            const walls = byLibrary(recurrence, 'UTC', LIMIT).map(
              ({ epochMilliseconds }) => epochMilliseconds,
            );
            const fated = walls.map((wall, at) => ({
              wall,
              original: instantOf(wall, zone),
              fate: wall === asMs(moment.at) ? own : (drawn[at] ?? 'stays'),
            }));
            const deviating = fated.flatMap(({ fate: its, ...rest }) =>
              its === 'stays' ? [] : [{ ...rest, its }],
            );
            const deviations = deviating.map(({ original, its }) => deviationOf(original, its));
            const [first = 0, last = 0] = [fated[0]?.original, fated.at(-1)?.original];
            const window = { from: first - 3 * DAY, to: last + 1 };

            const left = byLibrary(
              recurrence,
              'UTC',
              LIMIT,
              deviating.map(({ wall }) => wall),
            ).map(({ epochMilliseconds }) => instantOf(epochMilliseconds, zone));
            const moved = deviations.flatMap((each) =>
              each.kind === 'moved' ? [Date.parse(each.start)] : [],
            );
            const expected = [...left, ...moved].filter((at) => at < window.to).sort((a, b) => a - b);

            const held = occurrencesWith(recurrence, deviations, window);
            expect(held.map(({ start }) => Date.parse(start))).toEqual(expected);
            expect(deviations.map(({ original }) => Date.parse(original))).toContain(
              instantOf(asMs(moment.at), zone),
            );
            expect(deviationsStillIn(recurrence, deviations)).toEqual({ deviations, dropped: [] });
          },
        ),
        { numRuns: 1, seed: SEED + zonesWithClockChanges.indexOf(zone) * 100 + index },
      );
    }
  });
});
