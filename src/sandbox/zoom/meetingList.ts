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
import { isThere } from './meetingLife';
import { available, nextOccurrence, occurrenceEnd } from './occurrences';
import { dayStart } from './time';

const TOKEN_LIFE = 15 * 60 * 1000;
const SIX_MONTHS = 183 * 24 * 60 * 60 * 1000;

/** What the lists look at: one meeting, or one occurrence of a series. */
interface Taking {
  start: number;
  end: number;
}

/** When a meeting takes place: once, at each occurrence, or at any time. */
function takings(meeting: StoredMeeting): Taking[] | 'any time' {
  if (meeting.type === 8) {
    return available(meeting).map((occurrence) => ({
      start: occurrence.start,
      end: occurrenceEnd(meeting, occurrence),
    }));
  }
  const { start } = meeting;
  return start === null ? 'any time' : [{ start, end: start + meeting.duration * 60_000 }];
}

/** True when a time of a meeting belongs to the list that `type` names. Nothing is ever live here. */
function belongs({ start, end }: Taking, type: ListQuery['type'], now: number): boolean {
  switch (type) {
    case 'scheduled':
      return true;
    case 'live':
      return false;
    case 'upcoming':
    case 'upcoming_meetings':
      return end > now && start <= now + SIX_MONTHS;
    case 'previous_meetings':
      return end <= now && start >= now - SIX_MONTHS;
  }
}

/** Whether a list shows a meeting. One at any time is scheduled and upcoming, on whatever days are asked for. */
function shows(meeting: StoredMeeting, query: ListQuery, timeZone: string, now: number): boolean {
  const times = takings(meeting);
  if (times === 'any time') return query.type !== 'live' && query.type !== 'previous_meetings';
  // Days are those of the zone asked for.
  const from = query.from === undefined ? undefined : dayStart(query.from, timeZone);
  const to = query.to === undefined ? undefined : dayStart(query.to, timeZone, 1);
  return times.some(
    (time) =>
      belongs(time, query.type, now) &&
      (from === undefined || time.start >= from) &&
      (to === undefined || time.start < to),
  );
}

/** Where a meeting stands in a list; a series by its next occurrence. */
const orderOf = (meeting: StoredMeeting, now: number) =>
  nextOccurrence(meeting, now)?.start ?? meeting.start ?? Infinity;

/**
 * The meetings that a person's list shows, those that the person hosts or scheduled for somebody else: unexpired, not
 * instant, by start (those without one last), then by id. A series is one of them.
 */
export function listed(
  meetings: readonly StoredMeeting[],
  personId: string,
  query: ListQuery,
  timeZone: string,
  now: number,
): StoredMeeting[] {
  return meetings
    .filter(({ hostId, assistantId }) => hostId === personId || assistantId === personId)
    .filter((meeting) => meeting.type !== 1 && isThere(meeting, now))
    .filter((meeting) => shows(meeting, query, query.timezone ?? timeZone, now))
    .sort((a, b) => orderOf(a, now) - orderOf(b, now) || a.id - b.id);
}

/** One page of a list, with what Zoom says about paging. */
export interface Page<Row> {
  rows: Row[];
  page_number: number;
  page_size: number;
  page_count: number;
  total_records: number;
  /** Empty on the last page. */
  next_page_token: string;
}

/** Which page of a list is asked for. */
export interface PageQuery {
  page_size: number;
  page_number?: number | undefined;
  next_page_token?: string | undefined;
}

/** Makes and reads page tokens, and cuts lists into pages with them. */
export class Pager {
  constructor(private readonly secret: string) {}

  /** The page that the query asks for. Throws ZoomError 300 for a token that is expired, foreign or made up. */
  page(all: readonly StoredMeeting[], hostId: string, query: ListQuery, now: number): Page<StoredMeeting> {
    const question = JSON.stringify([
      hostId,
      query.type,
      query.page_size,
      query.from,
      query.to,
      query.timezone,
    ]);
    return this.cut(all, question, query, now);
  }

  /** The same of any list; `question` tells lists apart, so that no token is good for another. */
  cut<Row>(all: readonly Row[], question: string, query: PageQuery, now: number): Page<Row> {
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
