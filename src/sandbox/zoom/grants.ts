/**
 * Authorization codes, access tokens and refresh tokens: issuing, rotating, revoking.
 *
 * Zoom's rules: a code is good once and for a few minutes; an access token lives an hour; a refresh token lives 90 days
 * and is replaced at each use, the old one being refused from then on (400, `invalid_grant`, "Invalid Token!"); access
 * tokens of before a refresh stay good until their end.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from './clock';
import { hashOf, type Grant, type Store } from './store';

const CODE_LIFE = 5 * 60 * 1000;
const REFRESH_LIFE = 90 * 24 * 60 * 60 * 1000;
/** Ended access tokens are remembered this long, to be told apart from made-up ones. */
const ENDED_ACCESS_KEPT = 24 * 60 * 60 * 1000;

/** What a person allowed, waiting to be exchanged. */
export interface PendingCode {
  personId: string;
  redirectUri: string;
  /** PKCE; absent when the app sent none. */
  challenge?: { value: string; method: 'S256' | 'plain' };
}

/** A pair of tokens as the token endpoint answers them. */
export interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresInSeconds: number;
}

/** Why a code or refresh token is not exchanged. */
export type Refusal = 'code' | 'redirect' | 'verifier' | 'refresh';

const newSecret = () => randomBytes(32).toString('base64url');

function same(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

function verifies({ value, method }: { value: string; method: 'S256' | 'plain' }, verifier: string): boolean {
  return same(
    value,
    method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url'),
  );
}

export class Grants {
  private readonly codes = new Map<string, PendingCode & { expiresAt: number }>();

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly accessSeconds: number,
  ) {}

  /** A code for what the person just allowed. */
  issueCode(pending: PendingCode): string {
    const code = newSecret();
    this.codes.set(hashOf(code), { ...pending, expiresAt: this.clock.now() + CODE_LIFE });
    return code;
  }

  /** Tokens for a code; a code is used up by the first attempt, even a failed one. */
  exchange(code: string, redirectUri: string, verifier: string): Tokens | Refusal {
    const pending = this.codes.get(hashOf(code));
    this.codes.delete(hashOf(code));
    if (pending === undefined || this.clock.now() > pending.expiresAt) return 'code';
    if (pending.redirectUri !== redirectUri) return 'redirect';
    if (pending.challenge !== undefined && !verifies(pending.challenge, verifier)) return 'verifier';
    return this.renew({
      id: newSecret(),
      personId: pending.personId,
      refreshHash: '',
      refreshExpiresAt: 0,
      access: {},
    });
  }

  /** New tokens for a refresh token, which is used up. */
  refresh(refreshToken: string): Tokens | Refusal {
    const grant = this.store.grants.all().find((candidate) => candidate.refreshHash === hashOf(refreshToken));
    if (grant === undefined || this.clock.now() > grant.refreshExpiresAt) return 'refresh';
    return this.renew(grant);
  }

  /** Ends the whole grant that an access or refresh token belongs to; false when there is none. */
  revoke(token: string): boolean {
    const hash = hashOf(token);
    const grant = this.store.grants
      .all()
      .find(({ refreshHash, access }) => refreshHash === hash || hash in access);
    if (grant !== undefined) this.store.grants.delete(grant.id);
    return grant !== undefined;
  }

  /** The person an access token stands for. */
  personOf(accessToken: string): { personId: string } | 'expired' | 'unknown' {
    const hash = hashOf(accessToken);
    for (const { access, personId } of this.store.grants.all()) {
      const end = access[hash];
      if (end !== undefined) return this.clock.now() < end ? { personId } : 'expired';
    }
    return 'unknown';
  }

  /** Ends every access token; refresh tokens stay good. */
  expireAccessTokens(): void {
    for (const grant of this.store.grants.all()) {
      const access = Object.fromEntries(
        Object.keys(grant.access).map((hash) => [hash, this.clock.now() - 1]),
      );
      this.store.grants.put({ ...grant, access });
    }
  }

  /** Ends every grant, as when people remove the app from their account. */
  revokeAll(): void {
    this.store.grants.clear();
    this.codes.clear();
  }

  private renew(grant: Grant): Tokens {
    const now = this.clock.now();
    const accessToken = newSecret();
    const refreshToken = newSecret();
    const kept = Object.entries(grant.access).filter(([, end]) => end > now - ENDED_ACCESS_KEPT);
    this.store.grants.put({
      ...grant,
      refreshHash: hashOf(refreshToken),
      refreshExpiresAt: now + REFRESH_LIFE,
      access: { ...Object.fromEntries(kept), [hashOf(accessToken)]: now + this.accessSeconds * 1000 },
    });
    return { accessToken, refreshToken, expiresInSeconds: this.accessSeconds };
  }
}
