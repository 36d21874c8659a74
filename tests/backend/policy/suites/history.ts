/** The history: every step, page by page, taken back or not, and never changed. */
import { sql } from 'kysely';
import { Groups, HistoryPage } from '../../../../src/api/policy';
import { problemCode } from '../../support';
import { ORGANIZER } from '../../zoomDouble';
import { locked, ok, on, onlyMapi, type Suite } from '../support';

export const historySuite: Suite = (installation) => {
  it('has the newest first, page by page', async () => {
    const admin = await (await installation()).admin();
    let { version } = await admin.settings();
    for (let time = 0; time < 53; time += 1)
      ({ version } = ok(await admin.put({ mapi: { value: time % 2 === 0, locked: false } }, version)).json());
    const first = HistoryPage.parse((await admin.send('GET', '/api/account/history')).json());
    expect(first.entries).toHaveLength(50);
    expect(first.entries[0]?.id).toBe(String(version));
    const url = `/api/account/history?pageToken=${first.nextPageToken}`;
    const second = HistoryPage.parse((await admin.send('GET', url)).json());
    expect(second.entries).toHaveLength(3);
    expect(second.nextPageToken).toBeUndefined();
    expect(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size).toBe(53);
    expect(problemCode(await admin.send('GET', '/api/account/history?pageToken=x'))).toBe('invalid-request');
  });

  it('names groups and members as they were called then, beside their ids', async () => {
    const people = await installation();
    const admin = await people.admin();
    await people.signedIn({ ...ORGANIZER, display_name: 'Sandbox Organizer of before' });
    const [sales, field] = [await admin.group('Sales'), await admin.group('Field')];
    const url = '/api/account/groups';
    const { version } = Groups.parse(ok(await admin.send('GET', url)).json());
    ok(await admin.send('PUT', `${url}/order`, { ids: [field.id, sales.id] }, version));
    const full = await admin.changeGroup(sales, { members: [ORGANIZER.id] });
    await people.signedIn(ORGANIZER);
    const renamed = await admin.changeGroup(full, { name: 'Sales abroad' });
    ok(await admin.send('PUT', '/api/account/people', { people: [] }));
    ok(await admin.send('DELETE', `${url}/${sales.id}`, undefined, renamed.settings.version));
    const changes = (await admin.history()).flatMap((entry) => entry.changes);
    expect(changes).toContainEqual({
      what: 'members',
      from: [],
      to: [ORGANIZER.id],
      names: { [ORGANIZER.id]: 'Sandbox Organizer of before' },
    });
    expect(changes).toContainEqual({
      what: 'order',
      from: [sales.id, field.id],
      to: [field.id, sales.id],
      names: { [sales.id]: 'Sales', [field.id]: 'Field' },
    });
  });

  it('names only some of very many who joined a group at once', async () => {
    const people = await installation();
    const admin = await people.admin();
    const list = Array.from({ length: 80 }, (_, index) => ({
      email: `person${index}@example.test`,
      name: `Sandbox ${index}`,
    }));
    ok(await admin.send('PUT', '/api/account/people', { people: list }));
    const members = list.map(({ email }) => `mail:${email}`);
    const group = await admin.changeGroup(await admin.group('Sales'), { members });
    const [joined] = await admin.history();
    expect(joined?.changes[0]?.to).toHaveLength(80);
    expect(Object.keys(joined?.changes[0]?.names ?? {})).toHaveLength(50);
    await admin.changeGroup(group, { members: members.slice(1) });
    const [left] = await admin.history();
    expect(left?.changes[0]?.names).toEqual({ 'mail:person0@example.test': 'Sandbox 0' });
    expect(ok(await admin.undo(left)).json()).toMatchObject({
      changes: [{ names: { 'mail:person0@example.test': 'Sandbox 0' } }],
    });
  });

  it('takes a step back, also one that took another back', async () => {
    const people = await installation();
    const [admin, owner] = [await people.admin(), await people.owner()];
    await admin.save({ integration: on });
    await admin.save(onlyMapi);
    await admin.save({ ...onlyMapi, scheduleForOthers: on });
    const [, toLockMapi] = await admin.history();
    const undone = ok(await owner.undo(toLockMapi)).json();
    expect(undone).toMatchObject({
      action: 'undone',
      by: { id: 'owner' },
      changes: [{ what: 'mapi', from: locked, to: null }],
    });
    expect((await admin.settings()).settings).toEqual({ integration: on, scheduleForOthers: on });
    const [undoing] = await admin.history();
    ok(await admin.undo(undoing));
    expect((await admin.settings()).settings).toEqual({ ...onlyMapi, scheduleForOthers: on });
  });

  it('does not take back what was changed again, and says what that was', async () => {
    const admin = await (await installation()).admin();
    await admin.save({ mapi: on, integration: on });
    await admin.save({ mapi: locked, integration: on });
    const [, first] = await admin.history();
    const refused = await admin.undo(first);
    expect(problemCode(refused)).toBe('changed-since');
    expect(refused.json().details).toEqual({ settings: 'mapi' });
    expect((await admin.settings()).settings).toEqual({ mapi: locked, integration: on });
    expect(await admin.history()).toHaveLength(2);
  });

  it('takes back what was done to a group: its settings, its name, who is in it, its order, its end', async () => {
    const people = await installation();
    const admin = await people.admin();
    await people.member();
    const [sales, field] = [await admin.group('Sales'), await admin.group('Field')];
    const changed = await admin.changeGroup(sales, {
      name: 'Sellers',
      settings: { mapi: locked },
      members: [ORGANIZER.id],
    });
    const groups = async () => Groups.parse((await admin.send('GET', '/api/account/groups')).json());
    const ids = [field.id, sales.id];
    ok(await admin.send('PUT', '/api/account/groups/order', { ids }, (await groups()).version));
    const url = `/api/account/groups/${sales.id}`;
    ok(await admin.send('DELETE', url, undefined, changed.settings.version));

    const [deleted, ordered, saved, , created] = await admin.history();
    expect(problemCode(await admin.undo(saved))).toBe('changed-since');
    ok(await admin.undo(deleted));
    expect((await groups()).groups.map(({ id, name, members }) => [id, name, members])).toEqual([
      [field.id, 'Field', 0],
      [sales.id, 'Sellers', 1],
    ]);
    ok(await admin.undo(ordered));
    ok(await admin.undo(saved));
    const after = await groups();
    expect(after.groups.map(({ id, name, members }) => [id, name, members])).toEqual([
      [sales.id, 'Sales', 0],
      [field.id, 'Field', 0],
    ]);
    expect(after.groups[0]?.settings).toMatchObject({ settings: {}, locks: [] });
    ok(await admin.undo(created));
    expect((await groups()).groups.map(({ name }) => name)).toEqual(['Field']);
  });

  it('does not force a service again beside a lock of MAPI that came after, and names that', async () => {
    const people = await installation();
    const admin = await people.admin();
    const forcing = { integration: on, forcedProvider: { value: 'office365' as const, locked: false } };
    await admin.save(forcing);
    await admin.save({ integration: on });
    await admin.save(onlyMapi);
    const group = await admin.group('Sales');
    let saved = await admin.changeGroup(group, { settings: forcing });
    for (const settings of [{ integration: on }, onlyMapi])
      saved = await admin.changeGroup(saved, { settings });

    const [, emptied, , , , freed] = await admin.history();
    for (const step of [emptied, freed]) {
      const answer = await admin.undo(step);
      expect(problemCode(answer)).toBe('changed-since');
      expect(answer.json().details).toEqual({ settings: 'mapi' });
    }
  });

  it('does not take a group back into which somebody was put since', async () => {
    const people = await installation();
    const admin = await people.admin();
    await people.member();
    await admin.changeGroup(await admin.group('Sales'), { members: [ORGANIZER.id] });
    const [, created] = await admin.history();
    expect(problemCode(await admin.undo(created))).toBe('changed-since');
  });

  it('does not take back what a member chose, nor who is of the account', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    await admin.save({ integration: on });
    ok(await member.send('PUT', '/api/me/calendar?platform=web', { provider: 'google' }));
    ok(await admin.send('PUT', '/api/account/people', { people: [] }));
    const [brought, connected] = await admin.history();
    expect([brought?.undoable, connected?.undoable]).toEqual([false, false]);
    expect(problemCode(await admin.undo(brought))).toBe('not-undoable');
    expect(problemCode(await admin.undo(connected))).toBe('not-undoable');
    expect(problemCode(await admin.undo(undefined))).toBe('not-found');
  });

  it('cannot be changed, shortened or emptied in the database', async () => {
    const { world, ...people } = await installation();
    const admin = await people.admin();
    await admin.save(onlyMapi);
    const before = await admin.history();
    const { database } = world.open;
    for (const statement of [
      `update policy_history set by_name = 'somebody else'`,
      `delete from policy_history`,
      `truncate policy_history`,
      `delete from accounts`,
    ])
      await expect(sql.raw(statement).execute(database)).rejects.toThrow(/only added to|policy_history/);
    expect(await admin.history()).toEqual(before);
  });
};
