/**
 * A meeting as the stand-in keeps it, and the settings of a meeting that it understands.
 *
 * Names are Zoom's. Settings that are not listed here are dropped, as Zoom drops fields that it does not know.
 */
import * as z from 'zod';
import { StoredOccurrence } from './occurrences';
import { Recurrence } from './recurrence';

const flag = z.boolean();
const email = z.email();

/** The part of a meeting's `settings` that the stand-in keeps and answers again. */
export const MeetingSettings = z.object({
  allow_multiple_devices: flag.optional(),
  alternative_hosts: z.string().optional(),
  alternative_hosts_email_notification: flag.optional(),
  approval_type: z.literal([0, 1, 2]).optional(),
  audio: z.enum(['both', 'telephony', 'voip', 'thirdParty']).optional(),
  audio_conference_info: z.string().max(2048).optional(),
  auto_recording: z.enum(['local', 'cloud', 'none']).optional(),
  calendar_type: z.literal([1, 2]).optional(),
  close_registration: flag.optional(),
  contact_email: z.string().optional(),
  contact_name: z.string().optional(),
  email_notification: flag.optional(),
  encryption_type: z.enum(['enhanced_encryption', 'e2ee']).optional(),
  focus_mode: flag.optional(),
  global_dial_in_countries: z.array(z.string()).optional(),
  host_video: flag.optional(),
  internal_meeting: flag.optional(),
  jbh_time: z.literal([0, 5, 10, 15]).optional(),
  join_before_host: flag.optional(),
  meeting_authentication: flag.optional(),
  meeting_invitees: z.array(z.object({ email })).optional(),
  mute_upon_entry: flag.optional(),
  participant_video: flag.optional(),
  private_meeting: flag.optional(),
  push_change_to_calendar: flag.optional(),
  registrants_confirmation_email: flag.optional(),
  registrants_email_notification: flag.optional(),
  registration_type: z.literal([1, 2, 3]).optional(),
  show_share_button: flag.optional(),
  use_pmi: flag.optional(),
  waiting_room: flag.optional(),
  watermark: flag.optional(),
});
export type MeetingSettings = z.infer<typeof MeetingSettings>;

/** 1 instant, 2 scheduled, 3 recurring without fixed time, 8 recurring with fixed times. */
export const MeetingType = z.literal([1, 2, 3, 8]);
export type MeetingType = z.infer<typeof MeetingType>;

/**
 * One meeting, with everything that Zoom would know about it. Times are UTC milliseconds. What has a default was not
 * kept by earlier versions.
 */
export const StoredMeeting = z.object({
  id: z.int(),
  uuid: z.string(),
  hostId: z.string(),
  /** Who scheduled it for the host; null when the host did. */
  assistantId: z.string().nullable().default(null),
  type: MeetingType,
  topic: z.string(),
  agenda: z.string(),
  /** Null for an instant meeting and for one without fixed time; of a series, what its recurrence counts from. */
  start: z.int().nullable(),
  /** Minutes. */
  duration: z.int(),
  timezone: z.string(),
  /** Empty: none. */
  password: z.string(),
  /** Stands for the passcode in the join link, as Zoom's `pwd` does. */
  encryptedPassword: z.string(),
  settings: MeetingSettings,
  /** Of type 8 only. */
  recurrence: Recurrence.nullable().default(null),
  /** Of type 8 only, by their original starts. */
  occurrences: z.array(StoredOccurrence).default([]),
  /** The template that it was made from. */
  templateId: z.string().nullable().default(null),
  createdAt: z.int(),
  modifiedAt: z.int(),
  /** Null while it is not deleted. */
  deletedAt: z.int().nullable(),
  /** True after `end` ended an instant meeting. */
  ended: z.boolean(),
});
export type StoredMeeting = z.infer<typeof StoredMeeting>;
