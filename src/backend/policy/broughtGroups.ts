/**
 * Groups that Zoom or a list brings, with whoever is in them. A group of the same name that is there already becomes
 * theirs and keeps its settings and its place. One that its source no longer names is empty; one of another source
 * stays as it is and is changed here from now on. None is deleted: its settings are somebody's decision.
 */
import { addGroup, bringGroup, groupKeys, putGroupMembers } from '../database/groups';
import type { Deciding } from './deciding';

export interface BroughtGroup {
  /** Only of Zoom's. */
  readonly zoomId?: string;
  readonly name: string;
  readonly memberIds: readonly string[];
}

const LONGEST_NAME = 100;

export async function bringGroups(
  { database, acting: { accountId }, revision }: Deciding,
  source: 'zoom' | 'list',
  groups: readonly BroughtGroup[],
): Promise<void> {
  const present = await groupKeys(database, accountId);
  const left = new Map(present.map((group) => [group.id, group]));
  for (const { zoomId, name: told, memberIds } of groups) {
    const name = tidied(told);
    if (name === '') continue;
    const rest = [...left.values()];
    const found =
      rest.find((group) => zoomId !== undefined && group.zoomId === zoomId) ??
      rest.find((group) => group.name.toLowerCase() === name.toLowerCase());
    const isTaken = present.some(
      (group) => group.id !== found?.id && group.name.toLowerCase() === name.toLowerCase(),
    );
    if (found === undefined && isTaken) continue;
    const id =
      found?.id ??
      (await addGroup(database, accountId, { name, source, ...(zoomId && { zoomId }) }, revision));
    if (found !== undefined) {
      left.delete(found.id);
      const to = { name: isTaken ? found.name : name, source, zoomId: zoomId ?? null };
      const isSame = found.name === to.name && found.source === source && found.zoomId === to.zoomId;
      if (!isSame) await bringGroup(database, accountId, id, { ...to, version: revision });
    }
    await putGroupMembers(database, accountId, id, memberIds);
  }
  for (const group of left.values()) {
    if (group.source === 'here') continue;
    if (group.source === source) await putGroupMembers(database, accountId, group.id, []);
    await bringGroup(database, accountId, group.id, {
      name: group.name,
      source: 'here',
      zoomId: null,
      version: revision,
    });
  }
}

/** A name as it may be shown in lists. */
const tidied = (name: string): string =>
  name
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .trim();
