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
 * perhaps a copy, until the person presses for the meeting on it. A single appointment that came with the meeting of a
 * series is told so too, and whoever asks hears that the meeting is another's unless the backend knows that it is this
 * one's: it would make a single meeting of the series. One that shares a meeting on purpose is told like an occurrence
 * of a series, without a fingerprint.
 *
 * Where the client tells ids, a form without one cannot be the saved appointment that a meeting belongs to: where the
 * backend knows one, the form is a copy of it.
 *
 * Host calls: none when everything is told; otherwise 1, the id. A snapshot more on an item never looked at before.
 */
import type { Whose } from '../api/backend';
import type { AppointmentSnapshot } from '../domain/appointment';
import { ProductError } from '../domain/errors';
import { type Link, readLinkProperty } from '../domain/link';
import type { Meeting } from '../domain/meeting';
import type { Repetition } from '../domain/recurrence';
import { occursAt } from '../domain/recurrence/toCome';
import { toIanaTimeZone } from '../domain/timeZone';
import type { ComposeAppointment } from '../outlook/item';
import { isOfSeries, isOutOfSeries } from './agreed';
import { firstLookAt } from './firstLook';
import { fingerprint } from './secrets';
import type { SchedulingDependencies } from './types';

/** What this frame knows about an item. */
interface Seen {
  /** The meeting that is on it now. */
  meetingId: string | undefined;
  /** The meeting that was on it when it was opened. */
  readonly cameWith: string | undefined;
  /** One of many that the meeting is for: an occurrence, or an appointment that shares the meeting of another one. */
  isOneOfMany: boolean;
  repetition: Repetition['kind'];
  /** It carries the meeting of a series without being one, and nobody has said that it is to have it. */
  outOfSeries: boolean;
  /** Whether it took place when it was agreed that its meeting does; a copy is mostly made for another time. */
  readonly atAgreedTime: boolean;
  savedId: string | undefined;
  /** How often a use case put a meeting on it or took one off; a look that began before is older than that. */
  changes: number;
  /** What the backend was told last, and what it answered. */
  told: { readonly meetingId: string; readonly as: string | undefined; readonly whose: Whose } | undefined;
  /** Whether the backend knew a saved appointment of the meeting when it was asked for the unsaved form. */
  asUnsaved?: { readonly meetingId: string; readonly isCopy: boolean } | undefined;
}

const seenItems = new WeakMap<ComposeAppointment, Seen>();

/** What is known of the item; undefined where nobody ever looked at it. */
function seenOf(item: ComposeAppointment): Seen | undefined {
  const first = firstLookAt(item);
  return seenItems.get(item) ?? (first && begin(item, first));
}

/** The first look decides what the item came with. */
function begin(item: ComposeAppointment, snapshot: AppointmentSnapshot): Seen {
  const link = linkOn(snapshot);
  const { savedId, repetition } = snapshot;
  const seen: Seen = {
    meetingId: link?.meetingId,
    cameWith: link?.meetingId,
    isOneOfMany: isOneOfMany(repetition.kind, link),
    repetition: repetition.kind,
    outOfSeries: isOutOfSeries(link, repetition),
    atAgreedTime: link === undefined || startsAsAgreed(snapshot, link),
    savedId,
    changes: 0,
    told: undefined,
  };
  seenItems.set(item, seen);
  return seen;
}

function linkOn({ linkProperty }: AppointmentSnapshot): Link | undefined {
  const property = readLinkProperty(linkProperty);
  return property?.state === 'linked' ? property : undefined;
}

type Needs = Pick<SchedulingDependencies, 'meetings' | 'tellsItemIds' | 'drafts'>;

/**
 * Looks at the whole item, and remembers what it showed; the first look decides what it came with. A look during which
 * a use case put a meeting on or took one off may show either, and says nothing about that.
 */
export async function lookAt(item: ComposeAppointment): Promise<AppointmentSnapshot> {
  const before = seenOf(item)?.changes;
  const snapshot = await item.snapshot();
  const seen = seenOf(item) ?? begin(item, snapshot);
  seen.repetition = snapshot.repetition.kind;
  if (before === undefined || before === seen.changes) carries(seen, linkOn(snapshot));
  seen.savedId = snapshot.savedId ?? seen.savedId;
  return snapshot;
}

