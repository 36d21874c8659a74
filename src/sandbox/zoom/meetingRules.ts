/**
 * What becomes of a meeting when it is created, changed, deleted, recovered or left alone: decisions only, no I/O.
 *
 * Rules of Zoom's reference: a missing or past start of a new meeting is now; a past start in an update is ignored; a
 * waiting room turns off joining before the host; a passcode is made where the person's settings ask for one. A scheduled
 * meeting expires 30 days after its start, one without fixed time 365 days after it was made or last changed, an instant
 * one when it ended. A deleted meeting can be recovered for 7 days.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { zoomErrors } from './errors';
import type { CreateBody, UpdateBody } from './meetingBodies';
import type { MeetingSettings, MeetingType, StoredMeeting } from './meetingModel';
import { makePasscode, meetsRules } from './passcode';
import type { Person } from './people';
import { parseStart } from './time';

const DAY = 24 * 60 * 60 * 1000;
const SCHEDULED_EXPIRES_AFTER = 30 * DAY;
const UNFIXED_EXPIRES_AFTER = 365 * DAY;
const RECOVERABLE_FOR = 7 * DAY;

const wholeSeconds = (instant: number) => Math.floor(instant / 1000) * 1000;

/** Settings of a new meeting before the request has its say. */
function defaultSettings(host: Person): MeetingSettings {
  const { settings } = host;
  return {
    allow_multiple_devices: false,
    alternative_hosts: '',
    alternative_hosts_email_notification: true,
    approval_type: 2,
    audio: settings.audio_type,
    auto_recording: settings.auto_recording,
    close_registration: false,
    email_notification: true,
    encryption_type: 'enhanced_encryption',
    host_video: settings.host_video,
    jbh_time: 0,
    join_before_host: settings.join_before_host,
    meeting_authentication: false,
    mute_upon_entry: settings.mute_upon_entry,
    participant_video: settings.participants_video,
    private_meeting: false,
    push_change_to_calendar: false,
    use_pmi: false,
    waiting_room: settings.waiting_room,
    watermark: false,
  };
}

/** Settings as Zoom lets them stand: secured by at least one means, and no early joining past a waiting room. */
function settled(settings: MeetingSettings, password: string, host: Person): MeetingSettings {
  const waiting = settings.waiting_room === true || (host.settings.auto_security && password === '');
  return waiting ? { ...settings, waiting_room: true, join_before_host: false } : settings;
}

function checkPasscode(passcode: string, host: Person): void {
  if (passcode !== '' && !meetsRules(passcode, host.settings.passcode_rules)) {
    throw zoomErrors.invalidFields([
      { field: 'password', message: "The passcode does not meet the account's passcode requirements." },
    ]);
  }
}

function passcodeFor(body: CreateBody, host: Person): string {
  const given = body.password ?? '';
  checkPasscode(given, host);
  const wanted =
    host.settings.require_password_for_scheduling_new_meetings && body.default_password !== false;
  return given === '' && wanted ? makePasscode(host.settings.passcode_rules) : given;
}

function newStart(type: MeetingType, text: string | undefined, timeZone: string, now: number): number | null {
  if (type !== 2) return null;
  const start = text === undefined ? undefined : parseStart(text, timeZone);
  return start === undefined || start < now ? wholeSeconds(now) : start;
}

const secretText = () => `${randomBytes(24).toString('base64url')}.1`;

/** An eleven-digit id, as Zoom gives scheduled meetings; `taken` tells which ones exist. */
export function newMeetingId(taken: (id: number) => boolean): number {
  for (;;) {
    const id = randomInt(80_000_000_000, 89_999_999_999);
    if (!taken(id)) return id;
  }
}

/** The meeting that a create request makes for a host. Throws a ZoomError when the passcode breaks the host's rules. */
export function createdMeeting(body: CreateBody, host: Person, id: number, now: number): StoredMeeting {
  const type = body.type ?? 2;
  const timezone = body.timezone ?? host.timezone;
  const password = passcodeFor(body, host);
  return {
    id,
    uuid: randomBytes(16).toString('base64'),
    hostId: host.id,
    type,
    topic: body.topic === undefined || body.topic === '' ? 'Zoom Meeting' : body.topic,
    agenda: body.agenda ?? '',
    start: newStart(type, body.start_time, timezone, now),
    duration: body.duration ?? 60,
    timezone,
    password,
    encryptedPassword: password === '' ? '' : secretText(),
    settings: settled({ ...defaultSettings(host), ...body.settings }, password, host),
    createdAt: wholeSeconds(now),
    modifiedAt: now,
    deletedAt: null,
    ended: false,
  };
}

/** The meeting after an update request. Throws a ZoomError when the passcode breaks the host's rules. */
export function updatedMeeting(
  meeting: StoredMeeting,
  body: UpdateBody,
  host: Person,
  now: number,
): StoredMeeting {
  const type = body.type ?? meeting.type;
  const timezone = body.timezone ?? meeting.timezone;
  const asked = body.start_time === undefined ? undefined : parseStart(body.start_time, timezone);
  const start = asked === undefined || asked < now ? meeting.start : asked;
  const password = body.password ?? meeting.password;
  if (password !== meeting.password) checkPasscode(password, host);
  const encrypted = password === '' ? '' : secretText();
  return {
    ...meeting,
    type,
    timezone,
    start: type === 2 ? (start ?? wholeSeconds(now)) : null,
    topic: body.topic === undefined || body.topic === '' ? meeting.topic : body.topic,
    agenda: body.agenda ?? meeting.agenda,
    duration: body.duration ?? meeting.duration,
    password,
    encryptedPassword: password === meeting.password ? meeting.encryptedPassword : encrypted,
    settings: settled({ ...meeting.settings, ...body.settings }, password, host),
    modifiedAt: now,
  };
}

/** True once Zoom would neither list the meeting nor answer for it, though nobody deleted it. */
export function isExpired(meeting: StoredMeeting, now: number): boolean {
  if (meeting.type === 1) return meeting.ended || now > meeting.createdAt + DAY;
  if (meeting.type === 3) return now > meeting.modifiedAt + UNFIXED_EXPIRES_AFTER;
  return now > (meeting.start ?? meeting.createdAt) + SCHEDULED_EXPIRES_AFTER;
}

/** True while the meeting answers under its id. */
export function isThere(meeting: StoredMeeting, now: number): boolean {
  return meeting.deletedAt === null && !isExpired(meeting, now);
}

/** True while `recover` can bring it back. */
export function isRecoverable(meeting: StoredMeeting, now: number): boolean {
  return meeting.deletedAt !== null && now <= meeting.deletedAt + RECOVERABLE_FOR && !isExpired(meeting, now);
}
