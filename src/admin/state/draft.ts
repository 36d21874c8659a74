/**
 * What an administrator has changed and not saved, beside what is saved; and how the two come together when somebody
 * else saved meanwhile. Pure.
 *
 * Three-way, part by part: what only they changed is taken over, what only I changed stays, and of what both changed
 * differently I am asked. Nothing that I wrote is lost before I said so.
 */
import type { Person, VersionedSettings } from '../../api/policy';
import { EwsUrl } from '../../domain/policy/terms';
import type { SettingsLayer } from '../../domain/policy/settings';
import { agree, copied, parts, shortest, type Part } from './parts';

/** A part that others changed to something else than I did. Mine holds until it is decided. */
export interface Conflict {
  readonly part: Part;
  readonly by: Person | null;
  /** Instant; null: not known. */
  readonly at: string | null;
}

export interface Draft {
  /** What is saved, as far as it is known here. */
  readonly base: VersionedSettings;
  readonly mine: SettingsLayer;
  readonly conflicts: readonly Conflict[];
}

export const draftOf = (base: VersionedSettings): Draft => ({ base, mine: base.settings, conflicts: [] });

/** What I changed and not saved. */
export const changedParts = ({ base, mine }: Draft): Part[] =>
  parts.filter((part) => !agree(base.settings, mine, part));

/**
 * The draft with this layer in place of mine, after a change of one part.
 *
 * @param level the account says nothing of what holds anyway; a group that says it means it
 */
export const edited = (
  draft: Draft,
  layer: SettingsLayer,
  part: Part,
  level: 'account' | 'group',
): Draft => ({
  ...draft,
  mine: level === 'account' ? shortest(layer, draft.base.settings, part) : layer,
});

/** One part as it is saved. */
export const restored = (draft: Draft, part: Part): Draft => ({
  ...draft,
  mine: copied(draft.base.settings, draft.mine, part),
  conflicts: draft.conflicts.filter((conflict) => conflict.part !== part),
});

/** What others changed since the draft began, whether I changed it or not. */
export const changedByOthers = (draft: Draft, theirs: VersionedSettings): Part[] =>
  parts.filter((part) => !agree(draft.base.settings, theirs.settings, part));

/**
 * The draft on top of what is saved now.
 *
 * @param since who changed a part, where that is known better than by who saved last
 */
export function merged(
  draft: Draft,
  theirs: VersionedSettings,
  since: (part: Part) => Omit<Conflict, 'part'> | undefined = () => undefined,
): Draft {
  if (theirs.version < draft.base.version) return draft;
  const mineAlone = changedParts(draft);
  const mine = mineAlone.reduce((layer, part) => copied(draft.mine, layer, part), theirs.settings);
  const both = new Set(changedByOthers(draft, theirs));
  const undecided = new Set(draft.conflicts.map(({ part }) => part));
  const conflicts = mineAlone
    .filter((part) => (both.has(part) || undecided.has(part)) && !agree(mine, theirs.settings, part))
    .map((part) => ({ part, ...(since(part) ?? { by: theirs.savedBy, at: theirs.savedAt }) }));
  return { base: theirs, mine, conflicts };
}

/** The draft after what was sent is saved: what was changed while it was on its way stays mine. */
export const saved = (draft: Draft, sent: SettingsLayer, answer: VersionedSettings): Draft => {
  const since = merged({ ...draft, base: { ...draft.base, settings: sent } }, answer);
  return { ...since, conflicts: [] };
};

/** The draft with one conflict decided. */
export function decided(draft: Draft, part: Part, whose: 'mine' | 'theirs'): Draft {
  if (whose === 'theirs') return restored(draft, part);
  return { ...draft, conflicts: draft.conflicts.filter((conflict) => conflict.part !== part) };
}

/** Why a layer cannot be saved. */
export type Fault = 'ews-url' | 'mapi-locked-and-forced';

/** @returns the part that has to be changed, and why */
export function faultsOf(layer: SettingsLayer): { readonly part: Part; readonly fault: Fault }[] {
  const { mapi, forcedProvider, exchange } = layer;
  const faults: { part: Part; fault: Fault }[] = [];
  const url = exchange?.value.ewsUrl ?? null;
  if (url !== null && !EwsUrl.safeParse(url).success) faults.push({ part: 'exchange', fault: 'ews-url' });
  const forces = (forcedProvider?.value ?? null) !== null;
  if (mapi?.value === true && mapi.locked && forces)
    faults.push({ part: 'forcedProvider', fault: 'mapi-locked-and-forced' });
  return faults;
}
