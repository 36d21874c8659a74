/**
 * Who is calling: every route that is registered after `requireSession` wants a session, and finds the caller with
 * `callerOf`. A bearer token is the only proof; cookies are neither set nor read, so a page elsewhere cannot make a
 * person's browser act here.
 */
import type { FastifyRequest } from 'fastify';
import { ProductError } from '../domain/errors';
import type { Caller, Sessions } from './sessions';
import type { TypedApp } from './typedApp';

const callers = new WeakMap<FastifyRequest, Caller>();

export function requireSession(app: TypedApp, sessions: Sessions): void {
  app.addHook('onRequest', async (request) => {
    callers.set(request, await sessions.authenticate(request.headers.authorization));
  });
}

/** @throws ProductError `signed-out` on a route that was registered without `requireSession` */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new ProductError('signed-out');
  return caller;
}
