/**
 * From what Zoom answered, or did not, to the error catalogue. Pure; the table of it is the test.
 *
 * Zoom's own words become the `reason` of a refusal, after `words` made them fit to show. Details carry
 * `zoomStatus` and `zoomCode` for the log; never a token, a header or a body.
 */
import { ProductError, type ErrorCode } from '../domain/errors';
import type { HttpResponse, Method, TransportError } from './http';
import { parseJson } from './json';
import { isDailyLimit, readRateLimit } from './rateLimitHeaders';
import { ZoomErrorBody } from './schemas';

/** What was asked, as far as it decides what a refusal means. */
export interface Asked {
  readonly method: Method;
  /** Whether the address names one meeting: then 404 is about that meeting. */
  readonly aboutMeeting: boolean;
  /** Whom the request named, because a refusal may be about them. */
  readonly people?: {
    readonly alternativeHosts: readonly string[];
    readonly scheduleFor?: string | undefined;
  };
}

/** Zoom's codes that decide by themselves. 1001, 1010, 1120: the member is not (or no longer) in the account. */
const BY_ZOOM_CODE: Readonly<Record<number, ErrorCode>> = {
  124: 'zoom-consent-lost',
  200: 'zoom-forbidden',
  300: 'zoom-refused',
  1001: 'zoom-forbidden',
  1010: 'zoom-forbidden',
  1120: 'zoom-forbidden',
  3000: 'zoom-forbidden',
  3001: 'meeting-gone',
  3018: 'zoom-forbidden',
  3037: 'zoom-forbidden',
  3161: 'zoom-forbidden',
  4711: 'zoom-forbidden',
};

/** Zoom's code for a token without the scopes that this needs: a fresh token has no more of them. */
const SCOPES_MISSING = 4711;
const TOKEN_REFUSED = 124;

/** The code and words of an answer that is not 2xx; undefined when the body is not one of Zoom's errors. */
export function readErrorBody(response: HttpResponse): ZoomErrorBody | undefined {
  const body = ZoomErrorBody.safeParse(parseJson(response.text));
  return body.success ? body.data : undefined;
}

/** True when a fresh token may turn this answer into a good one. */
export function wantsFreshToken(response: HttpResponse): boolean {
  if (response.status < 400 || response.status >= 500) return false;
  const code = readErrorBody(response)?.code;
  return code === TOKEN_REFUSED || (response.status === 401 && code !== SCOPES_MISSING);
}

/** The error that an answer outside 2xx means. `now` in milliseconds since the epoch. */
export function errorOfAnswer(response: HttpResponse, asked: Asked, now: number): ProductError {
  const body = readErrorBody(response);
  const details = { zoomStatus: response.status, ...(body ? { zoomCode: body.code } : {}) };
  const reason = words(body);
  const { status, headers } = response;

  if (status === 429) {
    if (isDailyLimit(headers, body?.message ?? '')) {
      return new ProductError('zoom-daily-limit', { ...details, reason });
    }
    const wait = readRateLimit(headers, now).retryAfterMs ?? 1000;
    return new ProductError('zoom-busy', { ...details, seconds: Math.max(1, Math.ceil(wait / 1000)) });
  }
  // A server that failed says nothing about what it had done.
  if (status >= 500 || status === 408) return silence(asked.method, details);
  if (status === 401 && body?.code !== SCOPES_MISSING) return new ProductError('zoom-consent-lost', details);
  // A page of a proxy: a 404 from there must not pass for a meeting that is gone. A 4xx did nothing all the same.
  if (!body) return unreadable(status >= 400 ? 'GET' : asked.method, details);

  const more = { ...details, reason };
  return (
    aboutPeople(body.code, reason, asked, more) ??
    aboutOccurrence(reason, more) ??
    new ProductError(BY_ZOOM_CODE[body.code] ?? byStatus(status, asked), more)
  );
}

/** Zoom's code for an alternative host whom it does not take; met in the field, not in its OpenAPI. */
const NO_ALTERNATIVE_HOST = 1114;

/** A refusal because of somebody whom the request named, recognised by Zoom's code or words. */
function aboutPeople(
  code: number,
  reason: string,
  { people }: Asked,
  details: Details,
): ProductError | undefined {
  const hosts = people?.alternativeHosts ?? [];
  if (hosts.length > 0 && (code === NO_ALTERNATIVE_HOST || /alternative[ _]?hosts?\b/i.test(reason))) {
    const named = hosts.filter((address) => reason.toLowerCase().includes(address.toLowerCase()));
    return new ProductError('alternative-host-refused', {
      ...details,
      people: (named.length === 0 ? hosts : named).join(', '),
    });
  }
  const person = people?.scheduleFor;
  if (person !== undefined && /schedule_for|schedule a meeting for|schedule for a user/i.test(reason)) {
    return new ProductError('schedule-for-refused', { ...details, person });
  }
  return undefined;
}

function aboutOccurrence(reason: string, details: Details): ProductError | undefined {
  return /occurrence_id/.test(reason) ? new ProductError('occurrence-gone', details) : undefined;
}

function byStatus(status: number, asked: Asked): ErrorCode {
  if (status === 404 && asked.aboutMeeting) return 'meeting-gone';
  return status === 403 ? 'zoom-forbidden' : 'zoom-refused';
}

/** The error that a missing answer means. */
export function errorOfTransport(failure: TransportError, asked: Asked): ProductError {
  return failure.sent === 'never'
    ? new ProductError('zoom-unavailable', {}, { cause: failure })
    : silence(asked.method, {}, failure);
}

/** The error that an answer means which is not what Zoom's contract says: a proxy's page, a truncated body. */
export const errorOfUnreadable = (response: HttpResponse, asked: Asked, cause?: unknown): ProductError =>
  unreadable(asked.method, { zoomStatus: response.status }, cause);

type Details = Readonly<Record<string, string | number | boolean>>;

/** A read changed nothing; of a write nobody knows. */
function silence(method: Method, details: Details, cause?: unknown): ProductError {
  return new ProductError(method === 'GET' ? 'zoom-unavailable' : 'zoom-outcome-unknown', details, { cause });
}

const unreadable = (method: Method, details: Details, cause?: unknown): ProductError =>
  silence(method, { ...details, reason: 'the answer was not one of Zoom’s' }, cause);

const REASON_LIMIT = 300;

/**
 * Zoom's message and its field messages as one sentence for people: without control and bidirectional characters,
 * without anything long enough to be a token, and not endless.
 */
export function words(body: ZoomErrorBody | undefined): string {
  const fields = (body?.errors ?? []).map(({ field, message }) =>
    field === '' ? message : `${field}: ${message}`,
  );
  const parts = [body?.message ?? '', ...fields].map(presentable).filter((part) => part !== '');
  const text = [...new Set(parts)].join(' ') || 'no reason given';
  return text.length > REASON_LIMIT ? `${text.slice(0, REASON_LIMIT - 1)}…` : text;
}

/** Text of Zoom's made fit to show and to log. */
export const presentable = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\w\-.~+/=]{40,}/g, '…')
    .trim();
