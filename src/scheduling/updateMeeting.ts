/**
 * Update: brings Zoom's meeting into step with the appointment and what the person chose, then the invitation.
 *
 * Zoom first: when it refuses, nothing is written. The text and the location follow together, the property last: as
 * long as it holds the old agreed state, the same update again (or Repair) writes what is missing, so `half-updated`
 * is mended by pressing again. The body is written only when what it says changes.
 *
 * Host calls: snapshot 8; when something changes also reading again 4, body and location together at most 2, property 1.
 */
import { ProductError } from '../domain/errors';
import { meetingRequestFor } from '../domain/meetingRequest';
import { putInvitation, renderInvitation } from '../domain/invitation';
import type { AppointmentSnapshot } from '../domain/appointment';
import type { Meeting, MeetingRequest } from '../domain/meeting';
import type { ComposeAppointment } from '../outlook/item';
import { claimFor } from './claim';
import { invitesWithPasscode, missingParts, readContents, whatIsOn } from './contents';
import { likelyMeeting } from './likelyMeeting';
import { confirmLater, lengthAfter, planFor } from './onAppointment';
import { isOwnTopic, keepingTopic, requested } from './choices';
import type { Choices, Done, Progress, SchedulingDependencies } from './types';
import { actionOf, checkLength, isAgreed, linkFor, write } from './writing';

export function updateMeeting(
  item: ComposeAppointment,
  choices: Choices,
  deps: SchedulingDependencies,
  onProgress: Progress = () => undefined,
): Promise<Done> {
  return deps.exclusively(() => update(item, choices, deps, onProgress));
}

async function update(
  item: ComposeAppointment,
  choices: Choices,
  deps: SchedulingDependencies,
  onProgress: Progress,
): Promise<Done> {
  onProgress('reading');
  const snapshot = await item.snapshot();
  const on = whatIsOn(snapshot);
  const named = on.link ?? on.invitation;
  if (!named) throw new ProductError('no-meeting');
  const zoomStart = on.link?.agreed.start ? Date.parse(on.link.agreed.start) : undefined;
  const wanted = keepingTopic(choices, on.link);
  const { request, notes } = meetingRequestFor(snapshot, requested(wanted), deps.now(), zoomStart);
  checkRoom(snapshot, request, named, deps.language);

  onProgress('changing');
  const meeting = await deps.meetings.update(named.meetingId, request);

  const claim = on.link?.claim ?? (await claimFor(item, snapshot.savedId, on.claim, deps.newClaim));
  const link = linkFor(meeting, claim, isOwnTopic(wanted));
  const unchanged = on.link && isAgreed(on.link, meeting) && Boolean(on.link.ownTopic) === isOwnTopic(wanted);
  const complete = missingParts(snapshot, meeting).length === 0 && invitesWithPasscode(snapshot, meeting);
  if (on.link && unchanged && complete) {
    return { meeting, link: on.link, notes };
  }

  onProgress('writing');
  const halfUpdated = (failure: ProductError) =>
    new ProductError('half-updated', { action: actionOf(failure) }, { cause: failure });
  const contents = await readContents(item).catch((thrown: unknown) => {
    throw thrown instanceof ProductError ? halfUpdated(thrown) : thrown;
  });
  const { plan, notes: more } = planFor(contents, meeting, link, deps.language);
  checkLength(lengthAfter(contents, plan));
  const { property, ...text } = plan;
  const texts = await write(item, text);
  if (texts.failure) throw halfUpdated(texts.failure);
  if (property) {
    const { failure } = await write(item, { property });
    if (failure) throw halfUpdated(failure);
  }
  if (!on.link) confirmLater(deps, meeting.id);
  return { meeting, link, notes: [...notes, ...more] };
}

/** Throws `body-too-long` before Zoom is asked, by an invitation like the one to come. */
function checkRoom(
  { body }: AppointmentSnapshot,
  request: MeetingRequest,
  named: { readonly meetingId: string; readonly joinUrl: string },
  language: string,
): void {
  const guess: Meeting = { ...likelyMeeting(request), id: named.meetingId, joinUrl: named.joinUrl };
  const block = renderInvitation(body.format, guess, { language, timeZone: request.timeZone });
  checkLength(putInvitation(body.format, body.content, block, named.meetingId).body.length);
}
