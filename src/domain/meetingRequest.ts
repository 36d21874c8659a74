/**
 * What is asked of Zoom for an appointment, and whether the two still agree later.
 *
 * Zoom's rules that shape this: a topic of at most 200 characters, 1 to 1440 whole minutes, and a start in the past
 * is taken as "now" when creating and ignored when changing (POST and PATCH of meetings).
 */
import type { AppointmentSnapshot } from './appointment';
import { ProductError } from './errors';
import type { Link } from './link';
import { DURATION_LIMIT_MINUTES, TOPIC_LIMIT } from './meeting';
import type { Meeting, MeetingOptions, MeetingRequest } from './meeting';
import type { Note } from './notes';
import { cutAt, isVisible, oneLine } from './outsideText';
import { toIanaTimeZone, toWallClock } from './timeZone';

/** The topic where neither the person nor the appointment has one. */
export const DEFAULT_TOPIC = 'Zoom meeting';

/** The length of a meeting on an appointment that has none: what both Outlook and Zoom's client propose. */
export const DEFAULT_DURATION_MINUTES = 30;

const MINUTE = 60_000;

/** The part of an appointment that a Zoom meeting follows. Instants in UTC milliseconds. */
export type AppointmentFacts = Pick<AppointmentSnapshot, 'subject' | 'start' | 'end'>;

/** What both sides agreed on when the link was made or last updated. */
export type AgreedState = Link['agreed'];

/** A fact that appointment and meeting share. */
export type SharedField = 'topic' | 'start' | 'duration';

/**
 * Turns an appointment and what the person chose into the request to Zoom; `now` is an instant in UTC milliseconds.
 *
 * Notes tell what was changed on the way. Throws `end-before-start` and `appointment-over`. An unknown time zone
 * becomes UTC: the instant is the same, Zoom only shows the meeting in another zone.
 *
 * Zoom takes a past start for "now" when it makes a meeting and ignores it when it changes one; the duration is then
 * counted from there, so that the meeting ends with the appointment.
 * @param zoomStart when a meeting is changed: its present start in Zoom, UTC milliseconds
 */
export function meetingRequestFor(
  appointment: AppointmentFacts & Pick<AppointmentSnapshot, 'timeZone'>,
  choices: { readonly topic?: string; readonly options: MeetingOptions },
  now: number,
  zoomStart?: number,
): { request: MeetingRequest; notes: Note[] } {
  const { start, end } = appointment;
  if (!(end >= start)) throw new ProductError('end-before-start');
  if (end <= now) throw new ProductError('appointment-over');

  const notes: Note[] = [];
  if (start < now) notes.push('start-in-the-past');
  const zone = zoomTimeZone(appointment.timeZone);
  if (zone === undefined) notes.push('unknown-time-zone');
  const timeZone = zone ?? 'UTC';
  if (isLongerThanADay(start, end, timeZone)) notes.push('longer-than-a-day');
  const chosen = choices.topic !== undefined && isVisible(choices.topic) ? choices.topic : undefined;
  const topic = topicFor(chosen ?? appointment.subject);
  if (topic.shortened) notes.push('topic-shortened');

  return {
    request: {
      topic: topic.text,
      start: toWallClock(start, timeZone),
      timeZone,
      durationMinutes: durationOf(start < now ? startInZoom(start, end, now, zoomStart) : start, end),
      options: choices.options,
    },
    notes,
  };
}

/** The zone by the name that Zoom has for it: UTC is all it knows of the `Etc` family, whose offsets have no place. */
function zoomTimeZone(name: string): string | undefined {
  const zone = toIanaTimeZone(name);
  if (zone !== undefined && /^(?:Etc\/)?(?:UTC|GMT|UCT|Zulu|Universal|Greenwich)$/.test(zone)) return 'UTC';
  return zone?.startsWith('Etc/') ? undefined : zone;
}

/** The topic that a subject becomes: on one line, harmless, within Zoom's limit, never empty. */
export function topicFor(subject: string): { text: string; shortened: boolean } {
  const line = oneLine(subject);
  if (!isVisible(line)) return { text: DEFAULT_TOPIC, shortened: false };
  // Counted in UTF-16 units: whatever Zoom counts, it is not more than these.
  return { text: cutAt(line, TOPIC_LIMIT).trim(), shortened: line.length > TOPIC_LIMIT };
}

/** Where Zoom lets a meeting begin whose appointment has begun already. */
function startInZoom(start: number, end: number, now: number, zoomStart: number | undefined): number {
  if (zoomStart === undefined) return Number.isFinite(now) ? now : start;
  return zoomStart < end ? zoomStart : start;
}

/** Whole minutes, begun ones counted, within what Zoom takes; an appointment without length gets the default. */
function durationOf(start: number, end: number): number {
  if (end === start) return DEFAULT_DURATION_MINUTES;
  return Math.min(Math.ceil((end - start) / MINUTE), DURATION_LIMIT_MINUTES);
}

/** By the clock on the wall, so that the 25-hour day on which clocks go back is still one day. */
function isLongerThanADay(start: number, end: number, timeZone: string): boolean {
  const wall = (instant: number): number => Date.parse(`${toWallClock(instant, timeZone)}Z`);
  return wall(end) - wall(start) > DURATION_LIMIT_MINUTES * MINUTE;
}

/** The state of a meeting that the link records. */
export function agreedStateOf(meeting: Meeting): AgreedState {
  return { topic: meeting.topic, start: meeting.start, durationMinutes: meeting.durationMinutes };
}

/**
 * The facts in which the appointment no longer agrees with the meeting (or with what was agreed).
 *
 * Starts are compared to the second, and not at all for a meeting without fixed time, whose duration means nothing
 * either. With `now` given, a start that is past is not a difference, because Zoom could not take it any more; the
 * two then agree when they end together, to the minute.
 */
export function differences(
  appointment: AppointmentFacts,
  meeting: Pick<Meeting, 'topic' | 'start' | 'durationMinutes'>,
  now?: number,
): SharedField[] {
  const fields: SharedField[] = [];
  if (topicFor(appointment.subject).text !== topicFor(meeting.topic).text) fields.push('topic');
  if (meeting.start === null) return fields;
  const meetingStart = Date.parse(meeting.start);
  if (now !== undefined && appointment.start < now) {
    const ends = meetingStart < appointment.end ? durationOf(meetingStart, appointment.end) : 0;
    if (Math.abs(ends - meeting.durationMinutes) > 1) fields.push('duration');
    return fields;
  }
  if (seconds(appointment.start) !== seconds(meetingStart)) fields.push('start');
  if (durationOf(appointment.start, appointment.end) !== meeting.durationMinutes) fields.push('duration');
  return fields;
}

const seconds = (instant: number): number => Math.floor(instant / 1000);
