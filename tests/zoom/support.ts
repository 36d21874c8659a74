/** Doubles for the Zoom client's tests: a clock that only moves when told, and a `fetch` that follows a script. */
import type { Fetch, HttpRequest, HttpResponse, Sleep, Timer } from '../../src/zoom/http';

export const START = Date.parse('2026-11-23T08:00:00Z');

export interface TestClock {
  now(): number;
  readonly sleep: Sleep;
  readonly timer: Timer;
  /** Moves time and fires what is due. */
  advance(milliseconds: number): void;
  /** How long each sleep was asked to take, in order. */
  readonly slept: number[];
  /** Timers that were neither stopped nor fired. */
  pending(): number;
}

/** Sleeping moves this clock at once; timers fire when it passes them. */
export function testClock(): TestClock {
  let time = START;
  const slept: number[] = [];
  const timers = new Set<{ at: number; fire: () => void }>();
  const advance = (milliseconds: number): void => {
    time += milliseconds;
    for (const timer of [...timers]) {
      if (timer.at <= time && timers.delete(timer)) timer.fire();
    }
  };
  return {
    now: () => time,
    advance,
    slept,
    pending: () => timers.size,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      slept.push(milliseconds);
      advance(milliseconds);
      await Promise.resolve();
    },
    timer: (milliseconds, fire) => {
      const timer = { at: time + milliseconds, fire };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  };
}

export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

export type Step = Response | Error | ((init: RequestInit) => Response | Promise<Response>);

/** Answers call after call with the script's steps; a call beyond its end fails the test. */
export function scripted(...steps: readonly Step[]): { readonly fetch: Fetch; readonly calls: Call[] } {
  const calls: Call[] = [];
  const fetch: Fetch = async (url, init) => {
    const step = steps[calls.length];
    calls.push({
      method: init.method ?? 'GET',
      url,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? init.body : undefined,
    });
    if (step === undefined) throw new Error(`the script has no answer for call ${calls.length} (${url})`);
    if (step instanceof Error) throw step;
    return typeof step === 'function' ? step(init) : step;
  };
  return { fetch, calls };
}

/** Never answers; the clock moves on so that timeouts fire. */
export const hang =
  (clock: TestClock, milliseconds = 60_000): Step =>
  (init) =>
    new Promise((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      clock.advance(milliseconds);
    });

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export const refusal = (
  status: number,
  code: number,
  message: string,
  headers: Record<string, string> = {},
): Response => json(status, { code, message }, headers);

export const noContent = (): Response => new Response(null, { status: 204 });

/** What `fetch` throws for a connection that was made and then broke. */
export const connectionReset = (): Error =>
  new TypeError('fetch failed', {
    cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' }),
  });

/** What `fetch` throws when nobody listens. */
export const connectionRefused = (): Error =>
  new TypeError('fetch failed', {
    cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' }),
  });

export const tooFast = (headers: Record<string, string> = {}): Response =>
  refusal(429, 429, 'You have reached the maximum per-second rate limit for this API. Try again later.', {
    'x-ratelimit-type': 'QPS',
    ...headers,
  });

export const tooManyToday = (): Response =>
  refusal(429, 429, 'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests.');

/** A request as the layers get it. */
export const aRequest = (changes: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url: 'https://api.zoom.test/v2/users/me',
  headers: {},
  repeatable: true,
  weight: 'light',
  ...changes,
});

export const anAnswer = (
  status: number,
  body: unknown = '',
  headers: Record<string, string> = {},
): HttpResponse => ({
  status,
  headers: new Headers(headers),
  text: typeof body === 'string' ? body : JSON.stringify(body),
});

/** A meeting as Zoom's API answers it. */
export const zoomMeeting = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 85746065123,
  uuid: 'aDYlohsHRtCd4ii1uC2+hA==',
  host_id: 'member-1',
  host_email: 'organizer@example.test',
  topic: 'Weekly review',
  type: 2,
  status: 'waiting',
  start_time: '2026-11-24T08:00:00Z',
  duration: 45,
  timezone: 'Europe/Berlin',
  created_at: '2026-11-23T08:00:01Z',
  start_url: 'https://zoom.example.test/s/85746065123?zak=host-secret',
  join_url: 'https://zoom.example.test/j/85746065123?pwd=abc',
  password: 'a1b2c3',
  settings: { waiting_room: true, host_video: false, participant_video: true, mute_upon_entry: false },
  ...changes,
});

/** The error that a promise ends in; the promise being kept fails the test. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  const kept = Symbol('kept');
  const outcome: unknown = await promise.then(
    () => kept,
    (thrown: unknown) => thrown,
  );
  if (outcome === kept) throw new Error('expected an error, but the promise was kept');
  return outcome;
}
