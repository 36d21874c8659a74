/**
 * Listens to what other backends on the same PostgreSQL tell (`LISTEN`), on a connection of its own that is opened
 * again whenever it breaks. What was told in between is lost, so the listener hears that it was away.
 */
import pg from 'pg';

/** Pauses before the connection is opened again; the last one goes on. */
const PAUSES_MS = [0, 100, 250, 500, 1000] as const;

export interface Listening {
  readonly url: string;
  readonly channel: string;
  readonly onMessage: (text: string) => void;
  /** The connection is there, for the first time or again: look at everything. */
  readonly onConnected: () => void;
  /** Told of what broke. */
  readonly onError: (error: unknown) => void;
}

/** Begins at once. @returns ends it */
export function listen({ url, channel, onMessage, onConnected, onError }: Listening): () => Promise<void> {
  let ended = false;
  let failures = 0;
  let present: pg.Client | undefined;
  let waiting: NodeJS.Timeout | undefined;
  let opening: Promise<void> = Promise.resolve();

  function again(): void {
    if (ended) return;
    const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0;
    failures += 1;
    waiting = setTimeout(() => {
      opening = open();
    }, pause);
    waiting.unref();
  }

  async function open(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      // A server that vanished without a word is noticed.
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
    });
    let broken = false;
    const onBreak = (error?: unknown): void => {
      if (broken) return;
      broken = true;
      if (present === client) present = undefined;
      if (!ended && error !== undefined) onError(error);
      client.end().catch(() => undefined);
      again();
    };
    client.on('error', onBreak);
    client.on('end', () => onBreak());
    client.on('notification', ({ payload }) => onMessage(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      onBreak(error);
      return;
    }
    if (broken) return;
    failures = 0;
    present = client;
    onConnected();
  }

  opening = open();
  return async () => {
    ended = true;
    clearTimeout(waiting);
    await opening;
    await present?.end().catch(() => undefined);
  };
}
