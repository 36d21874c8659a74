/**
 * A group as the history keeps it, and the group brought to such a state: there or not, with its name, its settings
 * and whoever is in it. What is taken back goes through here.
 */
import * as z from 'zod';
import type { ShownChange } from '../../api/policy';
import { ProductError } from '../../domain/errors';
import { changesBetween } from '../../domain/policy/changes';
import { SettingsLayer } from '../../domain/policy/settings';
import {
  changeGroup,
  findGroup,
  groupMemberIds,
  groupsOf,
  idsNow,
  putGroupMembers,
  putGroupOrder,
  removeGroup,
  restoreGroup,
} from '../database/groups';
import type { Deciding } from './deciding';
import { isSame, refuseTaken, writeGroupLayer } from './groupSettings';

export const GroupState = z.object({
  id: z.uuid(),
  name: z.string(),
  settings: SettingsLayer,
  /** Absent: the step was not about who is in it. */
  members: z.array(z.string()).optional(),
  /** Where it stood; absent: not known, or not about it. */
  position: z.int().optional(),
});
export type GroupState = z.infer<typeof GroupState>;

/**
 * The changes with everybody under the id that they have now.
 *
 * @throws ProductError `changed-since` where nobody knows any more who was in a group
 */
export async function withPeopleNow(
  { database, acting: { accountId } }: Deciding,
  changes: readonly ShownChange[],
): Promise<ShownChange[]> {
  async function now(members: readonly string[]): Promise<string[]> {
    const ids = await idsNow(database, accountId, members);
    if (ids === undefined) throw new ProductError('changed-since', { settings: 'members' });
    return ids;
  }
  async function groupNow(value: unknown): Promise<GroupState | null> {
    const state = z.nullable(GroupState).parse(value);
    return state?.members === undefined ? state : { ...state, members: await now(state.members) };
  }
  const all: ShownChange[] = [];
  for (const { what, from, to } of changes) {
    if (what === 'members')
      all.push({ what, from: await now(Ids.parse(from)), to: await now(Ids.parse(to)) });
    else if (what === 'group') all.push({ what, from: await groupNow(from), to: await groupNow(to) });
    else all.push({ what, from, to });
  }
  return all;
}

const Ids = z.array(z.string());

/** Whether the group is as a step left it; null: it was not there. */
export async function isAs(
  { database, acting: { accountId } }: Deciding,
  id: string,
  state: GroupState | null,
): Promise<boolean> {
  const group = await findGroup(database, accountId, id);
  if (group === undefined || state === null) return group === undefined && state === null;
  if (group.name !== state.name) return false;
  if (changesBetween(group.settings.settings, state.settings).length > 0) return false;
  if (state.members === undefined) return true;
  return isSame(await groupMemberIds(database, accountId, id), [...state.members].sort());
}

/** Makes the group what it was; null: it is not there. */
export async function become(deciding: Deciding, id: string, state: GroupState | null): Promise<void> {
  const { database, acting, revision } = deciding;
  const { accountId } = acting;
  if (state === null) return removeGroup(database, accountId, id, revision);
  await refuseTaken(database, accountId, state.name, id);
  if ((await findGroup(database, accountId, id)) === undefined) {
    await restoreGroup(database, accountId, { id, name: state.name }, revision);
    if (state.position !== undefined) await place(deciding, id, state.position);
  } else await changeGroup(database, accountId, id, { name: state.name, version: revision });
  await writeGroupLayer(deciding, id, state.settings);
  if (state.members !== undefined) await putGroupMembers(database, accountId, id, state.members);
}

async function place({ database, acting, revision }: Deciding, id: string, position: number): Promise<void> {
  const others = (await groupsOf(database, acting.accountId))
    .map((group) => group.id)
    .filter((each) => each !== id);
  const ids = [...others.slice(0, position), id, ...others.slice(position)];
  await putGroupOrder(database, acting.accountId, ids, revision);
}
