/** The routes of signing in with Microsoft: off and on, examples, limits, the log, and what the pages may reach. */
import type * as z from 'zod/mini';
import { Session } from '../../../src/api/backend';
import { MicrosoftSignIn, MicrosoftTie, MicrosoftToken } from '../../../src/api/microsoft';
import { microsoftExamples } from '../../../src/backend/microsoft/examples';
import type { OpenDatabase } from '../../../src/backend/database/open';
import { defaultRateLimits } from '../../../src/backend/rateLimits';
import { emptyDatabase, openInMemory, problemCode, World } from '../support';
import { application, AUTHORITY, CLIENT_ID, newSigner, TENANT, tokenWith } from './authority';

let open: OpenDatabase;
beforeAll(async () => {
  open = await openInMemory();
});
afterAll(() => open.close());
beforeEach(() => emptyDatabase(open));

const payload = { accessToken: 'bm90aGluZw.bm90aGluZw.bm90aGluZw' };
const openSession = { method: 'POST', url: '/api/session/microsoft', payload } as const;

it.each<[string, z.ZodMiniType | undefined, z.ZodMiniType]>([
  ['GET /api/sign-in/microsoft', undefined, MicrosoftSignIn],
  ['POST /api/session/microsoft', MicrosoftToken, Session],
  ['GET /api/me/microsoft', undefined, MicrosoftTie],
  ['PUT /api/me/microsoft', MicrosoftToken, MicrosoftTie],
])('%s has examples of its own', (route, body, answer) => {
  const example = microsoftExamples[route];
  expect(answer.parse(example?.answer)).toEqual(example?.answer);
  expect(body?.parse(example?.body)).toEqual(example?.body);
});

describe('where it is not set up', () => {
  it('offers nothing, and every route says so', async () => {
    const backend = await new World(open).backend();
    const { token } = await backend.signIn();
    const offered = await backend.send({ url: '/api/sign-in/microsoft' });
    expect(offered.json()).toEqual({ application: null });
    const answers = [
      await backend.send(openSession),
      await backend.as(token, 'GET', '/api/me/microsoft'),
      await backend.as(token, 'PUT', '/api/me/microsoft', payload),
      await backend.as(token, 'DELETE', '/api/me/microsoft'),
    ];
    for (const answer of answers)
      expect([answer.statusCode, problemCode(answer)]).toEqual([404, 'microsoft-off']);
  });

  it('lets no page reach Microsoft', async () => {
    const backend = await new World(open).backend();
    const { headers } = await backend.send({ url: '/microsoft.html' });
    expect(String(headers['content-security-policy'])).toMatch(/connect-src 'self'(;|$)/);
  });
});

describe('where it is set up', () => {
  const backendWith = (changes = {}) => new World(open).backend({ microsoft: application, ...changes });

  it('tells the pane whom to ask for what', async () => {
    const backend = await backendWith();
    expect((await backend.send({ url: '/api/sign-in/microsoft' })).json()).toEqual({
      application: {
        clientId: CLIENT_ID,
        authority: `${AUTHORITY}/${TENANT}/v2.0`,
        scope: `api://${CLIENT_ID}/access_as_user`,
      },
    });
  });

  it.each([
    ['/microsoft.html', `'self' ${AUTHORITY}`],
    ['/sandbox/microsoft.html?choose', `'self' ${AUTHORITY}`],
    ['/taskpane.html', "'self'"],
    ['/taskpane.html?/microsoft.html', "'self'"],
    ['/admin.html', "'self'"],
  ])('lets %s reach %s', async (url, reached) => {
    const { headers } = await (await backendWith()).send({ url });
    expect(String(headers['content-security-policy']).split(';')).toContain(`connect-src ${reached}`);
  });

  it.each([
    ['nothing', {}],
    ['an empty token', { accessToken: '' }],
    ['a token that is too long', { accessToken: `${'a'.repeat(8192)}.b.c` }],
    ['no token in shape', { accessToken: 'not a token, but long enough' }],
    ['more than a token', { ...payload, member: 'organizer' }],
  ])('takes %s for no request', async (_what, body) => {
    const backend = await backendWith();
    expect(problemCode(await backend.send({ ...openSession, payload: body }))).toBe('invalid-request');
  });

  it('wants a session for everything that is the member’s own', async () => {
    const backend = await backendWith();
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const answer = await backend.send({
        method,
        url: '/api/me/microsoft',
        ...(method === 'PUT' ? { payload } : {}),
      });
      expect(problemCode(answer)).toBe('signed-out');
    }
  });

  it('looks at no more tokens of an address that makes them up', async () => {
    const backend = await backendWith({ rateLimits: { ...defaultRateLimits, failuresPerAddress: 3 } });
    for (let guess = 0; guess < 3; guess += 1)
      expect(problemCode(await backend.send(openSession))).toBe('microsoft-refused');
    const refused = await backend.send(openSession);
    expect([refused.statusCode, problemCode(refused)]).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const elsewhere = await backend.send({ ...openSession, remoteAddress: '203.0.113.7' });
    expect(problemCode(elsewhere)).toBe('microsoft-refused');
  });

  it('writes why a token was refused and in which request into the log, and never the token', async () => {
    const backend = await backendWith();
    const { world } = backend;
    const token = await tokenWith(await newSigner('first'));
    const answers = [
      await backend.send({ ...openSession, payload: { accessToken: token } }),
      await backend.as((await backend.signIn()).token, 'PUT', '/api/me/microsoft', { accessToken: token }),
      await backend.send(openSession),
    ];
    expect(answers.map(problemCode)).toEqual([
      'microsoft-unreachable',
      'microsoft-unreachable',
      'microsoft-refused',
    ]);
    const log = world.log.join('\n');
    for (const part of token.split('.')) expect(log).not.toContain(part.slice(0, 40));
    for (const answer of answers) expect(log).toContain(String(answer.headers['x-request-id']));
    expect(log).toContain('"reason":"malformed"');
    expect(log).toContain('signing keys could not be read');
  });
});
