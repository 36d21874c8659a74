/**
 * How meetings look in Zoom's answers: the whole meeting, a list's row, the invitation.
 *
 * Shapes: the 200 and 201 answers of /meetings/{meetingId}, /users/{userId}/meetings and
 * /meetings/{meetingId}/invitation.
 */
import type { StoredMeeting } from './meetingModel';
import { displayName, type Person } from './people';
import { invitationTime, utcText } from './time';

/** A list shows this much of an agenda. */
const AGENDA_IN_LIST = 250;

/** The link for everybody; the passcode travels in it, encrypted, unless the host's settings forbid it. */
export function joinUrl(meeting: StoredMeeting, host: Person, joinOrigin: string): string {
  const url = `${joinOrigin}/j/${meeting.id}`;
  const embedded = meeting.encryptedPassword !== '' && host.settings.embed_password_in_join_link;
  return embedded ? `${url}?pwd=${meeting.encryptedPassword}` : url;
}

const startFields = (meeting: StoredMeeting) =>
  meeting.start === null ? {} : { start_time: utcText(meeting.start) };

/** The whole meeting (GET and POST). */
export function meetingDetails(meeting: StoredMeeting, host: Person, joinOrigin: string) {
  const passcodes =
    meeting.password === ''
      ? {}
      : {
          password: meeting.password,
          h323_password: meeting.password,
          pstn_password: meeting.password,
          encrypted_password: meeting.encryptedPassword,
        };
  return {
    uuid: meeting.uuid,
    id: meeting.id,
    host_id: meeting.hostId,
    host_email: host.email,
    topic: meeting.topic,
    type: meeting.type,
    status: 'waiting',
    ...startFields(meeting),
    duration: meeting.duration,
    timezone: meeting.timezone,
    agenda: meeting.agenda,
    created_at: utcText(meeting.createdAt),
    start_url: `${joinOrigin}/s/${meeting.id}`,
    join_url: joinUrl(meeting, host, joinOrigin),
    ...passcodes,
    settings: meeting.settings,
    pre_schedule: false,
    creation_source: 'open_api',
  };
}

/** A list's row: no settings, no passcode, no time of modification. */
export function meetingRow(meeting: StoredMeeting, host: Person, joinOrigin: string) {
  return {
    uuid: meeting.uuid,
    id: meeting.id,
    host_id: meeting.hostId,
    topic: meeting.topic,
    type: meeting.type,
    ...startFields(meeting),
    duration: meeting.duration,
    timezone: meeting.timezone,
    agenda: [...meeting.agenda].slice(0, AGENDA_IN_LIST).join(''),
    created_at: utcText(meeting.createdAt),
    join_url: joinUrl(meeting, host, joinOrigin),
  };
}

/** A meeting id in groups, as people read it: `812 3456 7890`. */
export function groupedId(id: number): string {
  return String(id).replace(/^(\d{3})(\d{4})(\d+)$/, '$1 $2 $3');
}

/** The invitation as plain text with CRLF line ends. */
export function invitationText(meeting: StoredMeeting, host: Person, joinOrigin: string): string {
  const time =
    meeting.start === null
      ? []
      : [`Time: ${invitationTime(meeting.start, meeting.timezone)} ${meeting.timezone}`];
  const passcode = meeting.password === '' ? [] : [`Passcode: ${meeting.password}`];
  return [
    `${displayName(host)} is inviting you to a scheduled Zoom meeting.`,
    '',
    `Topic: ${meeting.topic}`,
    ...time,
    '',
    'Join Zoom Meeting',
    joinUrl(meeting, host, joinOrigin),
    '',
    `Meeting ID: ${groupedId(meeting.id)}`,
    ...passcode,
    '',
  ].join('\r\n');
}
