/** Fills the page's port (`services.ts`) with the real world: session, backend, browser. */
import { watchChanges } from '../api/changeStream';
import { createBackendClient } from '../api/client';
import { createPolicyClient, type AccountClient } from '../api/policyClient';
import { ProductError } from '../domain/errors';
import { sharedStorage } from '../outlook/storage';
import { exclusiveOver } from '../scheduling/exclusive';
import { createSessions, sessionStore } from '../scheduling/session';
import type { Address, AdminServices, Notes } from './services';
import { cameBack, leaveToSignIn } from './signIn';

const TIMEOUT_MS = 30_000;

export function composeServices(): AdminServices {
  // Apart from the pane's: whoever administrates here may be another person there.
  const storage = sharedStorage({
    storage: () => globalThis.localStorage,
    partitionKey: 'admin.',
    onForeignChange(listener) {
      const heard = (event: StorageEvent) => listener(event.key);
      window.addEventListener('storage', heard);
      return () => window.removeEventListener('storage', heard);
    },
  });
  const now = () => Date.now();
  const store = sessionStore(storage, now);
  const http = {
    baseUrl: '',
    fetch: window.fetch.bind(window),
    token: () => store.current()?.token,
    isOnline: () => navigator.onLine,
    timeoutMs: TIMEOUT_MS,
  };
  const backend = createBackendClient(http);
  const sessions = createSessions({
    store,
    backend,
    openDialog: () => Promise.reject(new ProductError('signed-out')),
    now,
    exclusively: exclusiveOver(navigator.locks, 'zoom-calendar.admin-session'),
    dialogPage: window.location.href,
  });
  const redirect = {
    notes,
    address,
    path: window.location.pathname,
    signInUrl: backend.signInUrl,
    openSession: backend.openSession,
    leaveFor: (url: string) => window.location.assign(url),
  };
  return {
    session: () => store.current(),
    onSessionChanged: (listener) => store.onChange(listener),
    signIn: () => leaveToSignIn(redirect),
    async finishSignIn() {
      const session = await cameBack(redirect);
      if (session) store.keep(session);
      return session !== undefined;
    },
    signOut: () => sessions.signOut(),
    account: withSession(createPolicyClient(http), (work) =>
      sessions.withSession(work, { interactive: false }),
    ),
    watchChanges: (on) => watchChanges({ ...http, later, ...on }),
    isOnline: http.isOnline,
    onOnlineChanged(listener) {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
    later,
    notes,
    address,
    download,
  };
}

/** The same client, whose every call first renews the session where it is time. */
function withSession(
  client: AccountClient,
  signedIn: <T>(work: () => Promise<T>) => Promise<T>,
): AccountClient {
  return {
    account: () => signedIn(() => client.account()),
    settings: () => signedIn(() => client.settings()),
    saveSettings: (...given) => signedIn(() => client.saveSettings(...given)),
    previewSettings: (...given) => signedIn(() => client.previewSettings(...given)),
    groups: () => signedIn(() => client.groups()),
    createGroup: (...given) => signedIn(() => client.createGroup(...given)),
    orderGroups: (...given) => signedIn(() => client.orderGroups(...given)),
    group: (...given) => signedIn(() => client.group(...given)),
    changeGroup: (...given) => signedIn(() => client.changeGroup(...given)),
    previewGroup: (...given) => signedIn(() => client.previewGroup(...given)),
    deleteGroup: (...given) => signedIn(() => client.deleteGroup(...given)),
    members: (...given) => signedIn(() => client.members(...given)),
    memberPolicy: (...given) => signedIn(() => client.memberPolicy(...given)),
    refreshPeople: () => signedIn(() => client.refreshPeople()),
    importPeople: (...given) => signedIn(() => client.importPeople(...given)),
    history: (...given) => signedIn(() => client.history(...given)),
    undo: (...given) => signedIn(() => client.undo(...given)),
    exportSettings: () => signedIn(() => client.exportSettings()),
    checkImport: (...given) => signedIn(() => client.checkImport(...given)),
    importSettings: (...given) => signedIn(() => client.importSettings(...given)),
  };
}

const later: AdminServices['later'] = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

const noteKey = (key: string) => `zoom-calendar.admin.${key}`;

const notes: Notes = {
  read: (key) => window.sessionStorage.getItem(noteKey(key)) ?? undefined,
  write: (key, text) =>
    text === undefined
      ? window.sessionStorage.removeItem(noteKey(key))
      : window.sessionStorage.setItem(noteKey(key), text),
};

const address: Address = {
  read: () => window.location.hash,
  write(hash, how) {
    if (how === 'go') window.location.hash = hash;
    else window.history.replaceState(null, '', window.location.pathname + hash);
  },
  onChange(listener) {
    window.addEventListener('hashchange', listener);
    return () => window.removeEventListener('hashchange', listener);
  },
};

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
