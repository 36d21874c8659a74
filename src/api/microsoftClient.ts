/**
 * The typed client of signing in with Microsoft (`microsoft.ts`), for the pane and its sign-in window.
 *
 * Every method rejects with a `ProductError`; see `microsoft.ts` for its codes and `http.ts` for those of the network.
 */
import { Session } from './backend';
import { createHttp, type HttpOptions } from './http';
import { microsoftPaths, MicrosoftSignIn, MicrosoftTie } from './microsoft';

/** The application that the pane asks Entra for. */
export type MicrosoftApplication = NonNullable<MicrosoftSignIn['application']>;

export interface MicrosoftClient {
  /** What to ask Entra for; null where signing in with Microsoft is not set up. */
  application(): Promise<MicrosoftApplication | null>;
  openSession(accessToken: string): Promise<Session>;
  /** The identity that is tied to the member of this session. */
  tie(): Promise<MicrosoftTie['tied']>;
  /** Ties the token's identity in the place of any other. */
  changeTie(accessToken: string): Promise<MicrosoftTie['tied']>;
  /** None tied is no error. */
  removeTie(): Promise<void>;
}

export function createMicrosoftClient(options: HttpOptions): MicrosoftClient {
  const { ask, send } = createHttp(options);
  return {
    application: async () =>
      (await ask(MicrosoftSignIn, { method: 'GET', path: microsoftPaths.signIn })).application,
    // A lost answer leaves a session behind that nobody has; asking again is no harm.
    openSession: (accessToken) =>
      ask(Session, { method: 'POST', path: microsoftPaths.session, body: { accessToken } }),
    tie: async () => (await ask(MicrosoftTie, { method: 'GET', path: microsoftPaths.tie })).tied,
    changeTie: async (accessToken) =>
      (await ask(MicrosoftTie, { method: 'PUT', path: microsoftPaths.tie, body: { accessToken } })).tied,
    removeTie: async () => {
      await send({ method: 'DELETE', path: microsoftPaths.tie });
    },
  };
}
