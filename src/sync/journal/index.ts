/**
 * The engine's memory in a SQLite file (`../journal.ts` says what holds of it). Everything here is synchronous, and every
 * write is one transaction that is on the disk when the call returns.
 *
 * Errors are of the catalogue: `journal-in-use`, `journal-newer` and `journal-unusable` at opening; `journal-full` where a
 * write found no room, which leaves everything as it was; `journal-damaged` where something that is read makes no sense:
 * the next opening then sets the file aside and begins anew.
 */
import { resolve } from 'node:path';
import type { Journal } from '../journal';
import { takeLock } from './lock';
import { openFile, type Rebuilt } from './open';
import { createJournal } from './sqliteJournal';

export interface JournalOptions {
  readonly file: string;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/**
 * `rebuilt` says why the journal is empty: the links of both sides are then found by adoption. `missing` is also a first
 * start; a `damaged` file is kept under the name `setAside`.
 */
export interface OpenedJournal extends Rebuilt {
  readonly journal: Journal;
}

/** @throws ProductError `journal-in-use`, `journal-newer`, `journal-full`, `journal-unusable` */
export function openJournal({ file, now }: JournalOptions): OpenedJournal {
  const path = resolve(file);
  const lock = takeLock(path);
  try {
    const { connection, ...rebuilt } = openFile(path);
    return { journal: createJournal(connection, path, now, lock.release), ...rebuilt };
  } catch (error) {
    lock.release();
    throw error;
  }
}
