/**
 * What Zoom's REST API answers and takes, in Zoom's own field names, as far as this product uses it.
 *
 * Source: Zoom's OpenAPI of the operations used (users/me, settings, meetings). Unknown keys are dropped, and
 * what Zoom's schema leaves optional is optional or has a default here. Ids are int64 numbers there and decimal
 * text here. Instants become `YYYY-MM-DDTHH:mm:ssZ` in UTC, whatever offset they came with.
 */
import * as z from 'zod';
import { MeetingId } from '../domain/meeting';

/** An int64 id: a number that JSON could carry exactly, or its digits (see `json.ts`). */
export const ZoomId = z.union([z.int().nonnegative(), z.string()]).transform(String).pipe(MeetingId);

/** An id that may be missing; whatever else stands there is none (a vanity name, for instance). */
const OptionalId = ZoomId.optional().catch(undefined);

/** An instant as Zoom writes it; without offset it is GMT. */
const ZoomInstant = z.string().transform((text, context) => {
  const milliseconds = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  if (!Number.isNaN(milliseconds)) return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
  context.addIssue({ code: 'custom', message: 'not an instant' });
  return z.NEVER;
});

/** As `ZoomInstant`; Zoom leaves it out, empty or null where a meeting has none. */
const OptionalInstant = z
  .union([z.literal('').transform(() => undefined), z.null().transform(() => undefined), ZoomInstant])
  .optional();

/** Text and switches that Zoom may leave out or answer as null. */
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
const minutes = z
  .int()
  .nullish()
  .transform((value) => value ?? 0);
const zone = text.transform((value) => value || 'UTC');

/** GET /users/me. */
export const ZoomUser = z.object({
  id: z.string().min(1),
  account_id: text,
  display_name: text,
  first_name: text,
  last_name: text,
  email: text,
  /** IANA name, or empty when the person never chose one. */
  timezone: text,
  /** The personal meeting id. */
  pmi: OptionalId,
});
export type ZoomUser = z.infer<typeof ZoomUser>;

/** A switch of settings: what Zoom does not tell stays unknown. */
const knownFlag = z.boolean().optional().catch(undefined);

/** How people can hear; `thirdParty` is a telephone service outside Zoom. */
export const ZoomAudio = z.enum(['both', 'telephony', 'voip', 'thirdParty']);
export type ZoomAudio = z.infer<typeof ZoomAudio>;

export const ZoomRecording = z.enum(['local', 'cloud', 'none']);

/** GET /users/me/settings: only what decides the defaults of a new meeting. */
export const ZoomSettings = z.object({
  schedule_meeting: z
    .object({
      host_video: knownFlag,
      participants_video: knownFlag,
      join_before_host: knownFlag,
      audio_type: ZoomAudio.optional().catch(undefined),
      use_pmi_for_scheduled_meetings: knownFlag,
      require_password_for_scheduling_new_meetings: knownFlag,
    })
    .prefault({}),
  in_meeting: z.object({ waiting_room: knownFlag, mute_upon_entry: knownFlag }).prefault({}),
  recording: z.object({ auto_recording: ZoomRecording.optional().catch(undefined) }).prefault({}),
});
export type ZoomSettings = z.infer<typeof ZoomSettings>;

/** GET /users/me/settings?option=meeting_authentication: told nowhere else. */
export const ZoomAuthenticationSettings = z.object({ meeting_authentication: knownFlag });
export type ZoomAuthenticationSettings = z.infer<typeof ZoomAuthenticationSettings>;

/** GET /accounts/me/lock_settings: which settings the account has locked; true is locked. */
export const ZoomLockSettings = z.object({
  schedule_meeting: z
    .object({
      host_video: flag,
      participant_video: flag,
      join_before_host: flag,
      meeting_authentication: flag,
      audio_type: flag,
      use_pmi_for_scheduled_meetings: flag,
      require_password_for_scheduling_new_meetings: flag,
    })
    .prefault({}),
  recording: z.object({ auto_recording: flag }).prefault({}),
});
export type ZoomLockSettings = z.infer<typeof ZoomLockSettings>;

/** GET /accounts/me/lock_settings?option=meeting_security: the waiting room is told nowhere else. */
export const ZoomSecurityLocks = z.object({
  meeting_security: z.object({ waiting_room: flag }).prefault({}),
});
export type ZoomSecurityLocks = z.infer<typeof ZoomSecurityLocks>;

/** GET /users/me/schedulers: the people whom this member may schedule for (their assistant is this member). */
export const ZoomSchedulers = z.object({
  schedulers: z.array(z.object({ id: text, email: text })).prefault([]),
});
export type ZoomSchedulers = z.infer<typeof ZoomSchedulers>;

/** GET /users/me/meeting_templates. */
export const ZoomTemplates = z.object({
  templates: z.array(z.object({ id: text, name: text })).prefault([]),
});
export type ZoomTemplates = z.infer<typeof ZoomTemplates>;

/** Types of meeting: 1 instant, 2 scheduled, 3 recurring without fixed time, 4 personal room, 8 recurring, 10 screen share. */
export const SCHEDULED = 2;
export const NO_FIXED_TIME = 3;
export const SERIES = 8;

/** How a meeting of type 8 repeats, see `recurrence.ts`. */
export const ZoomRecurrence = z.object({
  /** 1 daily, 2 weekly, 3 monthly. */
  type: z.int(),
  repeat_interval: z.int().optional(),
  /** `1,3`: Sunday and Tuesday. */
  weekly_days: z.string().optional(),
  monthly_day: z.int().optional(),
  /** -1 is the last. */
  monthly_week: z.int().optional(),
  /** 1 is Sunday. */
  monthly_week_day: z.int().optional(),
  end_times: z.int().optional(),
  end_date_time: z.string().optional(),
});
export type ZoomRecurrence = z.infer<typeof ZoomRecurrence>;

