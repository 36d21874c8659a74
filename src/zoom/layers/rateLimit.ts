/**
 * Holds requests back before Zoom's per-second limit bites.
 *
 * Zoom counts by account and by label (light, medium, heavy), and says in `X-RateLimit-Limit` and
 * `X-RateLimit-Remaining` how many of this second's requests are left. When none is left, the next request of
 * that label waits for the second to end. Daily limits are not remembered: some count one host or one meeting
 * only, so refusing a whole label because of them would be wrong.
 */
import type { HttpResponse, Layer, Sleep, Weight } from '../http';
import { readRateLimit } from '../rateLimitHeaders';

export interface RateLimiter {
  /** Waits until a request of this label may go out, and counts it. */
  admit(weight: Weight, signal?: AbortSignal): Promise<void>;
  /** Learns from an answer's headers. */
  learn(weight: Weight, response: HttpResponse): void;
}

interface Second {
  readonly limit: number;
  remaining: number;
  /** Milliseconds since the epoch. */
  readonly ends: number;
}

const SECOND = 1000;

export function createRateLimiter(now: () => number, sleep: Sleep): RateLimiter {
  const seconds = new Map<Weight, Second>();

  return {
    async admit(weight, signal) {
      for (;;) {
        const second = seconds.get(weight);
        if (!second) return;
        if (second.ends > now()) {
          if (second.remaining > 0) {
            second.remaining -= 1;
            return;
          }
          await sleep(second.ends - now(), signal);
          // Somebody who waited as well may have begun the next second meanwhile.
          if (seconds.get(weight) !== second) continue;
        }
        // The new second is metered too, until an answer tells more. It is over after the sleep whatever the
        // clock says: timers may fire early, and a clock may stand still.
        const begins = Math.max(now(), second.ends);
        seconds.set(weight, { limit: second.limit, remaining: second.limit - 1, ends: begins + SECOND });
        return;
      }
    },

    learn(weight, response) {
      const told = readRateLimit(response.headers, now());
      if (told.kind === 'daily' || told.limit === undefined || told.remaining === undefined) return;
      const limit = Math.max(1, told.limit);
      const second = seconds.get(weight);
      const running = second !== undefined && second.ends > now();
      // Answers overtake each other: within one second the lowest number is the newest.
      const remaining = running ? Math.min(second.remaining, told.remaining) : told.remaining;
      seconds.set(weight, { limit, remaining, ends: running ? second.ends : now() + SECOND });
    },
  };
}

export const rateLimit =
  (limiter: RateLimiter): Layer =>
  (next) =>
  async (request) => {
    await limiter.admit(request.weight, request.signal);
    const response = await next(request);
    limiter.learn(request.weight, response);
    return response;
  };
