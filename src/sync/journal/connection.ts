/**
 * The journal's open SQLite file: statements that are kept, transactions, and errors of the catalogue.
 *
 * The driver has no way to end a statement: a closed database stays open underneath, its write-ahead log beside it, until
 * its statements are collected as garbage. So `close` first leaves the write-ahead log: a closed journal is one whole
 * file, whatever the driver still holds.
 */
import Database from 'libsql';
import { translated, unopened } from './failures';

/** What a statement may be given. */
export type Parameter = string | number | null;

/** How long another program, such as a backup, may keep the file locked, in ms. */
const BUSY_MILLISECONDS = 5_000;

export class Connection {
  private readonly kept = new Map<string, Database.Statement<unknown[]>>();
  private isOpen = true;

  private constructor(private readonly db: Database.Database) {}

  /** @throws ProductError `journal-unusable`, `journal-in-use`; damage is found later, by reading */
  static open(file: string): Connection {
    try {
      return new Connection(new Database(file, { timeout: BUSY_MILLISECONDS }));
    } catch (error) {
      throw unopened(error);
    }
  }

  /** The rows that a query finds, as lists of their columns, unchecked. */
  rows(sql: string, parameters: readonly Parameter[] = []): unknown[] {
    return this.guarded((db) => this.statement(db, sql, true).all(parameters));
  }

  /** The first column of the first row, unchecked. */
  value(sql: string, parameters: readonly Parameter[] = []): unknown {
    const [row] = this.rows(sql, parameters);
    return Array.isArray(row) ? row[0] : undefined;
  }

  /** @returns how many rows were changed */
  run(sql: string, parameters: readonly Parameter[] = []): number {
    return this.guarded((db) => this.statement(db, sql, false).run(parameters).changes);
  }

  /** @returns the number of the inserted row */
  insert(sql: string, parameters: readonly Parameter[]): number {
    return this.guarded((db) => Number(this.statement(db, sql, false).run(parameters).lastInsertRowid));
  }

  /** Statements that are not kept. */
  execute(sql: string): void {
    this.guarded((db) => db.exec(sql));
  }

  /** All of the action's writes, durable when it returns, or none of them. */
  transaction<Result>(action: () => Result): Result {
    return this.guarded((db) => {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = action();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        // SQLite takes the transaction back by itself where the disk is full.
        if (db.inTransaction) db.exec('ROLLBACK');
        throw error;
      }
    });
  }

  /** Every commit is on the disk when it returns. The log is there as a file from here on. */
  beginLog(): void {
    this.execute('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    this.value('SELECT count(*) FROM sqlite_schema');
  }

  /** Brings everything from the log into the file. */
  emptyLog(): void {
    this.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** @returns whether the file is whole without a log; if not, SQLite will bring it in when it is opened again */
  close(): boolean {
    if (!this.isOpen) return true;
    try {
      this.execute('PRAGMA journal_mode = DELETE');
      return true;
    } catch {
      return false;
    } finally {
      this.isOpen = false;
      this.kept.clear();
      this.db.close();
    }
  }

  private statement(db: Database.Database, sql: string, isQuery: boolean): Database.Statement<unknown[]> {
    const found = this.kept.get(sql);
    if (found) return found;
    const made: Database.Statement<unknown[]> = db.prepare(sql);
    if (isQuery) made.raw();
    this.kept.set(sql, made);
    return made;
  }

  private guarded<Result>(action: (db: Database.Database) => Result): Result {
    // The driver itself would go on writing through kept statements.
    if (!this.isOpen) throw new Error('The journal is closed.');
    try {
      return action(this.db);
    } catch (error) {
      throw translated(error);
    }
  }
}
