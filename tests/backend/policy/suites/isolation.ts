/**
 * Every route of the interface, walked with the session of somebody of another account, of a member, and with none:
 * nothing of the account is seen or changed.
 */
import { sql } from 'kysely';
import * as z from 'zod';
import { microsoftTies } from '../../../../src/backend/database/microsoftTies';
import { CLAIM } from '../../support';
import { ORGANIZER, STRANGER } from '../../zoomDouble';
import { ok, on, onlyMapi, type Installation, type Suite } from '../support';

const Description = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        requestBody: z
          .object({
            content: z.object({
              'application/json': z.object({
                schema: z.looseObject({ examples: z.array(z.unknown()).optional() }),
              }),
            }),
          })
          .optional(),
      }),
    ),
  ),
});

interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body: object | undefined;
}

const Method = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Where somebody without a session asks for one. */
const isSignIn = new Set(['POST /api/session', 'POST /api/session/microsoft', 'GET /api/sign-in/microsoft']);

/** All routes that want a session, those that end it at the end. */
async function routesOf({ backends: [backend] }: Installation): Promise<Route[]> {
  const { paths } = Description.parse((await backend.send({ url: '/openapi.json' })).json());
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody }]) => ({
      method: Method.parse(method.toUpperCase()),
      path,
      body:
        requestBody &&
        z
          .object({})
          .loose()
          .parse(requestBody.content['application/json'].schema.examples?.[0] ?? {}),
    })),
  );
  const endsSession = ({ path }: Route) => path.startsWith('/api/session');
  const isPublic = ({ method, path }: Route) =>
    !path.startsWith('/api/') || isSignIn.has(`${method} ${path}`);
  return routes
    .filter((route) => !isPublic(route))
    .sort((a, b) => Number(endsSession(a)) - Number(endsSession(b)));
}

/** Everything that the database holds of an account, but for when somebody was last there. */
async function rowsOf(installation: Installation, accountId: string): Promise<unknown> {
  const tables = [
    'accounts',
    'people',
    'policy_groups',
    'group_members',
    'calendar_choices',
    'platforms_seen',
  ];
  const more = ['policy_history', 'made_meetings', 'member_settings', 'members', 'microsoft_ties'];
  return Promise.all(
    [...tables, ...more].map(async (table) => {
      const { rows } = await sql`select to_jsonb(t) as row from ${sql.table(table)} t
        where account_id = ${accountId} order by to_jsonb(t)::text`.execute(installation.world.open.database);
      return [table, rows];
    }),
  );
}

/** Where signing in with Microsoft is set up, though nobody is asked. */
const microsoft = {
  clientId: '11111111-2222-4333-8444-555555555555',
  authority: 'https://login.test',
  tenants: ['aaaaaaaa-0000-4000-8000-000000000001'],
  signInTenant: 'aaaaaaaa-0000-4000-8000-000000000001',
};
const identity = {
  tenantId: 'aaaaaaaa-0000-4000-8000-000000000001',
  objectId: 'bbbbbbbb-0000-4000-8000-000000000001',
  name: 'Sandbox Organizer',
};

/** An account with something of everything. */
async function furnished(installation: Installation) {
  const [admin, member] = [await installation.admin(), await installation.member()];
  await admin.save({ integration: on });
  const group = await admin.group('Secret group');
  await admin.changeGroup(group, { settings: { mapi: on }, members: [ORGANIZER.id] });
  ok(await member.send('PUT', '/api/me/calendar?platform=web', { provider: 'google' }));
  const made = ok(await member.backend.create(member.token, CLAIM)).json();
  const { open, clock } = installation.world;
  const key = { accountId: ORGANIZER.account_id, userId: ORGANIZER.id };
  expect(await microsoftTies(open.database).tie(key, identity, new Date(clock.now()))).toBe(true);
  const [, entry] = await admin.history();
  const ids = {
    groups: group.id,
    members: ORGANIZER.id,
    history: entry?.id ?? '',
    meetings: String(made.id),
  };
  return { admin, member, ids };
}

