import { body, codeOf, ID, setup, setupOn, TOKENS } from './clientSetup';
import {
  connectionRefused,
  connectionReset,
  errorOf,
  hang,
  json,
  refusal,
  tooFast,
  tooManyToday,
  zoomMeeting,
  testClock,
  type TestClock,
} from './support';

describe('the layers together', () => {
  test('a stale token in the midst of a busy second: wait, refresh, repeat', async () => {
    const { client, calls, clock } = setup(
      tooFast(),
      refusal(401, 124, 'Invalid access token.'),
      json(201, zoomMeeting()),
    );
    expect((await client.createMeeting(body)).id).toBe(ID);
    expect(calls.map(({ headers }) => headers.get('authorization'))).toEqual([
      `Bearer ${TOKENS[0]}`,
      `Bearer ${TOKENS[0]}`,
      `Bearer ${TOKENS[1]}`,
    ]);
    expect(clock.slept).toEqual([1000]);
  });

  test('a consent that is gone is told after one refresh', async () => {
    const { client, calls } = setup(
      refusal(401, 124, 'Invalid access token.'),
      refusal(401, 124, 'Invalid access token.'),
    );
    expect(await codeOf(client.me())).toBe('zoom-consent-lost');
    expect(calls).toHaveLength(2);
  });

  test('a busy Zoom says how long to wait', async () => {
    const { client } = setup(tooFast({ 'retry-after': '30' }));
    const error = await errorOf(client.me());
    expect(error).toMatchObject({ code: 'zoom-busy', details: { seconds: 30 } });
  });

  test('the limit of the day is told at once, with Zoom’s words', async () => {
    const { client, calls } = setup(tooManyToday());
    const error = await errorOf(client.createMeeting(body));
    expect(error).toMatchObject({ code: 'zoom-daily-limit' });
    expect(String(error)).toContain('daily rate limit (100)');
    expect(calls).toHaveLength(1);
  });

  test('a read gets over a lost connection, a 500 and a silence', async () => {
    const clock = testClock();
    const { client, calls } = setupOn(
      clock,
      connectionReset(),
      hang(clock, 10_000),
      json(200, { id: 'm', type: 2 }),
    );
    expect((await client.me()).id).toBe('m');
    expect(calls).toHaveLength(3);
  });

  test.each([
    ['a silence', (clock: TestClock) => hang(clock)],
    ['a broken connection', () => connectionReset()],
    ['a 500', () => refusal(500, 500, 'Internal error')],
  ])('a create is not repeated after %s, and says that nobody knows', async (_, step) => {
    const clock = testClock();
    const { client, calls } = setupOn(clock, step(clock));
    expect(await codeOf(client.createMeeting(body))).toBe('zoom-outcome-unknown');
    expect(calls).toHaveLength(1);
  });

  test('a Zoom that cannot be reached changed nothing', async () => {
    const { client, calls } = setup(connectionRefused(), connectionRefused(), connectionRefused());
    expect(await codeOf(client.createMeeting(body))).toBe('zoom-unavailable');
    expect(calls).toHaveLength(3);
  });

  test('the second’s limit in the headers is kept without meeting a 429', async () => {
    const left = (remaining: number) =>
      json(
        200,
        { id: 'm', type: 2 },
        { 'x-ratelimit-type': 'QPS', 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': String(remaining) },
      );
    const { client, clock } = setup(left(1), left(0), left(1), left(0));
    for (let i = 0; i < 4; i += 1) await client.me();
    expect(clock.slept).toEqual([1000]);
  });

  test('a caller who leaves stops everything, and gets the own reason back', async () => {
    const caller = new AbortController();
    const { client, calls } = setup((init) => {
      caller.abort('the pane was closed');
      return Promise.reject(init.signal?.reason);
    });
    expect(await errorOf(client.me({ signal: caller.signal }))).toBe('the pane was closed');
    expect(calls).toHaveLength(1);
    expect(await errorOf(client.deleteMeeting(ID, { signal: caller.signal }))).toBe('the pane was closed');
    expect(calls).toHaveLength(1);
  });

  test('no error that people or logs see holds a token', async () => {
    const echo = (init: RequestInit): Response =>
      refusal(400, 300, `Bad header ${new Headers(init.headers).get('authorization')}-${'x'.repeat(40)}`);
    for (const step of [echo, connectionReset(), () => refusal(401, 124, 'no')]) {
      const { client } = setup(step, step, step);
      const error = await errorOf(client.createMeeting(body));
      expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/access-token/);
    }
  });
});
