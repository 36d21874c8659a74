/**
 * The routes of signing in: `/auth/zoom/start` and `/auth/zoom/callback`, which the dialog's browser walks through,
 * and `POST /api/session`, where the pane exchanges the dialog's code for a session.
 */
import * as z from 'zod';
import { paths, Session, SessionRequest } from '../../api/backend';
import type { ProductError } from '../../domain/errors';
import { type ErrorCode } from '../../domain/errors';
import { anyProblem, type TypedApp } from '../typedApp';
import type { SignInFlow, SignInOutcome } from './flow';

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
        response: { 302: z.undefined().describe('to the page that receives the code'), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { code, state, error, error_description: errorDescription } = request.query;
      const outcome = await flow.finish({ code, state, error, errorDescription });
      if ('error' in outcome.result) {
        const { error: refused } = outcome.result;
        request.log.info({ problem: refused.code, details: refused.details }, 'sign-in refused');
      }
      return reply.header('cache-control', 'no-store').redirect(addressOf(outcome));
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
