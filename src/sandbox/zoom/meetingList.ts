/**
 * Which meetings a list shows, in which order, and the pages it is cut into (GET /users/{userId}/meetings).
 *
 * A page token is the offset and the time it was given, signed together with the question that it belongs to; it is good
 * for 15 minutes and for no other question.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { zoomErrors } from './errors';
import type { ListQuery } from './meetingBodies';
import type { StoredMeeting } from './meetingModel';
import { isThere } from './meetingRules';
import { dayStart } from './time';

const TOKEN_LIFE = 15 * 60 * 1000;
const SIX_MONTHS = 183 * 24 * 60 * 60 * 1000;

const endOf = (meeting: StoredMeeting) =>
  meeting.start === null ? Infinity : meeting.start + meeting.duration * 60_000;

/** True when a meeting of type 2 or 3 belongs to the list that `type` names. Nothing is ever live here. */
function belongs(meeting: StoredMeeting, type: ListQuery['type'], now: number): boolean {
  const start = meeting.start ?? now;
  switch (type) {
    case 'scheduled':
      return true;
    case 'live':
      return false;
    case 'upcoming':
    case 'upcoming_meetings':
      return endOf(meeting) > now && start <= now + SIX_MONTHS;
    case 'previous_meetings':
      return endOf(meeting) <= now && start >= now - SIX_MONTHS;
  }
}

/** Whether it starts within the days asked for, which are days of `timezone`. No fixed time: always. */
function withinDays(meeting: StoredMeeting, query: ListQuery, timeZone: string): boolean {
  if (meeting.start === null) return true;
  const from = query.from === undefined ? undefined : dayStart(query.from, timeZone);
  const to = query.to === undefined ? undefined : dayStart(query.to, timeZone, 1);
  return (from === undefined || meeting.start >= from) && (to === undefined || meeting.start < to);
}

/** The host's meetings that a list shows: unexpired, not instant, by start (those without one last), then by id. */
export function listed(
  meetings: readonly StoredMeeting[],
  hostId: string,
  query: ListQuery,
  timeZone: string,
  now: number,
): StoredMeeting[] {
  return meetings
    .filter((meeting) => meeting.hostId === hostId && meeting.type !== 1 && isThere(meeting, now))
    .filter(
      (meeting) =>
        belongs(meeting, query.type, now) && withinDays(meeting, query, query.timezone ?? timeZone),
    )
    .sort((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || a.id - b.id);
}

/** One page of a list, with what Zoom says about paging. */
export interface Page {
  rows: StoredMeeting[];
  page_number: number;
  page_size: number;
  page_count: number;
  total_records: number;
  /** Empty on the last page. */
  next_page_token: string;
}

/** Makes and reads page tokens, and cuts lists into pages with them. */
export class Pager {
  constructor(private readonly secret: string) {}

  /** The page that the query asks for. Throws ZoomError 300 for a token that is expired, foreign or made up. */
  page(all: readonly StoredMeeting[], hostId: string, query: ListQuery, now: number): Page {
    const question = JSON.stringify([
      hostId,
      query.type,
      query.page_size,
      query.from,
      query.to,
      query.timezone,
    ]);
    const size = query.page_size;
    const offset = query.next_page_token
      ? this.offsetOf(query.next_page_token, question, now)
      : ((query.page_number ?? 1) - 1) * size;
    const next = offset + size;
    return {
      rows: all.slice(offset, next),
      page_number: Math.floor(offset / size) + 1,
      page_size: size,
      page_count: Math.ceil(all.length / size),
      total_records: all.length,
      next_page_token: next < all.length ? this.token(next, question, now) : '',
    };
  }

  private sign(text: string, question: string): string {
    return createHmac('sha256', this.secret).update(`${text} ${question}`).digest('base64url');
  }

  private token(offset: number, question: string, now: number): string {
    const text = `${offset}.${now + TOKEN_LIFE}`;
    return `${text}.${this.sign(text, question)}`;
  }

  private offsetOf(token: string, question: string, now: number): number {
    const [offset = '', until = '', signature = ''] = token.split('.');
    const right = Buffer.from(this.sign(`${offset}.${until}`, question));
    const given = Buffer.from(signature);
    if (given.length !== right.length || !timingSafeEqual(given, right) || now > Number(until)) {
      throw zoomErrors.invalidPageToken();
    }
    return Number(offset);
  }
}
