/**
 * Bringing a meeting that exists onto an appointment, completely or not at all.
 *
 * `complete` finishes what is missing of a meeting that was there before; `bringOn` is for a meeting that this very
 * work made or recovered, and takes everything back, the meeting included, when Outlook refuses a part.
 */
import { ProductError } from '../domain/errors';
import type { Link } from '../domain/link';
import type { Meeting } from '../domain/meeting';
import type { ComposeAppointment } from '../outlook/item';
import { claimProperty, forgetClaim, rememberClaim } from './claim';
import { type Contents, invitesWithPasscode, readContents, whatIsOn } from './contents';
import type { Done, Note, SchedulingDependencies } from './types';
import {
  actionOf,
  checkLength,
  isAgreed,
  linkFor,
  type Part,
  type Plan,
  planBody,
  planLocation,
  planRemoval,
  write,
} from './writing';

/** What brings everything of this meeting onto the appointment; parts that are there already are left out. */
export function planFor(
  contents: Contents,
  meeting: Meeting,
  link: Link,
  language: string,
): { readonly plan: Plan; readonly notes: readonly Note[] } {
  const there = whatIsOn(contents).link;
  const agreed =
    there?.meetingId === meeting.id &&
    isAgreed(there, meeting) &&
    Boolean(there.ownTopic) === Boolean(link.ownTopic);
  // Outlook rewrites HTML, so whether the text is up to date cannot be seen from it; what was agreed last tells.
  const upToDate = agreed && invitesWithPasscode(contents, meeting);
  const body = upToDate ? undefined : planBody(contents.body, meeting, language);
  const { location, notes } = planLocation(contents.location, meeting.joinUrl);
  return {
    plan: {
      ...(body ? { body } : {}),
      ...(location === undefined ? {} : { location }),
      ...(agreed ? {} : { property: { value: link } }),
    },
    notes,
  };
}

/**
 * Finishes a meeting that was on the appointment before. The property goes last: as long as it does not tell this
 * state, what is missing is missing to the next press too. Failing leaves more of the meeting than before.
 *
 * @param seen the contents as they were when this began; read again before anything is written
 */
export async function complete(
  item: ComposeAppointment,
  seen: Contents,
  meeting: Meeting,
  claim: string,
  deps: SchedulingDependencies,
): Promise<Done> {
  const link = linkFor(meeting, claim, whatIsOn(seen).link?.ownTopic);
  const first = planFor(seen, meeting, link, deps.language);
  forgetClaim(item);
  if (Object.keys(first.plan).length === 0) return { meeting, link, notes: first.notes };

  const contents = await readContents(item);
  const { plan, notes } = planFor(contents, meeting, link, deps.language);
  checkLength(lengthAfter(contents, plan));
  const { property, ...text } = plan;
  for (const step of [text, property ? { property } : {}]) {
    const { failure } = await write(item, step);
    if (failure) throw new ProductError('half-done', { action: actionOf(failure) }, { cause: failure });
  }
  confirmLater(deps, meeting.id);
  return { meeting, link, notes };
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
): Promise<void> {
  const { touched, failure } = await write(item, plan);
  if (!failure) {
    confirmLater(deps, meeting.id);
    forgetClaim(item);
    return;
  }
  const takenBack = await takeBack(item, meeting.id, link.claim, touched);
  if (!takenBack) {
    rememberClaim(item, link.claim);
    throw new ProductError('half-done', { action: actionOf(failure) }, { cause: failure });
  }
  await discard(item, meeting.id, link.claim, deps);
  throw failure;
}

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

/** Takes what was written off again, leaving the claim. True when nothing of the meeting is on the appointment. */
async function takeBack(
  item: ComposeAppointment,
  meetingId: string,
  claim: string,
  touched: readonly Part[],
): Promise<boolean> {
  if (touched.length === 0) return true;
  try {
    // Read again: the person may have typed on meanwhile.
    const contents = await readContents(item);
    const linked = whatIsOn(contents).link?.meetingId === meetingId;
    const { failure } = await write(item, {
      ...planRemoval(contents, meetingId),
      ...(linked ? { property: { value: claimProperty(claim) } } : {}),
    });
    return failure === undefined;
  } catch {
    return false;
  }
}

/** Tells the backend that the appointment carries the meeting. Nobody waits for it. */
export function confirmLater(deps: SchedulingDependencies, meetingId: string): void {
  deps.meetings.confirm(meetingId, undefined).catch(() => undefined);
}

/** How long the body will be once the plan is written. */
export function lengthAfter(contents: Contents, { body }: Plan): number {
  if (!body) return contents.body.content.length;
  return body.content.length + (body.how === 'prepend' ? contents.body.content.length : 0);
}
