/** The profile's SQLite file: opened for several processes, with its errors translated. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import * as z from 'zod';
import { ProfileError } from './errors';
import { migrate, pragmaNumber, recognise } from './schema';

const SqliteFailure = z.object({ code: z.string(), message: z.string() });

/** The profile's error for SQLite's, or the error as it is. */
export function translated(error: unknown): unknown {
  if (error instanceof ProfileError) return error;
  const failure = SqliteFailure.safeParse(error);
  if (!failure.success) return error;
  const { code, message } = failure.data;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new ProfileError('busy', 'Another process keeps the profile locked.', { cause: error });
  if (/^SQLITE_(NOTADB|CORRUPT|ERROR|FORMAT)/.test(code))
    return new ProfileError('damaged', `The profile's file cannot be used: ${message}.`, { cause: error });
  return error;
}

/** Runs `action` and throws its errors translated. */
export function guarded<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw translated(error);
  }
}

/**
 * Opens or makes the file and brings it to this version. Write-ahead logging lets others read while one writes;
 * a writer waits up to `busyMilliseconds` for another one.
 */
export function openConnection(file: string, busyMilliseconds: number): Connection {
  return guarded(() => {
    mkdirSync(dirname(file), { recursive: true });
    const db = new Database(file, { timeout: busyMilliseconds });
    try {
      recognise(db);
      db.exec('PRAGMA journal_mode = WAL');
      db.exec('PRAGMA synchronous = NORMAL');
      db.exec('PRAGMA foreign_keys = ON');
      migrate(db);
      return new Connection(db);
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** What a statement may be given. */
export type Parameter = string | number | null;

/** The open file: statements and transactions, for the tables to build on. */
export class Connection {
  private open = true;

  /** Use `openConnection`. */
  constructor(private readonly db: Database.Database) {}

  /** The rows that a query finds, unchecked. */
  rows(sql: string, parameters: readonly Parameter[] = []): unknown[] {
    return guarded(() =>
      this.usable()
        .prepare(sql)
        .all(...parameters),
    );
  }

  /** Runs a writing statement and returns the last inserted row's number. */
  run(sql: string, parameters: readonly Parameter[]): number {
    return guarded(() =>
      Number(
        this.usable()
          .prepare(sql)
          .run(...parameters).lastInsertRowid,
      ),
    );
  }

  /** SQLite's count of commits by other connections, as far as this one knows. */
  dataVersion(): number {
    return guarded(() => pragmaNumber(this.usable(), 'data_version'));
  }

  get inTransaction(): boolean {
    return this.open && this.db.inTransaction;
  }

  /**
   * Runs `action` as one transaction that takes the writer's lock at once; one inside another joins it.
   * The action is synchronous: a promise would outlive the transaction, so one is refused.
   */
  transaction<Result>(action: () => Result): Result {
    return guarded(() => {
      const db = this.usable();
      if (db.inTransaction) return action();
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = action();
        if (result instanceof Promise) throw new TypeError('A transaction of the profile cannot wait.');
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK');
        throw error;
      }
    });
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    this.db.close();
  }

  /** The database, refused once closed: the driver itself would go on writing through kept statements. */
  usable(): Database.Database {
    if (!this.open) throw new ProfileError('closed', 'The profile is closed.');
    return this.db;
  }
}
