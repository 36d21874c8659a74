/** Errors of Node and of the database tell by a `code` what they are. */

/** @param code such as `ENOENT`, or PostgreSQL's `23505` */
export const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
