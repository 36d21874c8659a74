/**
 * Taking Zoom's side: writes onto the appointment what was changed in Zoom. Nothing is sent to Zoom.
 *
 * First the facts (topic to subject unless the topic is its own, recurrence, times), only those that differ; then
 * invitation and join link; the property last, so that a following which stopped half-way (`half-followed`) is
 * finished by pressing again. A series keeps its own first date, since Zoom may hold only its later part; pattern, end
 * and time of day are Zoom's. One occurrence takes its times only, an appointment that shares a series' meeting
 * neither. What cannot be written is refused before anything is: by this client (`host-unsupported`), or on any
 * appointment, as a meeting that has no fixed time any more (`meeting-without-time`).
 *
 * Host calls: snapshot 9 (7 to 9 by client); subject, recurrence and times 1 or 2 each where they differ; reading again
 * 4; body and location together at most 2; property 1.
 */
import { differences } from '../domain/meetingRequest';
import type { AppointmentSnapshot } from '../domain/appointment';
import { ProductError, toProductError } from '../domain/errors';
import type { Link } from '../domain/link';
import type { Recurrence } from '../domain/recurrence';
import { withOwnBeginning } from '../domain/recurrence/ownBeginning';
import { toIanaTimeZone, toWallClock } from '../domain/timeZone';
import type { ComposeAppointment } from '../outlook/item';
import { linkFor } from './agreed';
import { claimFor } from './claim';
import { readContents, whatIsOn } from './contents';
import { findExisting, meetingOf } from './existing';
import { lostError, type Placed, placedOn } from './placed';
import { lookAt, nowCarries, refuseCopy } from './saved';
import type { Done, Progress, SchedulingDependencies } from './types';
import { actionOf, checkLength, lengthAfter, planFor, writePropertyLast } from './writing';

const MINUTE = 60_000;

/** Rejects with `no-meeting`, `meeting-gone`, `meeting-of-another`, `shared-meeting` or `occurrence-gone` where there is nothing to follow. */
export function followZoom(
  item: ComposeAppointment,
  deps: SchedulingDependencies,
  onProgress: Progress = () => undefined,
): Promise<Done> {
  return deps.exclusively(() => follow(item, deps, onProgress));
}

async function follow(
  item: ComposeAppointment,
  deps: SchedulingDependencies,
  onProgress: Progress,
): Promise<Done> {
  onProgress('reading');
  const snapshot = await lookAt(item);
  const on = whatIsOn(snapshot);
  const meeting = meetingOf(await findExisting(on, snapshot, deps));
  await refuseCopy(item, meeting, deps);
  const placed = await placedOn(item, snapshot, on.link, meeting, deps.now());
  if (placed.lost) throw lostError(meeting, placed.lost);
  const { view, occurrence } = placed;
  const facts = factsToWrite(snapshot, on.link, placed, deps.now());

  onProgress('writing');
  await writeFacts(item, facts);
  const claim = on.link?.claim ?? (await claimFor(item, snapshot.savedId, on.claim, deps.newClaim));
  const link = linkFor(view, claim, { ...on.link, ...(occurrence ? { occurrenceId: occurrence.id } : {}) });
  const nothing = Object.keys(facts).length === 0;
  if (on.link && nothing && Object.keys(planFor(snapshot, view, link, deps.language).plan).length === 0) {
    return { meeting, link: on.link, notes: [], ...(occurrence ? { occurrence } : {}) };
  }
  const contents = await readContents(item).catch((thrown: unknown) => {
    throw halfFollowed(toProductError(thrown, 'host-call-failed'));
  });
  const { plan, notes } = planFor(contents, view, link, deps.language);
  checkLength(lengthAfter(contents, plan));
  await writePropertyLast(item, plan, halfFollowed);
  nowCarries(item, link, deps);
  return { meeting, link, notes, ...(occurrence ? { occurrence } : {}) };
}

/** What of the appointment's facts changes; absent facts stay. */
interface Facts {
  readonly subject?: string;
  /** `null`: a series becomes a single appointment. */
  readonly recurrence?: Recurrence | null;
  /** UTC milliseconds. */
  readonly times?: { readonly start: number; readonly end: number };
}

/**
 * Throws `host-unsupported` where the client does not tell recurrence and the meeting has one, `meeting-without-time`
 * where the meeting has lost its times.
 */
function factsToWrite(
  snapshot: AppointmentSnapshot,
  link: Link | undefined,
  { view, occurrence }: Placed,
  now: number,
): Facts {
  const { repetition } = snapshot;
  if (link?.shares) return {};
  if (repetition.kind === 'unknown' && view.repeats?.kind === 'series') {
    throw new ProductError('host-unsupported', {
      reason: 'it does not tell add-ins how an appointment repeats (Mailbox 1.7)',
    });
  }
  const fields = differences(snapshot, view, now);
  const topic = fields.includes('topic') && !link?.ownTopic && !occurrence ? { subject: view.topic } : {};
  if (fields.every((field) => field === 'topic')) return topic;
  if (view.start === null) throw new ProductError('meeting-without-time');
  const start = Date.parse(view.start);
  if (view.repeats?.kind === 'series') {
    const timeZone = toIanaTimeZone(view.timeZone) ?? 'UTC';
    const { rule, end } = view.repeats;
    const { durationMinutes } = view;
    const inZoom = { rule, end, start: toWallClock(start, timeZone), durationMinutes, timeZone };
    const recurrence =
      repetition.kind === 'series' ? withOwnBeginning(inZoom, repetition.recurrence, now) : inZoom;
    return { ...topic, recurrence };
  }
  return {
    ...topic,
    ...(repetition.kind === 'series' ? { recurrence: null } : {}),
    times: { start, end: start + view.durationMinutes * MINUTE },
  };
}

/** One after the other, the one first that a client may refuse. */
async function writeFacts(item: ComposeAppointment, { subject, recurrence, times }: Facts): Promise<void> {
  let begun = false;
  const step = async (write: () => Promise<void>): Promise<void> => {
    try {
      await write();
      begun = true;
    } catch (thrown) {
      throw begun ? halfFollowed(toProductError(thrown, 'host-call-failed')) : thrown;
    }
  };
  if (recurrence !== undefined) await step(() => item.writeRecurrence(recurrence));
  if (times) await step(() => item.writeTimes(times.start, times.end));
  if (subject !== undefined) await step(() => item.writeSubject(subject));
}

const halfFollowed = (failure: ProductError): ProductError =>
  new ProductError('half-followed', { action: actionOf(failure) }, { cause: failure });
