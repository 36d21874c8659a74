/** What a side says about changes, and whether it is what its capabilities promise. */
import type { Bench } from './bench';
import { calm, done, faultOf, idOf, listedIds, readItem, tell } from './checks';
import type { Check } from './checks';

interface Named {
  readonly id: string;
  readonly version: string | null;
}

export function changeChecks<Setup, Item extends Named, Draft, Patch>(
  benchOf: (setup: Setup) => Bench<Item, Draft, Patch>,
): Check<Setup>[] {
  const check = (name: string, run: (bench: Bench<Item, Draft, Patch>) => Promise<void>): Check<Setup> => ({
    name,
    run: (setup) => run(benchOf(setup)),
  });
  const makeSome = async (bench: Bench<Item, Draft, Patch>, count: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) ids.push(await bench.make(`Title ${index}`));
    return ids;
  };

  return [
    check('answers one page where there is nothing', async ({ side }) => {
      const { pages, changes, cursor } = await tell(side, null);
      expect([pages.length, changes, pages[0]?.whole]).toEqual([1, [], true]);
      if (side.capabilities.changes === 'delta') expect(cursor).toEqual(expect.any(String));
      else expect(cursor).toBeNull();
    }),

    check('tells everything there is, each once, on pages that say that they are whole', async (bench) => {
      const ids = await makeSome(bench, 8);
      const told = await tell(bench.side, null);
      expect(listedIds(told).sort()).toEqual([...ids].sort());
      expect(told.changes.every(({ kind }) => kind !== 'deleted')).toBe(true);
      expect(told.pages.every(({ whole }) => whole)).toBe(true);
    }),

    check('gives the cursor on the last page alone', async (bench) => {
      await makeSome(bench, 8);
      const { pages, cursor } = await tell(bench.side, null);
      expect(pages.slice(0, -1).every((page) => page.cursor === undefined)).toBe(true);
      expect(typeof cursor).toBe(bench.side.capabilities.changes === 'delta' ? 'string' : 'object');
    }),

    check(
      'tells nothing twice and forgets nothing in a list that is changed while it is read',
      async (bench) => {
        const ids = await makeSome(bench, 8);
        const [first = '', second = '', ...others] = ids;
        const told = await tell(bench.side, null, async (page) => {
          if (page !== 1) return;
          await bench.delete(first);
          await bench.rename(second, 'Renamed meanwhile');
        });
        const listed = listedIds(told);
        expect(new Set(listed).size).toBe(listed.length);
        expect(listed).toEqual(expect.arrayContaining([second, ...others]));
        if (bench.side.capabilities.changes === 'list') return;
        // Whatever the pages had of it, the cursor is from before.
        const next = await tell(bench.side, told.cursor ?? null);
        const now = await readItem(bench.side, second);
        const known = [...told.changes, ...next.changes].filter((change) => idOf(change) === second);
        const last = known.at(-1);
        if (last?.kind === 'item') expect(last.item).toEqual(now);
      },
    ),

    check('tells whole items or rows, as it says', async (bench) => {
      const ids = await makeSome(bench, 3);
      const { changes } = await tell(bench.side, null);
      for (const change of changes) {
        if (bench.side.capabilities.rows === 'rows') expect(change.kind).toBe('row');
        else {
          expect(change).toEqual({ kind: 'item', item: await readItem(bench.side, idOf(change)) });
        }
      }
      expect(changes).toHaveLength(ids.length);
    }),

    check('says the same of what did not move, and something else of what did', async (bench) => {
      const [moved = '', still = ''] = await makeSome(bench, 2);
      const before = await tell(bench.side, null);
      await bench.rename(moved, 'Another title');
      const after = await tell(bench.side, null);
      const of = (told: typeof before, id: string): string =>
        JSON.stringify(told.changes.find((change) => idOf(change) === id));
      expect(of(after, still)).toBe(of(before, still));
      expect(of(after, moved)).not.toBe(of(before, moved));
    }),

    check('tells since a cursor what changed since, or tells everything each time', async (bench) => {
      const [renamed = '', deleted = '', still = ''] = await makeSome(bench, 3);
      const { cursor = null } = await tell(bench.side, null);
      await bench.rename(renamed, 'Another title');
      await bench.delete(deleted);
      const made = await bench.make('New');
      const told = await tell(bench.side, cursor);
      const listed = listedIds(told).sort();
      if (bench.side.capabilities.changes === 'list') {
        expect(listed).toEqual([made, renamed, still].sort());
        expect(told.pages.every(({ whole }) => whole)).toBe(true);
        return;
      }
      expect(listed).toEqual([made, renamed].sort());
      expect(told.pages.some(({ whole }) => whole)).toBe(false);
      const again = await tell(bench.side, told.cursor ?? null);
      expect(again.changes).toEqual([]);
    }),

    check('answers the same for the same cursor', async (bench) => {
      const [id = ''] = await makeSome(bench, 2);
      const { cursor = null } = await tell(bench.side, null);
      await bench.rename(id, 'Another title');
      const first = await tell(bench.side, cursor);
      const second = await tell(bench.side, cursor);
      expect(second.changes).toEqual(first.changes);
      expect(listedIds(second)).toContain(id);
    }),

    check('goes on from the cursor, however often something changes', async (bench) => {
      const [id = ''] = await makeSome(bench, 2);
      let { cursor = null } = await tell(bench.side, null);
      for (const title of ['Once', 'Twice', 'Three times']) {
        await bench.rename(id, title);
        const told = await tell(bench.side, cursor);
        expect(listedIds(told).filter((each) => each === id)).toEqual([id]);
        expect(bench.titleOf(await readItem(bench.side, id))).toBe(title);
        cursor = told.cursor ?? null;
      }
    }),

    check('tells what was deleted, or never does', async (bench) => {
      const [deleted = ''] = await makeSome(bench, 2);
      const { cursor = null } = await tell(bench.side, null);
      await bench.delete(deleted);
      const told = await tell(bench.side, cursor);
      const gone = told.changes.filter(({ kind }) => kind === 'deleted').map(idOf);
      const { changes, deletions } = bench.side.capabilities;
      expect(gone).toEqual(deletions && changes === 'delta' ? [deleted] : []);
      expect(listedIds(told)).not.toContain(deleted);
      expect(listedIds(await tell(bench.side, null))).not.toContain(deleted);
    }),

    check('tells its own write as it answered it', async (bench) => {
      const [made] = await bench.side.create([bench.draft('Made')], calm());
      const item = done(made === undefined ? [] : [made]);
      const before = await tell(bench.side, null);
      const renamed = done(
        await bench.side.update([bench.patch({ id: item.id, version: item.version }, 'Renamed')], calm()),
      );
      const after = await tell(bench.side, before.cursor ?? null);
      const echo = after.changes.find((change) => idOf(change) === item.id);
      if (echo?.kind === 'item') expect(echo.item).toEqual(renamed);
      else expect(echo?.kind).toBe('row');
      expect(await readItem(bench.side, item.id)).toEqual(renamed);
    }),

    check('says that a cursor is invalid before the first page', async (bench) => {
      if (bench.side.capabilities.changes === 'list') {
        const told = await tell(bench.side, null);
        expect(told.cursor).toBeNull();
        return;
      }
      await makeSome(bench, 2);
      const { cursor = null } = await tell(bench.side, null);
      let pages = 0;
      const read = (from: string | null) => () => tell(bench.side, from, () => void (pages += 1));
      expect(await faultOf(read('no cursor of this side'))).toMatchObject({ kind: 'cursor-invalid' });
      if (bench.forgetCursors) {
        await bench.forgetCursors();
        expect(await faultOf(read(cursor))).toMatchObject({ kind: 'cursor-invalid' });
      }
      expect(pages).toBe(0);
      const afresh = await tell(bench.side, null);
      expect(listedIds(afresh)).toHaveLength(2);
    }),
  ];
}