/**
 * A meeting that was on the item before is still what it was decided to be: a series that becomes a single appointment
 * while it is open is no copy.
 */
function carries(seen: Seen, link: Link | undefined): void {
  const same = seen.meetingId === link?.meetingId;
  seen.meetingId = link?.meetingId;
  seen.outOfSeries = same
    ? seen.outOfSeries && link !== undefined && isOfSeries(link)
    : isOutOfSeries(link, { kind: seen.repetition });
  seen.isOneOfMany = isOneOfMany(seen.repetition, link);
}

const isOneOfMany = (repetition: Repetition['kind'], link: Link | undefined): boolean =>
  repetition === 'occurrence' || link?.shares === true;

/** The item carries the meeting of this link from now on, or none. Tells the backend where the item is saved; nobody waits. */
export function nowCarries(item: ComposeAppointment, link: Link | undefined, deps: Needs): void {
  const seen = seenOf(item);
  if (!seen) return;
  const meetingId = link?.meetingId;
  carries(seen, link);
  seen.changes += 1;
  if (meetingId === undefined) return;
  // What it came with was not put on an unsaved form just now.
  if (deps.tellsItemIds?.() === false && seen.cameWith !== meetingId) deps.drafts?.remember(meetingId);
  // That it was put on an unsaved form is nothing to tell.
  if (seen.isOneOfMany || seen.savedId !== undefined || deps.tellsItemIds?.() === false)
    void tell(seen, deps);
}

/**
 * Confirms the meeting on the item when that is saved by now; asks Outlook and the backend only as long as there is
 * something to tell. Answers whose the meeting is, undefined while the item is not known to be saved, has no meeting,
 * or the backend could not be asked. Rejects only when Outlook fails.
 */
export async function confirmSaved(item: ComposeAppointment, deps: Needs): Promise<Whose | undefined> {
  const seen = seenOf(item);
  if (!seen) {
    await lookAt(item);
    return confirmSeen(item, deps);
  }
  const { told, meetingId } = seen;
  if (meetingId === undefined) return undefined;
  if (told?.meetingId === meetingId && (told.as !== undefined || seen.isOneOfMany)) return told.whose;
  if (!seen.isOneOfMany) seen.savedId ??= await item.readSavedId();
  return tell(seen, deps);
}

/** The same for an item that was looked at just now: without asking Outlook. */
export async function confirmSeen(item: ComposeAppointment, deps: Needs): Promise<Whose | undefined> {
  const seen = seenOf(item);
  return seen && tell(seen, deps);
}

/** A meeting, and where only the item's text tells of it, also how it repeats. */
type Asked = { readonly id: string; readonly repeats?: Meeting['repeats'] };

/**
 * Whose this meeting is, before something of it is changed; undefined while the item is not known to be saved. The
 * meeting may be one that only the item's text tells of. Rejects when the backend cannot say so of an item that came
 * with its meeting and so may be a copy.
 */
export async function whoseIs(
  item: ComposeAppointment,
  { id, repeats }: Asked,
  deps: Needs,
): Promise<Whose | undefined> {
  const seen = seenOf(item);
  if (!seen) return undefined;
  // Before something is changed, another window may have seen the saved appointment meanwhile.
  seen.asUnsaved = undefined;
  if (seen.meetingId === id) {
    const asked = ask(seen, deps);
    return seen.cameWith === id ? asked : asked.catch(() => undefined);
  }
  if (seen.isOneOfMany) return undefined;
  const outOfSeries = seen.repetition === 'single' && Boolean(repeats);
  const { savedId } = seen;
  const whose =
    savedId === undefined
      ? await askUnsaved(seen, id, deps)
      : await deps.meetings.confirm(id, await fingerprint(savedId), outOfSeries ? 'perhaps-copy' : undefined);
  return outOfSeries && whose !== 'this' ? 'another' : whose;
}

/** Whether the item may be a copy that nobody decided about, as long as the backend knows no appointment. */
export function mayBeCopy(item: ComposeAppointment, meetingId: string): boolean {
  const seen = seenOf(item);
  return seen?.meetingId === meetingId && isPerhapsCopy(seen, meetingId);
}

