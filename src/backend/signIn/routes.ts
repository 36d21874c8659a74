/**
 * The routes of signing in: `/auth/zoom/start` and `/auth/zoom/callback`, which the dialog's browser walks through,
 * and `POST /api/session`, where the pane exchanges the dialog's code for a session.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { paths, Session, SessionRequest } from '../../api/backend';
import { ProductError, type ErrorCode } from '../../domain/errors';
import { anyProblem, type TypedApp } from '../typedApp';
import { unexpected, type SignInFlow, type SignInOutcome } from './flow';

const text = (limit: number) => z.string().max(limit).optional();

/** What Zoom sends; more than this long is not Zoom's. */
const CallbackQuery = z.object({
  code: text(2000),
  state: text(200),
  error: text(100),
  error_description: text(1000),
});

export interface SignInRouteOptions {
  readonly flow: SignInFlow;
  /** Pages that a sign-in may come back to. Anything else would make this an open redirect. */
  readonly returnPaths: readonly [string, ...string[]];
}

export function registerSignIn(app: TypedApp, { flow, returnPaths }: SignInRouteOptions): void {
  app.get(
    paths.signInStart,
    {
      schema: {
        tags: ['Signing in'],
        summary: 'Sends the dialog to Zoom',
        querystring: z.object({
          challenge: z
            .string()
            .regex(/^[\w-]{43}$/)
            .describe('base64url SHA-256 of the verifier that the pane keeps'),
          return: z.enum(returnPaths).describe('path of the page that receives the code'),
        }),
        response: { 302: z.undefined().describe('to Zoom'), ...anyProblem },
      },
      errorHandler(error, request, reply) {
        // Somebody else's page cannot be gone back to.
        const back = z.object({ return: z.enum(returnPaths) }).safeParse(request.query);
        if (!back.success || hasZodFastifySchemaValidationErrors(error)) throw error;
        return comeBack(request, reply, { returnPath: back.data.return, result: { error: told(error) } });
      },
    },
    async (request, reply) =>
      reply
        .header('cache-control', 'no-store')
        .redirect(await flow.start(request.query.challenge, request.query.return)),
  );

  app.get(
    paths.signInCallback,
    {
      schema: {
        tags: ['Signing in'],
        summary: 'Where Zoom comes back to',
        querystring: CallbackQuery,
        response: { 302: z.undefined().describe('to the page that receives the code') },
      },
      // A person looks at this window: whatever happens, they get the page that can tell them.
      errorHandler: (error, request, reply) =>
        comeBack(request, reply, { returnPath: returnPaths[0], result: { error: told(error) } }),
    },
    async (request, reply) => {
      const { code, state, error, error_description: errorDescription } = request.query;
      return comeBack(request, reply, await flow.finish({ code, state, error, errorDescription }));
    },
  );

  app.post(
    paths.session,
    {
      schema: {
        tags: ['Signing in'],
        summary: 'Exchanges the one-time code and the verifier for a session',
        body: SessionRequest,
        response: { 200: Session, ...anyProblem },
      },
    },
    async (request) => flow.exchange(request.body.code, request.body.verifier),
  );
}

/** Sends the window back to the page that it came from. */
function comeBack(request: FastifyRequest, reply: FastifyReply, outcome: SignInOutcome): FastifyReply {
  if ('error' in outcome.result) {
    const { code: problem, details, cause } = outcome.result.error;
    if (problem === 'backend-unavailable') request.log.error({ err: cause }, 'sign-in failed');
    else request.log.info({ problem, details }, 'sign-in refused');
  }
  return reply.header('cache-control', 'no-store').redirect(addressOf(outcome));
}

/** What somebody is told of an error that came before the sign-in was looked at. */
function told(error: unknown): ProductError {
  // Zoom sends nothing that does not fit.
  if (hasZodFastifySchemaValidationErrors(error)) return new ProductError('sign-in-expired');
  return unexpected(error);
}

/** In the fragment, which no server, log or `Referer` ever sees. */
function addressOf({ returnPath, result }: SignInOutcome): string {
  const fragment = new URLSearchParams('code' in result ? { code: result.code } : fragmentOf(result.error));
  return `${returnPath}#${fragment.toString()}`;
}

function fragmentOf(error: ProductError): Record<string, string> {
  const code: ErrorCode = error.code;
  const { reason } = error.details;
  return typeof reason === 'string' ? { error: code, reason } : { error: code };
}
