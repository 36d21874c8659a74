/**
 * How meetings look in Zoom's answers: the whole meeting and a list's row.
 *
 * Shapes: the 200 and 201 answers of /meetings/{meetingId} and /users/{userId}/meetings.
 */
import type { StoredMeeting } from './meetingModel';
import { nextOccurrence, shownOccurrences, type StoredOccurrence } from './occurrences';
import type { Person } from './people';
import { utcText } from './time';

/** A list shows this much of an agenda. */
const AGENDA_IN_LIST = 250;

/** The personal meeting id where the meeting uses it. */
const personalId = (meeting: StoredMeeting, host: Person) =>
  meeting.settings.use_pmi === true ? host.pmi : undefined;

/** The number that people join with: the personal meeting id where the meeting uses it, otherwise its own. */
export const joinNumber = (meeting: StoredMeeting, host: Person) => personalId(meeting, host) ?? meeting.id;

/** The link for everybody; the passcode travels in it, encrypted, unless the host's settings forbid it. */
export function joinUrl(meeting: StoredMeeting, host: Person, joinOrigin: string): string {
  const url = `${joinOrigin}/j/${joinNumber(meeting, host)}`;
  const embedded = meeting.encryptedPassword !== '' && host.settings.embed_password_in_join_link;
  return embedded ? `${url}?pwd=${meeting.encryptedPassword}` : url;
}

const pmiFields = (meeting: StoredMeeting, host: Person) => {
  const pmi = personalId(meeting, host);
  return pmi === undefined ? {} : { pmi: String(pmi) };
};

/** When it takes place. Of a series each occurrence says so for itself, the series as a whole does not. */
function whenFields(meeting: StoredMeeting, occurrence: StoredOccurrence | undefined) {
  if (occurrence !== undefined) {
    return { start_time: utcText(occurrence.start), duration: occurrence.duration ?? meeting.duration };
  }
  if (meeting.type === 8) return {};
  const duration = { duration: meeting.duration };
  return meeting.start === null ? duration : { start_time: utcText(meeting.start), ...duration };
}

function seriesFields(meeting: StoredMeeting, now: number, previous: boolean) {
  if (meeting.recurrence === null) return {};
  const occurrences = shownOccurrences(meeting, now, previous).map((occurrence) => ({
    occurrence_id: occurrence.id,
    start_time: utcText(occurrence.start),
    duration: occurrence.duration ?? meeting.duration,
    status: occurrence.deleted ? 'deleted' : 'available',
  }));
  return { occurrences, recurrence: meeting.recurrence };
}

/** What a look at a meeting depends on beside the meeting. */
export interface Look {
  host: Person;
  joinOrigin: string;
  /** UTC milliseconds. */
  now: number;
  /** Shows the occurrences that are over, too. */
  previous?: boolean;
  /** The one that is looked at; the whole meeting without it. */
  occurrence?: StoredOccurrence;
}

/** The whole meeting, or one occurrence of a series (GET and POST). */
export function meetingDetails(meeting: StoredMeeting, look: Look) {
  const { host, joinOrigin, now, previous = false, occurrence } = look;
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
    ...pmiFields(meeting, host),
    host_id: meeting.hostId,
    host_email: host.email,
    ...(meeting.assistantId === null ? {} : { assistant_id: meeting.assistantId }),
    topic: meeting.topic,
    type: meeting.type,
    status: 'waiting',
    ...whenFields(meeting, occurrence),
    timezone: meeting.timezone,
    agenda: occurrence?.agenda ?? meeting.agenda,
    created_at: utcText(meeting.createdAt),
    start_url: `${joinOrigin}/s/${meeting.id}`,
    join_url: joinUrl(meeting, host, joinOrigin),
    ...passcodes,
    settings: { ...meeting.settings, ...occurrence?.settings },
    ...seriesFields(meeting, now, previous),
    ...(meeting.templateId === null ? {} : { template_id: meeting.templateId }),
    pre_schedule: false,
    creation_source: 'open_api',
  };
}

/** A list's row: no settings, no passcode, no time of modification; of a series the times of its next occurrence. */
export function meetingRow(meeting: StoredMeeting, host: Person, joinOrigin: string, now: number) {
  const next = nextOccurrence(meeting, now);
  const start = next?.start ?? meeting.start;
  return {
    uuid: meeting.uuid,
    id: meeting.id,
    ...pmiFields(meeting, host),
    host_id: meeting.hostId,
    topic: meeting.topic,
    type: meeting.type,
    ...(start === null ? {} : { start_time: utcText(start) }),
    duration: next?.duration ?? meeting.duration,
    timezone: meeting.timezone,
    agenda: [...meeting.agenda].slice(0, AGENDA_IN_LIST).join(''),
    created_at: utcText(meeting.createdAt),
    join_url: joinUrl(meeting, host, joinOrigin),
  };
}

/** A meeting id in groups, as people read it: `812 3456 7890`. */
export function groupedId(id: number): string {
  return String(id).replace(/^(\d{3})(\d{3,4})(\d{4})$/, '$1 $2 $3');
}
