/**
 * Whether an appointment and its meeting still agree, and what they agreed on.
 *
 * Single appointments are compared by instant; series by the occurrences that are still to come, since that is all
 * that Zoom can be asked to change.
 */
import type { Link } from './link';
import type { Meeting, MeetingRepeats, Occurrence } from './meeting';
import { durationOf, topicFor } from './meetingFacts';
import type { AppointmentFacts } from './meetingFacts';
import type { Recurrence } from './recurrence';
import { instantsOf } from './recurrence/expand';
import { sameSeries } from './recurrence/same';
import { repeatsText } from './recurrence/text';
import { isToCome, stillToCome } from './recurrence/toCome';
import { meetingRepeatsFor, OCCURRENCE_LIMIT } from './recurrence/zoomLimits';
import { lengthInZoom, zoomSeriesOf } from './recurrence/zoomSeries';
import { toIanaTimeZone, toWallClock } from './timeZone';

/** What both sides agreed on when the link was made or last updated. */
export type AgreedState = Link['agreed'];

/** A fact that appointment and meeting share; `recurrence` stands for all times of a series. */
export type SharedField = 'topic' | 'start' | 'duration' | 'recurrence';

/** The state of a meeting that the link records. */
export function agreedStateOf(meeting: Meeting): AgreedState {
  const repeats = repeatsText(meeting.repeats);
  return {
    topic: meeting.topic,
    start: meeting.start,
    durationMinutes: meeting.durationMinutes,
    ...(repeats === undefined ? {} : { repeats }),
  };
}

/** What of a meeting can differ from its appointment. */
export type ComparedMeeting = Pick<
  Meeting,
  'topic' | 'start' | 'durationMinutes' | 'timeZone' | 'repeats' | 'occurrences'
>;

/** One occurrence of a series as a meeting of its own, to compare it with the occurrence that is open in Outlook. */
export const meetingOfOccurrence = (
  series: ComparedMeeting,
  { start, durationMinutes }: Occurrence,
): ComparedMeeting => ({ ...series, start, durationMinutes, repeats: null, occurrences: [] });

/**
 * The facts in which the appointment no longer agrees with the meeting.
 *
 * Starts are compared to the second, and not at all for a meeting without fixed time, whose duration means nothing
 * either. With `now` given, a start that is past is not a difference, because Zoom could not take it any more; the
 * two then agree when they end together, to the minute. Series are compared by the occurrences that are still to
 * come, whatever their rules look like.
 *
 * One occurrence that is open, or an appointment of which the client does not tell whether it repeats, agrees with
 * any series in all but the topic: for an occurrence, give `meetingOfOccurrence`.
 */
export function differences(
  appointment: AppointmentFacts,
  meeting: ComparedMeeting,
  now?: number,
): SharedField[] {
  const { repetition } = appointment;
  const fields: SharedField[] = [];
  if (topicFor(appointment.subject).text !== topicFor(meeting.topic).text) fields.push('topic');
  if (repetition.kind === 'series') {
    return [...fields, ...seriesDifferences(repetition.recurrence, meeting, now ?? -Infinity)];
  }
  if (meeting.repeats) return repetition.kind === 'single' ? [...fields, 'recurrence'] : fields;
  return [...fields, ...singleDifferences(appointment, meeting, now)];
}

function singleDifferences(
  appointment: AppointmentFacts,
  meeting: ComparedMeeting,
  now: number | undefined,
): SharedField[] {
  if (meeting.start === null) return [];
  const meetingStart = Date.parse(meeting.start);
  if (now !== undefined && appointment.start < now) {
    const ends = meetingStart < appointment.end ? durationOf(meetingStart, appointment.end) : 0;
    return Math.abs(ends - meeting.durationMinutes) > 1 ? ['duration'] : [];
  }
  const fields: SharedField[] = [];
  if (seconds(appointment.start) !== seconds(meetingStart)) fields.push('start');
  if (durationOf(appointment.start, appointment.end) !== meeting.durationMinutes) fields.push('duration');
  return fields;
}

function seriesDifferences(recurrence: Recurrence, meeting: ComparedMeeting, now: number): SharedField[] {
  const rest = zoomSeriesOf(recurrence, now);
  if (!rest) return [];
  const { repeats: wanted, series } = rest;
  if (!meeting.repeats) return ['recurrence'];
  if (wanted.kind === 'no-fixed-time') {
    return meeting.repeats.kind === 'no-fixed-time' ? [] : ['recurrence'];
  }
  if (meeting.repeats.kind === 'no-fixed-time') {
    // What was too long for Zoom when the meeting was made may fit by now, without anybody having changed it.
    return meetingRepeatsFor(recurrence).repeats.kind === 'no-fixed-time' ? [] : ['recurrence'];
  }
  const fields: SharedField[] = sameTimes(series, meeting, meeting.repeats, now) ? [] : ['recurrence'];
  if (lengthInZoom(recurrence) !== meeting.durationMinutes) fields.push('duration');
  return fields;
}

/** By Zoom's rule, or else by the occurrences that it lists: their ids are their original starts. */
function sameTimes(
  wanted: Recurrence,
  meeting: ComparedMeeting,
  { rule, end }: Extract<MeetingRepeats, { kind: 'series' }>,
  now: number,
): boolean {
  const zone = toIanaTimeZone(meeting.timeZone) ?? 'UTC';
  if (meeting.start !== null) {
    const start = toWallClock(Date.parse(meeting.start), zone);
    const present = stillToCome({ rule, end, start, timeZone: zone }, zone, now);
    if (present && sameSeries(wanted, present)) return true;
  }
  const listed = meeting.occurrences.map(({ id }) => Number(id)).filter((at) => isToCome(at, now));
  const expected = instantsOf(wanted, OCCURRENCE_LIMIT, toIanaTimeZone(wanted.timeZone) ?? 'UTC');
  return listed.map(seconds).join() === expected.map(seconds).join();
}

const seconds = (instant: number): number => Math.floor(instant / 1000);
