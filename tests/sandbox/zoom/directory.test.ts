/** The people and groups of the stand-in's account: pages and their limits, roles, and who may read them. */
import * as z from 'zod';
import {
  caller,
  control,
  invalid,
  signedIn,
  startTestCloud,
  type Call,
  type RunningTestCloud,
} from './harness';

const ORGANIZER = 'sandboxOrganizer0000000001';
const MANAGER = 'sandboxManager0000000001';

const Page = z.object({
  users: z.array(z.object({ id: z.string(), email: z.string(), role_id: z.string() })),
  next_page_token: z.string(),
  page_size: z.number(),
  total_records: z.number(),
});
const Groups = z.object({
  groups: z.array(z.object({ id: z.string(), name: z.string(), total_members: z.number() })),
  next_page_token: z.string(),
  total_records: z.number(),
});
const Members = z.object({ members: z.array(z.object({ id: z.string() })), next_page_token: z.string() });

let cloud: RunningTestCloud;
let manager: Call;
let organizer: Call;
beforeEach(async () => {
  cloud = await startTestCloud();
  await control(cloud.url, 'PATCH', '/people/manager@example.test', { admin: true });
  const as = async (email: string) => caller(cloud.url, (await signedIn(cloud.url, email)).access_token);
  manager = await as('manager@example.test');
  organizer = await as('organizer@example.test');
});
afterEach(() => cloud.close());

const users = async (query = '') => Page.parse((await manager('GET', `/users${query}`)).body);
const groups = async (query = '') => Groups.parse((await manager('GET', `/groups${query}`)).body);
const LISTS = ['/users', '/groups', '/groups/sandboxGroupPlanning01/members'];

it('tells an administrator of everybody active, with their roles', async () => {
  const { users: rows, page_size, total_records } = await users();
  expect(page_size).toBe(30);
  expect(total_records).toBe(rows.length);
  expect(rows).toContainEqual(expect.objectContaining({ id: MANAGER, role_id: '1' }));
  expect(rows).toContainEqual(
    expect.objectContaining({ id: ORGANIZER, email: 'organizer@example.test', role_id: '2' }),
  );
  expect((await users('?role_id=1')).users.map(({ id }) => id)).toEqual([MANAGER]);
  for (const status of ['pending', 'inactive']) expect((await users(`?status=${status}`)).users).toEqual([]);
});

it('tells of groups, and of who is in each', async () => {
  const { groups: rows, total_records } = await groups();
  expect(total_records).toBe(rows.length);
  const [group] = rows;
  const { members } = Members.parse((await manager('GET', `/groups/${group?.id}/members`)).body);
  expect(members.map(({ id }) => id)).toEqual([ORGANIZER, MANAGER]);
  expect(group?.total_members).toBe(2);
});

it('gives every row once, page by page', async () => {
  const whole = (await users()).users.map(({ id }) => id);
  const ids: string[] = [];
  for (let token = ''; ;) {
    const page = await users(`?page_size=1&next_page_token=${token}`);
    expect(page.users).toHaveLength(1);
    ids.push(...page.users.map(({ id }) => id));
    token = page.next_page_token;
    if (token === '') break;
  }
  expect(ids).toEqual(whole);
  const first = await groups('?page_size=1');
  const second = await groups(`?page_size=1&next_page_token=${first.next_page_token}`);
  expect([...first.groups, ...second.groups]).toEqual((await groups()).groups);
});

it.each([
  ['/users', 2000],
  ['/groups', 300],
  ['/groups/sandboxGroupPlanning01/members', 300],
])('of %s gives pages of up to %d rows', async (path, most) => {
  expect((await manager('GET', `${path}?page_size=${most}`)).status).toBe(200);
  for (const size of [0, most + 1, 'many']) {
    const refused = await manager('GET', `${path}?page_size=${size}`);
    expect(refused).toMatchObject({ status: 400, body: invalid('page_size') });
  }
});

it('takes a page token for its own list only, and for 15 minutes', async () => {
  const { next_page_token: token } = await users('?page_size=1');
  const refused = { status: 400, body: { code: 300 } };
  for (const query of ['page_size=2', 'page_size=1&role_id=2', 'page_size=1&status=pending'])
    expect(await manager('GET', `/users?${query}&next_page_token=${token}`)).toMatchObject(refused);
  expect(await manager('GET', `/groups?page_size=1&next_page_token=${token}`)).toMatchObject(refused);
  cloud.clock.now += 15 * 60_000;
  const [page] = (await users(`?page_size=1&next_page_token=${token}`)).users;
  expect(page).toBeDefined();
  cloud.clock.now += 1;
  expect(await manager('GET', `/users?page_size=1&next_page_token=${token}`)).toMatchObject(refused);
});

it.each(LISTS)(
  'refuses %s to a token without an administrator’s scope, and names the scope',
  async (path) => {
    const refused = await organizer('GET', path);
    expect(refused).toMatchObject({ status: 400, body: { code: 4711 } });
    expect(refused.body).toMatchObject({
      message: expect.stringMatching(/scopes:\[\w+:read:list_\w+:admin\]/),
    });
  },
);

it('refuses whoever is no administrator any more, with the same token', async () => {
  await control(cloud.url, 'PATCH', '/people/manager@example.test', { admin: false });
  for (const path of LISTS) expect((await manager('GET', path)).body).toMatchObject({ code: 4711 });
});

it('does not know a group that is not there', async () => {
  const answer = await manager('GET', '/groups/nobodys/members');
  expect(answer).toMatchObject({ status: 404, body: { code: 4130 } });
});

it('keeps accounts apart', async () => {
  await control(cloud.url, 'PATCH', '/people/manager@example.test', { account: 'another-account' });
  expect((await users()).users.map(({ id }) => id)).toEqual([MANAGER]);
  expect((await groups()).groups).toEqual([]);
  expect((await manager('GET', '/groups/sandboxGroupPlanning01/members')).status).toBe(404);
});

it('counts lists towards the medium limit', async () => {
  await control(cloud.url, 'PATCH', '/limits', { mediumPerSecond: 3 });
  for (const path of LISTS) {
    const answer = await manager('GET', path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-ratelimit-category')).toBe('Medium');
  }
  expect((await manager('GET', '/users')).status).toBe(429);
  cloud.clock.now += 1000;
  expect((await manager('GET', '/users')).status).toBe(200);
});

it('can be told to shut the account out', async () => {
  await control(cloud.url, 'POST', '/faults', { operation: 'users.list', fault: '403' });
  const refused = await manager('GET', '/users');
  expect(refused).toMatchObject({ status: 403, body: { message: expect.stringContaining('denied') } });
  expect((await manager('GET', '/users')).status).toBe(200);
});
