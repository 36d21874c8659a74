/**
 * Repeats what may be repeated, a bounded number of times.
 *
 * - 429 of this second: Zoom did nothing, so every request may be repeated after the time that the headers name.
 * - A request that never left: likewise.
 * - 5xx, a lost connection, no answer in time: only requests whose repetition changes nothing more.
 * Daily limits, other refusals and waits longer than `longestWaitMs` are handed up at once.
 */
import { readErrorBody } from '../errors';
import { TransportError, type HttpRequest, type HttpResponse, type Layer, type Sleep } from '../http';
import { isDailyLimit, readRateLimit } from '../rateLimitHeaders';

export interface RetryOptions {
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly random: () => number;
  /** All attempts together; 3 unless said otherwise. */
  readonly attempts?: number;
  /** No single wait is longer, in milliseconds; 5,000 unless said otherwise. */
  readonly longestWaitMs?: number;
  /** No new attempt begins later than this after the first, in milliseconds; 20,000 unless said otherwise. */
  readonly budgetMs?: number;
}

const FIRST_BACKOFF_MS = 300;
const PER_SECOND_WAIT_MS = 1000;

type Outcome = { readonly response: HttpResponse } | { readonly failure: TransportError };

export const retry =
  ({ now, sleep, random, attempts = 3, longestWaitMs = 5_000, budgetMs = 20_000 }: RetryOptions): Layer =>
  (next) =>
  async (request) => {
    const began = now();
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await next(request).then(
        (response): Outcome => ({ response }),
        (thrown: unknown): Outcome => {
          if (thrown instanceof TransportError) return { failure: thrown };
          throw thrown;
        },
      );
      const wait = waitBefore(outcome, request, attempt, now(), random);
      const late = wait !== undefined && now() + wait - began > budgetMs;
      if (wait === undefined || wait > longestWaitMs || late || attempt >= attempts) {
        if ('failure' in outcome) throw outcome.failure;
        return outcome.response;
      }
      await sleep(wait, request.signal);
    }
  };

/** Milliseconds to wait before the next attempt; undefined when there must be none. Pure. */
function waitBefore(
  outcome: Outcome,
  request: Pick<HttpRequest, 'repeatable'>,
  attempt: number,
  now: number,
  random: () => number,
): number | undefined {
  // Jitter keeps many panes from coming back at the same moment.
  const backoff = Math.ceil(FIRST_BACKOFF_MS * 2 ** (attempt - 1) * (0.5 + random() / 2));
  if ('failure' in outcome) {
    return request.repeatable || outcome.failure.sent === 'never' ? backoff : undefined;
  }
  const { response } = outcome;
  const told = readRateLimit(response.headers, now).retryAfterMs;
  if (response.status === 429) {
    if (isDailyLimit(response.headers, readErrorBody(response)?.message ?? '')) return undefined;
    return (told ?? PER_SECOND_WAIT_MS) + Math.floor(random() * 100);
  }
  if (response.status >= 500 || response.status === 408) {
    return request.repeatable ? Math.max(told ?? 0, backoff) : undefined;
  }
  return undefined;
}
