/**
 * How long a meeting is there: decisions only, no I/O.
 *
 * A scheduled meeting expires 30 days after its start, a series 30 days after its last occurrence, one without fixed
 * time 365 days after it was made or last changed, an instant one when it ended. A deleted meeting can be recovered for
 * 7 days.
 */
import type { StoredMeeting } from './meetingModel';
import { lastStart } from './occurrences';

const DAY = 24 * 60 * 60 * 1000;
const SCHEDULED_EXPIRES_AFTER = 30 * DAY;
const UNFIXED_EXPIRES_AFTER = 365 * DAY;
const RECOVERABLE_FOR = 7 * DAY;

/** True once Zoom would neither list the meeting nor answer for it, though nobody deleted it. */
function isExpired(meeting: StoredMeeting, now: number): boolean {
  if (meeting.type === 1) return meeting.ended || now > meeting.createdAt + DAY;
  if (meeting.type === 3) return now > meeting.modifiedAt + UNFIXED_EXPIRES_AFTER;
  const start = meeting.type === 8 ? lastStart(meeting) : meeting.start;
  return now > (start ?? meeting.createdAt) + SCHEDULED_EXPIRES_AFTER;
}

/** True while the meeting answers under its id. */
export function isThere(meeting: StoredMeeting, now: number): boolean {
  return meeting.deletedAt === null && !isExpired(meeting, now);
}

/** True while `recover` can bring it back. */
export function isRecoverable(meeting: StoredMeeting, now: number): boolean {
  return meeting.deletedAt !== null && now <= meeting.deletedAt + RECOVERABLE_FOR && !isExpired(meeting, now);
}
