/** How many requests are taken: by session, or by address where there is none yet. Kept in this process. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { ProductError } from '../domain/errors';
import { hashToken } from './tokens';
import type { TypedApp } from './typedApp';

export interface RateLimits {
  /** Requests a minute of one session. */
  readonly perSession: number;
  /** Requests a minute of one session that ask Zoom several times each. */
  readonly costlyPerSession: number;
  /** Steps of signing in a minute from one address. */
  readonly perAddress: number;
}

/** A person with several panes open stays far below; a company behind one address signs in at once on Mondays. */
export const defaultRateLimits: RateLimits = { perSession: 300, costlyPerSession: 30, perAddress: 120 };

/** @param by whether a session's token, or the address alone, tells callers apart */
export async function limitRequests(app: TypedApp, by: 'session' | 'address', max: number): Promise<void> {
  await app.register(rateLimit, { global: false });
  // As a hook of its own rather than the plugin's, which would come after the session was looked up.
  app.addHook(
    'onRequest',
    app.rateLimit({
      max,
      timeWindow: 60_000,
      keyGenerator: by === 'session' ? sessionOf : (request) => request.ip,
      errorResponseBuilder: (_request, context) =>
        new ProductError('too-many-requests', { seconds: Math.max(1, Math.ceil(context.ttl / 1000)) }),
    }),
  );
}

/** The hash: tokens do not belong in a table of counters. Without the scheme, which may be spelt in many ways. */
function sessionOf({ headers: { authorization }, ip }: FastifyRequest): string {
  return authorization === undefined ? ip : hashToken(authorization.replace(/^\w+ /, ''));
}
