/** Between the product's options and Zoom's words for them, in a member's settings and in the account's locks. Pure. */
import type { KnownDefaults, ZoomSide } from '../domain/meetingDefaults';
import { LockableOption, type Audio } from '../domain/meetingOptions';
import type { ZoomAudio } from './schemas';
import type {
  ZoomAuthentication,
  ZoomLockSettings,
  ZoomSecurityLocks,
  ZoomSettings,
} from './settingsSchemas';

export const toZoomAudio: Readonly<Record<Audio, ZoomAudio>> = {
  both: 'both',
  telephone: 'telephony',
  computer: 'voip',
};

/** A telephone service outside Zoom has no word of ours: such a meeting can be joined either way. */
export const fromZoomAudio: Readonly<Record<ZoomAudio, Audio>> = {
  both: 'both',
  telephony: 'telephone',
  voip: 'computer',
  thirdParty: 'both',
};

/** What Zoom's settings say about a new meeting; absent what they do not tell. */
export function toZoomDefaults(
  { schedule_meeting: schedule, in_meeting: inside, recording }: ZoomSettings,
  authentication?: ZoomAuthentication,
): KnownDefaults {
  const audio = schedule.audio_type;
  return withoutAbsent({
    personalId: schedule.use_pmi_for_scheduled_meetings,
    waitingRoom: inside.waiting_room,
    joinBeforeHost: schedule.join_before_host,
    signedInOnly: authentication?.meeting_authentication,
    hostVideo: schedule.host_video,
    participantVideo: schedule.participants_video,
    // A telephone service outside Zoom stays as it is as long as nobody chooses something else.
    audio: audio === undefined || audio === 'thirdParty' ? undefined : fromZoomAudio[audio],
    muteOnEntry: inside.mute_upon_entry,
    recording: recording.auto_recording,
    passcodeRequired: schedule.require_password_for_scheduling_new_meetings,
  });
}

/** Our options that the Zoom account has locked. */
export function toZoomLocks(
  { schedule_meeting: schedule, recording }: ZoomLockSettings,
  security?: ZoomSecurityLocks,
): ZoomSide['locked'] {
  const locked: Readonly<Partial<Record<LockableOption, boolean | undefined>>> = {
    passcode: schedule.require_password_for_scheduling_new_meetings,
    personalId: schedule.use_pmi_for_scheduled_meetings,
    waitingRoom: security?.meeting_security.waiting_room,
    joinBeforeHost: schedule.join_before_host,
    signedInOnly: schedule.meeting_authentication,
    hostVideo: schedule.host_video,
    participantVideo: schedule.participant_video,
    audio: schedule.audio_type,
    recording: recording.auto_recording,
  };
  return LockableOption.options.filter((option) => locked[option] === true);
}

/** Without the keys whose value is undefined, so that they do not count as chosen. */
export function withoutAbsent<T extends object>(value: T): Partial<T> {
  const left: Partial<T> = {};
  for (const key in value) if (value[key] !== undefined) left[key] = value[key];
  return left;
}
