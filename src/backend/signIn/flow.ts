/**
 * Signing in with Zoom: authorization code with PKCE towards Zoom, and a one-time code of our own towards the pane.
 *
 * The pane opens the dialog with the challenge of a verifier that never leaves it. Zoom comes back to us; the dialog
 * gets a code that only the holder of the verifier can turn into a session. So neither a stolen address of the
 * dialog nor a sign-in that somebody else began gives a session.
 */
import type { Member, Session } from '../../api/backend';
import { ProductError } from '../../domain/errors';
import { toMember } from '../../zoom/mapping';
import type { TokenSource, ZoomClient } from '../../zoom/client';
import type { ZoomOAuth, ZoomTokens } from '../../zoom/oauth';
import type { SignInRows } from '../database/signIns';
import type { MemberKey } from '../member';
import type { Secrets } from '../secrets';
import { keyOf, type Sessions } from '../sessions';
import { challengeOf, hashToken, newToken, sameText } from '../tokens';
import type { TokenKeeper } from '../zoomTokens';

/** How long a person may take at Zoom. */
export const STATE_LIFE_MS = 10 * 60_000;
/** How long the dialog's code waits for the pane. */
export const CODE_LIFE_MS = 2 * 60_000;

/** What Zoom brings back. */
export interface Callback {
  readonly state?: string | undefined;
  readonly code?: string | undefined;
  /** OAuth's error, such as `access_denied`. */
  readonly error?: string | undefined;
  readonly errorDescription?: string | undefined;
}

/** Where the dialog goes after Zoom, and with what. */
export interface SignInOutcome {
  readonly returnPath: string;
  readonly result: { readonly code: string } | { readonly error: ProductError };
}

export interface SignInFlow {
  /** The address of Zoom's sign-in page. */
  start(challenge: string, returnPath: string): Promise<string>;
  /** Rejects only when nobody can tell where the sign-in began; whatever goes wrong after that is an outcome. */
  finish(callback: Callback): Promise<SignInOutcome>;
  /** @throws ProductError `sign-in-expired` when the code is used, too old, or not this verifier's */
  exchange(code: string, verifier: string): Promise<Session>;
  /** Removes what nobody came back for. */
  purge(): Promise<void>;
}

export interface SignInOptions {
  readonly rows: SignInRows;
  /** Keeps the member, and what Zoom says of their role. */
  readonly saveUser: (member: Member, zoomRoleId: string) => Promise<void>;
  readonly findMember: (key: MemberKey) => Promise<Member | undefined>;
  readonly sessions: Sessions;
  readonly keeper: TokenKeeper;
  readonly secrets: Secrets;
  readonly oauth: ZoomOAuth;
  readonly zoomClient: (token: TokenSource) => ZoomClient;
  /** Where Zoom comes back to; known once the server listens. */
  readonly redirectUri: () => string;
  /** The page to go to when nobody knows where the sign-in began. */
  readonly defaultReturnPath: string;
  readonly now: () => number;
}

export function createSignIn(options: SignInOptions): SignInFlow {
  const { rows, secrets, oauth, now } = options;

  async function finish(callback: Callback): Promise<SignInOutcome> {
    const stateHash = hashToken(callback.state ?? '');
    const begun = await rows.takeState(stateHash);
    if (begun === undefined || now() - begun.createdAt.getTime() > STATE_LIFE_MS) {
      return {
        returnPath: begun?.returnPath ?? options.defaultReturnPath,
        result: { error: new ProductError('sign-in-expired') },
      };
    }
    const { returnPath } = begun;
    try {
      if (callback.code === undefined) throw refusalOf(callback);
      const tokens = await oauth.exchangeCode({
        code: callback.code,
        redirectUri: options.redirectUri(),
        codeVerifier: secrets.open(begun.sealedVerifier, verifierPurpose(stateHash)),
      });
      const user = await options.zoomClient(only(tokens)).me();
      const member = toMember(user);
      await options.saveUser(member, user.role_id);
      await options.keeper.keep(keyOf(member), tokens);
      const code = newToken();
      await rows.addCode(hashToken(code), {
        challenge: begun.challenge,
        member: keyOf(member),
        createdAt: new Date(now()),
      });
      return { returnPath, result: { code } };
    } catch (thrown) {
      if (thrown instanceof ProductError) return { returnPath, result: { error: thrown } };
      // The cause is for the log; a person gets a page, not ours to fail on.
      return { returnPath, result: { error: unexpected(thrown) } };
    }
  }

  return {
    async start(challenge, returnPath) {
      const [state, codeVerifier] = [newToken(), newToken()];
      const stateHash = hashToken(state);
      await rows.addState(stateHash, {
        challenge,
        returnPath,
        sealedVerifier: secrets.seal(codeVerifier, verifierPurpose(stateHash)),
        createdAt: new Date(now()),
      });
      return oauth.authorizeUrl({
        redirectUri: options.redirectUri(),
        state,
        codeChallenge: challengeOf(codeVerifier),
      });
    },

    finish,

    async exchange(code, verifier) {
      // Taken before it is checked: a wrong verifier uses the code up, so it cannot be guessed at.
      const finished = await rows.takeCode(hashToken(code));
      const good =
        finished !== undefined &&
        now() - finished.createdAt.getTime() <= CODE_LIFE_MS &&
        sameText(challengeOf(verifier), finished.challenge);
      const member = good ? await options.findMember(finished.member) : undefined;
      if (member === undefined) throw new ProductError('sign-in-expired');
      return options.sessions.open(member);
    },

    purge: () => rows.purge(new Date(now() - STATE_LIFE_MS)),
  };
}

/** What a person is told when something failed on our side while they sign in. */
export const unexpected = (cause: unknown): ProductError =>
  new ProductError('backend-unavailable', {}, { cause });

const verifierPurpose = (stateHash: string): string => `sign-in:${stateHash}`;

/** A source of the one token that Zoom has just given. */
const only = (tokens: ZoomTokens): TokenSource => ({
  current: async () => tokens.accessToken,
  refreshed: async () => {
    throw new ProductError('zoom-consent-lost');
  },
});

const refusalOf = ({ error, errorDescription }: Callback): ProductError =>
  error === undefined || error === 'access_denied'
    ? new ProductError('sign-in-cancelled')
    : new ProductError('sign-in-refused', { reason: (errorDescription ?? error).slice(0, 200) });
