/**
 * The lock of a journal: one process at a time. Two engines on one journal would each act on what the other one does
 * not know yet.
 *
 * The operating system keeps the lock, as SQLite's exclusive lock on an empty file beside the journal, so it ends with
 * its holder however that ends. A note beside it says who the holder is, for the log of whoever is refused.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import Database from 'libsql';
import { ProductError } from '../../domain/errors';
import { hasCode, unopened } from './failures';

export interface Lock {
  release(): void;
}

/** @throws ProductError `journal-in-use` with the `holder` as it named itself */
export function takeLock(file: string): Lock {
  const path = `${file}.lock`;
  const note = `${path}.txt`;
  let lock: Database.Database | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    lock = new Database(path, { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    if (hasCode(error, /^SQLITE_BUSY/))
      throw new ProductError('journal-in-use', { holder: readNote(note) }, { cause: error });
    // Whatever is wrong with the lock, the journal itself is not what is damaged.
    throw unopened(error);
  }
  const held = lock;
  try {
    writeFileSync(note, `process ${process.pid} on ${hostname()}`);
  } catch {
    // The lock holds without the note.
  }
  return { release: () => held.close() };
}

function readNote(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return 'another process';
  }
}
