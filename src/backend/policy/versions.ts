/** Versions over HTTP: `ETag` of what was read, `If-Match` of what is written (RFC 9110, 13.1.1). */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProductError } from '../../domain/errors';

/** The version that a write says it changes; `undefined` matches whatever there is (`*`). */
export type Expected = number | undefined;

export const etagOf = (version: number): string => `"${version}"`;

/** No version of ours, so that it never is the present one. */
const NEVER = -1;

/**
 * Of a list the newest version is meant. A weak tag counts like a strong one: what compresses answers on their way
 * makes ours weak, and a version names the whole of what was read.
 *
 * @throws ProductError `version-missing` without the header
 */
export function expectedOf(request: FastifyRequest): Expected {
  const header = request.headers['if-match']?.trim();
  if (header === undefined || header === '') throw new ProductError('version-missing');
  if (header === '*') return undefined;
  const versions = header.split(',').map((tag) => /^(?:W\/)?"(0|[1-9]\d{0,8})"$/.exec(tag.trim())?.[1]);
  return Math.max(...versions.map((digits) => (digits === undefined ? NEVER : Number(digits))));
}

/** Answers with the version of what is sent. */
export function withVersion<T>(reply: FastifyReply, version: number, body: T): T {
  reply.header('etag', etagOf(version));
  return body;
}
