/**
 * The record of meetings made through this product, by member and claim.
 *
 * A row begins as `pending` before Zoom is asked, so that a crash in between leaves a trace, and one process at a
 * time works on it (a lease, see `zoomTokens.ts`). The database's unique indexes hold the two promises: one living
 * row a claim, and one row a meeting.
 */
import { hasCode } from '../errorCode';
import { memberColumns, type MemberKey } from '../member';
import type { Database, MadeState } from './schema';

/** A claim that this process may now make the meeting of. */
export interface Making {
  readonly rowId: string;
  /** What was sent to Zoom by whoever began it, which may be another request than this caller's. */
  readonly sealedRequest: string | undefined;
  readonly leaseUntil: Date;
  /** When Zoom was first asked, if it ever was. */
  readonly sentAt: Date | undefined;
}

export type Begun =
  | { readonly kind: 'making'; readonly making: Making }
  | { readonly kind: 'made'; readonly meetingId: string; readonly requestHash: string }
  /** Another process is at it. */
  | { readonly kind: 'busy' };

export interface BeginOptions {
  readonly claim: string;
  readonly requestHash: string;
  readonly sealedRequest: string;
  readonly now: Date;
  readonly leaseUntil: Date;
}

export interface MadeMeetingRows {
  /** What there is under the claim; if nothing or a remain, it is this caller's to make. */
  begin(member: MemberKey, options: BeginOptions): Promise<Begun>;
  /** Before Zoom is asked: when it was first, and what for. */
  recordSending(rowId: string, firstAt: Date, sealedRequest: string): Promise<void>;
  /** Gives the row its meeting; false when another row has it, or this row has another. */
  take(rowId: string, meetingId: string, requestHash: string): Promise<boolean>;
  /** Leaves a pending row for the next caller to look into. */
  release(rowId: string, leaseUntil: Date): Promise<void>;
  /** Forgets a pending row: nothing was made. */
  forget(rowId: string): Promise<void>;
  /** Whether this member made the meeting through this product, removed or not. */
  has(member: MemberKey, meetingId: string): Promise<boolean>;
  /** The meeting was brought to match another request. */
  matched(member: MemberKey, meetingId: string, requestHash: string): Promise<void>;
  markRemoved(member: MemberKey, meetingId: string, now: Date): Promise<void>;
  /** A removed meeting lives again; its claim stays with a newer meeting if that has one. */
  markRecovered(member: MemberKey, meetingId: string): Promise<void>;
  /** Ends every lease: only for a database that no other process uses. */
  releaseAll(): Promise<void>;
  /**
   * Forgets pending rows older than this, because Zoom's list no longer helps to find out, and meetings removed so
   * long ago that nobody brings them back.
   */
  purge(pendingBefore: Date, removedBefore: Date): Promise<void>;
}

