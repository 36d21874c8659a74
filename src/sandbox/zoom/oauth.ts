/**
 * Zoom's token endpoints: POST /oauth/token (authorization_code with PKCE, refresh_token) and POST /oauth/revoke.
 *
 * The app proves itself by HTTP Basic; parameters come in a form. Errors are Zoom's `{ reason, error }` with status 400,
 * also for a wrong client secret (met in the field; the OAuth standard would say 401).
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import type { Cloud } from './cloud';
import { acceptForms, Form } from './forms';
import type { Refusal } from './grants';
import { operationRoute, type OperationRoute } from './operationRoute';
import { hashOf } from './store';

/** What a person's own app is granted here. */
const SCOPES = [
  'meeting:delete:meeting',
  'meeting:read:list_meetings',
  'meeting:read:list_templates',
  'meeting:read:meeting',
  'meeting:update:meeting',
  'meeting:update:status',
  'meeting:write:meeting',
  'user:read:list_assistants',
  'user:read:list_schedulers',
  'user:read:settings',
  'user:read:user',
];

/** What an administrator's app is granted beside. */
const ADMIN_SCOPES = [
  'account:read:lock_settings:master',
  'group:read:list_groups:admin',
  'group:read:list_members:admin',
  'user:read:list_users:admin',
];

/** The scopes of a token, by whose it is. */
function scopesOf(cloud: Cloud, accessToken: string): string[] {
  const owner = cloud.grants.personOf(accessToken);
  const person = typeof owner === 'string' ? undefined : cloud.store.people.get(owner.personId);
  return person?.admin === true ? [...SCOPES, ...ADMIN_SCOPES] : SCOPES;
}

class OAuthError extends Error {
  constructor(
    readonly error: string,
    readonly reason: string,
    readonly status = 400,
  ) {
    super(reason);
  }
}

const refusals: Record<Refusal, () => OAuthError> = {
  code: () => new OAuthError('invalid_grant', 'Invalid authorization code'),
  redirect: () => new OAuthError('invalid_request', 'Redirect URI mismatch.'),
  verifier: () => new OAuthError('invalid_grant', 'Invalid code verifier'),
  refresh: () => new OAuthError('invalid_grant', 'Invalid Token!'),
};

function assertClient(cloud: Cloud, request: FastifyRequest): void {
  const basic = /^Basic (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const given = hashOf(Buffer.from(basic, 'base64').toString('utf8'));
  const right = hashOf(`${cloud.config.clientId}:${cloud.config.clientSecret}`);
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(right))) {
    throw new OAuthError('invalid_client', 'Invalid client_id or client_secret');
  }
}

function form(request: FastifyRequest): Form {
  const read = Form.safeParse(request.body ?? {});
  if (!read.success) throw new OAuthError('invalid_request', 'The request is not a form.');
  return read.data;
}

/** The token endpoints as a Fastify plugin; register it under `/oauth`. */
export async function oauth(app: FastifyInstance, { cloud }: { cloud: Cloud }): Promise<void> {
  acceptForms(app);
  app.setErrorHandler((error, request, reply) => {
    const known =
      error instanceof OAuthError ? error : new OAuthError('server_error', 'Internal error.', 500);
    if (known.status >= 500) request.log.error({ err: error }, 'token request failed');
    return reply.status(known.status).send({ reason: known.reason, error: known.error });
  });

  const add = (route: Pick<OperationRoute, 'operation' | 'url' | 'handler'>) =>
    operationRoute(app, cloud, {
      ...route,
      method: 'POST',
      refuse(kind, reply) {
        reply.status(Number(kind));
        return {
          '403': { reason: 'Access denied.', error: 'access_denied' },
          '429': { reason: 'Too many requests', error: 'invalid_request' },
          '500': { reason: 'Internal error.', error: 'server_error' },
        }[kind];
      },
      guard: (request) => assertClient(cloud, request),
    });

  add({
    operation: 'oauth.token',
    url: '/token',
    handler(request, reply: FastifyReply) {
      const {
        grant_type,
        code = '',
        redirect_uri = '',
        code_verifier = '',
        refresh_token = '',
      } = form(request);
      if (grant_type !== 'authorization_code' && grant_type !== 'refresh_token') {
        throw new OAuthError('unsupported_grant_type', 'unsupported grant type');
      }
      const outcome =
        grant_type === 'refresh_token'
          ? cloud.grants.refresh(refresh_token)
          : cloud.grants.exchange(code, redirect_uri, code_verifier);
      if (typeof outcome === 'string') throw refusals[outcome]();
      reply.header('Cache-Control', 'no-store');
      return {
        access_token: outcome.accessToken,
        token_type: 'bearer',
        refresh_token: outcome.refreshToken,
        expires_in: outcome.expiresInSeconds,
        scope: scopesOf(cloud, outcome.accessToken).join(' '),
        api_url: cloud.origin,
      };
    },
  });

  add({
    operation: 'oauth.revoke',
    url: '/revoke',
    handler(request) {
      if (!cloud.grants.revoke(form(request)['token'] ?? '')) throw refusals.refresh();
      return { status: 'success' };
    },
  });
}
