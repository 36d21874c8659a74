/**
 * The link as the appointment carries it, in the add-in's custom properties: which meeting is on it.
 *
 * The properties are one JSON payload of at most 2,500 characters that pane, ribbon and MAPI helper all read
 * and write (`cecp-<add-in id>` in MAPI), so unknown keys are left alone and the value is versioned.
 */
import * as z from 'zod/mini';
import { parseJson } from './json';
import { parseJoinUrl } from './joinUrl';
import { Instant, MeetingId, WebAddress } from './meeting';

/** The key of the link among the add-in's custom properties. */
export const LINK_PROPERTY = 'zoomMeeting';

/** A meeting is on this appointment; the last state that both sides agreed on. */
export const Link = z.object({
  v: z.literal(1),
  state: z.literal('linked'),
  meetingId: MeetingId,
  joinUrl: WebAddress,
  /** The claim under which it was made; the same claim never makes a second meeting. */
  claim: z.string().check(z.minLength(8), z.maxLength(64)),
  /** Last agreed state, to notice later which side moved. */
  agreed: z.object({
    topic: z.string(),
    /** Null for a meeting without fixed time. */
    start: z.nullable(Instant),
    durationMinutes: z.int(),
    /** How the meeting repeats, as text (`recurrence/text.ts`); absent for a single one. */
    repeats: z.optional(z.string().check(z.maxLength(400))),
  }),
  /** The occurrence of the meeting that this appointment is, where it is one occurrence that was changed by itself. */
  occurrenceId: z.optional(z.string().check(z.maxLength(20))),
  /**
   * True on an appointment that shares the meeting of another one on purpose: its own times and subject are nothing to
   * Zoom, and taking it off here leaves the meeting to the other.
   */
  shares: z.optional(z.boolean()),
  /** Language tag of the invitation, where the person chose one. */
  language: z.optional(z.string().check(z.maxLength(35))),
  /** True when the person chose a topic of its own, which does not follow the subject. */
  ownTopic: z.optional(z.boolean()),
});
export type Link = z.infer<typeof Link>;

/**
 * The number in the link's address, by which the meeting is known in locations and in texts without marks: the
 * personal meeting id where that is used, otherwise the meeting's own.
 */
export const joinNumberOf = ({ meetingId, joinUrl }: Pick<Link, 'meetingId' | 'joinUrl'>): string =>
  parseJoinUrl(joinUrl)?.meetingId ?? meetingId;

/** An add was begun under this claim and has not been finished: whoever finds it goes on with the same claim. */
export const Claim = z.object({
  v: z.literal(1),
  state: z.literal('adding'),
  claim: z.string().check(z.minLength(8), z.maxLength(64)),
});
export type Claim = z.infer<typeof Claim>;

export const LinkProperty = z.discriminatedUnion('state', [Link, Claim]);
export type LinkProperty = z.infer<typeof LinkProperty>;

/** What links said before every meeting could be shared, only that of a series. */
const OlderLink = z.object({ sharesSeries: z.optional(z.boolean()) });

/** Reads what the property holds; anything that is not ours, or of a later version, is undefined. */
export function readLinkProperty(value: unknown): LinkProperty | undefined {
  const raw = typeof value === 'string' ? parseJson(value) : value;
  const parsed = LinkProperty.safeParse(raw);
  if (!parsed.success) return undefined;
  const sharesSeries = OlderLink.safeParse(raw).data?.sharesSeries === true;
  return sharesSeries && parsed.data.state === 'linked' ? { ...parsed.data, shares: true } : parsed.data;
}
