/** Facts of a reason in plain words. */
import { toWallClock } from '../../domain/timeZone';
import { isVisible } from '../../domain/outsideText';
import type { AppointmentFacts, MeetingFacts, Times } from '../model';
import { zoneOf } from './compare';

/** Wall clock to the minute, and the zone. */
export function timesInWords(times: Times): string {
  if (times.kind === 'no-fixed-time') return 'no fixed time';
  if (times.kind === 'single') {
    const { start, durationMinutes, timeZone } = times;
    return `${clock(toWallClock(Date.parse(start), zoneOf(times)))} (${timeZone}), ${durationMinutes} minutes`;
  }
  const { start, durationMinutes, timeZone } = times.recurrence;
  return `a series from ${clock(start)} (${timeZone}), ${durationMinutes} minutes each`;
}

const clock = (wallClock: string): string => wallClock.slice(0, 'YYYY-MM-DDTHH:mm'.length).replace('T', ' ');

/** What a person calls a meeting: as the appointment names it, or else the meeting. */
export function titleOf(
  appointment: Pick<AppointmentFacts, 'subject'> | null | undefined,
  meeting: Pick<MeetingFacts, 'topic'> | undefined,
): string {
  const subject = appointment?.subject ?? '';
  return isVisible(subject) ? subject : (meeting?.topic ?? subject);
}
