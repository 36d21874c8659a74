/**
 * A Zoom meeting as the product sees it, and the request that makes or changes one.
 *
 * Field limits are Zoom's (POST /users/{userId}/meetings): topic 200 characters, duration 1 to 1440 minutes,
 * passcode at most 10 characters of `[a-zA-Z0-9@\-_*]`.
 */
import * as z from 'zod/mini';

export const TOPIC_LIMIT = 200;
export const DURATION_LIMIT_MINUTES = 1440;

/** A Zoom meeting id in decimal digits. Zoom's are int64 numbers; as text they survive JSON everywhere. */
export const MeetingId = z.string().check(z.regex(/^\d{8,19}$/));
export type MeetingId = z.infer<typeof MeetingId>;

/** Wall-clock time without zone, `2026-11-23T09:00:00`; always beside a `timeZone`. */
export const WallClock = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/));

/** An instant, ISO 8601 in UTC, `2026-11-23T08:00:00Z`. */
export const Instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/));

/** An address that a browser opens and does not run. */
export const WebAddress = z.url({ protocol: /^https?$/ });

export const Passcode = z.string().check(z.regex(/^[a-zA-Z0-9@\-_*]{1,10}$/));

/** What a person chooses about a meeting, beside its time. */
export const MeetingOptions = z.object({
  /** Absent: Zoom makes one where the account asks for it. Empty text: none. */
  passcode: z.optional(z.union([Passcode, z.literal('')])),
  waitingRoom: z.optional(z.boolean()),
  hostVideo: z.optional(z.boolean()),
  participantVideo: z.optional(z.boolean()),
});
export type MeetingOptions = z.infer<typeof MeetingOptions>;

/** What is asked of Zoom for an appointment: wall-clock start in an IANA zone, whole minutes. */
export const MeetingRequest = z.object({
  topic: z.string().check(z.minLength(1), z.maxLength(TOPIC_LIMIT)),
  start: WallClock,
  timeZone: z.string().check(z.minLength(1), z.maxLength(64)),
  durationMinutes: z.int().check(z.gte(1), z.lte(DURATION_LIMIT_MINUTES)),
  options: MeetingOptions,
});
export type MeetingRequest = z.infer<typeof MeetingRequest>;

/** A meeting as Zoom has it now. */
export const Meeting = z.object({
  id: MeetingId,
  topic: z.string(),
  /** Null for a meeting without fixed time. */
  start: z.nullable(Instant),
  durationMinutes: z.int(),
  /** IANA zone that Zoom shows it in. */
  timeZone: z.string(),
  joinUrl: WebAddress,
  passcode: z.string(),
  options: z.object({ waitingRoom: z.boolean(), hostVideo: z.boolean(), participantVideo: z.boolean() }),
  /** False when somebody else is its host. */
  hostedByMe: z.boolean(),
  hostName: z.string(),
});
export type Meeting = z.infer<typeof Meeting>;

/** A member's own Zoom defaults for a new meeting. */
export const MeetingDefaults = z.object({
  passcodeRequired: z.boolean(),
  waitingRoom: z.boolean(),
  hostVideo: z.boolean(),
  participantVideo: z.boolean(),
});
export type MeetingDefaults = z.infer<typeof MeetingDefaults>;
