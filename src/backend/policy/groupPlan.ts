/**
 * Which groups those are that a source brings: ones that are there already, or new ones, and by which name. Pure.
 *
 * Zoom's group is told by its id, whatever it is called now; otherwise a group of the same name becomes the
 * source's. Names differ within an account however they are spelt: of two that Zoom calls alike, or of one that is
 * called like a group of somebody else's, the later one gets a number.
 */
import { foldedName } from '../../domain/policy/names';

/** A group of the account. */
export interface PresentGroup {
  readonly id: string;
  readonly name: string;
  readonly zoomId: string | null;
}

export interface BroughtGroup {
  /** Only of Zoom's. */
  readonly zoomId?: string;
  readonly name: string;
  readonly memberIds: readonly string[];
}

export interface PlannedGroup<Present> {
  readonly brought: BroughtGroup;
  /** Undefined: there is none yet. */
  readonly present: Present | undefined;
  readonly name: string;
}

const LONGEST_NAME = 100;

/** In the order in which they are brought; those without a name to show are left out. */
export function planGroups<Present extends PresentGroup>(
  groups: readonly Present[],
  brought: readonly BroughtGroup[],
): { readonly planned: readonly PlannedGroup<Present>[]; readonly left: readonly Present[] } {
  const left = new Map(groups.map((group) => [group.id, group]));
  const take = (suits: (group: Present) => boolean) => {
    const found = [...left.values()].find(suits);
    if (found !== undefined) left.delete(found.id);
    return found;
  };
  const named = brought
    .map((group) => ({ brought: group, name: shownName(group.name) }))
    .filter(({ name }) => name !== '');
  const ids = new Set(named.flatMap((each) => each.brought.zoomId ?? []));
  const known = named.map((each) => {
    const { zoomId } = each.brought;
    return { ...each, present: zoomId === undefined ? undefined : take((group) => group.zoomId === zoomId) };
  });
  const told = known.map(({ present, ...each }) => ({
    ...each,
    present:
      present ??
      take((group) => isAlike(group.name, each.name) && !(group.zoomId !== null && ids.has(group.zoomId))),
  }));
  const taken = new Set([...left.values()].map(({ name }) => foldedName(name)));
  return {
    planned: told.map((each) => ({ ...each, name: claimed(each.name, taken) })),
    left: [...left.values()],
  };
}

/** A name that nobody has yet, which is taken then. */
function claimed(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(foldedName(free)); number += 1) {
    const suffix = ` (${number})`;
    free = `${cut(name, LONGEST_NAME - suffix.length)}${suffix}`;
  }
  taken.add(foldedName(free));
  return free;
}

const isAlike = (one: string, other: string): boolean => foldedName(one) === foldedName(other);

/** Text as it may be shown in a line: without what breaks it, or turns the direction of what follows. */
export const shownText = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .trim();

const shownName = (name: string): string => cut(shownText(name), LONGEST_NAME);

const cut = (name: string, most: number): string => [...name].slice(0, most).join('').trim();
