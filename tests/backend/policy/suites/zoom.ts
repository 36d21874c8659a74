/** People, roles and groups as Zoom's interface has them: pages, what changes there, and lists that fail midway. */
import { Groups, HistoryPage, MemberPage, type PeopleReport } from '../../../../src/api/policy';
import { problemCode } from '../../support';
import { DIRECTORY_SCOPES } from '../../zoomDirectory';
import { ADMIN, COLLEAGUE, ORGANIZER, OWNER, STRANGER, type Person } from '../../zoomDouble';
import { ok, on, type Caller, type Installation, type Suite } from '../support';

const account = [OWNER, ADMIN, ORGANIZER, COLLEAGUE];
const crowd = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => {
    const id = `person${String(index).padStart(4, '0')}`;
    return { ...ORGANIZER, id, email: `${id}@example.test`, display_name: `Sandbox Person ${index}` };
  });
const as = (person: Person, role_id: string): Person => ({ ...person, role_id });

const refresh = (admin: Caller) => admin.send('POST', '/api/account/people/refresh');
const refreshed = async (admin: Caller): Promise<PeopleReport> => ok(await refresh(admin)).json();
const page = async (admin: Caller, query = '') =>
  MemberPage.parse(ok(await admin.send('GET', `/api/account/members${query}`)).json());
const roles = async (admin: Caller) =>
  Object.fromEntries((await page(admin)).members.map(({ id, role }) => [id, role]));
const groupsOf = async (admin: Caller) =>
  Groups.parse(ok(await admin.send('GET', '/api/account/groups')).json()).groups;
const shown = async (admin: Caller) =>
  (await groupsOf(admin)).map(({ name, source, members }) => [name, source, members]);

