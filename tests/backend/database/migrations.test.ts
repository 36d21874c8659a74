/** A database of an earlier version goes on working with everything that is in it. */
import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import { appointmentRows } from '../../../src/backend/database/appointments';
import { madeMeetingRows } from '../../../src/backend/database/madeMeetings';
import { migrate } from '../../../src/backend/database/migrations';
import type { Schema } from '../../../src/backend/database/schema';

jest.setTimeout(60_000);

it('of meetings before appointments were told takes its first one told for its own', async () => {
  const database = new Kysely<Schema>({ dialect: new PGliteDialect(await PGlite.create('memory://')) });
  try {
    await migrate(database, '0001-sign-in-and-meetings');
    const member = { accountId: 'account-one', userId: 'organizer' };
    await sql`insert into members values ('account-one', 'organizer', 'Sandbox Organizer',
      'organizer@example.test', 'UTC', now())`.execute(database);
    for (const [state, id] of [
      ['confirmed', '81234567890'],
      ['removed', '81234567891'],
    ]) {
      await sql`insert into made_meetings (account_id, user_id, claim, state, meeting_id, request_hash, created_at)
        values ('account-one', 'organizer', ${`claim-${id}`}, ${state}, ${id}, 'hash', now())`.execute(
        database,
      );
    }

    await migrate(database);
    const appointments = appointmentRows(database);
    const now = new Date();
    expect(await appointments.confirm(member, '81234567890', { appointment: 'a'.repeat(43) }, now)).toBe(
      'this',
    );
    expect(await appointments.confirm(member, '81234567890', { appointment: 'b'.repeat(43) }, now)).toBe(
      'another',
    );

    const rows = madeMeetingRows(database);
    await rows.purge(new Date(0), new Date(now.getTime() - 3_600_000));
    expect(await database.selectFrom('made_meetings').select('meeting_id').execute()).toHaveLength(2);
    await rows.purge(new Date(0), new Date(now.getTime() + 3_600_000));
    expect(await database.selectFrom('made_meetings').select('meeting_id').execute()).toEqual([
      { meeting_id: '81234567890' },
    ]);
  } finally {
    await database.destroy();
  }
});
