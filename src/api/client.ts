/**
 * The typed client of the backend's HTTP interface, for pane and ribbon.
 *
 * Every method rejects with a `ProductError`; see `http.ts`. Creating a meeting may be repeated as well, because the
 * backend makes one meeting a claim.
 */
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
import { createHttp, type HttpOptions } from './http';
import { endsSession } from '../domain/errors';

export type BackendClientOptions = HttpOptions;

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

export function createBackendClient(options: BackendClientOptions): BackendClient {
  const { base, ask, send } = createHttp(options);

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
