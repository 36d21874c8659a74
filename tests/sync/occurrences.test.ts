/** Single occurrences: what takes place, what two sides tell each other, and what a changed series leaves of them. */
import fc from 'fast-check';
import type { Recurrence } from '../../src/domain/recurrence';
import { instantsOf } from '../../src/domain/recurrence/expand';
import { toInstant } from '../../src/domain/wallClock';
import type { Deviation } from '../../src/sync/model';
import { deviationsStillIn, mergeDeviations, occurrencesWith } from '../../src/sync/occurrences';
import type { OccurrencePatch } from '../../src/sync/ports';
import { libraryRule } from '../domain/recurrence/library';
import { anyRecurrence, mondays, never, until, weekly, zones } from '../domain/recurrence/samples';

const SEED = 20261123;
const MINUTE = 60_000;
const DAY = 86_400_000;
const always = { from: -Infinity, to: Infinity };

const cancelled = (original: string): Deviation => ({ kind: 'cancelled', original });
const moved = (original: string, start: string, durationMinutes = 30): Deviation => ({
  kind: 'moved',
  original,
  start,
  durationMinutes,
});
const asSeries = (original: string): OccurrencePatch => ({ kind: 'as-series', original });

// Mondays at 9:00 in Berlin: 8:00 in UTC until the end of March.
const first = '2026-11-23T08:00:00Z';
const second = '2026-11-30T08:00:00Z';
const third = '2026-12-07T08:00:00Z';

describe('what takes place', () => {
  const startsOf = (...those: Parameters<typeof occurrencesWith>): string[] =>
    occurrencesWith(...those).map(({ start }) => start);
  const threeWeeks = { from: Date.parse(first), to: Date.parse(third) + 1 };

  test('is what the series gives where nothing deviates', () => {
    expect(occurrencesWith(mondays, [], threeWeeks)).toEqual(
      [first, second, third].map((start) => ({ original: start, start, durationMinutes: 30 })),
    );
  });

  test('is without what was cancelled, and has what was moved where and for as long as it was moved', () => {
    expect(
      occurrencesWith(mondays, [cancelled(first), moved(second, '2026-12-02T10:00:00Z', 45)], threeWeeks),
    ).toEqual([
      { original: second, start: '2026-12-02T10:00:00Z', durationMinutes: 45 },
      { original: third, start: third, durationMinutes: 30 },
    ]);
  });

  test('comes in the order in which it takes place, though one passed another', () => {
    const passing = moved(first, '2026-12-01T08:00:00Z');
    expect(startsOf(mondays, [passing], threeWeeks)).toEqual([second, '2026-12-01T08:00:00Z', third]);
  });

  test('of two at the same time the one that the series gives first comes first', () => {
    expect(occurrencesWith(mondays, [moved(second, first)], threeWeeks).map((each) => each.original)).toEqual(
      [first, second, third],
    );
  });

  test('is within the window by where it was moved to, from far outside too', () => {
    const endless: Recurrence = { ...mondays, end: never };
    const inLate2040 = '2040-12-03T08:00:00Z';
    const window = { from: Date.parse('2026-11-24T00:00:00Z'), to: Date.parse('2026-11-29T00:00:00Z') };
    expect(startsOf(endless, [], window)).toEqual([]);
    expect(startsOf(endless, [moved(inLate2040, '2026-11-25T08:00:00Z')], window)).toEqual([
      '2026-11-25T08:00:00Z',
    ]);
    expect(startsOf(endless, [moved(second, '2041-01-01T08:00:00Z')], threeWeeks)).toEqual([first, third]);
  });

  test('begins with the window’s beginning and not with its end', () => {
    const [from, to] = [Date.parse(first), Date.parse(second)];
    expect(startsOf(mondays, [], { from, to })).toEqual([first]);
    expect(startsOf(mondays, [], { from: from + 1000, to: to + 1000 })).toEqual([second]);
    expect(startsOf(mondays, [], { from: to, to: from })).toEqual([]);
  });

  test('knows an occurrence by its instant, with parts of a second or without', () => {
    expect(startsOf(mondays, [cancelled('2026-11-23T08:00:00.000Z')], threeWeeks)).toEqual([second, third]);
  });

  test('passes over a deviation of what is no occurrence', () => {
    const tuesday = '2026-11-24T08:00:00Z';
    expect(startsOf(mondays, [cancelled(tuesday), moved(tuesday, tuesday)], threeWeeks)).toEqual([
      first,
      second,
      third,
    ]);
  });

  test('of an endless series ends with the window, or with the last year that can be written', () => {
    const endless: Recurrence = {
      ...mondays,
      rule: { frequency: 'yearly', interval: 999, month: 11, on: { kind: 'date', date: 23 } },
      end: never,
    };
    expect(startsOf(endless, [], always)).toHaveLength(8);
    expect(startsOf({ ...mondays, end: never }, [], threeWeeks)).toHaveLength(3);
  });

  test('is read as UTC where nobody knows the zone', () => {
    expect(startsOf({ ...mondays, timeZone: 'Customized Time Zone' }, [], threeWeeks)[0]).toBe(
      '2026-11-23T09:00:00Z',
    );
  });
});

