/** The members: one row a person who ever signed in, as Zoom last described them. */
import type { Member } from '../../api/backend';
import { memberColumns, type MemberKey } from '../member';
import type { Database } from './schema';

/** Adds the member or brings the row up to date. */
export async function saveMember(database: Database, member: Member, now: Date): Promise<void> {
  const described = { name: member.name, email: member.email, time_zone: member.timeZone, updated_at: now };
  await database
    .insertInto('members')
    .values({ ...memberColumns({ accountId: member.accountId, userId: member.id }), ...described })
    .onConflict((conflict) => conflict.columns(['account_id', 'user_id']).doUpdateSet(described))
    .execute();
}

export async function findMember(database: Database, key: MemberKey): Promise<Member | undefined> {
  const row = await database
    .selectFrom('members')
    .selectAll()
    .where((is) => is.and(memberColumns(key)))
    .executeTakeFirst();
  return (
    row && {
      id: row.user_id,
      accountId: row.account_id,
      name: row.name,
      email: row.email,
      timeZone: row.time_zone,
    }
  );
}

/** The names of those people of the account who signed in here at least once, by Zoom user id. */
export async function namesOf(
  database: Database,
  accountId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await database
    .selectFrom('members')
    .select(['user_id', 'name'])
    .where('account_id', '=', accountId)
    .where('user_id', 'in', [...userIds])
    .execute();
  return new Map(rows.map(({ user_id: id, name }) => [id, name]));
}
