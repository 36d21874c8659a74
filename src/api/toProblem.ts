/** An error of the catalogue on its way over HTTP: `ProductError` to `Problem` (RFC 9457), with its English sentence. */
import type { Problem } from './backend';
import { entryOf, type ErrorCode, type ProductError } from '../domain/errors';
import { sentenceOf } from '../domain/errorSentences';

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

const titleOf = (code: ErrorCode): string =>
  (code[0] ?? '').toUpperCase() + code.slice(1).replaceAll('-', ' ');
