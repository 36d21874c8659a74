/**
 * The contract of the backend's HTTP interface, for both sides: paths and the shapes that go over them.
 *
 *   GET    /health                          -> Health
 *   GET    /auth/zoom/start?challenge&return   302 to Zoom; `challenge` = base64url SHA-256 of the pane's verifier,
 *                                           `return` = path of the dialog page on this origin (allow-list)
 *   GET    /auth/zoom/callback?code&state      302 to `<return>#code=<one-time code>` or `<return>#error=<ErrorCode>&reason=…`
 *   POST   /api/session                     <- SessionRequest -> Session       (code and verifier for a token)
 *   POST   /api/session/renew               -> Session                        (a new token; the old one ends soon)
 *   DELETE /api/session                     -> 204
 *   GET    /api/me                          -> Me
 *   GET    /api/me/preferences              -> Preferences: only what is kept here, without asking Zoom
 *   PUT    /api/me/preferences              <- Preferences -> Me
 *   GET    /api/me/choices                  -> MeetingChoices: whom one may schedule for, templates
 *   POST   /api/meetings                    <- MeetingRequest -> Meeting      header `Idempotency-Key`: the claim
 *   GET    /api/meetings?pageToken          -> MeetingPage
 *   GET    /api/meetings/:id                -> Meeting
 *   PATCH  /api/meetings/:id                <- MeetingChange -> Meeting       (times may be left out: they stay)
 *   DELETE /api/meetings/:id                -> 204 (also when Zoom no longer has one that was made here)
 *   POST   /api/meetings/:id/recover        -> Meeting (undo of a delete)
 *   PATCH  /api/meetings/:id/occurrences/:o <- OccurrenceRequest -> Meeting (the whole series as it is then)
 *   DELETE /api/meetings/:id/occurrences/:o -> Meeting (also when that occurrence was cancelled already)
 *   POST   /api/meetings/:id/confirm        <- Confirmation -> ConfirmationAnswer: a saved appointment carries it now
 *   GET    /api/meetings/unused             -> UnusedMeetings: made here, never seen on a saved appointment
 *   POST   /api/meetings/:id/keep           -> 204 (the person wants it although no appointment is known)
 *
 * All but the first three and `POST /api/session` want `Authorization: Bearer <session token>`. Errors are
 * `Problem` (RFC 9457) with a code of the error catalogue.
 *
 * A meeting that Zoom does not show to this person is `meeting-gone` when they made it here, and otherwise
 * `meeting-of-another`: it may be another person's just as well.
 *
 * Creating is idempotent by claim: as long as the meeting made under a claim lives, the same claim answers that
 * meeting (200 instead of 201), also when calls run at the same moment or Zoom's answer was lost; after it was
 * deleted the claim makes a new one.
 */
import * as z from 'zod/mini';
import {
  Instant,
  Meeting,
  MeetingChange,
  MeetingId,
  MeetingRequest,
  OccurrenceRequest,
  WebAddress,
} from '../domain/meeting';
import { EmailAddress, MeetingDefaults, MeetingOptions, OptionLocks } from '../domain/meetingOptions';

export { MeetingRequest, MeetingChange, Meeting, OccurrenceRequest };

export const paths = {
  health: '/health',
  signInStart: '/auth/zoom/start',
  signInCallback: '/auth/zoom/callback',
  session: '/api/session',
  renewSession: '/api/session/renew',
  me: '/api/me',
  preferences: '/api/me/preferences',
  choices: '/api/me/choices',
  meetings: '/api/meetings',
  meeting: (id: MeetingId) => `/api/meetings/${encodeURIComponent(id)}`,
  unused: '/api/meetings/unused',
  occurrence: (id: MeetingId, occurrenceId: string) =>
    `/api/meetings/${encodeURIComponent(id)}/occurrences/${encodeURIComponent(occurrenceId)}`,
  keep: (id: MeetingId) => `/api/meetings/${encodeURIComponent(id)}/keep`,
  recover: (id: MeetingId) => `/api/meetings/${encodeURIComponent(id)}/recover`,
  confirm: (id: MeetingId) => `/api/meetings/${encodeURIComponent(id)}/confirm`,
} as const;

export const IDEMPOTENCY_HEADER = 'idempotency-key';
export const IdempotencyKey = z.string().check(z.minLength(8), z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/));

export const Health = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  database: z.enum(['ok', 'unavailable']),
  /** Where meetings are made: Zoom's own address, or the stand-in's. */
  zoom: z.string(),
});
export type Health = z.infer<typeof Health>;

