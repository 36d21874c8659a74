/**
 * The steps that bring an empty or older database to the present schema, in order. A step that was released is
 * never changed; a new one is added after it. Kysely's migrator runs them at start, under a lock of the database,
 * so several backends may start together.
 */
import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { microsoftTable } from './microsoftTable';
import { policyValues } from './policyValues';
import { policyTables } from './policyTables';
import type { Database } from './schema';
import { undoneSteps } from './undoneSteps';

const steps: Readonly<Record<string, Migration>> = {
  '0001-sign-in-and-meetings': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('members')
        .addColumn('account_id', 'text', (column) => column.notNull())
        .addColumn('user_id', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('email', 'text', (column) => column.notNull())
        .addColumn('time_zone', 'text', (column) => column.notNull())
        .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
        .addPrimaryKeyConstraint('members_key', ['account_id', 'user_id'])
        .execute();

      await ownedByMember(db, 'zoom_tokens')
        .addColumn('sealed', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
        .addColumn('leased_until', 'timestamptz')
        .addPrimaryKeyConstraint('zoom_tokens_key', ['account_id', 'user_id'])
        .execute();

      await db.schema
        .createTable('sign_in_states')
        .addColumn('state_hash', 'text', (column) => column.primaryKey())
        .addColumn('challenge', 'text', (column) => column.notNull())
        .addColumn('return_path', 'text', (column) => column.notNull())
        .addColumn('sealed_verifier', 'text', (column) => column.notNull())
        .addColumn('created_at', 'timestamptz', (column) => column.notNull())
        .execute();

      await ownedByMember(db, 'sign_in_codes')
        .addColumn('code_hash', 'text', (column) => column.primaryKey())
        .addColumn('challenge', 'text', (column) => column.notNull())
        .addColumn('created_at', 'timestamptz', (column) => column.notNull())
        .execute();

      await ownedByMember(db, 'sessions')
        .addColumn('token_hash', 'text', (column) => column.primaryKey())
        .addColumn('sign_in_id', 'uuid', (column) => column.notNull())
        .addColumn('started_at', 'timestamptz', (column) => column.notNull())
        .addColumn('used_at', 'timestamptz', (column) => column.notNull())
        .addColumn('ends_at', 'timestamptz', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('sessions_of_member')
        .on('sessions')
        .columns(['account_id', 'user_id'])
        .execute();

      await ownedByMember(db, 'made_meetings')
        .addColumn('id', 'uuid', (column) => column.primaryKey().defaultTo(sql`gen_random_uuid()`))
        .addColumn('claim', 'text')
        .addColumn('state', 'text', (column) =>
          column.notNull().check(sql`state in ('pending', 'unconfirmed', 'confirmed', 'removed')`),
        )
        .addColumn('meeting_id', 'text')
        .addColumn('request_hash', 'text', (column) => column.notNull())
        .addColumn('sealed_request', 'text')
        .addColumn('created_at', 'timestamptz', (column) => column.notNull())
        .addColumn('sent_at', 'timestamptz')
        .addColumn('confirmed_at', 'timestamptz')
        .addColumn('leased_until', 'timestamptz')
        .addCheckConstraint(
          'made_meetings_known_unless_pending',
          sql`state = 'pending' or meeting_id is not null`,
        )
        .execute();
      // The rule that a claim makes one meeting: the database itself refuses a second living one.
      await db.schema
        .createIndex('made_meetings_one_a_claim')
        .unique()
        .on('made_meetings')
        .columns(['account_id', 'user_id', 'claim'])
        .where(sql.ref('state'), '<>', 'removed')
        .execute();
      await db.schema
        .createIndex('made_meetings_one_a_meeting')
        .unique()
        .on('made_meetings')
        .columns(['account_id', 'user_id', 'meeting_id'])
        .execute();
    },
  },

  '0002-appointments-and-settings': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('made_meetings')
        .addColumn('appointment', 'text')
        .addColumn('removed_at', 'timestamptz')
        .execute();
      // When these were removed was not written down: their time runs from now on.
      await sql`update made_meetings set removed_at = now() where state = 'removed'`.execute(db);
      await db.schema
        .createTable('shared_appointments')
        .addColumn('made_meeting_id', 'uuid', (column) =>
          column.notNull().references('made_meetings.id').onDelete('cascade'),
        )
        .addColumn('appointment', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('shared_appointments_key', ['made_meeting_id', 'appointment'])
        .execute();
      await ownedByMember(db, 'member_settings')
        .addColumn('preferences', 'text')
        .addColumn('zoom_side', 'text')
        .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
        .addPrimaryKeyConstraint('member_settings_key', ['account_id', 'user_id'])
        .execute();
    },
  },

  '0003-policy': policyTables,

  '0004-microsoft': microsoftTable,

  '0006-undone-steps': undoneSteps,

  '0007-policy-values': policyValues,
};

/** A table whose rows belong to a member and vanish with them. */
const ownedByMember = (db: Kysely<unknown>, table: string) =>
  db.schema
    .createTable(table)
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addForeignKeyConstraint(
      `${table}_of_member`,
      ['account_id', 'user_id'],
      'members',
      ['account_id', 'user_id'],
      (constraint) => constraint.onDelete('cascade'),
    );

/**
 * Brings the database to the present schema.
 *
 * @param to the step to stop after; the last one unless given
 * @throws the first step's error; that step leaves nothing behind
 */
export async function migrate(database: Database, to?: string): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ({ ...steps }) } });
  const { error, results } =
    to === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(to);
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'none';
  throw new Error(`The database could not be brought up to date (step ${failed}).`, { cause: error });
}
