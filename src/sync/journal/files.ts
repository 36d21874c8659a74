/**
 * The journal's files: made whole before they get their name, set aside when damaged, copied before a migration, and a
 * note of how the journal was left.
 *
 * The note (`<file>.state`) spares reading a whole file at every start: a file that is as it was when it was closed
 * needs no check. It is gone while the journal is open.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod/mini';

const KEPT_BACKUPS = 3;

/** How a journal was left. */
const State = z.discriminatedUnion('left', [
  /** Its log was empty, and it was about to be closed. */
  z.object({ left: z.literal('closing') }),
  /** With this size, and this time of change in nanoseconds. */
  z.object({ left: z.literal('closed'), size: z.string(), changed: z.string() }),
  /** Something in it was found to be damaged. */
  z.object({ left: z.literal('damaged') }),
]);
export type State = z.infer<typeof State>;

const statePath = (file: string): string => `${file}.state`;
const withLogs = ['', '-wal', '-journal'];

export function readState(file: string): State | undefined {
  try {
    return State.parse(JSON.parse(readFileSync(statePath(file), 'utf8')));
  } catch {
    // None, or none that says anything: the file will be checked.
    return undefined;
  }
}

/** Only ever saves a check or causes one, so it is no failure if it cannot be written. */
export function writeState(file: string, state: State): void {
  try {
    writeFileSync(statePath(file), JSON.stringify(state));
  } catch {
    rmSync(statePath(file), { force: true });
  }
}

export const removeState = (file: string): void => rmSync(statePath(file), { force: true });

export function closedState(file: string): State {
  const { size, mtimeNs } = statSync(file, { bigint: true });
  return { left: 'closed', size: String(size), changed: String(mtimeNs) };
}

/** Whether nothing but this journal has touched the file since it was closed. */
export function isAsClosed(file: string, state: State | undefined): boolean {
  if (state?.left !== 'closed' || hasLog(file)) return false;
  return JSON.stringify(closedState(file)) === JSON.stringify(state);
}

/** Whether a log or a rollback journal of the file is there, even without the file. */
export const hasLog = (file: string): boolean =>
  withLogs.slice(1).some((ending) => existsSync(`${file}${ending}`));

/**
 * Whether the file was open when its process ended, and its log, which is there as long as it is open, has gone since:
 * what is left may lack anything.
 */
export function hasLostLog(file: string, state: State | undefined): boolean {
  return state === undefined && !hasLog(file) && readsLog(file);
}

/** Byte 19 of the header: 2 is a file with a write-ahead log. */
function readsLog(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const header = Buffer.alloc(20);
    return readSync(handle, header, 0, 20, 0) === 20 && header[19] === 2;
  } finally {
    closeSync(handle);
  }
}

/**
 * Gives the file and its logs another name, under which SQLite can still open them together. The file goes first: a log
 * without a file is recognised, a file without its log may look whole.
 * @returns the new name
 */
export function setAside(file: string): string {
  const aside = `${file}.damaged-${highest(file, /\.damaged-(\d+)/) + 1}`;
  for (const ending of withLogs)
    if (existsSync(`${file}${ending}`)) renameSync(`${file}${ending}`, `${aside}${ending}`);
  rmSync(`${file}-shm`, { force: true });
  syncFolder(file);
  removeState(file);
  return aside;
}

/** Makes the file under another name first, so that there never is half of one; nobody else may read it. */
export function makeWhole(file: string, fill: (path: string) => void): void {
  const unfinished = `${file}.unfinished`;
  for (const ending of [...withLogs, '-shm']) rmSync(`${unfinished}${ending}`, { force: true });
  // SQLite begins with an empty file as with none, and gives its logs the same rights.
  writeFileSync(unfinished, '', { mode: 0o600 });
  fill(unfinished);
  syncFile(unfinished);
  renameSync(unfinished, file);
  syncFolder(file);
}

/** @param copy writes the journal's content into a new file */
export function keepBackup(file: string, version: number, copy: (path: string) => void): void {
  const pattern = /\.v\d+\.backup-(\d+)$/;
  const number = highest(file, pattern) + 1;
  makeWhole(`${file}.v${version}.backup-${number}`, copy);
  for (const { name, number: found } of numbered(file, pattern))
    if (found <= number - KEPT_BACKUPS) rmSync(join(dirname(file), name), { force: true });
}

const highest = (file: string, pattern: RegExp): number =>
  numbered(file, pattern).reduce((most, { number }) => Math.max(most, number), 0);

/** The files beside this one whose name is its own and an ending with a number. */
function numbered(file: string, pattern: RegExp): { name: string; number: number }[] {
  return readdirSync(dirname(file)).flatMap((name) => {
    if (!name.startsWith(`${basename(file)}.`)) return [];
    const number = pattern.exec(name.slice(basename(file).length))?.[1];
    return number === undefined ? [] : [{ name, number: Number(number) }];
  });
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes new names last. Not every system lets a folder be opened (Windows writes names by itself). */
function syncFolder(file: string): void {
  let handle: number;
  try {
    handle = openSync(dirname(file), 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch {
    // Some network file systems cannot.
  } finally {
    closeSync(handle);
  }
}