/** Proof that the one who asks for the token is the one who opened the dialog (RFC 7636, S256). */
export const SessionRequest = z.object({
  code: z.string().check(z.minLength(16), z.maxLength(200)),
  verifier: z.string().check(z.regex(/^[A-Za-z0-9\-._~]{43,128}$/)),
});
export type SessionRequest = z.infer<typeof SessionRequest>;

export const Member = z.object({
  id: z.string(),
  accountId: z.string(),
  name: z.string(),
  email: z.string(),
  timeZone: z.string(),
});
export type Member = z.infer<typeof Member>;

export const Session = z.object({ token: z.string(), expiresAt: Instant, member: Member });
export type Session = z.infer<typeof Session>;

/** A language tag of BCP 47 by its shape, such as `en-GB`. */
export const LanguageTag = z.string().check(z.regex(/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i), z.maxLength(35));

/** What a person keeps as their own, in every client they use. */
export const Preferences = z.object({
  /** Their usual choices; what is absent follows Zoom's settings. Never a template or another host. */
  options: z.omit(MeetingOptions, { passcode: true, scheduleFor: true, template: true }),
  /** Update the meeting without asking when the appointment changes. */
  updateByItself: z.boolean(),
  /** Language tag for invitations; null follows Outlook. */
  invitationLanguage: z.nullable(LanguageTag),
});
export type Preferences = z.infer<typeof Preferences>;

export const Me = z.object({
  member: Member,
  /** What holds for a new meeting when the person chooses nothing: Zoom's settings, the policy's, their own. */
  defaults: MeetingDefaults,
  /** Options that cannot be changed, and by whom they are locked. */
  locks: OptionLocks,
  preferences: Preferences,
  /** The personal meeting id; null where Zoom names none. */
  personalMeetingId: z.nullable(MeetingId),
});
export type Me = z.infer<typeof Me>;

/** What is asked for only when somebody opens the options. */
export const MeetingChoices = z.object({
  /** People who gave this member the scheduling privilege. */
  scheduleFor: z.array(z.object({ email: EmailAddress, name: z.string() })),
  templates: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type MeetingChoices = z.infer<typeof MeetingChoices>;

/** Names a saved appointment without telling which: SHA-256 of its id, base64url. */
export const Fingerprint = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

export const Confirmation = z.object({
  /** Absent where the client does not tell the item's id. */
  appointment: z.optional(Fingerprint),
  /** The person wants this appointment to share the meeting with the one that it was made for. */
  share: z.optional(z.boolean()),
  /** It may be a copy: it does not become the one that the meeting belongs to by being told first. */
  perhapsCopy: z.optional(z.boolean()),
  /**
   * Beside no fingerprint: the form has no id yet on a client that tells ids. Only asks whether another appointment is
   * known, since then this form is a copy of it; nothing is recorded.
   */
  unsaved: z.optional(z.boolean()),
});
export type Confirmation = z.infer<typeof Confirmation>;

/**
 * `this`: the appointment that the meeting belongs to (the first that was told, or shared on purpose);
 * `another`: another one was told before, so this is a copy; `untold`: nobody knows, because it was not said which
 * appointment it is, or only of one that may be a copy, or because the meeting was not made through this product.
 */
export const Whose = z.enum(['this', 'another', 'untold']);
export type Whose = z.infer<typeof Whose>;
export const ConfirmationAnswer = z.object({ appointment: Whose });

/** Meetings whose appointment was never seen saved: perhaps of drafts that were discarded. */
export const UnusedMeetings = z.object({
  meetings: z.array(
    z.object({ id: MeetingId, topic: z.string(), start: z.nullable(Instant), madeAt: Instant }),
  ),
});
export type UnusedMeetings = z.infer<typeof UnusedMeetings>;

/** One row of the list, with only what Zoom's list has. */
export const MeetingRow = z.object({
  id: MeetingId,
  topic: z.string(),
  start: z.nullable(Instant),
  durationMinutes: z.int(),
  timeZone: z.string(),
  joinUrl: WebAddress,
});
export const MeetingPage = z.object({ meetings: z.array(MeetingRow), nextPageToken: z.optional(z.string()) });
export type MeetingPage = z.infer<typeof MeetingPage>;

/** RFC 9457. `detail` is the sentence for people; `details` what fills it. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.optional(z.string()),
  details: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
});
export type Problem = z.infer<typeof Problem>;
