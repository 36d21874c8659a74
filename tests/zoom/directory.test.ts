/** What the Zoom client reads of an account's people and groups: pages, limits, roles, and lists that go wrong. */
import type { ZoomClient } from '../../src/zoom/client';
import { codeOf, setup, TOKENS } from './clientSetup';
import { json, noContent, refusal, tooFast } from './support';

const BASE = 'https://api.zoom.test/v2';
const row = (id: string, more: object = {}) => ({
  id,
  email: `${id}@example.test`,
  first_name: 'Sandbox',
  last_name: id,
  display_name: `Sandbox ${id}`,
  role_id: '2',
  type: 2,
  ...more,
});
const people = (rows: readonly object[], next = '') => json(200, { users: rows, next_page_token: next });
const members = (ids: readonly string[], next = '') =>
  json(200, { members: ids.map((id) => row(id)), next_page_token: next });

describe('everybody', () => {
  it('is read page by page, 300 at once, active ones only', async () => {
    const { client, calls } = setup(people([row('a')], 'to/2'), people([row('b'), row('c')]));
    expect((await client.users()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(calls.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET ${BASE}/users?status=active&page_size=300`,
      `GET ${BASE}/users?status=active&page_size=300&next_page_token=to%2F2`,
    ]);
  });

  it('comes with roles as Zoom names them, those of the account’s own making too', async () => {
    const rows = ['0', '1', '2', 'rSchedulers'].map((role_id) => row(`p${role_id}`, { role_id }));
    const { client } = setup(people(rows));
    expect((await client.users()).map(({ role_id }) => role_id)).toEqual(['0', '1', '2', 'rSchedulers']);
  });

  it('may lack whatever Zoom leaves out', async () => {
    const { client } = setup(json(200, { users: [{ email: 'pending@example.test', id: null, type: 1 }] }));
    expect(await client.users()).toEqual([
      {
        id: '',
        email: 'pending@example.test',
        first_name: '',
        last_name: '',
        display_name: '',
        role_id: '',
      },
    ]);
  });

  it('of a huge account are all there, in order', async () => {
    const pages = 250;
    const { client, calls } = setup(
      ...Array.from({ length: pages }, (_, page) =>
        people(
          Array.from({ length: 300 }, (_each, index) => row(`p${page * 300 + index}`)),
          page + 1 < pages ? `t${page + 1}` : '',
        ),
      ),
    );
    const all = await client.users();
    expect(all).toHaveLength(75_000);
    expect(all.every(({ id }, index) => id === `p${index}`)).toBe(true);
    expect(calls).toHaveLength(pages);
  });

  it('of a list without end is an error, and not a list', async () => {
    const { client, calls } = setup(...Array.from({ length: 301 }, () => people([row('a')], 'again')));
    expect(await codeOf(client.users())).toBe('zoom-unavailable');
    expect(calls).toHaveLength(300);
  });

  it('waits where Zoom says that it is too fast, and goes on at the same page', async () => {
    const { client, calls, clock } = setup(people([row('a')], 't2'), tooFast(), people([row('b')]));
    expect((await client.users()).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(clock.slept.length).toBeGreaterThan(0);
    expect(calls[2]?.url).toBe(calls[1]?.url);
  });

  it('goes on with a fresh token where one ends between two pages', async () => {
    const { client, calls } = setup(
      people([row('a')], 't2'),
      refusal(401, 124, 'Access token is expired.'),
      people([row('b')]),
    );
    expect(await client.users()).toHaveLength(2);
    expect(calls.map(({ headers }) => headers.get('authorization'))).toEqual([
      `Bearer ${TOKENS[0]}`,
      `Bearer ${TOKENS[0]}`,
      `Bearer ${TOKENS[1]}`,
    ]);
  });

  it('is nobody, rather than some, where a later page fails', async () => {
    const failing = () => refusal(500, 500, 'Internal server error.');
    const { client } = setup(people([row('a')], 't2'), ...Array.from({ length: 10 }, failing));
    expect(await codeOf(client.users())).toBe('zoom-unavailable');
    const expired = refusal(400, 300, 'The next page token is invalid or expired.');
    const { client: late } = setup(people([row('a')], 't2'), expired);
    expect(await codeOf(late.users())).toBe('zoom-refused');
  });

  it('stops between two pages where nobody waits any more', async () => {
    const stop = new AbortController();
    const reason = new Error('the page was closed');
    const { client, calls } = setup(() => {
      stop.abort(reason);
      return people([row('a')], 't2');
    });
    await expect(client.users({ signal: stop.signal })).rejects.toBe(reason);
    expect(calls).toHaveLength(1);
  });
});

describe('groups', () => {
  it('are read page by page', async () => {
    const { client, calls } = setup(
      json(200, { groups: [{ id: 'g1', name: 'Sales', total_members: 2 }], next_page_token: 't2' }),
      json(200, { groups: [{ id: 'g2' }], next_page_token: '', total_records: 2 }),
    );
    expect(await client.groups()).toEqual([
      { id: 'g1', name: 'Sales' },
      { id: 'g2', name: '' },
    ]);
    expect(calls.map(({ url }) => url)).toEqual([
      `${BASE}/groups?page_size=300`,
      `${BASE}/groups?page_size=300&next_page_token=t2`,
    ]);
  });

  it('may be none', async () => {
    const { client } = setup(json(200, { groups: [], total_records: 0 }));
    expect(await client.groups()).toEqual([]);
  });

  it('tell of their members by id, page by page, without those who have none yet', async () => {
    const { client, calls } = setup(members(['a', ''], 't2'), members(['b']));
    expect(await client.groupMembers('a/b c')).toEqual(['a', 'b']);
    expect(calls.map(({ url }) => url)).toEqual([
      `${BASE}/groups/a%2Fb%20c/members?page_size=300`,
      `${BASE}/groups/a%2Fb%20c/members?page_size=300&next_page_token=t2`,
    ]);
  });
});

describe.each<[string, (client: ZoomClient) => Promise<unknown>]>([
  ['everybody', (client) => client.users()],
  ['groups', (client) => client.groups()],
  ['members of a group', (client) => client.groupMembers('g1')],
])('%s', (_name, ask) => {
  it('cannot be read without the scope', async () => {
    const { client } = setup(refusal(400, 4711, 'Invalid access token, does not contain scopes:[x:admin].'));
    expect(await codeOf(ask(client))).toBe('zoom-forbidden');
  });

  it('cannot be read where Zoom shut the account out', async () => {
    const { client } = setup(refusal(403, 403, 'Access to the Zoom REST API has been denied.'));
    expect(await codeOf(ask(client))).toBe('zoom-forbidden');
  });

  it.each([
    ['an empty object', () => json(200, {})],
    ['another list', () => json(200, { meetings: [] })],
    ['rows of another kind', () => json(200, { users: ['a'], groups: ['a'], members: ['a'] })],
    ['a page of a proxy', () => new Response('<html>hello</html>', { status: 200 })],
    ['no answer at all', noContent],
  ])('is not taken from %s as if there were none', async (_what, answer) => {
    const { client } = setup(answer());
    expect(await codeOf(ask(client))).toBe('zoom-unavailable');
  });
});
