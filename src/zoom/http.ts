/**
 * The ground under the Zoom client: what a request and an answer are, how layers are put on top of each other,
 * and the bottom one, which calls `fetch`.
 *
 * A layer has one concern and one file (`layers/`): it is given the next layer's `Send` and returns its own.
 * Layers answer with whatever status Zoom gave; they throw `TransportError` when there was no whole answer, and
 * the caller's own reason when the caller aborted. Only `errors.ts` turns either into the error catalogue.
 */
import * as z from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Zoom's rate-limit label of an operation. */
export type Weight = 'light' | 'medium' | 'heavy';

export interface HttpRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** True when sending it twice has the effect of sending it once. */
  readonly repeatable: boolean;
  readonly weight: Weight;
  readonly signal?: AbortSignal;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export type Send = (request: HttpRequest) => Promise<HttpResponse>;
export type Layer = (next: Send) => Send;

/** As much of the global `fetch` as is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Waits; rejects with the signal's reason when that aborts. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Calls `fire` after so many milliseconds unless the returned function was called before. */
export type Timer = (milliseconds: number, fire: () => void) => () => void;

/** No whole answer came. */
export class TransportError extends Error {
  /** `never`: Zoom cannot have seen the request. `perhaps`: it may have acted on it. */
  readonly sent: 'never' | 'perhaps';

  constructor(sent: 'never' | 'perhaps', what: string, options?: { cause?: unknown }) {
    super(what, options);
    this.name = 'TransportError';
    this.sent = sent;
  }
}

/** Puts layers on a bottom: the first one named is the outermost. */
export function compose(bottom: Send, ...layers: readonly Layer[]): Send {
  return layers.reduceRight((next, layer) => layer(next), bottom);
}

/** Answers longer than this are not Zoom's: a page of 300 meetings stays well under 1 MB. */
export const ANSWER_LIMIT_BYTES = 5_000_000;

/**
 * The bottom layer. Redirects are not followed: Zoom's API has none, and a bearer must not travel elsewhere.
 */
export function fetchTransport(fetch: Fetch): Send {
  return async ({ method, url, headers, body, signal }) => {
    try {
      const response = await fetch(url, {
        method,
        headers: { ...headers },
        body: body ?? null,
        signal: signal ?? null,
        redirect: 'manual',
      });
      return { status: response.status, headers: response.headers, text: await readText(response) };
    } catch (thrown) {
      if (signal?.aborted || thrown instanceof TransportError) throw thrown;
      throw new TransportError(neverLeft(thrown) ? 'never' : 'perhaps', 'the connection failed', {
        cause: thrown,
      });
    }
  };
}

async function readText(response: Response): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > ANSWER_LIMIT_BYTES) {
      await reader.cancel();
      throw new TransportError('perhaps', 'the answer is too long');
    }
    text += decoder.decode(value, { stream: true });
  }
}

const NetworkFailure = z.object({
  code: z.string().optional(),
  syscall: z.string().optional(),
  errors: z.array(z.unknown()).optional(),
  cause: z.unknown().optional(),
});

/** Failures before the first byte of the request: name lookup, connecting, the certificate. */
const BEFORE_SENDING = /^(UND_ERR_CONNECT_TIMEOUT|ERR_TLS_CERT.*|CERT_.*|.*SELF_SIGNED_CERT.*|UNABLE_TO_.*)$/;

function neverLeft(thrown: unknown, depth = 0): boolean {
  const failure = NetworkFailure.safeParse(thrown);
  if (!failure.success || depth > 4) return false;
  const { code, syscall, errors, cause } = failure.data;
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  if (code !== undefined && BEFORE_SENDING.test(code)) return true;
  if (errors !== undefined && errors.length > 0) return errors.every((each) => neverLeft(each, depth + 1));
  return cause !== undefined && neverLeft(cause, depth + 1);
}
