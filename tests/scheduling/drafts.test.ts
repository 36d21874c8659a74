/** Drafts: which meetings the person is shown as unused, and what a page loads before anything is pressed. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { draftMemory, holdDraft, notOpen, type DraftLocks } from '../../src/scheduling/drafts';

/** Web Locks in memory. */
function locksInMemory(): DraftLocks {
  const held: string[] = [];
  return {
    async request(name, work) {
      held.push(name);
      try {
        return await work();
      } finally {
        held.splice(held.indexOf(name), 1);
      }
    },
    held: async () => held,
  };
}

const unused = ['81000000001', '81000000002', '81000000003'].map((id) => ({
  id,
  topic: 'Planning',
  start: null,
  madeAt: '2026-11-23T12:00:00Z',
}));
const idsOf = (meetings: readonly { id: string }[]) => meetings.map(({ id }) => id);

it('does not show a meeting whose draft is open in a pane, nor the present one', async () => {
  const locks = locksInMemory();
  const letGo = holdDraft(locks, '81000000002');
  expect(idsOf(await notOpen(unused, locks, '81000000001'))).toEqual(['81000000003']);
  letGo();
  await new Promise((resolve) => setImmediate(resolve));
  expect(idsOf(await notOpen(unused, locks, undefined))).toEqual(idsOf(unused));
});

it('shows them all where there are no locks, or they may not be used', async () => {
  const refused: DraftLocks = {
    request: () => Promise.reject(new Error('no origin')),
    held: () => Promise.reject(new Error('no origin')),
  };
  for (const locks of [undefined, refused]) {
    holdDraft(locks, '81000000002')();
    expect(idsOf(await notOpen(unused, locks, undefined))).toEqual(idsOf(unused));
  }
});

it('remembers for a day, over frames, what was put on unsaved forms', () => {
  let text: string | undefined;
  let time = 0;
  const storage = { read: () => text, write: (_: string, value: string | undefined) => void (text = value) };
  draftMemory(storage, () => time).remember('81000000001');
  time += 23 * 3_600_000;
  const other = draftMemory(storage, () => time);
  other.remember('81000000002');
  expect(other.has('81000000001')).toBe(true);
  time += 2 * 3_600_000;
  expect(other.has('81000000001')).toBe(false);
  expect(other.has('81000000002')).toBe(true);
});

it('takes what is damaged in the storage for nothing', () => {
  const storage = { read: () => '@ 1@x @@ ', write: () => undefined };
  expect(draftMemory(storage, () => 0).has('1')).toBe(false);
});

it('shows a page before the use cases are loaded: what it starts with imports none of the parser', () => {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    const source = readFileSync(file, 'utf8');
    for (const [, name] of source.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)';/gms)) {
      if (name !== undefined) load(`${join(dirname(file), name)}.ts`);
    }
  };
  const root = join(__dirname, '../../src');
  load(join(root, 'scheduling/page.ts'));
  const files = [...loaded].map((file) => relative(root, file));
  expect(files).toContain('scheduling/assemble.ts');
  expect(files.filter((file) => /invitation|addMeeting|scheduling\/index/.test(file))).toEqual([]);
});
