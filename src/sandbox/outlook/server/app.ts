/** The bare Fastify app: TLS, limits, the loopback guard, headers, and errors as the contract has them. */
import Fastify, { LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { OutlookServerConfig } from './config';
import { failureOf } from './failures';
import { assertOwn } from './guard';

/** Room for a body of a million characters, each escaped in JSON, and the rest of an appointment. */
const bodyLimit = 8 * 1024 * 1024;

/** Bodies of appointments come from anywhere: no script but the page's own runs, and nobody frames it. */
const contentPolicy = "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** The app without routes. */
export function makeApp({ tls, logger }: Pick<OutlookServerConfig, 'tls' | 'logger'>) {
  const app = Fastify({
    https: tls ?? null,
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    forceCloseConnections: true,
    // What the router itself refuses, such as an address that cannot be decoded.
    frameworkErrors: (error, _request, reply) => {
      const { status, body } = failureOf(error);
      reply.hijack();
      reply.raw.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
      reply.raw.end(JSON.stringify(body));
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // A form or plain text could be sent across origins without the browser asking first.
  app.removeContentTypeParser('text/plain');

  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'content-security-policy': contentPolicy, 'x-content-type-options': 'nosniff' });
    assertOwn(request.headers, tls ? 'https' : 'http', request.socket.localPort ?? 0);
  });

  app.setErrorHandler((error, request, reply) => {
    const { status, body } = failureOf(error);
    if (status >= 500) request.log.error({ err: error, url: request.url }, 'Request failed');
    return reply.code(status).send(body);
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ code: 'not-found', message: 'There is nothing at this address.' }),
  );
  return app;
}

export type App = ReturnType<typeof makeApp>;
