/** Rate limits of the Zoom stand-in: per second by weight, per day by host and by meeting, and their headers. */
import {
  caller,
  control,
  createMeeting,
  signedIn,
  START,
  startTestCloud,
  type Answer,
  type RunningTestCloud,
} from './harness';

const DAY = 24 * 3_600_000;

let cloud: RunningTestCloud;
afterEach(() => cloud.close());

async function start(limits: Record<string, number>) {
  cloud = await startTestCloud({ limits, accessTokenSeconds: 10 * 86_400 });
  return caller(cloud.url, (await signedIn(cloud.url)).access_token);
}

const rateHeaders = ({ headers }: Answer) =>
  ['category', 'type', 'limit', 'remaining'].map((name) => headers.get(`x-ratelimit-${name}`));

it('counts light operations by the second and starts again with the next', async () => {
  const call = await start({ lightPerSecond: 2 });
  expect(rateHeaders(await call('GET', '/users/me'))).toEqual(['Light', 'QPS', '2', '1']);
  expect(rateHeaders(await call('GET', '/users/me'))).toEqual(['Light', 'QPS', '2', '0']);
  const refused = await call('GET', '/users/me');
  expect(refused.status).toBe(429);
  expect(refused.body).toEqual({
    code: 429,
    message: 'You have reached the maximum per-second rate limit for this API. Try again later.',
  });
  expect(rateHeaders(refused)).toEqual(['Light', 'QPS', '2', '0']);
  expect(refused.headers.get('retry-after')).toBeNull();
  cloud.clock.now += 1000;
  expect((await call('GET', '/users/me')).status).toBe(200);
});

it('counts weights apart, and everybody in the account together', async () => {
  const call = await start({ lightPerSecond: 1, mediumPerSecond: 1 });
  expect((await call('GET', '/users/me')).status).toBe(200);
  expect(rateHeaders(await call('GET', '/users/me/settings'))).toEqual(['Medium', 'QPS', '1', '0']);
  const other = caller(cloud.url, (await signedIn(cloud.url, 'attendee@example.test')).access_token);
  expect((await other('GET', '/users/me')).status).toBe(429);
});

it('does not change anything when it refuses', async () => {
  const call = await start({ lightPerSecond: 0 });
  expect((await call('POST', '/users/me/meetings', {})).status).toBe(429);
  expect(await control(cloud.url, 'GET', '/meetings')).toEqual([]);
});

it('allows a host so many creations a day, until midnight UTC', async () => {
  const call = await start({ createsPerDayPerHost: 2 });
  await createMeeting(call);
  await createMeeting(call);
  const refused = await call('POST', '/users/me/meetings', {});
  expect(refused.status).toBe(429);
  expect(refused.body).toMatchObject({ code: 429, message: expect.stringContaining('daily rate limit (2)') });
  expect(rateHeaders(refused)).toEqual(['Light', 'Daily-limit', '2', '0']);
  expect(refused.headers.get('retry-after')).toBe('2026-11-24T00:00:00Z');

  const other = caller(cloud.url, (await signedIn(cloud.url, 'attendee@example.test')).access_token);
  expect((await other('POST', '/users/me/meetings', {})).status).toBe(201);

  cloud.clock.now = Math.floor(START / DAY) * DAY + DAY;
  expect((await call('POST', '/users/me/meetings', {})).status).toBe(201);
});

it('does not count creations that it refuses for their fields', async () => {
  const call = await start({ createsPerDayPerHost: 1 });
  expect((await call('POST', '/users/me/meetings', { duration: 0 })).status).toBe(400);
  expect((await call('POST', '/users/me/meetings', {})).status).toBe(201);
});

it('allows a meeting so many updates a day', async () => {
  const call = await start({ updatesPerDayPerMeeting: 2 });
  const [one, other] = [await createMeeting(call), await createMeeting(call)];
  const update = (id: number, topic: string) => call('PATCH', `/meetings/${id}`, { topic });
  expect((await update(one.id, 'a')).status).toBe(204);
  expect((await update(one.id, 'b')).status).toBe(204);
  const refused = await update(one.id, 'c');
  expect(refused).toMatchObject({ status: 429, body: { code: 429 } });
  expect(refused.headers.get('x-ratelimit-type')).toBe('Daily-limit');
  expect((await call('GET', `/meetings/${one.id}`)).body).toMatchObject({ topic: 'b' });
  expect((await update(other.id, 'c')).status).toBe(204);
  cloud.clock.now += DAY;
  expect((await update(one.id, 'c')).status).toBe(204);
});

it('has the limits of a Pro account unless told otherwise, and takes others while it runs', async () => {
  const call = await start({});
  expect(await control(cloud.url, 'GET', '/limits')).toEqual({
    lightPerSecond: 30,
    mediumPerSecond: 20,
    heavyPerSecond: 10,
    createsPerDayPerHost: 100,
    updatesPerDayPerMeeting: 100,
  });
  await control(cloud.url, 'PATCH', '/limits', { lightPerSecond: 0 });
  expect((await call('GET', '/users/me')).status).toBe(429);
});
