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
import { isAgreedByNow, isOutOfSeries } from './agreed';
import { missingParts, tellsFormerJoin, whatIsOn } from './contents';
import { findExisting } from './existing';
import { isAgreedOccurrence, type Placed, placedOn } from './placed';
import { confirmSeen, isSurelyCopy, lookAt } from './saved';
import type { AppointmentState, SchedulingDependencies } from './types';

/** @param seen what the item showed just now, where the caller has looked already */
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
      return existing;
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
      const { link } = on;
      if (link && whose === 'another') {
        // What became of the series is saved.
        const outOfSeries = isOutOfSeries(link, snapshot.repetition) && !isSurelyCopy(item, meeting.id);
        return { kind: 'copy', link, meeting, ...(outOfSeries ? { outOfSeries } : {}) };
      }
      const placed = await placedOn(item, snapshot, link, meeting, deps.now());
      if (placed.lost) return { kind: 'lost', link, meeting, mayBe: placed.lost };
      const occurrence = placed.occurrence === undefined ? {} : { occurrence: placed.occurrence };
      const missing = missingParts(snapshot, meeting);
      if (link && tellsFormerJoin(snapshot, link, meeting)) {
        const parts = missing.length > 0 ? missing : (['invitation'] as const);
        return { kind: 'incomplete', meeting, missing: parts, joinChanged: true };
      }
      if (link && missing.length === 0 && isOutdated(link, meeting, placed, snapshot, deps.now())) {
        return { kind: 'incomplete', meeting, missing: ['invitation'] };
      }
      return link && missing.length === 0
        ? { kind: 'linked', link, meeting, ...occurrence }
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
  // Who shares the meeting of another appointment has nothing that could agree with it.
  if (link.shares) return false;
  const left = differences(snapshot, view, now);
  if (occurrence) {
    // An occurrence has no topic of its own.
    if (left.some((field) => field !== 'topic')) return false;
    return !isAgreedOccurrence(link, meeting, occurrence);
  }
  if (left.length > 0) return false;
  return !isAgreedByNow(link, view);
}
