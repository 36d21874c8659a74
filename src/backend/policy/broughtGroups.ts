/**
 * Groups that Zoom or a list brings, with whoever is in them. A group of the same name that is there already becomes
 * theirs and keeps its settings and its place. One that its source no longer names is empty; one of another source
 * stays as it is and is changed here from now on. None is deleted: its settings are somebody's decision.
 */
import { addGroup, bringGroup, groupKeys, putGroupMembers } from '../database/groups';
import type { Deciding } from './deciding';
import { planGroups, type BroughtGroup } from './groupPlan';

export type { BroughtGroup };

export async function bringGroups(
  { database, acting: { accountId }, revision }: Deciding,
  source: 'zoom' | 'list',
  groups: readonly BroughtGroup[],
): Promise<void> {
  const { planned, left } = planGroups(await groupKeys(database, accountId), groups);
  const bring = (id: string, to: { name: string; source: typeof source | 'here'; zoomId: string | null }) =>
    bringGroup(database, accountId, id, { ...to, version: revision });
  for (const group of left) {
    if (group.source === 'here') continue;
    if (group.source === source) await putGroupMembers(database, accountId, group.id, []);
    await bring(group.id, { name: group.name, source: 'here', zoomId: null });
  }
  // Two groups may change names with each other, and no two may have one name even for a moment.
  const changed = planned.flatMap(({ present, name, brought: { zoomId = null } }) => {
    if (present === undefined) return [];
    const isSame = present.name === name && present.source === source && present.zoomId === zoomId;
    return isSame ? [] : [{ id: present.id, was: present.name, to: { name, source, zoomId } }];
  });
  for (const { id, was, to } of changed) if (was !== to.name) await bring(id, { ...to, name: id });
  for (const { id, to } of changed) await bring(id, to);
  for (const { present, name, brought } of planned) {
    const { zoomId, memberIds } = brought;
    const id =
      present?.id ??
      (await addGroup(database, accountId, { name, source, ...(zoomId && { zoomId }) }, revision));
    await putGroupMembers(database, accountId, id, memberIds);
  }
}
