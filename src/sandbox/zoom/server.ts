/**
 * The Zoom stand-in as an HTTP server on localhost: REST API, OAuth, web pages, control endpoint.
 */
import http from 'node:http';
import https from 'node:https';
import Fastify, { type FastifyRequest } from 'fastify';
import { api } from './api';
import { Browsers } from './browsers';
import { Cloud } from './cloud';
import type { ZoomCloudConfig } from './config';
import { control } from './control';
import { oauth } from './oauth';
import { pages } from './pages/pages';

/** A running stand-in. */
export interface RunningZoomCloud {
  /** `https://localhost:port`, or `http://` without certificate. */
  url: string;
  /** Closes every connection and the state file. */
  close(): Promise<void>;
}

/** A log line about a request: queries are left out, since authorization codes travel in them. */
const serializers = {
  req: (request: FastifyRequest) => ({ method: request.method, path: request.url.split('?')[0] }),
};

/** Names under which this server may be called; any other is a page that had its name pointed here. */
function isLocalHost(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? '');
}

/** Starts the stand-in. It answers on localhost only, IPv4 and IPv6. */
export async function startZoomCloud(config: ZoomCloudConfig): Promise<RunningZoomCloud> {
  const cloud = new Cloud(config);
  const { tls } = config;
  const app = Fastify({
    logger: config.logTo === undefined ? false : { stream: config.logTo, serializers },
    forceCloseConnections: true,
    serverFactory: (handler) =>
      tls === undefined ? http.createServer(handler) : https.createServer(tls, handler),
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!isLocalHost(request.headers.host))
      return reply.status(421).send({ message: 'Not a name of this server.' });
    return undefined;
  });
  await app.register(api, { prefix: '/v2', cloud });
  await app.register(oauth, { prefix: '/oauth', cloud });
  await app.register(control, { prefix: '/control', cloud });
  await app.register(pages, { cloud, browsers: new Browsers(cloud.store, tls !== undefined) });

  await app.listen({ host: 'localhost', port: config.port ?? 0, listenTextResolver: () => 'listening' });
  const address = app.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  cloud.origin = `${tls === undefined ? 'http' : 'https'}://localhost:${port ?? config.port ?? 0}`;
  return {
    url: cloud.origin,
    async close() {
      await app.close();
      cloud.store.close();
    },
  };
}
