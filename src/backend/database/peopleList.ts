/** The people of an account as an administrator looks at them: by name, a page at a time. */
import { sql } from 'kysely';
import * as z from 'zod';
import type { AccountMember } from '../../api/policy';
import { Role } from '../../api/policy';
import { Permission, Platform, Provider } from '../../domain/policy/terms';
import { choiceOf } from './memberPolicy';
import type { Database } from './schema';

/** Where the page before ended. */
export const PlaceInList = z.tuple([z.string(), z.string()]);
export type PlaceInList = z.infer<typeof PlaceInList>;

export interface PeopleQuery {
  /** Part of a name or an address. */
  readonly search?: string | undefined;
  /** A group's id. */
  readonly group?: string | undefined;
  readonly after?: PlaceInList | undefined;
  readonly most: number;
}

const Row = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  sorted: z.string(),
  groups: z.array(z.string()),
  platforms: z.array(z.object({ platform: Platform, seenAt: z.string() })),
  provider: z.nullable(Provider),
  calendar: z.nullable(Permission),
  contacts: z.nullable(Permission),
});

/** @returns a page, and of how many; each row with its place, from which the next page goes on */
export async function listPeople(
  database: Database,
  accountId: string,
  { search, group, after, most }: PeopleQuery,
): Promise<{
  readonly people: readonly { member: AccountMember; place: PlaceInList }[];
  readonly total: number;
}> {
  const pattern = search === undefined ? null : `%${search.replace(/[\\%_]/g, '\\$&').toLowerCase()}%`;
  const matching = sql`p.account_id = ${accountId} and p.removed_at is null
    and (${pattern}::text is null or lower(p.name) like ${pattern}::text or lower(p.email) like ${pattern}::text)
    and (${group ?? null}::uuid is null or exists (select 1 from group_members m
      where m.account_id = p.account_id and m.person_id = p.id and m.group_id = ${group ?? null}::uuid))`;
  const [name, id] = after ?? [null, null];
  const { rows } = await sql`
    select p.id, p.name, p.email, p.role, lower(p.name) as sorted, c.provider, c.calendar, c.contacts,
      coalesce((select json_agg(g.name order by g.position) from group_members m
        join policy_groups g on g.account_id = m.account_id and g.id = m.group_id
        where m.account_id = p.account_id and m.person_id = p.id), '[]') as groups,
      coalesce((select json_agg(json_build_object('platform', s.platform, 'seenAt', s.seen_at) order by s.platform)
        from platforms_seen s where s.account_id = p.account_id and s.person_id = p.id), '[]') as platforms
    from people p
    left join calendar_choices c on c.account_id = p.account_id and c.person_id = p.id
    where ${matching} and (${id}::text is null or (lower(p.name), p.id) > (${name}::text, ${id}::text))
    order by lower(p.name), p.id limit ${most}`.execute(database);
  const counted = await sql`select count(*) as total from people p where ${matching}`.execute(database);
  return {
    total: z.coerce.number().parse(z.object({ total: z.unknown() }).parse(counted.rows[0]).total),
    people: z
      .array(Row)
      .parse(rows)
      .map((row) => ({
        place: [row.sorted, row.id],
        member: {
          id: row.id,
          name: row.name,
          email: row.email,
          role: row.role,
          groups: row.groups,
          platforms: row.platforms.map(({ platform, seenAt }) => ({
            platform,
            seenAt: new Date(seenAt).toISOString(),
          })),
          choice: choiceOf(row),
        },
      })),
  };
}
