/**
 * Which listed meetings may be the one that a lost POST made. Pure; no id tells, so everything else must agree:
 * scheduled, hosted by the member, created since the first sending, the same duration, start and topic.
 */
import { Temporal } from 'temporal-polyfill';
import type { MeetingRequest } from '../domain/meeting';
import { SCHEDULED, type ZoomMeeting, type ZoomMeetingRow } from './schemas';

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

/** The rows that may be ours, the surest first: exact topic before a normalised one, then the earliest made. */
export function candidates(rows: readonly ZoomMeetingRow[], sought: Sought): ZoomMeetingRow[] {
  const exact = (row: ZoomMeetingRow): number => (row.topic === sought.request.topic ? 0 : 1);
  return rows
    .filter((row) => mayBeOurs(row, sought))
    .sort((a, b) => exact(a) - exact(b) || createdAt(a) - createdAt(b) || a.id.localeCompare(b.id));
}

export function mayBeOurs(row: ZoomMeetingRow, { request, hostId, sentAt, now }: Sought): boolean {
  const created = createdAt(row);
  return (
    row.type === SCHEDULED &&
    (row.host_id === '' || row.host_id === hostId) &&
    created >= sentAt - CLOCK_SKEW_MS &&
    created <= now + CLOCK_SKEW_MS &&
    row.duration === request.durationMinutes &&
    sameTopic(row.topic, request.topic) &&
    startsAsAsked(row, request, created)
  );
}

/** The details tell what the row does not: a passcode that was asked for must be the meeting's. */
export function detailsAgree(meeting: ZoomMeeting, request: MeetingRequest): boolean {
  const { passcode } = request.options;
  return !passcode || meeting.password === '' || meeting.password === passcode;
}

const createdAt = (row: ZoomMeetingRow): number => Date.parse(row.created_at ?? '');

function startsAsAsked(row: ZoomMeetingRow, request: MeetingRequest, created: number): boolean {
  if (row.start_time === undefined) return false;
  const start = Date.parse(row.start_time);
  const asked = instantsOf(request);
  if (asked.includes(start)) return true;
  const wasPast = asked.some((instant) => instant <= created + CLOCK_SKEW_MS);
  return wasPast && Math.abs(start - created) <= START_AT_CREATION_MS;
}

/** A wall clock is one instant, but for the hour that daylight saving skips or repeats: then either will do. */
function instantsOf({ start, timeZone }: MeetingRequest): number[] {
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
