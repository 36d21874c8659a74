/**
 * Remove: deletes the meeting in Zoom and takes the invitation, the join link and the property off the appointment.
 * Undo: recovers it in Zoom and puts everything back where it was.
 *
 * The property goes last: until then the appointment says which meeting it was, so that a removal which stopped
 * half-way (`half-removed`) is finished by pressing Remove again. A meeting that Zoom no longer has is no error.
 *
 * Host calls: snapshot 8; reading again 4; body and location together at most 2; property 1. Undo: snapshot 8;
 * reading again 4; writing at most 3, together.
 */
import { ProductError } from '../domain/errors';
import { removeInvitation, restoreInvitation } from '../domain/invitation';
import type { Link } from '../domain/link';
import type { Meeting } from '../domain/meeting';
import { meetingRequestFor } from '../domain/meetingRequest';
import type { AppointmentSnapshot } from '../domain/appointment';
import type { ComposeAppointment } from '../outlook/item';
import { claimFor, forgetClaim } from './claim';
import { type Contents, namesMeeting, type OnAppointment, readContents, whatIsOn } from './contents';
import { findExisting } from './existing';
import { bringOn, complete, discard } from './onAppointment';
import type { Done, Progress, Removed, SchedulingDependencies } from './types';
import { actionOf, checkLength, linkFor, type Plan, planLocation, planRemoval, write } from './writing';

export function removeMeeting(
  item: ComposeAppointment,
  deps: SchedulingDependencies,
  onProgress: Progress = () => undefined,
): Promise<Removed> {
  return deps.exclusively(() => remove(item, deps, onProgress));
}

async function remove(
  item: ComposeAppointment,
  deps: SchedulingDependencies,
  onProgress: Progress,
): Promise<Removed> {
  onProgress('reading');
  const snapshot = await item.snapshot();
  const on = whatIsOn(snapshot);
  const { meeting, link } = await meetingToRemove(item, snapshot, on, deps);

  onProgress('removing');
  if (meeting) await deps.meetings.remove(meeting.id);

  onProgress('writing');
  const contents = await readContents(item).catch((thrown: unknown) => {
    throw thrown instanceof ProductError ? halfRemoved(thrown) : thrown;
  });
  const { format, content } = contents.body;
  const removed: Removed = {
    meeting,
    link,
    bodyBlock: removeInvitation(format, content, link.meetingId).removed,
    locationHadLink: namesMeeting(contents.location, link.meetingId),
  };
  const texts = await write(item, planRemoval(contents, link.meetingId));
  if (texts.failure) throw halfRemoved(texts.failure);
  const { failure } = await write(item, { property: { value: undefined } });
  if (failure) throw halfRemoved(failure);
  forgetClaim(item);
  return removed;
}

const halfRemoved = (failure: ProductError): ProductError =>
  new ProductError('half-removed', { action: actionOf(failure) }, { cause: failure });

/** The meeting that the appointment carries, where Zoom still has it, and its link. */
async function meetingToRemove(
  item: ComposeAppointment,
  snapshot: AppointmentSnapshot,
  on: OnAppointment,
  deps: SchedulingDependencies,
): Promise<{ meeting: Meeting | undefined; link: Link }> {
  const existing = await findExisting(on, deps.meetings);
  switch (existing.kind) {
    case 'foreign':
      throw new ProductError('meeting-of-another');
    case 'gone':
      return { meeting: undefined, link: existing.link };
    case 'meeting': {
      const claim = on.link?.claim ?? (await claimFor(item, snapshot.savedId, on.claim, deps.newClaim));
      return { meeting: existing.meeting, link: on.link ?? linkFor(existing.meeting, claim) };
    }
    case 'none': {
      if (on.claim === undefined) throw new ProductError('no-meeting');
      // Only the claim knows whether there is a meeting: asking under it answers the one that was made. Whatever it
      // is asked for, it goes at once: that the appointment is over does not matter.
      const { request } = meetingRequestFor(snapshot, { options: {} }, Number.NEGATIVE_INFINITY);
      const claim = await claimFor(item, snapshot.savedId, on.claim, deps.newClaim);
      const meeting = await deps.meetings.create(request, claim);
      return { meeting, link: linkFor(meeting, claim) };
    }
  }
}

export function undoRemove(
  item: ComposeAppointment,
  removed: Removed,
  deps: SchedulingDependencies,
  onProgress: Progress = () => undefined,
): Promise<Done> {
  return deps.exclusively(() => undo(item, removed, deps, onProgress));
}

async function undo(
  item: ComposeAppointment,
  removed: Removed,
  deps: SchedulingDependencies,
  onProgress: Progress,
): Promise<Done> {
  onProgress('reading');
  const snapshot = await item.snapshot();
  const on = whatIsOn(snapshot);
  const existing = await findExisting(on, deps.meetings);
  if (existing.kind === 'meeting') {
    // Restored already, or another meeting was put on since: one appointment, one meeting.
    const done = await complete(item, snapshot, existing.meeting, on.link?.claim ?? removed.link.claim, deps);
    return { ...done, notes: [...done.notes, 'already-there'] };
  }

  onProgress('changing');
  const meeting = await deps.meetings.recover(removed.link.meetingId);
  const link = linkFor(meeting, removed.link.claim, removed.link.ownTopic);
  let contents: Contents;
  try {
    contents = await readContents(item);
    checkLength(contents.body.content.length + (removed.bodyBlock?.text.length ?? 0));
  } catch (thrown) {
    await discard(item, meeting.id, link.claim, deps);
    throw thrown;
  }

  onProgress('writing');
  const { plan, notes } = planRestoration(contents, removed, meeting, link);
  await bringOn(item, plan, meeting, link, deps);
  return { meeting, link, notes };
}

/** What puts back what was there, and no more than that. */
function planRestoration(
  contents: Contents,
  { bodyBlock, locationHadLink }: Removed,
  meeting: Meeting,
  link: Link,
): { readonly plan: Plan; readonly notes: Done['notes'] } {
  const { format, content } = contents.body;
  const { location, notes } = locationHadLink
    ? planLocation(contents.location, meeting.joinUrl)
    : { location: undefined, notes: [] };
  return {
    plan: {
      ...(bodyBlock
        ? { body: { how: 'replace', format, content: restoreInvitation(format, content, bodyBlock) } }
        : {}),
      ...(location === undefined ? {} : { location }),
      property: { value: link },
    },
    notes,
  };
}
