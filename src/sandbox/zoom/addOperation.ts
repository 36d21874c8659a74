/**
 * What the REST API's route files need to add their operations: the signature, and obeying a rate limit.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Verdict } from './limits';
import type { OperationRoute } from './operationRoute';
import type { Person } from './people';

/** Adds one operation; `handler` is given the person whose token came with the request. */
export type AddOperation = (
  route: Pick<OperationRoute, 'operation' | 'method' | 'url'>,
  handler: (request: FastifyRequest, reply: FastifyReply, person: Person) => unknown,
) => void;

/** Sets a limit's headers and throws when it is exceeded. */
export function obey(verdict: Verdict, reply: FastifyReply): void {
  reply.headers(verdict.headers);
  if (verdict.error !== undefined) throw verdict.error;
}
