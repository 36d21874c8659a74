/** Fills the integration's port with the real world: session, backend, browser. With its clients a chunk of its own. */
import type { BackendClient } from '../../api/client';
import { watchChanges } from '../../api/changeStream';
import { createOwnPolicyClient } from '../../api/ownPolicyClient';
import { environment } from '../../outlook/environment';
import type { Sessions } from '../../scheduling/session';
import type { Store, View } from '../state';
import { Integration } from './controller';
import type { IntegrationServices, PaneSide } from './services';

/** How long the backend may take: it asks nobody else. */
const TIMEOUT_MS = 30_000;

export interface PaneWorld {
  readonly sessions: Pick<Sessions, 'current' | 'onChange'>;
  readonly client: Pick<BackendClient, 'me'>;
  /** Runs work that needs a session; rejects with what ended it where there is none. */
  signedIn<T>(work: () => Promise<T>): Promise<T>;
}

export function composeIntegration(
  { sessions, client, signedIn }: PaneWorld,
  store: Store,
  show: (view: View) => unknown,
): Integration {
  const pane: PaneSide = {
    me: () => store.snapshot().me,
    isSaving: () => store.snapshot().working === 'saving',
    subscribe: store.subscribe,
    learn: (me) => store.set({ me }),
    show: (view) => void show(view),
  };
  const http = {
    baseUrl: globalThis.location.origin,
    fetch: (...given: Parameters<typeof fetch>) => globalThis.fetch(...given),
    token: () => sessions.current()?.token,
    isOnline: () => navigator.onLine,
    timeoutMs: TIMEOUT_MS,
  };
  const policy = createOwnPolicyClient(http);
  const { platform } = environment();
  const later: IntegrationServices['later'] = (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  };
  return new Integration(
    {
      // An Outlook that does not say what it is has no MAPI that anybody knows of.
      platform: platform === 'unknown' ? 'web' : platform,
      policy: {
        myPolicy: (on) => signedIn(() => policy.myPolicy(on)),
        connect: (...given) => signedIn(() => policy.connect(...given)),
        disconnect: (on) => signedIn(() => policy.disconnect(on)),
      },
      me: () => signedIn(() => client.me()),
      session: () => sessions.current(),
      onSessionChanged: (listener) => sessions.onChange(listener),
      watchChanges: (on) => watchChanges({ ...http, later, ...on }),
      later,
      isVisible: () => document.visibilityState === 'visible',
      onVisibilityChanged(listener) {
        document.addEventListener('visibilitychange', listener);
        return () => document.removeEventListener('visibilitychange', listener);
      },
    },
    pane,
  );
}
