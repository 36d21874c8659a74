/** The sessions' rows, by the hash of their token. The rules of how long they live are in `../sessions.ts`. */
import { sql } from 'kysely';
import * as z from 'zod';
import type { Member } from '../../api/backend';
import { memberColumns, type MemberKey } from '../member';
import type { Database } from './schema';

export interface SessionRow {
  readonly member: MemberKey;
  /** Shared by the sessions that were renewed from one another. */
  readonly signInId: string;
  readonly startedAt: Date;
  readonly usedAt: Date;
  readonly endsAt: Date;
}

/** A session with the person whose it is. */
export interface SessionOfMember {
  readonly session: SessionRow;
  readonly person: Member;
}

const Joined = z.object({
  account_id: z.string(),
  user_id: z.string(),
  sign_in_id: z.string(),
  started_at: z.date(),
  used_at: z.date(),
  ends_at: z.date(),
  name: z.string(),
  email: z.string(),
  time_zone: z.string(),
});

export interface SessionRows {
  add(tokenHash: string, session: SessionRow): Promise<void>;
  find(tokenHash: string): Promise<SessionRow | undefined>;
  findWithMember(tokenHash: string): Promise<SessionOfMember | undefined>;
  touch(tokenHash: string, usedAt: Date): Promise<void>;
  /** Brings a session's fixed end forward; never moves it back. */
  endBy(tokenHash: string, endsAt: Date): Promise<void>;
  /** Removes every session that came from one sign-in, renewed ones included. */
  removeSignIn(signInId: string): Promise<void>;
  remove(tokenHash: string): Promise<void>;
  /** How many sessions a member has that were used after `usedAfter` and do not end before `now`. */
  countLive(member: MemberKey, usedAfter: Date, now: Date): Promise<number>;
  /** Removes what has ended. */
  purge(usedBefore: Date, now: Date): Promise<void>;
}

export function sessionRows(database: Database): SessionRows {
  return {
    async add(tokenHash, session) {
      await database
        .insertInto('sessions')
        .values({
          token_hash: tokenHash,
          ...memberColumns(session.member),
          sign_in_id: session.signInId,
          started_at: session.startedAt,
          used_at: session.usedAt,
          ends_at: session.endsAt,
        })
        .execute();
    },

    async find(tokenHash) {
      const row = await database
        .selectFrom('sessions')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return (
        row && {
          member: { accountId: row.account_id, userId: row.user_id },
          signInId: row.sign_in_id,
          startedAt: row.started_at,
          usedAt: row.used_at,
          endsAt: row.ends_at,
        }
      );
    },

    async findWithMember(tokenHash) {
      const { rows } = await sql`
        select s.account_id, s.user_id, s.sign_in_id, s.started_at, s.used_at, s.ends_at, m.name, m.email, m.time_zone
        from sessions s join members m on m.account_id = s.account_id and m.user_id = s.user_id
        where s.token_hash = ${tokenHash}`.execute(database);
      if (rows[0] === undefined) return undefined;
      const row = Joined.parse(rows[0]);
      const { account_id: accountId, user_id: userId } = row;
      return {
        session: {
          member: { accountId, userId },
          signInId: row.sign_in_id,
          startedAt: row.started_at,
          usedAt: row.used_at,
          endsAt: row.ends_at,
        },
        person: { id: userId, accountId, name: row.name, email: row.email, timeZone: row.time_zone },
      };
    },

    async touch(tokenHash, usedAt) {
      await database
        .updateTable('sessions')
        .set({ used_at: usedAt })
        .where('token_hash', '=', tokenHash)
        .where('used_at', '<', usedAt)
        .execute();
    },

    async endBy(tokenHash, endsAt) {
      await database
        .updateTable('sessions')
        .set({ ends_at: endsAt })
        .where('token_hash', '=', tokenHash)
        .where('ends_at', '>', endsAt)
        .execute();
    },

    async removeSignIn(signInId) {
      await database.deleteFrom('sessions').where('sign_in_id', '=', signInId).execute();
    },

    async remove(tokenHash) {
      await database.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
    },

    async countLive(member, usedAfter, now) {
      const { live } = await database
        .selectFrom('sessions')
        .select((is) => is.fn.countAll<string | number>().as('live'))
        .where((is) => is.and(memberColumns(member)))
        .where('used_at', '>', usedAfter)
        .where('ends_at', '>', now)
        .executeTakeFirstOrThrow();
      return Number(live);
    },

    async purge(usedBefore, now) {
      await database
        .deleteFrom('sessions')
        .where((is) => is.or([is('used_at', '<=', usedBefore), is('ends_at', '<=', now)]))
        .execute();
    },
  };
}
