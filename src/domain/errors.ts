/**
 * The error catalogue: every error that a person or a program can meet, by code.
 *
 * A `ProductError` carries a code of this catalogue and details for its sentence; HTTP answers carry the same
 * code (see `api/problem.ts`). `status` is the HTTP status it travels as, `retryable` says whether pressing
 * the same button again may help. The English sentences are in `errorSentences.ts`.
 */

interface Entry {
  readonly status: number;
  readonly retryable: boolean;
}

const entry = (status: number, retryable: boolean): Entry => ({ status, retryable });

export const catalogue = {
  // What the person asked for cannot be done with this appointment.
  'end-before-start': entry(422, false),
  'appointment-over': entry(422, false),
  'body-too-long': entry(422, false),
  'no-meeting': entry(404, false),
  'occurrence-gone': entry(404, false),
  'occurrence-moved': entry(409, false),
  'occurrence-only': entry(422, false),
  'meeting-without-time': entry(422, false),
  'alternative-host-refused': entry(422, false),
  'schedule-for-refused': entry(403, false),
  'option-locked': entry(422, false),
  // Zoom says the same of somebody else's meeting and of one that is gone. One code for both and for a meeting that
  // is surely another person's, because the person can do the same about it: nothing but ask.
  'meeting-of-another': entry(404, false),
  'shared-meeting': entry(409, false),
  'perhaps-copy': entry(409, false),

  // Signing in.
  'signed-out': entry(401, false),
  'session-expired': entry(401, false),
  'sign-in-cancelled': entry(400, true),
  'sign-in-refused': entry(403, true),
  'sign-in-expired': entry(400, true),
  'popup-blocked': entry(400, true),
  'zoom-consent-lost': entry(401, false),

  // Signing in with Microsoft. None of these says anything about the session that is open with Zoom.
  'microsoft-off': entry(404, false),
  'microsoft-refused': entry(401, true),
  'microsoft-elsewhere': entry(403, false),
  'microsoft-unreachable': entry(503, true),
  'microsoft-not-tied': entry(403, false),
  'microsoft-taken': entry(409, false),
  'microsoft-cancelled': entry(400, true),
  'microsoft-not-allowed': entry(403, true),

  // Zoom.
  'meeting-gone': entry(404, false),
  'zoom-refused': entry(422, false),
  'zoom-forbidden': entry(403, false),
  'zoom-busy': entry(503, true),
  'zoom-daily-limit': entry(429, false),
  'zoom-unavailable': entry(502, true),
  'zoom-outcome-unknown': entry(504, true),

  // Our own service.
  offline: entry(503, true),
  'backend-unavailable': entry(503, true),
  'invalid-request': entry(400, false),
  'not-found': entry(404, false),
  'too-many-requests': entry(429, true),
  internal: entry(500, true),

  // The account's settings.
  'admin-only': entry(403, false),
  'own-role-lost': entry(409, false),
  'changed-meanwhile': entry(412, false),
  'version-missing': entry(428, false),
  'changed-since': entry(409, false),
  'not-undoable': entry(409, false),
  'file-refused': entry(422, false),
  'choice-refused': entry(403, false),
  'group-exists': entry(409, false),
  'too-many-groups': entry(409, false),
  'group-from-elsewhere': entry(409, false),

  // The record of what the sync knows, on this computer.
  'journal-in-use': entry(409, true),
  'journal-newer': entry(409, false),
  'journal-full': entry(507, true),
  'journal-damaged': entry(500, true),
  'journal-unusable': entry(500, true),

  // Outlook.
  'host-call-failed': entry(500, true),
  'calendar-refused': entry(403, false),
  'host-unsupported': entry(501, false),
  'half-done': entry(500, true),
  'half-updated': entry(500, true),
  'half-followed': entry(500, true),
  'half-removed': entry(500, true),
} as const satisfies Record<string, Entry>;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof catalogue;

/** What fills the sentence and helps programs, such as `seconds` of `zoom-busy`. No secrets. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>;

/**
 * The detail of a refused create that an earlier sending of the same create went before, whose outcome nobody knows:
 * the refusal does not say that there is no meeting.
 */
export const PERHAPS_MADE = 'perhapsMade';

export const isErrorCode = (value: string): value is ErrorCode => Object.hasOwn(catalogue, value);

/** The catalogue's entry, by code. */
export const entryOf = (code: ErrorCode): Entry => catalogue[code];

/** What a page says that cannot even load its words. */
export const OFFLINE_SENTENCE =
  'There is no connection to the Zoom service for Outlook. Check your network, then try again.';

/** For logs: the code with what would fill its sentence. */
const messageOf = (code: ErrorCode, details: ErrorDetails): string =>
  Object.keys(details).length === 0 ? code : `${code} ${JSON.stringify(details)}`;

/** An error of the catalogue. Thrown everywhere; `message` is for logs: the code with its details. */
export class ProductError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(messageOf(code, details), options);
    this.name = 'ProductError';
    this.code = code;
    this.details = details;
  }

  get retryable(): boolean {
    return catalogue[this.code].retryable;
  }
}

/** Any thrown value as an error of the catalogue; one that is not of it becomes `fallback`, with its cause kept. */
export function toProductError(thrown: unknown, fallback: ErrorCode = 'internal'): ProductError {
  return thrown instanceof ProductError ? thrown : new ProductError(fallback, {}, { cause: thrown });
}

const sessionEndings: ReadonlySet<ErrorCode> = new Set([
  'session-expired',
  'signed-out',
  'zoom-consent-lost',
]);

/** Whether the error says that the person has to sign in again: the session is no longer good for anything. */
export const endsSession = (thrown: unknown): boolean =>
  thrown instanceof ProductError && sessionEndings.has(thrown.code);
