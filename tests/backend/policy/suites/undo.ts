/** Steps taken back: versions that tell, people who became known meanwhile, and which step it was. */
import { Groups, type Group } from '../../../../src/api/policy';
import { problemCode } from '../../support';
import { ADMIN, ORGANIZER } from '../../zoomDouble';
import { locked, ok, on, onlyMapi, type Caller, type Suite } from '../support';

const MAIL = `mail:${ORGANIZER.email}`;

/** Somebody who is known by their address alone, until they sign in with it. */
const listed = async (admin: Caller): Promise<void> => {
  const people = [ADMIN, ORGANIZER].map(({ email }) => ({ email, name: 'Sandbox Person' }));
  ok(await admin.send('PUT', '/api/account/people', { people }));
};
const groupsOf = async (admin: Caller): Promise<Group[]> =>
  Groups.parse((await admin.send('GET', '/api/account/groups')).json()).groups;
const remove = async (admin: Caller, group: Group): Promise<void> => {
  const { version } = group.settings;
  ok(await admin.send('DELETE', `/api/account/groups/${group.id}`, undefined, version));
};

export const undoSuite: Suite = (installation) => {
  it('gives the group a new version, also where only who is in it is taken back', async () => {
    const people = await installation();
    const [admin, other] = [await people.admin(), await people.secondAdmin()];
    await people.member();
    const group = await admin.changeGroup(await admin.group('Sales'), { members: [ORGANIZER.id] });
    const [put] = await admin.history();
    ok(await admin.undo(put));
    const [now] = await groupsOf(admin);
    expect(now?.members).toBe(0);
    expect(now?.settings.version).toBeGreaterThan(group.settings.version);
    const url = `/api/account/groups/${group.id}`;
    const stale = await other.send('PUT', url, { settings: onlyMapi }, group.settings.version);
    expect(stale.statusCode).toBe(412);
  });

  it('of a deletion brings back those who signed in since, and the history names them as they are now', async () => {
    const people = await installation();
    const admin = await people.admin();
    await listed(admin);
    const group = await admin.changeGroup(await admin.group('Sales'), {
      settings: { integration: on, mapi: locked },
      members: [MAIL],
    });
    await remove(admin, group);
    const member = await people.member();
    const [deleted] = await admin.history();
    ok(await admin.undo(deleted));
    expect((await groupsOf(admin)).map(({ members }) => members)).toEqual([1]);
    expect((await member.policy('windows-classic')).policy.service.state).toBe('automatic');
    const [undone] = await admin.history();
    expect(undone?.changes).toMatchObject([{ what: 'group', from: null, to: { members: [ORGANIZER.id] } }]);
    ok(await admin.undo(undone));
    expect(await groupsOf(admin)).toEqual([]);
  });

  it('of who is in a group goes by who they are now, both ways', async () => {
    const people = await installation();
    const admin = await people.admin();
    await listed(admin);
    await admin.changeGroup(await admin.group('Sales'), { members: [MAIL] });
    await people.member();
    const [put] = await admin.history();
    const taken = ok(await admin.undo(put)).json();
    expect(taken).toMatchObject({ changes: [{ what: 'members', from: [ORGANIZER.id], to: [] }] });
    expect((await groupsOf(admin)).map(({ members }) => members)).toEqual([0]);
    ok(await admin.undo(taken));
    expect((await groupsOf(admin)).map(({ members }) => members)).toEqual([1]);
  });

  it('is refused where nobody knows any more whom a group had', async () => {
    const people = await installation();
    const admin = await people.admin();
    await listed(admin);
    await remove(
      admin,
      await admin.changeGroup(await admin.group('Sales'), { settings: onlyMapi, members: [MAIL] }),
    );
    await people.member();
    await people.signedIn({ ...ORGANIZER, email: 'renamed@example.test' });
    const [deleted] = await admin.history();
    const refused = await admin.undo(deleted);
    expect(problemCode(refused)).toBe('changed-since');
    expect(refused.json().details).toEqual({ settings: 'members' });
    expect(await groupsOf(admin)).toEqual([]);
  });

  it('of a rename bears the name that the group has then, and says which step it was', async () => {
    const admin = await (await installation()).admin();
    await admin.changeGroup(await admin.group('Sales'), { name: 'Sellers' });
    const [renamed] = await admin.history();
    const undone = ok(await admin.undo(renamed)).json();
    expect(undone).toMatchObject({ name: 'Sales', action: 'undone', undoes: renamed?.id });
    const again = ok(await admin.undo(undone)).json();
    expect(again).toMatchObject({ name: 'Sellers', undoes: undone.id });
    expect((await admin.history()).map(({ name, undoes }) => [name, undoes])).toEqual([
      ['Sellers', undone.id],
      ['Sales', renamed?.id],
      ['Sellers', undefined],
      ['Sales', undefined],
    ]);
  });

  it('is refused for what a member chose and who is of the account, and says what to do instead', async () => {
    const admin = await (await installation()).admin();
    ok(await admin.send('PUT', '/api/account/people', { people: [] }));
    const [brought] = await admin.history();
    const refused = await admin.undo(brought);
    expect([refused.statusCode, problemCode(refused)]).toEqual([409, 'not-undoable']);
    expect(refused.json().detail).toMatch(/bring them again/);
  });
};
