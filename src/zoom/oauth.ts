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
import * as z from 'zod';
import { ProductError } from '../domain/errors';
import { errorOfAnswer, errorOfTransport, errorOfUnreadable, presentable } from './errors';
import {
  compose,
  fetchTransport,
  TransportError,
  type Fetch,
  type HttpResponse,
  type Sleep,
  type Timer,
} from './http';
import { parseJson } from './json';
import { retry } from './layers/retry';
import { timeout } from './layers/timeout';
import { systemSleep, systemTimer } from './system';

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

const DEFAULT_TIMEOUT_MS = 10_000;

/** The token endpoint's answer (RFC 6749, section 5.1). */
const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.number().positive(),
  scope: z.string().default(''),
});

/** Zoom adds `reason` where RFC 6749 has `error_description`. */
const Refusal = z.object({
  error: z.string(),
  reason: z.string().optional(),
  error_description: z.string().optional(),
});

type Step = 'exchange' | 'refresh' | 'revoke';

export function createZoomOAuth(options: ZoomOAuthOptions): ZoomOAuth {
  const now = options.now ?? Date.now;
  const send = compose(
    fetchTransport(options.fetch ?? fetch),
    retry({ now, sleep: options.sleep ?? systemSleep, random: options.random ?? Math.random }),
    timeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS, options.timer ?? systemTimer),
  );
  const base = options.oauthUrl.replace(/\/+$/, '');
  const basic = Buffer.from(`${options.clientId}:${options.clientSecret}`).toString('base64');

  async function post(step: Step, form: Readonly<Record<string, string>>): Promise<HttpResponse> {
    try {
      const response = await send({
        method: 'POST',
        url: step === 'revoke' ? `${base}/revoke` : `${base}/token`,
        headers: {
          accept: 'application/json',
          authorization: `Basic ${basic}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(form).toString(),
        repeatable: step === 'revoke',
        weight: 'light',
      });
      if (response.status >= 200 && response.status < 300) return response;
      throw errorOfRefusal(step, response, now());
    } catch (thrown) {
      throw thrown instanceof TransportError ? errorOfTransport(thrown, ASKED) : thrown;
    }
  }

  async function tokens(step: Step, form: Readonly<Record<string, string>>): Promise<ZoomTokens> {
    const asked = now();
    const response = await post(step, form);
    const answer = TokenAnswer.safeParse(parseJson(response.text));
    // No cause: what could not be read may hold a token.
    if (!answer.success) throw errorOfUnreadable(response, ASKED);
    const { access_token, refresh_token, expires_in, scope } = answer.data;
    return {
      accessToken: access_token,
      refreshToken: refresh_token,
      // Counted from the asking, so that it never ends before we think it does.
      expiresAt: asked + expires_in * 1000,
      scopes: scope.split(/[\s,]+/).filter((name) => name !== ''),
    };
  }

  return {
    authorizeUrl({ redirectUri, state, codeChallenge }) {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: options.clientId,
        redirect_uri: redirectUri,
        state,
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
      });
      return `${base}/authorize?${query.toString()}`;
    },

    exchangeCode: ({ code, redirectUri, codeVerifier }) =>
      tokens('exchange', {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: codeVerifier,
      }),

    refresh: (refreshToken) =>
      tokens('refresh', { grant_type: 'refresh_token', refresh_token: refreshToken }),

    async revoke(token) {
      try {
        await post('revoke', { token });
      } catch (thrown) {
        // Zoom refuses a token that is already without effect, which is what was wanted.
        if (!(thrown instanceof ProductError && thrown.code === 'zoom-consent-lost')) throw thrown;
      }
    },
  };
}

const ASKED = { method: 'POST', aboutMeeting: false } as const;

/**
 * What a refusal of the token endpoint means. Pure. `invalid_grant` is the standard's word for a code or refresh
 * token that is used, expired or revoked; Zoom also says `invalid_request` with a reason that names it. A refusal of
 * our own client (`invalid_client`, a disabled app) is no word about the member's consent.
 */
function errorOfRefusal(step: Step, response: HttpResponse, now: number): ProductError {
  const body = Refusal.safeParse(parseJson(response.text));
  if (!body.success || response.status >= 500 || response.status === 429) {
    // 401 without a body of OAuth's is not about the member either.
    const answer = response.status === 401 ? { ...response, status: 400 } : response;
    return errorOfAnswer(answer, ASKED, now);
  }
  const { error } = body.data;
  const said = presentable(body.data.reason ?? body.data.error_description ?? '').slice(0, 200);
  const details = { zoomStatus: response.status, reason: said === '' ? error : said };

  const aboutGrant =
    error === 'invalid_grant' ||
    (error === 'invalid_request' && /token|authorization code|expired/i.test(said));
  if (aboutGrant) {
    return new ProductError(step === 'exchange' ? 'sign-in-expired' : 'zoom-consent-lost', details);
  }
  return new ProductError(step === 'exchange' ? 'sign-in-refused' : 'zoom-forbidden', details);
}