/** One occurrence of a meeting of type 8. */
export const ZoomOccurrence = z.object({
  /** Its original start in UTC milliseconds. */
  occurrence_id: z
    .union([z.int().nonnegative(), z.string()])
    .transform(String)
    .pipe(z.string().regex(/^\d{1,20}$/)),
  start_time: ZoomInstant,
  duration: minutes,
  /** `available` or `deleted`. */
  status: text,
});
export type ZoomOccurrence = z.infer<typeof ZoomOccurrence>;

/** GET /meetings/{id} and the answer of POST /users/me/meetings. */
export const ZoomMeeting = z.object({
  id: ZoomId,
  host_id: text,
  host_email: text,
  topic: text,
  type: z.int(),
  /** Absent for meetings without fixed time. */
  start_time: OptionalInstant,
  /** Minutes. */
  duration: minutes,
  timezone: zone,
  created_at: OptionalInstant,
  join_url: z.url(),
  password: text,
  /** The host's personal meeting id, where the meeting uses it. */
  pmi: OptionalId,
  recurrence: ZoomRecurrence.optional().catch(undefined),
  occurrences: z
    .array(ZoomOccurrence)
    .nullish()
    .transform((value) => value ?? []),
  settings: z
    .object({
      waiting_room: flag,
      host_video: flag,
      participant_video: flag,
      join_before_host: flag,
      meeting_authentication: flag,
      mute_upon_entry: flag,
      use_pmi: flag,
      audio: ZoomAudio.catch('both'),
      auto_recording: ZoomRecording.catch('none'),
      /** Addresses, separated by semicolons. */
      alternative_hosts: text,
    })
    .prefault({ audio: 'both', auto_recording: 'none' }),
});
export type ZoomMeeting = z.infer<typeof ZoomMeeting>;

/** One row of GET /users/me/meetings: no settings, no passcode. */
export const ZoomMeetingRow = z.object({
  id: ZoomId,
  host_id: text,
  topic: text,
  type: z.int(),
  start_time: OptionalInstant,
  duration: minutes,
  timezone: zone,
  created_at: OptionalInstant,
  join_url: z.url(),
});
export type ZoomMeetingRow = z.infer<typeof ZoomMeetingRow>;

/** GET /users/me/meetings. An empty `next_page_token` is the last page; a token lives 15 minutes. */
export const ZoomMeetingPage = z.object({
  meetings: z.array(ZoomMeetingRow),
  next_page_token: text.transform((token) => (token === '' ? undefined : token)),
});
export type ZoomMeetingPage = z.infer<typeof ZoomMeetingPage>;

/** GET /meetings/{id}/invitation. */
export const ZoomInvitation = z.object({ invitation: z.string() });

/** An error's body. OAuth words its own (see `oauth.ts`). */
export const ZoomErrorBody = z.object({
  code: z.int(),
  message: z.string().default(''),
  errors: z
    .array(z.object({ field: z.string().default(''), message: z.string().default('') }))
    .optional()
    .catch(undefined),
});
export type ZoomErrorBody = z.infer<typeof ZoomErrorBody>;

/** Settings of a meeting that we set; what is absent stays as Zoom has it. */
export interface ZoomMeetingSettings {
  /** 1: scheduled from Outlook. */
  readonly calendar_type?: 1;
  readonly waiting_room?: boolean;
  readonly host_video?: boolean;
  readonly participant_video?: boolean;
  readonly join_before_host?: boolean;
  readonly meeting_authentication?: boolean;
  readonly mute_upon_entry?: boolean;
  /** Of types 2 and 3 only. */
  readonly use_pmi?: boolean;
  readonly audio?: ZoomAudio;
  readonly auto_recording?: 'local' | 'cloud' | 'none';
  /** Addresses, separated by semicolons; empty: nobody. */
  readonly alternative_hosts?: string;
}

/** The types of meeting that we make. */
export type ZoomMeetingType = typeof SCHEDULED | typeof NO_FIXED_TIME | typeof SERIES;

/** Body of POST /users/me/meetings. `start_time` is wall clock in `timezone`, without `Z`. */
export interface ZoomCreateBody {
  readonly topic: string;
  readonly type: ZoomMeetingType;
  readonly start_time: string;
  readonly timezone: string;
  /** Minutes, 1 to 1440. */
  readonly duration: number;
  /** Of type 8 only. */
  readonly recurrence?: ZoomRecurrence;
  readonly password?: string;
  /** False: no passcode unless one is given or the account insists. */
  readonly default_password?: false;
  /** The address of the person whose meeting it becomes. */
  readonly schedule_for?: string;
  readonly template_id?: string;
  readonly settings: ZoomMeetingSettings;
}

/** Body of PATCH /meetings/{id}. A `start_time` in the past is ignored by Zoom. */
export interface ZoomUpdateBody {
  readonly topic?: string;
  readonly type?: ZoomMeetingType;
  readonly start_time?: string;
  readonly timezone?: string;
  readonly duration?: number;
  /** Whole: Zoom refuses parts of one. */
  readonly recurrence?: ZoomRecurrence;
  /** Empty text: none. */
  readonly password?: string;
  readonly settings?: ZoomMeetingSettings;
}

/** Body of PATCH /meetings/{id}?occurrence_id=…: Zoom takes these, some settings and the agenda. */
export interface ZoomOccurrenceBody {
  /** In UTC, with `Z`: a zone cannot be given here. */
  readonly start_time: string;
  readonly duration: number;
}
