/**
 * Groups between account and member: made here or brought by Zoom or a list, in the order that decides, each with
 * settings of its own. Who is in a group is changed here only where the group was made here.
 */
import type { Group, GroupChange, Groups, Preview, ShownChange } from '../../api/policy';
import { ProductError } from '../../domain/errors';
import { changesBetween } from '../../domain/policy/changes';
import type { SettingsLayer } from '../../domain/policy/settings';
import { findAccount } from '../database/accounts';
import {
  addGroup,
  changeGroup,
  findGroup,
  groupLayer,
  groupMemberIds,
  groupNamed,
  groupsOf,
  putGroupMembers,
  putGroupOrder,
  removeGroup,
} from '../database/groups';
import { layerValues } from '../database/layers';
import { knownIds } from '../database/people';
import type { Database } from '../database/schema';
import type { Acting, Decide, Deciding } from './deciding';
import type { Impacts } from './impacts';
import { refuseLate, whyGone } from './lateness';
import { shown } from './shownSteps';
import type { Expected } from './versions';

export interface GroupSettings {
  all(accountId: string): Promise<Groups>;
  /** @throws ProductError `not-found` also for a group of another account */
  get(accountId: string, id: string): Promise<Group>;
  /** @throws ProductError `group-exists` */
  create(acting: Acting, name: string): Promise<Group>;
  /** @throws ProductError `changed-meanwhile`, `group-exists`, `group-from-elsewhere` */
  change(acting: Acting, id: string, expected: Expected, change: GroupChange): Promise<Group>;
  /** @throws ProductError `group-exists`, `group-from-elsewhere`, as `change` would */
  preview(accountId: string, id: string, change: GroupChange): Promise<Preview>;
  /** @throws ProductError `changed-meanwhile` */
  remove(acting: Acting, id: string, expected: Expected): Promise<void>;
  /** @throws ProductError `changed-meanwhile`, `invalid-request` unless it names every group once */
  order(acting: Acting, expected: Expected, ids: readonly string[]): Promise<Groups>;
}

export interface GroupSettingsOptions {
  readonly database: Database;
  readonly decide: Decide;
  readonly impacts: Impacts;
}

export function createGroupSettings({ database, decide, impacts }: GroupSettingsOptions): GroupSettings {
  async function allIn(from: Database, accountId: string): Promise<Groups> {
    const [account, groups] = [await findAccount(from, accountId), await groupsOf(from, accountId)];
    return { version: account?.orderVersion ?? 0, groups };
  }

  async function existing(from: Database, accountId: string, id: string): Promise<Group> {
    const group = await findGroup(from, accountId, id);
    if (group === undefined) throw new ProductError('not-found');
    return group;
  }

  /** The group as it is, if it is still there and of this version. */
  async function unchanged(deciding: Deciding, id: string, expected: Expected): Promise<Group> {
    const group = await findGroup(deciding.database, deciding.acting.accountId, id);
    if (group === undefined) throw await whyGone(deciding, expected, id);
    await refuseLate(deciding, expected, group.settings.version, { what: 'group', id });
    return group;
  }

  return {
    all: (accountId) => allIn(database, accountId),
    get: (accountId, id) => existing(database, accountId, id),

    async create(acting, name) {
      const { result } = await decide(acting, 'account', async ({ database: inside, revision }) => {
        await refuseTaken(inside, acting.accountId, name);
        const id = await addGroup(inside, acting.accountId, { name, source: 'here' }, revision);
        const changes = [{ what: 'group', from: null, to: { id, name, settings: {}, members: [] } }];
        return {
          step: { scope: 'group', subject: id, name, action: 'created', changes },
          result: await existing(inside, acting.accountId, id),
        };
      });
      return result;
    },

    async change(acting, id, expected, change) {
      const { result } = await decide(acting, 'account', async (deciding) => {
        const group = await unchanged(deciding, id, expected);
        const changes = await writeGroup(deciding, group, change);
        if (changes.length === 0) return { step: undefined, result: undefined };
        const after = await existing(deciding.database, acting.accountId, id);
        return {
          step: { scope: 'group', subject: group.id, name: after.name, action: 'saved', changes },
          result: after,
        };
      });
      return result ?? existing(database, acting.accountId, id);
    },

    async preview(accountId, id, change) {
      const group = await existing(database, accountId, id);
      const wanted = await savable(database, accountId, group, change);
      const before = await impacts.present(accountId);
      const settings = change.settings ?? group.settings.settings;
      const after = {
        ...before,
        groups: before.groups.map((each) => (each.id === group.id ? { ...each, settings } : each)),
        ...(wanted.members === undefined ? {} : { members: new Map([[group.id, new Set(wanted.members)]]) }),
      };
      const memberIds = await groupMemberIds(database, accountId, id);
      return {
        changes: changesOfGroup(group, memberIds, wanted),
        impact: await impacts.between(accountId, before, after),
      };
    },

    async remove(acting, wanted, expected) {
      await decide(acting, 'account', async (deciding) => {
        const { id, name, settings } = await unchanged(deciding, wanted, expected);
        const members = await groupMemberIds(deciding.database, acting.accountId, id);
        const position = (await groupsOf(deciding.database, acting.accountId)).findIndex(
          (each) => each.id === id,
        );
        await removeGroup(deciding.database, acting.accountId, id, deciding.revision);
        const from = { id, name, settings: settings.settings, members, position };
        const changes = [{ what: 'group', from, to: null }];
        return {
          step: { scope: 'group', subject: id, name, action: 'deleted', changes },
          result: undefined,
        };
      });
    },

    async order(acting, expected, ids) {
      const { result } = await decide(acting, 'account', async (deciding) => {
        const before = await allIn(deciding.database, acting.accountId);
        await refuseLate(deciding, expected, before.version, { what: 'order' });
        const present = before.groups.map((group) => group.id);
        if (!isSame([...present].sort(), [...ids].sort()))
          throw new ProductError('invalid-request', { reason: 'body/ids: must name every group once' });
        if (isSame(present, ids)) return { step: undefined, result: undefined };
        await putGroupOrder(deciding.database, acting.accountId, ids, deciding.revision);
        const changes = [{ what: 'order', from: present, to: ids }];
        return {
          step: { scope: 'account', subject: null, name: null, action: 'ordered', changes },
          result: await allIn(deciding.database, acting.accountId),
        };
      });
      return result ?? allIn(database, acting.accountId);
    },
  };
}

