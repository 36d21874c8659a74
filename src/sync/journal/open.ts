/** Opening the journal's file: whole and of this version, or set aside and begun anew, or refused and left alone. */
import { existsSync } from 'node:fs';
import { Connection } from './connection';
import { isDamage, translated } from './failures';
import {
  closedState,
  hasLog,
  hasLostLog,
  isAsClosed,
  makeWhole,
  readState,
  removeState,
  setAside,
  writeState,
} from './files';
import { build, checkAll, migrate, migrations, recognise } from './schema';

/** Why the journal begins anew, and the name that a damaged file has now. */
export interface Rebuilt {
  readonly rebuilt: 'missing' | 'damaged' | undefined;
  readonly setAside?: string;
}

export interface OpenFile extends Rebuilt {
  readonly connection: Connection;
}

/**
 * The caller holds the lock.
 * @throws ProductError `journal-newer`, `journal-full`, `journal-unusable`, `journal-in-use`
 */
export function openFile(file: string, steps: readonly string[] = migrations): OpenFile {
  try {
    const found = existsSync(file) ? openExisting(file, steps) : 'missing';
    if (found instanceof Connection) return { connection: found, rebuilt: undefined };
    const aside = found === 'damaged' || hasLog(file) ? setAside(file) : undefined;
    makeWhole(file, (path) => {
      const fresh = Connection.open(path);
      try {
        build(fresh, steps);
      } finally {
        fresh.close();
      }
    });
    const connection = begin(Connection.open(file), file);
    return { connection, rebuilt: found, ...(aside === undefined ? {} : { setAside: aside }) };
  } catch (error) {
    throw translated(error, 'journal-unusable');
  }
}

function openExisting(file: string, steps: readonly string[]): Connection | 'damaged' {
  const state = readState(file);
  if (state?.left === 'damaged' || hasLostLog(file, state)) return 'damaged';
  const isUntouched = isAsClosed(file, state);
  const connection = Connection.open(file);
  try {
    recognise(connection, steps);
    if (!isUntouched) checkAll(connection);
    connection.beginLog();
    migrate(connection, file, steps);
    removeState(file);
    return connection;
  } catch (error) {
    connection.close();
    if (isDamage(error)) return 'damaged';
    throw error;
  }
}

function begin(connection: Connection, file: string): Connection {
  try {
    connection.beginLog();
    removeState(file);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Leaves one file, and the note that it is whole. */
export function closeFile(connection: Connection, file: string, isDamaged: boolean): void {
  if (isDamaged) {
    connection.close();
    return;
  }
  try {
    connection.emptyLog();
    writeState(file, { left: 'closing' });
  } catch {
    // A full disk: the log stays, and is brought in when the journal is opened again.
  }
  if (connection.close()) writeState(file, closedState(file));
}
