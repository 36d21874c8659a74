/**
 * Add: puts one Zoom meeting on an appointment.
 *
 * The order, and why: everything is read at once and checked first, so that errors come before anything is made.
 * The claim goes onto the item while Zoom makes the meeting, so that whatever happens then, the next press finds the
 * same meeting. Then the appointment is read again, because people type on, and all parts are written at once. What
 * fails is taken back. Pressing twice, or on an appointment that has a meeting, answers that meeting; a copy is refused (`shared-meeting`).
 *
 * Host calls, as rounds that each go out together, on Office.js: snapshot 9 (7 to 9 by client); claim 1, beside Zoom;
 * reading again 4; writing 3. 17 calls in 4 rounds, none of them waiting for Zoom but the claim. Zoom is asked once.
 */
import type { AppointmentSnapshot, BodyFormat } from '../domain/appointment';
import { PERHAPS_MADE, ProductError, toProductError } from '../domain/errors';
import { renderInvitation } from '../domain/invitation';
import type { Meeting, MeetingRequest } from '../domain/meeting';
import { meetingRequestFor } from '../domain/meetingRequest';
import type { ComposeAppointment } from '../outlook/item';
import { linkFor } from './agreed';
import { kept, requested } from './choices';
import { claimFor, claimProperty, forgetClaim, rememberClaim, remembersClaim } from './claim';
import { type Contents, type Named, namedBy, readContents, whatIsOn } from './contents';
import { type Existing, findExisting } from './existing';
import { likelyMeeting } from './likelyMeeting';
import { bringOn, complete, discard, dropClaim } from './onAppointment';
import { lookAt, refuseCopy } from './saved';
import type { Choices, Done, Note, Progress, SchedulingDependencies } from './types';
import { checkLength, lengthAfter, planFor, planRemoval } from './writing';

/** Adds that run now, by appointment: a second press in this frame joins the first. */
const running = new WeakMap<ComposeAppointment, Promise<Done>>();

/** How often an add gives way to another window that is adding to the same item. */
export const YIELD_LIMIT = 3;

export function addMeeting(
  item: ComposeAppointment,
  choices: Choices,
  deps: SchedulingDependencies,
  onProgress: Progress = () => undefined,
): Promise<Done> {
  const present = running.get(item);
  if (present) return present;
  const work = deps
    .exclusively(() => add(item, choices, deps, onProgress, YIELD_LIMIT))
    .finally(() => running.delete(item));
  running.set(item, work);
  return work;
}

/** The same, for a caller that has its turn already. */
export async function add(
  item: ComposeAppointment,
  choices: Choices,
  deps: SchedulingDependencies,
  onProgress: Progress,
  yieldsLeft: number,
): Promise<Done> {
  onProgress('reading');
  const snapshot = await lookAt(item);
  const on = whatIsOn(snapshot);
  const existing = await findExisting(on, snapshot, deps);
  if (existing.kind === 'foreign') throw new ProductError('meeting-of-another');

  const claim = await claimFor(item, snapshot.savedId, on.claim, deps.newClaim);
  if (existing.kind === 'meeting') {
    await refuseCopy(item, existing.meeting, deps);
    onProgress('writing');
    const done = await complete(item, snapshot, existing.meeting, on.link?.claim ?? claim, deps);
    return { ...done, notes: [...done.notes, 'already-there'] };
  }

  // One occurrence of a series without a meeting gets one for itself, like a single appointment.
  const { request, notes } = meetingRequestFor(snapshot, requested(choices), deps.now());
  const remains = remainsOf(existing);
  checkRoom(snapshot, request, remains, choices.language ?? deps.language);

  onProgress('creating');
  const isNew = on.claim !== claim && !remembersClaim(item);
  const usualLanguage = choices.language === undefined && deps.usualLanguage?.().catch(() => null);
  const meeting = await create(item, request, { claim, isNew }, deps);
  const language = (await usualLanguage) || choices.language;

  // From here on the meeting exists: every way out either brings it on or discards it.
  let fresh: Contents;
  try {
    fresh = await readContents(item);
  } catch (thrown) {
    await discard(item, meeting.id, claim, deps);
    throw thrown;
  }
  if (belongsToAnother(fresh, meeting, claim, remains)) {
    await withdraw(meeting.id, deps);
    if (yieldsLeft === 0)
      throw new ProductError('host-call-failed', { action: 'let one window finish first' });
    return add(item, choices, deps, onProgress, yieldsLeft - 1);
  }

  onProgress('writing');
  const link = linkFor(meeting, claim, kept({ ...choices, ...(language && { language }) }));
  const { plan, notes: more } = planFor(fresh, meeting, link, deps.language, remains);
  try {
    checkLength(lengthAfter(fresh, plan));
  } catch (thrown) {
    await discard(item, meeting.id, claim, deps);
    throw thrown;
  }
  await bringOn(item, plan, meeting, link, deps);
  const unknown: readonly Note[] = snapshot.repetition.kind === 'unknown' ? ['recurrence-unknown'] : [];
  return { meeting, link, notes: [...unknown, ...notes, ...more] };
}

