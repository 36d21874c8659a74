/**
 * Bringing a meeting that exists onto an appointment, completely or not at all.
 *
 * `complete` finishes what is missing of a meeting that was there before; `bringOn` is for a meeting that this very
 * work made or recovered, and takes everything back, the meeting included, when Outlook refuses a part.
 */
import { differences } from '../domain/agreement';
import type { AppointmentSnapshot } from '../domain/appointment';
import { ProductError } from '../domain/errors';
import { restoreInvitation, type RemovedInvitation } from '../domain/invitation';
import type { Link } from '../domain/link';
import { addJoinLink } from '../domain/location';
import type { Meeting } from '../domain/meeting';
import type { ComposeAppointment } from '../outlook/item';
import { linkFor } from './agreed';
import { claimProperty, forgetClaim, rememberClaim } from './claim';
import {
  blockOf,
  type Contents,
  missingParts,
  namedAs,
  namedBy,
  readContents,
  tellsFormerJoin,
  whatIsOn,
} from './contents';
import { isAgreedOccurrence, lostError, placedOn } from './placed';
import { nowCarries } from './saved';
import type { Done, SchedulingDependencies } from './types';
import {
  actionOf,
  checkLength,
  lengthAfter,
  type Part,
  type Plan,
  planFor,
  planRemoval,
  write,
  writePropertyLast,
} from './writing';

/**
 * Finishes a meeting that was on the appointment before. Failing leaves more of the meeting than before.
 *
 * @param seen the appointment as it was when this began; its contents are read again before anything is written
 */
export async function complete(
  item: ComposeAppointment,
  seen: AppointmentSnapshot,
  meeting: Meeting,
  claim: string,
  deps: SchedulingDependencies,
): Promise<Done> {
  const before = whatIsOn(seen).link;
  const { view, occurrence, lost } = await placedOn(item, seen, before, meeting, deps.now());
  if (lost) throw lostError(meeting, lost);
  forgetClaim(item);
  const joinChanged = before !== undefined && tellsFormerJoin(seen, before, meeting);
  // What an occurrence has from its series needs no link of its own as long as nothing is missing.
  const inherited =
    occurrence &&
    before &&
    before.occurrenceId === undefined &&
    isAgreedOccurrence(before, meeting, occurrence);
  if (inherited && !joinChanged && missingParts(seen, meeting).length === 0) {
    return { meeting, occurrence, link: before, notes: [] };
  }
  const present = linkFor(view, claim, { ...before, ...(occurrence ? { occurrenceId: occurrence.id } : {}) });
  // Where the times differ, completing decides nothing about them: what was agreed still tells which side moved.
  const undecided =
    before?.meetingId === meeting.id &&
    !before.shares &&
    !occurrence &&
    differences(seen, view, deps.now()).some((field) => field !== 'topic' || !before.ownTopic);
  const link = undecided ? { ...present, agreed: before.agreed } : present;
  const done = { meeting, link, ...(occurrence ? { occurrence } : {}) };
  const first = planFor(seen, view, link, deps.language);
  if (Object.keys(first.plan).length === 0) return { ...done, notes: first.notes };

  const contents = await readContents(item);
  const { plan, notes } = planFor(contents, view, link, deps.language);
  checkLength(lengthAfter(contents, plan));
  await writePropertyLast(item, plan, halfDone);
  nowCarries(item, link, deps);
  return { ...done, notes: [...notes, ...(joinChanged ? (['join-changed'] as const) : [])] };
}

/** Another meeting whose place a new one takes, to put it back when that fails. */
export interface Replaced {
  readonly link: Link;
  readonly bodyBlock: RemovedInvitation | undefined;
  readonly locationHadLink: boolean;
}

/**
 * Writes a meeting that was just made onto the appointment. When a part fails, what was written is taken out of the
 * present body and location again and the meeting is deleted; then the failure is thrown. When that fails as well,
 * the meeting stays, something of it is on the appointment (or its claim is remembered), and `half-done` is thrown.
 */
export async function bringOn(
  item: ComposeAppointment,
  plan: Plan,
  meeting: Meeting,
  link: Link,
  deps: SchedulingDependencies,
  replaced?: Replaced,
): Promise<void> {
  const { touched, failure } = await write(item, plan);
  if (!failure) {
    forgetClaim(item);
    nowCarries(item, link, deps);
    return;
  }
  const takenBack = await takeBack(item, meeting, link.claim, touched, replaced);
  if (!takenBack) {
    rememberClaim(item, link.claim);
    throw halfDone(failure);
  }
  await discard(item, meeting.id, link.claim, deps);
  throw failure;
}

const halfDone = (failure: ProductError): ProductError =>
  new ProductError('half-done', { action: actionOf(failure) }, { cause: failure });

/**
 * Deletes a meeting that did not come onto the appointment, and then the claim. When Zoom or the backend is away the
 * claim stays, so that the next add finds the meeting again instead of making a second one.
 */
export async function discard(
  item: ComposeAppointment,
  meetingId: string,
  claim: string,
  deps: SchedulingDependencies,
): Promise<void> {
  try {
    await deps.meetings.remove(meetingId);
  } catch {
    rememberClaim(item, claim);
    return;
  }
  forgetClaim(item);
  await dropClaim(item, claim);
}

/** Takes the claim off the appointment where it is still there. A claim that stays does no harm. */
export async function dropClaim(item: ComposeAppointment, claim: string): Promise<void> {
  try {
    const present = await item.readLinkProperty();
    const { claim: there } = whatIsOn({ ...nothing, linkProperty: present });
    if (there === claim) await item.writeLinkProperty(undefined);
  } catch {
    // See above.
  }
}

const nothing: Contents = { body: { format: 'text', content: '' }, location: '', linkProperty: undefined };

/**
 * Takes what was written off again, leaving the claim, or puts back what was replaced. True when nothing of the
 * meeting is on the appointment.
 */
async function takeBack(
  item: ComposeAppointment,
  meeting: Meeting,
  claim: string,
  touched: readonly Part[],
  replaced: Replaced | undefined,
): Promise<boolean> {
  if (touched.length === 0) return true;
  try {
    // Read again: the person may have typed on meanwhile.
    const contents = await readContents(item);
    const { plan, notes } = planRemoval(contents, namedAs(meeting));
    // In a body with pictures the invitation stays, and so does the meeting.
    if (notes.includes('invitation-left')) return false;
    const linked = whatIsOn(contents).link?.meetingId === meeting.id;
    const property = linked ? { property: { value: replaced?.link ?? claimProperty(claim) } } : {};
    const { failure } = await write(item, {
      ...(replaced ? withReplaced(contents, plan, replaced) : plan),
      ...property,
    });
    return failure === undefined;
  } catch {
    return false;
  }
}

/** The plan that takes the new meeting off, made one that puts the replaced one back. */
function withReplaced(contents: Contents, plan: Plan, { link, bodyBlock, locationHadLink }: Replaced): Plan {
  const { format } = contents.body;
  const content = plan.body?.content ?? contents.body.content;
  const location = plan.location ?? contents.location;
  const restored =
    bodyBlock && !blockOf({ format, content }, namedBy(link))
      ? restoreInvitation(format, content, bodyBlock)
      : content;
  const put = locationHadLink ? addJoinLink(location, link.joinUrl).location : location;
  return {
    ...(restored === contents.body.content
      ? {}
      : { body: { how: 'replace' as const, format, content: restored } }),
    ...(put === contents.location ? {} : { location: put }),
  };
}
