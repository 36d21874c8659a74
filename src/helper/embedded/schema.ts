/** The profile's tables, and bringing a file of an older version up to this one. */
import type Database from 'libsql';
import { ProfileError } from './errors';

/**
 * One entry a version, applied in order and never edited once released; the file's `user_version` counts them.
 *
 * An appointment's fields are one JSON column: unlike SQLite's text, JSON keeps every JavaScript string as it was,
 * NUL characters and lone surrogates included. What is searched for stands beside it in columns of its own.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE stores (
     id TEXT PRIMARY KEY,
     address_key TEXT NOT NULL UNIQUE,
     owner TEXT NOT NULL,
     time_zone TEXT NOT NULL,
     position INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE folders (
     id TEXT PRIMARY KEY,
     store_id TEXT NOT NULL REFERENCES stores (id),
     kind TEXT NOT NULL,
     name TEXT NOT NULL,
     UNIQUE (store_id, kind)
   ) STRICT;
   CREATE TABLE items (
     id TEXT PRIMARY KEY,
     search_key TEXT NOT NULL UNIQUE,
     uid TEXT NOT NULL,
     store_id TEXT NOT NULL REFERENCES stores (id),
     folder_id TEXT NOT NULL REFERENCES folders (id),
     change_number INTEGER NOT NULL,
     starts INTEGER NOT NULL,
     ends INTEGER NOT NULL,
     created INTEGER NOT NULL,
     modified INTEGER NOT NULL,
     fields TEXT NOT NULL
   ) STRICT;
   CREATE INDEX items_by_time ON items (folder_id, ends, starts);
   CREATE INDEX items_by_uid ON items (uid);
   CREATE TABLE changes (
     sequence INTEGER PRIMARY KEY AUTOINCREMENT,
     kind TEXT NOT NULL,
     store_id TEXT NOT NULL,
     folder_id TEXT NOT NULL,
     item_id TEXT NOT NULL,
     search_key TEXT NOT NULL
   ) STRICT;
   CREATE TABLE settings (
     store_id TEXT PRIMARY KEY REFERENCES stores (id),
     content TEXT NOT NULL
   ) STRICT;`,
  // Series: which write an untouched occurrence was last changed by, and the occurrences that are not as the series.
  `ALTER TABLE items ADD COLUMN own_change INTEGER NOT NULL DEFAULT 0;
   UPDATE items SET own_change = change_number;
   ALTER TABLE changes ADD COLUMN original_date TEXT;
   CREATE TABLE exceptions (
     search_key TEXT NOT NULL REFERENCES items (search_key) ON DELETE CASCADE,
     original_date TEXT NOT NULL,
     cancelled INTEGER NOT NULL,
     change_number INTEGER NOT NULL,
     modified INTEGER NOT NULL,
     fields TEXT NOT NULL,
     PRIMARY KEY (search_key, original_date)
   ) STRICT;`,
];

/** Reads one number out of a `PRAGMA name` answer. */
export function pragmaNumber(db: Database.Database, name: string): number {
  const row: unknown = db.prepare(`PRAGMA ${name}`).get();
  const value = typeof row === 'object' && row !== null ? new Map(Object.entries(row)).get(name) : undefined;
  if (typeof value !== 'number') throw new ProfileError('damaged', `The profile does not tell its ${name}.`);
  return value;
}

/**
 * Looks at a file without writing to it, and returns its version. Errors: `newer-file` for a file with more versions
 * than are known here, `damaged` for another program's database.
 */
export function recognise(db: Database.Database, steps: readonly string[] = migrations): number {
  const version = pragmaNumber(db, 'user_version');
  if (version > steps.length)
    throw new ProfileError(
      'newer-file',
      `The profile was written by a newer version of this product (format ${version}, this one knows ${steps.length}).`,
    );
  if (version === 0 && db.prepare('SELECT name FROM sqlite_master LIMIT 1').all().length > 0)
    throw new ProfileError('damaged', 'The file is a database, but not a mailbox profile.');
  return version;
}

/** Applies what the file lacks, all of it or nothing, also when several processes open a new file together. */
export function migrate(db: Database.Database, steps: readonly string[] = migrations): void {
  if (recognise(db, steps) === steps.length) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const step of steps.slice(recognise(db, steps))) db.exec(step);
    db.exec(`PRAGMA user_version = ${steps.length}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
