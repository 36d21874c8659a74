/** Tells a database that cannot be reached from everything else that a query may fail with. */
import { hasCode } from '../errorCode';

/** Of the network, and of PostgreSQL: connection exceptions, shutdown by an administrator, a crash, a start. */
const codes = [
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'],
  ...['08000', '08001', '08003', '08004', '08006', '57P01', '57P02', '57P03', '53300'],
];

/** What `pg` says without a code. */
const messages = [
  /^Connection terminated/,
  /^Client has encountered a connection error/,
  /^timeout exceeded when trying to connect/,
];

/**
 * Whether the database was not reached, or went away before it answered. Looks at causes and at the errors of an
 * `AggregateError` (both addresses of `localhost`) as well.
 */
export function meansConnectionLoss(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if (codes.some((code) => hasCode(error, code))) return true;
  if ('message' in error && messages.some((message) => message.test(String(error.message)))) return true;
  if ('errors' in error && Array.isArray(error.errors) && error.errors.some(meansConnectionLoss)) return true;
  return 'cause' in error && meansConnectionLoss(error.cause);
}