/** A recurrence whose first hours no clock skips, with deviations of its occurrences and of what is none. */
const seriesWithDeviations = fc
  .tuple(anyRecurrence, fc.constantFrom(...zones))
  .map(([recurrence, timeZone]): Recurrence => ({
    ...recurrence,
    start: `${recurrence.start.slice(0, 10)}T12:${recurrence.start.slice(14)}`,
    timeZone,
  }))
  .chain((recurrence) => {
    const originals = instantsOf(recurrence, 20, recurrence.timeZone);
    const deviation = (at: number): fc.Arbitrary<Deviation> => {
      const original = toInstant(at);
      return fc.oneof(
        fc.constant(cancelled(original)),
        fc
          .record({ by: fc.integer({ min: -30 * 1440, max: 30 * 1440 }), minutes: fc.nat(1440) })
          .map(({ by, minutes }) => moved(original, toInstant(at + by * MINUTE), minutes)),
      );
    };
    const strays = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 2 });
    return fc.tuple(fc.subarray(originals), strays).chain(([own, others]) => {
      const begin = originals[0] ?? Date.parse(`${recurrence.start}Z`);
      // Fifteen seconds past a full minute: never an occurrence.
      const all = [...own, ...others.map((days) => begin + days * DAY + 15_000)];
      return fc.record({
        recurrence: fc.constant(recurrence),
        own: fc.constant(new Set(own)),
        deviations: fc
          .tuple(...all.map(deviation))
          .chain((each) => fc.shuffledSubarray(each, { minLength: each.length })),
      });
    });
  });

test('of any series it is what a second library leaves without the originals (EXDATE), and what was moved', () => {
  fc.assert(
    fc.property(
      seriesWithDeviations,
      fc.integer({ min: -20, max: 200 }),
      fc.nat(400),
      (made, skip, length) => {
        const { recurrence, own, deviations } = made;
        const ofSeries = deviations.filter(({ original }) => own.has(Date.parse(original)));
        const excluded = ofSeries.map(({ original }) => Date.parse(original));
        const library = libraryRule(recurrence, recurrence.timeZone, excluded);
        // Added here and not as its RDATE: an EXDATE takes that out as well, but another one may be moved to its time.
        const added = ofSeries.flatMap((each) => (each.kind === 'moved' ? [Date.parse(each.start)] : []));
        const from = Date.parse(`${recurrence.start}Z`) + skip * DAY;
        const to = from + length * DAY;
        const expected = library
          .between(new Date(from), new Date(to), true)
          .map((each) => each.epochMilliseconds)
          .concat(added)
          .filter((each) => each >= from && each < to)
          .sort((one, other) => one - other);
        const held = occurrencesWith(recurrence, deviations, { from, to });
        expect(held.map(({ start }) => Date.parse(start))).toEqual(expected);
      },
    ),
    { numRuns: 300, seed: SEED },
  );
});

