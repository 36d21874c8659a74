/** Real processes on a journal's file: killed at any moment, and two at a time. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Journal } from '../../../src/sync/journal';
import { Desk, everything, link } from './fixtures';
import { MEETINGS, write } from './stream';

jest.setTimeout(180_000);

const root = path.resolve(__dirname, '..', '..', '..');
const runTypeScript = path.join(root, 'tests', 'helper', 'embedded', 'runTypeScript.mjs');

let desk: Desk;
const processes: ChildProcess[] = [];
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => {
  for (const one of processes.splice(0)) one.kill('SIGKILL');
  desk.clear();
});

/** Runs `writer.ts` in a process of its own. */
function writer(...parameters: (string | number)[]) {
  const child = spawn(
    process.execPath,
    [runTypeScript, path.join(__dirname, 'writer.ts'), desk.file, ...parameters.map(String)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  processes.push(child);
  return { child, told: createInterface(child.stdout)[Symbol.asyncIterator]() };
}

/** Reads on to the end of the process. @returns the last write that it told of */
async function lastTold({ told }: ReturnType<typeof writer>, from = 0): Promise<number> {
  let last = from;
  for (let line = await told.next(); !line.done; line = await told.next()) last = Number(line.value);
  return last;
}

const seen = (journal: Journal) => everything(journal, MEETINGS);

/** The journal is as after the last write that was told of, or after the next one, which returned and was not told of. */
function expectWhole(seed: number, last: number): void {
  const { journal, rebuilt } = desk.open();
  expect(rebuilt).toBeUndefined();
  const like = desk.open(path.join(desk.folder, 'like.db')).journal;
  for (let number = 1; number <= last; number += 1) write(like, seed, number);
  const promised = seen(like);
  write(like, seed, last + 1);
  expect([promised, seen(like)]).toContainEqual(seen(journal));
  // It can be gone on with.
  write(journal, seed, 1_000_000);
}

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
  'a process killed inside a transaction leaves all that it promised and nothing half (seed %i)',
  async (seed) => {
    const last = await lastTold(writer(seed, 3 + seed * seed * 4));
    expect(last).toBeGreaterThan(0);
    expectWhole(seed, last);
  },
);

it.each([11, 12, 13, 14, 15, 16])(
  'a process killed from outside leaves all that it promised and nothing half (seed %i)',
  async (seed) => {
    const one = writer(seed);
    const killAfter = 1 + ((seed * 37) % 90);
    let last = 0;
    while (last < killAfter) last = Number((await one.told.next()).value);
    one.child.kill('SIGKILL');
    expectWhole(seed, await lastTold(one, last));
  },
);

it('a second process is refused while one has the journal, and has it once that one is killed', async () => {
  const one = writer(1);
  const first = await one.told.next();
  expect(first.value).toBe('1');
  expect(() => desk.open()).toThrow(
    expect.objectContaining({
      code: 'journal-in-use',
      details: { holder: expect.stringContaining(`process ${one.child.pid} on `) },
    }),
  );
  const exit = once(one.child, 'exit');
  one.child.kill('SIGKILL');
  await exit;
  const { journal, rebuilt } = desk.open();
  expect(rebuilt).toBeUndefined();
  expect(journal.unfinished().length).toBeGreaterThan(0);
});

it('a log that is lost after a crash is damage: nobody can tell what was in it', async () => {
  await lastTold(writer(1, 200));
  expect(existsSync(`${desk.file}-wal`)).toBe(true);
  const alone = path.join(desk.folder, 'alone.db');
  copyFileSync(desk.file, alone);
  const { journal, rebuilt, setAside } = desk.open(alone);
  expect(rebuilt).toBe('damaged');
  expect(existsSync(setAside ?? '')).toBe(true);
  journal.settle({ links: [link(1)] });
  expect(journal.countLinks()).toBe(1);
});
