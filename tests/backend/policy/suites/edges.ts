/** What lies at the edges of groups and of what is sent: names, numbers, sizes, characters, versions. */
import { Group, Groups } from '../../../../src/api/policy';
import { MOST_GROUPS } from '../../../../src/domain/policy/names';
import { problemCode } from '../../support';
import { ADMIN } from '../../zoomDouble';
import { ok, type Caller, type Suite } from '../support';

const groupsOf = async (admin: Caller) =>
  Groups.parse(ok(await admin.send('GET', '/api/account/groups')).json());
const withTag = (
  { backend, token }: Caller,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body: object | undefined,
  tag: string,
) => backend.as(token, method, url, body, { 'if-match': tag });

export const edgesSuite: Suite = (installation) => {
  it('are told apart letter by letter, as the database does, so that the file of them can be read again', async () => {
    const admin = await (await installation()).admin();
    await admin.group('ΟΔΟΣ');
    const answers = [];
    for (const name of ['οδος', 'οδοσ'])
      answers.push(await admin.send('POST', '/api/account/groups', { name }));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 409]);
    const file = ok(await admin.send('GET', '/api/account/export')).json();
    expect(file.groups).toHaveLength(2);
    ok(await admin.send('POST', '/api/account/import/check', file));
  });

  it('are at most as many as their order and their file can name', async () => {
    const admin = await (await installation()).admin();
    const people = (groups: number) => ({
      people: Array.from({ length: Math.ceil(groups / 50) }, (_, person) => ({
        email: `person-${person}@example.test`,
        name: 'Sandbox Person',
        groups: Array.from(
          { length: Math.min(50, groups - person * 50) },
          (__, group) => `${person}-${group}`,
        ),
      })).concat({ email: ADMIN.email, name: 'Sandbox Manager', groups: [] }),
    });
    expect(problemCode(await admin.send('PUT', '/api/account/people', people(MOST_GROUPS + 1)))).toBe(
      'too-many-groups',
    );
    ok(await admin.send('PUT', '/api/account/people', people(MOST_GROUPS)));
    expect(problemCode(await admin.send('POST', '/api/account/groups', { name: 'One more' }))).toBe(
      'too-many-groups',
    );
    const { version, groups } = await groupsOf(admin);
    const ids = groups.map(({ id }) => id).reverse();
    ok(await admin.send('PUT', '/api/account/groups/order', { ids }, version));
    expect(ok(await admin.send('GET', '/api/account/export')).json().groups).toHaveLength(MOST_GROUPS);
  });

  it('take as many members as the contract says', async () => {
    const admin = await (await installation()).admin();
    const sales = await admin.group('Sales');
    const members = Array.from({ length: 10_000 }, (_, number) => `somebody-with-a-long-id-${number}`);
    ok(await admin.send('PUT', `/api/account/groups/${sales.id}`, { members }, sales.settings.version));
  });

  it.each<[string, 'GET' | 'POST' | 'PUT', string, object | undefined]>([
    ['a name with half a character', 'POST', '/api/account/groups', { name: 'a\ud83d' }],
    ['a search', 'GET', '/api/account/members?search=%00', undefined],
    ['the id of a member', 'GET', '/api/account/members/%00/policy?platform=web', undefined],
    [
      'the address of a server',
      'PUT',
      '/api/account/settings',
      {
        exchange: { value: { version: null, ewsUrl: 'https://mail.example.test/\u0000' }, locked: false },
      },
    ],
    [
      'people',
      'PUT',
      '/api/account/people',
      { people: [{ email: 'a@example.test', name: 'a\u0000', role: 'member', groups: [] }] },
    ],
  ])('cannot be asked for with what is no character in %s', async (_, method, url, body) => {
    const admin = await (await installation()).admin();
    expect(problemCode(await withTag(admin, method, url, body, '*'))).toBe('invalid-request');
  });

  it('may be written with any way of saying which version was read', async () => {
    const admin = await (await installation()).admin();
    let sales = await admin.group('Sales');
    const url = `/api/account/groups/${sales.id}`;
    const put = (name: string, tag: string) => withTag(admin, 'PUT', url, { name }, tag);
    const version = () => sales.settings.version;
    for (const [tag, status] of [
      [`W/"${version()}"`, 200],
      ['"0", "x"', 412],
      ['"abc"', 412],
      ['"01"', 412],
      ['"12345678901"', 412],
    ] as const) {
      const answer = await put(`Sales ${tag}`, tag);
      expect([tag, answer.statusCode]).toEqual([tag, status]);
      if (status === 200) sales = Group.parse(answer.json());
    }
    ok(await put('Sales again', `"0", "${version()}"`));
  });
};