/** What the new meeting takes the place of. */
function remainsOf(existing: Existing): Named | undefined {
  if (existing.kind === 'gone') return namedBy(existing.link);
  return existing.kind === 'personal' ? existing.named : undefined;
}

/** Errors after which nothing was made under a new claim. */
const notMade: ReadonlySet<string> = new Set([
  'zoom-refused',
  'zoom-forbidden',
  'zoom-daily-limit',
  'zoom-busy',
  'zoom-consent-lost',
  'invalid-request',
  'too-many-requests',
  'signed-out',
  'session-expired',
]);

/**
 * Makes the meeting and puts the claim on the item at the same time. A refusal takes a new claim off again; under
 * one of an earlier press there may be a meeting whatever this press hears.
 */
async function create(
  item: ComposeAppointment,
  request: MeetingRequest,
  { claim, isNew }: { readonly claim: string; readonly isNew: boolean },
  deps: SchedulingDependencies,
): Promise<Meeting> {
  rememberClaim(item, claim);
  const [made] = await Promise.allSettled([
    deps.meetings.create(request, claim),
    // Refused here is not yet refused for good: the link is written later, and the claim is remembered meanwhile.
    item.writeLinkProperty(claimProperty(claim)),
  ]);
  if (made.status === 'fulfilled') return made.value;
  const { code, details } = toProductError(made.reason);
  if (isNew && notMade.has(code) && details[PERHAPS_MADE] !== true) {
    forgetClaim(item);
    await dropClaim(item, claim);
  }
  throw made.reason;
}

/** Whether another window has put its meeting or its claim on the item since it was read first. */
function belongsToAnother(
  fresh: Contents,
  meeting: Meeting,
  claim: string,
  remains: Named | undefined,
): boolean {
  const on = whatIsOn(fresh);
  if (on.claim !== undefined && on.claim !== claim) return true;
  const other = on.link?.meetingId ?? on.invitation?.meetingId;
  return (
    other !== undefined && ![meeting.id, meeting.joinNumber, remains?.id, remains?.joinNumber].includes(other)
  );
}

/** Deletes a meeting in favour of another window's; tried twice, then left to the backend as never confirmed. */
async function withdraw(meetingId: string, deps: SchedulingDependencies): Promise<void> {
  await deps.meetings
    .remove(meetingId)
    .catch(() => deps.meetings.remove(meetingId))
    .catch(() => undefined);
}

/** Throws `body-too-long` before anything is made, by the length of an invitation like the one to come. */
export function checkRoom(
  snapshot: AppointmentSnapshot,
  request: MeetingRequest,
  remains: Named | undefined,
  language: string,
): void {
  const { format } = snapshot.body;
  const there = remains ? lengthAfter(snapshot, planRemoval(snapshot, remains).plan) : undefined;
  checkLength((there ?? snapshot.body.content.length) + roomFor(format, request, language));
}

/** Lines around the block, and names that are longer than the one guessed here. */
const SLACK = 400;

function roomFor(format: BodyFormat, request: MeetingRequest, language: string): number {
  const context = { language, timeZone: request.timeZone };
  return renderInvitation(format, likelyMeeting(request), context).length + SLACK;
}
