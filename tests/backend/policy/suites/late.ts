/** Writes that come too late: what others did since is never written over, however much happened in between. */
import { sql } from 'kysely';
import { Groups } from '../../../../src/api/policy';
import type { Database } from '../../../../src/backend/database/schema';
import { problemCode } from '../../support';
import { ADMIN, ORGANIZER, OWNER } from '../../zoomDouble';
import { meanwhileOf, ok, on, onlyMapi, type Caller, type Suite } from '../support';

const file = (account: object) => ({ format: 'zoom-calendar-settings', version: 1, account, groups: [] });

/** A member who cannot make up their mind: so many steps of their own in the history. */
async function membersChoose(database: Database, accountId: string, times: number): Promise<void> {
  const revision = sql<number>`(select revision from accounts where account_id = ${accountId})`;
  await sql`insert into policy_history
    (account_id, revision, at, by_id, by_name, by_email, request_id, scope, subject, name, action, changes)
    select ${accountId}, ${revision} + n, now(), ${ORGANIZER.id}, 'Sandbox Organizer', ${ORGANIZER.email}, 'r',
      'member', ${ORGANIZER.id}, 'Sandbox Organizer', case n % 2 when 1 then 'connected' else 'disconnected' end, '[]'
    from generate_series(1, ${times}::integer) as n`.execute(database);
  await sql`update accounts set revision = revision + ${times}::integer where account_id = ${accountId}`.execute(
    database,
  );
}

const accountOf = async (admin: Caller): Promise<{ id: string; revision: number }> =>
  ok(await admin.send('GET', '/api/account')).json();

export const lateSuite: Suite = (installation) => {
  it('refuse a file though members chose more often since than the history tells at once', async () => {
    const { world, ...people } = await installation();
    const [admin, other] = [await people.admin(), await people.secondAdmin()];
    const { id, revision } = await accountOf(admin);
    await other.save(onlyMapi);
    await membersChoose(world.open.database, id, 501);

    const refused = await admin.send('POST', '/api/account/import', file({}), revision);
    expect(refused.statusCode).toBe(412);
    expect(meanwhileOf(refused)).toMatchObject({
      version: (await accountOf(admin)).revision,
      entries: [{ by: { name: 'Sandbox Second Administrator' }, action: 'saved' }],
    });
    expect((await admin.settings()).settings).toEqual(onlyMapi);
    ok(await admin.send('POST', '/api/account/import', file({}), meanwhileOf(refused).version));
  });

  it('refuse a file that names a revision which is none of an administrator’s', async () => {
    const { world, ...people } = await installation();
    const admin = await people.admin();
    await admin.save(onlyMapi);
    const { id, revision } = await accountOf(admin);
    await membersChoose(world.open.database, id, 1);
    for (const wrong of [revision + 1, revision + 2])
      expect((await admin.send('POST', '/api/account/import', file({}), wrong)).statusCode).toBe(412);
    expect((await admin.settings()).settings).toEqual(onlyMapi);
  });

  it('tell who changed the settings, the group or the order, however much happened beside it', async () => {
    const { world, ...people } = await installation();
    const [admin, other] = [await people.admin(), await people.secondAdmin()];
    const group = await admin.group('Sales');
    const order = Groups.parse((await admin.send('GET', '/api/account/groups')).json());
    const { version } = await admin.settings();
    await other.save({ integration: on });
    await other.changeGroup(group, { settings: onlyMapi });
    await other.group('Field');
    await membersChoose(world.open.database, (await accountOf(admin)).id, 600);

    const settings = meanwhileOf(await admin.put(onlyMapi, version));
    expect(settings.entries).toMatchObject([{ scope: 'account', changes: [{ what: 'integration' }] }]);
    const url = `/api/account/groups/${group.id}`;
    const ofGroup = meanwhileOf(await admin.send('PUT', url, { name: 'Sellers' }, group.settings.version));
    expect(ofGroup.entries).toMatchObject([{ scope: 'group', name: 'Sales', action: 'saved' }]);
    const ids = { ids: [group.id] };
    const ofOrder = meanwhileOf(await admin.send('PUT', '/api/account/groups/order', ids, order.version));
    expect(ofOrder.entries).toMatchObject([{ action: 'created', name: 'Field' }]);
  });

  it('tell who deleted the group, whether it was to be saved or deleted', async () => {
    const people = await installation();
    const [admin, other] = [await people.admin(), await people.secondAdmin()];
    const group = await admin.group('Sales');
    const url = `/api/account/groups/${group.id}`;
    ok(await other.send('DELETE', url, undefined, group.settings.version));
    for (const [method, body] of [
      ['PUT', { settings: onlyMapi }],
      ['DELETE', undefined],
    ] as const) {
      const refused = await admin.send(method, url, body, group.settings.version);
      expect([method, refused.statusCode, problemCode(refused)]).toEqual([method, 412, 'changed-meanwhile']);
      expect(meanwhileOf(refused).entries).toMatchObject([
        { action: 'deleted', name: 'Sales', by: { name: 'Sandbox Second Administrator' } },
      ]);
    }
    const never = '/api/account/groups/00000000-0000-4000-8000-000000000000';
    expect(problemCode(await admin.send('PUT', never, {}, 1))).toBe('not-found');
  });

  it('tell who took back that the group was made by a file', async () => {
    const people = await installation();
    const [admin, other] = [await people.admin(), await people.secondAdmin()];
    const { revision } = await accountOf(admin);
    const brought = { ...file({}), groups: [{ name: 'Sales', settings: onlyMapi }] };
    ok(await admin.send('POST', '/api/account/import', brought, revision));
    const [group] = Groups.parse((await admin.send('GET', '/api/account/groups')).json()).groups;
    const [imported] = await other.history();
    ok(await other.undo(imported));
    const url = `/api/account/groups/${group?.id}`;
    const refused = await admin.send('PUT', url, { settings: {} }, group?.settings.version);
    expect(meanwhileOf(refused).entries).toMatchObject([{ action: 'undone', scope: 'account' }]);
  });

  it('refuse a list of people that was made for an older state, where it says for which', async () => {
    const people = await installation();
    const [admin, other] = [await people.admin(), await people.secondAdmin()];
    const list = (...emails: string[]) => ({
      people: emails.map((email) => ({ email, name: 'Sandbox Person', role: 'admin' })),
    });
    const { revision } = await accountOf(admin);
    ok(await other.send('PUT', '/api/account/people', list(ADMIN.email, ORGANIZER.email), revision));
    const mine = list(ADMIN.email, OWNER.email);
    const refused = await admin.send('PUT', '/api/account/people', mine, revision);
    expect(refused.statusCode).toBe(412);
    expect(meanwhileOf(refused).entries).toMatchObject([
      { action: 'people', by: { name: 'Sandbox Second Administrator' } },
    ]);
    ok(await admin.send('PUT', '/api/account/people', mine, meanwhileOf(refused).version));
    ok(await admin.send('PUT', '/api/account/people', list(ADMIN.email)));
  });
};
