/** The backend's surface: health, headers, files, description, and what bad input meets. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import * as z from 'zod';
import { Health, IDEMPOTENCY_HEADER, Meeting, Problem } from '../../src/api/backend';
import type { OpenDatabase } from '../../src/backend/database/open';
import { CLAIM, emptyDatabase, openInMemory, problemCode, REQUEST, World, type TestBackend } from './support';
import { API_URL } from './zoomDouble';

let open: OpenDatabase;
let world: World;
let backend: TestBackend;
let token: string;

beforeAll(async () => {
  open = await openInMemory();
});
afterAll(() => open.close());
beforeEach(async () => {
  await emptyDatabase(open);
  world = new World(open);
  backend = await world.backend();
  ({ token } = await backend.signIn());
});

const get = (url: string, from = backend) => from.send({ method: 'GET', url });

describe('health', () => {
  it('is ok, says where meetings are made, and needs no session', async () => {
    const answer = await get('/health');
    expect(answer.statusCode).toBe(200);
    expect(Health.parse(answer.json())).toEqual({
      status: 'ok',
      version: '1.2.3',
      database: 'ok',
      zoom: API_URL,
    });
  });

  it('is degraded, with 503, when the database does not answer', async () => {
    const broken = await world.backend({ open: { ...open, healthy: async () => false } });
    const answer = await get('/health', broken);
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ status: 'degraded', database: 'unavailable' });
  });
});

describe('the description', () => {
  const Description = z.object({
    openapi: z.string(),
    paths: z.record(
      z.string(),
      z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) }).loose()),
    ),
  });

  it('lists every route with its answers', async () => {
    const { openapi, paths } = Description.parse((await get('/openapi.json')).json());
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(openapi).toBe('3.1.0');
    expect(routes.sort()).toEqual([
      'DELETE /api/account/groups/{id}',
      'DELETE /api/me/calendar',
      'DELETE /api/me/microsoft',
      'DELETE /api/meetings/{id}',
      'DELETE /api/meetings/{id}/occurrences/{occurrenceId}',
      'DELETE /api/session',
      'GET /api/account',
      'GET /api/account/export',
      'GET /api/account/groups',
      'GET /api/account/groups/{id}',
      'GET /api/account/history',
      'GET /api/account/members',
      'GET /api/account/members/{id}/policy',
      'GET /api/account/settings',
      'GET /api/changes',
      'GET /api/me',
      'GET /api/me/choices',
      'GET /api/me/microsoft',
      'GET /api/me/policy',
      'GET /api/me/preferences',
      'GET /api/meetings',
      'GET /api/meetings/unused',
      'GET /api/meetings/{id}',
      'GET /api/sign-in/microsoft',
      'GET /auth/zoom/callback',
      'GET /auth/zoom/start',
      'GET /health',
      'PATCH /api/meetings/{id}',
      'PATCH /api/meetings/{id}/occurrences/{occurrenceId}',
      'POST /api/account/groups',
      'POST /api/account/groups/{id}/preview',
      'POST /api/account/history/{id}/undo',
      'POST /api/account/import',
      'POST /api/account/import/check',
      'POST /api/account/people/refresh',
      'POST /api/account/settings/preview',
      'POST /api/meetings',
      'POST /api/meetings/{id}/confirm',
      'POST /api/meetings/{id}/keep',
      'POST /api/meetings/{id}/recover',
      'POST /api/session',
      'POST /api/session/microsoft',
      'POST /api/session/renew',
      'PUT /api/account/groups/order',
      'PUT /api/account/groups/{id}',
      'PUT /api/account/people',
      'PUT /api/account/settings',
      'PUT /api/me/calendar',
      'PUT /api/me/microsoft',
      'PUT /api/me/preferences',
    ]);
    expect(Object.keys(paths['/api/meetings']?.post?.responses ?? {})).toEqual(['200', '201', '4XX', '5XX']);
  });

  const Content = z.record(z.string(), z.looseObject({}));
  const Described = z.object({
    paths: z.record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          requestBody: z.object({ content: Content }).optional(),
          responses: z.record(
            z.string(),
            z.object({ content: Content.optional(), headers: z.record(z.string(), z.unknown()).optional() }),
          ),
        }),
      ),
    ),
  });

  it('shows an example of every body and of every answer, with its type and its version', async () => {
    const { paths } = Described.parse((await get('/openapi.json')).json());
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, route]) => ({ name: `${method} ${path}`, ...route })),
    );
    const contents = routes.flatMap(({ name, requestBody, responses }) => [
      ...Object.entries(requestBody?.content ?? {}).map((each) => [`${name} body`, ...each] as const),
      ...Object.entries(responses).flatMap(([status, { content }]) =>
        Object.entries(content ?? {}).map((each) => [`${name} ${status}`, ...each] as const),
      ),
    ]);
    const without = contents.filter(([, , content]) => !('example' in content || 'examples' in content));
    expect(without.map(([where]) => where)).toEqual([]);
    const others = contents.filter(([, type]) => type !== 'application/json');
    expect(
      others.filter(([where, type]) => !(/ [45]XX$/.test(where) && type === 'application/problem+json')),
    ).toMatchObject([['get /api/changes 200', 'text/event-stream', {}]]);
    expect(others.length).toBeGreaterThan(2 * 30);
    const versioned = routes.filter(({ responses }) =>
      Object.values(responses).some(({ headers }) => headers?.etag),
    );
    expect(versioned.map(({ name }) => name).sort()).toEqual([
      'get /api/account/groups',
      'get /api/account/groups/{id}',
      'get /api/account/settings',
      'post /api/account/groups',
      'put /api/account/groups/order',
      'put /api/account/groups/{id}',
      'put /api/account/settings',
    ]);
  });

  it('has a page for people', async () => {
    const page = await get('/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
  });
});

describe('headers', () => {
  it('let Outlook, and who was named, show the pages in a frame, and nobody else', async () => {
    const framed = await world.backend({ frameAncestors: ['https://localhost:3001'] });
    const policy = String((await get('/taskpane.html', framed)).headers['content-security-policy']);
    const ancestors = /frame-ancestors ([^;]+)/.exec(policy)?.[1]?.split(' ') ?? [];
    expect(ancestors).toEqual(
      expect.arrayContaining(["'self'", 'https://outlook.office.com', 'https://localhost:3001']),
    );
    expect(ancestors).not.toContain('*');
  });

  it.each([
    '/admin.html',
    '/admin.html?/taskpane.html',
    '/%61dmin.html',
    '//admin.html',
    '/sandbox/%2e%2e/admin.html',
    '/docs/',
    '/health',
  ])('let nobody frame %s, nor it load anybody’s scripts or be reached by its opener', async (url) => {
    const framed = await world.backend({ frameAncestors: ['https://localhost:3001'] });
    const { headers } = await get(url, framed);
    const directives = String(headers['content-security-policy']).split(';');
    expect(directives).toEqual(
      expect.arrayContaining(["frame-ancestors 'none'", "script-src 'self'", "object-src 'none'"]),
    );
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin' });
  });

  it('let the pages load Office.js and nothing inline', async () => {
    const policy = String((await get('/dialog.html')).headers['content-security-policy']);
    expect(/script-src ([^;]+)/.exec(policy)?.[1]).toBe(
      "'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com",
    );
  });

  it.each([
    '/dialog.html',
    '/sandbox/dialog.html',
    '/auth/zoom/start?challenge=x',
    '/auth/zoom/callback?error=x',
  ])('do not cut the dialog off from its opener at %s, nor forbid the frame in the old way', async (url) => {
    const { headers } = await get(url);
    expect(headers).not.toHaveProperty('cross-origin-opener-policy');
    expect(headers).not.toHaveProperty('x-frame-options');
  });

  it('insist on HTTPS only where the address is a public one', async () => {
    expect((await get('/health')).headers).not.toHaveProperty('strict-transport-security');
    const published = await world.backend({ publicHttps: true });
    expect((await get('/health', published)).headers).toHaveProperty('strict-transport-security');
  });

  it('forbid keeping what belongs to a person', async () => {
    expect((await backend.as(token, 'GET', '/api/me')).headers['cache-control']).toBe('no-store');
    expect((await get('/api/me')).headers['cache-control']).toBe('no-store');
  });

  it('number every request, whatever number the caller brings', async () => {
    const answer = await backend.send({
      method: 'GET',
      url: '/nowhere',
      headers: { 'x-request-id': 'mine' },
    });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(Problem.parse(answer.json()).requestId).toBe(answer.headers['x-request-id']);
  });

  it('allow no other origin to read answers', async () => {
    const answer = await backend.send({
      method: 'GET',
      url: '/health',
      headers: { origin: 'https://evil.test' },
    });
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('files', () => {
  let folder: string;
  let serving: TestBackend;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'files-'));
    await mkdir(join(folder, 'web', 'assets'), { recursive: true });
    await mkdir(join(folder, 'extra'));
    await writeFile(join(folder, 'web', 'taskpane.html'), '<title>pane</title>');
    await writeFile(join(folder, 'web', 'taskpane.0123abcd.js'), '1;');
    await writeFile(join(folder, 'web', '.secret'), 'hidden');
    await writeFile(join(folder, 'extra', 'dialog.html'), '<title>sandbox</title>');
    await writeFile(join(folder, 'outside.txt'), 'outside');
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(async () => {
    serving = await world.backend({
      webDir: join(folder, 'web'),
      extraStatic: [{ prefix: '/sandbox/', directory: join(folder, 'extra') }],
    });
  });

  it('are served from their folders', async () => {
    expect((await get('/taskpane.html', serving)).body).toContain('pane');
    expect((await get('/sandbox/dialog.html', serving)).body).toContain('sandbox');
  });

  it('are kept by the browser only when a hash is in their name', async () => {
    expect((await get('/taskpane.html', serving)).headers['cache-control']).toBe('no-cache');
    expect((await get('/taskpane.0123abcd.js', serving)).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
  });

  it.each([
    '/',
    '/assets',
    '/assets/',
    '/sandbox/',
    '/.secret',
    '/missing.html',
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/sandbox/..%2f..%2foutside.txt',
    '/taskpane.html%00.txt',
  ])('do not include %s', async (url) => {
    const answer = await get(url, serving);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.body).not.toMatch(/outside|hidden|<title>/);
    problemCode(answer);
  });
});

describe('bad input', () => {
  const post = (payload: string | object, headers: Record<string, string> = {}) =>
    backend.send({
      method: 'POST',
      url: '/api/meetings',
      headers: { authorization: `Bearer ${token}`, [IDEMPOTENCY_HEADER]: CLAIM, ...headers },
      payload,
    });

  it.each<[string, object]>([
    ['topic', { ...REQUEST, topic: '' }],
    ['topic', { ...REQUEST, topic: 'x'.repeat(201) }],
    ['start', { ...REQUEST, start: '2026-11-23T09:00:00+01:00' }],
    ['start', { ...REQUEST, start: 'tomorrow' }],
    ['timeZone', { ...REQUEST, timeZone: '' }],
    ['durationMinutes', { ...REQUEST, durationMinutes: 0 }],
    ['durationMinutes', { ...REQUEST, durationMinutes: 1.5 }],
    ['durationMinutes', { ...REQUEST, durationMinutes: '30' }],
    ['options/passcode', { ...REQUEST, options: { passcode: 'has space' } }],
    ['options', { topic: 'x', start: REQUEST.start, timeZone: 'UTC', durationMinutes: 5 }],
  ])('is refused naming the field %s', async (field, payload) => {
    const answer = await post(payload);
    expect(problemCode(answer)).toBe('invalid-request');
    expect(answer.statusCode).toBe(400);
    expect(answer.json().detail).toContain(`body/${field}: `);
    expect(world.zoom.count(/^POST .*meetings/)).toBe(0);
  });

  it.each([
    [
      '413',
      'a body of 10 MB',
      JSON.stringify({ ...REQUEST, topic: 'x'.repeat(10_000_000) }),
      'application/json',
    ],
    ['415', 'a form', 'topic=x', 'application/x-www-form-urlencoded'],
    ['415', 'plain text that is JSON', JSON.stringify(REQUEST), 'text/plain'],
    ['415', 'XML', '<meeting/>', 'application/xml'],
    ['400', 'broken JSON', '{"topic":', 'application/json'],
    ['400', 'no body', '', 'application/json'],
    ['400', 'a prototype in disguise', '{"__proto__":{"topic":"x"}}', 'application/json'],
    ['400', 'an array', '[]', 'application/json'],
    ['400', 'null', 'null', 'application/json'],
  ])('is answered %s: %s', async (status, _, payload, type) => {
    const answer = await post(payload, { 'content-type': type });
    expect(problemCode(answer)).toBe('invalid-request');
    expect(String(answer.statusCode)).toBe(status);
  });

  it('in fields that nobody asked for never reaches Zoom', async () => {
    await post({
      ...REQUEST,
      host_id: 'somebody',
      schedule_for: 'else',
      options: { ...REQUEST.options, alternative: 1 },
    });
    const sent = world.zoom.calls.find((call) => /^POST .*meetings/.test(call.name))?.body ?? '';
    expect(sent).toContain('Quarterly planning');
    expect(sent).not.toMatch(/somebody|schedule_for|alternative|host_id/);
  });

  it.each([
    `'; DROP TABLE members; --`,
    `<script>alert(1)</script>`,
    '\u202Egnp.exe\u202C \u200B\u200Dzero\uFEFFwidth',
    'nul \u0000 inside',
    '👩‍👩‍👧‍👦 Família ﷽',
    '${7*7} {{7*7}} %s %n',
  ])('in a topic stays text: %j', async (topic) => {
    const answer = await post({ ...REQUEST, topic });
    expect(answer.statusCode).toBe(201);
    expect(Meeting.parse(answer.json()).topic).toBe(topic);
    expect((await backend.as(token, 'GET', '/api/me')).statusCode).toBe(200);
  });

  it.each(['1', 'abc', `80000000001'--`, '80000000001%20or%201=1', '9'.repeat(20), '..%2f..%2fusers%2fme'])(
    'in place of a meeting id does not reach Zoom: %s',
    async (id) => {
      world.zoom.calls.length = 0;
      const answer = await backend.as(token, 'GET', `/api/meetings/${id}`);
      expect(['invalid-request', 'not-found']).toContain(problemCode(answer));
      expect(world.zoom.calls).toEqual([]);
    },
  );

  it.each(['short', 'x'.repeat(65), 'has space here', 'ümläut-claim', `claim'; --`])(
    'as a claim: %p',
    async (claim) => {
      expect(problemCode(await post(REQUEST, { [IDEMPOTENCY_HEADER]: claim }))).toBe('invalid-request');
    },
  );

  it('of any kind never ends in an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const answer = await post(JSON.stringify(value), { 'content-type': 'application/json' });
        expect(answer.statusCode).toBe(400);
        problemCode(answer);
      }),
      { numRuns: 100 },
    );
  });
});

describe('an error that nobody expected', () => {
  it('tells the caller its number and nothing of the inside', async () => {
    const broken = await world.backend({
      fetch: async () => {
        throw new RangeError('inside at /srv/backend/src/file.ts:1');
      },
      open: {
        ...open,
        database: open.database.withSchema('a_schema_that_is_not_there'),
        exclusive: false,
      },
    });
    const answer = await broken.as(token, 'GET', '/api/me');
    expect(problemCode(answer)).toBe('internal');
    expect(answer.body).not.toMatch(/schema|relation|select|\.ts|at /);
    const { requestId } = Problem.parse(answer.json());
    expect(answer.json().detail).toContain(requestId);
    expect(
      world.log.some(
        (line) => line.includes(String(requestId)) && line.includes('a_schema_that_is_not_there'),
      ),
    ).toBe(true);
  });

  it('answers what is not there as a problem too', async () => {
    for (const [method, url] of [
      ['GET', '/nowhere'],
      ['POST', '/nowhere'],
      ['DELETE', '/health'],
      ['GET', '/api/nowhere'],
    ] as const) {
      expect(problemCode(await backend.send({ method, url }))).toBe('not-found');
    }
  });
});
