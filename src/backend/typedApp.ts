/** The Fastify instance whose routes are typed and checked by their zod schemas, and what all routes share. */
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { Problem } from '../api/backend';

export type TypedApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Every route may answer a problem instead. */
export const anyProblem = { '4xx': Problem, '5xx': Problem } as const;

/** OpenAPI's name of the way in: a session token as bearer. */
export const SESSION_SECURITY = [{ session: [] }];
