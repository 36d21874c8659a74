/**
 * Everything the Zoom stand-in remembers: the account, people, meetings, grants and signed-in browsers.
 *
 * Collections live in memory and are written through to one SQLite table before a call returns, so what was answered
 * has been kept. Secrets (tokens, browser ids) are kept as SHA-256 only. Codes, page tokens, faults, counters and the
 * request log are not kept: a restart may forget them.
 */
import Database from 'libsql';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { DamagedDataError } from '../../backend/database/damaged';
import { Account, initialAccount } from './account';
import { StoredMeeting } from './meetingModel';
import { ACCOUNT_ID, initialPeople, Person } from './people';

/** What a person allowed the app: one row a sign-in, replaced at each refresh. Times are UTC milliseconds. */
export const Grant = z.object({
  id: z.string(),
  personId: z.string(),
  refreshHash: z.string(),
  refreshExpiresAt: z.int(),
  /** Access tokens that may still be used, by hash, with their end. */
  access: z.record(z.string(), z.int()),
});
export type Grant = z.infer<typeof Grant>;

/** A browser that was given a cookie; `personId` is null until somebody signs in. */
export const BrowserSession = z.object({ id: z.string(), personId: z.string().nullable() });
export type BrowserSession = z.infer<typeof BrowserSession>;

/** The form in which secrets are kept. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** An entry that this version cannot read. */
class ForeignEntryError extends Error {}

/** Whether an error says that the file's content is not what this stand-in wrote. */
const meansDamage = (error: unknown): error is Error =>
  error instanceof ForeignEntryError ||
  error instanceof SyntaxError ||
  error instanceof z.ZodError ||
  (error instanceof Error &&
    'code' in error &&
    /^SQLITE_(NOTADB|CORRUPT|ERROR|FORMAT)/.test(String(error.code)));

const Row = z.object({ id: z.string(), body: z.string() });

/** A keyed set of one kind of thing, in memory and, where there is a file, in it. */
export class Collection<T> {
  private readonly items = new Map<string, T>();

  constructor(
    private readonly kind: string,
    private readonly shape: z.ZodType<T>,
    private readonly keyOf: (item: T) => string,
    private readonly db: Database.Database | undefined,
  ) {
    const rows = db?.prepare('SELECT id, body FROM entries WHERE kind = ?').all(kind) ?? [];
    for (const row of z.array(Row).parse(rows)) {
      const item = shape.safeParse(JSON.parse(row.body));
      if (!item.success) throw new ForeignEntryError(`it holds a ${kind} of another version`);
      this.items.set(row.id, item.data);
    }
  }

  get(key: string): T | undefined {
    return this.items.get(key);
  }

  all(): T[] {
    return [...this.items.values()];
  }

  put(item: T): T {
    const kept = this.shape.parse(item);
    const id = this.keyOf(kept);
    this.items.set(id, kept);
    this.db
      ?.prepare(
        'INSERT INTO entries (kind, id, body) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body',
      )
      .run(this.kind, id, JSON.stringify(kept));
    return kept;
  }

  delete(key: string): void {
    this.items.delete(key);
    this.db?.prepare('DELETE FROM entries WHERE kind = ? AND id = ?').run(this.kind, key);
  }

  clear(): void {
    this.items.clear();
    this.db?.prepare('DELETE FROM entries WHERE kind = ?').run(this.kind);
  }
}

/** The stand-in's memory. */
export class Store {
  readonly accounts: Collection<Account>;
  readonly people: Collection<Person>;
  readonly meetings: Collection<StoredMeeting>;
  readonly grants: Collection<Grant>;
  readonly browsers: Collection<BrowserSession>;
  private readonly db: Database.Database | undefined;

  /** Opens the file, or keeps everything in memory when there is none. Throws `DamagedDataError`. */
  constructor(file?: string) {
    if (file !== undefined) mkdirSync(path.dirname(file), { recursive: true });
    this.db = file === undefined ? undefined : new Database(file);
    try {
      this.db?.exec('PRAGMA journal_mode = WAL');
      this.db?.exec(
        'CREATE TABLE IF NOT EXISTS entries (kind TEXT, id TEXT, body TEXT NOT NULL, PRIMARY KEY (kind, id))',
      );
      this.people = new Collection('person', Person, (person) => person.id, this.db);
      this.accounts = new Collection('account', Account, (account) => account.id, this.db);
      this.meetings = new Collection('meeting', StoredMeeting, (meeting) => String(meeting.id), this.db);
      this.grants = new Collection('grant', Grant, (grant) => grant.id, this.db);
      this.browsers = new Collection('browser', BrowserSession, (browser) => browser.id, this.db);
    } catch (error) {
      this.db?.close();
      if (file === undefined || !meansDamage(error)) throw error;
      const damage = { what: "The Zoom stand-in's file", path: file, because: error.message };
      throw new DamagedDataError(damage, error);
    }
    this.seed();
  }

  /** The account; there is one. */
  get account(): Account {
    return this.accounts.get(ACCOUNT_ID) ?? initialAccount();
  }

  /** Forgets everything but account and people, who get their first settings back. */
  reset(): void {
    for (const collection of [this.accounts, this.people, this.meetings, this.grants, this.browsers]) {
      collection.clear();
    }
    this.seed();
  }

  close(): void {
    this.db?.close();
  }

  /** Adds what is missing: everything in a new file, in an older one the people that came later. */
  private seed(): void {
    if (this.accounts.get(ACCOUNT_ID) === undefined) this.accounts.put(initialAccount());
    for (const person of initialPeople()) {
      if (this.people.get(person.id) === undefined) this.people.put(person);
    }
  }
}
