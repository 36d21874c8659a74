/** Settings as a file: out, looked at, and in; all of it or nothing. */
import { Groups, HistoryEntry, ImportCheck, SettingsFile } from '../../../../src/api/policy';
import { problemCode } from '../../support';
import { ORGANIZER } from '../../zoomDouble';
import { locked, meanwhileOf, ok, on, onlyMapi, type Caller, type Suite } from '../support';

const envelope = { format: 'zoom-calendar-settings', version: 1 };
const file = (account: object, groups: readonly object[] = []) => ({ ...envelope, account, groups });

/** The body as it is, which may be no JSON at all. */
const post = (admin: Caller, path: string, payload: string | object, revision?: number) =>
  admin.backend.send({
    method: 'POST',
    url: path,
    payload,
    headers: {
      authorization: `Bearer ${admin.token}`,
      'content-type': 'application/json',
      ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    },
  });
const check = async (admin: Caller, payload: string | object) =>
  ImportCheck.parse(ok(await post(admin, '/api/account/import/check', payload)).json());
const bring = (admin: Caller, payload: string | object, revision: number) =>
  post(admin, '/api/account/import', payload, revision);
const groupsOf = async (admin: Caller) =>
  Groups.parse((await admin.send('GET', '/api/account/groups')).json()).groups;

