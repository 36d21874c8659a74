/** The settings of the account itself: read, saved in place of what was read, and what saving would do. */
import type { Preview, VersionedSettings } from '../../api/policy';
import { ProductError } from '../../domain/errors';
import { changesBetween } from '../../domain/policy/changes';
import type { SettingsLayer } from '../../domain/policy/settings';
import { accountLayer, findAccount, type AccountRow } from '../database/accounts';
import { layerValues, toVersioned } from '../database/layers';
import type { Database } from '../database/schema';
import type { Acting, Decide, Deciding } from './deciding';
import type { Impacts } from './impacts';
import { refuseLate } from './lateness';
import { shown } from './shownSteps';
import type { Expected } from './versions';

export interface AccountSettings {
  account(accountId: string): Promise<AccountRow>;
  get(accountId: string): Promise<VersionedSettings>;
  /** @throws ProductError `changed-meanwhile` */
  put(acting: Acting, expected: Expected, settings: SettingsLayer): Promise<VersionedSettings>;
  preview(accountId: string, settings: SettingsLayer): Promise<Preview>;
}

export interface AccountSettingsOptions {
  readonly database: Database;
  readonly decide: Decide;
  readonly impacts: Impacts;
}

export function createAccountSettings(options: AccountSettingsOptions): AccountSettings {
  const { database, decide, impacts } = options;

  async function account(accountId: string): Promise<AccountRow> {
    const row = await findAccount(database, accountId);
    if (row === undefined) throw new ProductError('not-found');
    return row;
  }

  return {
    account,
    get: async (accountId) => (await account(accountId)).settings,

    async put(acting, expected, settings) {
      const { result } = await decide(acting, 'account', async (deciding) => {
        const before = toVersioned(await accountLayer(deciding.database, acting.accountId));
        await refuseLate(deciding, expected, before.version, { what: 'account' });
        const changes = changesBetween(before.settings, settings);
        if (changes.length === 0) return { step: undefined, result: undefined };
        const step = {
          scope: 'account' as const,
          subject: null,
          name: null,
          action: 'saved' as const,
          changes: shown(changes),
        };
        return { step, result: await writeAccount(deciding, settings) };
      });
      return result ?? (await account(acting.accountId)).settings;
    },

    async preview(accountId, settings) {
      const before = await account(accountId);
      return {
        changes: shown(changesBetween(before.settings.settings, settings)),
        impact: await impacts.ofAccount(accountId, settings),
      };
    },
  };
}

/** Writes the account's layer within a step. */
export async function writeAccount(
  { database, acting, at, revision }: Deciding,
  settings: SettingsLayer,
): Promise<VersionedSettings> {
  const before = await accountLayer(database, acting.accountId);
  const values = layerValues(before, settings, { by: acting.person, at, version: revision });
  await database.updateTable('accounts').set(values).where('account_id', '=', acting.accountId).execute();
  return toVersioned(await accountLayer(database, acting.accountId));
}
