/**
 * Opens the database: PostgreSQL by address, or the embedded PGlite (the same SQL, one process) in a folder or in
 * memory. Comes back with the schema up to date.
 */
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import pg from 'pg';
import { damaged, meansDamage, openFolder } from './embeddedFolder';
import { lockFolder } from './folderLock';
import { listen, type Listening } from './listen';
import { migrate } from './migrations';
import type { Database, Schema } from './schema';

/** The embedded database that lives as long as the process. */
export const IN_MEMORY = 'memory://';

export type Listener = Omit<Listening, 'url'>;

export interface OpenDatabase {
  readonly database: Database;
  /** True when no other process can be working on it, so that whatever looks begun was left by a crash. */
  readonly exclusive: boolean;
  /** Hears what other processes tell on a channel; undefined where there are none. @returns ends it */
  readonly listen: ((listener: Listener) => () => Promise<void>) | undefined;
  /** Asks the database something; false when it does not answer. */
  healthy(): Promise<boolean>;
  /** Lets running queries finish, then closes and unlocks. */
  close(): Promise<void>;
}

export interface DatabasePlace {
  /** `postgres://…`; wins over the folder. */
  readonly url?: string | undefined;
  /** A folder, or `memory://`. */
  readonly directory: string;
  /** Told about connections that broke while nobody used them. */
  readonly onIdleError?: (error: Error) => void;
}

/**
 * @throws FolderInUseError when another process has the folder, DamagedDataError when its content cannot be used;
 *   whatever the server says when it cannot be reached
 */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  const opened =
    place.url === undefined ? await openEmbedded(place.directory) : openServer(place.url, place.onIdleError);
  try {
    await migrate(opened.database);
  } catch (error) {
    if (place.url !== undefined || !meansDamage(error)) {
      await opened.close();
      throw error;
    }
    // What broke down may not be able to close either; that is not the news.
    await opened.close().catch(() => undefined);
    throw damaged(pgliteIn(place.directory), 'its tables cannot be read', error);
  }
  return opened;
}

const pgliteIn = (directory: string) => join(directory, 'pglite');

async function openEmbedded(directory: string): Promise<OpenDatabase> {
  if (directory === IN_MEMORY) return wrap(dialectOf(await PGlite.create(IN_MEMORY)), undefined);
  const lock = lockFolder(directory);
  try {
    return wrap(dialectOf(await openFolder(pgliteIn(directory))), undefined, () => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openServer(url: string, onIdleError: DatabasePlace['onIdleError']): OpenDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  // Without a listener the pool's error would end the process; the pool itself replaces the connection.
  pool.on('error', (error) => onIdleError?.(error));
  // Nor does it while somebody uses the connection: their query fails, and that is told to them.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return wrap(new PostgresDialect({ pool }), (listener) => listen({ ...listener, url }));
}

const dialectOf = (pglite: PGlite) => new PGliteDialect(pglite);

function wrap(
  dialect: PGliteDialect | PostgresDialect,
  listenTo: OpenDatabase['listen'],
  afterClose: () => void = () => undefined,
): OpenDatabase {
  const database = new Kysely<Schema>({ dialect });
  const listening: (() => Promise<void>)[] = [];
  return {
    database,
    exclusive: listenTo === undefined,
    listen:
      listenTo &&
      ((listener) => {
        const end = listenTo(listener);
        listening.push(end);
        return end;
      }),
    healthy: async () => {
      try {
        await sql`select 1`.execute(database);
        return true;
      } catch {
        return false;
      }
    },
    close: async () => {
      for (const end of listening) await end();
      await database.destroy();
      afterClose();
    },
  };
}