export function madeMeetingRows(database: Database): MadeMeetingRows {
  return {
    async begin(member, { claim, requestHash, sealedRequest, now, leaseUntil }) {
      const fresh = await database
        .insertInto('made_meetings')
        .values({
          ...memberColumns(member),
          claim,
          state: 'pending',
          meeting_id: null,
          request_hash: requestHash,
          sealed_request: sealedRequest,
          created_at: now,
          sent_at: null,
          confirmed_at: null,
          leased_until: leaseUntil,
          appointment: null,
          removed_at: null,
        })
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'user_id', 'claim']).where('state', '<>', 'removed').doNothing(),
        )
        .returning('id')
        .executeTakeFirst();
      if (fresh !== undefined)
        return { kind: 'making', making: { rowId: fresh.id, sealedRequest, leaseUntil, sentAt: undefined } };

      const left = await database
        .updateTable('made_meetings')
        .set({ leased_until: leaseUntil })
        .where((is) => is.and({ ...memberColumns(member), claim, state: 'pending' }))
        .where((is) => is.or([is('leased_until', 'is', null), is('leased_until', '<=', now)]))
        .returning(['id', 'sealed_request', 'sent_at'])
        .executeTakeFirst();
      if (left !== undefined) {
        return {
          kind: 'making',
          making: {
            rowId: left.id,
            sealedRequest: left.sealed_request ?? undefined,
            leaseUntil,
            sentAt: left.sent_at ?? undefined,
          },
        };
      }

      const made = await database
        .selectFrom('made_meetings')
        .select(['meeting_id', 'request_hash'])
        .where((is) => is.and({ ...memberColumns(member), claim }))
        .where('state', 'in', ['unconfirmed', 'confirmed'])
        .executeTakeFirst();
      return made === undefined || made.meeting_id === null
        ? { kind: 'busy' }
        : { kind: 'made', meetingId: made.meeting_id, requestHash: made.request_hash };
    },

    async recordSending(rowId, firstAt, sealedRequest) {
      await database
        .updateTable('made_meetings')
        .set({ sent_at: firstAt, sealed_request: sealedRequest })
        .where('id', '=', rowId)
        .execute();
    },

    async take(rowId, meetingId, requestHash) {
      try {
        const result = await database
          .updateTable('made_meetings')
          .set({
            meeting_id: meetingId,
            request_hash: requestHash,
            state: 'unconfirmed',
            sealed_request: null,
            leased_until: null,
          })
          .where('id', '=', rowId)
          .where((is) => is.or([is('meeting_id', 'is', null), is('meeting_id', '=', meetingId)]))
          .executeTakeFirst();
        return result.numUpdatedRows > 0n;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },

    async release(rowId, leaseUntil) {
      await database
        .updateTable('made_meetings')
        .set({ leased_until: null })
        .where((is) => is.and({ id: rowId, leased_until: leaseUntil }))
        .execute();
    },

    async forget(rowId) {
      await database
        .deleteFrom('made_meetings')
        .where('id', '=', rowId)
        .where('state', '=', 'pending')
        .execute();
    },

    async has(member, meetingId) {
      const row = await database
        .selectFrom('made_meetings')
        .select('id')
        .where((is) => is.and({ ...memberColumns(member), meeting_id: meetingId }))
        .executeTakeFirst();
      return row !== undefined;
    },

    async matched(member, meetingId, requestHash) {
      await database
        .updateTable('made_meetings')
        .set({ request_hash: requestHash })
        .where((is) => is.and({ ...memberColumns(member), meeting_id: meetingId }))
        .execute();
    },

    async markRemoved(member, meetingId, now) {
      await database
        .updateTable('made_meetings')
        .set({ state: 'removed', removed_at: now })
        .where((is) => is.and({ ...memberColumns(member), meeting_id: meetingId }))
        .where('state', '<>', 'removed')
        .execute();
    },

    async markRecovered(member, meetingId) {
      const removed = await database
        .selectFrom('made_meetings')
        .select(['id', 'confirmed_at'])
        .where((is) => is.and({ ...memberColumns(member), meeting_id: meetingId, state: 'removed' }))
        .executeTakeFirst();
      if (removed === undefined) return;
      const state: MadeState = removed.confirmed_at === null ? 'unconfirmed' : 'confirmed';
      try {
        await database
          .updateTable('made_meetings')
          .set({ state, removed_at: null })
          .where('id', '=', removed.id)
          .execute();
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        await database
          .updateTable('made_meetings')
          .set({ state, claim: null, removed_at: null })
          .where('id', '=', removed.id)
          .execute();
      }
    },

    async releaseAll() {
      await database
        .updateTable('made_meetings')
        .set({ leased_until: null })
        .where('state', '=', 'pending')
        .execute();
    },

    async purge(pendingBefore, removedBefore) {
      await database
        .deleteFrom('made_meetings')
        .where((is) =>
          is.or([
            is.and([is('state', '=', 'pending'), is('created_at', '<', pendingBefore)]),
            is.and([is('state', '=', 'removed'), is('removed_at', '<', removedBefore)]),
          ]),
        )
        .execute();
    },
  };
}

/** PostgreSQL's `unique_violation`. */
const isUniqueViolation = (error: unknown): boolean => hasCode(error, '23505');
