/** The routes of signing in with Microsoft (`api/microsoft.ts`): those without a session, and the member's own. */
import * as z from 'zod';
import { Session } from '../../api/backend';
import { microsoftPaths, MicrosoftSignIn, MicrosoftTie, MicrosoftToken } from '../../api/microsoft';
import { ProductError, type ErrorCode } from '../../domain/errors';
import { callerOf } from '../caller';
import type { FailureLimit } from '../rateLimits';
import { anyProblem, SESSION_SECURITY, type TypedApp } from '../typedApp';
import type { MicrosoftRoom } from './index';

const tags = ['Signing in with Microsoft'];

/** Refusals of a token: somebody is trying, or sets something up. */
const guesses: ReadonlySet<ErrorCode> = new Set(['microsoft-refused', 'microsoft-elsewhere']);

/**
 * In a scope without sessions.
 *
 * @param failures keeps an address that makes tokens up from having each of them looked at
 */
export function registerMicrosoftSignIn(app: TypedApp, room: MicrosoftRoom, failures: FailureLimit): void {
  app.get(
    microsoftPaths.signIn,
    {
      schema: {
        tags,
        summary: 'What the pane has to know to sign in with Microsoft, if that is set up here',
        response: { 200: MicrosoftSignIn, ...anyProblem },
      },
    },
    async () => room.signIn,
  );

  app.post(
    microsoftPaths.session,
    {
      schema: {
        tags,
        summary: 'Opens a session for the member to whom this Microsoft identity is tied',
        description:
          'Wants an access token of version 2.0 for this application with `access_as_user`. As long as the token ' +
          'lives it may be used again; what it opens is a session of its own each time. `zoom-consent-lost` where ' +
          'the member has to sign in to Zoom once more.',
        body: MicrosoftToken,
        response: { 200: Session, ...anyProblem },
      },
    },
    async (request) => {
      await failures.check(request);
      try {
        return await room.open(request.body.accessToken);
      } catch (error) {
        if (error instanceof ProductError && guesses.has(error.code)) await failures.failed(request);
        throw error;
      }
    },
  );
}

/** In a scope that wants a session. */
export function registerMicrosoftTie(app: TypedApp, room: MicrosoftRoom): void {
  const shared = { tags, security: SESSION_SECURITY };
  const answer = { 200: MicrosoftTie, ...anyProblem };

  app.get(
    microsoftPaths.tie,
    { schema: { ...shared, summary: 'The Microsoft identity that is tied to oneself', response: answer } },
    async (request) => room.tieOf(callerOf(request).key),
  );

  app.put(
    microsoftPaths.tie,
    {
      schema: {
        ...shared,
        summary: 'Ties a Microsoft identity to oneself, in place of a former one',
        body: MicrosoftToken,
        response: answer,
      },
    },
    async (request) => {
      const tie = await room.tie(callerOf(request).key, request.body.accessToken);
      request.log.info('a Microsoft identity was tied');
      return tie;
    },
  );

  app.delete(
    microsoftPaths.tie,
    {
      schema: {
        ...shared,
        summary: 'Unties it; sessions that it opened go on',
        response: { 204: z.undefined(), ...anyProblem },
      },
    },
    async (request, reply) => {
      await room.untie(callerOf(request).key);
      request.log.info('the Microsoft identity was untied');
      return reply.code(204).send();
    },
  );
}
