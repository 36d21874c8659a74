/**
 * Remove: deletes the meeting in Zoom and takes the invitation, the join link and the property off the appointment.
 * Undo (`undoRemove.ts`) recovers it in Zoom and puts everything back where it was.
 *
 * Where one occurrence of a series is open, only that one is cancelled in Zoom and loses its invitation; Zoom cannot
 * bring one back, so there is nothing to undo. An occurrence that Zoom does not have, or of which nobody has said which
 * one it is, loses its invitation only, and so does an appointment that shares the meeting of another one.
 *
 * On a copy (`copies.ts`) the meeting stays in Zoom for the appointment that it was made for; as long as the backend
 * cannot say whose it is, nothing is removed. What may be a copy is refused (`perhaps-copy`) until the person says what
 * goes: the invitation on this appointment only, or the meeting in Zoom too. A meeting that Zoom does not show to this
 * person can be taken off the appointment only, and only when they say so.
 *
 * The property goes last: until then the appointment says which meeting it was, so that a removal which stopped
 * half-way (`half-removed`) is finished by pressing Remove again. It stays as long as the invitation has to be left in
 * a body with pictures (`writing.ts`): the appointment then says that its meeting is gone. A meeting that Zoom no
 * longer has is no error.
 *
 * Host calls: snapshot 9 (7 to 9 by client); reading again 4; body and location together at most 2; property 1.
 */
import type { AppointmentSnapshot } from '../domain/appointment';
import { ProductError } from '../domain/errors';
import { removeInvitation } from '../domain/invitation';
import type { Link } from '../domain/link';
import type { Meeting, Occurrence } from '../domain/meeting';
import { meetingRequestFor } from '../domain/meetingRequest';
import type { ComposeAppointment } from '../outlook/item';
import { linkFor } from './agreed';
import { claimFor, forgetClaim } from './claim';
import { blockOf, namedBy, namesMeeting, readContents, whatIsOn } from './contents';
import { findExisting } from './existing';
import { placedOn } from './placed';
import { lookAt, mayBeCopy, nowCarries, whoseIs } from './saved';
import type { Progress, Removed, RemovedFrom, SchedulingDependencies } from './types';
import { actionOf, planRemoval, writePropertyLast } from './writing';

/** @param from what the person said of a meeting that may be another appointment's; undefined where nobody asked */
export function removeMeeting(
  item: ComposeAppointment,
  deps: SchedulingDependencies,
  onProgress: Progress = () => undefined,
  from?: RemovedFrom,
): Promise<Removed> {
  return deps.exclusively(() => remove(item, deps, onProgress, from));
}

async function remove(
  item: ComposeAppointment,
  deps: SchedulingDependencies,
  onProgress: Progress,
  from: RemovedFrom | undefined,
): Promise<Removed> {
  onProgress('reading');
  const snapshot = await lookAt(item);
  const { meeting, link, part } = await whatToRemove(item, snapshot, from, deps);

  onProgress('removing');
  if (meeting && part === 'whole') await deps.meetings.remove(meeting.id);
  if (meeting && typeof part === 'object') await cancelOccurrence(meeting.id, part.id, deps);

  onProgress('writing');
  const contents = await readContents(item).catch((thrown: unknown) => {
    throw thrown instanceof ProductError ? halfRemoved(thrown) : thrown;
  });
  const named = { ...namedBy(link), topics: [link.agreed.topic, ...(meeting ? [meeting.topic] : [])] };
  const { format, content } = contents.body;
  const own = blockOf(contents.body, named);
  const { plan, notes } = planRemoval(contents, named);
  const left = notes.includes('invitation-left');
  const removed: Removed = {
    meeting,
    link,
    bodyBlock: own && plan.body ? removeInvitation(format, content, named).removed : undefined,
    bodyFormat: format,
    locationHadLink: namesMeeting(contents.location, named),
    ...(typeof part === 'object' ? { occurrence: part } : {}),
    canUndo: meeting !== undefined && part === 'whole',
    stays: part === 'nothing',
    // Its link still works where the meeting or its series lives on.
    notes: left && part !== 'whole' ? ['invitation-left-here'] : notes,
  };
  await writePropertyLast(item, left ? plan : { ...plan, property: { value: undefined } }, halfRemoved);
  forgetClaim(item);
  nowCarries(item, undefined, deps);
  return removed;
}

