/** The client of signing in with Microsoft: what it sends, and what it makes of answers. */
import { createMicrosoftClient } from '../../src/api/microsoftClient';
import { toProblem } from '../../src/api/toProblem';
import { ProductError } from '../../src/domain/errors';

const TOKEN = 'aaaaaaaaaaaa.bbbbbbbbbbbb.cccccccccccc';
const APPLICATION = {
  clientId: '0f5e2b9a-8c44-4a7e-b1d3-7a6c5e4d3f21',
  authority: 'https://login.example.test/tenant/v2.0',
  scope: 'api://0f5e2b9a-8c44-4a7e-b1d3-7a6c5e4d3f21/access_as_user',
};
const MEMBER = { id: 'm', accountId: 'a', name: 'n', email: 'm@example.test', timeZone: 'UTC' };
const SESSION = { token: 't', expiresAt: '2026-11-23T20:00:00Z', member: MEMBER };

function backend(status: number, body: unknown, session?: string) {
  const sent: { method: unknown; path: string; body: unknown; authorization: string | null }[] = [];
  const client = createMicrosoftClient({
    baseUrl: 'https://backend.example.test',
    token: () => session,
    timeoutMs: 1000,
    fetch: (url, init = {}) => {
      const path = new URL(url instanceof Request ? url.url : url).pathname;
      const text = typeof init.body === 'string' ? init.body : 'null';
      const authorization = new Headers(init.headers).get('authorization');
      sent.push({ method: init.method, path, body: JSON.parse(text), authorization });
      const answer = body === undefined ? null : JSON.stringify(body);
      return Promise.resolve(new Response(answer, { status }));
    },
  });
  return { client, sent };
}

test('what to ask Entra for needs no session, and is null where it is not set up', async () => {
  const there = backend(200, { application: APPLICATION });
  expect(await there.client.application()).toEqual(APPLICATION);
  expect(there.sent).toEqual([
    { method: 'GET', path: '/api/sign-in/microsoft', body: null, authorization: null },
  ]);
  expect(await backend(200, { application: null }).client.application()).toBeNull();
});

test('a token opens a session', async () => {
  const { client, sent } = backend(200, SESSION);
  expect(await client.openSession(TOKEN)).toEqual(SESSION);
  expect(sent).toMatchObject([
    { method: 'POST', path: '/api/session/microsoft', body: { accessToken: TOKEN } },
  ]);
});

test('the tie is read, changed and taken away with the session of its member', async () => {
  const { client, sent } = backend(200, { tied: { name: 'organizer@example.test' } }, 'session');
  expect(await client.tie()).toEqual({ name: 'organizer@example.test' });
  expect(await client.changeTie(TOKEN)).toEqual({ name: 'organizer@example.test' });
  expect(sent).toEqual([
    { method: 'GET', path: '/api/me/microsoft', body: null, authorization: 'Bearer session' },
    {
      method: 'PUT',
      path: '/api/me/microsoft',
      body: { accessToken: TOKEN },
      authorization: 'Bearer session',
    },
  ]);
  const gone = backend(204, undefined, 'session');
  await gone.client.removeTie();
  expect(gone.sent).toMatchObject([{ method: 'DELETE', path: '/api/me/microsoft' }]);
  expect(await backend(200, { tied: null }, 'session').client.tie()).toBeNull();
});

test('refusals keep their code', async () => {
  const { client } = backend(403, toProblem(new ProductError('microsoft-not-tied')));
  await expect(client.openSession(TOKEN)).rejects.toMatchObject({ code: 'microsoft-not-tied' });
});
