/**
 * What a request to create, change or recover a meeting may contain, and Zoom's answer when it contains something else.
 *
 * Limits: topic 200 and agenda 2000 characters (Unicode code points), duration 1 to 1440 minutes, passcode up to 10 of
 * `[a-zA-Z0-9@\-_*]`. Zoom's pages do not say what an unknown time zone does; the stand-in takes the harsher reading
 * and refuses it. Of an occurrence only what Zoom lets one change is read. Fields that Zoom does not know are dropped.
 */
import * as z from 'zod';
import { zoomErrors } from './errors';
import { MeetingSettings, MeetingType } from './meetingModel';
import { OccurrenceSettings } from './occurrences';
import { RecurrenceBody } from './recurrence';
import { isStartTime, isTimeZone } from './time';

const upTo = (limit: number) => z.string().refine((text) => [...text].length <= limit);

const fields = {
  topic: upTo(200).optional(),
  agenda: upTo(2000).optional(),
  type: MeetingType.optional(),
  start_time: z.string().refine(isStartTime).optional(),
  timezone: z.string().refine(isTimeZone).optional(),
  duration: z.int().min(1).max(1440).optional(),
  password: z
    .string()
    .regex(/^[a-zA-Z0-9@\-_*]{0,10}$/)
    .optional(),
  schedule_for: z.string().optional(),
  recurrence: RecurrenceBody.optional(),
  settings: MeetingSettings.optional(),
};

/** Body of POST /users/{userId}/meetings. */
export const CreateBody = z.object({
  ...fields,
  default_password: z.boolean().optional(),
  template_id: z.string().optional(),
});
export type CreateBody = z.infer<typeof CreateBody>;

/** Body of PATCH /meetings/{meetingId}. */
export const UpdateBody = z.object(fields);
export type UpdateBody = z.infer<typeof UpdateBody>;

/** Body of PATCH /meetings/{meetingId} with `occurrence_id`; everything else is ignored. */
export const OccurrenceBody = z.object({
  agenda: fields.agenda,
  start_time: fields.start_time,
  /** Only says how to read `start_time`. */
  timezone: fields.timezone,
  duration: fields.duration,
  settings: OccurrenceSettings.optional(),
});
export type OccurrenceBody = z.infer<typeof OccurrenceBody>;

/** Body of PUT /meetings/{meetingId}/status. */
export const StatusBody = z.object({ action: z.enum(['end', 'recover']) });

const queryFlag = z.enum(['true', 'false']).optional();

/** Query of GET /meetings/{meetingId}. */
export const GetQuery = z.object({
  occurrence_id: z.string().optional(),
  show_previous_occurrences: queryFlag,
});

/** Query of PATCH /meetings/{meetingId}. */
export const UpdateQuery = z.object({ occurrence_id: z.string().optional() });

/** Query of DELETE /meetings/{meetingId}. */
export const DeleteQuery = z.object({
  occurrence_id: z.string().optional(),
  schedule_for_reminder: queryFlag,
  cancel_meeting_reminder: queryFlag,
});

/** Query of GET /users/{userId}/meetings. */
export const ListQuery = z.object({
  type: z
    .enum(['scheduled', 'live', 'upcoming', 'upcoming_meetings', 'previous_meetings'])
    .default('scheduled'),
  page_size: z.coerce.number().int().min(1).max(300).default(30),
  page_number: z.coerce.number().int().min(1).optional(),
  next_page_token: z.string().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  timezone: z.string().refine(isTimeZone).optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

/** Query of GET /users/{userId}/settings. */
export const SettingsQuery = z.object({
  option: z.enum(['meeting_authentication', 'recording_authentication', 'meeting_security']).optional(),
});

/** Query of GET /accounts/{accountId}/lock_settings. */
export const LockSettingsQuery = z.object({ option: z.literal('meeting_security').optional() });

/** Reads a body or query with its shape; throws Zoom's "Validation Failed." with one entry a field. */
export function readFields<T>(shape: z.ZodType<T>, value: unknown): T {
  const read = shape.safeParse(value === undefined ? {} : value);
  if (read.success) return read.data;
  const names = new Set(read.error.issues.map((issue) => issue.path.join('.')));
  if (names.has('')) throw zoomErrors.notJson();
  throw zoomErrors.invalidFields([...names].map((field) => ({ field, message: 'Invalid field.' })));
}
