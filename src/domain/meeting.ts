/**
 * A Zoom meeting as the product sees it, and the request that makes or changes one.
 *
 * Field limits are Zoom's (POST /users/{userId}/meetings): topic 200 characters, duration 1 to 1440 minutes,
 * passcode at most 10 characters of `[a-zA-Z0-9@\-_*]`.
 */
import * as z from 'zod/mini';
import { LastingOptions, MeetingOptions } from './meetingOptions';
import { RecurrenceEnd, Rule } from './recurrence';
import { Instant, WallClock } from './wallClock';

export { Instant, WallClock };
export { MeetingDefaults, MeetingOptions, Passcode } from './meetingOptions';

export const TOPIC_LIMIT = 200;
export const DURATION_LIMIT_MINUTES = 1440;

/** A Zoom meeting id in decimal digits. Zoom's are int64 numbers; as text they survive JSON everywhere. */
export const MeetingId = z.string().check(z.regex(/^\d{8,19}$/));
export type MeetingId = z.infer<typeof MeetingId>;

/** An address that a browser opens and does not run. */
export const WebAddress = z.url({ protocol: /^https?$/ });

/** How a meeting repeats in Zoom; a single one has none of it. */
export const MeetingRepeats = z.discriminatedUnion('kind', [
  /** A series with fixed times, within Zoom's limits (see `recurrence/zoomLimits.ts`); it never goes on for ever. */
  z.object({ kind: z.literal('series'), rule: Rule, end: RecurrenceEnd }),
  /** One meeting for every time: what Zoom cannot hold as a series. */
  z.object({ kind: z.literal('no-fixed-time') }),
]);
export type MeetingRepeats = z.infer<typeof MeetingRepeats>;

/** One occurrence of a series in Zoom. */
export const Occurrence = z.object({
  /** Zoom's `occurrence_id`: the original start in UTC milliseconds, as text. It stays when the occurrence is moved. */
  id: z.string().check(z.regex(/^\d{1,20}$/)),
  start: Instant,
  durationMinutes: z.int(),
  /** Cancelled on its own; Zoom goes on listing it. */
  cancelled: z.boolean(),
});
export type Occurrence = z.infer<typeof Occurrence>;

/**
 * What is asked of Zoom for an appointment: start on the wall of an IANA zone, whole minutes. For a series start and
 * length are those of the first occurrence.
 */
export const MeetingRequest = z.object({
  topic: z.string().check(z.minLength(1), z.maxLength(TOPIC_LIMIT)),
  /** An instant only where no wall clock names it: the second of two times when clocks go back. */
  start: z.union([WallClock, Instant]),
  timeZone: z.string().check(z.minLength(1), z.maxLength(64)),
  durationMinutes: z.int().check(z.gte(1), z.lte(DURATION_LIMIT_MINUTES)),
  options: MeetingOptions,
  /** Absent for a single meeting. */
  repeats: z.optional(MeetingRepeats),
});
export type MeetingRequest = z.infer<typeof MeetingRequest>;

/** Whether people join with the host's personal meeting id: Zoom knows no series with fixed times on it. */
export const usesPersonalId = ({
  options,
  repeats,
}: Pick<MeetingRequest, 'repeats'> & { readonly options: Pick<MeetingOptions, 'personalId'> }): boolean =>
  options.personalId === true && repeats?.kind !== 'series';

/**
 * What is asked of Zoom for a meeting that is there. Without times (`start`, `timeZone`, `durationMinutes`, `repeats`)
 * those stay as they are: Zoom forgets what was changed in single occurrences of a series whenever it is sent times
 * other than its own, and of a running series only the part to come can be sent. All of them or none.
 */
export const MeetingChange = z.union([
  MeetingRequest,
  z.strictObject({ topic: MeetingRequest.shape.topic, options: MeetingOptions }),
]);
export type MeetingChange = z.infer<typeof MeetingChange>;

/**
 * What is asked of Zoom for one occurrence: Zoom takes its times, and only a few of the options. It stays in its
 * series' zone.
 */
export const OccurrenceRequest = z.object({
  start: Instant,
  durationMinutes: MeetingRequest.shape.durationMinutes,
});
export type OccurrenceRequest = z.infer<typeof OccurrenceRequest>;

/** A meeting as Zoom has it now. */
export const Meeting = z.object({
  id: MeetingId,
  topic: z.string(),
  /** Of a series the start of its first occurrence; null for a meeting without fixed time. */
  start: z.nullable(Instant),
  durationMinutes: z.int(),
  /** Null for a single meeting. */
  repeats: z.nullable(MeetingRepeats),
  /** Of a series, in the order of their ids; otherwise empty. */
  occurrences: z.array(Occurrence),
  /** IANA zone that Zoom shows it in. */
  timeZone: z.string(),
  joinUrl: WebAddress,
  passcode: z.string(),
  /** The number that people join with: the personal meeting id where that is used, otherwise the id. */
  joinNumber: MeetingId,
  options: z.extend(LastingOptions, { alternativeHosts: z.array(z.string()) }),
  /** False when somebody else is its host. */
  hostedByMe: z.boolean(),
  hostName: z.string(),
});
export type Meeting = z.infer<typeof Meeting>;
