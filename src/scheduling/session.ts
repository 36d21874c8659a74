/**
 * The member's session with our backend, shared by all frames of this Outlook: what is kept, when it is renewed,
 * when it is forgotten, and how a person signs in.
 *
 * Kept is what the backend gave (token, end, member), never a Zoom token. A session is renewed when it is close to
 * its end and used; it is forgotten when its end has come or the backend no longer knows it.
 *
 * Signing in is the authorization code flow with PKCE: this page keeps a random verifier, the dialog carries only
 * its SHA-256, and the code that the dialog brings back is exchanged together with the verifier.
 */
import { Session, type SessionRequest } from '../api/backend';
import { endsSession, ProductError } from '../domain/errors';
import type { Exclusively } from './exclusive';
import { fingerprint, randomToken } from './secrets';
import { codeFrom } from './signInAnswer';

const KEY = 'session';

/** A session with less time left than this is renewed before it is used: half of what the backend gives. */
export const RENEW_WITHIN_MS = 6 * 3_600_000;

/** A press that comes this soon after another one is meant for the window that is on its way. In milliseconds. */
export const SAME_PRESS_MS = 3_000;

/** Storage that frames share; see `outlook/storage.ts`. */
export interface SessionStorage {
  read(key: string): string | undefined;
  write(key: string, value: string | undefined): void;
  onChange(key: string, listener: () => void): () => void;
}

/** The kept session. It is apart from `Sessions` because the backend's client needs its token. */
export interface SessionStore {
  /** Undefined when there is none or its end has come. */
  current(): Session | undefined;
  /** True when one is kept whose end has come: the person was signed in. */
  hasEnded(): boolean;
  keep(session: Session): void;
  forget(): void;
  onChange(listener: () => void): () => void;
}

/** The session kept in this storage. `now`: UTC milliseconds. */
export function sessionStore(storage: SessionStorage, now: () => number): SessionStore {
  const kept = () => {
    const text = storage.read(KEY);
    const parsed = text === undefined ? undefined : Session.safeParse(parseJson(text));
    return parsed?.success ? parsed.data : undefined;
  };
  const over = (session: Session) => Date.parse(session.expiresAt) <= now();
  return {
    current() {
      const session = kept();
      return session && !over(session) ? session : undefined;
    },
    hasEnded() {
      const session = kept();
      return session !== undefined && over(session);
    },
    keep: (session) => storage.write(KEY, JSON.stringify(session)),
    forget: () => storage.write(KEY, undefined),
    onChange: (listener) => storage.onChange(KEY, listener),
  };
}

export interface SessionDependencies {
  readonly store: SessionStore;
  /** The backend's part in it; see `api/client.ts`. */
  readonly backend: {
    openSession(request: SessionRequest): Promise<Session>;
    renewSession(): Promise<Session>;
    closeSession(): Promise<void>;
  };
  /** Opens a window at this address, in the place of an earlier one, and waits for what it says or for `enough`. */
  readonly openDialog: (url: string, enough: AbortSignal) => Promise<string>;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Takes turns among frames in renewing. */
  readonly exclusively: Exclusively;
  /** Address of our own page that the dialog begins and ends with. */
  readonly dialogPage: string;
}

export interface Sessions {
  current(): Session | undefined;
  onChange(listener: () => void): () => void;
  /**
   * Signs in by the dialog. Each call opens its own, in this frame in the place of the former one, since not every
   * client tells that a person closed it. Who waits gets the first session that anybody, in any frame, signs in to.
   */
  signIn(): Promise<Session>;
  /** Keeps a session that was opened another way. */
  keep(session: Session): void;
  /** Forgets the session here and ends it at the backend where that answers. */
  signOut(): Promise<void>;
  /**
   * Runs work that needs a session. Without one: `signed-out` or `session-expired`, or, when `interactive`, the
   * person signs in first; a session that ends during the work is then replaced once and the work run again.
   */
  withSession<T>(work: () => Promise<T>, how: { readonly interactive: boolean }): Promise<T>;
}

export function createSessions(deps: SessionDependencies): Sessions {
  const { store } = deps;
  /** The last sign-in of this frame that has not ended. */
  let latest: Promise<Session> | undefined;

  async function openSession(enough: AbortSignal): Promise<Session> {
    const verifier = randomToken();
    // The window begins on a page of ours that loads Office.js: only so does its last page know whom to answer.
    const url = new URL(deps.dialogPage);
    url.searchParams.set('challenge', await fingerprint(verifier));
    const code = codeFrom(await deps.openDialog(url.href, enough));
    const session = await deps.backend.openSession({ code, verifier });
    store.keep(session);
    return session;
  }

  function signIn(): Promise<Session> {
    const before = store.current()?.token;
    const enough = new AbortController();
    const inAnyFrame = new Promise<Session>((resolve) => {
      const stop = store.onChange(() => {
        const session = store.current();
        if (session && session.token !== before) resolve(session);
      });
      enough.signal.addEventListener('abort', stop);
    });
    const here = openSession(enough.signal).catch((thrown: unknown) => {
      // Whose window gave way to a later one waits for that.
      if (latest && latest !== attempt) return latest;
      throw thrown;
    });
    const attempt: Promise<Session> = Promise.race([here, inAnyFrame]).finally(() => {
      enough.abort();
      if (latest === attempt) latest = undefined;
    });
    latest = attempt;
    return attempt;
  }

  const closeToItsEnd = (session: Session) => Date.parse(session.expiresAt) - deps.now() < RENEW_WITHIN_MS;

  /** Renews where it is time. Failing to is no harm as long as the present session lasts. */
  async function renewIfNeeded(): Promise<void> {
    const session = store.current();
    if (!session || !closeToItsEnd(session)) return;
    await deps.exclusively(async () => {
      if (store.current()?.token !== session.token) return;
      try {
        store.keep(await deps.backend.renewSession());
      } catch (thrown) {
        if (endsSession(thrown)) store.forget();
      }
    });
  }

  function missing(): ProductError {
    const error = new ProductError(store.hasEnded() ? 'session-expired' : 'signed-out');
    store.forget();
    return error;
  }

  return {
    current: store.current,
    onChange: store.onChange,
    signIn,
    keep: store.keep,
    async signOut() {
      await deps.backend.closeSession().catch(() => undefined);
      store.forget();
    },
    async withSession(work, { interactive }) {
      await renewIfNeeded();
      if (!store.current()) {
        if (!interactive) throw missing();
        await signIn();
      }
      const token = store.current()?.token;
      try {
        return await work();
      } catch (thrown) {
        if (!endsSession(thrown)) throw thrown;
        if (store.current()?.token === token) store.forget();
        if (!interactive) throw thrown;
        if (!store.current()) await signIn();
        return work();
      }
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