/** The route's path with ids of the account. */
function pathWith(ids: Readonly<Record<string, string>>, path: string): string {
  const [, kind = ''] = /\/(\w+)\/\{id\}/.exec(path) ?? [];
  const query = path === '/api/me/policy' || /\/(calendar|policy)$/.test(path) ? '?platform=web' : '';
  return path.replace('{id}', ids[kind] ?? 'none').replace('{occurrenceId}', '1648194360000') + query;
}

/** Asks; of an answer that does not end, its beginning. */
async function ask(
  installation: Installation,
  token: string | undefined,
  url: string,
  { method, body }: Route,
) {
  const answer = await installation.backends[0].built.app.inject({
    method,
    url,
    payloadAsStream: true,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      'if-match': '*',
      'idempotency-key': 'claim-of-somebody',
    },
    ...(body === undefined ? {} : { payload: body }),
  });
  const stream = answer.stream();
  if (String(answer.headers['content-type']).startsWith('text/event-stream')) {
    stream.destroy();
    return { status: answer.statusCode, text: '' };
  }
  let text = '';
  for await (const piece of stream) text += String(piece);
  return { status: answer.statusCode, text };
}

export const isolationSuite: Suite = (installation) => {
  it('shows nothing to the owner of another account on any route, and lets them change nothing', async () => {
    const people = await installation({ microsoft });
    const { ids } = await furnished(people);
    const before = await rowsOf(people, 'account-one');
    const stranger = await people.signedIn(STRANGER);
    const routes = await routesOf(people);
    expect(routes.length).toBeGreaterThan(40);
    const own = /Secret group|organizer|Sandbox (Organizer|Administrator)|account-one|Quarterly/i;
    let found = 0;
    for (const route of routes) {
      const url = pathWith(ids, route.path);
      const { status, text } = await ask(people, stranger.token, url, route);
      // An id that was asked for may be named in the refusal.
      expect([route.method, url, status, own.exec(text)?.[0]]).toEqual([
        route.method,
        url,
        status,
        undefined,
      ]);
      if (/\{id\}/.test(route.path) && !route.path.startsWith('/api/meetings'))
        expect([route.method, url, status]).toEqual([route.method, url, 404]);
      if (status < 300) found += 1;
      expect(status).toBeLessThan(500);
    }
    expect(found).toBeGreaterThan(12);
    expect(await rowsOf(people, 'account-one')).toEqual(before);
  });

  it('refuses every route of the account to a member, and changes nothing', async () => {
    const people = await installation({ microsoft });
    const { member, ids } = await furnished(people);
    const before = await rowsOf(people, 'account-one');
    const routes = (await routesOf(people)).filter(({ path }) => path.startsWith('/api/account'));
    expect(routes.length).toBeGreaterThan(18);
    for (const route of routes) {
      const { status, text } = await ask(people, member.token, pathWith(ids, route.path), route);
      expect([route.method, route.path, status]).toEqual([route.method, route.path, 403]);
      expect(text).toContain('"code":"admin-only"');
    }
    expect(await rowsOf(people, 'account-one')).toEqual(before);
  });

  it('refuses every route without a session, and with one that ended', async () => {
    const people = await installation({ microsoft });
    const { admin, ids } = await furnished(people);
    ok(await admin.send('DELETE', '/api/session'));
    for (const route of await routesOf(people))
      for (const token of [undefined, admin.token, 'nonsense']) {
        const { status } = await ask(people, token, pathWith(ids, route.path), route);
        expect([route.method, route.path, status]).toEqual([route.method, route.path, 401]);
      }
  });

  it('keeps two accounts with people and groups of the same names apart', async () => {
    const people = await installation({ microsoft });
    const { admin } = await furnished(people);
    const stranger = await people.signedIn(STRANGER);
    await stranger.group('Secret group');
    const list = [{ email: ORGANIZER.email, name: 'Sandbox Twin', groups: ['Secret group'] }];
    ok(await stranger.send('PUT', '/api/account/people', { people: list }));
    await stranger.save(onlyMapi);
    expect((await admin.settings()).settings).toEqual({ integration: on });
    expect((await admin.send('GET', '/api/account/members')).json().total).toBe(2);
    expect((await stranger.send('GET', '/api/account/members')).json().total).toBe(2);
  });
};
