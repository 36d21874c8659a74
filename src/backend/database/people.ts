/**
 * The people of an account, whether they ever signed in or not. Whoever is known by address alone
 * (`mail:<address>`) is the person who signs in with that address, and their groups and choices with them.
 */
import { sql } from 'kysely';
import type { Role } from '../../api/policy';
import type { MemberKey } from '../member';
import { addAccount } from './accounts';
import type { Database } from './schema';

/** A role as Zoom has it; `custom`: one of the account's own making. */
export type ZoomRole = 'owner' | 'admin' | 'member' | 'custom';

/** Somebody as Zoom tells of them. */
export interface ZoomPerson {
  /** Zoom user id. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: ZoomRole;
}

export const mailId = (email: string): string => `mail:${email.toLowerCase()}`;

/** What the person may do now. Unknown ones are members. */
export async function roleOf(database: Database, { accountId, userId }: MemberKey): Promise<Role> {
  const row = await database
    .selectFrom('people')
    .select('role')
    .where('account_id', '=', accountId)
    .where('id', '=', userId)
    .executeTakeFirst();
  return row?.role ?? 'member';
}

/** Whether the person is no more than a member, and that not by what Zoom says. */
export async function isMemberByList(database: Database, { accountId, userId }: MemberKey): Promise<boolean> {
  const row = await database
    .selectFrom('people')
    .select('id')
    .where('account_id', '=', accountId)
    .where('id', '=', userId)
    .where('role', '=', 'member')
    .where((is) => is.or([is('zoom_role', 'is', null), is('zoom_role', '=', 'custom')]))
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps what Zoom says of one person, such as when they sign in. */
export async function savePerson(database: Database, accountId: string, person: ZoomPerson): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await addAccount(transaction, accountId);
    await transaction
      .selectFrom('accounts')
      .select('account_id')
      .where('account_id', '=', accountId)
      .forUpdate()
      .execute();
    await putPerson(transaction, accountId, person);
  });
}

/** The same within a transaction that has the account to itself. */
export async function putPerson(database: Database, accountId: string, person: ZoomPerson): Promise<void> {
  const { id, name, email, role } = person;
  // There is one owner: whoever was it before is whatever Zoom says of them next.
  if (role === 'owner')
    await database
      .updateTable('people')
      .set({ zoom_role: 'member' })
      .where('account_id', '=', accountId)
      .where('zoom_role', '=', 'owner')
      .where('id', '<>', id)
      .execute();
  const described = { name, email, zoom_role: role, removed_at: null };
  const updated = await database
    .updateTable('people')
    .set(described)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (updated.numUpdatedRows > 0n) return takeOver(database, accountId, person);
  const renamed = await database
    .updateTable('people')
    .set({ id, ...described })
    .where('account_id', '=', accountId)
    .where('id', '=', mailId(email))
    .executeTakeFirst();
  if (renamed.numUpdatedRows > 0n) return;
  await database
    .insertInto('people')
    .values({ account_id: accountId, id, list_role: null, ...described })
    .execute();
}

/** A known person got the address that somebody of a list has: they are one. */
export async function takeOver(
  database: Database,
  accountId: string,
  { id, email }: ZoomPerson,
): Promise<void> {
  const listed = await database
    .selectFrom('people')
    .select('list_role')
    .where('account_id', '=', accountId)
    .where('id', '=', mailId(email))
    .executeTakeFirst();
  if (listed === undefined) return;
  await sql`insert into group_members (account_id, group_id, person_id)
    select account_id, group_id, ${id} from group_members
    where account_id = ${accountId} and person_id = ${mailId(email)}
    on conflict do nothing`.execute(database);
  await database
    .deleteFrom('people')
    .where('account_id', '=', accountId)
    .where('id', '=', mailId(email))
    .execute();
  await database
    .updateTable('people')
    .set({ list_role: listed.list_role })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute();
}

/** How many people the account has. */
export async function countPeople(database: Database, accountId: string): Promise<number> {
  const { count } = await database
    .selectFrom('people')
    .select((is) => is.fn.countAll<string | number>().as('count'))
    .where('account_id', '=', accountId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How people are called, also those who are no longer of the account, by id. */
export async function namesOf(
  database: Database,
  accountId: string,
  ids: readonly string[],
): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const rows = await database
    .selectFrom('people')
    .select(['id', 'name'])
    .where('account_id', '=', accountId)
    .where('id', 'in', ids)
    .execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** Those of the ids that somebody of the account has. */
export async function knownIds(
  database: Database,
  accountId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await database
    .selectFrom('people')
    .select('id')
    .where('account_id', '=', accountId)
    .where('id', 'in', sql<string>`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`)
    .execute();
  return rows.map(({ id }) => id);
}
