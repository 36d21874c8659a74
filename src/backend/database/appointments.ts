/**
 * Which saved appointments carry the meetings that were made here, by fingerprint, and which meetings nobody has
 * seen on a saved one yet. A fingerprint names an appointment without telling anything about it.
 */
import type { Whose } from '../../api/backend';
import { memberColumns, type MemberKey } from '../member';
import type { Database } from './schema';

export interface AppointmentRows {
  /**
   * A saved appointment carries the meeting. The first one told is the one that it belongs to, whoever tells at the
   * same moment; one that is perhaps a copy is not. Without fingerprint the meeting counts as seen, but no
   * appointment is known. Of an unsaved form nothing is recorded: it is `another` where an appointment is known.
   */
  confirm(
    member: MemberKey,
    meetingId: string,
    told: {
      readonly appointment?: string | undefined;
      readonly share?: boolean | undefined;
      readonly perhapsCopy?: boolean | undefined;
      readonly unsaved?: boolean | undefined;
    },
    now: Date,
  ): Promise<Whose>;
  /** The person wants the meeting though no appointment is known. */
  keep(member: MemberKey, meetingId: string, now: Date): Promise<void>;
  /** Meetings that were never seen on a saved appointment, the newest first. */
  unconfirmed(member: MemberKey, most: number): Promise<{ meetingId: string; madeAt: Date }[]>;
}

export function appointmentRows(database: Database): AppointmentRows {
  const living = (member: MemberKey, meetingId: string) =>
    database
      .selectFrom('made_meetings')
      .where((is) => is.and({ ...memberColumns(member), meeting_id: meetingId }))
      .where('state', 'in', ['unconfirmed', 'confirmed']);

  async function keep(member: MemberKey, meetingId: string, now: Date): Promise<void> {
    await database
      .updateTable('made_meetings')
      .set({ state: 'confirmed', confirmed_at: now })
      .where((is) => is.and({ ...memberColumns(member), meeting_id: meetingId, state: 'unconfirmed' }))
      .execute();
  }

  async function isTaken(member: MemberKey, meetingId: string): Promise<boolean> {
    const made = await living(member, meetingId).select('appointment').executeTakeFirst();
    return made !== undefined && made.appointment !== null;
  }

  return {
    keep,

    async confirm(member, meetingId, { appointment, share, perhapsCopy, unsaved }, now) {
      if (appointment === undefined) {
        if (unsaved === true) return (await isTaken(member, meetingId)) ? 'another' : 'untold';
        await keep(member, meetingId, now);
        return 'untold';
      }
      if (perhapsCopy === true) {
        await keep(member, meetingId, now);
        if (!(await isTaken(member, meetingId))) return 'untold';
      }
      const first = await database
        .updateTable('made_meetings')
        .set((is) => ({
          appointment,
          state: 'confirmed',
          confirmed_at: is.fn.coalesce('confirmed_at', is.val(now)),
        }))
        .where((is) => is.and({ ...memberColumns(member), meeting_id: meetingId }))
        .where('state', 'in', ['unconfirmed', 'confirmed'])
        .where((is) => is.or([is('appointment', 'is', null), is('appointment', '=', appointment)]))
        .executeTakeFirst();
      if (first.numUpdatedRows > 0n) return 'this';

      const made = await living(member, meetingId).select('id').executeTakeFirst();
      if (made === undefined) return 'untold';
      const row = { made_meeting_id: made.id, appointment };
      if (share === true) {
        await database
          .insertInto('shared_appointments')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        return 'this';
      }
      const shared = await database
        .selectFrom('shared_appointments')
        .select('appointment')
        .where((is) => is.and(row))
        .executeTakeFirst();
      return shared === undefined ? 'another' : 'this';
    },

    async unconfirmed(member, most) {
      const rows = await database
        .selectFrom('made_meetings')
        .select(['meeting_id', 'created_at'])
        .where((is) => is.and({ ...memberColumns(member), state: 'unconfirmed' }))
        .orderBy('created_at', 'desc')
        .limit(most)
        .execute();
      return rows.flatMap(({ meeting_id: meetingId, created_at: madeAt }) =>
        meetingId === null ? [] : [{ meetingId, madeAt }],
      );
    },
  };
}
