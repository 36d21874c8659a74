/**
 * The client of Zoom's REST API for one signed-in member: one method an operation, answers parsed, errors of
 * the catalogue.
 *
 * Every method throws `ProductError` only, or the abort reason when the caller's signal aborted. What the codes
 * promise: `zoom-unavailable` = nothing was changed in Zoom; `zoom-outcome-unknown` = a write was sent and its
 * answer was lost or not understood. Create through `createOnce` (createOnce.ts), which settles the latter.
 * Reads and repeatable writes are repeated by themselves a few times; POST is never repeated blindly.
 */
import type * as z from 'zod';
import { ProductError, type ErrorCode } from '../domain/errors';
import { MeetingId } from '../domain/meeting';
import { errorOfAnswer, errorOfTransport, errorOfUnreadable } from './errors';
import {
  compose,
  fetchTransport,
  TransportError,
  type Fetch,
  type HttpResponse,
  type Method,
  type Sleep,
  type Timer,
  type Weight,
} from './http';
import { parseJson } from './json';
import { authorize, type TokenSource } from './layers/authorize';
import { createRateLimiter, rateLimit, type RateLimiter } from './layers/rateLimit';
import { retry } from './layers/retry';
import { timeout } from './layers/timeout';
import {
  ZoomInvitation,
  ZoomMeeting,
  ZoomMeetingPage,
  ZoomSettings,
  ZoomUser,
  type ZoomCreateBody,
  type ZoomMeetingRow,
  type ZoomUpdateBody,
} from './schemas';
import { systemSleep, systemTimer } from './system';

export type { TokenSource };

export interface ZoomClientOptions {
  /** Zoom's own is `https://api.zoom.us/v2`. */
  readonly apiUrl: string;
  readonly token: TokenSource;
  readonly fetch?: Fetch;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly sleep?: Sleep;
  readonly timer?: Timer;
  /** From 0 up to 1; spreads waiting times. */
  readonly random?: () => number;
  /** One attempt, body included; 10 seconds unless said otherwise. */
  readonly timeoutMs?: number;
  /** Zoom counts requests by account: share one among the clients of an account. Own one unless given. */
  readonly limiter?: RateLimiter;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export type ListType = 'scheduled' | 'live' | 'upcoming' | 'upcoming_meetings' | 'previous_meetings';

export interface ListOptions extends CallOptions {
  /** `scheduled` unless said otherwise: everything unexpired, past and to come. */
  readonly type?: ListType;
  /** 1 to 300, which is also the default. */
  readonly pageSize?: number;
  readonly nextPageToken?: string;
}

export interface ZoomClient {
  me(options?: CallOptions): Promise<ZoomUser>;
  mySettings(options?: CallOptions): Promise<ZoomSettings>;
  /** One POST, not repeated when its answer is lost: prefer `createOnce`. */
  createMeeting(body: ZoomCreateBody, options?: CallOptions): Promise<ZoomMeeting>;
  getMeeting(id: MeetingId, options?: CallOptions): Promise<ZoomMeeting>;
  updateMeeting(id: MeetingId, body: ZoomUpdateBody, options?: CallOptions): Promise<void>;
  /** Throws `meeting-gone` when Zoom no longer has it (also after a repeated delete). */
  deleteMeeting(id: MeetingId, options?: CallOptions): Promise<void>;
  /** Brings a deleted meeting back; fine when it was not deleted. */
  recoverMeeting(id: MeetingId, options?: CallOptions): Promise<void>;
  listMeetings(options?: ListOptions): Promise<ZoomMeetingPage>;
  /** Every row of every page, asked for page by page as they are used. */
  allMeetings(options?: Omit<ListOptions, 'nextPageToken'>): AsyncIterableIterator<ZoomMeetingRow>;
  /** The invitation in Zoom's own words, plain text. */
  getInvitation(id: MeetingId, options?: CallOptions): Promise<string>;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const LARGEST_PAGE = 300;
/** A list that does not end is Zoom's fault or a stand-in's: 300 pages are 90,000 meetings. */
const MOST_PAGES = 300;

interface Operation {
  readonly method: Method;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: object;
  readonly weight: Weight;
  /** All but creating: sending it twice ends in the same state. */
  readonly repeatable: boolean;
  readonly aboutMeeting: boolean;
}

/** See the head of this file. The client keeps nothing but its rate limiter. */
export function createZoomClient(options: ZoomClientOptions): ZoomClient {
  const now = options.now ?? Date.now;
  const sleep = options.sleep ?? systemSleep;
  const send = compose(
    fetchTransport(options.fetch ?? fetch),
    retry({ now, sleep, random: options.random ?? Math.random }),
    authorize(options.token),
    rateLimit(options.limiter ?? createRateLimiter(now, sleep)),
    timeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS, options.timer ?? systemTimer),
  );
  const base = options.apiUrl.replace(/\/+$/, '');

