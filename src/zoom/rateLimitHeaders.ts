/**
 * What Zoom's answers say about its limits, read from their headers. Pure.
 *
 * `X-RateLimit-Category` (Light, Medium, Heavy), `X-RateLimit-Type` (`Per-second-limit`, earlier `QPS`, or
 * `Daily-limit`), `X-RateLimit-Limit`, `X-RateLimit-Remaining`, and on daily limits `Retry-After`, which Zoom
 * writes as an instant, HTTP as seconds or a date. The limits of one host or one meeting a day come without type
 * or `Retry-After`; only the message tells.
 */
export interface RateLimitHeaders {
  readonly kind: 'per-second' | 'daily' | undefined;
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
  /** Milliseconds from `now`, never negative. */
  readonly retryAfterMs: number | undefined;
}

export function readRateLimit(headers: Headers, now: number): RateLimitHeaders {
  const type = headers.get('x-ratelimit-type')?.toLowerCase() ?? '';
  return {
    kind: type.includes('daily') ? 'daily' : /second|qps/.test(type) ? 'per-second' : undefined,
    limit: wholeNumber(headers.get('x-ratelimit-limit')),
    remaining: wholeNumber(headers.get('x-ratelimit-remaining')),
    retryAfterMs: retryAfter(headers.get('retry-after'), now),
  };
}

/** Whether a 429 means the day's allowance rather than this second's. */
export function isDailyLimit(headers: Headers, message: string): boolean {
  const { kind } = readRateLimit(headers, 0);
  return kind === 'daily' || (kind === undefined && /\bdaily\b|\bper day\b/i.test(message));
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}

function retryAfter(text: string | null, now: number): number | undefined {
  if (text === null) return undefined;
  const seconds = wholeNumber(text);
  if (seconds !== undefined) return seconds * 1000;
  const at = /^\d{4}-\d\d-\d\dT|GMT$/.test(text.trim()) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