export const zoomSuite: Suite = (installation) => {
  const granted = async (people: readonly Person[] = account): Promise<Installation> => {
    const present = await installation();
    present.world.zoom.scope = DIRECTORY_SCOPES.join(' ');
    present.world.zoom.directory.people = [...people];
    return present;
  };

  it('are read in pages, 2,000 of them with a group of 700', async () => {
    const here = await granted([...account, ...crowd(1996), STRANGER]);
    const { zoom } = here.world;
    const members = crowd(700).map(({ id }) => id);
    zoom.directory.groups = [{ id: 'zoom-group', name: 'Sales', members }];
    const admin = await here.admin();
    expect(await refreshed(admin)).toEqual({ members: 2000, groups: 1, admins: 1, removed: 0 });
    expect(zoom.count(/^GET \/v2\/users$/)).toBe(7);
    expect(zoom.count(/^GET \/v2\/groups\/zoom-group\/members$/)).toBe(3);
    expect(await shown(admin)).toEqual([['Sales', 'zoom', 700]]);
    const { total, members: found } = await page(admin, '?search=person1995%40');
    expect([total, found[0]?.name]).toEqual([1, 'Sandbox Person 1995']);
    expect((await page(admin, '?search=stranger')).total).toBe(0);
  });

  it('are those of a list by their address, 2,000 at once, with their groups and choices', async () => {
    const here = await granted([...account, ...crowd(1996)]);
    const [admin, member] = [await here.admin(), await here.member()];
    const list = here.world.zoom.directory.people.map(({ email, display_name: name }, index) => ({
      email: email.toUpperCase(),
      name,
      groups: index < 700 ? ['Sales'] : [],
    }));
    ok(await admin.send('PUT', '/api/account/people', { people: list }));
    await admin.save({ integration: on });
    ok(await member.send('PUT', '/api/me/calendar?platform=web', { provider: 'google' }));
    const [group] = await groupsOf(admin);
    expect(await refreshed(admin)).toEqual({ members: 2000, groups: 0, admins: 1, removed: 0 });
    expect(await shown(admin)).toEqual([['Sales', 'here', 700]]);
    expect((await page(admin, `?group=${group?.id}&search=person0695%40`)).members).toMatchObject([
      { id: 'person0695', groups: ['Sales'] },
    ]);
    expect((await page(admin, '?search=organizer')).members).toMatchObject([
      { id: ORGANIZER.id, groups: ['Sales'], choice: { provider: 'google' } },
    ]);
  });

  it('are one where somebody signed in, and has in Zoom the address now that a list has', async () => {
    const address = 'new-address@example.test';
    const here = await granted([OWNER, ADMIN, { ...ORGANIZER, email: address }]);
    const [admin] = [await here.admin(), await here.member()];
    const list = [
      { email: ORGANIZER.email, name: 'Sandbox Organizer' },
      { email: address, name: 'Sandbox Listed', groups: ['Sales'] },
    ];
    ok(await admin.send('PUT', '/api/account/people', { people: list }));
    expect(await refreshed(admin)).toMatchObject({ members: 3, removed: 0 });
    expect((await page(admin, '?search=address')).members).toMatchObject([
      { id: ORGANIZER.id, name: 'Sandbox Organizer', groups: ['Sales'] },
    ]);
  });

  it('are as before where a page fails, and all there with the next try', async () => {
    const here = await granted([...account, ...crowd(1996)]);
    const { zoom } = here.world;
    zoom.directory.groups = [{ id: 'zoom-group', name: 'Sales', members: [ORGANIZER.id] }];
    const admin = await here.admin();
    const before = await admin.history();
    let failing: RegExp | undefined = /^GET \/v2\/users$/;
    zoom.before = async ({ name, query }) => {
      const isLate = name.endsWith('/members') || query.get('next_page_token') === '1200';
      if (failing?.test(name) && isLate) zoom.fail(failing, Response.json({ code: 500 }, { status: 500 }));
    };
    for (const next of [/^GET \/v2\/groups\/zoom-group\/members$/, undefined]) {
      expect(problemCode(await refresh(admin))).toBe('zoom-unavailable');
      expect((await page(admin)).members.map(({ id }) => id)).toEqual([ADMIN.id]);
      expect(await shown(admin)).toEqual([]);
      expect((await admin.send('GET', '/api/account')).json()).toMatchObject({ people: 'signed-in' });
      expect(await admin.history()).toEqual(before);
      failing = next;
    }
    expect(await refreshed(admin)).toMatchObject({ members: 2000, groups: 1 });
  });

  it('keep nobody waiting while Zoom is slow', async () => {
    const here = await granted([...account, ...crowd(596)]);
    const [admin, owner] = [await here.admin(), await here.owner()];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const reached = new Promise<void>((resolve) => {
      here.world.zoom.before = async ({ query }) => {
        if (!query.has('next_page_token')) return;
        resolve();
        await held;
      };
    });
    const reading = refreshed(admin);
    await reached;
    expect((await owner.save({ integration: on })).settings).toEqual({ integration: on });
    expect((await page(owner)).total).toBe(2);
    release();
    expect(await reading).toMatchObject({ members: 600 });
    expect((await owner.settings()).settings).toEqual({ integration: on });
  });

  it('are refused, and stay, where one of the scopes is missing', async () => {
    const here = await granted();
    const admin = await here.admin();
    await refreshed(admin);
    for (const missing of DIRECTORY_SCOPES) {
      const { zoom } = here.world;
      zoom.scope = DIRECTORY_SCOPES.filter((scope) => scope !== missing).join(' ');
      zoom.directory.people = [];
      zoom.directory.groups = [{ id: 'zoom-group', name: 'Sales', members: [] }];
      expect(problemCode(await refresh(admin))).toBe('zoom-forbidden');
      expect(Object.keys(await roles(admin))).toHaveLength(4);
      expect(await shown(admin)).toEqual([]);
    }
  });

  it('have the roles of Zoom: who is no admin there loses the page at once, who became one has it', async () => {
    const here = await granted([OWNER, ADMIN, ORGANIZER, as(COLLEAGUE, 'rSchedulers')]);
    const { zoom } = here.world;
    const [owner, admin, member] = [await here.owner(), await here.admin(), await here.member()];
    await refreshed(admin);
    expect(await roles(owner)).toEqual({
      owner: 'owner',
      admin: 'admin',
      organizer: 'member',
      colleague: 'member',
    });
    zoom.directory.people = [OWNER, as(ADMIN, '2'), as(ORGANIZER, '1'), COLLEAGUE];
    expect(await refreshed(owner)).toMatchObject({ admins: 1, removed: 0 });
    expect(problemCode(await admin.send('GET', '/api/account'))).toBe('admin-only');
    expect(problemCode(await refresh(admin))).toBe('admin-only');
    expect((await member.send('GET', '/api/account')).json()).toMatchObject({ role: 'admin' });
  });

  it('are no admins by an earlier list, unless they would take that from themselves', async () => {
    const here = await granted([OWNER, ADMIN, as(ORGANIZER, 'rSchedulers')]);
    const [admin, byList] = [await here.admin(), await here.signedIn(as(ORGANIZER, 'rSchedulers'))];
    const people = [{ email: ORGANIZER.email, name: 'Sandbox Organizer', role: 'admin' }];
    ok(await admin.send('PUT', '/api/account/people', { people }));
    expect(problemCode(await refresh(byList))).toBe('own-role-lost');
    expect(await roles(byList)).toEqual({ admin: 'admin', organizer: 'admin' });
    expect(await refreshed(admin)).toMatchObject({ admins: 1 });
    expect(problemCode(await refresh(byList))).toBe('admin-only');
  });

  it('who are no longer admins in Zoom find that out when they ask it', async () => {
    const here = await granted([OWNER, as(ADMIN, '2')]);
    const admin = await here.admin();
    expect(await refreshed(admin)).toMatchObject({ admins: 0 });
    expect(problemCode(await refresh(admin))).toBe('admin-only');
  });

  it('have the owner of Zoom, who stays while Zoom names no other', async () => {
    const here = await granted();
    const [owner, admin] = [await here.owner(), await here.admin()];
    here.world.zoom.directory.people = [ADMIN, ORGANIZER];
    expect(await refreshed(admin)).toMatchObject({ members: 3, removed: 0 });
    expect(await roles(admin)).toMatchObject({ owner: 'owner' });
    here.world.zoom.directory.people = [as(OWNER, '1'), as(ADMIN, '0'), ORGANIZER];
    await refreshed(admin);
    expect(await roles(owner)).toEqual({ owner: 'admin', admin: 'owner', organizer: 'member' });
  });

  it('are gone with their places in groups when Zoom no longer has them, and back as they were', async () => {
    const here = await granted();
    const { directory } = here.world.zoom;
    directory.groups = [{ id: 'zoom-group', name: 'Sales', members: [ORGANIZER.id, COLLEAGUE.id] }];
    const [admin, member] = [await here.admin(), await here.member()];
    await refreshed(admin);
    await admin.save({ integration: on });
    ok(await member.send('PUT', '/api/me/calendar?platform=web', { provider: 'google' }));
    // Zoom may name somebody as a group's member a little longer.
    directory.people = [OWNER, ADMIN, COLLEAGUE];
    expect(await refreshed(admin)).toMatchObject({ members: 3, removed: 1 });
    expect(Object.keys(await roles(admin))).not.toContain(ORGANIZER.id);
    expect(await shown(admin)).toEqual([['Sales', 'zoom', 1]]);
    directory.people = [...account];
    await refreshed(admin);
    expect((await page(admin, '?search=organizer')).members).toMatchObject([
      { id: ORGANIZER.id, groups: ['Sales'], choice: { provider: 'google' } },
    ]);
  });

  it('are those who have an id and an address in Zoom, each once', async () => {
    const here = await granted([
      ...account,
      { ...ORGANIZER, id: '', email: 'pending@example.test' },
      { ...ORGANIZER, id: 'telephone', email: '' },
      COLLEAGUE,
      { ...ORGANIZER, id: 'nameless', email: 'nameless@example.test', display_name: '\u0000 \u202E' },
    ]);
    const admin = await here.admin();
    expect(await refreshed(admin)).toMatchObject({ members: 5 });
    expect((await page(admin, '?search=nameless')).members[0]?.name).toBe('nameless@example.test');
  });

  it('are in groups that keep their settings through any change of name in Zoom', async () => {
    const here = await granted();
    const { directory } = here.world.zoom;
    const sales = { id: 'z1', name: 'Sales', members: [ORGANIZER.id] };
    const field = { id: 'z2', name: 'Field', members: [COLLEAGUE.id] };
    directory.groups = [sales, field, { ...sales, id: 'z3', name: 'SALES' }];
    const admin = await here.admin();
    await refreshed(admin);
    const [first] = await groupsOf(admin);
    if (first === undefined) throw new Error('no group');
    await admin.changeGroup(first, { settings: { integration: on } });
    expect(await shown(admin)).toEqual([
      ['Sales', 'zoom', 1],
      ['Field', 'zoom', 1],
      ['SALES (2)', 'zoom', 1],
    ]);
    directory.groups = [
      { ...sales, name: 'Field' },
      { ...field, name: 'Sales', members: [] },
    ];
    await refreshed(admin);
    expect(await shown(admin)).toEqual([
      ['Field', 'zoom', 1],
      ['Sales', 'zoom', 0],
      ['SALES (2)', 'here', 0],
    ]);
    const [renamed, other] = await groupsOf(admin);
    expect(renamed).toMatchObject({ id: first.id, settings: { settings: { integration: on } } });
    expect(other?.settings.settings).toEqual({});
  });

  it('come as one step of the history, which says how many', async () => {
    const here = await granted();
    const admin = await here.admin();
    await refreshed(admin);
    const { entries } = HistoryPage.parse(ok(await admin.send('GET', '/api/account/history')).json());
    expect(entries[0]).toMatchObject({
      action: 'people',
      undoable: false,
      by: { id: ADMIN.id },
      changes: [
        { what: 'people', from: { source: 'signed-in', members: 1 }, to: { source: 'zoom', members: 4 } },
      ],
    });
  });
};
