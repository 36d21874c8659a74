/**
 * A disk that is full. On every machine SQLite's own limit of pages stands in for it, which fails with the same error
 * at the same calls; where a process may mount a disk of its own (Linux, user namespaces), a real one of a few
 * kilobytes is filled up.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Journal } from '../../../src/sync/journal';
import type { Connection } from '../../../src/sync/journal/connection';
import { openFile } from '../../../src/sync/journal/open';
import { migrations } from '../../../src/sync/journal/schema';
import { createJournal } from '../../../src/sync/journal/sqliteJournal';
import { appointment, Desk, everything, link, meetingId, noon, task } from './fixtures';

const root = path.resolve(__dirname, '..', '..', '..');

let desk: Desk;
let connection: Connection;
let journal: Journal;
beforeEach(() => {
  desk = new Desk();
  connection = openFile(desk.file).connection;
  journal = createJournal(
    connection,
    desk.file,
    () => desk.time,
    () => undefined,
  );
});
afterEach(() => {
  journal.close();
  desk.clear();
});

const many = Array.from({ length: 400 }, (_, at) => link(at));

/** From here on the file cannot grow, or can again. */
const limit = (pages: number): void => connection.execute(`PRAGMA max_page_count = ${pages}`);
const fillUp = (): void => limit(1);

const writes: [string, (taskId: number) => void][] = [
  ['many links', () => journal.settle({ links: many, cursors: { meeting: 'next' } })],
  ['links in place of others', () => journal.settle({ unlinked: [meetingId(0)], links: many })],
  [
    'many tasks',
    () =>
      journal.begin(
        many.map((_, at) => task(at)),
        noon,
      ),
  ],
  ['the end of a task', (taskId) => journal.finish([taskId], { links: many, copiesGone: ['copy'] })],
  [
    'a long answer',
    (taskId) => {
      const item = appointment(0);
      journal.advance(taskId, 1, { ...item, facts: { ...item.facts, subject: 'long'.repeat(9_000) } });
    },
  ],
];

it.each(writes)(
  '%s that find no room leave everything as it was, and are written once there is',
  (_name, write) => {
    journal.settle({
      links: [link(0), link(1)],
      copies: [{ appointmentId: 'copy', meetingId: meetingId(1) }],
    });
    const [taskId = 0] = journal.begin([task(0)], noon);
    const before = everything(journal, 500);
    fillUp();
    for (let time = 0; time < 2; time += 1) {
      expect(() => write(taskId)).toThrow(expect.objectContaining({ code: 'journal-full', retryable: true }));
      expect(everything(journal, 500)).toEqual(before);
    }
    // What needs no more room goes on.
    journal.settle({ unlinked: [meetingId(1)] });
    expect(journal.countLinks()).toBe(1);
    limit(100_000);
    write(taskId);
    expect(everything(journal, 500)).not.toEqual(before);
  },
);

it('a journal on a full disk is whole when it is opened again', () => {
  journal.settle({ links: [link(0)] });
  const before = everything(journal, 500);
  fillUp();
  expect(() => journal.settle({ links: many })).toThrow(expect.objectContaining({ code: 'journal-full' }));
  journal.close();
  const again = desk.open();
  expect(again.rebuilt).toBeUndefined();
  expect(everything(again.journal, 500)).toEqual(before);
});

it('a migration that finds no room leaves the file at its version', () => {
  journal.settle({ links: many });
  journal.close();
  const steps = [...migrations, `PRAGMA max_page_count = 1; CREATE TABLE large AS SELECT * FROM facts`];
  expect(() => openFile(desk.file, steps)).toThrow(expect.objectContaining({ code: 'journal-full' }));
  const again = desk.open();
  expect([again.rebuilt, again.journal.countLinks()]).toEqual([undefined, 400]);
});

/** Runs a command with a disk of its own of so many kilobytes at the test's folder; undefined where that is not allowed. */
function onSmallDisk(kilobytes: number, ...command: string[]) {
  const mount = 'mount -t tmpfs -o size="$0"k tmpfs "$1" || exit 77; shift; exec "$@"';
  const run = ['--user', '--map-root-user', '--mount', 'sh', '-c', mount, String(kilobytes), desk.folder];
  const { status, stdout, stderr } = spawnSync('unshare', [...run, ...command], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('a real disk that fills up loses nothing that was promised', () => {
  const script = [
    path.join(root, 'tests', 'helper', 'embedded', 'runTypeScript.mjs'),
    path.join(__dirname, 'filler.ts'),
    path.join(desk.folder, 'small.db'),
  ];
  const small = onSmallDisk(600, process.execPath, ...script);
  const isAllowed = small.status !== 77 && small.status !== null && !small.stderr.startsWith('unshare:');
  // Without a disk of its own the same process stops at the limit that it is given instead.
  const { stdout, stderr } = isAllowed
    ? small
    : spawnSync(process.execPath, [...script, '60'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({
    refusedWith: ['journal-full', 'journal-full'],
    kept: true,
    atOpening: { rebuilt: 'nothing', kept: true },
    afterwards: { written: true, rebuilt: 'nothing' },
  });
});
