/** Data folders that somebody half deleted or overwrote: one sentence with the remedy, and the remedy works. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { DamagedDataError, forPeople } from '../../../src/backend/database/damaged';
import { lockFolder } from '../../../src/backend/database/folderLock';
import { openDatabase } from '../../../src/backend/database/open';

let folder: string;
let directory: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'damaged-'));
  directory = join(folder, 'database');
});
afterEach(() => rm(folder, { recursive: true }));

/** What opening throws; the database is closed when it opens after all. */
async function refusal(): Promise<unknown> {
  try {
    await (await openDatabase({ directory })).close();
    return undefined;
  } catch (error) {
    return error;
  }
}

const pglite = () => join(directory, 'pglite');

/** Deletes what is not PostgreSQL's own: its own files have numbers below 16384. */
async function removeTables(): Promise<void> {
  const files = await readdir(join(pglite(), 'base'), { recursive: true });
  const tables = files.filter((file) => Number(basename(file)) >= 16_384);
  expect(tables).not.toEqual([]);
  await Promise.all(tables.map((file) => rm(join(pglite(), 'base', file))));
}

it.each([
  ['base', () => rm(join(pglite(), 'base'), { recursive: true })],
  // Without its version PGlite takes the folder for a new one and writes over what is left.
  ['PG_VERSION', () => rm(join(pglite(), 'PG_VERSION'))],
  ['a good pg_control', () => writeFile(join(pglite(), 'global', 'pg_control'), Buffer.alloc(8192, 7))],
  ['the files of its tables', removeTables],
])(
  'says what to delete when the database lacks %s, and begins anew after that',
  async (_what, damage) => {
    await (await openDatabase({ directory })).close();
    await damage();
    const error = await refusal();
    expect(error).toBeInstanceOf(DamagedDataError);
    expect(String(error)).toContain(`The database in ${pglite()} is damaged: `);
    expect(String(error)).toContain(`. Delete ${pglite()} to begin anew; nothing outside it is lost.`);

    await rm(pglite(), { recursive: true });
    expect(await refusal()).toBeUndefined();
  },
  60_000,
);

it('names the part of the database that is missing', async () => {
  await (await openDatabase({ directory })).close();
  await rm(join(pglite(), 'global'), { recursive: true });
  expect(String(await refusal())).toContain('global is missing');
}, 60_000);

it('leaves a folder alone that holds something else, and lets go of its lock', async () => {
  await mkdir(pglite(), { recursive: true });
  await writeFile(join(pglite(), 'letter.txt'), 'kept');
  expect(await refusal()).toBeInstanceOf(DamagedDataError);
  expect(existsSync(join(pglite(), 'PG_VERSION'))).toBe(false);
  lockFolder(directory).release();
});

it('says what to delete when a file stands where the database’s folder should', async () => {
  await mkdir(directory);
  await writeFile(pglite(), 'no folder');
  expect(String(await refusal())).toContain(`The database in ${pglite()} is damaged: it is not a folder.`);
});

it('says what to delete when the lock’s file was overwritten', async () => {
  await mkdir(directory);
  await writeFile(join(directory, 'backend.lock'), 'no lock '.repeat(1000));
  expect(String(await refusal())).toContain(`Delete ${join(directory, 'backend.lock')} to begin anew`);
});

it('tells paths inside the working directory from there, others whole', () => {
  expect(forPeople(resolve('.data/sandbox'))).toBe(join('.data', 'sandbox'));
  expect(forPeople(tmpdir())).toBe(tmpdir());
  expect(forPeople(process.cwd())).toBe(process.cwd());
});
