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
import type { MeetingId } from '../domain/meeting';
import { errorOfAnswer, errorOfTransport, errorOfUnreadable } from './errors';
import {
  compose,
  fetchTransport,
  TransportError,
  type Fetch,
  type HttpResponse,
  type Sleep,
  type Timer,
} from './http';
import { parseJson } from './json';
import { authorize, type TokenSource } from './layers/authorize';
import { createRateLimiter, rateLimit, type RateLimiter } from './layers/rateLimit';
import { retry } from './layers/retry';
import { timeout } from './layers/timeout';
import {
  groupPath,
  meetingPath,
  occurrenceQuery,
  onMeeting,
  queryString,
  reading,
  userPath,
  type Operation,
} from './operation';
import type { ZoomCreateBody, ZoomOccurrenceBody, ZoomUpdateBody } from './bodies';
import {
  ZoomGroupMemberPage,
  ZoomGroupPage,
  ZoomUserPage,
  type ZoomGroupRow,
  type ZoomUserRow,
} from './directorySchemas';
import { ZoomMeeting, ZoomMeetingPage, ZoomUser, type ZoomMeetingRow } from './schemas';
import {
  ZoomAuthentication,
  ZoomLockSettings,
  ZoomSchedulers,
  ZoomSecurityLocks,
  ZoomSettings,
  ZoomTemplates,
} from './settingsSchemas';
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

export interface ListOptions extends CallOptions {
  /** `scheduled` unless said otherwise: everything unexpired, past and to come. */
  readonly type?: 'scheduled' | 'upcoming';
  /** 1 to 300, which is also the default. */
  readonly pageSize?: number;
  readonly nextPageToken?: string;
  /** Address of another host, whose meetings this member may see; their own unless given. */
  readonly of?: string;
}

export interface ZoomClient {
  me(options?: CallOptions): Promise<ZoomUser>;
  mySettings(options?: CallOptions): Promise<ZoomSettings>;
  /** Whether only signed-in people may join by default: a part of the settings that Zoom tells apart. */
  myAuthentication(options?: CallOptions): Promise<ZoomAuthentication>;
  /** People whom this member may schedule for. `zoom-forbidden` without the scope. */
  schedulers(options?: CallOptions): Promise<ZoomSchedulers['schedulers']>;
  /** Meeting templates. `zoom-forbidden` without the scope, or for people who may not schedule. */
  templates(options?: CallOptions): Promise<ZoomTemplates['templates']>;
  /** What the account has locked. Needs an administrator's scope. */
  lockSettings(options?: CallOptions): Promise<ZoomLockSettings>;
  /** The locks that Zoom tells apart. Needs an administrator's scope. */
  securityLocks(options?: CallOptions): Promise<ZoomSecurityLocks>;
  /** Everybody active in the account, all pages. Needs an administrator's scope: `zoom-forbidden` without it. */
  users(options?: CallOptions): Promise<readonly ZoomUserRow[]>;
  /** The account's groups, all pages. Needs an administrator's scope, likewise. */
  groups(options?: CallOptions): Promise<readonly ZoomGroupRow[]>;
  /** Zoom user ids of a group's members, all pages. Needs an administrator's scope, likewise. */
  groupMembers(groupId: string, options?: CallOptions): Promise<readonly string[]>;
  /** One POST, not repeated when its answer is lost: prefer `createOnce`. */
  createMeeting(body: ZoomCreateBody, options?: CallOptions): Promise<ZoomMeeting>;
  /** Of a series with all its occurrences, past and cancelled ones included. */
  getMeeting(id: MeetingId, options?: CallOptions): Promise<ZoomMeeting>;
  updateMeeting(id: MeetingId, body: ZoomUpdateBody, options?: CallOptions): Promise<void>;
  /** Throws `meeting-gone` when Zoom no longer has it (also after a repeated delete). */
  deleteMeeting(id: MeetingId, options?: CallOptions): Promise<void>;
  /** Throws `occurrence-gone` when the series has no such occurrence (any more). */
  updateOccurrence(
    id: MeetingId,
    occurrenceId: string,
    body: ZoomOccurrenceBody,
    options?: CallOptions,
  ): Promise<void>;
  /** Cancels one occurrence. Throws `occurrence-gone` also for one that was cancelled already. */
  deleteOccurrence(id: MeetingId, occurrenceId: string, options?: CallOptions): Promise<void>;
  /** Brings a deleted meeting back; fine when it was not deleted. */
  recoverMeeting(id: MeetingId, options?: CallOptions): Promise<void>;
  listMeetings(options?: ListOptions): Promise<ZoomMeetingPage>;
  /** Every row of every page, asked for page by page as they are used. */
  allMeetings(options?: Omit<ListOptions, 'nextPageToken'>): AsyncIterableIterator<ZoomMeetingRow>;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const LARGEST_PAGE = 300;
/** A list that does not end is Zoom's fault or a stand-in's: 300 pages are 90,000 meetings. */
const MOST_PAGES = 300;

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
    me: (call) => read(ZoomUser, reading('/users/me', 'light'), call?.signal),

    mySettings: (call) => read(ZoomSettings, reading('/users/me/settings', 'medium'), call?.signal),

    myAuthentication: (call) =>
      read(
        ZoomAuthentication,
        reading('/users/me/settings', 'medium', { option: 'meeting_authentication' }),
        call?.signal,
      ),

