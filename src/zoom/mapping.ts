/**
 * Between the product's shapes and Zoom's. Pure.
 *
 * Times go out as wall clock with their IANA zone, so that Zoom keeps what the person meant, and come back as
 * instants in UTC. Only what was chosen is sent: what is left out follows the member's defaults and the account's
 * locks.
 */
import type { Meeting, MeetingDefaults, MeetingOptions, MeetingRequest } from '../domain/meeting';
import {
  SCHEDULED,
  type ZoomCreateBody,
  type ZoomMeeting,
  type ZoomMeetingRow,
  type ZoomMeetingSettings,
  type ZoomSettings,
  type ZoomUpdateBody,
  type ZoomUser,
} from './schemas';

/** The body that creates a meeting. Zoom moves a start in the past to the present. */
export function createBody(request: MeetingRequest): ZoomCreateBody {
  const { passcode } = request.options;
  return {
    topic: request.topic,
    type: SCHEDULED,
    start_time: request.start,
    timezone: request.timeZone,
    duration: request.durationMinutes,
    // "No passcode" is said by declining the automatic one; an empty one is not accepted on create.
    ...(passcode === '' ? { default_password: false } : {}),
    ...(passcode ? { password: passcode } : {}),
    settings: { calendar_type: 1, ...settingsOf(request.options) },
  };
}

/** The body that changes a meeting to what is asked. Zoom ignores a start in the past. */
export function updateBody(request: MeetingRequest): ZoomUpdateBody {
  const settings = settingsOf(request.options);
  const { passcode } = request.options;
  return {
    topic: request.topic,
    start_time: request.start,
    timezone: request.timeZone,
    duration: request.durationMinutes,
    ...(passcode === undefined ? {} : { password: passcode }),
    // Not `calendar_type`: a meeting that came from elsewhere keeps its origin.
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
  };
}

function settingsOf({ waitingRoom, hostVideo, participantVideo }: MeetingOptions): ZoomMeetingSettings {
  return {
    ...(waitingRoom === undefined ? {} : { waiting_room: waitingRoom }),
    ...(hostVideo === undefined ? {} : { host_video: hostVideo }),
    ...(participantVideo === undefined ? {} : { participant_video: participantVideo }),
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
  return {
    ...toRow(meeting),
    passcode: meeting.password,
    options: {
      waitingRoom: meeting.settings.waiting_room,
      hostVideo: meeting.settings.host_video,
      participantVideo: meeting.settings.participant_video,
    },
    hostedByMe,
    hostName: hostedByMe ? viewer.name : meeting.host_email,
  };
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

export function toDefaults(settings: ZoomSettings): MeetingDefaults {
  return {
    passcodeRequired: settings.schedule_meeting.require_password_for_scheduling_new_meetings,
    waitingRoom: settings.in_meeting.waiting_room,
    hostVideo: settings.schedule_meeting.host_video,
    participantVideo: settings.schedule_meeting.participants_video,
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
