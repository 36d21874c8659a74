/** Who is of the account: lists, Zoom, roles, and the owner whom nobody puts out. */
import { Groups, MemberPage, type PeopleList } from '../../../../src/api/policy';
import type { ZoomPeople } from '../../../../src/backend/policy/zoomPeople';
import { problemCode } from '../../support';
import { ADMIN, ORGANIZER, OWNER, type Person } from '../../zoomDouble';
import { locked, ok, on, type Caller, type Suite } from '../support';

type Listed = Partial<PeopleList['people'][number]>;
const listed = (email: string, more: Listed = {}) => ({
  email,
  name: `Sandbox ${email.split('@')[0]}`,
  ...more,
});
const bring = (admin: Caller, people: readonly object[]) =>
  admin.send('PUT', '/api/account/people', { people });
const page = async (admin: Caller, query = '') =>
  MemberPage.parse(ok(await admin.send('GET', `/api/account/members${query}`)).json());
const custom: Person = { ...ORGANIZER, role_id: 'rCustomRole' };

export const peopleSuite: Suite = (installation) => {
  it('are brought by a list, with groups in the order in which it names them', async () => {
    const admin = await (await installation()).admin();
    const report = await bring(admin, [
      listed('organizer@example.test', { groups: ['Sales', 'Field'] }),
      listed('attendee@example.test', { groups: ['field'], role: 'admin' }),
    ]);
    expect(ok(report).json()).toEqual({ members: 3, groups: 2, admins: 2, removed: 0 });
    const { groups } = Groups.parse((await admin.send('GET', '/api/account/groups')).json());
    expect(groups.map(({ name, source, members }) => [name, source, members])).toEqual([
      ['Sales', 'list', 1],
      ['Field', 'list', 2],
    ]);
    expect((await admin.send('GET', '/api/account')).json()).toMatchObject({
      people: 'list',
      peopleAt: '2026-11-20T08:00:00.000Z',
      members: 3,
    });
    const [group] = groups;
    const refused = await admin.send(
      'PUT',
      `/api/account/groups/${group?.id}`,
      { members: [] },
      group?.settings.version,
    );
    expect(problemCode(refused)).toBe('group-from-elsewhere');
  });

  it('of a list are those who sign in with that address, with their groups', async () => {
    const people = await installation();
    const admin = await people.admin();
    await bring(admin, [listed('Organizer@Example.test', { groups: ['Sales'] })]);
    expect((await page(admin, '?search=organizer')).members[0]?.id).toBe('mail:organizer@example.test');
    const member = await people.member();
    const found = await page(admin, '?search=organizer');
    expect(found.members).toMatchObject([{ id: 'organizer', groups: ['Sales'] }]);
    expect((await member.policy('web')).role).toBe('member');
  });

  it('are gone with the list that no longer has them, and back with one that has', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    await admin.save({ integration: on });
    ok(await member.send('PUT', '/api/me/calendar?platform=web', { provider: 'google' }));
    expect(ok(await bring(admin, [listed('attendee@example.test')])).json()).toMatchObject({ removed: 1 });
    expect((await page(admin)).members.map(({ id }) => id)).toEqual(['admin', 'mail:attendee@example.test']);
    await bring(admin, [listed('organizer@example.test')]);
    expect((await page(admin)).members.map(({ id, choice }) => [id, choice?.provider])).toEqual([
      ['admin', undefined],
      ['organizer', 'google'],
    ]);
  });

  it('cannot lose the owner, nor whoever brings the list', async () => {
    const people = await installation();
    const [owner, admin] = [await people.owner(), await people.admin()];
    await bring(admin, [listed(OWNER.email, { role: 'member' })]);
    await bring(admin, []);
    expect((await page(admin)).members.map(({ id, role }) => [id, role])).toEqual([
      ['admin', 'admin'],
      ['owner', 'owner'],
    ]);
    await admin.save({
      integration: { value: false, locked: true },
      scheduleForOthers: { value: false, locked: true },
    });
    expect((await owner.policy('web')).role).toBe('owner');
    await owner.save({ integration: locked });
  });

  it('keep the role that Zoom gave them, whatever a list leaves out', async () => {
    const people = await installation();
    const [owner, admin] = [await people.owner(), await people.admin()];
    expect(ok(await bring(owner, [])).json()).toMatchObject({ removed: 0, admins: 1 });
    ok(await admin.send('GET', '/api/account'));
    ok(await admin.send('GET', '/api/me'));
    expect((await admin.policy('web')).role).toBe('admin');
  });

  it('do not take their own role away, by a list or by asking Zoom', async () => {
    const people = await installation();
    const [admin, byList] = [await people.admin(), await people.signedIn(custom)];
    ok(await bring(admin, [listed(ORGANIZER.email, { role: 'admin' })]));
    expect((await byList.policy('web')).role).toBe('admin');
    for (const list of [[], [listed(ORGANIZER.email)], [listed('attendee@example.test')]]) {
      const refused = await bring(byList, list);
      expect([refused.statusCode, problemCode(refused)]).toEqual([409, 'own-role-lost']);
    }
    expect((await byList.policy('web')).role).toBe('admin');
    expect((await page(byList)).total).toBe(2);
    ok(await bring(byList, [listed(ORGANIZER.email, { role: 'admin' }), listed('attendee@example.test')]));
  });

  it('are admins by a list only where Zoom does not say what they are', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.signedIn(ORGANIZER)];
    const list = [listed(ADMIN.email), listed(ORGANIZER.email, { role: 'admin' })];
    await bring(admin, list);
    expect((await member.policy('web')).role).toBe('member');
    expect((await admin.policy('web')).role).toBe('admin');
    const again = await people.signedIn(custom);
    expect((await again.policy('web')).role).toBe('admin');
    await bring(admin, [listed(ORGANIZER.email)]);
    expect(problemCode(await again.send('GET', '/api/account'))).toBe('admin-only');
  });

  it('are refused as a whole where an address stands twice', async () => {
    const admin = await (await installation()).admin();
    const refused = await bring(admin, [
      listed('a@example.test'),
      listed('b@example.test'),
      listed('A@example.test'),
    ]);
    expect(problemCode(refused)).toBe('invalid-request');
    expect(refused.json().details.reason).toContain('body/people/2/email');
    expect(
      problemCode(await bring(admin, [listed('a@example.test', { role: undefined }), { email: 'x' }])),
    ).toBe('invalid-request');
    const owner = await bring(admin, [{ ...listed('a@example.test'), role: 'owner' }]);
    expect(problemCode(owner)).toBe('invalid-request');
    expect((await page(admin)).total).toBe(1);
  });

  it('are found by name and address, by group, and page by page', async () => {
    const admin = await (await installation()).admin();
    const many = Array.from({ length: 130 }, (_, index) =>
      listed(`person${String(index).padStart(3, '0')}@example.test`, {
        name: index % 2 === 0 ? 'Sandbox Twin' : `Sandbox ${index}%_`,
        groups: index < 60 ? ['Early'] : [],
      }),
    );
    ok(await bring(admin, many));
    const ids: string[] = [];
    for (let query = '', more = true; more;) {
      const { members, total, nextPageToken } = await page(admin, query);
      expect(total).toBe(131);
      ids.push(...members.map(({ id }) => id));
      query = `?pageToken=${nextPageToken}`;
      more = nextPageToken !== undefined;
    }
    expect(ids).toHaveLength(131);
    expect(new Set(ids).size).toBe(131);
    const { groups } = Groups.parse((await admin.send('GET', '/api/account/groups')).json());
    expect((await page(admin, `?group=${groups[0]?.id}`)).total).toBe(60);
    expect((await page(admin, `?group=${groups[0]?.id}&search=TWIN`)).total).toBe(30);
    expect((await page(admin, `?search=${encodeURIComponent('%_')}`)).total).toBe(65);
    expect((await page(admin, '?search=person007%40')).total).toBe(1);
    expect(problemCode(await admin.send('GET', '/api/account/members?pageToken=nonsense'))).toBe(
      'invalid-request',
    );
  });

  it('are brought from Zoom with roles and groups, which keep their settings', async () => {
    const zoom: {
      people: Awaited<ReturnType<ZoomPeople['people']>>;
      groups: Awaited<ReturnType<ZoomPeople['groups']>>;
    } = {
      people: [
        { id: 'owner', name: 'Sandbox Owner', email: 'owner@example.test', role: 'owner' },
        { id: 'attendee', name: 'Sandbox Attendee', email: 'attendee@example.test', role: 'admin' },
      ],
      groups: [{ id: 'zoom-group', name: 'Sales', memberIds: ['attendee', 'nobody'] }],
    };
    const people = await installation({
      zoomPeople: () => ({ people: async () => zoom.people, groups: async () => zoom.groups }),
    });
    const admin = await people.admin();
    await bring(admin, [listed('attendee@example.test', { groups: ['Field'] })]);
    await admin.changeGroup(await admin.group('sales'), { settings: { integration: on } });
    const refresh = async () => ok(await admin.send('POST', '/api/account/people/refresh')).json();
    expect(await refresh()).toEqual({ members: 3, groups: 1, admins: 2, removed: 0 });
    const { groups } = Groups.parse((await admin.send('GET', '/api/account/groups')).json());
    expect(groups.map(({ name, source, members }) => [name, source, members])).toEqual([
      ['Field', 'here', 1],
      ['Sales', 'zoom', 1],
    ]);
    expect(groups[1]?.settings.settings).toEqual({ integration: on });
    expect((await page(admin)).members.map(({ id, role }) => [id, role])).toEqual([
      ['admin', 'admin'],
      ['attendee', 'admin'],
      ['owner', 'owner'],
    ]);

    zoom.people = [{ id: 'heir', name: 'Sandbox Heir', email: 'heir@example.test', role: 'owner' }];
    zoom.groups = [];
    expect(await refresh()).toEqual({ members: 2, groups: 0, admins: 1, removed: 2 });
    const after = Groups.parse((await admin.send('GET', '/api/account/groups')).json());
    expect(after.groups.map(({ source, members }) => [source, members])).toEqual([
      ['here', 0],
      ['here', 0],
    ]);
  });

  it('are not brought from Zoom where the app may not read them', async () => {
    const admin = await (await installation()).admin();
    expect(problemCode(await admin.send('POST', '/api/account/people/refresh'))).toBe('zoom-forbidden');
  });
};
