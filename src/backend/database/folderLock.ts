/**
 * The lock on a folder that one process at a time may use. The embedded database needs it: PGlite lets two processes
 * open the same folder and both then ruin it, so the second one must be refused before it opens anything.
 *
 * The operating system keeps the lock: it is SQLite's exclusive lock on a small file, so it ends with its holder,
 * however that ends, and no remains of a crash have to be told from a running process. Beside it stands a note that
 * says who the holder is, for the one who is refused.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { hasCode } from '../errorCode';
import { DamagedDataError } from './damaged';

export interface FolderLock {
  release(): void;
}

/** Somebody else has the folder; `message` says who and what to do. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/** Whose lock it is, and what the one who is refused is told. */
export interface LockUse {
  /** Begins the names of the lock's two files. */
  readonly name: string;
  /** The sentences for whoever comes second. */
  readonly refusal: (folder: string, holder: string) => string;
}

const backends: LockUse = {
  name: 'backend',
  refusal: (folder, holder) =>
    `The database folder ${folder} is in use by ${holder}. Stop that backend first, give this one ` +
    'another DATABASE_DIR, or use PostgreSQL (DATABASE_URL) for several.',
};

/** @throws FolderInUseError, DamagedDataError */
export function lockFolder(folder: string, { name, refusal }: LockUse = backends): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${name}.lock`);
  const note = `${file}.txt`;
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (hasCode(error, 'SQLITE_BUSY'))
      throw new FolderInUseError(refusal(folder, readNote(note)), { cause: error });
    if (hasCode(error, 'SQLITE_NOTADB'))
      throw new DamagedDataError({ what: 'The lock', path: file, because: 'it is no lock file' }, error);
    throw error;
  }
  writeFileSync(note, `process ${process.pid} on ${hostname()}`);
  return { release: () => lock.close() };
}

function readNote(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return 'another process';
  }
}
