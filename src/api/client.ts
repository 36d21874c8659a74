/**
 * The typed client of the backend's HTTP interface, for pane and ribbon.
 *
 * Every method rejects with a `ProductError`: the backend's own problems by their code; no connection as `offline`
 * when the browser says so, else as `backend-unavailable`. A call that may be repeated without harm is repeated
 * once when the network failed; creating is one of them, because the backend makes one meeting a claim.
 */
import type * as z from 'zod/mini';
import {
  ConfirmationAnswer,
  IDEMPOTENCY_HEADER,
  Me,
  Meeting,
  MeetingChoices,
  MeetingPage,
  paths,
  Preferences,
  Session,
  UnusedMeetings,
  type MeetingChange,
  type MeetingRequest,
  type OccurrenceRequest,
  type SessionRequest,
  type Whose,
} from './backend';
import { fromProblem } from './problem';
import { endsSession, ProductError } from '../domain/errors';
import { parseJson } from '../domain/json';

export interface BackendClientOptions {
  /** Where the backend is, such as `https://localhost:8443`; empty for the page's own origin. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** The session token of this moment, if there is one. */
  readonly token: () => string | undefined;
  /** What the browser says about its connection (`navigator.onLine`). Absent: taken as online. */
  readonly isOnline?: () => boolean;
  /** How long one attempt may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** The backend's meetings; what `scheduling` asks of them, and the list beside. */
export interface BackendMeetings {
  create(request: MeetingRequest, claim: string): Promise<Meeting>;
  get(id: string): Promise<Meeting>;
  update(id: string, change: MeetingChange): Promise<Meeting>;
  remove(id: string): Promise<void>;
  recover(id: string): Promise<Meeting>;
  updateOccurrence(id: string, occurrenceId: string, request: OccurrenceRequest): Promise<Meeting>;
  removeOccurrence(id: string, occurrenceId: string): Promise<Meeting>;
  confirm(
    id: string,
    appointment: string | undefined,
    as?: 'shared' | 'perhaps-copy' | 'unsaved',
  ): Promise<Whose>;
  unused(): Promise<UnusedMeetings['meetings']>;
  keep(id: string): Promise<void>;
  /** One page of the member's meetings that are still to come. */
  list(pageToken?: string): Promise<MeetingPage>;
}

export interface BackendClient {
  /** The address that the sign-in dialog opens. */
  signInUrl(challenge: string, returnPath: string): string;
  /** Exchanges the dialog's one-time code for a session. */
  openSession(request: SessionRequest): Promise<Session>;
  /** A fresh token; the present one ends soon after. */
  renewSession(): Promise<Session>;
  /** Signs out. A session that has ended already is no error. */
  closeSession(): Promise<void>;
  me(): Promise<Me>;
  /** What the person keeps as their own, without Zoom being asked. */
  preferences(): Promise<Preferences>;
  savePreferences(preferences: Preferences): Promise<Me>;
  choices(): Promise<MeetingChoices>;
  readonly meetings: BackendMeetings;
}

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** False for what must not happen twice, such as using up a one-time code. */
  readonly repeatable?: boolean;
}

