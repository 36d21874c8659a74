/**
 * Telling the backend that a saved appointment carries a meeting: only when it is known to be saved, and once.
 *
 * Known to be saved: the item has an id; one occurrence of a series is open; or, where the client tells no ids
 * (Mailbox before 1.8), the appointment came with its link when it was opened, unless that link was put on in this
 * browser lately, on a form that may still be the same unsaved one. Told is only a fingerprint of the id, so that the
 * backend can tell a copy from the appointment that the meeting was made for. Occurrences are told without one: they
 * all share the series' meeting. An item whose id changes while it is open is the same appointment all the same: its
 * new fingerprint is told as one that shares the meeting, so that nobody takes it for a copy. One that came with its
 * meeting at another time than was agreed was moved, or is a copy that was opened before the original: it is told as
 * perhaps a copy, until the person presses for the meeting on it.
 *
 * Host calls: none when everything is told; otherwise 1, the id. A snapshot more on an item never looked at before.
 */
import type { Whose } from '../api/backend';
import type { AppointmentSnapshot } from '../domain/appointment';
import { ProductError } from '../domain/errors';
import { type Link, readLinkProperty } from '../domain/link';
import type { ComposeAppointment } from '../outlook/item';
import { fingerprint } from './secrets';
import type { SchedulingDependencies } from './types';

/** What this frame knows about an item. */
interface Seen {
  /** The meeting that is on it now. */
  meetingId: string | undefined;
  /** The meeting that was on it when it was opened. */
  readonly cameWith: string | undefined;
  readonly isOccurrence: boolean;
  /** Whether it took place when it was agreed that its meeting does; a copy is mostly made for another time. */
  readonly atAgreedTime: boolean;
  savedId: string | undefined;
  /** How often a use case put a meeting on it or took one off; a look that began before is older than that. */
  changes: number;
  /** What the backend was told last, and what it answered. */
  told: { readonly meetingId: string; readonly as: string | undefined; readonly whose: Whose } | undefined;
}

const seenItems = new WeakMap<ComposeAppointment, Seen>();

type Needs = Pick<SchedulingDependencies, 'meetings' | 'tellsItemIds' | 'drafts'>;

/**
 * Looks at the whole item, and remembers what it showed; the first look decides what it came with. A look during which
 * a use case put a meeting on or took one off may show either, and says nothing about that.
 */
export async function lookAt(item: ComposeAppointment): Promise<AppointmentSnapshot> {
  const before = seenItems.get(item)?.changes;
  const snapshot = await item.snapshot();
  const property = readLinkProperty(snapshot.linkProperty);
  const meetingId = property?.state === 'linked' ? property.meetingId : undefined;
  const { savedId } = snapshot;
  const seen = seenItems.get(item);
  if (!seen) {
    seenItems.set(item, {
      meetingId,
      cameWith: meetingId,
      isOccurrence: snapshot.repetition.kind === 'occurrence',
      atAgreedTime: property?.state !== 'linked' || startsAsAgreed(snapshot, property),
      savedId,
      changes: 0,
      told: undefined,
    });
    return snapshot;
  }
  if (before === undefined || before === seen.changes) seen.meetingId = meetingId;
  seen.savedId = savedId ?? seen.savedId;
  return snapshot;
}

/** The item carries this meeting from now on, or none. Tells the backend where the item is saved; nobody waits. */
export function nowCarries(item: ComposeAppointment, meetingId: string | undefined, deps: Needs): void {
  const seen = seenItems.get(item);
  if (!seen) return;
  seen.meetingId = meetingId;
  seen.changes += 1;
  if (meetingId === undefined) return;
  // What it came with was not put on an unsaved form just now.
  if (deps.tellsItemIds?.() === false && seen.cameWith !== meetingId) deps.drafts?.remember(meetingId);
  void tell(seen, deps);
}

/**
 * Confirms the meeting on the item when that is saved by now; asks Outlook and the backend only as long as there is
 * something to tell. Answers whose the meeting is, undefined while the item is not known to be saved, has no meeting,
 * or the backend could not be asked. Rejects only when Outlook fails.
 */
