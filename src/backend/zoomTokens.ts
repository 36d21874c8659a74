/**
 * The keeper of the members' Zoom tokens: encrypted at rest, refreshed before they end, and refreshed once however
 * many calls need it at the same moment, in this process (calls share one refresh) and among several (a lease).
 *
 * A refresh token is used up by its use. When the answer of a refresh is lost, the same token is tried once more at
 * once; if Zoom then says that it is used up, the sign-in is lost, the tokens are dropped, and the person is asked
 * to sign in again (`zoom-consent-lost`).
 */
import * as z from 'zod';
import { ProductError, type ErrorCode } from '../domain/errors';
import type { TokenSource } from '../zoom/client';
import type { ZoomOAuth, ZoomTokens } from '../zoom/oauth';
import type { StoredTokens, ZoomTokenRows } from './database/zoomTokens';
import { memberText, type MemberKey } from './member';
import { SecretsError, type Secrets } from './secrets';

/** An access token with less than this left is refreshed before it is used. */
const EARLY_MS = 60_000;
/** Longer than two attempts of a refresh can take; a process that died gives the refresh free after it. */
const LEASE_MS = 60_000;
/** How often a process looks whether another one's refresh is done. */
const LOOK_AGAIN_MS = 200;
const WRITE_ATTEMPTS = 3;
const WRITE_AGAIN_MS = 500;

/** Scopes were not kept from the beginning: the next refresh brings them. */
const Kept = z.object({ access: z.string(), refresh: z.string(), scopes: z.array(z.string()).default([]) });
type Kept = z.infer<typeof Kept>;

export interface TokenKeeper {
  /** Keeps the tokens of a new sign-in. The member's row must exist. */
  keep(member: MemberKey, tokens: ZoomTokens): Promise<void>;
  /** Where a Zoom client of this member gets its access token from. */
  source(member: MemberKey): TokenSource;
  /** What Zoom granted; nothing where there are no tokens. */
  scopes(member: MemberKey): Promise<readonly string[]>;
  /** Whether the member's consent is kept here, as far as is known without asking Zoom. */
  holds(member: MemberKey): Promise<boolean>;
  /** Forgets the tokens and tells Zoom so; Zoom not answering does not matter. */
  forget(member: MemberKey): Promise<void>;
}

export interface TokenKeeperOptions {
  readonly rows: ZoomTokenRows;
  readonly secrets: Secrets;
  readonly oauth: ZoomOAuth;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Told when Zoom could not be told that a sign-in ended. */
  readonly onRevokeFailed: (error: unknown) => void;
}

export function createTokenKeeper(options: TokenKeeperOptions): TokenKeeper {
  const { rows, secrets, oauth, now, sleep, onRevokeFailed } = options;
  const refreshing = new Map<string, Promise<string>>();

  const purpose = (member: MemberKey) => `zoom-tokens:${memberText(member)}`;
  const seal = (member: MemberKey, tokens: ZoomTokens) =>
    secrets.seal(
      JSON.stringify({
        access: tokens.accessToken,
        refresh: tokens.refreshToken,
        scopes: [...tokens.scopes],
      } satisfies Kept),
      purpose(member),
    );
  function open(member: MemberKey, stored: StoredTokens): Kept {
    try {
      return Kept.parse(JSON.parse(secrets.open(stored.sealed, purpose(member))));
    } catch (error) {
      // The key was exchanged without keeping the old one: signing in again puts new tokens over these.
      throw error instanceof SecretsError
        ? new ProductError('zoom-consent-lost', {}, { cause: error })
        : error;
    }
  }
  const left = (stored: StoredTokens) => stored.expiresAt.getTime() - now();

  async function read(member: MemberKey): Promise<StoredTokens> {
    const stored = await rows.find(member);
    if (stored === undefined) throw new ProductError('zoom-consent-lost');
    return stored;
  }

  /** A token that is good for a while and is not the one that Zoom has just refused. */
  async function usable(member: MemberKey, rejected?: string): Promise<string> {
    const stored = await read(member);
    const { access } = open(member, stored);
    if (access !== rejected && left(stored) > EARLY_MS) return access;

    const key = memberText(member);
    const running = refreshing.get(key) ?? refresh(member, rejected).finally(() => refreshing.delete(key));
    refreshing.set(key, running);
    return running;
  }

  async function refresh(member: MemberKey, rejected: string | undefined): Promise<string> {
    const patience = now() + LEASE_MS;
    for (;;) {
      const stored = await read(member);
      const { access } = open(member, stored);
      if (access !== rejected && left(stored) > EARLY_MS) return access;
      const until = new Date(now() + LEASE_MS);
      if (await rows.lease(member, stored.version, new Date(now()), until)) {
        return refreshLeased(member, stored, rejected, until);
      }
      if (now() > patience) throw new ProductError('zoom-unavailable');
      await sleep(LOOK_AGAIN_MS);
    }
  }

  /** The old refresh token is used up: new tokens that are not stored are a sign-in that is lost. */
  async function persistently<T>(write: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await write();
      } catch (error) {
        if (attempt === WRITE_ATTEMPTS) throw error;
        await sleep(WRITE_AGAIN_MS);
      }
    }
  }

  async function refreshLeased(
    member: MemberKey,
    stored: StoredTokens,
    rejected: string | undefined,
    until: Date,
  ): Promise<string> {
    const kept = open(member, stored);
    try {
      const tokens = await oauth.refresh(kept.refresh).catch((error: unknown) => {
        if (is(error, 'zoom-outcome-unknown')) return oauth.refresh(kept.refresh);
        throw error;
      });
      const sealed = seal(member, tokens);
      const stays = await persistently(() =>
        rows.advance(member, stored.version, sealed, new Date(tokens.expiresAt)),
      );
      // The row moved on: the person signed in anew meanwhile, and those tokens count.
      return stays ? tokens.accessToken : open(member, await read(member)).access;
    } catch (error) {
      if (is(error, 'zoom-consent-lost')) {
        if (await rows.drop(member, stored.version)) throw error;
        return open(member, await read(member)).access;
      }
      await rows.release(member, until);
      // Refreshing early failed, but the old access token still has some seconds.
      if (kept.access !== rejected && left(stored) > 0) return kept.access;
      throw error;
    }
  }

  return {
    keep: (member, tokens) => rows.replace(member, seal(member, tokens), new Date(tokens.expiresAt)),
    source: (member) => ({
      current: () => usable(member),
      refreshed: (rejected) => usable(member, rejected),
    }),
    async scopes(member) {
      const stored = await rows.find(member);
      return stored === undefined ? [] : open(member, stored).scopes;
    },
    async holds(member) {
      const stored = await rows.find(member);
      if (stored === undefined) return false;
      try {
        open(member, stored);
        return true;
      } catch (error) {
        if (is(error, 'zoom-consent-lost')) return false;
        throw error;
      }
    },
    async forget(member) {
      const stored = await rows.find(member);
      if (stored === undefined) return;
      await rows.drop(member);
      try {
        await oauth.revoke(open(member, stored).refresh);
      } catch (error) {
        onRevokeFailed(error);
      }
    },
  };
}

const is = (error: unknown, code: ErrorCode): boolean => error instanceof ProductError && error.code === code;
