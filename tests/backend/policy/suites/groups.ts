/** Groups between account and member, and the order that decides. */
import { Groups } from '../../../../src/api/policy';
import { problemCode } from '../../support';
import { ORGANIZER } from '../../zoomDouble';
import { locked, meanwhileOf, ok, on, type Caller, type Suite } from '../support';

const forced = (provider: 'google' | 'office365') => ({ forcedProvider: { value: provider, locked: false } });
const groupsOf = async (admin: Caller) =>
  Groups.parse(ok(await admin.send('GET', '/api/account/groups')).json());

export const groupsSuite: Suite = (installation) => {
  it('decide in their order, and say by which name', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    await admin.save({ integration: on });
    const [first, second] = [await admin.group('Sales'), await admin.group('Field')];
    await admin.changeGroup(first, { settings: forced('google'), members: [ORGANIZER.id] });
    await admin.changeGroup(second, { settings: forced('office365'), members: [ORGANIZER.id] });
    expect((await member.policy('web')).policy.service).toMatchObject({
      state: 'connect',
      provider: 'google',
      origin: { level: 'group', group: 'Sales', locked: true },
    });

    const { version } = await groupsOf(admin);
    const ids = [second.id, first.id];
    const order = await admin.send('PUT', '/api/account/groups/order', { ids }, version);
    expect(Groups.parse(ok(order).json()).groups.map(({ name }) => name)).toEqual(['Field', 'Sales']);
    expect((await member.policy('web')).policy.service.provider).toBe('office365');
  });

  it('never change what the account has locked', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    await admin.save({ integration: locked });
    await admin.changeGroup(await admin.group('Sales'), {
      settings: { integration: { value: false, locked: true } },
      members: [ORGANIZER.id],
    });
    expect((await member.policy('web')).policy.integration.value).toBe(true);
  });

  it('have one name each, however it is spelt, and no empty one', async () => {
    const admin = await (await installation()).admin();
    const sales = await admin.group('  Sales ');
    expect(sales.name).toBe('Sales');
    const other = await admin.group('Field');
    const taken = await admin.send('POST', '/api/account/groups', { name: 'SALES' });
    expect(problemCode(taken)).toBe('group-exists');
    const renamed = await admin.send(
      'PUT',
      `/api/account/groups/${other.id}`,
      { name: 'sales' },
      other.settings.version,
    );
    expect(problemCode(renamed)).toBe('group-exists');
    for (const name of ['', '   ', 'a\u0000b', 'x'.repeat(101)])
      expect(problemCode(await admin.send('POST', '/api/account/groups', { name }))).toBe('invalid-request');
    expect((await admin.changeGroup(sales, { name: 'SALES' })).name).toBe('SALES');
  });

  it('refuse a change, a deletion and an order of an older version', async () => {
    const people = await installation();
    const [admin, other] = [await people.admin(), await people.secondAdmin()];
    const group = await admin.group('Sales');
    const { version } = await groupsOf(admin);
    await other.changeGroup(group, { settings: { mapi: on } });
    const url = `/api/account/groups/${group.id}`;
    const refused = await admin.send('PUT', url, { settings: {} }, group.settings.version);
    expect(refused.statusCode).toBe(412);
    expect(meanwhileOf(refused).entries).toMatchObject([
      { scope: 'group', name: 'Sales', changes: [{ what: 'mapi', from: null, to: on }] },
    ]);
    expect((await admin.send('DELETE', url, undefined, group.settings.version)).statusCode).toBe(412);
    await other.group('Field');
    const order = await admin.send('PUT', '/api/account/groups/order', { ids: [group.id] }, version);
    expect(order.statusCode).toBe(412);
    expect(meanwhileOf(order).entries).toMatchObject([{ action: 'created', name: 'Field' }]);
    for (const [method, path, body] of [
      ['PUT', url, {}],
      ['DELETE', url, undefined],
      ['PUT', '/api/account/groups/order', { ids: [] }],
    ] as const)
      expect((await admin.send(method, path, body)).statusCode).toBe(428);
  });

  it('are ordered only all of them, each once', async () => {
    const admin = await (await installation()).admin();
    const [one, two] = [await admin.group('One'), await admin.group('Two')];
    const { version } = await groupsOf(admin);
    for (const ids of [[one.id], [one.id, one.id], [one.id, two.id, one.id], []])
      expect(problemCode(await admin.send('PUT', '/api/account/groups/order', { ids }, version))).toBe(
        'invalid-request',
      );
  });

  it('take in only people of the account, and count them', async () => {
    const people = await installation();
    const admin = await people.admin();
    await people.member();
    const group = await admin.changeGroup(await admin.group('Sales'), {
      members: [ORGANIZER.id, 'nobody', ORGANIZER.id],
    });
    expect(group.members).toBe(1);
    const [entry] = await admin.history();
    expect(entry?.changes).toEqual([
      {
        what: 'members',
        from: [],
        to: [ORGANIZER.id],
        names: { [ORGANIZER.id]: ORGANIZER.display_name },
      },
    ]);
  });

  it('tell what a change would do to those who are to be in them', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    await member.policy('windows-classic');
    const group = await admin.group('Sales');
    const preview = await admin.send('POST', `/api/account/groups/${group.id}/preview`, {
      settings: { integration: on, mapi: locked },
      members: [ORGANIZER.id],
    });
    expect(ok(preview).json()).toMatchObject({ impact: { configured: 1, members: 2, unseen: 1 } });
    expect((await groupsOf(admin)).groups[0]).toMatchObject({ members: 0, settings: { settings: {} } });
  });

  it('tell beforehand what saving would refuse and leave out', async () => {
    const people = await installation();
    const admin = await people.admin();
    await people.member();
    const list = [{ email: ORGANIZER.email, name: 'Sandbox Organizer', groups: ['Listed'] }];
    ok(await admin.send('PUT', '/api/account/people', { people: list }));
    const [sales, listed] = [await admin.group('Sales'), (await groupsOf(admin)).groups[0]];
    const preview = (id: string | undefined, change: object) =>
      admin.send('POST', `/api/account/groups/${id}/preview`, change);
    expect(problemCode(await preview(sales.id, { name: 'LISTED' }))).toBe('group-exists');
    expect(problemCode(await preview(listed?.id, { members: [] }))).toBe('group-from-elsewhere');
    expect(ok(await preview(sales.id, { members: ['nobody', ORGANIZER.id] })).json()).toMatchObject({
      changes: [{ what: 'members', from: [], to: [ORGANIZER.id] }],
    });
    expect(ok(await preview(sales.id, { name: 'SALES' })).json()).toMatchObject({
      changes: [{ what: 'name', from: 'Sales', to: 'SALES' }],
    });
  });

  it('are deleted with their settings', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    const group = await admin.changeGroup(await admin.group('Sales'), {
      settings: { integration: on },
      members: [ORGANIZER.id],
    });
    const url = `/api/account/groups/${group.id}`;
    expect((await admin.send('DELETE', url, undefined, group.settings.version)).statusCode).toBe(204);
    expect((await member.policy('web')).policy.integration.value).toBe(false);
    expect(problemCode(await admin.send('GET', url))).toBe('not-found');
    expect(problemCode(await admin.send('GET', '/api/account/groups/none'))).toBe('invalid-request');
  });
};
