/** Reading and writing items by id: answers, order, versions, what is gone, what is stopped, what goes wrong. */
import type { Expected } from '../../../src/sync/ports';
import type { Bench } from './bench';
import { calm, done, faultOf, listedIds, readItem, readOne, tell, together } from './checks';
import type { Check } from './checks';

interface Named {
  readonly id: string;
  readonly version: string | null;
}

/** Like an id of the side, and none. */
const NOBODY = '89999999999';

/** As many as a full batch has, but no test makes more. */
const MOST = 25;

export function writeChecks<Setup, Item extends Named, Draft, Patch>(
  benchOf: (setup: Setup) => Bench<Item, Draft, Patch>,
): Check<Setup>[] {
  const check = (name: string, run: (bench: Bench<Item, Draft, Patch>) => Promise<void>): Check<Setup> => ({
    name,
    run: (setup) => run(benchOf(setup)),
  });
  const expected = ({ id, version }: Named): Expected => ({ id, version });

  return [
    check('has capabilities that make sense', async ({ side }) => {
      const { batch, parallel, creationsADay, changes, deletions } = side.capabilities;
      expect(batch).toBeGreaterThanOrEqual(1);
      expect(parallel).toBeGreaterThanOrEqual(1);
      expect(creationsADay ?? 1).toBeGreaterThanOrEqual(1);
      // A list cannot name what is not on it.
      if (changes === 'list') expect(deletions).toBe(false);
    }),

    check('reads those that were asked for, and says which are gone', async ({ side, ...bench }) => {
      const id = await bench.make('There');
      const deleted = await bench.make('Deleted');
      await bench.delete(deleted);
      const asked = [id, NOBODY, deleted].slice(0, side.capabilities.batch);
      const answers = await side.read(asked, calm());
      expect([...answers.keys()].sort()).toEqual([...asked].sort());
      expect(bench.titleOf(await readItem(side, id))).toBe('There');
      expect(await readOne(side, NOBODY)).toBe('gone');
      expect(await readOne(side, deleted)).toBe('gone');
      expect((await side.read([], calm())).size).toBe(0);
    }),

    check('answers each draft in the order of the drafts', async ({ side, ...bench }) => {
      const count = Math.min(side.capabilities.batch, MOST);
      const titles = Array.from({ length: count }, (_, index) => `Draft ${(index * 7) % count}-${index}`);
      const answers = await side.create(titles.map(bench.draft), calm());
      const items = answers.map((_, index) => done(answers, index));
      expect(items.map(bench.titleOf)).toEqual(titles);
      for (const item of items) expect(await readItem(side, item.id)).toEqual(item);
      expect(listedIds(await tell(side, null)).sort()).toEqual(items.map(({ id }) => id).sort());
    }),

    check(
      'answers each update in the order of the updates, and goes on after one that fails',
      async (bench) => {
        const { side } = bench;
        const ids = [await bench.make('One'), NOBODY, await bench.make('Three')];
        const patches = ids.map((id, index) => bench.patch({ id, version: null }, `New ${index}`));
        const answers =
          side.capabilities.batch >= 3
            ? await side.update(patches, calm())
            : (
                await together(
                  side.capabilities,
                  patches.map((patch) => () => side.update([patch], calm())),
                )
              ).flat();
        expect(answers.map(({ kind }) => kind)).toEqual(['done', 'gone', 'done']);
        expect(bench.titleOf(done(answers, 0))).toBe('New 0');
        expect(bench.titleOf(done(answers, 2))).toBe('New 2');
      },
    ),

    check('removes for good, in the order in which it was asked', async (bench) => {
      const { side } = bench;
      const [one, kept] = [await bench.make('One'), await bench.make('Kept')];
      const those = [NOBODY, one].map((id) => ({ id, version: null }));
      const answers =
        side.capabilities.batch >= 2
          ? await side.remove(those, calm())
          : (
              await together(
                side.capabilities,
                those.map((each) => () => side.remove([each], calm())),
              )
            ).flat();
      expect(answers.map(({ kind }) => kind)).toEqual(['gone', 'done']);
      expect(await readOne(side, one)).toBe('gone');
      expect(await side.remove([{ id: one, version: null }], calm())).toEqual([{ kind: 'gone' }]);
      expect(listedIds(await tell(side, null))).toEqual([kept]);
    }),

    check('updates nothing that is gone', async (bench) => {
      const id = await bench.make('Deleted');
      const { version } = await readItem(bench.side, id);
      await bench.delete(id);
      for (const known of [version, null]) {
        const answers = await bench.side.update([bench.patch({ id, version: known }, 'New')], calm());
        expect(answers).toEqual([{ kind: 'gone' }]);
      }
      expect(await readOne(bench.side, id)).toBe('gone');
    }),

    check('changes what an update names, and nothing else', async (bench) => {
      const id = await bench.make('Before');
      const before = await readItem(bench.side, id);
      const answers = await bench.side.update([bench.patch(expected(before), 'After')], calm());
      const after = done(answers);
      const rest = (item: Item): string =>
        JSON.stringify({ ...item, version: null }).replace(JSON.stringify(bench.titleOf(item)), '');
      expect(bench.titleOf(after)).toBe('After');
      expect(rest(after)).toBe(rest(before));
    }),

    check('has a version that changes with every change and with nothing else, or none', async (bench) => {
      const { side } = bench;
      const id = await bench.make('Once');
      const versions = [(await readItem(side, id)).version, (await readItem(side, id)).version];
      expect(versions[0]).toBe(versions[1]);
      await bench.rename(id, 'Twice');
      versions.push((await readItem(side, id)).version);
      await bench.rename(id, 'Once');
      const again = (await readItem(side, id)).version;
      const ours = done(await side.update([bench.patch({ id, version: again }, 'Ours')], calm())).version;
      versions.push(again, ours);
      if (side.capabilities.versions) {
        expect(versions.every((version) => typeof version === 'string')).toBe(true);
        expect(new Set(versions).size).toBe(4);
      } else expect(new Set(versions)).toEqual(new Set([null]));
    }),

    check('answers a conflict where the expected version is no longer the present one', async (bench) => {
      const { side } = bench;
      const id = await bench.make('Before');
      const old = expected(await readItem(side, id));
      await bench.rename(id, 'By somebody');
      const answers = await side.update([bench.patch(old, 'Ours')], calm());
      const after = bench.titleOf(await readItem(side, id));
      if (!side.capabilities.versions) {
        expect([answers[0]?.kind, after]).toEqual(['done', 'Ours']);
        return;
      }
      expect([answers, after]).toEqual([[{ kind: 'conflict' }], 'By somebody']);
      expect(await side.remove([old], calm())).toEqual([{ kind: 'conflict' }]);
      expect(bench.titleOf(await readItem(side, id))).toBe('By somebody');
      const whatever = await side.update([bench.patch({ id, version: null }, 'Ours')], calm());
      expect(bench.titleOf(done(whatever))).toBe('Ours');
    }),

    check('takes the version that its own answer named', async (bench) => {
      const { side } = bench;
      const made = done(await side.create([bench.draft('Made')], calm()));
      const renamed = done(await side.update([bench.patch(expected(made), 'Renamed')], calm()));
      const again = done(await side.update([bench.patch(expected(renamed), 'Again')], calm()));
      expect(await side.remove([expected(again)], calm())).toEqual([{ kind: 'done' }]);
    }),

    check('takes only one of two updates at the same moment that expect the same version', async (bench) => {
      const { side } = bench;
      const item = await readItem(side, await bench.make('Before'));
      const answers = await together(
        side.capabilities,
        ['First', 'Second'].map((title) => () => side.update([bench.patch(expected(item), title)], calm())),
      );
      const kinds = answers.flat().map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(side.capabilities.versions ? ['conflict', 'done'] : ['done', 'done']);
    }),

    check('answers as many calls at a time as it says', async (bench) => {
      const id = await bench.make('There');
      const count = Math.min(bench.side.capabilities.parallel, MOST);
      const answers = await Promise.all(
        Array.from({ length: count }, () => bench.side.read([id, NOBODY].slice(0, 1), calm())),
      );
      expect(answers.map((answer) => answer.has(id))).toEqual(Array(count).fill(true));
    }),

    check('does nothing at all once it is stopped', async (bench) => {
      const { side } = bench;
      const item = await readItem(side, await bench.make('Before'));
      const stopped = AbortSignal.abort();
      const calls: (() => Promise<unknown>)[] = [
        () => side.read([item.id], stopped),
        () => side.create([bench.draft('Made')], stopped),
        () => side.update([bench.patch(expected(item), 'After')], stopped),
        () => side.remove([expected(item)], stopped),
        async () => {
          for await (const page of side.changes(null, stopped)) return page;
          return undefined;
        },
      ];
      for (const call of calls) expect(await faultOf(call)).toMatchObject({ kind: 'cancelled' });
      expect(await readItem(side, item.id)).toEqual(item);
      expect(listedIds(await tell(side, null))).toEqual([item.id]);
    }),

    check('stops between two pages', async (bench) => {
      for (let index = 0; index < 8; index += 1) await bench.make(`Title ${index}`);
      const controller = new AbortController();
      const { pages } = await tell(bench.side, null);
      let read = 0;
      const fault = faultOf(async () => {
        for await (const _page of bench.side.changes(null, controller.signal)) {
          read += 1;
          controller.abort();
        }
        // One page is all there is: nothing was left to stop.
        if (pages.length === 1) controller.signal.throwIfAborted();
        return read;
      });
      if (pages.length > 1) expect(await fault).toMatchObject({ kind: 'cancelled' });
      else await expect(fault).rejects.toThrow();
      expect(read).toBe(1);
    }),

    check('throws faults alone, and nothing has happened', async (bench) => {
      const { side, failNext } = bench;
      const item = await readItem(side, await bench.make('Before'));
      if (failNext) {
        for (const kind of ['busy', 'down'] as const) {
          await failNext(kind);
          const write = () => side.update([bench.patch(expected(item), 'After')], calm());
          expect(await faultOf(write)).toMatchObject({ kind });
          await failNext(kind);
          expect(await faultOf(() => tell(side, null))).toMatchObject({ kind });
        }
      }
      expect(await readItem(side, item.id)).toEqual(item);
    }),

    check('calls an answer that was lost a timeout, and has done what was asked', async (bench) => {
      const { side, failNext } = bench;
      const item = await readItem(side, await bench.make('Before'));
      const write = () => side.update([bench.patch(expected(item), 'After')], calm());
      if (failNext) {
        await failNext('lost');
        expect(await faultOf(write)).toMatchObject({ kind: 'timeout' });
      } else await write();
      expect(bench.titleOf(await readItem(side, item.id))).toBe('After');
    }),
  ];
}
