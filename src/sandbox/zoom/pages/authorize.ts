/**
 * GET and POST /oauth/authorize: an app asks, a person signs in, then allows or declines (authorization code with PKCE).
 *
 * An unknown app or redirect address is shown to the person and never redirected to (Zoom's error 4,700 and 4,709);
 * every other answer goes back to the app with its `state`.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Browsers } from '../browsers';
import type { Cloud } from '../cloud';
import { Form } from '../forms';
import { operationRoute } from '../operationRoute';
import { problemPage, sendPage } from './layout';
import { consentPage, signInPage } from './signInPages';

const Query = z.object({
  response_type: z.string().default(''),
  client_id: z.string().default(''),
  redirect_uri: z.string().default(''),
  state: z.string().optional(),
  code_challenge: z.string().optional(),
  /** Zoom takes an absent method as plain. */
  code_challenge_method: z.string().default('plain'),
});
type Query = z.infer<typeof Query>;

function answerUrl(query: Query, answer: Record<string, string>): string {
  const url = new URL(query.redirect_uri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (query.state !== undefined) url.searchParams.set('state', query.state);
  return url.toString();
}

/** The PKCE challenge; undefined when none was sent, null when it is not one that Zoom takes. */
function challengeOf(query: Query): { value: string; method: 'S256' | 'plain' } | undefined | null {
  const { code_challenge: value, code_challenge_method: method } = query;
  if (value === undefined) return undefined;
  return method === 'S256' || method === 'plain' ? { value, method } : null;
}

export function authorizeRoutes(app: FastifyInstance, cloud: Cloud, browsers: Browsers): void {
  /** The request when it may be answered at its redirect address; otherwise the person is told why not. */
  function readRequest(request: FastifyRequest, reply: FastifyReply): Query | undefined {
    const query = Query.safeParse(request.query);
    const { clientId, redirectUris } = cloud.config;
    const known = query.success && query.data.client_id === clientId;
    if (known && redirectUris.includes(query.data.redirect_uri)) return query.data;
    const page = known
      ? problemPage(
          400,
          'Invalid redirect',
          'The redirect address is not one that this app registered (4,709).',
        )
      : problemPage(400, 'Invalid app', 'This app is not known here (4,700).');
    void sendPage(reply, page, browsers.open(request, reply));
    return undefined;
  }

  const refuse = (kind: '429' | '500', reply: FastifyReply) => {
    reply.status(Number(kind)).type('text/plain');
    return kind === '429' ? 'Too many requests.' : 'Internal error.';
  };

  operationRoute(app, cloud, {
    operation: 'oauth.authorize',
    method: 'GET',
    url: '/oauth/authorize',
    refuse,
    handler(request, reply) {
      const query = readRequest(request, reply);
      if (query === undefined) return reply;
      if (query.response_type !== 'code') {
        return reply.redirect(answerUrl(query, { error: 'unsupported_response_type' }), 302);
      }
      if (challengeOf(query) === null)
        return reply.redirect(answerUrl(query, { error: 'invalid_request' }), 302);
      const browser = browsers.open(request, reply);
      const page =
        browser.person === undefined
          ? signInPage(cloud.store.people.all(), request.url, browser.formToken)
          : consentPage(browser.person, request.url, browser.formToken, new URL(query.redirect_uri).origin);
      return sendPage(reply, page, browser);
    },
  });

  app.post('/oauth/authorize', (request, reply) => {
    const query = readRequest(request, reply);
    if (query === undefined) return reply;
    const browser = browsers.open(request, reply);
    const { token, decision } = Form.parse(request.body ?? {});
    const challenge = challengeOf(query);
    if (!browser.sent(token) || browser.person === undefined || challenge === null) {
      return sendPage(reply, problemPage(403, 'Not allowed', 'Go back and load the page again.'), browser);
    }
    if (decision !== 'allow') return reply.redirect(answerUrl(query, { error: 'access_denied' }), 303);
    const pending = { personId: browser.person.id, redirectUri: query.redirect_uri };
    const code = cloud.grants.issueCode(challenge === undefined ? pending : { ...pending, challenge });
    return reply.redirect(answerUrl(query, { code }), 303);
  });
}
