/**
 * How the pages put a meeting's times into words: one time, a series' pattern, when the whole takes place.
 */
import { toText } from 'rrule-temporal/totext';
import type { StoredMeeting } from '../meetingModel';
import { nextOccurrence, type StoredOccurrence } from '../occurrences';
import { wallClockRule } from '../recurrence';

/** `Mon, 23 Nov 2026, 09:00` in a zone. */
function timeText(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant);
}

/** `Mon, 23 Nov 2026, 09:00, 30 minutes`, in the zone of its series. */
export function occurrenceText(meeting: StoredMeeting, { start, duration }: StoredOccurrence): string {
  return `${timeText(start, meeting.timezone)}, ${duration ?? meeting.duration} minutes`;
}

/** `every 2 weeks on Monday at 9 AM for 10 times`; undefined for what is no series. */
export function patternText({ recurrence, start, timezone }: StoredMeeting): string | undefined {
  if (recurrence === null || start === null) return undefined;
  const rule = wallClockRule(recurrence, start, timezone).with({ wkst: undefined });
  const words = toText(rule, 'en', { excludeTzAbbreviation: true });
  const end = recurrence.end_date_time;
  return end === undefined ? words : `${words} until ${timeText(Date.parse(end), timezone)}`;
}

/** When a meeting takes place, in words with its zone. */
export function whenText(meeting: StoredMeeting, now: number): string {
  if (meeting.type === 8) {
    const next = nextOccurrence(meeting, now);
    const when = next === undefined ? 'no more occurrences' : `next ${occurrenceText(meeting, next)}`;
    return `Repeats ${patternText(meeting) ?? ''} (${meeting.timezone}), ${when}`;
  }
  if (meeting.start === null) {
    return `${meeting.type === 3 ? 'No fixed time' : 'Instant'}, ${meeting.duration} minutes`;
  }
  return `${timeText(meeting.start, meeting.timezone)}, ${meeting.duration} minutes (${meeting.timezone})`;
}
