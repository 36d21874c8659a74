/**
 * The error catalogue: every error that a person or a program can meet, by code.
 *
 * A `ProductError` carries a code of this catalogue and details for its sentence; HTTP answers carry the same
 * code (see `api/problem.ts`). `status` is the HTTP status it travels as, `retryable` says whether pressing
 * the same button again may help, `sentence` is the English text that a person reads: what happened, and
 * what to do next. `{name}` in a sentence is filled from the details.
 */

interface Entry {
  readonly status: number;
  readonly retryable: boolean;
  readonly sentence: string;
}

const entry = (status: number, retryable: boolean, sentence: string): Entry => ({
  status,
  retryable,
  sentence,
});

export const catalogue = {
  // What the person asked for cannot be done with this appointment.
  'end-before-start': entry(
    422,
    false,
    'The appointment ends before it starts. Correct its times, then try again.',
  ),
  'appointment-over': entry(
    422,
    false,
    'This appointment is already over. Choose a time that is still to come, then try again.',
  ),
  'body-too-long': entry(
    422,
    false,
    'The text of this appointment is too long for Outlook to take the invitation as well. Shorten it by about {excess} characters, then try again.',
  ),
  'no-meeting': entry(404, false, 'There is no Zoom meeting on this appointment.'),
  'occurrence-gone': entry(
    404,
    false,
    'Zoom has no such occurrence of this series: it was cancelled there, or the series was changed. Open the whole series and press Update.',
  ),
  'occurrence-moved': entry(
    409,
    false,
    'Outlook does not tell which occurrence of the series was moved here. Open the Zoom settings pane and choose it there.',
  ),
  'occurrence-only': entry(
    422,
    false,
    'This is one occurrence of a series. Open the whole series to do this.',
  ),
  'meeting-without-time': entry(
    422,
    false,
    'This meeting has no fixed time in Zoom, and an appointment always has one. Press Update to give it the time of this appointment.',
  ),
  'alternative-host-refused': entry(
    422,
    false,
    'Zoom does not accept these people as alternative hosts: {people}. They need a licensed Zoom account in your organisation. Remove them, then try again.',
  ),
  'schedule-for-refused': entry(
    403,
    false,
    'You may not schedule for {person}. Ask them to give you the scheduling privilege in their Zoom settings.',
  ),
  'option-locked': entry(
    422,
    false,
    'Your administrator has locked this option: {option}. Leave it as it is, or ask them to unlock it.',
  ),
  // Zoom says the same of somebody else's meeting and of one that is gone. One code for both and for a meeting that
  // is surely another person's, because the person can do the same about it: nothing but ask.
  'meeting-of-another': entry(
    404,
    false,
    'This meeting cannot be changed here: it belongs to another person, or Zoom no longer has it. Ask its host.',
  ),
  'shared-meeting': entry(
    409,
    false,
    'This appointment is a copy. Open the Zoom settings pane to make a meeting of its own, or to share this one on purpose.',
  ),
  'perhaps-copy': entry(
    409,
    false,
    'This appointment was moved, or it is a copy with the meeting of another one. Open the Zoom settings pane and remove it there.',
  ),

  // Signing in.
  'signed-out': entry(401, false, 'Sign in to Zoom to continue.'),
  'session-expired': entry(401, false, 'Your session has ended. Sign in to Zoom again; nothing is lost.'),
  'sign-in-cancelled': entry(400, true, 'Sign-in was not finished. Try again when you are ready.'),
  'sign-in-refused': entry(
    403,
    true,
    'Zoom did not allow this sign-in: {reason}. Ask your Zoom administrator whether the app is approved.',
  ),
  'sign-in-expired': entry(400, true, 'This sign-in took too long. Start again.'),
  'popup-blocked': entry(
    400,
    true,
    'The browser blocked the sign-in window. Allow pop-ups for this page, or open the Zoom settings pane and sign in there.',
  ),
  'zoom-consent-lost': entry(401, false, 'Zoom has withdrawn this sign-in. Sign in to Zoom again.'),

  // Signing in with Microsoft. None of these says anything about the session that is open with Zoom.
  'microsoft-off': entry(
    404,
    false,
    'Signing in with Microsoft is not set up here. Sign in to Zoom instead.',
  ),
  'microsoft-refused': entry(
    401,
    true,
    'Your Microsoft sign-in was not accepted. Sign in with Microsoft again; if it stays, sign in to Zoom instead.',
  ),
  'microsoft-elsewhere': entry(
    403,
    false,
    'This Microsoft account belongs to an organisation that is not set up here. Choose your work account, or sign in to Zoom instead.',
  ),
  'microsoft-unreachable': entry(
    503,
    true,
    'Microsoft does not answer at the moment. Try again, or sign in to Zoom instead.',
  ),
  'microsoft-not-tied': entry(
    403,
    false,
    'This Microsoft account is not connected to a Zoom account yet. Sign in to Zoom once, then connect it in the settings.',
  ),
  'microsoft-taken': entry(
    409,
    false,
    'This Microsoft account is already connected to another Zoom account. Disconnect it there first, or choose another Microsoft account.',
  ),
  'microsoft-cancelled': entry(
    400,
    true,
    'Signing in with Microsoft was not finished. Try again when you are ready.',
  ),
  'microsoft-not-allowed': entry(
    403,
    true,
    'Microsoft did not allow this sign-in: {reason}. Ask your Microsoft administrator whether the app is approved.',
  ),

  // Zoom.
  'meeting-gone': entry(404, false, 'This meeting no longer exists in Zoom.'),
  'zoom-refused': entry(422, false, 'Zoom did not accept this: {reason}'),
  'zoom-forbidden': entry(403, false, 'Zoom does not allow this for your account: {reason}'),
  'zoom-busy': entry(503, true, 'Zoom is limiting requests at the moment. Wait {seconds} s, then try again.'),
  'zoom-daily-limit': entry(429, false, "Zoom's limit for today is used up: {reason}"),
  'zoom-unavailable': entry(502, true, 'Zoom does not answer at the moment. Nothing was changed; try again.'),
  'zoom-outcome-unknown': entry(
    504,
    true,
    'Zoom did not say whether it finished. Try again: no second meeting will be made.',
  ),

  // Our own service.
  offline: entry(
    503,
    true,
    'There is no connection to the Zoom service for Outlook. Check your network, then try again.',
  ),
  'backend-unavailable': entry(
    503,
    true,
    'The Zoom service for Outlook does not answer at the moment. Try again.',
  ),
  'invalid-request': entry(400, false, 'The request was not understood: {reason}'),
  'not-found': entry(404, false, 'There is nothing at this address.'),
  'too-many-requests': entry(429, true, 'Too many requests. Wait {seconds} s, then try again.'),
  internal: entry(
    500,
    true,
    'Something went wrong on our side. Try again; if it stays, give your administrator this number: {requestId}.',
  ),

  // The account's settings.
  'admin-only': entry(
    403,
    false,
    'Only an administrator or the owner of your Zoom account may do this. Ask one of them.',
  ),
  'changed-meanwhile': entry(
    412,
    false,
    'Somebody else has saved other settings meanwhile. Look at what they changed, then save again.',
  ),
  'version-missing': entry(
    428,
    false,
    'Nothing was changed: the request does not say which version it changes (If-Match). Load the page again, then repeat your change.',
  ),
  'changed-since': entry(
    409,
    false,
    'This cannot be taken back: {settings} changed again afterwards. Change the setting itself.',
  ),
  'not-undoable': entry(
    409,
    false,
    'This step cannot be taken back. What a member connected they change themselves; people come from Zoom or from a list: correct them there, then bring them again.',
  ),
  'file-refused': entry(422, false, 'The file was not applied: {reason}'),
  'choice-refused': entry(
    403,
    false,
    'This service cannot be connected here. Your administrator decides which services may be used.',
  ),
  'group-exists': entry(409, false, 'There is already a group with this name: {name}. Choose another name.'),
  'group-from-elsewhere': entry(
    409,
    false,
    'Who is in this group comes from Zoom or from a list of people. Change it there, then bring the people again.',
  ),

  // Outlook.
  'host-call-failed': entry(500, true, 'Outlook could not {action}. Nothing was changed; try again.'),
  'calendar-refused': entry(
    403,
    false,
    'Outlook does not let add-ins keep anything on appointments of this calendar, probably because it belongs to somebody else. Nothing was changed. Make the appointment in your own calendar, or ask the owner to add the meeting.',
  ),
  'host-unsupported': entry(501, false, 'This version of Outlook cannot do this: {reason}'),
  'half-done': entry(
    500,
    true,
    'The meeting could not be put on the appointment completely: Outlook could not {action}. Press Repair to finish.',
  ),
  'half-updated': entry(
    500,
    true,
    'The meeting is changed in Zoom, but Outlook could not {action}. Press Update again to finish.',
  ),
  'half-followed': entry(
    500,
    true,
    'The appointment has taken over a part of what changed in Zoom, but Outlook could not {action}. Try again to finish.',
  ),
  'half-removed': entry(
    500,
    true,
    'The meeting could not be taken off the appointment completely: Outlook could not {action}. Press Remove again to finish.',
  ),
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

/** The sentence for people, with its details filled in; a detail that is missing leaves no braces behind. */
function sentenceFor(code: ErrorCode, details: ErrorDetails = {}): string {
  return catalogue[code].sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '…'));
}

/** An error of the catalogue. Thrown everywhere; `message` is its English sentence. */
export class ProductError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(sentenceFor(code, details), options);
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
