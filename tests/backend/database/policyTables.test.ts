/** The step that adds the account's settings: to a database with people in it, and what it makes impossible. */
import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import { migrate } from '../../../src/backend/database/migrations';
import { policySources } from '../../../src/backend/database/memberPolicy';
import { countPeople } from '../../../src/backend/database/people';
import type { Schema } from '../../../src/backend/database/schema';

jest.setTimeout(60_000);

let database: Kysely<Schema>;
const run = (statement: string) => sql.raw(statement).execute(database);

beforeAll(async () => {
  database = new Kysely<Schema>({ dialect: new PGliteDialect(await PGlite.create('memory://')) });
  await migrate(database, '0002-appointments-and-settings');
  for (const [account, id] of [
    ['account-one', 'organizer'],
    ['account-one', 'colleague'],
    ['account-two', 'organizer'],
  ])
    await run(
      `insert into members values ('${account}', '${id}', 'Sandbox ${id}', '${id}@example.test', 'UTC', now())`,
    );
  await run(`insert into member_settings (account_id, user_id, preferences, updated_at)
    values ('account-one', 'organizer', '{"options":{}}', now())`);
  await migrate(database);
});
afterAll(() => database.destroy());

it('keeps who signed in before, each in their account, as members of whom Zoom has said nothing yet', async () => {
  expect(await countPeople(database, 'account-one')).toBe(2);
  expect(await countPeople(database, 'account-two')).toBe(1);
  const member = { accountId: 'account-one', userId: 'organizer' };
  expect(await policySources(database, member)).toEqual({
    revision: 0,
    role: 'member',
    known: true,
    layers: { account: {}, groups: [] },
    choice: null,
    seen: new Map(),
  });
  expect(await database.selectFrom('member_settings').selectAll().execute()).toHaveLength(1);
});

it('is not done twice', async () => {
  await migrate(database);
  expect(await countPeople(database, 'account-one')).toBe(2);
});

const by = `'{"id":"a","name":"b","email":"c"}'`;
const account = (columns: string) => `update accounts set ${columns} where account_id = 'account-one'`;
const group = (columns: string, values: string) =>
  `insert into policy_groups (account_id, position, ${columns}) values ('account-one', 0, ${values})`;
const step = (changes: string) =>
  `insert into policy_history values ('account-one', 1, now(), 'a', 'b', 'c', 'r', ${changes})`;

