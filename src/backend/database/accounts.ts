/** The accounts: one row each, with the settings of the account and what its people come from. */
import type { VersionedSettings } from '../../api/policy';
import { layerColumns, toVersioned } from './layers';
import type { Database } from './schema';

export interface AccountRow {
  readonly id: string;
  readonly revision: number;
  /** The revision of the last change that an administrator made. */
  readonly decidedRevision: number;
  readonly orderVersion: number;
  readonly people: 'signed-in' | 'zoom' | 'list';
  readonly peopleAt: Date | null;
  readonly settings: VersionedSettings;
}

/** Makes sure that there is a row. */
export async function addAccount(database: Database, accountId: string): Promise<void> {
  await database
    .insertInto('accounts')
    .values({ account_id: accountId, people_at: null, saved_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findAccount(database: Database, accountId: string): Promise<AccountRow | undefined> {
  const row = await database
    .selectFrom('accounts')
    .select(['revision', 'decided_revision', 'order_version', 'people_source', 'people_at', ...layerColumns])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return (
    row && {
      id: accountId,
      revision: row.revision,
      decidedRevision: row.decided_revision,
      orderVersion: row.order_version,
      people: row.people_source,
      peopleAt: row.people_at,
      settings: toVersioned(row),
    }
  );
}

/** The revisions of these accounts, as far as they are known. */
export async function revisionsOf(
  database: Database,
  accountIds: readonly string[],
): Promise<readonly { readonly accountId: string; readonly revision: number }[]> {
  if (accountIds.length === 0) return [];
  return database
    .selectFrom('accounts')
    .select(['account_id as accountId', 'revision'])
    .where('account_id', 'in', [...accountIds])
    .execute();
}

/** The layer's columns of the account. */
export const accountLayer = (database: Database, accountId: string) =>
  database
    .selectFrom('accounts')
    .select(layerColumns)
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