export async function confirmSaved(item: ComposeAppointment, deps: Needs): Promise<Whose | undefined> {
  const seen = seenItems.get(item);
  if (!seen) {
    await lookAt(item);
    return confirmSeen(item, deps);
  }
  const { told, meetingId } = seen;
  if (meetingId === undefined) return undefined;
  if (told?.meetingId === meetingId && (told.as !== undefined || seen.isOccurrence)) return told.whose;
  if (!seen.isOccurrence) seen.savedId ??= await item.readSavedId();
  return tell(seen, deps);
}

/** The same for an item that was looked at just now: without asking Outlook. */
export async function confirmSeen(item: ComposeAppointment, deps: Needs): Promise<Whose | undefined> {
  const seen = seenItems.get(item);
  return seen && tell(seen, deps);
}

/**
 * Whose this meeting is, before something of it is changed; undefined while the item is not known to be saved. The
 * meeting may be one that only the item's text tells of. Rejects when the backend cannot say so of an item that came
 * with its meeting and so may be a copy.
 */
export async function whoseIs(
  item: ComposeAppointment,
  meetingId: string,
  deps: Needs,
): Promise<Whose | undefined> {
  const seen = seenItems.get(item);
  if (!seen) return undefined;
  if (seen.meetingId === meetingId) {
    const asked = ask(seen, deps);
    return seen.cameWith === meetingId ? asked : asked.catch(() => undefined);
  }
  if (seen.isOccurrence || seen.savedId === undefined) return undefined;
  return deps.meetings.confirm(meetingId, await fingerprint(seen.savedId));
}

/** Throws `shared-meeting` on a copy, which may not change the meeting of the appointment that it was copied from. */
export async function refuseCopy(
  item: ComposeAppointment,
  meetingId: string | undefined,
  deps: Needs,
): Promise<void> {
  const whose = meetingId === undefined ? undefined : await whoseIs(item, meetingId, deps);
  if (whose === 'another') throw new ProductError('shared-meeting');
}

/** The person wants the item to share the meeting. Rejects when the backend does. */
export async function tellShared(
  item: ComposeAppointment,
  meetingId: string,
  savedId: string | undefined,
  deps: Pick<Needs, 'meetings'>,
): Promise<void> {
  const as = savedId === undefined ? undefined : await fingerprint(savedId);
  const whose = await deps.meetings.confirm(meetingId, as, 'shared');
  const seen = seenItems.get(item);
  if (seen) seen.told = { meetingId, as, whose };
}

/** A backend that cannot say is asked again at the next occasion. */
const tell = (seen: Seen, deps: Needs): Promise<Whose | undefined> => ask(seen, deps).catch(() => undefined);

async function ask(seen: Seen, deps: Needs): Promise<Whose | undefined> {
  const { meetingId, savedId, isOccurrence } = seen;
  if (meetingId === undefined) return undefined;
  const as = isOccurrence || savedId === undefined ? undefined : await fingerprint(savedId);
  if (as === undefined && !isOccurrence && !cameSaved(seen, meetingId, deps)) return undefined;
  const told = seen.told?.meetingId === meetingId ? seen.told : undefined;
  if (told && told.as === as) return told.whose;
  const sameUnderNewId = told?.as !== undefined && told.whose === 'this';
  const perhapsCopy = as !== undefined && isPerhapsCopy(seen, meetingId);
  const how = sameUnderNewId ? 'shared' : perhapsCopy ? 'perhaps-copy' : undefined;
  const whose = await deps.meetings.confirm(meetingId, as, how);
  // That it is a copy, or perhaps one, is asked again: the person may decide it, here or in another window.
  if (whose === 'this' || (whose === 'untold' && !perhapsCopy)) seen.told = { meetingId, as, whose };
  return whose;
}

/** Nobody has pressed for this meeting here, and the item came with it at another time than was agreed. */
const isPerhapsCopy = ({ cameWith, changes, atAgreedTime }: Seen, meetingId: string): boolean =>
  cameWith === meetingId && changes === 0 && !atAgreedTime;

const startsAsAgreed = ({ start }: AppointmentSnapshot, { agreed }: Link): boolean =>
  agreed.start === null || Date.parse(agreed.start) === start;

const cameSaved = ({ cameWith }: Seen, meetingId: string, deps: Needs): boolean =>
  deps.tellsItemIds?.() === false && cameWith === meetingId && deps.drafts?.has(meetingId) !== true;