/** With the last occurrence Zoom deletes the series: then it is gone as wished. */
async function cancelOccurrence(
  meetingId: string,
  occurrenceId: string,
  { meetings }: Pick<SchedulingDependencies, 'meetings'>,
): Promise<void> {
  try {
    await meetings.removeOccurrence(meetingId, occurrenceId);
  } catch (thrown) {
    if (!(thrown instanceof ProductError && thrown.code === 'meeting-gone')) throw thrown;
  }
}

const halfRemoved = (failure: ProductError): ProductError =>
  new ProductError('half-removed', { action: actionOf(failure) }, { cause: failure });

interface ToRemove {
  /** Where Zoom still has it. */
  readonly meeting: Meeting | undefined;
  readonly link: Link;
  /** What goes in Zoom. */
  readonly part: 'whole' | 'nothing' | Occurrence;
}

/** The meeting that the appointment carries, its link, and what of it goes. */
async function whatToRemove(
  item: ComposeAppointment,
  snapshot: AppointmentSnapshot,
  from: RemovedFrom | undefined,
  deps: SchedulingDependencies,
): Promise<ToRemove> {
  const on = whatIsOn(snapshot);
  const existing = await findExisting(on, snapshot, deps);
  const claim = () => (on.link ? on.link.claim : claimFor(item, snapshot.savedId, on.claim, deps.newClaim));
  switch (existing.kind) {
    case 'foreign':
      if (from !== 'appointment') throw new ProductError('meeting-of-another');
      return {
        meeting: undefined,
        link: existing.link ?? lostLink(existing.meetingId, existing.joinUrl, await claim()),
        part: 'nothing',
      };
    case 'gone':
      return { meeting: undefined, link: existing.link, part: 'whole' };
    case 'personal': {
      // The room is not the meeting: it stays.
      const { id } = existing.named;
      const joinUrl = on.invitation?.joinUrl ?? '';
      return { meeting: undefined, link: lostLink(id, joinUrl, await claim()), part: 'nothing' };
    }
    case 'meeting': {
      const { meeting } = existing;
      const link = on.link ?? linkFor(meeting, await claim());
      const whose = await whoseIs(item, meeting, deps);
      if (whose === 'another' || from === 'appointment') return { meeting, link, part: 'nothing' };
      const part = await partOf(item, snapshot, on.link, meeting, deps.now());
      if (part === 'whole' && from === undefined && whose !== 'this' && mayBeCopy(item, meeting.id)) {
        throw new ProductError('perhaps-copy');
      }
      return { meeting, link, part };
    }
    case 'none': {
      if (on.claim === undefined) throw new ProductError('no-meeting');
      // Only the claim knows whether there is a meeting: asking under it answers the one that was made. Whatever it
      // is asked for, it goes at once: that the appointment is over does not matter.
      const { request } = meetingRequestFor(snapshot, { options: {} }, Number.NEGATIVE_INFINITY);
      const made = await claim();
      const meeting = await deps.meetings.create(request, made);
      // A claim that was copied along answers the meeting of the appointment that the form was copied from.
      const isCopy = snapshot.savedId === undefined && (await whoseIs(item, meeting, deps)) === 'another';
      return { meeting, link: linkFor(meeting, made), part: isCopy ? 'nothing' : 'whole' };
    }
  }
}

async function partOf(
  item: ComposeAppointment,
  snapshot: AppointmentSnapshot,
  link: Link | undefined,
  meeting: Meeting,
  now: number,
): Promise<ToRemove['part']> {
  if (link?.shares) return 'nothing';
  if (snapshot.repetition.kind !== 'occurrence') return 'whole';
  const { occurrence, lost } = await placedOn(item, snapshot, link, meeting, now);
  if (lost) {
    // Of a series only what is on this occurrence can go; a single meeting may still stand for all of them.
    if (!meeting.repeats) throw new ProductError('occurrence-only');
    return 'nothing';
  }
  return occurrence ?? (meeting.repeats ? 'nothing' : 'whole');
}

/** Names a meeting of which only the invitation is known. */
const lostLink = (meetingId: string, joinUrl: string, claim: string): Link => ({
  v: 1,
  state: 'linked',
  meetingId,
  joinUrl,
  claim,
  agreed: { topic: '', start: null, durationMinutes: 0 },
});
