/**
 * The one place where whatever was thrown becomes an answer: `application/problem+json` with a code of the
 * catalogue. Nothing of the inside (stacks, SQL, Zoom's bodies) goes out; the request id leads to the log.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { PROBLEM_TYPE } from '../api/problem';
import { toProblem } from '../api/toProblem';
import { ProductError } from '../domain/errors';
import { meansConnectionLoss } from './database/connectionLoss';
import { TellingError } from './tellingError';

/** More than this many mistakes of one request are not listed. */
const LISTED_MISTAKES = 5;

export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler((thrown: unknown, request, reply) => {
    const error = toAnswer(thrown);
    // Ours to mend, or merely worth knowing: a person's own mistakes are no errors of the service.
    if (isOurs(error)) request.log.error({ err: thrown }, 'request failed');
    else
      request.log.info(
        { problem: error.code, details: error.details, err: causeOf(error) },
        'request refused',
      );
    return sendProblem(request, reply, error, statusOf(thrown));
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new ProductError('not-found')));
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, error: ProductError, status?: number) {
  const problem = toProblem(error, request.id);
  const { seconds } = error.details;
  if (typeof seconds === 'number') reply.header('retry-after', String(Math.ceil(seconds)));
  return reply
    .code(status ?? problem.status)
    .type(PROBLEM_TYPE)
    .header('cache-control', 'no-store')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      ...problem,
      status: status ?? problem.status,
      ...(error instanceof TellingError ? error.members : {}),
    });
}

const isOurs = ({ code }: ProductError): boolean => code === 'internal' || code === 'backend-unavailable';

/** What a thrown value is to the one who asked. */
function toAnswer(thrown: unknown): ProductError {
  if (thrown instanceof ProductError) return thrown;
  if (hasZodFastifySchemaValidationErrors(thrown)) {
    const where = thrown.validationContext === undefined ? '' : `${thrown.validationContext}`;
    const mistakes = thrown.validation.slice(0, LISTED_MISTAKES).map(({ instancePath, message }) => {
      return `${(where + instancePath).replace(/\/+$/, '')}: ${message ?? 'is wrong'}`;
    });
    return new ProductError('invalid-request', { reason: mistakes.join('; ') });
  }
  // What was begun is taken back by the database, whole; whoever tries again sees by its version what holds.
  if (meansConnectionLoss(thrown)) return new ProductError('backend-unavailable', {}, { cause: thrown });
  const status = refusalStatus(thrown);
  if (status === undefined) return new ProductError('internal', {}, { cause: thrown });
  // A folder, or a path that leads out of ours.
  if (status === 403 || status === 404) return new ProductError('not-found');
  return new ProductError('invalid-request', {
    reason: thrown instanceof Error ? thrown.message : 'refused',
  });
}

/** A more exact status than the catalogue's, where HTTP has one: 413 for a body too large, 415 for its type. */
function statusOf(thrown: unknown): number | undefined {
  if (hasZodFastifySchemaValidationErrors(thrown)) return undefined;
  const status = refusalStatus(thrown);
  return status === 403 ? 404 : status;
}

/** The status of a refusal by Fastify or one of its plugins; their messages are meant for clients. */
function refusalStatus(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error) || thrown instanceof ProductError || !('statusCode' in thrown))
    return undefined;
  const { statusCode } = thrown;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : undefined;
}

const causeOf = (error: ProductError): unknown => (error.cause instanceof Error ? error.cause : undefined);
