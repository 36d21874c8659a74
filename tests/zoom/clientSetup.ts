/** A Zoom client on a scripted `fetch` and a clock of the test's own. */
import { ProductError, type ErrorCode } from '../../src/domain/errors';
import { createZoomClient } from '../../src/zoom/client';
import { createBody } from '../../src/zoom/mapping';
import { errorOf, scripted, testClock, type Step, type TestClock } from './support';

export const ID = '85746065123';
export const TOKENS = ['stale-access-token', 'fresh-access-token'] as const;

export const body = createBody({
  topic: 'Weekly review',
  start: '2026-11-24T09:00:00',
  timeZone: 'Europe/Berlin',
  durationMinutes: 45,
  options: {},
});

export function setup(...steps: Step[]) {
  return setupOn(testClock(), ...steps);
}

export function setupOn(clock: TestClock, ...steps: readonly Step[]) {
  const { fetch, calls } = scripted(...steps);
  const client = createZoomClient({
    apiUrl: 'https://api.zoom.test/v2/',
    token: { current: async () => TOKENS[0], refreshed: async () => TOKENS[1] },
    fetch,
    now: clock.now,
    sleep: clock.sleep,
    timer: clock.timer,
    random: () => 0,
  });
  return { client, calls, clock };
}

export async function codeOf(promise: Promise<unknown>): Promise<ErrorCode> {
  const error = await errorOf(promise);
  if (error instanceof ProductError) return error.code;
  throw error;
}
