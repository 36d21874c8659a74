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
});
export type ZoomUser = z.infer<typeof ZoomUser>;

/** GET /users/me/settings: only what decides the defaults of a new meeting. */
export const ZoomSettings = z.object({
  schedule_meeting: z
    .object({
      host_video: flag,
      participants_video: flag,
      require_password_for_scheduling_new_meetings: flag,
    })
    .prefault({}),
  in_meeting: z.object({ waiting_room: flag }).prefault({}),
});
export type ZoomSettings = z.infer<typeof ZoomSettings>;

/** Types of meeting: 1 instant, 2 scheduled, 3 recurring without fixed time, 4 personal room, 8 recurring, 10 screen share. */
export const SCHEDULED = 2;

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
  settings: z
    .object({
      waiting_room: flag,
      host_video: flag,
      participant_video: flag,
    })
    .prefault({}),
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
}

/** Body of POST /users/me/meetings. `start_time` is wall clock in `timezone`, without `Z`. */
export interface ZoomCreateBody {
  readonly topic: string;
  readonly type: typeof SCHEDULED;
  readonly start_time: string;
  readonly timezone: string;
  /** Minutes, 1 to 1440. */
  readonly duration: number;
  readonly password?: string;
  /** False: no passcode unless one is given or the account insists. */
  readonly default_password?: false;
  readonly settings: ZoomMeetingSettings;
}

/** Body of PATCH /meetings/{id}. A `start_time` in the past is ignored by Zoom. */
export interface ZoomUpdateBody {
  readonly topic?: string;
  readonly start_time?: string;
  readonly timezone?: string;
  readonly duration?: number;
  /** Empty text: none. */
  readonly password?: string;
  readonly settings?: ZoomMeetingSettings;
}
