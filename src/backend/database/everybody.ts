/** Everybody of an account with what their policy depends on, for counting what a change does. */
import { sql } from 'kysely';
import * as z from 'zod';
import type { MemberChoice } from '../../domain/policy/effective';
import { Permission, Platform, Provider } from '../../domain/policy/terms';
import { choiceOf } from './memberPolicy';
import type { Database } from './schema';

export interface Somebody {
  readonly id: string;
  readonly platforms: readonly Platform[];
  readonly choice: MemberChoice | null;
  /** Ids of their groups, in no order. */
  readonly groups: readonly string[];
}

const Row = z.object({
  id: z.string(),
  platforms: z.array(Platform),
  groups: z.array(z.string()),
  provider: z.nullable(Provider),
  calendar: z.nullable(Permission),
  contacts: z.nullable(Permission),
});

export async function everybody(database: Database, accountId: string): Promise<Somebody[]> {
  const { rows } = await sql`
    select p.id, c.provider, c.calendar, c.contacts,
      coalesce(s.platforms, '[]') as platforms, coalesce(m.groups, '[]') as groups
    from people p
    left join calendar_choices c on c.account_id = p.account_id and c.person_id = p.id
    left join (select person_id, json_agg(platform) as platforms from platforms_seen
      where account_id = ${accountId} group by person_id) s on s.person_id = p.id
    left join (select person_id, json_agg(group_id) as groups from group_members
      where account_id = ${accountId} group by person_id) m on m.person_id = p.id
    where p.account_id = ${accountId} and p.removed_at is null`.execute(database);
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({ id: row.id, platforms: row.platforms, groups: row.groups, choice: choiceOf(row) }));
}
