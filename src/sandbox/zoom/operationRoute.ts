/**
 * A route of one of Zoom's operations: faults strike before its handler or swallow its answer, and it is logged.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { Cloud } from './cloud';
import { RefusalKind, type Fault } from './faults';
import type { Operation } from './operations';

export interface OperationRoute {
  operation: Operation;
  method: HTTPMethods;
  url: string;
  /** The answer to a request that such a fault strikes. */
  refuse(kind: RefusalKind, reply: FastifyReply): unknown;
  /** Runs before the handler: who asks, and may they ask this often. Throws to refuse. */
  guard?(request: FastifyRequest, reply: FastifyReply): void;
  handler(request: FastifyRequest, reply: FastifyReply): unknown;
}

const pathOf = (request: FastifyRequest) => request.url.split('?')[0] ?? '';

/** Holds the connection for the fault's delay, then closes it; a client that leaves earlier is not waited for. */
async function dropConnection(request: FastifyRequest, fault: Fault): Promise<void> {
  const left = new AbortController();
  request.raw.socket.once('close', () => left.abort());
  await delay(fault.delayMs, undefined, { signal: left.signal }).catch(() => undefined);
  request.raw.socket.destroy();
}

export function operationRoute(app: FastifyInstance, cloud: Cloud, route: OperationRoute): void {
  const struck = new WeakMap<FastifyRequest, Fault>();
  const log = (request: FastifyRequest, status: number | null) =>
    cloud.requests.add({
      at: cloud.clock.now(),
      method: request.method,
      path: pathOf(request),
      operation: route.operation,
      status,
      fault: struck.get(request)?.fault ?? null,
    });

  app.route({
    method: route.method,
    url: route.url,
    exposeHeadRoute: false,
    onRequest: async (request, reply) => {
      const fault = cloud.faults.take(route.operation);
      if (fault === undefined) return undefined;
      struck.set(request, fault);
      if (fault.fault === 'slow') await delay(fault.delayMs);
      const refusal = RefusalKind.safeParse(fault.fault);
      if (refusal.success) return reply.send(route.refuse(refusal.data, reply));
      if (fault.fault === 'timeout-before') {
        reply.hijack();
        log(request, null);
        await dropConnection(request, fault);
      }
      return undefined;
    },
    preHandler: async (request, reply) => {
      route.guard?.(request, reply);
    },
    onSend: async (request, reply, payload) => {
      const fault = struck.get(request);
      if (fault?.fault === 'timeout-after') {
        reply.hijack();
        log(request, null);
        await dropConnection(request, fault);
      }
      return payload;
    },
    onResponse: async (request, reply) => {
      if (!struck.get(request)?.fault.startsWith('timeout')) log(request, reply.statusCode);
    },
    handler: async (request, reply) => route.handler(request, reply),
  });
}
