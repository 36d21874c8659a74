/**
 * Who is calling: every route that is registered after `requireSession` wants a session, and finds the caller with
 * `callerOf`. A bearer token is the only proof; cookies are neither set nor read, so a page elsewhere cannot make a
 * person's browser act here.
 */
import type { FastifyRequest } from 'fastify';
import { ProductError } from '../domain/errors';
import type { FailureLimit } from './rateLimits';
import type { Caller, Sessions } from './sessions';
import type { TypedApp } from './typedApp';

const callers = new WeakMap<FastifyRequest, Caller>();

/** @param failures keeps an address that makes tokens up from asking the database for each of them */
export function requireSession(app: TypedApp, sessions: Sessions, failures: FailureLimit): void {
  app.addHook('onRequest', async (request) => {
    await failures.check(request);
    try {
      callers.set(request, await sessions.authenticate(request.headers.authorization));
    } catch (error) {
      if (error instanceof ProductError && error.code === 'session-expired') await failures.failed(request);
      throw error;
    }
  });
}

/** @throws ProductError `signed-out` on a route that was registered without `requireSession` */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new ProductError('signed-out');
  return caller;
}
