import { isDailyLimit, readRateLimit } from '../../src/zoom/rateLimitHeaders';
import { START } from './support';

const read = (headers: Record<string, string>) => readRateLimit(new Headers(headers), START);

describe('rate-limit headers', () => {
  test('tell the limit of this second and what is left', () => {
    expect(
      read({
        'X-RateLimit-Category': 'Light',
        'X-RateLimit-Type': 'QPS',
        'X-RateLimit-Limit': '30',
        'X-RateLimit-Remaining': '29',
      }),
    ).toEqual({ kind: 'per-second', limit: 30, remaining: 29, retryAfterMs: undefined });
  });

  test.each([
    ['Per-second-limit', 'per-second'],
    ['QPS', 'per-second'],
    ['Daily-limit', 'daily'],
    ['something new', undefined],
  ])('the type %s is %s', (type, kind) => expect(read({ 'x-ratelimit-type': type }).kind).toBe(kind));

  test.each([
    ['3', 3000],
    ['0', 0],
    ['2026-11-23T08:00:10Z', 10_000],
    ['Mon, 23 Nov 2026 08:00:05 GMT', 5000],
    ['2026-11-23T07:59:00Z', 0],
    ['soon', undefined],
    ['-3', undefined],
  ])('Retry-After %s is %s ms', (text, expected) => {
    expect(read({ 'retry-after': text }).retryAfterMs).toBe(expected);
  });

  test.each(['', '-1', '1.5', 'many', '99999999999'])('a limit of "%s" is no limit', (text) => {
    expect(read({ 'x-ratelimit-limit': text, 'x-ratelimit-remaining': text })).toMatchObject({
      limit: undefined,
      remaining: undefined,
    });
  });

  test('the limits of one host a day are known by their words alone', () => {
    const none = new Headers();
    expect(
      isDailyLimit(none, 'You have exceeded the daily rate limit (100) of Meeting Create/Update API'),
    ).toBe(true);
    expect(isDailyLimit(none, 'You have reached the maximum per-second rate limit for this API.')).toBe(
      false,
    );
    expect(isDailyLimit(new Headers({ 'x-ratelimit-type': 'QPS' }), 'see the daily rate limit')).toBe(false);
  });
});
