/** What a change of settings would do to everybody of the account, counted before it is saved. */
import { impactOf, type Impact } from '../../domain/policy/impact';
import type { PolicyLayers } from '../../domain/policy/layers';
import type { GroupLayer, SettingsLayer } from '../../domain/policy/settings';
import { accountLayer } from '../database/accounts';
import { everybody, type Somebody } from '../database/everybody';
import { groupsOf } from '../database/groups';
import { toVersioned } from '../database/layers';
import type { Database } from '../database/schema';

/** The account's settings and its groups in their order, with whoever is in them. */
export interface Arrangement {
  readonly account: SettingsLayer;
  readonly groups: readonly (GroupLayer & { readonly id: string })[];
  /** Members of groups as they are to be, by the group's id; of the others as they are. */
  readonly members?: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Impacts {
  present(accountId: string): Promise<Arrangement>;
  /** What it does when the arrangement becomes another. */
  between(accountId: string, before: Arrangement, after: Arrangement): Promise<Impact>;
  /** What it does when the account's settings become these. */
  ofAccount(accountId: string, settings: SettingsLayer): Promise<Impact>;
}

export function createImpacts(database: Database): Impacts {
  async function present(accountId: string): Promise<Arrangement> {
    const [layer, groups] = await atOneMoment(database, async (now) => [
      await accountLayer(now, accountId),
      await groupsOf(now, accountId),
    ]);
    const { settings } = toVersioned(layer);
    return {
      account: settings,
      groups: groups.map(({ id, name, settings: layer }) => ({ id, name, settings: layer.settings })),
    };
  }

  async function between(accountId: string, before: Arrangement, after: Arrangement): Promise<Impact> {
    const people = await everybody(database, accountId);
    return impactOf(
      people.map((member) => ({
        member,
        before: layersOf(before, member),
        after: layersOf(after, member),
      })),
    );
  }

  return {
    present,
    between,
    async ofAccount(accountId, settings) {
      const before = await present(accountId);
      return between(accountId, before, { ...before, account: settings });
    },
  };
}

/** Reads everything as it is at one moment, also while others write. A transaction that is open sees to that itself. */
const atOneMoment = <T>(database: Database, read: (now: Database) => Promise<T>): Promise<T> =>
  database.isTransaction
    ? read(database)
    : database.transaction().setIsolationLevel('repeatable read').execute(read);

function layersOf({ account, groups, members }: Arrangement, somebody: Somebody): PolicyLayers {
  const isIn = (id: string) => members?.get(id)?.has(somebody.id) ?? somebody.groups.includes(id);
  return { account, groups: groups.filter(({ id }) => isIn(id)) };
}
