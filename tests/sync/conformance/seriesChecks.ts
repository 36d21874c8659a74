/** Times in all their kinds, and single occurrences of a series, alike on both sides. */
import type { Times } from '../../../src/sync/model';
import type { Expected, OccurrencePatch, Written } from '../../../src/sync/ports';
import { calm, dailyIn, done, originalIn, readItem, shifted, singleIn } from './checks';
import type { AnySide, Check } from './checks';

interface Timed {
  readonly id: string;
  readonly version: string | null;
  readonly facts: { readonly times: Times };
}

export interface SeriesBench<Item, Patch> {
  readonly side: Pick<AnySide<Item, never, Patch>, 'capabilities' | 'read' | 'update'>;
  now(): number;
  /** Through the port. */
  make(times: Times): Promise<readonly Written<Item>[]>;
  patch(
    expected: Expected,
    change: { readonly times?: Times; readonly occurrences?: readonly OccurrencePatch[] },
  ): Patch;
}

const HOUR_MS = 3_600_000;

export function seriesChecks<Setup, Item extends Timed, Patch>(
  benchOf: (setup: Setup) => SeriesBench<Item, Patch>,
): Check<Setup>[] {
  const check = (name: string, run: (bench: SeriesBench<Item, Patch>) => Promise<void>): Check<Setup> => ({
    name,
    run: (setup) => run(benchOf(setup)),
  });
  const update = async (
    { side, patch }: SeriesBench<Item, Patch>,
    { id, version }: Timed,
    change: Parameters<SeriesBench<Item, Patch>['patch']>[1],
  ): Promise<Item> => {
    const item = done(await side.update([patch({ id, version }, change)], calm()));
    expect(await readItem(side, id)).toEqual(item);
    return item;
  };

  return [
    check('keeps a single time as it was given, to the second and the minute', async (bench) => {
      const times = singleIn(2, bench.now());
      const made = done(await bench.make(times));
      expect(made.facts.times).toMatchObject({
        kind: 'single',
        start: times.start,
        durationMinutes: times.durationMinutes,
      });
      const later = singleIn(4, bench.now());
      const moved = await update(bench, made, { times: { ...later, durationMinutes: 45 } });
      expect(moved.facts.times).toMatchObject({ kind: 'single', start: later.start, durationMinutes: 45 });
      expect(moved.id).toBe(made.id);
    }),

    check('keeps the wall clock of a zone', async (bench) => {
      const times = dailyIn(2, bench.now(), 3);
      const recurrence = { ...times.recurrence, timeZone: 'Europe/Berlin' };
      const made = done(await bench.make({ ...times, recurrence }));
      expect(made.facts.times).toMatchObject({
        kind: 'series',
        recurrence: { start: recurrence.start, timeZone: 'Europe/Berlin', durationMinutes: 30 },
      });
    }),

    check(
      'makes a series of a single one and the other way round, without another identity',
      async (bench) => {
        const made = done(await bench.make(singleIn(2, bench.now())));
        const daily = dailyIn(3, bench.now(), 4);
        const series = await update(bench, made, { times: daily });
        expect(series.facts.times).toMatchObject({
          kind: 'series',
          recurrence: {
            start: daily.recurrence.start,
            end: daily.recurrence.end,
            rule: daily.recurrence.rule,
          },
          deviations: [],
        });
        const single = await update(bench, series, { times: singleIn(5, bench.now()) });
        expect([single.id, single.facts.times.kind]).toEqual([made.id, 'single']);
      },
    ),

    check('changes single occurrences by their original start, and no others', async (bench) => {
      const daily = dailyIn(2, bench.now(), 5);
      const made = done(await bench.make(daily));
      const [second, third] = [originalIn(daily, 1), originalIn(daily, 2)];
      const movedTo = shifted(second, 2 * HOUR_MS);
      const moved = { kind: 'moved', original: second, start: movedTo, durationMinutes: 60 } as const;
      const cancelled = { kind: 'cancelled', original: third } as const;
      if (!bench.side.capabilities.occurrences) {
        const [answer] = await bench.side.update(
          [bench.patch({ id: made.id, version: null }, { occurrences: [moved] })],
          calm(),
        );
        expect(answer?.kind).toBe('refused');
        expect(await readItem(bench.side, made.id)).toEqual(made);
        return;
      }
      const one = await update(bench, made, { occurrences: [cancelled] });
      expect(deviations(one)).toEqual([cancelled]);
      const two = await update(bench, one, { occurrences: [moved] });
      expect(deviations(two)).toEqual([moved, cancelled]);
      // A second move of the same one is still known by its original start.
      const back = { ...moved, start: shifted(second, HOUR_MS) };
      const three = await update(bench, two, { occurrences: [back] });
      expect(deviations(three)).toEqual([back, cancelled]);
      const four = await update(bench, three, { occurrences: [{ kind: 'as-series', original: second }] });
      expect(deviations(four)).toEqual([cancelled]);
    }),

    check('takes a series together with its deviations', async (bench) => {
      const daily = dailyIn(2, bench.now(), 5);
      const cancelled = { kind: 'cancelled', original: originalIn(daily, 1) } as const;
      const made = done(await bench.make({ ...daily, deviations: [cancelled] }));
      const able = bench.side.capabilities.occurrences;
      expect(deviations(made)).toEqual(able ? [cancelled] : []);
      const shorter = { ...daily, recurrence: { ...daily.recurrence, durationMinutes: 20 } };
      const again = await update(bench, made, { times: { ...shorter, deviations: [cancelled] } });
      expect(deviations(again)).toEqual(able ? [cancelled] : []);
      const none = await update(bench, again, { times: shorter });
      expect(deviations(none)).toEqual([]);
    }),

    check('refuses an occurrence that the series does not have', async (bench) => {
      const daily = dailyIn(2, bench.now(), 3);
      const made = done(await bench.make(daily));
      const stranger = { kind: 'cancelled', original: shifted(originalIn(daily, 0), HOUR_MS) } as const;
      const [answer] = await bench.side.update(
        [bench.patch({ id: made.id, version: null }, { occurrences: [stranger] })],
        calm(),
      );
      expect(answer?.kind).toBe('refused');
      expect(await readItem(bench.side, made.id)).toEqual(made);
    }),
  ];
}

const deviations = ({ facts: { times } }: Timed): unknown =>
  times.kind === 'series' ? times.deviations : undefined;
