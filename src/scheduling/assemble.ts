/**
 * What pane and ribbon have in common, put together once: session, backend client, drafts, and what the use cases
 * need. The page gives what only a page has.
 *
 * Imports none of the use cases, so that a page can show itself before it loads them.
 */
import type { UnusedMeetings } from '../api/backend';
import { createBackendClient, type BackendClient } from '../api/client';
import { draftMemory, holdDraft, notOpen, type DraftLocks } from './drafts';
import { exclusiveOver } from './exclusive';
import { randomToken } from './secrets';
import { createSessions, sessionStore, type Sessions, type SessionStorage } from './session';
import type { SchedulingDependencies } from './types';

/** How long the backend may take over one call: creating in Zoom, with its retries, is the longest. */
const BACKEND_LIMIT_MS = 45_000;

export interface PageWorld {
  /** Origin of the page, such as `https://localhost:8443`; the backend is on the same one. */
  readonly origin: string;
  /** Path of the page, from which the folder of the add-in's pages is taken. */
  readonly pathname: string;
  readonly fetch: typeof fetch;
  readonly isOnline: () => boolean;
  readonly storage: SessionStorage;
  readonly locks: DraftLocks | undefined;
  /** Opens a window and waits for what it says, or for `enough`. */
  readonly openDialog: (url: string, enough: AbortSignal) => Promise<string>;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Language tag for invitations. */
  readonly language: string;
  /** Whether this client tells the id of the item that is open. */
  readonly tellsItemIds: () => boolean;
}

/** Meetings that no saved appointment is known for. */
export interface Drafts {
  /** Says to other panes that the draft with this meeting is open here. Returns the way to let go. */
  hold(meetingId: string): () => void;
  /** For the person to sort out; those whose draft is open in a pane, and `current`, are left out. */
  unused(current?: string): Promise<UnusedMeetings['meetings']>;
  /** The person wants it although no appointment is known. */
  keep(meetingId: string): Promise<void>;
  /** Deletes it in Zoom. */
  remove(meetingId: string): Promise<void>;
}

export interface Assembled {
  readonly client: BackendClient;
  readonly sessions: Sessions;
  readonly drafts: Drafts;
  readonly dependencies: SchedulingDependencies;
}

export function assemble(world: PageWorld): Assembled {
  const store = sessionStore(world.storage, world.now);
  const client = createBackendClient({
    baseUrl: world.origin,
    fetch: world.fetch,
    token: () => store.current()?.token,
    isOnline: world.isOnline,
    timeoutMs: BACKEND_LIMIT_MS,
  });
  const sessions = createSessions({
    store,
    backend: client,
    openDialog: world.openDialog,
    now: world.now,
    exclusively: exclusiveOver(world.locks, 'zoom-calendar.session'),
    dialogPage: `${world.origin}${world.pathname.replace(/[^/]*$/, '')}dialog.html`,
  });
  return {
    client,
    sessions,
    drafts: {
      hold: (meetingId) => holdDraft(world.locks, meetingId),
      unused: async (current) => notOpen(await client.meetings.unused(), world.locks, current),
      keep: (meetingId) => client.meetings.keep(meetingId),
      remove: (meetingId) => client.meetings.remove(meetingId),
    },
    dependencies: {
      meetings: client.meetings,
      now: world.now,
      newClaim: () => randomToken(24),
      exclusively: exclusiveOver(world.locks, 'zoom-calendar.appointment'),
      language: world.language,
      personalMeetingId: async () => (await client.me()).personalMeetingId,
      tellsItemIds: world.tellsItemIds,
      drafts: draftMemory(world.storage, world.now),
      kept: world.storage,
    },
  };
}
