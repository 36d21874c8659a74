/**
 * What pane and ribbon have in common, put together once: session, backend client, and the use cases'
 * dependencies. The page gives what only a page has.
 */
import { createBackendClient, type BackendClient } from '../api/client';
import { exclusiveOver, type Locks } from './exclusive';
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
  readonly locks: Locks | undefined;
  /** Opens a window and waits for what it says. */
  readonly openDialog: (url: string) => Promise<string>;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Language tag for invitations. */
  readonly language: string;
}

export interface Assembled {
  readonly client: BackendClient;
  readonly sessions: Sessions;
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
    dependencies: {
      meetings: client.meetings,
      now: world.now,
      newClaim: () => randomToken(24),
      exclusively: exclusiveOver(world.locks, 'zoom-calendar.appointment'),
      language: world.language,
    },
  };
}
