/**
 * The one place where whatever was thrown becomes an answer: `application/problem+json` with a code of the
 * catalogue. Nothing of the inside (stacks, SQL, Zoom's bodies) goes out; the request id leads to the log.
 */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { PROBLEM_TYPE, toProblem } from '../api/problem';
import { ProductError } from '../domain/errors';

/** More than this many mistakes of one request are not listed. */
const LISTED_MISTAKES = 5;

export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler((thrown: unknown, request, reply) => {
    const error = toAnswer(thrown);
    // Ours to mend, or merely worth knowing: a person's own mistakes are no errors of the service.
    if (error.code === 'internal') request.log.error({ err: thrown }, 'request failed');
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
    .send({ ...problem, status: status ?? problem.status });
}

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
  if (isClientMistake(thrown)) return new ProductError('invalid-request', { reason: thrown.message });
  return new ProductError('internal', {}, { cause: thrown });
}

/** Fastify's own refusals (body too large, unknown content type, broken JSON); their messages are for clients. */
const isClientMistake = (thrown: unknown): thrown is FastifyError =>
  thrown instanceof Error &&
  'code' in thrown &&
  typeof thrown.code === 'string' &&
  thrown.code.startsWith('FST_') &&
  'statusCode' in thrown &&
  typeof thrown.statusCode === 'number' &&
  thrown.statusCode >= 400 &&
  thrown.statusCode < 500;

/** A more exact status than the catalogue's, where HTTP has one: 413 for a body too large, 415 for its type. */
const statusOf = (thrown: unknown): number | undefined =>
  isClientMistake(thrown) && !hasZodFastifySchemaValidationErrors(thrown) ? thrown.statusCode : undefined;

const causeOf = (error: ProductError): unknown => (error.cause instanceof Error ? error.cause : undefined);
