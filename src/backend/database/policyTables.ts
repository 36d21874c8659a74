/**
 * The step that adds the account's settings: accounts, people, groups, choices, and the history. What must never be
 * is refused by the database itself: a lock that nobody made, a forced service beside locked MAPI, a second owner,
 * an owner who is not there, a history that changes.
 */
import { sql, type Kysely, type Migration } from 'kysely';

/** The names of settings that a layer may say something of. */
const SETTING_KEYS =
  "array['integration','providers','mapi','forcedProvider','permissions','exchange','scheduleForOthers','meeting']";

/** What account and group have alike: their settings, who locked which and when, and who saved last. */
const layerColumns = `
  settings jsonb not null default '{}',
  locks jsonb not null default '{}',
  version integer not null default 0 check (version >= 0),
  saved_at timestamptz,
  saved_by jsonb,
  check (jsonb_typeof(settings) = 'object' and settings - ${SETTING_KEYS} = '{}'),
  check (locked_settings(settings) = names_in(locks)),
  check (not (coalesce((settings #>> '{mapi,value}')::boolean, false)
    and coalesce((settings #>> '{mapi,locked}')::boolean, false)
    and (settings #>> '{forcedProvider,value}') is not null)),
  check ((saved_at is null) = (saved_by is null))`;

const statements = [
  // Both sorted, so that they can be compared.
  `create function locked_settings(settings jsonb) returns text[] language sql immutable as $$
    select coalesce(array_agg(key order by key), '{}') from jsonb_each(settings)
    where case when key = 'meeting' then jsonb_array_length(coalesce(value -> 'locked', '[]')) > 0
      else coalesce((value ->> 'locked')::boolean, false) end
  $$`,
  `create function names_in(object jsonb) returns text[] language sql immutable as $$
    select coalesce(array_agg(key order by key), '{}') from jsonb_object_keys(object) as key
  $$`,

  `create table accounts (
    account_id text primary key check (account_id <> ''),
    revision integer not null default 0,
    decided_revision integer not null default 0,
    order_version integer not null default 0,
    people_source text not null default 'signed-in' check (people_source in ('signed-in', 'zoom', 'list')),
    people_at timestamptz,
    ${layerColumns},
    check (0 <= decided_revision and decided_revision <= revision),
    check (version <= decided_revision and order_version between 0 and decided_revision),
    check ((people_source = 'signed-in') = (people_at is null))
  )`,

  `create table people (
    account_id text not null references accounts on delete cascade,
    id text not null check (id <> ''),
    name text not null,
    email text not null,
    zoom_role text check (zoom_role in ('owner', 'admin', 'member', 'custom')),
    list_role text check (list_role in ('admin', 'member')),
    removed_at timestamptz,
    choice_revision integer not null default 0 check (choice_revision >= 0),
    role text not null generated always as (
      case
        when removed_at is not null then 'member'
        when zoom_role in ('owner', 'admin', 'member') then zoom_role
        else coalesce(list_role, 'member')
      end
    ) stored,
    primary key (account_id, id),
    constraint people_by_mail check (id not like 'mail:%' or (id = 'mail:' || lower(email) and zoom_role is null)),
    constraint people_owner_stays check (removed_at is null or zoom_role is distinct from 'owner')
  )`,
  `create unique index people_one_owner on people (account_id) where zoom_role = 'owner'`,
  `create index people_by_name on people (account_id, lower(name), id) where removed_at is null`,
  `create index people_by_address on people (account_id, lower(email))`,

  `create table policy_groups (
    id uuid primary key default gen_random_uuid(),
    account_id text not null references accounts on delete cascade,
    name text not null check (name = btrim(name) and length(name) between 1 and 100),
    source text not null check (source in ('here', 'zoom', 'list')),
    zoom_id text,
    position integer not null check (position >= 0),
    ${layerColumns},
    check ((source = 'zoom') = (zoom_id is not null)),
    unique (account_id, id),
    unique (account_id, zoom_id),
    unique (account_id, position) deferrable initially deferred
  )`,
  `create unique index policy_groups_one_a_name on policy_groups (account_id, lower(name))`,

  `create table group_members (
    account_id text not null,
    group_id uuid not null,
    person_id text not null,
    primary key (account_id, group_id, person_id),
    foreign key (account_id, group_id) references policy_groups (account_id, id) on delete cascade,
    foreign key (account_id, person_id) references people on update cascade on delete cascade
  )`,
  `create index group_members_of_person on group_members (account_id, person_id)`,

  `create table calendar_choices (
    account_id text not null,
    person_id text not null,
    provider text not null check (provider in ('mapi', 'exchange', 'office365', 'google')),
    calendar text check (calendar in ('none', 'read', 'read-write')),
    contacts text check (contacts in ('none', 'read', 'read-write')),
    chosen_at timestamptz not null,
    primary key (account_id, person_id),
    foreign key (account_id, person_id) references people on update cascade on delete cascade,
    check ((calendar is null) = (contacts is null))
  )`,

  `create table platforms_seen (
    account_id text not null,
    person_id text not null,
    platform text not null check (platform in ('windows-classic', 'windows-new', 'mac', 'web', 'mobile')),
    seen_at timestamptz not null,
    primary key (account_id, person_id, platform),
    foreign key (account_id, person_id) references people on update cascade on delete cascade
  )`,

  `create table policy_history (
    account_id text not null references accounts,
    revision integer not null check (revision > 0),
    at timestamptz not null,
    by_id text not null,
    by_name text not null,
    by_email text not null,
    request_id text not null check (request_id <> ''),
    scope text not null check (scope in ('account', 'group', 'member')),
    subject text,
    name text,
    action text not null check (action in
      ('saved', 'undone', 'imported', 'created', 'deleted', 'ordered', 'people', 'connected', 'disconnected')),
    changes jsonb not null check (jsonb_typeof(changes) = 'array'),
    primary key (account_id, revision),
    check ((scope = 'account') = (subject is null)),
    check ((scope = 'account') = (name is null)),
    check ((scope = 'member') = (action in ('connected', 'disconnected')))
  )`,
  `create function policy_history_stays() returns trigger language plpgsql as $$
    begin raise exception 'the history is only added to' using errcode = 'restrict_violation'; end
  $$`,
  `create trigger policy_history_no_change before update or delete on policy_history
    for each row execute function policy_history_stays()`,
  `create trigger policy_history_no_truncate before truncate on policy_history
    for each statement execute function policy_history_stays()`,

  // Whoever signed in before is known from the beginning; their role is told at their next look or sign-in.
  `insert into accounts (account_id) select distinct account_id from members where account_id <> ''`,
  `insert into people (account_id, id, name, email)
    select account_id, user_id, name, email from members where account_id <> '' and user_id <> ''`,
];

export const policyTables: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
