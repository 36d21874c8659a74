/**
 * Zoom's OAuth: authorization code with PKCE, refresh with rotation, revocation. Stateless; the backend keeps
 * the tokens.
 *
 * The trap of `refresh`: Zoom's refresh tokens rotate at each use. When the answer of a refresh is lost, the old
 * token may already be used up and the new one never arrived. That is `zoom-outcome-unknown`: keep the old token
 * and try once more with it later; either Zoom never rotated and it works, or Zoom says so and the error is
 * `zoom-consent-lost`, the definite refusal, after which only signing in again helps. `zoom-unavailable` means
 * the request never left, and the old token is certainly good.
 */
import type { Fetch, Sleep, Timer } from './http';

export interface ZoomOAuthOptions {
  /** Zoom's own is `https://zoom.us/oauth`. */
  readonly oauthUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly fetch?: Fetch;
  readonly now?: () => number;
  readonly sleep?: Sleep;
  readonly timer?: Timer;
  readonly random?: () => number;
  /** One attempt; 10 seconds unless said otherwise. */
  readonly timeoutMs?: number;
}

export interface ZoomTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** When the access token ends, milliseconds since the epoch by our clock. */
  readonly expiresAt: number;
  readonly scopes: readonly string[];
}

export interface ZoomOAuth {
  /** The address of Zoom's consent page. `codeChallenge` is base64url SHA-256 of the verifier (S256). */
  authorizeUrl(question: {
    readonly redirectUri: string;
    readonly state: string;
    readonly codeChallenge: string;
  }): string;
  /** Throws `sign-in-expired` for a code that is used or too old, `sign-in-refused` for other refusals. */
  exchangeCode(answer: {
    readonly code: string;
    readonly redirectUri: string;
    readonly codeVerifier: string;
  }): Promise<ZoomTokens>;
  /** See the trap above. Throws `zoom-consent-lost`, `zoom-outcome-unknown`, `zoom-unavailable`, `zoom-busy`. */
  refresh(refreshToken: string): Promise<ZoomTokens>;
  /** Fine when the token is already without effect. */
  revoke(token: string): Promise<void>;
}
