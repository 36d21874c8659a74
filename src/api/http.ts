/**
 * One call to the backend's HTTP interface, for all of its clients.
 *
 * It rejects with a `ProductError`: the backend's own problems by their code; no connection as `offline` when the
 * browser says so, else as `backend-unavailable`. A call that may be repeated without harm is repeated once when the
 * network failed.
 */
import type * as z from 'zod/mini';
import { fromProblem } from './problem';
import { ProductError } from '../domain/errors';

export interface HttpOptions {
  /** Where the backend is, such as `https://localhost:8443`; empty for the page's own origin. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** The session token of this moment, if there is one. */
  readonly token: () => string | undefined;
  /** What the browser says about its connection (`navigator.onLine`). Absent: taken as online. */
  readonly isOnline?: () => boolean;
  /** How long one attempt may take, in milliseconds. */
  readonly timeoutMs: number;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** False for what must not happen twice, such as using up a one-time code. */
  readonly repeatable?: boolean;
  /** Reads a refusal that says more than its problem; undefined: it says no more. */
  readonly refusal?: (status: number, body: unknown) => ProductError | undefined;
}

export interface Http {
  /** Without a slash at its end. */
  readonly base: string;
  /** The answer's body, parsed as JSON where it could be. */
  send(call: Call): Promise<unknown>;
  /** The answer's body in this shape; any other is `backend-unavailable`. */
  ask<T>(schema: z.ZodMiniType<T>, call: Call): Promise<T>;
}

export function createHttp(options: HttpOptions): Http {
  const base = options.baseUrl.replace(/\/$/, '');

  /** One attempt. Rejects with a `NetworkFailure` when no answer came. */
  async function attempt(call: Call, token: string | undefined): Promise<{ status: number; text: string }> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), options.timeoutMs);
    try {
      const response = await options.fetch(base + call.path, {
        method: call.method,
        signal: abort.signal,
        // The token is the only proof of identity: no cookie may ever stand in for it.
        credentials: 'omit',
        cache: 'no-store',
        headers: {
          accept: 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...call.headers,
        },
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
      return { status: response.status, text: await response.text() };
    } catch (cause) {
      throw new NetworkFailure(abort.signal.aborted, cause);
    } finally {
      clearTimeout(timer);
    }
  }

  async function send(call: Call): Promise<unknown> {
    const token = options.token();
    const answer = await attempt(call, token)
      .catch((error: unknown) => {
        // After a timeout the person has waited long enough; only a broken connection is tried again.
        const again =
          error instanceof NetworkFailure && !error.timedOut && call.repeatable !== false && online();
        if (!again) throw error;
        return attempt(call, token);
      })
      .catch((error: unknown) => {
        throw new ProductError(online() ? 'backend-unavailable' : 'offline', {}, { cause: error });
      });
    const body = parseJson(answer.text);
    if (answer.status >= 200 && answer.status < 300) return body;
    throw call.refusal?.(answer.status, body) ?? fromProblem(answer.status, body);
  }

  const online = (): boolean => options.isOnline?.() ?? true;

  async function ask<T>(schema: z.ZodMiniType<T>, call: Call): Promise<T> {
    const parsed = schema.safeParse(await send(call));
    if (!parsed.success) throw new ProductError('backend-unavailable', {}, { cause: parsed.error });
    return parsed.data;
  }

  return { base, send, ask };
}

/** No answer came: the connection broke, or it took too long. */
class NetworkFailure extends Error {
  constructor(
    readonly timedOut: boolean,
    cause: unknown,
  ) {
    super(timedOut ? 'no answer in time' : 'no connection', { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
