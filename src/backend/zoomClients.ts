/** Zoom clients in the members' names. Zoom counts requests by account, so the clients of an account share a limiter. */
import { createZoomClient, type TokenSource, type ZoomClient } from '../zoom/client';
import type { Fetch, Sleep, Timer } from '../zoom/http';
import { createRateLimiter, type RateLimiter } from '../zoom/layers/rateLimit';
import type { MemberKey } from './member';

export interface ZoomClientsOptions {
  readonly apiUrl: string;
  readonly fetch: Fetch;
  readonly now: () => number;
  readonly sleep: Sleep;
  /** The machine's unless given. */
  readonly timer?: Timer;
}

export interface ZoomClients {
  of(member: MemberKey, token: TokenSource): ZoomClient;
  /** For a person whose account is not known yet. */
  anonymous(token: TokenSource): ZoomClient;
}

export function zoomClients(options: ZoomClientsOptions): ZoomClients {
  const limiters = new Map<string, RateLimiter>();

  function limiterOf(accountId: string): RateLimiter {
    const limiter = limiters.get(accountId) ?? createRateLimiter(options.now, options.sleep);
    limiters.set(accountId, limiter);
    return limiter;
  }

  return {
    of: (member, token) => createZoomClient({ ...options, token, limiter: limiterOf(member.accountId) }),
    anonymous: (token) => createZoomClient({ ...options, token }),
  };
}
