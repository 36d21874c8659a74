import type { HttpRequest, Sleep } from '../../../src/zoom/http';
import { createRateLimiter, rateLimit } from '../../../src/zoom/layers/rateLimit';
import { anAnswer, aRequest, errorOf, testClock } from '../support';

const told = (limit: number, remaining: number, type = 'QPS') => ({
  'x-ratelimit-type': type,
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
});

function setup(headers: (request: HttpRequest, count: number) => Record<string, string>) {
  const clock = testClock();
  const sentAt: number[] = [];
  const begin = clock.now();
  const send = rateLimit(createRateLimiter(clock.now, clock.sleep))(async (request) => {
    sentAt.push(clock.now() - begin);
    return anAnswer(200, '', headers(request, sentAt.length));
  });
  return { clock, sentAt, send };
}

describe('the rate-limit layer', () => {
  test('lets requests go as long as some are left', async () => {
    const { sentAt, send } = setup((_, count) => told(30, 30 - count));
    for (let i = 0; i < 5; i += 1) await send(aRequest());
    expect(sentAt).toEqual([0, 0, 0, 0, 0]);
  });

  test('waits for the next second when none is left', async () => {
    const { sentAt, send } = setup((_, count) => told(2, count % 2 === 0 ? 0 : 1));
    for (let i = 0; i < 6; i += 1) await send(aRequest());
    expect(sentAt).toEqual([0, 0, 1000, 1000, 2000, 2000]);
  });

  test('counts those that are under way: a burst never exceeds what was left, and all get through', async () => {
    const clock = testClock();
    // Many sleep at the same moment here: each wakes when the clock gets there.
    const sleep: Sleep = (milliseconds) =>
      new Promise((wake) => {
        clock.timer(milliseconds, () => wake());
      });
    const limiter = createRateLimiter(clock.now, sleep);
    limiter.learn('medium', anAnswer(200, '', told(3, 2)));
    let admitted = 0;
    const burst = Array.from({ length: 9 }, () => limiter.admit('medium').then(() => (admitted += 1)));
    const bySecond: number[] = [];
    for (let second = 0; second < 4; second += 1) {
      await new Promise(setImmediate);
      bySecond.push(admitted);
      clock.advance(1000);
    }
    await Promise.all(burst);
    expect(bySecond).toEqual([2, 5, 8, 9]);
  });

  test('keeps the labels apart', async () => {
    const { sentAt, send } = setup((request) => (request.weight === 'medium' ? told(1, 0) : told(30, 20)));
    await send(aRequest({ weight: 'medium' }));
    await send(aRequest({ weight: 'light' }));
    await send(aRequest({ weight: 'medium' }));
    expect(sentAt).toEqual([0, 0, 1000]);
  });

  test('does not hold anything back for a limit of the day, nor for headers that are missing or broken', async () => {
    const headers: Record<string, string>[] = [
      told(100, 0, 'Daily-limit'),
      {},
      { 'x-ratelimit-limit': 'many', 'x-ratelimit-remaining': '0' },
    ];
    const { sentAt, send } = setup((_, count) => headers[count - 1] ?? {});
    for (let i = 0; i < 4; i += 1) await send(aRequest());
    expect(sentAt).toEqual([0, 0, 0, 0]);
  });

  test('a late answer does not raise what is left in the same second', async () => {
    const clock = testClock();
    const limiter = createRateLimiter(clock.now, clock.sleep);
    limiter.learn('light', anAnswer(200, '', told(10, 0)));
    limiter.learn('light', anAnswer(200, '', told(10, 7)));
    await limiter.admit('light');
    expect(clock.slept).toEqual([1000]);
  });

  test('a limit of nought still lets one go each second', async () => {
    const { sentAt, send } = setup(() => told(0, 0));
    for (let i = 0; i < 3; i += 1) await send(aRequest());
    expect(sentAt).toEqual([0, 1000, 2000]);
  });

  test('waits once even if the clock stands still', async () => {
    const slept: number[] = [];
    const limiter = createRateLimiter(
      () => 0,
      async (milliseconds) => void slept.push(milliseconds),
    );
    limiter.learn('light', anAnswer(200, '', told(1, 0)));
    for (let i = 0; i < 3; i += 1) await limiter.admit('light');
    expect(slept).toEqual([1000, 2000, 3000]);
  });

  test('waiting ends when the caller aborts', async () => {
    const { send, sentAt } = setup(() => told(1, 0));
    await send(aRequest());
    expect(await errorOf(send(aRequest({ signal: AbortSignal.abort('closed') })))).toBe('closed');
    expect(sentAt).toHaveLength(1);
  });
});