  /** Sends, and answers 2xx only. */
  async function perform(operation: Operation, signal: AbortSignal | undefined): Promise<HttpResponse> {
    try {
      const response = await send({
        method: operation.method,
        url: `${base}${operation.path}${queryString(operation.query)}`,
        headers: {
          accept: 'application/json',
          ...(operation.body ? { 'content-type': 'application/json' } : {}),
        },
        ...(operation.body ? { body: JSON.stringify(operation.body) } : {}),
        repeatable: operation.repeatable,
        weight: operation.weight,
        ...(signal ? { signal } : {}),
      });
      if (response.status >= 200 && response.status < 300) return response;
      throw errorOfAnswer(response, operation, now());
    } catch (thrown) {
      throw thrown instanceof TransportError ? errorOfTransport(thrown, operation) : thrown;
    }
  }

  async function read<S extends z.ZodType>(
    schema: S,
    operation: Operation,
    signal: AbortSignal | undefined,
  ): Promise<z.output<S>> {
    const response = await perform(operation, signal);
    const parsed = schema.safeParse(parseJson(response.text));
    if (parsed.success) return parsed.data;
    throw errorOfUnreadable(response, operation, parsed.error);
  }

  /** For operations that answer 204: a page of a proxy in its place must not pass for it. */
  async function change(operation: Operation, signal: AbortSignal | undefined): Promise<void> {
    const response = await perform(operation, signal);
    const text = response.text.trim();
    if (text !== '' && parseJson(text) === undefined) throw errorOfUnreadable(response, operation);
  }

  const client: ZoomClient = {
    me: (call) => read(ZoomUser, get('/users/me', 'light'), call?.signal),

    mySettings: (call) => read(ZoomSettings, get('/users/me/settings', 'medium'), call?.signal),

    createMeeting: (body, call) =>
      read(
        ZoomMeeting,
        {
          method: 'POST',
          path: '/users/me/meetings',
          body,
          weight: 'light',
          repeatable: false,
          aboutMeeting: false,
        },
        call?.signal,
      ),

    getMeeting: async (id, call) =>
      read(ZoomMeeting, { ...get(meetingPath(id), 'light'), aboutMeeting: true }, call?.signal),

    updateMeeting: async (id, body, call) => change(onMeeting('PATCH', meetingPath(id), body), call?.signal),

    deleteMeeting: async (id, call) => change(onMeeting('DELETE', meetingPath(id)), call?.signal),

    async recoverMeeting(id, call) {
      try {
        await change(onMeeting('PUT', `${meetingPath(id)}/status`, { action: 'recover' }), call?.signal);
      } catch (thrown) {
        // A repetition whose first answer was lost, or a second press: Zoom refuses to recover what lives.
        const refused = thrown instanceof ProductError && RECOVER_REFUSED.has(thrown.code);
        if (!refused || !(await lives(id, call))) throw thrown;
      }
    },

    listMeetings: (list = {}) =>
      read(
        ZoomMeetingPage,
        {
          ...get('/users/me/meetings', 'medium'),
          query: {
            type: list.type ?? 'scheduled',
            page_size: Math.min(LARGEST_PAGE, Math.max(1, Math.trunc(list.pageSize ?? LARGEST_PAGE))),
            next_page_token: list.nextPageToken,
          },
        },
        list.signal,
      ),

    async *allMeetings(list = {}) {
      let nextPageToken: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const answer = await client.listMeetings({ ...list, ...(nextPageToken ? { nextPageToken } : {}) });
        yield* answer.meetings;
        if (answer.next_page_token === undefined) return;
        nextPageToken = answer.next_page_token;
      }
      throw new ProductError('zoom-unavailable', { reason: 'the list of meetings does not end' });
    },

    getInvitation: async (id, call) => {
      const path = `${meetingPath(id)}/invitation`;
      return (await read(ZoomInvitation, { ...get(path, 'light'), aboutMeeting: true }, call?.signal))
        .invitation;
    },
  };

  async function lives(id: MeetingId, call: CallOptions | undefined): Promise<boolean> {
    return client.getMeeting(id, call).then(
      () => true,
      () => false,
    );
  }

  return client;
}

const RECOVER_REFUSED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'meeting-gone',
  'zoom-refused',
  'zoom-forbidden',
]);

const get = (path: string, weight: Weight): Operation => ({
  method: 'GET',
  path,
  weight,
  repeatable: true,
  aboutMeeting: false,
});

const onMeeting = (method: Method, path: string, body?: object): Operation => ({
  method,
  path,
  ...(body ? { body } : {}),
  weight: 'light',
  repeatable: true,
  aboutMeeting: true,
});

/** An id that is not one would name another address (`..`): it never leaves. */
function meetingPath(id: string): string {
  if (!MeetingId.safeParse(id).success) {
    throw new ProductError('invalid-request', { reason: 'this is not a meeting id' });
  }
  return `/meetings/${id}`;
}

function queryString(query: Operation['query'] = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
