/**
 * What is asked of Zoom for an appointment.
 *
 * Zoom's rules that shape this: a topic of at most 200 characters, 1 to 1440 whole minutes, and a start in the past
 * is taken as "now" when creating and ignored when changing (POST and PATCH of meetings). Of a series therefore only
 * what is still to come is asked for (`recurrence/toCome.ts`). Whether the two still agree later is in `agreement.ts`.
 */
import type { AppointmentSnapshot } from './appointment';
import { ProductError } from './errors';
import { DURATION_LIMIT_MINUTES } from './meeting';
import type { MeetingOptions, MeetingRequest, OccurrenceRequest } from './meeting';
import type { Note } from './notes';
import { durationOf, topicFor } from './meetingFacts';
import type { AppointmentFacts } from './meetingFacts';
import { isVisible } from './outsideText';
import type { Recurrence } from './recurrence';
import { lastStartOf } from './recurrence/toCome';
import { lengthInZoom, zoomSeriesOf } from './recurrence/zoomSeries';
import { fromWallClock, toIanaTimeZone, toWallClock, toZoomTimeZone } from './timeZone';
import { toInstant } from './wallClock';

export { agreedStateOf, differences, meetingOfOccurrence } from './agreement';
export type { AgreedState, ComparedMeeting, SharedField } from './agreement';

const MINUTE = 60_000;

/** The part of a request that comes from an appointment's times. */
type Times = Pick<MeetingRequest, 'start' | 'timeZone' | 'durationMinutes' | 'repeats'>;

/**
 * Turns an appointment and what the person chose into the request to Zoom; `now` is an instant in UTC milliseconds.
 *
 * Notes tell what was changed on the way. Throws `end-before-start` and `appointment-over`. An unknown time zone
 * becomes UTC: the instant is the same, Zoom only shows the meeting in another zone. A series in an unknown zone
 * becomes a meeting without fixed time, because in UTC it would not follow daylight saving. One occurrence of a series
 * is asked for like a single appointment.
 *
 * Zoom takes a past start for "now" when it makes a meeting and ignores it when it changes one; the duration is then
 * counted from there, so that the meeting ends with the appointment.
 * @param zoomStart when a single meeting is changed: its present start in Zoom, UTC milliseconds
 */
export function meetingRequestFor(
  appointment: AppointmentFacts & Pick<AppointmentSnapshot, 'timeZone'>,
  choices: { readonly topic?: string; readonly options: MeetingOptions },
  now: number,
  zoomStart?: number,
): { request: MeetingRequest; notes: Note[] } {
  const { repetition } = appointment;
  const { times, notes } =
    repetition.kind === 'series'
      ? seriesTimes(repetition.recurrence, appointment, now)
      : singleTimes(appointment, now, zoomStart);
  const chosen = choices.topic !== undefined && isVisible(choices.topic) ? choices.topic : undefined;
  const topic = topicFor(chosen ?? appointment.subject);
  if (topic.shortened) notes.push('topic-shortened');
  return { request: { topic: topic.text, ...times, options: choices.options }, notes };
}

/**
 * What is asked of Zoom for one occurrence that is open: its times. Throws like `meetingRequestFor`. Zoom ignores a
 * start in the past, as there.
 * @param zoomStart the occurrence's present start in Zoom, UTC milliseconds
 */
export function occurrenceRequestFor(
  appointment: Pick<AppointmentSnapshot, 'start' | 'end' | 'timeZone'>,
  now: number,
  zoomStart?: number,
): OccurrenceRequest {
  const { durationMinutes } = singleTimes(appointment, now, zoomStart).times;
  return { start: toInstant(appointment.start), durationMinutes };
}

/** The instant (UTC milliseconds) at which a request lets its meeting start. Throws a `RangeError` for an unknown zone. */
export const startOf = ({ start, timeZone }: Pick<MeetingRequest, 'start' | 'timeZone'>): number =>
  start.endsWith('Z') ? Date.parse(start) : fromWallClock(start, timeZone);

function singleTimes(
  { start, end, timeZone: named }: Pick<AppointmentSnapshot, 'start' | 'end' | 'timeZone'>,
  now: number,
  zoomStart: number | undefined,
): { times: Times; notes: Note[] } {
  if (!(end >= start)) throw new ProductError('end-before-start');
  if (end <= now) throw new ProductError('appointment-over');
  const notes: Note[] = [];
  if (start < now) notes.push('start-in-the-past');
  const zone = toZoomTimeZone(named);
  if (zone === undefined) notes.push('unknown-time-zone');
  const timeZone = zone ?? 'UTC';
  if (isLongerThanADay(start, end, timeZone)) notes.push('longer-than-a-day');
  const durationMinutes = durationOf(start < now ? startInZoom(start, end, now, zoomStart) : start, end);
  return { times: { start: sayable(start, timeZone), timeZone, durationMinutes }, notes };
}

/** On the wall, as people mean it; where that would be read as another instant, the instant itself. */
function sayable(instant: number, timeZone: string): string {
  const wall = toWallClock(instant, timeZone);
  return fromWallClock(wall, timeZone) === Math.floor(instant / 1000) * 1000 ? wall : toInstant(instant);
}

function seriesTimes(
  recurrence: Recurrence,
  appointment: Pick<AppointmentSnapshot, 'start'>,
  now: number,
): { times: Times; notes: Note[] } {
  const rest = zoomSeriesOf(recurrence, now);
  if (!rest) return lastTimes(recurrence, now);
  const notes: Note[] = rest.note ? [rest.note] : [];
  if (recurrence.durationMinutes > DURATION_LIMIT_MINUTES) notes.push('longer-than-a-day');
  const { repeats, timeZone } = rest;
  // In a zone that nobody knows only the instant of the first occurrence is sure.
  const start = timeZone === undefined ? toWallClock(appointment.start, 'UTC') : rest.series.start;
  const durationMinutes = lengthInZoom(recurrence);
  return { times: { start, timeZone: timeZone ?? 'UTC', durationMinutes, repeats }, notes };
}

/** Of a series whose last occurrence has begun, only that one is left to ask for: a single meeting. */
function lastTimes(recurrence: Recurrence, now: number): { times: Times; notes: Note[] } {
  const last = lastStartOf(recurrence);
  if (last === undefined) throw new ProductError('end-before-start');
  const { timeZone } = recurrence;
  const start = fromWallClock(last, toIanaTimeZone(timeZone) ?? 'UTC');
  return singleTimes({ start, end: start + lengthInZoom(recurrence) * MINUTE, timeZone }, now, undefined);
}

/** Where Zoom lets a meeting begin whose appointment has begun already. */
function startInZoom(start: number, end: number, now: number, zoomStart: number | undefined): number {
  if (zoomStart === undefined) return Number.isFinite(now) ? now : start;
  return zoomStart < end ? zoomStart : start;
}

/** By the clock on the wall, so that the 25-hour day on which clocks go back is still one day. */
function isLongerThanADay(start: number, end: number, timeZone: string): boolean {
  const wall = (instant: number): number => Date.parse(`${toWallClock(instant, timeZone)}Z`);
  return wall(end) - wall(start) > DURATION_LIMIT_MINUTES * MINUTE;
}
