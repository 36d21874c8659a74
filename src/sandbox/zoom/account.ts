/**
 * The sandbox's Zoom account: which settings an administrator has locked, and its meeting templates.
 *
 * A locked setting of a person holds for their meetings whatever a request asks. Names are Zoom's
 * (GET /accounts/{accountId}/lock_settings): the waiting room's lock is found there with `option=meeting_security` only.
 */
import * as z from 'zod';
import { MeetingSettings } from './meetingModel';
import { ACCOUNT_ID } from './people';

const flag = z.boolean();

/** True: locked. */
export const LockSettings = z.object({
  schedule_meeting: z.object({
    audio_type: flag,
    host_video: flag,
    join_before_host: flag,
    meeting_authentication: flag,
    participant_video: flag,
    require_password_for_scheduling_new_meetings: flag,
    use_pmi_for_scheduled_meetings: flag,
  }),
  recording: z.object({ auto_recording: flag, cloud_recording: flag, local_recording: flag }),
  meeting_security: z.object({ waiting_room: flag }),
});
export type LockSettings = z.infer<typeof LockSettings>;

/** A part of the locks; what is absent stays as it is. */
export const LockSettingsChange = z.object({
  schedule_meeting: LockSettings.shape.schedule_meeting.partial().optional(),
  recording: LockSettings.shape.recording.partial().optional(),
  meeting_security: LockSettings.shape.meeting_security.partial().optional(),
});

/** Type 1: somebody's own, which only Zoom's pages can schedule from; type 2: the account's, for the API as well. */
export const Template = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  type: z.literal([1, 2]),
  /** What a meeting made from it begins with. */
  settings: MeetingSettings,
});
export type Template = z.infer<typeof Template>;

export const Account = z.object({ id: z.string(), locks: LockSettings, templates: z.array(Template) });
export type Account = z.infer<typeof Account>;

/** The locks after a change. */
export function changedLocks(locks: LockSettings, change: z.infer<typeof LockSettingsChange>): LockSettings {
  return {
    schedule_meeting: { ...locks.schedule_meeting, ...change.schedule_meeting },
    recording: { ...locks.recording, ...change.recording },
    meeting_security: { ...locks.meeting_security, ...change.meeting_security },
  };
}

/** The account as it is after a reset: nothing is locked. */
export function initialAccount(): Account {
  return {
    id: ACCOUNT_ID,
    locks: {
      schedule_meeting: {
        audio_type: false,
        host_video: false,
        join_before_host: false,
        meeting_authentication: false,
        participant_video: false,
        require_password_for_scheduling_new_meetings: false,
        use_pmi_for_scheduled_meetings: false,
      },
      recording: { auto_recording: false, cloud_recording: false, local_recording: false },
      meeting_security: { waiting_room: false },
    },
    templates: [
      {
        id: 'sandboxTemplateWorkshop==',
        name: 'Workshop',
        type: 2,
        settings: { mute_upon_entry: true, waiting_room: true, participant_video: true },
      },
      {
        id: 'sandboxTemplateOwn==',
        name: 'My own template',
        type: 1,
        settings: { host_video: true },
      },
    ],
  };
}
