/** The journal's tables, and bringing a file of an older version up to this one. */
import { ProductError } from '../../domain/errors';
import type { Connection } from './connection';
import { hasCode } from './failures';
import { keepBackup } from './files';

/** In the file's header, to tell it from other programs' databases: "SYNJ". */
export const APPLICATION_ID = 0x53_59_4e_4a;

/**
 * One entry a version, applied in order and never edited once released; the file's `user_version` counts them.
 *
 * What is compared with a side's list is in `links`, whose rows are small; the facts, which are long, are apart and are
 * read only of the links that are asked for. Texts of unknown origin are as `text.ts` writes them.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE links (
     id INTEGER PRIMARY KEY,
     meeting_id TEXT NOT NULL UNIQUE,
     appointment_id TEXT,
     origin TEXT NOT NULL,
     kind TEXT NOT NULL,
     made_here INTEGER NOT NULL,
     hosted_by_me INTEGER NOT NULL,
     meeting_version TEXT,
     appointment_version TEXT,
     meeting_row TEXT,
     ends_at INTEGER,
     read_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX links_by_appointment ON links (appointment_id) WHERE appointment_id IS NOT NULL;
   CREATE INDEX links_by_reading ON links (read_at, meeting_id, ends_at);
   -- As small as an index can be: to count them.
   CREATE INDEX links_with_appointment ON links (hosted_by_me) WHERE appointment_id IS NOT NULL;
   CREATE TABLE facts (
     link INTEGER PRIMARY KEY REFERENCES links (id) ON DELETE CASCADE,
     meeting TEXT NOT NULL,
     appointment TEXT
   ) STRICT;
   CREATE TABLE copies (appointment_id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX copies_by_meeting ON copies (meeting_id);
   CREATE TABLE cursors (side TEXT PRIMARY KEY, cursor TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE due (
     side TEXT NOT NULL,
     id TEXT NOT NULL,
     not_before INTEGER NOT NULL,
     failures INTEGER NOT NULL,
     problem TEXT,
     noted_at INTEGER NOT NULL,
     PRIMARY KEY (side, id)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE tasks (
     -- Never used again: an id that is over must not mean another task.
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     begun_at INTEGER NOT NULL,
     step INTEGER NOT NULL,
     creates INTEGER NOT NULL,
     task TEXT NOT NULL,
     answers TEXT NOT NULL
   ) STRICT;
   CREATE TABLE creations (
     side TEXT NOT NULL,
     at INTEGER NOT NULL,
     number INTEGER NOT NULL,
     PRIMARY KEY (side, at)
   ) STRICT, WITHOUT ROWID;`,
];

/** @throws ProductError `journal-newer`; `journal-damaged` where it is no journal */
export function recognise(connection: Connection, steps: readonly string[]): number {
  const version = connection.value('PRAGMA user_version');
  if (
    connection.value('PRAGMA application_id') !== APPLICATION_ID ||
    typeof version !== 'number' ||
    version < 1
  )
    throw new ProductError('journal-damaged', { reason: 'The file is not a journal.' });
  if (version > steps.length) throw new ProductError('journal-newer', { version, known: steps.length });
  return version;
}

/** Everything of an empty file, in one transaction. */
export function build(connection: Connection, steps: readonly string[]): void {
  connection.transaction(() => {
    for (const step of steps) connection.execute(step);
    connection.execute(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${steps.length}`);
  });
}

/** Applies what the file lacks, all of it or nothing, after a copy of the file was put beside it. */
export function migrate(connection: Connection, file: string, steps: readonly string[]): void {
  const version = recognise(connection, steps);
  if (version === steps.length) return;
  keepBackup(file, version, (path) => connection.run('VACUUM INTO ?', [path]));
  try {
    connection.transaction(() => {
      for (const step of steps.slice(version)) connection.execute(step);
      connection.execute(`PRAGMA user_version = ${steps.length}`);
    });
  } catch (error) {
    // A step that SQLite does not accept is this product's fault, and no reason to begin anew.
    if (!(error instanceof ProductError) || hasCode(error.cause, /^SQLITE_(CORRUPT|NOTADB)/)) throw error;
    throw error.code === 'journal-damaged'
      ? new ProductError('journal-unusable', error.details, { cause: error })
      : error;
  }
}

/** Reads the whole file. */
export function checkAll(connection: Connection): void {
  if (connection.value('PRAGMA quick_check(1)') !== 'ok')
    throw new ProductError('journal-damaged', { reason: 'The file is not whole.' });
}