it.each([
  ['a lock that nobody made', account(`settings = '{"mapi":{"value":true,"locked":true}}'`)],
  ['a maker of no lock', account(`locks = '{"mapi":{}}'`)],
  ['a lock of options that nobody made', account(`settings = '{"meeting":{"locked":["audio"]}}'`)],
  [
    'a service forced beside locked MAPI',
    account(`settings = '{"mapi":{"value":true,"locked":true},"forcedProvider":{"value":"google","locked":false}}',
      locks = '{"mapi":{}}'`),
  ],
  ['a setting that there is not', account(`settings = '{"mapy":{"value":true}}'`)],
  ['a setting that is no object', account(`settings = '{"integration":5}'`)],
  ['a setting without lock', account(`settings = '{"integration":{"value":true}}'`)],
  ...[
    ['integration', '"yes"'],
    ['mapi', 'null'],
    ['scheduleForOthers', '1'],
    ['providers', '["fax"]'],
    ['providers', '"google"'],
    ['forcedProvider', '"mapi"'],
    ['permissions', '{"calendar":"all","contacts":"none"}'],
    ['permissions', '{"calendar":"read"}'],
    ['exchange', '{"version":"1997","ewsUrl":null}'],
    ['exchange', '{"version":null,"ewsUrl":"http://mail.example.test"}'],
    ['exchange', '7'],
  ].map(([name, value]): [string, string] => [
    `${value} for ${name}`,
    account(`settings = '{"${name}":{"value":${value},"locked":false}}'`),
  ]),
  ['options for new meetings that are a list', account(`settings = '{"meeting":[]}'`)],
  ['settings that are none', account(`settings = '[]'`)],
  ['saved by nobody', account(`saved_at = now()`)],
  ['a version that is still to come', account(`version = 1`)],
  ['a decision that is still to come', account(`decided_revision = 1`)],
  ['people from somewhere since never', account(`people_source = 'list'`)],
  ['an account without id', `insert into accounts (account_id) values ('')`],
  ['a role that there is not', `update people set zoom_role = 'king'`],
  ['two owners', `update people set zoom_role = 'owner' where account_id = 'account-one'`],
  [
    'an owner who is not there',
    `update people set zoom_role = 'owner', removed_at = now() where id = 'colleague'`,
  ],
  ['a role beside where it comes from', `update people set role = 'owner'`],
  [
    'an address for an id that is another',
    `update people set id = 'mail:other@example.test' where id = 'colleague'`,
  ],
  [
    'a group of no account',
    `insert into policy_groups (account_id, name, source, position) values ('x', 'y', 'here', 0)`,
  ],
  ['a group without name', group('name, source', `'', 'here'`)],
  ['a group of Zoom’s that Zoom does not know', group('name, source', `'Sales', 'zoom'`)],
  [
    'a member of no group',
    `insert into group_members values ('account-one', gen_random_uuid(), 'organizer')`,
  ],
  [
    'a choice of nobody',
    `insert into calendar_choices values ('account-one', 'nobody', 'google', null, null, now())`,
  ],
  [
    'a service that there is not',
    `insert into calendar_choices values ('account-one', 'organizer', 'fax', null, null, now())`,
  ],
  [
    'half of the permissions',
    `insert into calendar_choices values ('account-one', 'organizer', 'google', 'read', null, now())`,
  ],
  [
    'a platform that there is not',
    `insert into platforms_seen values ('account-one', 'organizer', 'amiga', now())`,
  ],
  ['a step of a group without group', step(`'group', null, null, 'saved', '[]'`)],
  ['a step of the account about somebody', step(`'account', 'x', null, 'saved', '[]'`)],
  ['a choice made by the account', step(`'account', null, null, 'connected', '[]'`)],
  ['a step without changes', step(`'account', null, null, 'saved', '{}'`)],
  ['a step that there is not', step(`'account', null, null, 'guessed', '[]'`)],
])('refuses %s', async (_, statement) => {
  await expect(run(statement)).rejects.toThrow();
});

it('refuses a member of a group in another account, two groups in one place, and two of one name', async () => {
  await run(group('id, name, source', `'5f0e6c5a-3f43-4d0b-9d53-0a3f0c1f7a10', 'Sales', 'here'`));
  const member = (accountId: string) =>
    run(
      `insert into group_members values ('${accountId}', '5f0e6c5a-3f43-4d0b-9d53-0a3f0c1f7a10', 'organizer')`,
    );
  await expect(member('account-two')).rejects.toThrow();
  await member('account-one');
  await expect(run(group('name, source', `'Field', 'here'`))).rejects.toThrow(/position/);
  await expect(
    run(
      `insert into policy_groups (account_id, position, name, source) values ('account-one', 1, 'SALES', 'here')`,
    ),
  ).rejects.toThrow(/one_a_name/);
});

it('takes what is right, and locks with who and when', async () => {
  await run(
    account(`revision = 1, decided_revision = 1, version = 1, saved_at = now(), saved_by = ${by},
      settings = '{"mapi":{"value":true,"locked":true}}', locks = '{"mapi":{}}'`),
  );
  await run(step(`'account', null, null, 'saved', '[]'`));
  await expect(run(step(`'account', null, null, 'saved', '[]'`))).rejects.toThrow(/policy_history_pkey/);
  await expect(run(`delete from policy_history`)).rejects.toThrow(/only added to/);
});
