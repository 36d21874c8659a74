/**
 * What becomes of a meeting when it is created or changed: decisions only, no I/O.
 *
 * Rules of Zoom's reference: a missing or past start of a new meeting is now; a past start in an update is ignored; a
 * change to a series' start needs the whole `recurrence`. New start, recurrence or zone of a series makes its
 * occurrences anew, so that what was changed in single ones is lost; the same ones again change nothing.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Account, Template } from './account';
import { zoomErrors } from './errors';
import type { CreateBody, UpdateBody } from './meetingBodies';
import type { MeetingType, StoredMeeting } from './meetingModel';
import { changedPasscode, defaultSettings, newPasscode, settled } from './meetingSettings';
import { newOccurrences, nextOccurrence } from './occurrences';
import type { Person } from './people';
import { alternativeHosts, type FindPerson } from './privileges';
import type { Recurrence } from './recurrence';
import { parseStart } from './time';

const wholeSeconds = (instant: number) => Math.floor(instant / 1000) * 1000;
const secretText = () => `${randomBytes(24).toString('base64url')}.1`;
const invalid = (field: string) => zoomErrors.invalidFields([{ field, message: 'Invalid field.' }]);

/** What decisions about a meeting look at beside the request. */
export interface Circumstances {
  host: Person;
  account: Account;
  find: FindPerson;
  /** UTC milliseconds. */
  now: number;
}

/** An eleven-digit id, as Zoom gives scheduled meetings; `taken` tells which ones exist. */
export function newMeetingId(taken: (id: number) => boolean): number {
  for (;;) {
    const id = randomInt(80_000_000_000, 89_999_999_999);
    if (!taken(id)) return id;
  }
}

/** The template of a request; the API takes the account's own only (type 2). */
function templateOf(id: string | undefined, account: Account): Template | undefined {
  if (id === undefined || id === '') return undefined;
  const template = account.templates.find((candidate) => candidate.id === id && candidate.type === 2);
  if (template === undefined) throw invalid('template_id');
  return template;
}

/** The times of a meeting, as far as its type has any. */
type Times = Pick<StoredMeeting, 'type' | 'timezone' | 'start' | 'recurrence' | 'occurrences'>;

function timesOf(
  type: MeetingType,
  timezone: string,
  start: number,
  recurrence: Recurrence | undefined,
): Times {
  if (type !== 8) {
    return { type, timezone, start: type === 2 ? start : null, recurrence: null, occurrences: [] };
  }
  if (recurrence === undefined) throw invalid('recurrence');
  return { type, timezone, start, recurrence, occurrences: newOccurrences(recurrence, start, timezone) };
}

/** The times after an update. */
function updatedTimes(meeting: StoredMeeting, body: UpdateBody, now: number): Times {
  const type = body.type ?? meeting.type;
  const timezone = body.timezone ?? meeting.timezone;
  const parsed = body.start_time === undefined ? undefined : parseStart(body.start_time, timezone);
  const asked = parsed === undefined || parsed < now ? undefined : parsed;
  if (type === 8 && meeting.type === 8) {
    const recurrence = body.recurrence ?? meeting.recurrence ?? undefined;
    const start = asked ?? meeting.start ?? wholeSeconds(now);
    const same =
      start === meeting.start &&
      timezone === meeting.timezone &&
      isDeepStrictEqual(recurrence, meeting.recurrence);
    if (same) return meeting;
    if (body.recurrence === undefined) throw invalid('recurrence');
    return timesOf(type, timezone, start, recurrence);
  }
  // A series that becomes a single meeting takes place when its next occurrence would have.
  const before = meeting.type === 8 ? nextOccurrence(meeting, now)?.start : meeting.start;
  return timesOf(type, timezone, asked ?? before ?? wholeSeconds(now), body.recurrence);
}

/** The meeting that a create request makes. `scheduler` is who asks. Throws a ZoomError for what cannot be. */
export function createdMeeting(
  body: CreateBody,
  id: number,
  scheduler: Person,
  { host, account, find, now }: Circumstances,
): StoredMeeting {
  const type = body.type ?? 2;
  const timezone = body.timezone ?? host.timezone;
  const template = templateOf(body.template_id, account);
  const asked = body.start_time === undefined ? undefined : parseStart(body.start_time, timezone);
  const start = asked === undefined || asked < now ? wholeSeconds(now) : asked;
  const password = newPasscode(body.password ?? '', body.default_password !== false, host, account.locks);
  const settings = { ...defaultSettings(host), ...template?.settings, ...body.settings };
  settings.alternative_hosts = alternativeHosts(settings.alternative_hosts ?? '', host, find);
  return {
    ...timesOf(type, timezone, start, body.recurrence),
    id,
    uuid: randomBytes(16).toString('base64'),
    hostId: host.id,
    assistantId: scheduler.id === host.id ? null : scheduler.id,
    topic: body.topic === undefined || body.topic === '' ? 'Zoom Meeting' : body.topic,
    agenda: body.agenda ?? '',
    duration: body.duration ?? 60,
    password,
    encryptedPassword: password === '' ? '' : secretText(),
    settings: settled(settings, { host, locks: account.locks, type, password }),
    templateId: template?.id ?? null,
    createdAt: wholeSeconds(now),
    modifiedAt: now,
    deletedAt: null,
    ended: false,
  };
}

/** The meeting after an update request. `host` is its host from then on. Throws a ZoomError for what cannot be. */
export function updatedMeeting(
  meeting: StoredMeeting,
  body: UpdateBody,
  { host, account, find, now }: Circumstances,
): StoredMeeting {
  const times = updatedTimes(meeting, body, now);
  const password = changedPasscode(meeting.password, body.password, host, account.locks);
  const encrypted = password === '' ? '' : secretText();
  const settings = { ...meeting.settings, ...body.settings };
  if (body.settings?.alternative_hosts !== undefined) {
    settings.alternative_hosts = alternativeHosts(body.settings.alternative_hosts, host, find);
  }
  return {
    ...meeting,
    type: times.type,
    timezone: times.timezone,
    start: times.start,
    recurrence: times.recurrence,
    occurrences: times.occurrences,
    hostId: host.id,
    topic: body.topic === undefined || body.topic === '' ? meeting.topic : body.topic,
    agenda: body.agenda ?? meeting.agenda,
    duration: body.duration ?? meeting.duration,
    password,
    encryptedPassword: password === meeting.password ? meeting.encryptedPassword : encrypted,
    settings: settled(settings, { host, locks: account.locks, type: times.type, password }),
    modifiedAt: now,
  };
}
