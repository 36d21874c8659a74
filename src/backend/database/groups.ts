/** An account's groups in the order that decides, and who is in them. */
import { sql } from 'kysely';
import type { Group } from '../../api/policy';
import { ProductError } from '../../domain/errors';
import { MOST_GROUPS } from '../../domain/policy/names';
import { layerColumns, toVersioned } from './layers';
import { knownIds } from './people';
import type { Database } from './schema';

/** In their order; members who are no longer of the account are not counted. */
export async function groupsOf(database: Database, accountId: string): Promise<Group[]> {
  return (await selected(database, accountId).orderBy('position').execute()).map(toGroup);
}

export async function findGroup(
  database: Database,
  accountId: string,
  id: string,
): Promise<Group | undefined> {
  const row = await selected(database, accountId).where('policy_groups.id', '=', id).executeTakeFirst();
  return row && toGroup(row);
}

/** The ids of those in a group, sorted. */
export async function groupMemberIds(database: Database, accountId: string, id: string): Promise<string[]> {
  const rows = await database
    .selectFrom('group_members')
    .select('person_id')
    .where('account_id', '=', accountId)
    .where('group_id', '=', id)
    .execute();
  return rows.map(({ person_id: personId }) => personId).sort();
}

/**
 * These people by the ids that they have now: whoever was known by address alone may have signed in with it since.
 *
 * @returns sorted; undefined where nobody knows any more who one of them is
 */
export async function idsNow(
  database: Database,
  accountId: string,
  ids: readonly string[],
): Promise<string[] | undefined> {
  const known = new Set(await knownIds(database, accountId, ids));
  const others = ids.filter((id) => !known.has(id));
  if (others.length > 0) {
    const { rows } = await sql<{ id: string; was: string }>`
      select distinct on (was) was, id from people
      join jsonb_array_elements_text(${JSON.stringify(others)}::jsonb) as was on was = 'mail:' || lower(email)
      where account_id = ${accountId} order by was, removed_at nulls first, id`.execute(database);
    if (rows.length < new Set(others).size) return undefined;
    for (const { id } of rows) known.add(id);
  }
  return [...known].sort();
}

/** Puts these people in the group and nobody else; ids that nobody of the account has are left out. */
export async function putGroupMembers(
  database: Database,
  accountId: string,
  id: string,
  personIds: readonly string[],
): Promise<void> {
  await database
    .deleteFrom('group_members')
    .where('account_id', '=', accountId)
    .where('group_id', '=', id)
    .execute();
  if (personIds.length === 0) return;
  await sql`insert into group_members (account_id, group_id, person_id)
    select account_id, ${id}::uuid, id from people
    where account_id = ${accountId} and id in (select jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb))
    `.execute(database);
}

/** The ids of groups in their new order: all of the account's, each once. */
export async function putGroupOrder(
  database: Database,
  accountId: string,
  ids: readonly string[],
  version: number,
): Promise<void> {
  await sql`update policy_groups set position = place.ordinality - 1
    from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality as place(id, ordinality)
    where account_id = ${accountId} and policy_groups.id = place.id::uuid`.execute(database);
  await orderChanged(database, accountId, version);
}

/** Which groups there are, or their order, is of this version now. */
export async function orderChanged(database: Database, accountId: string, version: number): Promise<void> {
  await database
    .updateTable('accounts')
    .set({ order_version: version })
    .where('account_id', '=', accountId)
    .execute();
}

const selected = (database: Database, accountId: string) =>
  database
    .selectFrom('policy_groups')
    .select(['id', 'name', 'source', ...layerColumns])
    .select((is) =>
      is
        .selectFrom('group_members')
        .innerJoin('people', (join) =>
          join
            .onRef('people.account_id', '=', 'group_members.account_id')
            .onRef('people.id', '=', 'group_members.person_id'),
        )
        .select((each) => each.fn.countAll<string | number>().as('count'))
        .whereRef('group_members.account_id', '=', 'policy_groups.account_id')
        .whereRef('group_members.group_id', '=', 'policy_groups.id')
        .where('people.removed_at', 'is', null)
        .as('members'),
    )
    .where('policy_groups.account_id', '=', accountId);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number];

const toGroup = (row: Row): Group => ({
  id: row.id,
  name: row.name,
  source: row.source,
  members: Number(row.members ?? 0),
  settings: toVersioned(row),
});

/** Brings a group back that was there before, at the end of the order, as one made here. */
export async function restoreGroup(
  database: Database,
  accountId: string,
  { id, name }: { readonly id: string; readonly name: string },
  version: number,
): Promise<void> {
  await addGroup(database, accountId, { id, name, source: 'here' }, version);
}

/** A new group at the end of the order. @returns its id @throws ProductError `too-many-groups` */
export async function addGroup(
  database: Database,
  accountId: string,
  group: {
    readonly id?: string;
    readonly name: string;
    readonly source: Group['source'];
    readonly zoomId?: string;
  },
  version: number,
): Promise<string> {
  const { count } = await database
    .selectFrom('policy_groups')
    .select((each) => each.fn.countAll<string>().as('count'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= MOST_GROUPS) throw new ProductError('too-many-groups', { most: MOST_GROUPS });
  const { id } = await database
    .insertInto('policy_groups')
    .values((is) => ({
      ...(group.id === undefined ? {} : { id: group.id }),
      account_id: accountId,
      name: group.name,
      source: group.source,
      zoom_id: group.zoomId ?? null,
      position: is
        .selectFrom('policy_groups')
        .select((each) => each.fn.coalesce(sql<number>`max(position) + 1`, sql<number>`0`).as('next'))
        .where('account_id', '=', accountId),
      version,
      saved_at: null,
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await orderChanged(database, accountId, version);
  return id;
}

/** Changes columns of a group, and its version with them. */
export async function changeGroup(
  database: Database,
  accountId: string,
  id: string,
  changes: { readonly version: number } & Partial<{
    readonly name: string;
    readonly source: Group['source'];
    readonly zoom_id: string | null;
    readonly settings: string;
    readonly locks: string;
    readonly saved_at: Date;
    readonly saved_by: string;
  }>,
): Promise<void> {
  await database
    .updateTable('policy_groups')
    .set(changes)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute();
}

export async function removeGroup(
  database: Database,
  accountId: string,
  id: string,
  version: number,
): Promise<void> {
  await database
    .deleteFrom('policy_groups')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute();
  await orderChanged(database, accountId, version);
}

/** The layer's columns of a group. */
export const groupLayer = (database: Database, accountId: string, id: string) =>
  database
    .selectFrom('policy_groups')
    .select(layerColumns)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();

/** A group of the account with this name, however it is spelt. */
export async function groupNamed(
  database: Database,
  accountId: string,
  name: string,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('policy_groups')
    .select('id')
    .where('account_id', '=', accountId)
    .where(sql`lower(name)`, '=', sql`lower(${name})`)
    .executeTakeFirst();
  return row?.id;
}

/** What groups are told apart by. */
export async function groupKeys(database: Database, accountId: string) {
  return database
    .selectFrom('policy_groups')
    .select(['id', 'name', 'source', 'zoom_id as zoomId'])
    .where('account_id', '=', accountId)
    .orderBy('position')
    .execute();
}

/** The group is its source's now, under this name. */
export async function bringGroup(
  database: Database,
  accountId: string,
  id: string,
  to: {
    readonly name: string;
    readonly source: Group['source'];
    readonly zoomId: string | null;
    readonly version: number;
  },
): Promise<void> {
  const { name, source, zoomId, version } = to;
  await changeGroup(database, accountId, id, { name, source, zoom_id: zoomId, version });
}
