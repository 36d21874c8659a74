/** Which Microsoft identity is which member: at most one each way, which the table itself holds. */
import { memberColumns, type MemberKey } from '../member';
import type { MicrosoftIdentity } from '../microsoft/token';
import type { Database } from './schema';

export interface MicrosoftTies {
  /** The member that the identity is tied to. */
  memberOf(identity: MicrosoftIdentity): Promise<MemberKey | undefined>;
  /** The name of the identity that is tied to a member. */
  nameFor(member: MemberKey): Promise<string | undefined>;
  /** Ties it in place of the member's former one; false, and nothing changed, when it is another member's. */
  tie(member: MemberKey, identity: MicrosoftIdentity, now: Date): Promise<boolean>;
  /** True when there was one. */
  untie(member: MemberKey): Promise<boolean>;
}

export function microsoftTies(database: Database): MicrosoftTies {
  return {
    async memberOf({ tenantId, objectId }) {
      const row = await database
        .selectFrom('microsoft_ties')
        .select(['account_id', 'user_id'])
        .where((is) => is.and({ tenant_id: tenantId, object_id: objectId }))
        .executeTakeFirst();
      return row && { accountId: row.account_id, userId: row.user_id };
    },

    async nameFor(member) {
      const row = await database
        .selectFrom('microsoft_ties')
        .select('name')
        .where((is) => is.and(memberColumns(member)))
        .executeTakeFirst();
      return row?.name;
    },

    tie: (member, { tenantId, objectId, name }, now) =>
      database
        .transaction()
        .execute(async (step) => {
          // One at a time for a member: two would both find nothing to replace.
          await step
            .selectFrom('members')
            .select('user_id')
            .where((is) => is.and(memberColumns(member)))
            .forUpdate()
            .execute();
          await step
            .deleteFrom('microsoft_ties')
            .where((is) => is.and(memberColumns(member)))
            .execute();
          const { numInsertedOrUpdatedRows: made } = await step
            .insertInto('microsoft_ties')
            .values({
              tenant_id: tenantId,
              object_id: objectId,
              ...memberColumns(member),
              name,
              tied_at: now,
            })
            .onConflict((conflict) => conflict.columns(['tenant_id', 'object_id']).doNothing())
            .executeTakeFirstOrThrow();
          // The former tie stays.
          if (made !== 1n) throw new TakenError();
          return true;
        })
        .catch((error: unknown) => {
          if (error instanceof TakenError) return false;
          throw error;
        }),

    async untie(member) {
      const { numDeletedRows } = await database
        .deleteFrom('microsoft_ties')
        .where((is) => is.and(memberColumns(member)))
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

class TakenError extends Error {}
