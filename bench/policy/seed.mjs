// Fills a PostgreSQL with accounts of 100 members each, in bulk. Every account has settings of its own, five groups and
// members in none to two of them; a third have MAPI locked, a fifth of the members chose a service. All of it follows
// from the numbers of account and member, so every run has the same data.
import pg from 'pg';

export const MEMBERS = 100;
/** Where every member was seen within the hour. */
export const PLATFORM = 'mac';

/** A session token of the member; the database gets its hash (`hash` below). */
export const tokenOf = (account, member) => `bench-${account}-${member}-`.padEnd(43, 'x');

const accountId = (account) => `'account-' || lpad(${account}::text, 5, '0')`;
const personId = (account, member) => `${accountId(account)} || '-' || lpad(${member}::text, 3, '0')`;
const groupId = (account, group) => `md5('group-' || ${account} || '-' || ${group})::uuid`;

const by = `jsonb_build_object('id', 'admin', 'name', 'Sandbox Administrator', 'email', 'admin@example.test')`;
const lockOf = (name) =>
  `jsonb_build_object('${name}', jsonb_build_object('by', ${by}, 'at', '2026-11-01T08:00:00.000Z'))`;
const setting = (value, locked) => `jsonb_build_object('value', ${value}, 'locked', ${locked})`;

const people = (from, to) =>
  `generate_series(${from}, ${to}) as account, generate_series(1, ${MEMBERS}) as member`;

/** Statements that add the accounts `from` to `to`. */
const statements = (from, to) => [
  `insert into accounts (account_id, revision, decided_revision, version, saved_at, saved_by, settings, locks)
    select ${accountId('account')}, 12, 9, 9, now(), ${by},
      jsonb_build_object(
        'integration', ${setting('true', 'false')},
        'mapi', ${setting('true', 'account % 3 = 0')},
        'providers', ${setting(`'["exchange","office365","google"]'::jsonb`, 'false')},
        'permissions', ${setting(`'{"calendar":"read-write","contacts":"read"}'::jsonb`, 'true')},
        'meeting', '{"defaults":{"waitingRoom":true,"joinBeforeHost":false},"locked":["waitingRoom"]}'::jsonb),
      ${lockOf('permissions')} || ${lockOf('meeting')} || case when account % 3 = 0 then ${lockOf('mapi')} else '{}' end
    from generate_series(${from}, ${to}) as account`,
  `insert into people (account_id, id, name, email, zoom_role)
    select ${accountId('account')}, ${personId('account', 'member')}, 'Member ' || member,
      'member-' || member || '@account-' || account || '.example.test',
      case member when 1 then 'owner' when 2 then 'admin' else 'member' end
    from ${people(from, to)}`,
  `insert into members (account_id, user_id, name, email, time_zone, updated_at)
    select account_id, id, name, email, 'Europe/Berlin', now()
    from people where account_id between ${accountId(from)} and ${accountId(to)}`,
  `insert into policy_groups (id, account_id, name, source, position, version, saved_at, saved_by, settings, locks)
    select ${groupId('account', 'number')}, ${accountId('account')}, 'Group ' || number, 'here', number - 1, 5, now(), ${by},
      case number % 2
        when 0 then jsonb_build_object('scheduleForOthers', ${setting('false', 'false')})
        else jsonb_build_object('providers', ${setting(`'["office365","google"]'::jsonb`, 'true')}) end,
      case number % 2 when 0 then '{}' else ${lockOf('providers')} end
    from generate_series(${from}, ${to}) as account, generate_series(1, 5) as number`,
  `insert into group_members (account_id, group_id, person_id)
    select ${accountId('account')}, ${groupId('account', 'number')}, ${personId('account', 'member')}
    from ${people(from, to)}, generate_series(1, 5) as number
    where member % 4 > 0 and (member % 5 + 1 = number or (member % 3 = 0 and (member + 2) % 5 + 1 = number))`,
  `insert into calendar_choices (account_id, person_id, provider, chosen_at)
    select ${accountId('account')}, ${personId('account', 'member')}, 'office365', now()
    from ${people(from, to)} where member % 5 = 0`,
  `insert into platforms_seen (account_id, person_id, platform, seen_at)
    select ${accountId('account')}, ${personId('account', 'member')}, '${PLATFORM}', now()
    from ${people(from, to)}`,
];

export async function connect(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** Adds the accounts `from` to `to`; the tables' planner figures are up to date afterwards. */
export async function addAccounts(client, from, to) {
  // Foreign keys follow from the numbers; checking three million of them is most of the time.
  await client.query('set session_replication_role = replica');
  for (const statement of statements(from, to)) await client.query(statement);
  await client.query('set session_replication_role = default');
  await client.query('vacuum analyze');
}

/** Signs these members in and nobody else. @param members pairs of account and member @returns their tokens */
export async function signIn(client, members) {
  await client.query('truncate sessions');
  const tokens = members.map(([account, member]) => tokenOf(account, member));
  await client.query(
    `insert into sessions (token_hash, account_id, user_id, sign_in_id, started_at, used_at, ends_at)
      select encode(sha256(token::bytea), 'hex'), ${accountId('account')}, ${personId('account', 'member')},
        gen_random_uuid(), now(), now(), now() + interval '30 days'
      from unnest($1::int[], $2::int[], $3::text[]) as given(account, member, token)`,
    [members.map(([account]) => account), members.map(([, member]) => member), tokens],
  );
  await client.query(`update platforms_seen set seen_at = now() where platform = '${PLATFORM}'
    and (account_id, person_id) in (select account_id, user_id from sessions)`);
  await client.query('analyze sessions');
  return tokens;
}
