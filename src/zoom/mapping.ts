/**
 * Between the product's shapes and Zoom's. Pure.
 *
 * Times go out as wall clock with their IANA zone, so that Zoom keeps what the person meant, or as the instant in UTC
 * where no wall clock names it, and come back as instants. Only what was chosen is sent: what is left out follows the member's defaults and the account's
 * locks.
 */
import { ProductError } from '../domain/errors';
import type {
  Meeting,
  MeetingChange,
  MeetingOptions,
  MeetingRequest,
  OccurrenceRequest,
} from '../domain/meeting';
import { toInstant } from '../domain/wallClock';
import type { ZoomCreateBody, ZoomMeetingSettings, ZoomOccurrenceBody, ZoomUpdateBody } from './bodies';
import { fromZoomOptions, toZoomOptions } from './options';
import {
  fromZoomRecurrence,
  toZoomRecurrence,
  ZOOM_TYPE,
  type ZoomRepeats,
  type ZoomType,
} from './recurrence';
import type { ZoomMeeting, ZoomMeetingRow, ZoomUser } from './schemas';

/** The body that creates a meeting. Zoom moves a start in the past to the present. */
export function createBody(request: MeetingRequest): ZoomCreateBody {
  const { passcode, scheduleFor, template } = request.options;
  const times = timesBody(request);
  return {
    topic: request.topic,
    ...times,
    // "No passcode" is said by declining the automatic one; an empty one is not accepted on create.
    ...(passcode === '' ? { default_password: false } : {}),
    ...(passcode ? { password: passcode } : {}),
    ...(scheduleFor === undefined ? {} : { schedule_for: scheduleFor }),
    ...(template === undefined ? {} : { template_id: template }),
    settings: { calendar_type: 1, ...settingsOf(request.options, times.type) },
  };
}

/**
 * The body that changes a meeting to what is asked. Zoom ignores a start in the past, and refuses a recurrence that
 * is not whole: type and recurrence always go together, or neither goes. Whose meeting it is, and its template, stay.
 */
export function updateBody(change: MeetingChange): ZoomUpdateBody {
  const times = 'start' in change ? timesBody(change) : undefined;
  const settings = settingsOf(change.options, times?.type);
  const { passcode } = change.options;
  return {
    topic: change.topic,
    ...times,
    ...(passcode === undefined ? {} : { password: passcode }),
    // Not `calendar_type`: a meeting that came from elsewhere keeps its origin.
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
  };
}

/** The times of what is asked; a change without them leaves Zoom its own, and what differs in single occurrences. */
const timesBody = (request: MeetingRequest) => ({
  ...repetitionOf(request),
  start_time: request.start,
  timezone: request.timeZone,
  duration: request.durationMinutes,
});

/** The body that changes one occurrence. Zoom takes no zone here. */
export const occurrenceBody = ({ start, durationMinutes }: OccurrenceRequest): ZoomOccurrenceBody => ({
  start_time: sayable(() => toInstant(Date.parse(start))),
  duration: durationMinutes,
});

/** Type and recurrence of what is asked for. */
export const repetitionOf = ({ repeats, timeZone }: MeetingRequest): ZoomRepeats =>
  sayable(() => toZoomRecurrence(repeats, timeZone));

/** A pattern or a zone that Zoom has no word for is the caller's mistake. */
function sayable<T>(make: () => T): T {
  try {
    return make();
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    throw new ProductError('invalid-request', { reason: thrown.message }, { cause: thrown });
  }
}

/** `type` is undefined where it stays what it is. */
function settingsOf(options: MeetingOptions, type: ZoomType | undefined): ZoomMeetingSettings {
  const { use_pmi, ...all } = toZoomOptions(options);
  return {
    ...all,
    // Zoom knows no series with fixed times on the personal id.
    ...(use_pmi === undefined || type === ZOOM_TYPE.series ? {} : { use_pmi }),
    ...(options.alternativeHosts ? { alternative_hosts: options.alternativeHosts.join(';') } : {}),
  };
}

/** The member who looks at a meeting. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
}

/** Of another host Zoom tells the address only, so that is the name then. */
export function toMeeting(meeting: ZoomMeeting, viewer: Viewer): Meeting {
  const hostedByMe = meeting.host_id === viewer.id;
  const { settings } = meeting;
  return {
    ...toRow(meeting),
    ...timesOf(meeting),
    passcode: meeting.password,
    joinNumber: (settings.use_pmi ? meeting.pmi : undefined) ?? meeting.id,
    options: {
      ...fromZoomOptions(settings),
      alternativeHosts: settings.alternative_hosts.split(/[;,\s]+/).filter((address) => address !== ''),
    },
    hostedByMe,
    hostName: hostedByMe ? viewer.name : meeting.host_email,
  };
}

/**
 * Of a series the start is that of the pattern's first occurrence, which its id tells: a first occurrence that was
 * moved or cancelled does not move the series.
 */
function timesOf(
  meeting: ZoomMeeting,
): Pick<Meeting, 'start' | 'durationMinutes' | 'repeats' | 'occurrences'> {
  const repeats = fromZoomRecurrence(meeting.type, meeting.recurrence, meeting.timezone);
  const occurrences = meeting.occurrences
    .map(({ occurrence_id: id, start_time: start, duration, status }) => ({
      id,
      start,
      durationMinutes: duration,
      cancelled: status === 'deleted',
    }))
    .sort((a, b) => Number(a.id) - Number(b.id));
  if (repeats?.kind !== 'series') {
    return {
      start: repeats === null ? (meeting.start_time ?? null) : null,
      durationMinutes: meeting.duration,
      repeats,
      occurrences: [],
    };
  }
  const [first] = occurrences;
  return {
    start: (first && (originalStart(first.id) ?? first.start)) ?? meeting.start_time ?? null,
    durationMinutes: usualDuration(occurrences) ?? meeting.duration,
    repeats,
    occurrences,
  };
}

/**
 * How long the pattern's occurrences are, told by those that stand where the pattern put them: what Zoom says of the
 * whole series may be the length of one that was changed.
 */
function usualDuration(occurrences: Meeting['occurrences']): number | undefined {
  const counts = new Map<number, number>();
  for (const { id, start, durationMinutes: minutes } of occurrences)
    if (originalStart(id) === start) counts.set(minutes, (counts.get(minutes) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0];
}

/** The instant that an occurrence id names; undefined for an id that is no time of ours. */
function originalStart(id: string): string | undefined {
  const at = Number(id);
  const plausible = at > Date.UTC(2000, 0) && at < Date.UTC(2200, 0);
  return plausible ? toInstant(at) : undefined;
}

/** What the list tells of a meeting. */
export type MeetingSummary = Pick<
  Meeting,
  'id' | 'topic' | 'start' | 'durationMinutes' | 'timeZone' | 'joinUrl'
>;

export function toRow(row: ZoomMeetingRow | ZoomMeeting): MeetingSummary {
  return {
    id: row.id,
    topic: row.topic,
    start: row.start_time ?? null,
    durationMinutes: row.duration,
    timeZone: row.timezone,
    joinUrl: row.join_url,
  };
}

/** The signed-in person; the name falls back to first and last name, then to the address. */
export function toMember(user: ZoomUser): {
  id: string;
  accountId: string;
  name: string;
  email: string;
  timeZone: string;
} {
  const name = user.display_name || `${user.first_name} ${user.last_name}`.trim() || user.email;
  return {
    id: user.id,
    accountId: user.account_id,
    name,
    email: user.email,
    timeZone: user.timezone || 'UTC',
  };
}
