/** The routes of a session that is open: renew it, and sign out. */
import * as z from 'zod';
import { paths, Session } from '../api/backend';
import { callerOf } from './caller';
import { limitRenewals } from './rateLimits';
import type { Sessions } from './sessions';
import { anyProblem, SESSION_SECURITY, type TypedApp } from './typedApp';
import type { TokenKeeper } from './zoomTokens';

export interface SessionRouteOptions {
  readonly sessions: Sessions;
  readonly keeper: TokenKeeper;
  /** Of one member, a minute. */
  readonly renewals: number;
}

export function registerSessions(app: TypedApp, { sessions, keeper, renewals }: SessionRouteOptions): void {
  const shared = { tags: ['Session'], security: SESSION_SECURITY };
  const countRenewal = limitRenewals(app, renewals);

  app.post(
    paths.renewSession,
    {
      schema: {
        ...shared,
        summary: 'A new token; the present one ends within a minute',
        response: { 200: Session, ...anyProblem },
      },
    },
    async (request) => {
      await countRenewal(request);
      return sessions.renew(callerOf(request));
    },
  );

  app.delete(
    paths.session,
    { schema: { ...shared, summary: 'Signs out', response: { 204: z.undefined(), ...anyProblem } } },
    async (request, reply) => {
      const caller = callerOf(request);
      // With the member's last session goes what we hold of Zoom's.
      if (await sessions.close(caller)) await keeper.forget(caller.key);
      return reply.code(204).send();
    },
  );
}
