/**
 * Everything that a member's effective policy depends on, read in one query, so that it is of one moment; and what
 * the member adds to it: the service they chose, and the platforms from which they were seen.
 */
import { sql } from 'kysely';
import * as z from 'zod';
import { Role } from '../../api/policy';
import type { MemberChoice } from '../../domain/policy/effective';
import type { PolicyLayers } from '../../domain/policy/layers';
import { SettingsLayer } from '../../domain/policy/settings';
import { Permission, Platform, Provider } from '../../domain/policy/terms';
import type { MemberKey } from '../member';
import type { Database } from './schema';

export interface PolicySources {
  /** Of the last change that may concern this member. */
  readonly revision: number;
  readonly role: Role;
  readonly layers: PolicyLayers;
  readonly choice: MemberChoice | null;
  /** False: nobody of this account has this id. */
  readonly known: boolean;
  /** When the member was last seen where; UTC milliseconds. */
  readonly seen: ReadonlyMap<Platform, number>;
}

const Row = z.object({
  revision: z.int(),
  settings: SettingsLayer,
  groups: z.array(z.object({ name: z.string(), settings: SettingsLayer })),
  role: z.nullable(Role),
  provider: z.nullable(Provider),
  calendar: z.nullable(Permission),
  contacts: z.nullable(Permission),
  seen: z.array(z.object({ platform: Platform, at: z.number() })),
});

/** @returns undefined when there is no such account; somebody unknown has what the account says */
export async function policySources(
  database: Database,
  { accountId, userId }: MemberKey,
): Promise<PolicySources | undefined> {
  const { rows } = await sql`
    select greatest(a.decided_revision, p.choice_revision) as revision, a.settings, p.role, c.provider, c.calendar, c.contacts, coalesce((
      select json_agg(json_build_object('name', g.name, 'settings', g.settings) order by g.position)
      from group_members m join policy_groups g on g.account_id = m.account_id and g.id = m.group_id
      where m.account_id = a.account_id and m.person_id = ${userId}
    ), '[]') as groups, coalesce((
      select json_agg(json_build_object('platform', s.platform, 'at', extract(epoch from s.seen_at) * 1000))
      from platforms_seen s where s.account_id = a.account_id and s.person_id = ${userId}
    ), '[]') as seen
    from accounts a
    left join people p on p.account_id = a.account_id and p.id = ${userId}
    left join calendar_choices c on c.account_id = a.account_id and c.person_id = ${userId}
    where a.account_id = ${accountId}`.execute(database);
  if (rows[0] === undefined) return undefined;
  const row = Row.parse(rows[0]);
  return {
    revision: row.revision,
    role: row.role ?? 'member',
    known: row.role !== null,
    layers: { account: row.settings, groups: row.groups },
    choice: choiceOf(row),
    seen: new Map(row.seen.map(({ platform, at }) => [platform, at])),
  };
}

/** The columns of a choice as the choice that they stand for. */
export function choiceOf(row: {
  readonly provider: Provider | null;
  readonly calendar: Permission | null;
  readonly contacts: Permission | null;
}): MemberChoice | null {
  const { provider, calendar, contacts } = row;
  if (provider === null) return null;
  return calendar === null || contacts === null
    ? { provider }
    : { provider, permissions: { calendar, contacts } };
}

/** The revision of the last change that may concern this member. */
export async function memberRevision(database: Database, { accountId, userId }: MemberKey): Promise<number> {
  const row = await database
    .selectFrom('accounts')
    .leftJoin('people', (join) =>
      join.onRef('people.account_id', '=', 'accounts.account_id').on('people.id', '=', userId),
    )
    .select(['decided_revision', 'choice_revision'])
    .where('accounts.account_id', '=', accountId)
    .executeTakeFirst();
  return Math.max(row?.decided_revision ?? 0, row?.choice_revision ?? 0);
}

/** Keeps the choice in place of any before, as of this revision; null ends it. */
export async function saveChoice(
  database: Database,
  { accountId, userId }: MemberKey,
  choice: MemberChoice | null,
  { at, revision }: { readonly at: Date; readonly revision: number },
): Promise<void> {
  await database
    .updateTable('people')
    .set({ choice_revision: revision })
    .where('account_id', '=', accountId)
    .where('id', '=', userId)
    .execute();
  if (choice === null) {
    await database
      .deleteFrom('calendar_choices')
      .where('account_id', '=', accountId)
      .where('person_id', '=', userId)
      .execute();
    return;
  }
  const chosen = {
    provider: choice.provider,
    calendar: choice.permissions?.calendar ?? null,
    contacts: choice.permissions?.contacts ?? null,
    chosen_at: at,
  };
  await database
    .insertInto('calendar_choices')
    .values({ account_id: accountId, person_id: userId, ...chosen })
    .onConflict((conflict) => conflict.columns(['account_id', 'person_id']).doUpdateSet(chosen))
    .execute();
}

/** Writes down that the person was seen; nobody whom the account does not know. */
export async function sawPlatform(
  database: Database,
  { accountId, userId }: MemberKey,
  platform: Platform,
  at: Date,
): Promise<void> {
  await sql`insert into platforms_seen (account_id, person_id, platform, seen_at)
    select account_id, id, ${platform}, ${at}::timestamptz from people
    where account_id = ${accountId} and id = ${userId}
    on conflict (account_id, person_id, platform) do update set seen_at = excluded.seen_at
    where platforms_seen.seen_at < excluded.seen_at`.execute(database);
}
