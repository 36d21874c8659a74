/**
 * The lock on an embedded database's folder. PGlite lets two processes open the same folder and both then ruin it,
 * so the second one must be refused before it opens anything.
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

export interface FolderLock {
  release(): void;
}

/** Somebody else has the folder; `message` says who and what to do. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/** @throws FolderInUseError */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const note = join(folder, 'backend.lock.txt');
  const lock = new Database(join(folder, 'backend.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!hasCode(error, 'SQLITE_BUSY')) throw error;
    throw new FolderInUseError(
      `The database folder ${folder} is in use by ${readNote(note)}. Stop that backend first, give this one ` +
        'another DATABASE_DIR, or use PostgreSQL (DATABASE_URL) for several.',
      { cause: error },
    );
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