const wrong: readonly [string, string, RegExp][] = [
  ['no JSON', '{"format":', /is no JSON/],
  ['nothing', '', /empty/],
  ['more than it may be', `"${'x'.repeat(2_000_000)}"`, /is larger/],
  ['another file', '{"name":"package"}', /format/],
  ['a name twice', JSON.stringify(file({})).replace('{', '{"version":1,'), /"version" stands twice/],
  ['a hidden name twice', '{"version":1,"\\u0076ersion":1}', /"version" stands twice/],
  ['a prototype', `{"__proto__":{"mapi":true},${JSON.stringify(file({})).slice(1)}`, /__proto__/],
  ['a hidden prototype', '{"account":{"\\u005f_proto__":{}}}', /__proto__/],
  ['a constructor', '{"account":{"constructor":{"prototype":{}}}}', /constructor/],
  ['a name that turns the direction', JSON.stringify(file({}, [{ name: 'a\u202Eb', settings: {} }])), /turn/],
  ['very deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /deeper than 12/],
  [
    'a group twice',
    JSON.stringify(
      file({}, [
        { name: 'Sales', settings: {} },
        { name: 'SALES', settings: {} },
      ]),
    ),
    /groups names the same twice/,
  ],
];

export const transferSuite: Suite = (installation) => {
  it('comes out as it went in, in another account or later', async () => {
    const people = await installation();
    const admin = await people.admin();
    await people.member();
    await admin.save(onlyMapi);
    await admin.changeGroup(await admin.group('Sales'), { settings: { mapi: on }, members: [ORGANIZER.id] });
    await admin.group('Field');
    const answer = ok(await admin.send('GET', '/api/account/export'));
    const exported = SettingsFile.parse(answer.json());
    expect(exported).toEqual(
      file(onlyMapi, [
        { name: 'Sales', settings: { mapi: on } },
        { name: 'Field', settings: {} },
      ]),
    );
    expect(answer.headers['content-disposition']).toContain('zoom-calendar-settings.json');

    const later = await admin.group('Later');
    await admin.changeGroup(later, { settings: { integration: on } });
    await admin.save({});
    const { revision, preview, problems } = await check(admin, exported);
    expect(problems).toEqual([]);
    expect(preview?.changes.map(({ what }) => what)).toEqual(['integration', 'mapi', 'group']);
    expect((await admin.settings()).settings).toEqual({});

    HistoryEntry.parse(ok(await bring(admin, exported, revision)).json());
    expect((await admin.settings()).settings).toEqual(onlyMapi);
    expect(
      (await groupsOf(admin)).map(({ name, members, settings }) => [name, members, settings.settings]),
    ).toEqual([
      ['Sales', 1, { mapi: on }],
      ['Field', 0, {}],
      ['Later', 0, {}],
    ]);
    const [imported] = await admin.history();
    ok(await admin.undo(imported));
    expect((await admin.settings()).settings).toEqual({});
    expect((await groupsOf(admin))[2]?.settings.settings).toEqual({ integration: on });
  });

  it('makes groups and their order, counts what that does, and is taken back as a whole', async () => {
    const people = await installation();
    const admin = await people.admin();
    await admin.policy('windows-classic');
    const old = await admin.group('Old');
    const brought = file(onlyMapi, [
      { name: 'New', settings: { exchange: { value: { version: '2016', ewsUrl: null } } } },
      { name: 'OLD', settings: { mapi: locked } },
    ]);
    const looked = await check(admin, brought);
    expect(looked.preview?.impact).toMatchObject({ configured: 1, members: 1 });
    ok(await bring(admin, brought, looked.revision));
    expect((await groupsOf(admin)).map(({ name }) => name)).toEqual(['New', 'Old']);
    expect((await admin.settings()).locks.map(({ setting }) => setting)).toEqual(['mapi']);

    const [imported] = await admin.history();
    const undone = HistoryEntry.parse(ok(await admin.undo(imported)).json());
    expect((await groupsOf(admin)).map(({ id, settings }) => [id, settings.settings])).toEqual([
      [old.id, {}],
    ]);
    expect((await admin.settings()).settings).toEqual({});
    ok(await admin.undo(undone));
    expect((await groupsOf(admin)).map(({ name }) => name)).toEqual(['New', 'Old']);
  });

  it.each(wrong)('with %s is told so, and nothing is applied', async (_, text, complaint) => {
    const admin = await (await installation()).admin();
    const looked = await check(admin, text);
    expect(looked.problems.map(({ where, message }) => `${where} ${message}`).join('\n')).toMatch(complaint);
    expect(looked.preview).toBeNull();
    const refused = await bring(admin, text, looked.revision);
    expect(problemCode(refused)).toBe('file-refused');
    expect(refused.statusCode).toBe(422);
    expect(refused.json().problems).toEqual(looked.problems);
    expect(await admin.history()).toEqual([]);
    expect(Object.prototype).not.toHaveProperty('mapi');
  });

  it('may begin with the mark with which Windows begins its texts', async () => {
    const admin = await (await installation()).admin();
    const marked = `\uFEFF${JSON.stringify(file(onlyMapi))}`;
    for (const text of [marked, JSON.stringify(marked), `\uFEFF${JSON.stringify(marked)}`])
      expect(await check(admin, text)).toMatchObject({ problems: [], preview: { changes: [{}, {}] } });
    ok(await bring(admin, marked, 0));
    expect((await admin.settings()).settings).toEqual(onlyMapi);
  });

  it('that is not there at all is told to be empty', async () => {
    const admin = await (await installation()).admin();
    for (const [method, path] of [
      ['POST', '/api/account/import/check'],
      ['POST', '/api/account/import'],
    ] as const) {
      const answer = await admin.send(method, path, undefined, 0);
      const told: { problems: { message: string }[] } = answer.json();
      expect([path, told.problems.map(({ message }) => message)]).toEqual([
        path,
        [expect.stringMatching(/empty/)],
      ]);
    }
  });

  it('is told everything that is wrong with it at once', async () => {
    const admin = await (await installation()).admin();
    const { problems } = await check(
      admin,
      file({ mapi: { value: 'yes' }, mapy: on, providers: { value: ['fax'] } }, [
        { name: '', settings: {} },
        { name: 'Good', settings: { exchange: { value: { version: '1997', ewsUrl: 'ftp://x' } } } },
      ]),
    );
    expect(problems.map(({ where }) => where).sort()).toEqual([
      'account',
      'account.mapi.value',
      'account.providers.value.0',
      'groups.0.name',
      'groups.1.settings.exchange.value.ewsUrl',
      'groups.1.settings.exchange.value.version',
    ]);
    const many = Array.from({ length: 300 }, () => ({ name: '', settings: {} }));
    expect((await check(admin, file({}, many))).problems).toHaveLength(101);
    const asText = await check(admin, JSON.stringify('{"broken'));
    expect(asText.problems[0]?.message).toContain('is no JSON');
  });

  it('is not applied over what others decided since it was looked at', async () => {
    const people = await installation();
    const [admin, other] = [await people.admin(), await people.secondAdmin()];
    const { revision } = await check(admin, file(onlyMapi));
    await other.group('Sales');
    const refused = await bring(admin, file(onlyMapi), revision);
    expect(refused.statusCode).toBe(412);
    expect(meanwhileOf(refused).entries).toMatchObject([{ action: 'created', name: 'Sales' }]);
    expect((await admin.settings()).settings).toEqual({});
    expect((await post(admin, '/api/account/import', file(onlyMapi))).statusCode).toBe(428);
    ok(await bring(admin, file(onlyMapi), meanwhileOf(refused).version));
  });

  it('is applied though members chose services meanwhile', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    await admin.save({ integration: on });
    const { revision } = await check(admin, file(onlyMapi));
    ok(await member.send('PUT', '/api/me/calendar?platform=web', { provider: 'google' }));
    ok(await bring(admin, file(onlyMapi), revision));
  });
};
