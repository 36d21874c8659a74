/**
 * A problem that came over HTTP (RFC 9457) as the error of the catalogue that it was on the other side, so a code means
 * the same in the backend's log and on the pane's screen. The way out is in `toProblem.ts`.
 */
import { Problem } from './backend';
import { isErrorCode, ProductError, type ErrorCode } from '../domain/errors';

/** The media type that problems travel as. */
export const PROBLEM_TYPE = 'application/problem+json';

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
