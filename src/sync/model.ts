/**
 * What the engine knows of the two sides: meetings on one, appointments that carry a meeting on the other, and the link
 * between one of each with the state in which they last agreed.
 *
 * Each side is compared with its own last state, never with the other's: what Zoom cannot say as Outlook said it (a
 * yearly series, a start that is past) is then no difference. Whoever reads an item brings it into the shapes below;
 * two states are the same where their JSON is, so lists are sorted, and zones are IANA names where they are known.
 */
import * as z from 'zod/mini';
import { MeetingId, WebAddress } from '../domain/meeting';
import { Recurrence } from '../domain/recurrence';
import { Instant } from '../domain/wallClock';

/** What one occurrence of a series has of its own. `original`: the start that the series gives it, to the second. */
export const Deviation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled'), original: Instant }),
  z.object({
    kind: z.literal('moved'),
    original: Instant,
    start: Instant,
    durationMinutes: z.int().check(z.gte(0)),
  }),
]);
export type Deviation = z.infer<typeof Deviation>;

export const Times = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('single'),
    start: Instant,
    durationMinutes: z.int().check(z.gte(0)),
    /** IANA name; where an item has none, the person's own. Does not count as a difference of a single one. */
    timeZone: z.string(),
  }),
  z.object({
    kind: z.literal('series'),
    /** Its `start` is the first occurrence's, on the wall of its zone. */
    recurrence: Recurrence,
    /** By `original`, each once. Of a side that knows no single occurrences: none. */
    deviations: z.array(Deviation),
  }),
  /** A meeting for any time: what Zoom cannot hold as a series. Never an appointment. */
  z.object({ kind: z.literal('no-fixed-time') }),
]);
export type Times = z.infer<typeof Times>;

/** How one joins: what the invitation says. */
export const JoinDetails = z.object({
  joinUrl: WebAddress,
  passcode: z.string(),
  /** The number that people join with: the personal meeting id where that is used, otherwise the meeting's. */
  joinNumber: MeetingId,
});
export type JoinDetails = z.infer<typeof JoinDetails>;

export const MeetingFacts = z.object({
  topic: z.string(),
  times: Times,
  details: JoinDetails,
  /** Its settings as one text: nothing of them is understood here, only whether they changed. */
  options: z.string(),
});
export type MeetingFacts = z.infer<typeof MeetingFacts>;

export const MeetingKind = z.enum(['meeting', 'webinar', 'instant']);
export type MeetingKind = z.infer<typeof MeetingKind>;

export const MeetingItem = z.object({
  id: MeetingId,
  /** Changes with every change; null on a side that has none. */
  version: z.nullable(z.string()),
  kind: MeetingKind,
  /** False where somebody else is its host: nothing of it can be changed from here. */
  hostedByMe: z.boolean(),
  /** Scheduled through this product: it may be deleted when its appointment is. */
  madeHere: z.boolean(),
  facts: MeetingFacts,
});
export type MeetingItem = z.infer<typeof MeetingItem>;

export const AppointmentFacts = z.object({
  subject: z.string(),
  times: Times,
  /** What its invitation says; null where it has none, though it carries the meeting otherwise. */
  shown: z.nullable(JoinDetails),
  /** Whether the location is the join address that we wrote, or something that the person wrote, or nothing. */
  location: z.enum(['join', 'own', 'none']),
});
export type AppointmentFacts = z.infer<typeof AppointmentFacts>;

/** Only appointments that carry a meeting ever are items: nothing else leaves the calendar. */
export const AppointmentItem = z.object({
  id: z.string(),
  version: z.nullable(z.string()),
  /** The meeting that it carries, by the property, the location or the body, in this order. */
  meetingId: MeetingId,
  foundBy: z.enum(['property', 'location', 'body']),
  /** Whether the property was written for this very item, or came with a copy of another one. */
  madeFor: z.enum(['this', 'another', 'untold']),
  facts: AppointmentFacts,
});
export type AppointmentItem = z.infer<typeof AppointmentItem>;

/** Who was there first: decides what a deletion in Zoom does to the appointment. */
export const Origin = z.enum([
  /** We made the appointment for a meeting. */
  'appointment-made',
  /** We, or the pane, made the meeting for an appointment. */
  'meeting-made',
  /** Both were there and knew each other. */
  'adopted',
]);
export type Origin = z.infer<typeof Origin>;

/** A meeting and its one appointment. */
export const Link = z.object({
  meetingId: MeetingId,
  /** Null: there was one, and the person deleted it (or never wanted one); it is not made again. */
  appointmentId: z.nullable(z.string()),
  origin: Origin,
  kind: MeetingKind,
  /** Scheduled through this product. */
  madeHere: z.boolean(),
  hostedByMe: z.boolean(),
  /** The state of each side when they last agreed. `appointment` is null exactly where there is none. */
  meeting: MeetingFacts,
  appointment: z.nullable(AppointmentFacts),
  /** What the lists said when these facts were read: the same again means that nothing moved. */
  meetingVersion: z.nullable(z.string()),
  appointmentVersion: z.nullable(z.string()),
  /** The row of a list with few fields, as one text; null where the side tells whole items. */
  meetingRow: z.nullable(z.string()),
  /** UTC milliseconds of the last occurrence's end; null: endless, or without fixed time. */
  endsAt: z.nullable(z.int()),
  /** When the meeting's details were last read, UTC milliseconds: the slow rotation begins with the oldest. */
  readAt: z.int(),
});
export type Link = z.infer<typeof Link>;

/** An appointment that carries the meeting of another one: left alone. Known by its id. */
export const Copy = z.object({ appointmentId: z.string(), meetingId: MeetingId });
export type Copy = z.infer<typeof Copy>;
