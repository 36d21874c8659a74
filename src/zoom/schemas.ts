/**
 * What Zoom's REST API answers about people and meetings, in Zoom's own field names, as far as this product uses it.
 *
 * Source: Zoom's OpenAPI of the operations used (users/me, meetings); settings are in `settingsSchemas.ts`. Unknown keys are dropped, and
 * what Zoom's schema leaves optional is optional or has a default here. Ids are int64 numbers there and decimal
 * text here. Instants become `YYYY-MM-DDTHH:mm:ssZ` in UTC, whatever offset they came with.
 */
import * as z from 'zod';
import { MeetingId } from '../domain/meeting';
import { toInstant } from '../domain/wallClock';
import { zoomOptionFields } from './options';
import { text } from './parts';
import { ZoomRecurrence } from './recurrence';

/** An int64 id: a number that JSON could carry exactly, or its digits (see `json.ts`). */
export const ZoomId = z.union([z.int().nonnegative(), z.string()]).transform(String).pipe(MeetingId);

/** An id that may be missing; whatever else stands there is none (a vanity name, for instance). */
const OptionalId = ZoomId.optional().catch(undefined);

/** An instant as Zoom writes it; without offset it is GMT. */
const ZoomInstant = z.string().transform((text, context) => {
  const milliseconds = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  if (!Number.isNaN(milliseconds)) return toInstant(milliseconds);
  context.addIssue({ code: 'custom', message: 'not an instant' });
  return z.NEVER;
});

/** As `ZoomInstant`; Zoom leaves it out, empty or null where a meeting has none. */
const OptionalInstant = z
  .union([z.literal('').transform(() => undefined), z.null().transform(() => undefined), ZoomInstant])
  .optional();

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
  /** `0` owner, `1` admin, `2` member; anything else is a role of the account's own. */
  role_id: text,
});
export type ZoomUser = z.infer<typeof ZoomUser>;

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
  /** 1 instant, 2 scheduled, 3 recurring without fixed time, 4 personal room, 8 recurring, 10 screen share. */
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
  recurrence: ZoomRecurrence.nullish().catch(undefined),
  occurrences: z
    .array(ZoomOccurrence)
    .nullish()
    .transform((value) => value ?? []),
  settings: z
    .object({
      ...zoomOptionFields,
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
