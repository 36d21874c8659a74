/** How many requests are taken: by session, or by address where there is none yet. Kept in this process. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { ProductError } from '../domain/errors';
import { callerOf } from './caller';
import { memberText } from './member';
import { hashToken } from './tokens';
import type { TypedApp } from './typedApp';

export interface RateLimits {
  /** Requests a minute of one session. */
  readonly perSession: number;
  /** Requests a minute of one session that ask Zoom several times each. */
  readonly costlyPerSession: number;
  /** Steps of signing in a minute from one address. */
  readonly perAddress: number;
  /** Requests a minute from one address with tokens of no session, each of which costs a look into the database. */
  readonly failuresPerAddress: number;
  /** Renewals a minute of one member: each begins another count of its session's requests. */
  readonly renewalsPerMember: number;
}

/**
 * A person with several panes open stays far below; a company behind one address comes back with ended sessions and
 * signs in at once on Mondays.
 */
export const defaultRateLimits: RateLimits = {
  perSession: 300,
  costlyPerSession: 30,
  perAddress: 120,
  failuresPerAddress: 600,
  renewalsPerMember: 20,
};

const WINDOW_MS = 60_000;

/** @param by whether a session's token, or the address alone, tells callers apart */
export async function limitRequests(app: TypedApp, by: 'session' | 'address', max: number): Promise<void> {
  await app.register(rateLimit, { global: false });
  // As a hook of its own rather than the plugin's, which would come after the session was looked up.
  app.addHook(
    'onRequest',
    app.rateLimit({
      max,
      timeWindow: WINDOW_MS,
      keyGenerator: by === 'session' ? sessionOf : (request) => request.ip,
      errorResponseBuilder: (_request, { ttl }) => tooMany(ttl),
    }),
  );
}

/** Counts the failures of an address; an address of IPv6 with the others of its network. */
export interface FailureLimit {
  /** @throws ProductError `too-many-requests` for an address that failed too often in this minute */
  check(request: FastifyRequest): Promise<void>;
  failed(request: FastifyRequest): Promise<void>;
}

/** In a scope that `limitRequests` was called for. */
export function limitFailures(app: TypedApp, max: number): FailureLimit {
  const counter = app.createRateLimit({ max, timeWindow: WINDOW_MS });
  let lastFailure = -Infinity;
  return {
    async check(request) {
      // Mostly nobody failed for so long that every count is over.
      if (performance.now() - lastFailure > 2 * WINDOW_MS) return;
      const state = await counter(request, { increment: false });
      if (!state.isAllowed && state.remaining === 0) throw tooMany(state.ttl);
    },
    async failed(request) {
      lastFailure = performance.now();
      await counter(request);
    },
  };
}

/** Counts the renewals of a member. In a scope that `limitRequests` was called for, after the session is known. */
export function limitRenewals(app: TypedApp, max: number): (request: FastifyRequest) => Promise<void> {
  const counter = app.createRateLimit({
    max,
    timeWindow: WINDOW_MS,
    keyGenerator: (request) => memberText(callerOf(request).key),
  });
  return async (request) => {
    const state = await counter(request);
    if (!state.isAllowed && state.isExceeded) throw tooMany(state.ttl);
  };
}

const tooMany = (ttlMs: number): ProductError =>
  new ProductError('too-many-requests', { seconds: Math.max(1, Math.ceil(ttlMs / 1000)) });

/** The hash: tokens do not belong in a table of counters. Without the scheme, which may be spelt in many ways. */
function sessionOf({ headers: { authorization }, ip }: FastifyRequest): string {
  return authorization === undefined ? ip : hashToken(authorization.slice(authorization.indexOf(' ') + 1));
}
