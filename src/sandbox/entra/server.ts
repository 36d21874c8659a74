/**
 * The Entra stand-in as an HTTP server on localhost: a real OpenID Connect provider for each tenant at
 * `/<tenant>/v2.0`, the page on which somebody is chosen, and a control endpoint.
 *
 *   POST /control/rotate-keys <- { keepFormer? } -> { kid }: another key signs from now on; former ones are published
 *                                                  further unless `keepFormer` is false
 *   GET  /control/people      -> the people who can be chosen
 */
import { randomBytes } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import * as z from 'zod';
import { acceptForms } from '../zoom/forms';
import type { EntraConfig } from './config';
import { newKey, rotated, type PrivateKey } from './keys';
import { inMemory } from './memory';
import { choosePage, messagePage, style } from './pages';
import { people, personOf } from './people';
import { createTenant } from './provider';

/** A running stand-in. */
export interface RunningEntra {
  /** The authority: `https://localhost:port`, or `http://` without certificate. */
  readonly url: string;
  close(): Promise<void>;
}

const loopback = /^(127\.|::1$|::ffff:127\.)/;
const isLocalHost = (host: string | undefined) =>
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? '');

/** A log line about a request: queries are left out, since authorization codes travel in them. */
const serializers = {
  req: (request: FastifyRequest) => ({ method: request.method, path: request.url.split('?')[0] }),
};

/** Starts the stand-in. It answers on localhost only. */
export async function startEntra(config: EntraConfig): Promise<RunningEntra> {
  const { tls } = config;
  const cookieKey = randomBytes(32).toString('hex');
  const memories = new Map(config.tenants.map((tenant) => [tenant, inMemory()]));
  let keys: readonly PrivateKey[] = [await newKey()];
  let tenants: ReadonlyMap<string, Tenant> = new Map();

  const app = Fastify({
    logger: config.logTo === undefined ? false : { stream: config.logTo, serializers },
    forceCloseConnections: true,
    serverFactory: (handler) => {
      const listener = (request: IncomingMessage, response: ServerResponse) => {
        const tenant = isLocalHost(request.headers.host) ? tenantAt(tenants, request.url) : undefined;
        if (tenant === undefined) return handler(request, response);
        answerAs(tenant, request, response);
      };
      return tls === undefined ? http.createServer(listener) : https.createServer(tls, listener);
    },
  });
  const setUp = () => {
    tenants = new Map(
      [...memories].map(([tenant, adapter]) => {
        const provider = createTenant({
          ...config,
          tenant,
          issuer: `${url}/${tenant}/v2.0`,
          keys,
          cookieKey,
          adapter,
          accessTokenSeconds: config.accessTokenSeconds ?? 3600,
        });
        provider.on('server_error', (_context, err) => app.log.error({ err }, 'the provider failed'));
        return [tenant, { path: `/${tenant}/v2.0`, provider, answer: provider.callback() }];
      }),
    );
  };
  registerSigningIn(app, (tenant) => tenants.get(tenant)?.provider, config.origins);
  await app.register(
    async (control: FastifyInstance) => {
      control.addHook('onRequest', async (request, reply) =>
        loopback.test(request.ip) && request.headers.origin === undefined
          ? undefined
          : reply.status(403).send({ message: 'Only programs on this computer may do this.' }),
      );
      control.get('/people', () => people);
      control.post('/rotate-keys', async (request) => {
        const { keepFormer } = Rotation.parse(request.body ?? {});
        keys = rotated(keys, await newKey(), keepFormer);
        setUp();
        return { kid: keys[0]?.kid };
      });
    },
    { prefix: '/control' },
  );

  await app.listen({ host: 'localhost', port: config.port ?? 0, listenTextResolver: () => 'listening' });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : (config.port ?? 0);
  const url = `${tls === undefined ? 'http' : 'https'}://localhost:${port}`;
  setUp();
  return { url, close: () => app.close() };
}

const Rotation = z.object({ keepFormer: z.boolean().default(true) });

interface Tenant {
  readonly path: string;
  readonly provider: Provider;
  readonly answer: ReturnType<Provider['callback']>;
}

const tenantAt = (tenants: ReadonlyMap<string, Tenant>, url = ''): Tenant | undefined =>
  [...tenants.values()].find(({ path }) => url.startsWith(`${path}/`));

/** The provider sees paths without the tenant before them, and knows by `originalUrl` what it left out. */
function answerAs({ path, answer }: Tenant, request: IncomingMessage, response: ServerResponse): void {
  const originalUrl = request.url ?? '';
  void answer(Object.assign(request, { originalUrl, url: originalUrl.slice(path.length) }), response);
}

const Place = z.object({ tenant: z.string(), uid: z.string() });
const Choice = z.object({ person: z.string() });

function registerSigningIn(
  app: FastifyInstance,
  providerOf: (tenant: string) => Provider | undefined,
  origins: readonly string[],
): void {
  acceptForms(app);
  app.addHook('onRequest', async (request, reply) =>
    isLocalHost(request.headers.host)
      ? undefined
      : reply.status(421).send({ message: 'Not a name of this server.' }),
  );
  const send = (reply: FastifyReply, status: number, text: string) =>
    reply
      .status(status)
      .headers({
        'Cache-Control': 'no-store',
        // A browser asks this policy about where the choice leads as well.
        'Content-Security-Policy': `default-src 'none'; style-src 'self'; img-src data:; form-action 'self' ${origins.join(' ')}; frame-ancestors 'none'; base-uri 'none'`,
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
      })
      .type('text/html; charset=utf-8')
      .send(text);
  const lost = (reply: FastifyReply) =>
    send(reply, 400, messagePage('Start again', 'This sign-in has ended. Go back and start again.'));

  app.get('/style.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  app.get('/', (_request, reply) =>
    send(
      reply,
      200,
      messagePage(
        'Microsoft (stand-in)',
        'People come here from the add-in to sign in. There is nothing else.',
      ),
    ),
  );
  app.get('/sign-in/:tenant/:uid', async (request, reply) => {
    const provider = providerOf(Place.parse(request.params).tenant);
    const begun = await provider?.interactionDetails(request.raw, reply.raw).catch(() => undefined);
    return begun === undefined ? lost(reply) : send(reply, 200, choosePage(request.url));
  });
  app.post('/sign-in/:tenant/:uid', async (request, reply) => {
    const provider = providerOf(Place.parse(request.params).tenant);
    const person = personOf(Choice.parse(request.body).person);
    const result =
      person === undefined
        ? { error: 'access_denied', error_description: 'The person cancelled.' }
        : { login: { accountId: person.userName, remember: true }, select_account: {} };
    const next = await provider
      ?.interactionResult(request.raw, reply.raw, result, { mergeWithLastSubmission: false })
      .catch(() => undefined);
    return next === undefined ? lost(reply) : reply.redirect(next, 303);
  });
}
