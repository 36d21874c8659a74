/** What the file system and SQLite throw, as errors of the catalogue. */
import { ProductError, type ErrorCode } from '../../domain/errors';

/** Whether the error has a `code` like this one; SQLite's and Node's errors do. */
export const hasCode = (error: unknown, pattern: RegExp): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  pattern.test(error.code);

/** SQLite's shared memory cannot grow on a disk that is full. */
const full = /^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)$/;
const damaged = /^SQLITE_(NOTADB|CORRUPT|ERROR|FORMAT|SCHEMA|CONSTRAINT|MISMATCH)/;
const unusable = /^(SQLITE_|E[A-Z]+$)/;

/** @param forDamage the code of a file that holds something else than it should */
export function translated(error: unknown, forDamage: ErrorCode = 'journal-damaged'): unknown {
  if (error instanceof ProductError) return error;
  const as = (code: ErrorCode) =>
    new ProductError(code, error instanceof Error ? { reason: error.message } : {}, { cause: error });
  if (hasCode(error, full)) return as('journal-full');
  if (hasCode(error, /^SQLITE_(BUSY|LOCKED)/)) return as('journal-in-use');
  if (hasCode(error, damaged)) return as(forDamage);
  return hasCode(error, unusable) ? as('journal-unusable') : error;
}

/** Why a file could not be opened; the driver gives this error no code. */
export const unopened = (error: unknown): unknown => {
  const known = translated(error, 'journal-unusable');
  if (known instanceof ProductError) return known;
  return new ProductError('journal-unusable', { reason: String(error) }, { cause: error });
};

/** A row of the journal that is not what the journal writes; its content is not repeated. */
export const damagedRow = (what: string): ProductError =>
  new ProductError('journal-damaged', { reason: `A row of its ${what} makes no sense.` });

export const isDamage = (error: unknown): boolean =>
  error instanceof ProductError && error.code === 'journal-damaged';