/** Whether the item is an unsaved form and the backend knows a saved appointment of its meeting. */
export function isSurelyCopy(item: ComposeAppointment, meetingId: string): boolean {
  const { savedId, asUnsaved } = seenOf(item) ?? {};
  return savedId === undefined && asUnsaved?.meetingId === meetingId && asUnsaved.isCopy;
}

/** Throws `shared-meeting` on a copy, which may not change the meeting of the appointment that it was copied from. */
export async function refuseCopy(
  item: ComposeAppointment,
  meeting: Asked | undefined,
  deps: Needs,
): Promise<void> {
  const whose = meeting && (await whoseIs(item, meeting, deps));
  if (whose === 'another') throw new ProductError('shared-meeting');
}

/** The person wants the item to have the meeting, whoever else has it. Rejects when the backend does. */
export async function tellShared(
  item: ComposeAppointment,
  meetingId: string,
  savedId: string | undefined,
  deps: Pick<Needs, 'meetings'>,
): Promise<void> {
  const as = savedId === undefined ? undefined : await fingerprint(savedId);
  const whose = await deps.meetings.confirm(meetingId, as, 'shared');
  const seen = seenOf(item);
  if (!seen) return;
  seen.told = { meetingId, as, whose };
  seen.outOfSeries = false;
}

/** A backend that cannot say is asked again at the next occasion. */
const tell = (seen: Seen, deps: Needs): Promise<Whose | undefined> =>
  ask(seen, deps).catch(() => (seen.outOfSeries ? 'another' : undefined));

/** Whose the meeting is, as far as the backend knows; that of a series only where it is known to be this item's. */
async function ask(seen: Seen, deps: Needs): Promise<Whose | undefined> {
  const whose = await askBackend(seen, deps);
  return seen.outOfSeries && whose !== 'this' ? 'another' : whose;
}

async function askBackend(seen: Seen, deps: Needs): Promise<Whose | undefined> {
  const { meetingId, savedId, isOneOfMany } = seen;
  if (meetingId === undefined) return undefined;
  const as = isOneOfMany || savedId === undefined ? undefined : await fingerprint(savedId);
  if (as === undefined && !isOneOfMany && !cameSaved(seen, meetingId, deps)) {
    return askUnsaved(seen, meetingId, deps);
  }
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

/** A form that is not known to be saved: `another` where it must be a copy, else undefined. */
async function askUnsaved(seen: Seen, meetingId: string, deps: Needs): Promise<'another' | undefined> {
  if (deps.tellsItemIds?.() === false) return undefined;
  if (seen.asUnsaved?.meetingId === meetingId && !seen.asUnsaved.isCopy) return undefined;
  const whose = await deps.meetings.confirm(meetingId, undefined, 'unsaved');
  const isCopy = whose === 'another';
  seen.asUnsaved = { meetingId, isCopy };
  return isCopy ? whose : undefined;
}

/**
 * Nobody has pressed for this meeting here, and the item came with it at another time than was agreed; or it carries
 * the meeting of a series without being one.
 */
const isPerhapsCopy = (seen: Seen, meetingId: string): boolean =>
  seen.outOfSeries || (seen.cameWith === meetingId && seen.changes === 0 && !seen.atAgreedTime);

/**
 * Of a series that has begun it was agreed when the next occurrence is, of an appointment that had begun, Zoom's
 * present moment.
 */
function startsAsAgreed({ start, end, repetition }: AppointmentSnapshot, { agreed }: Link): boolean {
  if (agreed.start === null) return true;
  const at = Date.parse(agreed.start);
  if (repetition.kind === 'series') {
    const { recurrence } = repetition;
    return occursAt(recurrence, toIanaTimeZone(recurrence.timeZone) ?? 'UTC', at);
  }
  return at === start || (start < at && at < end);
}

const cameSaved = ({ cameWith }: Seen, meetingId: string, deps: Needs): boolean =>
  deps.tellsItemIds?.() === false && cameWith === meetingId && deps.drafts?.has(meetingId) !== true;
