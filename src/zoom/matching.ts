/**
 * Which listed meetings may be the one that a lost POST made. Pure; no id tells, so everything else must agree:
 * the type, the host, created since the first sending, the same duration, start and topic.
 *
 * What a list does not tell is looked up in the meeting's details: the address of a host whom the meeting was
 * scheduled for, and where a series begins (a list may show any of its occurrences).
 */
import { Temporal } from 'temporal-polyfill';
import type { MeetingRequest } from '../domain/meeting';
import { repetitionOf, toMeeting } from './mapping';
import { ZOOM_TYPE } from './recurrence';
import type { ZoomMeeting, ZoomMeetingRow } from './schemas';

/** How far Zoom's clock and ours may differ. */
export const CLOCK_SKEW_MS = 2 * 60_000;

/** Zoom starts a meeting whose start has passed at its creation, on a whole minute or not. */
const START_AT_CREATION_MS = 2 * 60_000;

export interface Sought {
  readonly request: MeetingRequest;
  readonly hostId: string;
  /** First sending of the request, ms since the epoch by our clock. */
  readonly sentAt: number;
  /** Now, by our clock. */
  readonly now: number;
}

/** The rows that may be ours, each meeting once, the surest first: exact topic before a normalised one, then the earliest made. */
export function candidates(rows: readonly ZoomMeetingRow[], sought: Sought): ZoomMeetingRow[] {
  const exact = (row: ZoomMeetingRow): number => (row.topic === sought.request.topic ? 0 : 1);
  const byId = new Map(rows.filter((row) => mayBeOurs(row, sought)).map((row) => [row.id, row]));
  return [...byId.values()].sort(
    (a, b) => exact(a) - exact(b) || createdAt(a) - createdAt(b) || a.id.localeCompare(b.id),
  );
}

export function mayBeOurs(row: ZoomMeetingRow, { request, hostId, sentAt, now }: Sought): boolean {
  const created = createdAt(row);
  const { type } = repetitionOf(request);
  return (
    row.type === type &&
    (request.options.scheduleFor !== undefined || row.host_id === '' || row.host_id === hostId) &&
    created >= sentAt - CLOCK_SKEW_MS &&
    created <= now + CLOCK_SKEW_MS &&
    sameTopic(row.topic, request.topic) &&
    // Without fixed time neither length nor start means anything.
    (type === ZOOM_TYPE.noFixedTime || row.duration === request.durationMinutes) &&
    (type !== ZOOM_TYPE.scheduled || startsAsAsked(row.start_time, request, created))
  );
}

/** The details tell what the row does not. */
export function detailsAgree(meeting: ZoomMeeting, request: MeetingRequest): boolean {
  const { passcode, scheduleFor } = request.options;
  const samePasscode = !passcode || meeting.password === '' || meeting.password === passcode;
  const sameHost =
    scheduleFor === undefined || meeting.host_email.toLowerCase() === scheduleFor.toLowerCase();
  return samePasscode && sameHost && beginsAsAsked(meeting, request);
}

/** A series begins with the first occurrence that its pattern has; the others were compared in the list. */
function beginsAsAsked(meeting: ZoomMeeting, request: MeetingRequest): boolean {
  if (request.repeats?.kind !== 'series') return true;
  const { start } = toMeeting(meeting, { id: meeting.host_id, name: '' });
  const created = Date.parse(meeting.created_at ?? '');
  return startsAsAsked(start ?? undefined, request, created);
}

const createdAt = (row: ZoomMeetingRow): number => Date.parse(row.created_at ?? '');

function startsAsAsked(startTime: string | undefined, request: MeetingRequest, created: number): boolean {
  if (startTime === undefined) return false;
  const start = Date.parse(startTime);
  const asked = instantsOf(request);
  if (asked.includes(start)) return true;
  const wasPast = asked.some((instant) => instant <= created + CLOCK_SKEW_MS);
  return wasPast && Math.abs(start - created) <= START_AT_CREATION_MS;
}

/** A wall clock is one instant, but for the hour that daylight saving skips or repeats: then either will do. */
function instantsOf({ start, timeZone }: MeetingRequest): number[] {
  if (start.endsWith('Z')) return [Date.parse(start)];
  try {
    const wallClock = Temporal.PlainDateTime.from(start);
    const instants = (['earlier', 'later'] as const).map(
      (disambiguation) => wallClock.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds,
    );
    return [...new Set(instants)];
  } catch {
    // A zone that only Zoom knows: nothing can be said about the instant, so nothing is adopted.
    return [];
  }
}

/**
 * Zoom may trim, fold white space, drop markup and characters that cannot be seen, or cut at 200: letters and
 * digits are what is left. A topic without any is compared as it is, white space folded.
 */
export function sameTopic(theirs: string, ours: string): boolean {
  const [a, b] = [essence(theirs), essence(ours)];
  return a === '' && b === '' ? folded(theirs) === folded(ours) : a === b;
}

const essence = (topic: string): string =>
  topic
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

const folded = (topic: string): string => topic.normalize('NFKC').replace(/\s+/g, ' ').trim();
