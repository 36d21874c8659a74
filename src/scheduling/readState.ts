/**
 * What is on an appointment now, for the pane's first screen, from one snapshot. Whose the meeting is (a copy, or the
 * appointment that it was made for) is asked at the same time as the meeting; a backend that cannot say does not
 * keep the screen waiting with an error.
 *
 * Host calls: one snapshot (9 on Mailbox 1.8), nothing written.
 */
import { differences } from '../domain/meetingRequest';
import type { AppointmentSnapshot } from '../domain/appointment';
import type { Link } from '../domain/link';
import type { Meeting } from '../domain/meeting';
import type { ComposeAppointment } from '../outlook/item';
import { isAgreed } from './agreed';
import { missingParts, whatIsOn } from './contents';
import { findExisting } from './existing';
import { isAgreedOccurrence, type Placed, placedOn } from './placed';
import { confirmSeen, lookAt } from './saved';
import type { AppointmentState, SchedulingDependencies } from './types';

/** @param seen what `lookAt` showed just now, where the caller has looked already */
export async function readState(
  item: ComposeAppointment,
  deps: SchedulingDependencies,
  seen?: AppointmentSnapshot,
): Promise<AppointmentState> {
  const snapshot = seen ?? (await lookAt(item));
  const on = whatIsOn(snapshot);
  const [existing, whose] = await Promise.all([findExisting(on, snapshot, deps), confirmSeen(item, deps)]);
  switch (existing.kind) {
    case 'gone':
      return { kind: 'gone', link: existing.link };
    case 'foreign':
      return { kind: 'foreign', meetingId: existing.meetingId, joinUrl: existing.joinUrl };
    case 'personal':
      return { kind: 'incomplete', meeting: undefined, missing: ['meeting', 'property'] };
    case 'none':
      return on.claim === undefined
        ? { kind: 'empty' }
        : {
            kind: 'incomplete',
            meeting: undefined,
            missing: ['meeting', 'invitation', 'location', 'property'],
          };
    case 'meeting': {
      const { meeting } = existing;
      if (on.link && whose === 'another') return { kind: 'copy', link: on.link, meeting };
      const placed = await placedOn(item, snapshot, on.link, meeting);
      const occurrence = placed.occurrence === undefined ? {} : { occurrence: placed.occurrence };
      if (on.link && placed.occurrence === 'lost')
        return { kind: 'linked', link: on.link, meeting, ...occurrence };
      const missing = missingParts(snapshot, meeting);
      if (on.link && missing.length === 0 && isOutdated(on.link, meeting, placed, snapshot, deps.now())) {
        return { kind: 'incomplete', meeting, missing: ['invitation'] };
      }
      return on.link && missing.length === 0
        ? { kind: 'linked', link: on.link, meeting, ...occurrence }
        : { kind: 'incomplete', meeting, missing };
    }
  }
}

/**
 * Whether an update reached Zoom and not the appointment's text: meeting and appointment agree with each other and
 * not with what was agreed last. A meeting that was changed in Zoom disagrees with the appointment instead.
 */
function isOutdated(
  link: Link,
  meeting: Meeting,
  { view, occurrence }: Placed,
  snapshot: AppointmentSnapshot,
  now: number,
): boolean {
  const left = differences(snapshot, view, now);
  if (occurrence && occurrence !== 'lost') {
    // An occurrence has no topic of its own.
    if (left.some((field) => field !== 'topic')) return false;
    return !isAgreedOccurrence(link, meeting, occurrence);
  }
  if (left.length > 0) return false;
  // The first occurrence that Zoom lists of a series goes by with time.
  const agreed = view.repeats?.kind === 'series' ? { ...link.agreed, start: view.start } : link.agreed;
  return !isAgreed({ ...link, agreed }, view);
}