describe('what two sides tell each other', () => {
  const none = { calendar: [], zoom: [] };
  const nothing = { toCalendar: [], toZoom: [], conflicts: [] };

  test('is what each changed, one by one', () => {
    const merged = mergeDeviations({
      base: none,
      calendar: [moved(second, third, 60)],
      zoom: [cancelled(first)],
    });
    expect(merged).toEqual({
      toCalendar: [cancelled(first)],
      toZoom: [moved(second, third, 60)],
      conflicts: [],
    });
  });

  test('is that one took a deviation back', () => {
    const both = [cancelled(first), moved(second, third)];
    const base = { calendar: both, zoom: both };
    expect(mergeDeviations({ base, calendar: [cancelled(first)], zoom: [moved(second, third)] })).toEqual({
      toCalendar: [asSeries(first)],
      toZoom: [asSeries(second)],
      conflicts: [],
    });
  });

  test.each<[string, Deviation | undefined, Deviation | undefined, OccurrencePatch]>([
    ['both moved', moved(first, second), moved(first, third), moved(first, second)],
    ['moved and made longer', moved(first, second), moved(first, second, 60), moved(first, second)],
    ['cancelled and moved', cancelled(first), moved(first, third), cancelled(first)],
    ['moved and cancelled', moved(first, second), cancelled(first), moved(first, second)],
    ['taken back and moved', undefined, moved(first, third), asSeries(first)],
  ])('of one that both changed is the calendar’s: %s', (_, inCalendar, inZoom, told) => {
    const before = [moved(first, '2026-11-24T08:00:00Z')];
    const list = (each: Deviation | undefined): Deviation[] => (each ? [each] : []);
    expect(
      mergeDeviations({
        base: { calendar: before, zoom: before },
        calendar: list(inCalendar),
        zoom: list(inZoom),
      }),
    ).toEqual({ toCalendar: [], toZoom: [told], conflicts: [first] });
  });

  test('is nothing where both did the same, however they write it', () => {
    expect(
      mergeDeviations({
        base: none,
        calendar: [moved(first, '2026-11-24T08:00:00.000Z')],
        zoom: [moved('2026-11-23T08:00:00.000Z', '2026-11-24T08:00:00Z')],
      }),
    ).toEqual(nothing);
  });

  test('is nothing where they differ as they did when they agreed', () => {
    const calendar = [moved(first, second)];
    expect(mergeDeviations({ base: { calendar, zoom: [] }, calendar, zoom: [] })).toEqual(nothing);
  });

  const originals = [first, second, third, '2026-12-14T08:00:00Z'];
  /** Few values, so that both sides often do the same, or something else with the same occurrence. */
  const anySide = fc
    .tuple(
      ...originals.map((original) =>
        fc.constantFrom(undefined, cancelled(original), moved(original, second), moved(original, third, 60)),
      ),
    )
    .map((each) => each.filter((deviation) => deviation !== undefined));
  const patched = (side: readonly Deviation[], patches: readonly OccurrencePatch[]): Deviation[] => {
    const told = new Set(patches.map(({ original }) => original));
    const kept = side.filter(({ original }) => !told.has(original));
    return [...kept, ...patches.filter((patch) => patch.kind !== 'as-series')].sort((a, b) =>
      a.original < b.original ? -1 : 1,
    );
  };
  const of = (side: readonly Deviation[], original: string): string =>
    JSON.stringify(side.find((each) => each.original === original) ?? null);

  test('once said, leaves both with the same of all that either changed, and nothing more to say', () => {
    fc.assert(
      fc.property(anySide, anySide, anySide, anySide, (calendarThen, zoomThen, calendar, zoom) => {
        const base = { calendar: calendarThen, zoom: zoomThen };
        const { toCalendar, toZoom, conflicts } = mergeDeviations({ base, calendar, zoom });
        const after = { calendar: patched(calendar, toCalendar), zoom: patched(zoom, toZoom) };
        for (const original of originals) {
          const byCalendar = of(calendar, original) !== of(calendarThen, original);
          const byZoom = of(zoom, original) !== of(zoomThen, original);
          const differ = of(calendar, original) !== of(zoom, original);
          const winner = byCalendar || !byZoom ? calendar : zoom;
          expect(of(after.calendar, original)).toBe(of(winner, original));
          expect(of(after.zoom, original)).toBe(of(byCalendar || byZoom ? winner : zoom, original));
          expect(conflicts.includes(original)).toBe(byCalendar && byZoom && differ);
        }
        expect(mergeDeviations({ base: after, ...after })).toEqual(nothing);
        expect(toCalendar.length + toZoom.length).toBe(
          new Set([...toCalendar, ...toZoom].map(({ original }) => original)).size,
        );
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  test('does not depend on the order in which the sides name them', () => {
    const reversed = (side: readonly Deviation[]): Deviation[] => [...side].reverse();
    fc.assert(
      fc.property(anySide, anySide, anySide, (both, calendar, zoom) => {
        expect(
          mergeDeviations({
            base: { calendar: reversed(both), zoom: both },
            calendar: reversed(calendar),
            zoom: reversed(zoom),
          }),
        ).toEqual(mergeDeviations({ base: { calendar: both, zoom: both }, calendar, zoom }));
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});

describe('what a changed series leaves', () => {
  const tuesdays: Recurrence = { ...mondays, rule: weekly(['tuesday']) };
  const atTen: Recurrence = { ...mondays, start: '2026-11-23T10:00:00' };

  test('is everything where its occurrences are the same', () => {
    const deviations = [cancelled(first), moved(second, third)];
    const withEnd: Recurrence = { ...mondays, end: until('2026-12-31') };
    expect(deviationsStillIn(withEnd, [...deviations].reverse())).toEqual({ deviations, dropped: [] });
  });

  test('is nothing of what is beyond its new end, which does not take place then', () => {
    const deviation = moved(third, '2026-12-08T08:00:00Z');
    expect(
      deviationsStillIn({ ...mondays, end: until('2026-12-01') }, [cancelled(first), deviation]),
    ).toEqual({
      deviations: [cancelled(first)],
      dropped: [{ deviation, becomes: { kind: 'none' } }],
    });
  });

  test('lets one that was cancelled take place again on the same day at another time', () => {
    expect(deviationsStillIn(atTen, [cancelled(first)]).dropped).toEqual([
      { deviation: cancelled(first), becomes: { kind: 'as-series', original: '2026-11-23T09:00:00Z' } },
    ]);
  });

  test('takes one into the series that had been moved to where the series now is', () => {
    const deviation = moved(first, '2026-11-24T08:00:00Z');
    expect(deviationsStillIn(tuesdays, [deviation, cancelled(second)]).dropped).toEqual([
      { deviation, becomes: { kind: 'as-series', original: '2026-11-24T08:00:00Z' } },
      { deviation: cancelled(second), becomes: { kind: 'none' } },
    ]);
  });

  test('prefers where it had been moved to before the day where it belonged', () => {
    const daily: Recurrence = { ...atTen, rule: { frequency: 'daily', interval: 1 } };
    const deviation = moved(first, '2026-11-26T09:00:00Z');
    expect(deviationsStillIn(daily, [deviation]).dropped[0]?.becomes).toEqual({
      kind: 'as-series',
      original: '2026-11-26T09:00:00Z',
    });
  });

  test('has no deviation that deviates in nothing', () => {
    const longer: Recurrence = { ...mondays, durationMinutes: 45 };
    const deviation = moved(first, first, 45);
    expect(deviationsStillIn(mondays, [deviation]).deviations).toEqual([deviation]);
    expect(deviationsStillIn(longer, [deviation])).toEqual({
      deviations: [],
      dropped: [{ deviation, becomes: { kind: 'as-series', original: first } }],
    });
  });

  test('has each once, the last that was said of it', () => {
    const again = '2026-11-23T08:00:00.000Z';
    expect(deviationsStillIn(mondays, [cancelled(first), moved(again, second)]).deviations).toEqual([
      moved(first, second),
    ]);
  });

  test('days are those of the zone', () => {
    // Tuesday 23:30 in New York is Wednesday in UTC.
    const late: Recurrence = { ...tuesdays, timeZone: 'America/New_York', start: '2026-11-24T22:30:00' };
    expect(deviationsStillIn(late, [cancelled('2026-11-25T04:30:00Z')]).dropped[0]?.becomes).toEqual({
      kind: 'as-series',
      original: '2026-11-25T03:30:00Z',
    });
  });

  test('takes place as before: dropped is only what counted for nothing', () => {
    fc.assert(
      fc.property(seriesWithDeviations, ({ recurrence, own, deviations }) => {
        const from = Date.parse(`${recurrence.start}Z`) - DAY;
        const window = { from, to: from + 800 * DAY };
        const { deviations: still, dropped } = deviationsStillIn(recurrence, deviations);
        expect(still.length + dropped.length).toBe(deviations.length);
        expect(still.every(({ original }) => own.has(Date.parse(original)))).toBe(true);
        expect(occurrencesWith(recurrence, still, window)).toEqual(
          occurrencesWith(recurrence, deviations, window),
        );
        expect(deviationsStillIn(recurrence, still)).toEqual({ deviations: still, dropped: [] });
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});