export function createBackendClient(options: BackendClientOptions): BackendClient {
  const base = options.baseUrl.replace(/\/$/, '');

  /** One attempt. Rejects with a `NetworkFailure` when no answer came. */
  async function attempt(call: Call, token: string | undefined): Promise<{ status: number; text: string }> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), options.timeoutMs);
    try {
      const response = await options.fetch(base + call.path, {
        method: call.method,
        signal: abort.signal,
        // The token is the only proof of identity: no cookie may ever stand in for it.
        credentials: 'omit',
        cache: 'no-store',
        headers: {
          accept: 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...call.headers,
        },
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
      return { status: response.status, text: await response.text() };
    } catch (cause) {
      throw new NetworkFailure(abort.signal.aborted, cause);
    } finally {
      clearTimeout(timer);
    }
  }

  async function send(call: Call): Promise<unknown> {
    const token = options.token();
    const answer = await attempt(call, token)
      .catch((error: unknown) => {
        // After a timeout the person has waited long enough; only a broken connection is tried again.
        const again =
          error instanceof NetworkFailure && !error.timedOut && call.repeatable !== false && online();
        if (!again) throw error;
        return attempt(call, token);
      })
      .catch((error: unknown) => {
        throw new ProductError(online() ? 'backend-unavailable' : 'offline', {}, { cause: error });
      });
    const body = parseJson(answer.text);
    if (answer.status >= 200 && answer.status < 300) return body;
    throw fromProblem(answer.status, body);
  }

  const online = (): boolean => options.isOnline?.() ?? true;

  async function ask<T>(schema: z.ZodMiniType<T>, call: Call): Promise<T> {
    const parsed = schema.safeParse(await send(call));
    if (!parsed.success) throw new ProductError('backend-unavailable', {}, { cause: parsed.error });
    return parsed.data;
  }

  const meetings: BackendMeetings = {
    create: (request, claim) =>
      ask(Meeting, {
        method: 'POST',
        path: paths.meetings,
        body: request,
        headers: { [IDEMPOTENCY_HEADER]: claim },
      }),
    get: (id) => ask(Meeting, { method: 'GET', path: paths.meeting(id) }),
    update: (id, change) => ask(Meeting, { method: 'PATCH', path: paths.meeting(id), body: change }),
    remove: async (id) => {
      await send({ method: 'DELETE', path: paths.meeting(id) });
    },
    recover: (id) => ask(Meeting, { method: 'POST', path: paths.recover(id) }),
    updateOccurrence: (id, occurrenceId, request) =>
      ask(Meeting, { method: 'PATCH', path: paths.occurrence(id, occurrenceId), body: request }),
    removeOccurrence: (id, occurrenceId) =>
      ask(Meeting, { method: 'DELETE', path: paths.occurrence(id, occurrenceId) }),
    confirm: async (id, appointment, as) => {
      const body = {
        ...(appointment === undefined ? {} : { appointment }),
        ...(as === 'shared' ? { share: true } : {}),
        ...(as === 'perhaps-copy' ? { perhapsCopy: true } : {}),
        ...(as === 'unsaved' ? { unsaved: true } : {}),
      };
      return (await ask(ConfirmationAnswer, { method: 'POST', path: paths.confirm(id), body })).appointment;
    },
    unused: async () => (await ask(UnusedMeetings, { method: 'GET', path: paths.unused })).meetings,
    keep: async (id) => {
      await send({ method: 'POST', path: paths.keep(id) });
    },
    list: (pageToken) =>
      ask(MeetingPage, {
        method: 'GET',
        path:
          pageToken === undefined
            ? paths.meetings
            : `${paths.meetings}?pageToken=${encodeURIComponent(pageToken)}`,
      }),
  };

  return {
    signInUrl: (challenge, returnPath) =>
      `${base}${paths.signInStart}?${new URLSearchParams({ challenge, return: returnPath }).toString()}`,
    openSession: (request) =>
      ask(Session, { method: 'POST', path: paths.session, body: request, repeatable: false }),
    // The token that asks stays good for a moment, so a lost answer may be asked for again.
    renewSession: () => ask(Session, { method: 'POST', path: paths.renewSession }),
    closeSession: async () => {
      try {
        await send({ method: 'DELETE', path: paths.session });
      } catch (error) {
        if (!endsSession(error)) throw error;
      }
    },
    me: () => ask(Me, { method: 'GET', path: paths.me }),
    preferences: () => ask(Preferences, { method: 'GET', path: paths.preferences }),
    savePreferences: (preferences) => ask(Me, { method: 'PUT', path: paths.preferences, body: preferences }),
    choices: () => ask(MeetingChoices, { method: 'GET', path: paths.choices }),
    meetings,
  };
}

/** No answer came: the connection broke, or it took too long. */
class NetworkFailure extends Error {
  constructor(
    readonly timedOut: boolean,
    cause: unknown,
  ) {
    super(timedOut ? 'no answer in time' : 'no connection', { cause });
  }
}
