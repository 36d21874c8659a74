/**
 * One call to Outlook as a promise, with a time limit, so that a host that never answers cannot hang us.
 *
 * Whatever goes wrong becomes `host-call-failed`: `action` says in words what Outlook could not do, `hostCode`
 * and `hostName` are Office's own, and `timedOut` marks a call whose effect may still happen later.
 */
import { ProductError } from '../domain/errors';
import type { HostAction } from '../domain/hostActions';

/** How long Outlook may take over one call, in milliseconds. Bodies of a megabyte take seconds on slow machines. */
export const HOST_TIME_LIMIT_MS = 20_000;

/** Starts a call; Office calls back once. */
export type HostStart<T> = (callback: (result: Office.AsyncResult<T>) => void) => void;

/**
 * Makes one call to Outlook.
 *
 * @param action what the call does, in words that follow "Outlook could not …"
 */
export function callHost<T>(
  action: HostAction,
  start: HostStart<T>,
  limitMs: number = HOST_TIME_LIMIT_MS,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const fail = (details: { hostCode?: number; hostName?: string; timedOut?: boolean }, cause?: unknown) =>
      reject(new ProductError('host-call-failed', { action, ...details }, { cause }));
    const timer = setTimeout(() => fail({ timedOut: true }), limitMs);
    try {
      start((result) => {
        clearTimeout(timer);
        // Compared by value: the enum itself is not there in every runtime.
        if (String(result.status) === 'succeeded') resolve(result.value);
        else fail({ hostCode: result.error?.code ?? 0, hostName: result.error?.name ?? '' });
      });
    } catch (thrown) {
      clearTimeout(timer);
      fail({ hostName: thrown instanceof Error ? thrown.name : 'unknown' }, thrown);
    }
  });
}

/** Office's own code of a failed call; undefined for any other error. */
export function hostCodeOf(thrown: unknown): number | undefined {
  const code = thrown instanceof ProductError ? thrown.details['hostCode'] : undefined;
  return typeof code === 'number' ? code : undefined;
}
