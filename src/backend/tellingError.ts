/** An error of the catalogue that is told with more than fills its sentence. */
import { ProductError, type ErrorCode, type ErrorDetails } from '../domain/errors';

/** Extension members of the problem (RFC 9457, 3.2). */
export interface ProblemMembers {
  /** With `changed-meanwhile`: `Meanwhile` of `api/policy.ts`. */
  readonly meanwhile?: unknown;
  /** With `file-refused`: everything that is wrong with the file, as in `ImportCheck`. */
  readonly problems?: unknown;
}

export class TellingError extends ProductError {
  readonly members: ProblemMembers;

  constructor(code: ErrorCode, details: ErrorDetails, members: ProblemMembers) {
    super(code, details);
    this.name = 'TellingError';
    this.members = members;
  }
}