/** The change as it can be saved, with only those people who are of the account. @throws what saving throws */
async function savable(
  database: Database,
  accountId: string,
  group: Group,
  change: GroupChange,
): Promise<GroupChange> {
  const { name, members } = change;
  if (members !== undefined && group.source !== 'here') throw new ProductError('group-from-elsewhere');
  if (name !== undefined) await refuseTaken(database, accountId, name, group.id);
  return members === undefined
    ? change
    : { ...change, members: await knownIds(database, accountId, members) };
}

/** Writes what differs, within a step. @returns what differed @throws ProductError `group-exists`, `group-from-elsewhere` */
export async function writeGroup(
  deciding: Deciding,
  group: Group,
  change: GroupChange,
): Promise<ShownChange[]> {
  const { database, acting, revision: version } = deciding;
  const { accountId } = acting;
  const wanted = await savable(database, accountId, group, change);
  const { name, settings, members } = wanted;
  const memberIds = await groupMemberIds(database, accountId, group.id);
  const changes = changesOfGroup(group, memberIds, wanted);
  if (changes.length === 0) return [];
  const isChanged = (what: string) => changes.some((each) => each.what === what);
  if (name !== undefined && isChanged('name'))
    await changeGroup(database, accountId, group.id, { name, version });
  if (members !== undefined && isChanged('members'))
    await putGroupMembers(database, accountId, group.id, members);
  if (settings !== undefined) await writeGroupLayer(deciding, group.id, settings);
  await changeGroup(database, accountId, group.id, { version });
  return changes;
}

/** Writes a group's layer within a step. */
export async function writeGroupLayer(
  { database, acting, at, revision }: Deciding,
  id: string,
  settings: SettingsLayer,
): Promise<void> {
  const before = await groupLayer(database, acting.accountId, id);
  if (before === undefined) throw new ProductError('not-found');
  const values = layerValues(before, settings, { by: acting.person, at, version: revision });
  await changeGroup(database, acting.accountId, id, values);
}

export async function refuseTaken(
  database: Database,
  accountId: string,
  name: string,
  except?: string,
): Promise<void> {
  const taken = await groupNamed(database, accountId, name);
  if (taken !== undefined && taken !== except) throw new ProductError('group-exists', { name });
}

function changesOfGroup(
  group: Group,
  memberIds: readonly string[],
  { name, settings, members }: GroupChange,
): ShownChange[] {
  const wanted = members === undefined ? undefined : [...new Set(members)].sort();
  return [
    ...(name === undefined || name === group.name ? [] : [{ what: 'name', from: group.name, to: name }]),
    ...(wanted === undefined || isSame(wanted, memberIds)
      ? []
      : [{ what: 'members', from: memberIds, to: wanted }]),
    ...(settings === undefined ? [] : shown(changesBetween(group.settings.settings, settings))),
  ];
}

export const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);
