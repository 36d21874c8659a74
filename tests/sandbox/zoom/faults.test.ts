/** Faults on demand, the request log, and who may use the control endpoint. */
import http from 'node:http';
import {
  caller,
  control,
  createMeeting,
  refresh,
  signedIn,
  startTestCloud,
  type Call,
  type RunningTestCloud,
} from './harness';

let cloud: RunningTestCloud;
let call: Call;
beforeEach(async () => {
  cloud = await startTestCloud();
  call = caller(cloud.url, (await signedIn(cloud.url)).access_token);
  await control(cloud.url, 'DELETE', '/requests');
});
afterEach(() => cloud.close());

const fault = (operation: string, kind: string, more = {}) =>
  control(cloud.url, 'POST', '/faults', { operation, fault: kind, ...more });
const kept = () => control(cloud.url, 'GET', '/meetings');
const log = () => control(cloud.url, 'GET', '/requests');

it.each([
  ['429', 429],
  ['500', 500],
])('%s answers so without effect, as often as asked', async (kind, status) => {
  await fault('meetings.create', kind, { times: 2 });
  expect((await call('POST', '/users/me/meetings', {})).status).toBe(status);
  expect((await call('POST', '/users/me/meetings', {})).status).toBe(status);
  expect(await kept()).toEqual([]);
  expect((await call('POST', '/users/me/meetings', {})).status).toBe(201);
});

it('429 looks like a limit that was reached', async () => {
  await fault('meetings.list', '429');
  const answer = await call('GET', '/users/me/meetings');
  expect(answer.body).toMatchObject({ code: 429 });
  expect(answer.headers.get('x-ratelimit-category')).toBe('Medium');
  expect(answer.headers.get('x-ratelimit-remaining')).toBe('0');
});

it('timeout-before closes the connection without effect', async () => {
  await fault('meetings.create', 'timeout-before');
  await expect(call('POST', '/users/me/meetings', {})).rejects.toThrow('fetch failed');
  expect(await kept()).toEqual([]);
});

it('timeout-after has its effect and closes the connection without answer', async () => {
  await fault('meetings.create', 'timeout-after');
  await expect(call('POST', '/users/me/meetings', { topic: 'Made anyway' })).rejects.toThrow('fetch failed');
  expect(await kept()).toMatchObject([{ topic: 'Made anyway' }]);
});

it('timeout-after works for answers without body', async () => {
  const { id } = await createMeeting(call);
  await fault('meetings.delete', 'timeout-after');
  await expect(call('DELETE', `/meetings/${id}`)).rejects.toThrow('fetch failed');
  expect((await call('GET', `/meetings/${id}`)).status).toBe(404);
});

it('holds a connection for as long as asked, or until the client leaves', async () => {
  await fault('users.get', 'timeout-before', { delayMs: 60_000 });
  const leave = new AbortController();
  const waiting = fetch(`${cloud.url}/v2/users/me`, { signal: leave.signal });
  for (;;) {
    const entries = JSON.stringify(await log());
    if (entries.includes('timeout-before')) break;
  }
  leave.abort();
  await expect(waiting).rejects.toThrow('abort');
});

it('slow answers as usual, later', async () => {
  await fault('users.get', 'slow', { delayMs: 20 });
  expect((await call('GET', '/users/me')).status).toBe(200);
});

it('strikes the operation that it names and no other', async () => {
  await fault('meetings.update', '500');
  const { id } = await createMeeting(call);
  expect((await call('PATCH', `/meetings/${id}`, {})).status).toBe(500);
});

it('strikes token requests in the form that those have, and leaves the refresh token good', async () => {
  const { refresh_token } = await signedIn(cloud.url);
  await fault('oauth.token', '500');
  const answer = await refresh(cloud.url, refresh_token);
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({ reason: 'Internal error.', error: 'server_error' });
  expect((await refresh(cloud.url, refresh_token)).status).toBe(200);
});

it('uses a refresh token up when the answer is lost', async () => {
  const { refresh_token } = await signedIn(cloud.url);
  await fault('oauth.token', 'timeout-after');
  await expect(refresh(cloud.url, refresh_token)).rejects.toThrow('fetch failed');
  expect((await refresh(cloud.url, refresh_token)).status).toBe(400);
});

it('lists waiting faults and forgets them on demand', async () => {
  await fault('users.get', '500', { times: 3 });
  await call('GET', '/users/me');
  expect(await control(cloud.url, 'GET', '/faults')).toEqual([
    { operation: 'users.get', fault: '500', times: 2, delayMs: 0 },
  ]);
  await control(cloud.url, 'DELETE', '/faults');
  expect((await call('GET', '/users/me')).status).toBe(200);
});

it.each([{ operation: 'meetings.explode', fault: '500' }, { operation: 'users.get', fault: '418' }, 'text'])(
  'refuses the fault %j',
  async (body) => {
    await expect(control(cloud.url, 'POST', '/faults', body)).rejects.toThrow('400');
  },
);

it('logs what was asked and answered, without queries and secrets', async () => {
  const { id } = await createMeeting(call);
  await fault('meetings.get', 'timeout-before');
  await call('GET', `/meetings/${id}?occurrence_id=secret`).catch(() => undefined);
  await call('GET', '/users/me/meetings?page_size=0');
  expect(await log()).toMatchObject([
    { method: 'POST', path: '/v2/users/me/meetings', operation: 'meetings.create', status: 201, fault: null },
    {
      method: 'GET',
      path: `/v2/meetings/${id}`,
      operation: 'meetings.get',
      status: null,
      fault: 'timeout-before',
    },
    { method: 'GET', path: '/v2/users/me/meetings', operation: 'meetings.list', status: 400, fault: null },
  ]);
  expect(JSON.stringify(await log())).not.toContain('secret');
});

it('resets to an empty account', async () => {
  await createMeeting(call);
  await control(cloud.url, 'PATCH', '/people/organizer@example.test/settings', { host_video: true });
  await control(cloud.url, 'POST', '/reset');
  expect(await kept()).toEqual([]);
  expect(await control(cloud.url, 'GET', '/people')).toMatchObject([
    { email: 'organizer@example.test', settings: { host_video: false } },
    { email: 'attendee@example.test' },
    { email: 'manager@example.test' },
  ]);
  expect((await call('GET', '/users/me')).status).toBe(401);
});

describe('who may control it', () => {
  /** The status of a request with headers that fetch would not send. */
  const statusWith = (path: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      http
        .get(`${cloud.url}${path}`, { headers }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
        .on('error', reject);
    });

  it('is no page in a browser', async () => {
    expect(await statusWith('/control/meetings', { origin: 'https://elsewhere.test' })).toBe(403);
    expect(await statusWith('/control/meetings', { origin: cloud.url })).toBe(403);
    expect(await statusWith('/control/meetings', {})).toBe(200);
  });

  it('is nobody who calls it by another name', async () => {
    for (const path of ['/control/meetings', '/', '/v2/users/me']) {
      expect(await statusWith(path, { host: 'zoom.elsewhere.test' })).toBe(421);
    }
  });
});
