/**
 * The stored Zoom tokens, and the lease by which one process at a time refreshes a member's.
 *
 * A lease is a time in the row, not a held row lock: the refresh is a call to Zoom that may take seconds, a
 * transaction open that long would hold a connection (the only one, in the embedded database), and a process that
 * dies gives a lease back by itself when it runs out. The row's version decides what was read before what.
 */
import { memberColumns, type MemberKey } from '../member';
import type { Database } from './schema';

export interface StoredTokens {
  readonly sealed: string;
  readonly version: number;
  readonly expiresAt: Date;
}

export interface ZoomTokenRows {
  find(member: MemberKey): Promise<StoredTokens | undefined>;
  /** Stores the tokens of a new sign-in over whatever was there, and ends any lease. */
  replace(member: MemberKey, sealed: string, expiresAt: Date): Promise<void>;
  /** True: this caller, and nobody else until `until`, refreshes what it read as `version`. */
  lease(member: MemberKey, version: number, now: Date, until: Date): Promise<boolean>;
  /** Stores refreshed tokens and ends the lease; false when the row moved on meanwhile. */
  advance(member: MemberKey, version: number, sealed: string, expiresAt: Date): Promise<boolean>;
  /** Gives back the lease that was taken until `until`, without new tokens. */
  release(member: MemberKey, until: Date): Promise<void>;
  /** Forgets the tokens if they are still of this version; without version, in any case. */
  drop(member: MemberKey, version?: number): Promise<boolean>;
  /** Ends every lease: only for a database that no other process uses. */
  releaseAll(): Promise<void>;
}

export function zoomTokenRows(database: Database): ZoomTokenRows {
  return {
    async find(member) {
      const row = await database
        .selectFrom('zoom_tokens')
        .select(['sealed', 'version', 'expires_at'])
        .where((is) => is.and(memberColumns(member)))
        .executeTakeFirst();
      return row && { sealed: row.sealed, version: row.version, expiresAt: row.expires_at };
    },

    async replace(member, sealed, expiresAt) {
      await database
        .insertInto('zoom_tokens')
        .values({ ...memberColumns(member), sealed, version: 1, expires_at: expiresAt, leased_until: null })
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'user_id']).doUpdateSet((set) => ({
            sealed,
            version: set('zoom_tokens.version', '+', 1),
            expires_at: expiresAt,
            leased_until: null,
          })),
        )
        .execute();
    },

    async lease(member, version, now, until) {
      const result = await database
        .updateTable('zoom_tokens')
        .set({ leased_until: until })
        .where((is) => is.and({ ...memberColumns(member), version }))
        .where((is) => is.or([is('leased_until', 'is', null), is('leased_until', '<=', now)]))
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async advance(member, version, sealed, expiresAt) {
      const result = await database
        .updateTable('zoom_tokens')
        .set({ sealed, expires_at: expiresAt, version: version + 1, leased_until: null })
        .where((is) => is.and({ ...memberColumns(member), version }))
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async release(member, until) {
      await database
        .updateTable('zoom_tokens')
        .set({ leased_until: null })
        .where((is) => is.and({ ...memberColumns(member), leased_until: until }))
        .execute();
    },

    async drop(member, version) {
      const result = await database
        .deleteFrom('zoom_tokens')
        .where((is) => is.and({ ...memberColumns(member), ...(version === undefined ? {} : { version }) }))
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },

    async releaseAll() {
      await database.updateTable('zoom_tokens').set({ leased_until: null }).execute();
    },
  };
}
