import { TransportError, type HttpResponse } from '../../../src/zoom/http';
import { retry, type RetryOptions } from '../../../src/zoom/layers/retry';
import { anAnswer, aRequest, errorOf, testClock } from '../support';

const daily = { code: 429, message: 'You have exceeded the daily rate limit (100).' };

function setup(outcomes: (HttpResponse | Error)[], options: Partial<RetryOptions> = {}) {
  const clock = testClock();
  let sent = 0;
  const send = retry({ now: clock.now, sleep: clock.sleep, random: () => 0, ...options })(async () => {
    sent += 1;
    const outcome = outcomes.shift();
    if (outcome === undefined) throw new Error('sent once too often');
    if (outcome instanceof Error) throw outcome;
    return outcome;
  });
  return { clock, send, sent: () => sent };
}

const lost = () => new TransportError('perhaps', 'lost');
const neverLeft = () => new TransportError('never', 'refused');
const create = aRequest({ method: 'POST', repeatable: false });

describe('the retry layer', () => {
  test.each([200, 204, 400, 401, 404])('leaves a %i alone', async (status) => {
    const { send, sent } = setup([anAnswer(status)]);
    expect((await send(aRequest())).status).toBe(status);
    expect(sent()).toBe(1);
  });

  test.each([500, 502, 503, 504, 408])(
    'repeats what may be repeated after %i, each time later',
    async (status) => {
      const { clock, send } = setup([anAnswer(status), anAnswer(status), anAnswer(200)]);
      expect((await send(aRequest())).status).toBe(200);
      expect(clock.slept).toEqual([150, 300]);
    },
  );

  test.each([
    ['a 500', () => anAnswer(500)],
    ['a lost answer', lost],
  ])('never repeats a create after %s', async (_, outcome) => {
    const { send, sent } = setup([outcome()]);
    await send(create).catch(() => undefined);
    expect(sent()).toBe(1);
  });

  test('repeats even a create that never left', async () => {
    const { send } = setup([neverLeft(), anAnswer(201)]);
    expect((await send(create)).status).toBe(201);
  });

  test('repeats even a create that met the limit of this second, after the time it names', async () => {
    const { clock, send } = setup([anAnswer(429, '', { 'retry-after': '2' }), anAnswer(429), anAnswer(201)]);
    expect((await send(create)).status).toBe(201);
    expect(clock.slept).toEqual([2000, 1000]);
  });

  test('hands up the limit of the day at once', async () => {
    const { send, sent } = setup([anAnswer(429, daily)]);
    expect((await send(aRequest())).status).toBe(429);
    expect(sent()).toBe(1);
  });

  test('hands up a 429 or 503 that asks for a longer wait than anybody would sit through', async () => {
    for (const status of [429, 503]) {
      const { clock, send } = setup([anAnswer(status, '', { 'retry-after': '60' })]);
      expect((await send(aRequest())).status).toBe(status);
      expect(clock.slept).toEqual([]);
    }
  });

  test('gives up after three attempts with the last outcome', async () => {
    const answers = setup([anAnswer(500), lost(), anAnswer(503)]);
    expect((await answers.send(aRequest())).status).toBe(503);
    const last = lost();
    const failures = setup([lost(), lost(), last]);
    expect(await errorOf(failures.send(aRequest()))).toBe(last);
  });

  test('begins no attempt after its budget of time', async () => {
    const { clock, send, sent } = setup(
      [anAnswer(429, '', { 'retry-after': '4' }), anAnswer(429, '', { 'retry-after': '4' })],
      {
        budgetMs: 5000,
      },
    );
    expect((await send(aRequest())).status).toBe(429);
    expect(sent()).toBe(2);
    expect(clock.slept).toEqual([4000]);
  });

  test('spreads the waits of many callers', async () => {
    const waits = [];
    for (const random of [0, 0.5, 0.999]) {
      const { clock, send } = setup([anAnswer(500), anAnswer(200)], { random: () => random });
      await send(aRequest());
      waits.push(clock.slept[0]);
    }
    expect(waits).toEqual([150, 225, 300]);
  });

  test('hands up an abort at once, while sending and while waiting', async () => {
    const abort = new Error('closed');
    const sending = setup([abort]);
    expect(await errorOf(sending.send(aRequest()))).toBe(abort);
    expect(sending.sent()).toBe(1);

    const waiting = setup([anAnswer(500), anAnswer(200)]);
    expect(await errorOf(waiting.send(aRequest({ signal: AbortSignal.abort('closed') })))).toBe('closed');
    expect(waiting.sent()).toBe(1);
  });
});
