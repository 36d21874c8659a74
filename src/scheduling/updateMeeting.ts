/**
 * Update: brings Zoom's meeting into step with the appointment and what the person chose, then the invitation.
 *
 * Zoom first: when it refuses, nothing is written. The text and the location follow together, the property last: as
 * long as it holds the old agreed state, the same update again (or Repair) writes what is missing, so `half-updated`
 * is mended by pressing again. The body is written only when what it says changes.
 *
 * A copy that nobody decided about is refused (`shared-meeting`), and so is one of which the backend cannot say whose
 * the meeting is.
 *
 * Of a series the whole recurrence goes to Zoom, or nothing of its times where they agree; where one occurrence is
 * open, only that one's times do. Which part of the meeting is changed is decided in `change.ts`.
 *
 * Host calls: snapshot 9 (7 to 9 by client); when something changes also reading again 4, body and location together
 * at most 2, property 1. Zoom is asked once, and once before for anything but a single appointment.
 */
import { ProductError } from '../domain/errors';
import { putInvitation, renderInvitation } from '../domain/invitation';
import type { AppointmentSnapshot } from '../domain/appointment';
import type { Meeting } from '../domain/meeting';
import type { ComposeAppointment } from '../outlook/item';
import { isAgreed, linkFor, sameChoices } from './agreed';
import { changeFor } from './change';
import { keepingChosen } from './choices';
import { claimFor } from './claim';
import {
  missingParts,
  type Named,
  namedAs,
  namedBy,
  readContents,
  tellsHowToJoin,
  whatIsOn,
} from './contents';
import { findExisting } from './existing';
import { rememberSent } from './lastSent';
import { lookAt, nowCarries, refuseCopy } from './saved';
import type { Choices, Done, Progress, SchedulingDependencies } from './types';
import { actionOf, checkLength, lengthAfter, planFor, writePropertyLast } from './writing';

export function updateMeeting(
  item: ComposeAppointment,
  choices: Choices,
  deps: SchedulingDependencies,
  onProgress: Progress = () => undefined,
): Promise<Done> {
  return deps.exclusively(() => update(item, choices, deps, onProgress));
}

/** The same, for a caller that has its turn already. */
export async function update(
  item: ComposeAppointment,
  choices: Choices,
  deps: SchedulingDependencies,
  onProgress: Progress,
): Promise<Done> {
  onProgress('reading');
  const snapshot = await lookAt(item);
  const on = whatIsOn(snapshot);
  if (!on.link && !on.invitation) throw new ProductError('no-meeting');
  // Without a link only the invitation's number is known, which may be that of a personal room.
  const existing = on.link ? undefined : await findExisting(on, snapshot, deps);
  if (existing?.kind === 'foreign') throw new ProductError('meeting-of-another');
  if (existing && existing.kind !== 'meeting') throw new ProductError('no-meeting');
  const found = existing?.meeting;
  await refuseCopy(item, on.link ? { id: on.link.meetingId } : found, deps);
  const wanted = keepingChosen(choices, on.link);
  const change = await changeFor({ item, snapshot, link: on.link, found }, wanted, deps);
  const was = on.link ? namedBy(on.link) : found && namedAs(found);
  if (was) checkRoom(snapshot, change.guess, was, wanted.language ?? deps.language);

  onProgress('changing');
  const { meeting, view, occurrence, notes, more } = await change.send();
  // The form may be discarded from here on, whatever becomes of the invitation.
  if (!on.link?.shares) rememberSent(deps.kept, meeting, occurrence);
  const done = { meeting, ...(occurrence ? { occurrence } : {}) };
  const complete = missingParts(snapshot, view).length === 0 && tellsHowToJoin(snapshot, view);
  if (on.link && !more && complete) return { ...done, link: on.link, notes };

  const claim = on.link?.claim ?? (await claimFor(item, snapshot.savedId, on.claim, deps.newClaim));
  const link = linkFor(view, claim, more ?? { ...on.link, occurrenceId: occurrence?.id });
  if (on.link && complete && isAgreed(on.link, view) && sameChoices(on.link, link)) {
    return { ...done, link: on.link, notes };
  }

  onProgress('writing');
  const contents = await readContents(item).catch((thrown: unknown) => {
    throw thrown instanceof ProductError ? halfUpdated(thrown) : thrown;
  });
  // A meeting can come to be joined by another number: the host's personal one, or its own again.
  const { plan, notes: furtherNotes } = planFor(contents, view, link, deps.language, was);
  checkLength(lengthAfter(contents, plan));
  await writePropertyLast(item, plan, halfUpdated);
  nowCarries(item, link, deps);
  return { ...done, link, notes: [...notes, ...furtherNotes] };
}

const halfUpdated = (failure: ProductError): ProductError =>
  new ProductError('half-updated', { action: actionOf(failure) }, { cause: failure });

/** Throws `body-too-long` before Zoom is asked, by an invitation like the one to come. */
function checkRoom({ body }: AppointmentSnapshot, guess: Meeting, was: Named, language: string): void {
  const block = renderInvitation(body.format, guess, { language, timeZone: guess.timeZone });
  checkLength(putInvitation(body.format, body.content, block, was).body.length);
}