    schedulers: async (call) =>
      (await read(ZoomSchedulers, reading('/users/me/schedulers', 'medium'), call?.signal)).schedulers,

    templates: async (call) =>
      (await read(ZoomTemplates, reading('/users/me/meeting_templates', 'medium'), call?.signal)).templates,

    lockSettings: (call) =>
      read(ZoomLockSettings, reading('/accounts/me/lock_settings', 'medium'), call?.signal),

    securityLocks: (call) =>
      read(
        ZoomSecurityLocks,
        reading('/accounts/me/lock_settings', 'medium', { option: 'meeting_security' }),
        call?.signal,
      ),

    users: (call) =>
      everyPage('people', async (next_page_token) => {
        const query = { status: 'active', page_size: LARGEST_PAGE, next_page_token };
        const page = await read(ZoomUserPage, reading('/users', 'medium', query), call?.signal);
        return { rows: page.users, next: page.next_page_token };
      }),

    groups: (call) =>
      everyPage('groups', async (next_page_token) => {
        const query = { page_size: LARGEST_PAGE, next_page_token };
        const page = await read(ZoomGroupPage, reading('/groups', 'medium', query), call?.signal);
        return { rows: page.groups, next: page.next_page_token };
      }),

    groupMembers: async (groupId, call) => {
      const path = `${groupPath(groupId)}/members`;
      const members = await everyPage('members of a group', async (next_page_token) => {
        const query = { page_size: LARGEST_PAGE, next_page_token };
        const page = await read(ZoomGroupMemberPage, reading(path, 'medium', query), call?.signal);
        return { rows: page.members, next: page.next_page_token };
      });
      return members.map(({ id }) => id).filter((id) => id !== '');
    },

    createMeeting: (body, call) =>
      read(
        ZoomMeeting,
        {
          method: 'POST',
          path: '/users/me/meetings',
          body,
          people: peopleOf(body),
          weight: 'light',
          repeatable: false,
          aboutMeeting: false,
        },
        call?.signal,
      ),

    getMeeting: async (id, call) =>
      read(
        ZoomMeeting,
        onMeeting('GET', meetingPath(id), { query: { show_previous_occurrences: true } }),
        call?.signal,
      ),

    updateMeeting: async (id, body, call) =>
      change(onMeeting('PATCH', meetingPath(id), { body, people: peopleOf(body) }), call?.signal),

    updateOccurrence: async (id, occurrenceId, body, call) =>
      onOccurrence(
        id,
        onMeeting('PATCH', meetingPath(id), { body, query: occurrenceQuery(occurrenceId) }),
        call,
      ),

    deleteOccurrence: async (id, occurrenceId, call) =>
      onOccurrence(id, onMeeting('DELETE', meetingPath(id), { query: occurrenceQuery(occurrenceId) }), call),

    deleteMeeting: async (id, call) => change(onMeeting('DELETE', meetingPath(id)), call?.signal),

    async recoverMeeting(id, call) {
      try {
        await change(
          onMeeting('PUT', `${meetingPath(id)}/status`, { body: { action: 'recover' } }),
          call?.signal,
        );
      } catch (thrown) {
        // A repetition whose first answer was lost, or a second press: Zoom refuses to recover what lives.
        const refused = thrown instanceof ProductError && RECOVER_REFUSED.has(thrown.code);
        if (!refused || !(await lives(id, call))) throw thrown;
      }
    },

    listMeetings: async (list = {}) =>
      read(
        ZoomMeetingPage,
        reading(`${userPath(list.of)}/meetings`, 'medium', {
          type: list.type ?? 'scheduled',
          page_size: Math.min(LARGEST_PAGE, Math.max(1, Math.trunc(list.pageSize ?? LARGEST_PAGE))),
          next_page_token: list.nextPageToken,
        }),
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
  };

  /** Zoom says the same of an occurrence that was cancelled and of a meeting that is gone. */
  async function onOccurrence(
    id: MeetingId,
    operation: Operation,
    call: CallOptions | undefined,
  ): Promise<void> {
    try {
      await change(operation, call?.signal);
    } catch (thrown) {
      const gone = thrown instanceof ProductError && thrown.code === 'meeting-gone';
      if (!gone || !(await lives(id, call))) throw thrown;
      throw new ProductError('occurrence-gone', thrown.details, { cause: thrown });
    }
  }

  async function lives(id: MeetingId, call: CallOptions | undefined): Promise<boolean> {
    return client.getMeeting(id, call).then(
      () => true,
      () => false,
    );
  }

  return client;
}

/** Page after page, in order. @throws ProductError `zoom-unavailable` for a list without end */
async function everyPage<Row>(
  what: string,
  pageOf: (token: string | undefined) => Promise<{ rows: readonly Row[]; next: string | undefined }>,
): Promise<Row[]> {
  const all: Row[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { rows, next } = await pageOf(token);
    all.push(...rows);
    if (next === undefined) return all;
    token = next;
  }
  throw new ProductError('zoom-unavailable', { reason: `the list of ${what} does not end` });
}

const RECOVER_REFUSED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'meeting-gone',
  'zoom-refused',
  'zoom-forbidden',
]);

/** Whom a refusal may be about. */
const peopleOf = (body: ZoomCreateBody | ZoomUpdateBody): NonNullable<Operation['people']> => ({
  alternativeHosts: (body.settings?.alternative_hosts ?? '').split(';').filter((address) => address !== ''),
  scheduleFor: 'schedule_for' in body ? body.schedule_for : undefined,
});
