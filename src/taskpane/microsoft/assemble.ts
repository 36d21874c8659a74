/**
 * Signing in with Microsoft, put together from Outlook, the shared session, the backend and the browser: a chunk of
 * its own with all that belongs to it but MSAL, which is a further one.
 */
import { createMicrosoftClient } from '../../api/microsoftClient';
import { openDialog } from '../../outlook/dialog';
import { claimsNestedAuth } from '../../outlook/nestedAuth';
import type { Assembled } from '../../scheduling/assemble';
import { MicrosoftAccount } from './account';
import type { Remembered } from './remembered';
import { createTokens } from './tokens';

export { AccountSection } from './AccountSection';
export { SignInWithMicrosoft } from './SignInWithMicrosoft';

/** Share of the screen that Microsoft's page gets, in percent; it is wider than Zoom's. */
const WINDOW = { width: 40, height: 70 };
const BACKEND_LIMIT_MS = 15_000;

export function assembleMicrosoft(
  { sessions }: Pick<Assembled, 'sessions'>,
  remembered: Remembered,
  signedIn: <T>(work: () => Promise<T>) => Promise<T>,
): MicrosoftAccount {
  return new MicrosoftAccount({
    backend: createMicrosoftClient({
      baseUrl: location.origin,
      fetch: (input, init) => fetch(input, init),
      token: () => sessions.current()?.token,
      isOnline: () => navigator.onLine,
      timeoutMs: BACKEND_LIMIT_MS,
    }),
    tokens: createTokens({
      claimsNested: claimsNestedAuth,
      nested: async (application) =>
        (await import(/* webpackChunkName: "msal" */ './msal')).nested(application),
      openWindow: ({ chooses }) => openDialog(windowUrl(chooses), WINDOW),
      within: (limitMs, promise, error) =>
        new Promise((resolve, reject) => {
          const timer = setTimeout(() => reject(error), limitMs);
          void promise.then(resolve, reject).finally(() => clearTimeout(timer));
        }),
    }),
    remembered,
    session: sessions.current,
    keepSession: sessions.keep,
    onSessionChanged: sessions.onChange,
    signedIn,
    now: () => Date.now(),
  });
}

/** Beside the pane's own page, which is in another folder in the sandbox. */
function windowUrl(chooses: boolean): string {
  const url = new URL('microsoft.html', location.href);
  url.search = chooses ? 'choose' : '';
  url.hash = '';
  return url.href;
}
