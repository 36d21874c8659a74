/**
 * Zoom's REST API under /v2: who asks, how often, and Zoom's shape for every error.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { directoryRoutes } from './directoryRoutes';
import { obey, type AddOperation } from './addOperation';
import type { Cloud } from './cloud';
import { ZoomError, zoomErrors } from './errors';
import type { RefusalKind } from './faults';
import { meetingRoutes } from './meetingRoutes';
import { operationRoute } from './operationRoute';
import { weights } from './operations';
import type { Person } from './people';
import { userRoutes } from './userRoutes';

/** The person behind the bearer token; throws 124 when there is none. */
function caller(cloud: Cloud, request: FastifyRequest): Person {
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const found = token === undefined ? 'unknown' : cloud.grants.personOf(token);
  if (found === 'expired') throw zoomErrors.expiredToken();
  const person = found === 'unknown' ? undefined : cloud.store.people.get(found.personId);
  if (person === undefined) throw zoomErrors.invalidToken();
  return person;
}

function asZoomError(error: unknown): ZoomError {
  if (error instanceof ZoomError) return error;
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' && status < 500 ? zoomErrors.notJson() : zoomErrors.internal();
}

const refusals: Record<RefusalKind, () => ZoomError> = {
  '403': zoomErrors.accessDenied,
  '429': zoomErrors.tooManyPerSecond,
  '500': zoomErrors.internal,
};

/** The whole API as a Fastify plugin; register it under `/v2`. */
export async function api(app: FastifyInstance, { cloud }: { cloud: Cloud }): Promise<void> {
  const people = new WeakMap<FastifyRequest, Person>();

  // Zoom reads a body as JSON whatever its declared type, and does not mind an empty one.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => {
    try {
      done(null, text === '' ? undefined : JSON.parse(String(text)));
    } catch {
      done(zoomErrors.notJson());
    }
  });
  app.setErrorHandler((error, request, reply) => {
    const answer = asZoomError(error);
    if (answer.status >= 500) request.log.error({ err: error }, 'request failed');
    return reply.status(answer.status).send(answer.body());
  });
  app.setNotFoundHandler((_request, reply) => reply.status(404).send(zoomErrors.unknownEndpoint().body()));

  const add: AddOperation = (route, handler) => {
    const weight = weights[route.operation];
    if (weight === null) throw new Error(`${route.operation} is not an operation of the REST API`);
    operationRoute(app, cloud, {
      ...route,
      refuse(kind, reply) {
        const error = refusals[kind]();
        if (kind === '429')
          reply.headers({
            ...cloud.limiter.perSecond(weight, cloud.clock.now()).headers,
            'X-RateLimit-Remaining': '0',
          });
        reply.status(error.status);
        return error.body();
      },
      guard(request, reply) {
        people.set(request, caller(cloud, request));
        obey(cloud.limiter.perSecond(weight, cloud.clock.now()), reply);
      },
      handler(request, reply) {
        const person = people.get(request);
        if (person === undefined) throw zoomErrors.invalidToken();
        return handler(request, reply, person);
      },
    });
  };
  userRoutes(add, cloud);
  directoryRoutes(add, cloud);
  meetingRoutes(add, cloud);
}
