/** Versions over HTTP: `ETag` of what was read, `If-Match` of what is written (RFC 9110, 13.1.1). */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProductError } from '../../domain/errors';

/** The version that a write says it changes; `undefined` matches whatever there is (`*`). */
export type Expected = number | undefined;

export const etagOf = (version: number): string => `"${version}"`;

/** @throws ProductError `version-missing` without the header, `invalid-request` with one that is no version of ours */
export function expectedOf(request: FastifyRequest): Expected {
  const header = request.headers['if-match']?.trim();
  if (header === undefined || header === '') throw new ProductError('version-missing');
  if (header === '*') return undefined;
  const [, digits] = /^"(\d{1,9})"$/.exec(header) ?? [];
  if (digits === undefined)
    throw new ProductError('invalid-request', { reason: 'headers/if-match: is no ETag of this resource' });
  return Number(digits);
}

/** Answers with the version of what is sent. */
export function withVersion<T>(reply: FastifyReply, version: number, body: T): T {
  reply.header('etag', etagOf(version));
  return body;
}
