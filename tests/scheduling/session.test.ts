/** The session that frames share: kept, renewed, forgotten; signing in once for all who ask. */
import type { Session } from '../../src/api/backend';
import { ProductError, type ErrorCode } from '../../src/domain/errors';
import { exclusiveOver, type Locks } from '../../src/scheduling/exclusive';
import { fingerprint } from '../../src/scheduling/secrets';
import { createSessions, RENEW_WITHIN_MS, sessionStore } from '../../src/scheduling/session';
import { signInAnswerFrom } from '../../src/scheduling/signInAnswer';
import { sharedStorage } from '../../src/outlook/storage';
import { NOW } from './support/appointment';

/** How long the backend gives a session for. */
const LASTS = 12 * 3_600_000;
const member = {
  id: 'u1',
  accountId: 'a1',
  name: 'Sandbox Organizer',
  email: 'organizer@example.test',
  timeZone: 'Europe/Berlin',
};
const sessionUntil = (token: string, until: number): Session => ({
  token,
  expiresAt: new Date(until).toISOString(),
  member,
});

/** Two frames of one browser: one storage, one set of locks. */
function newBrowser() {
  const entries = new Map<string, string>();
  const listeners = new Set<() => void>();
  const clock = { now: NOW };
  const calls: string[] = [];
  const dialogs: string[] = [];
  const backend = {
    openSession: async ({ code, verifier }: { code: string; verifier: string }) => {
      calls.push(`open ${code} ${await fingerprint(verifier)}`);
      return sessionUntil(`token-${calls.length}`, clock.now + LASTS);
    },
    renewSession: async () => {
      calls.push('renew');
      return sessionUntil(`renewed-${calls.length}`, clock.now + LASTS);
    },
    closeSession: async () => void calls.push('close'),
  };
  let answer = async (_url: string, _enough: AbortSignal) =>
    JSON.stringify(signInAnswerFrom('#code=one-time-code-0001'));
  const turns = exclusiveOver(undefined, 'browser');
  const locks: Locks = { request: (_name, work) => turns(work) };
  const storage = {
    read: (key: string) => entries.get(key),
    write: (key: string, value: string | undefined) => {
      if (value === undefined) entries.delete(key);
      else entries.set(key, value);
      for (const tell of [...listeners]) tell();
    },
    onChange: (_key: string, listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const frame = () => {
    const store = sessionStore(storage, () => clock.now);
    const sessions = createSessions({
      store,
      backend,
      openDialog: (url, enough) => {
        dialogs.push(url);
        return answer(url, enough);
      },
      now: () => clock.now,
      exclusively: exclusiveOver(locks, 'session'),
      dialogPage: 'https://localhost/sandbox/dialog.html',
    });
    return { store, sessions };
  };
  return {
    frame,
    clock,
    calls,
    dialogs,
    backend,
    entries,
    listeners,
    answerWith: (next: typeof answer) => void (answer = next),
  };
}

describe('signing in', () => {
  it('opens the dialog with the challenge of a verifier that only this page knows', async () => {
    const { frame, dialogs, calls } = newBrowser();
    const session = await frame().sessions.signIn();
    const url = new URL(dialogs[0] ?? '');
    expect(url.pathname).toBe('/sandbox/dialog.html');
    expect(calls).toEqual([`open one-time-code-0001 ${url.searchParams.get('challenge')}`]);
    expect(session.member).toEqual(member);
  });

  it('is shared with the other frames', async () => {
    const { frame } = newBrowser();
    const [pane, ribbon] = [frame(), frame()];
    const session = await pane.sessions.signIn();
    expect(ribbon.sessions.current()).toEqual(session);
  });

  it('waits for no window of another frame, and all who wait get the first session that there is', async () => {
    const { frame, dialogs, answerWith, listeners } = newBrowser();
    const [pane, ribbon] = [frame(), frame()];
    const closed: string[] = [];
    // Nobody tells that this window was closed.
    let isOpen = (): void => undefined;
    const opened = new Promise<void>((resolve) => (isOpen = resolve));
    answerWith((url, enough) => {
      isOpen();
      return new Promise((_, reject) =>
        enough.addEventListener('abort', () => {
          closed.push(url);
          reject(new ProductError('sign-in-cancelled'));
        }),
      );
    });
    const first = ribbon.sessions.signIn();
    await opened;
    answerWith(async () => JSON.stringify(signInAnswerFrom('#code=one-time-code-0001')));
    const second = await pane.sessions.signIn();
    expect((await first).token).toBe(second.token);
    expect(dialogs).toHaveLength(2);
    expect(closed).toEqual([dialogs[0]]);
    expect(listeners.size).toBe(0);
  });

  it('opens another window when it is asked for again, and both requests end with that', async () => {
    const { frame, dialogs, answerWith } = newBrowser();
    const { sessions } = frame();
    let giveUp = (): void => undefined;
    let isOpen = (): void => undefined;
    const opened = new Promise<void>((resolve) => (isOpen = resolve));
    answerWith(() => {
      isOpen();
      return new Promise((_, reject) => (giveUp = () => reject(new ProductError('sign-in-cancelled'))));
    });
    const first = sessions.signIn();
    await opened;
    answerWith(async () => {
      giveUp();
      return JSON.stringify(signInAnswerFrom('#code=one-time-code-0001'));
    });
    const second = await sessions.signIn();
    expect((await first).token).toBe(second.token);
    expect(dialogs).toHaveLength(2);
  });

  it.each<[string, ErrorCode]>([
    ['#error=sign-in-refused&reason=not+approved', 'sign-in-refused'],
    ['#error=access_denied', 'sign-in-refused'],
    ['', 'sign-in-expired'],
    ['#code=short', 'sign-in-expired'],
  ])('tells the error that the window came back with: %s', async (fragment, code) => {
    const { frame, answerWith } = newBrowser();
    answerWith(async () => JSON.stringify(signInAnswerFrom(fragment)));
    await expect(frame().sessions.signIn()).rejects.toMatchObject({ code });
  });

  it('takes nothing else for an answer', async () => {
    const { frame, answerWith } = newBrowser();
    answerWith(async () => 'one-time-code-0001');
    await expect(frame().sessions.signIn()).rejects.toMatchObject({ code: 'sign-in-expired' });
  });

  it('can be tried again after the window was closed', async () => {
    const { frame, answerWith } = newBrowser();
    const { sessions } = frame();
    answerWith(() => Promise.reject(new ProductError('sign-in-cancelled')));
    await expect(sessions.signIn()).rejects.toMatchObject({ code: 'sign-in-cancelled' });
    answerWith(async () => JSON.stringify(signInAnswerFrom('code=one-time-code-0002')));
    expect((await sessions.signIn()).token).toBe('token-1');
  });
});

describe('work with a session', () => {
  const quiet = { interactive: false };
  const asking = { interactive: true };

  it('needs one', async () => {
    const { sessions } = newBrowser().frame();
    await expect(sessions.withSession(async () => 'done', quiet)).rejects.toMatchObject({
      code: 'signed-out',
    });
  });

  it('signs in first where that is wanted, and then does what was asked', async () => {
    const { frame, dialogs } = newBrowser();
    expect(await frame().sessions.withSession(async () => 'done', asking)).toBe('done');
    expect(dialogs).toHaveLength(1);
  });

  it('renews a session that is close to its end, once for all frames', async () => {
    const { frame, calls } = newBrowser();
    const [pane, ribbon] = [frame(), frame()];
    pane.store.keep(sessionUntil('old', NOW + RENEW_WITHIN_MS - 1));
    await Promise.all([
      pane.sessions.withSession(async () => 1, quiet),
      ribbon.sessions.withSession(async () => 2, quiet),
    ]);
    expect(calls).toEqual(['renew']);
    expect(pane.sessions.current()?.token).toBe('renewed-1');
  });

  it('leaves a session alone that lasts', async () => {
    const { frame, calls } = newBrowser();
    const { store, sessions } = frame();
    store.keep(sessionUntil('fresh', NOW + LASTS));
    await sessions.withSession(async () => 1, quiet);
    expect(calls).toEqual([]);
  });

  it('goes on with the present session when renewing fails', async () => {
    const { frame, backend } = newBrowser();
    backend.renewSession = () => Promise.reject(new ProductError('backend-unavailable'));
    const { store, sessions } = frame();
    store.keep(sessionUntil('old', NOW + 60_000));
    expect(await sessions.withSession(async () => store.current()?.token, quiet)).toBe('old');
  });

  it('says that the session has ended when its end has come, and forgets it', async () => {
    const { frame, entries } = newBrowser();
    const { store, sessions } = frame();
    store.keep(sessionUntil('old', NOW));
    expect(sessions.current()).toBeUndefined();
    await expect(sessions.withSession(async () => 1, quiet)).rejects.toMatchObject({
      code: 'session-expired',
    });
    expect(entries.size).toBe(0);
  });

  it('forgets a session that the backend no longer knows', async () => {
    const { frame } = newBrowser();
    const { store, sessions } = frame();
    store.keep(sessionUntil('lost', NOW + LASTS));
    const work = () => Promise.reject(new ProductError('session-expired'));
    await expect(sessions.withSession(work, quiet)).rejects.toMatchObject({ code: 'session-expired' });
    expect(sessions.current()).toBeUndefined();
  });

  it('signs in again and finishes when the session ends during the work', async () => {
    const { frame } = newBrowser();
    const { store, sessions } = frame();
    store.keep(sessionUntil('lost', NOW + LASTS));
    const work = async () => {
      if (store.current()?.token === 'lost') throw new ProductError('session-expired');
      return store.current()?.token;
    };
    expect(await sessions.withSession(work, asking)).toBe('token-1');
  });

  it('does not forget the session for any other error', async () => {
    const { frame } = newBrowser();
    const { store, sessions } = frame();
    store.keep(sessionUntil('good', NOW + LASTS));
    await expect(
      sessions.withSession(() => Promise.reject(new ProductError('zoom-busy')), asking),
    ).rejects.toMatchObject({ code: 'zoom-busy' });
    expect(sessions.current()?.token).toBe('good');
  });

  it('ignores what it cannot read in the storage', () => {
    const { frame, entries } = newBrowser();
    entries.set('session', '{"token":1}');
    expect(frame().sessions.current()).toBeUndefined();
  });
});

it('signing out forgets the session even when the backend is away', async () => {
  const { frame, backend } = newBrowser();
  backend.closeSession = () => Promise.reject(new ProductError('offline'));
  const { store, sessions } = frame();
  store.keep(sessionUntil('good', NOW + LASTS));
  await sessions.signOut();
  expect(sessions.current()).toBeUndefined();
});

it('hears of a session that another frame kept', () => {
  const listeners: ((key: string | null) => void)[] = [];
  const storage = sharedStorage({
    storage: () => undefined,
    partitionKey: 'p.',
    onForeignChange: (listener) => {
      listeners.push(listener);
      return () => undefined;
    },
  });
  const heard = jest.fn();
  sessionStore(storage, () => NOW).onChange(heard);
  listeners.forEach((tell) => tell('p.zoom-calendar.session'));
  expect(heard).toHaveBeenCalledTimes(1);
});
