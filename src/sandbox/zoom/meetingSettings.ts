/**
 * The settings that a meeting gets: the host's own, a template's, what was asked, and what holds all the same because
 * it is locked, because the plan does not have it or because another setting rules it out. Pure.
 */
import type { LockSettings } from './account';
import { zoomErrors } from './errors';
import type { MeetingSettings, MeetingType } from './meetingModel';
import { makePasscode, meetsRules } from './passcode';
import type { Person } from './people';

/** Settings of a new meeting before a template and the request have their say. */
export function defaultSettings(host: Person): MeetingSettings {
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
    meeting_authentication: settings.meeting_authentication,
    mute_upon_entry: settings.mute_upon_entry,
    participant_video: settings.participants_video,
    private_meeting: false,
    push_change_to_calendar: false,
    use_pmi: settings.use_pmi_for_scheduled_meetings,
    waiting_room: settings.waiting_room,
    watermark: false,
  };
}

/** The host's own values of what is locked. */
function lockedSettings({ settings }: Person, locks: LockSettings): MeetingSettings {
  const { schedule_meeting: schedule, recording, meeting_security: security } = locks;
  return {
    ...(schedule.audio_type ? { audio: settings.audio_type } : {}),
    ...(schedule.host_video ? { host_video: settings.host_video } : {}),
    ...(schedule.join_before_host ? { join_before_host: settings.join_before_host } : {}),
    ...(schedule.meeting_authentication ? { meeting_authentication: settings.meeting_authentication } : {}),
    ...(schedule.participant_video ? { participant_video: settings.participants_video } : {}),
    ...(schedule.use_pmi_for_scheduled_meetings ? { use_pmi: settings.use_pmi_for_scheduled_meetings } : {}),
    ...(recording.auto_recording ? { auto_recording: settings.auto_recording } : {}),
    ...(security.waiting_room ? { waiting_room: settings.waiting_room } : {}),
  };
}

/** What the settled settings depend on. */
export interface Surroundings {
  host: Person;
  locks: LockSettings;
  type: MeetingType;
  password: string;
}

/**
 * Settings as Zoom lets them stand: locks hold; recording only where the plan has it; the personal id for scheduled
 * meetings and those without fixed time only; secured by at least one means; no early joining past a waiting room.
 */
export function settled(
  asked: MeetingSettings,
  { host, locks, type, password }: Surroundings,
): MeetingSettings {
  const settings = { ...asked, ...lockedSettings(host, locks) };
  const { cloud_recording, local_recording, auto_security } = host.settings;
  const recordable = { cloud: cloud_recording, local: local_recording, none: true };
  if (settings.auto_recording !== undefined && !recordable[settings.auto_recording]) {
    settings.auto_recording = 'none';
  }
  if (type !== 2 && type !== 3) settings.use_pmi = false;
  if (settings.waiting_room === true || (auto_security && password === '')) {
    settings.waiting_room = true;
    settings.join_before_host = false;
  }
  return settings;
}

/** Throws 300 for a passcode that breaks the host's rules. */
function checkPasscode(passcode: string, host: Person): void {
  if (passcode !== '' && !meetsRules(passcode, host.settings.passcode_rules)) {
    throw zoomErrors.invalidFields([
      { field: 'password', message: "The passcode does not meet the account's passcode requirements." },
    ]);
  }
}

/** True when the account insists on a passcode for the host's meetings. */
function passcodeLocked(host: Person, locks: LockSettings): boolean {
  const name = 'require_password_for_scheduling_new_meetings';
  return locks.schedule_meeting[name] && host.settings[name];
}

/** The passcode of a new meeting; `automatic` is the request's `default_password`. */
export function newPasscode(given: string, automatic: boolean, host: Person, locks: LockSettings): string {
  checkPasscode(given, host);
  if (given !== '') return given;
  const wanted = host.settings.require_password_for_scheduling_new_meetings && automatic;
  return wanted || passcodeLocked(host, locks) ? makePasscode(host.settings.passcode_rules) : '';
}

/** The passcode after a change; where the account insists on one, an empty one leaves it as it is. */
export function changedPasscode(
  before: string,
  asked: string | undefined,
  host: Person,
  locks: LockSettings,
): string {
  if (asked === undefined || asked === before) return before;
  checkPasscode(asked, host);
  if (asked !== '' || !passcodeLocked(host, locks)) return asked;
  return before === '' ? makePasscode(host.settings.passcode_rules) : before;
}
