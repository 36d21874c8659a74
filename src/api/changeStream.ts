/**
 * The change stream of the policy (`GET /api/changes`), kept open: read with `fetch`, opened again when it breaks, going
 * on where it was with `Last-Event-ID`.
 *
 * A stream on which nothing comes for longer than the backend's heartbeat takes counts as broken. It ends for good with
 * the session; whoever signs in again opens another.
 */
import type { ProductError } from '../domain/errors';
import { endsSession, toProductError } from '../domain/errors';
import { createEventReader } from './eventStream';
import type { HttpOptions } from './http';
import { ChangeEvent, ownPolicyPaths } from './ownPolicy';
import { fromProblem } from './problem';

/** The backend's heartbeat comes every 15 s: two may be late. */
export const SILENCE_MS = 40_000;
/** Pauses before the stream is opened again: the first is short, because most breaks are. */
export const PAUSES_MS = [500, 1000, 2000, 5000, 15_000] as const;

export interface ChangeStreamOptions extends Pick<HttpOptions, 'baseUrl' | 'fetch' | 'token'> {
  /** Calls back once after this many milliseconds, unless stopped. */
  readonly later: (milliseconds: number, act: () => void) => () => void;
  /** Something changed; `revision` is the newest one. */
  readonly onChange: (revision: number) => void;
  /** Whether changes arrive at the moment. */
  readonly onLive?: (live: boolean) => void;
  /** The session ended, and with it the stream. */
  readonly onEnd?: (error: ProductError) => void;
}

/** Opens the stream. Returns the way to close it; nothing is called back afterwards. */
export function watchChanges(options: ChangeStreamOptions): () => void {
  let closed = false;
  let failures = 0;
  let lastId = '';
  let abort = new AbortController();
  let stopWaiting = () => {};

  async function run(): Promise<void> {
    abort = new AbortController();
    const { signal } = abort;
    // Aborting is all that ends a body that says nothing more.
    const brokenOff = () => abort.abort();
    let stopSilence = options.later(SILENCE_MS, brokenOff);
    try {
      const response = await open(signal);
      const reader = createEventReader(lastId);
      const decoder = new TextDecoder();
      const body = response.body?.getReader();
      if (closed) return;
      failures = 0;
      options.onLive?.(true);
      for (;;) {
        const piece = await body?.read();
        if (closed || piece === undefined || piece.done) break;
        stopSilence();
        stopSilence = options.later(SILENCE_MS, brokenOff);
        for (const event of reader.read(decoder.decode(piece.value, { stream: true }))) {
          lastId = event.id;
          const change = ChangeEvent.safeParse(parseJson(event.data));
          if (change.success) options.onChange(change.data.revision);
        }
      }
    } finally {
      stopSilence();
    }
  }

  async function open(signal: AbortSignal): Promise<Response> {
    const token = options.token();
    const response = await options.fetch(options.baseUrl.replace(/\/$/, '') + ownPolicyPaths.changes, {
      signal,
      credentials: 'omit',
      cache: 'no-store',
      headers: {
        accept: 'text/event-stream',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(lastId === '' ? {} : { 'last-event-id': lastId }),
      },
    });
    if (!response.ok) throw fromProblem(response.status, parseJson(await response.text()));
    return response;
  }

  function again(thrown?: unknown): void {
    if (closed) return;
    options.onLive?.(false);
    if (endsSession(thrown)) {
      close();
      options.onEnd?.(toProductError(thrown));
      return;
    }
    const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0;
    failures += 1;
    stopWaiting = options.later(pause, start);
  }

  const start = (): void => void run().then(again, again);

  function close(): void {
    closed = true;
    stopWaiting();
    abort.abort();
  }

  start();
  return close;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
