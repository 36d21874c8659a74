/**
 * An error of the catalogue on its way over HTTP and back: `ProductError` to `Problem` (RFC 9457) and `Problem`
 * to `ProductError`. Both sides use it, so a code means the same in the backend's log and on the pane's screen.
 */
import { Problem } from './backend';
import { entryOf, isErrorCode, ProductError, type ErrorCode } from '../domain/errors';
import { sentenceOf } from '../domain/errorSentences';

/** The media type that problems travel as. */
export const PROBLEM_TYPE = 'application/problem+json';

/** What a problem's `type` begins with; the code follows. It names the kind of problem and leads nowhere. */
const TYPE_PREFIX = 'urn:problem:';

/**
 * The problem that an error travels as.
 *
 * @param requestId identifies the request in the backend's log; it also fills the sentence of `internal`.
 */
export function toProblem(error: ProductError, requestId?: string): Problem {
  const details =
    requestId !== undefined && error.code === 'internal' ? { ...error.details, requestId } : error.details;
  return {
    type: TYPE_PREFIX + error.code,
    title: titleOf(error.code),
    status: entryOf(error.code).status,
    detail: sentenceOf({ code: error.code, details }),
    code: error.code,
    ...(requestId === undefined ? {} : { requestId }),
    ...(Object.keys(details).length === 0 ? {} : { details: { ...details } }),
  };
}

/**
 * The error that an answer which is not a success stands for.
 *
 * @param status the HTTP status
 * @param body the answer's body, parsed as JSON where it could be. Something between us and the backend (a proxy,
 *   a captive portal) may have answered in its place, so anything is expected here.
 */
export function fromProblem(status: number, body: unknown): ProductError {
  const parsed = Problem.safeParse(body);
  if (!parsed.success) return new ProductError('backend-unavailable', { status });
  const problem = parsed.data;
  if (isErrorCode(problem.code)) {
    return new ProductError(problem.code, {
      ...problem.details,
      ...(problem.requestId === undefined ? {} : { requestId: problem.requestId }),
    });
  }
  return new ProductError(codeForStatus(status), { reason: problem.detail, status });
}

/** A later backend may know codes that an open pane does not: its status still says what kind of thing happened. */
function codeForStatus(status: number): ErrorCode {
  if (status === 401) return 'session-expired';
  if (status === 403) return 'zoom-forbidden';
  if (status === 404) return 'not-found';
  if (status >= 500) return 'backend-unavailable';
  return 'invalid-request';
}

const titleOf = (code: ErrorCode): string =>
  (code[0] ?? '').toUpperCase() + code.slice(1).replaceAll('-', ' ');
