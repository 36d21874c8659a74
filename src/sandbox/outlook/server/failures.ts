/** The server's errors on the wire: which status and which `{ code, message }` each failure becomes. Pure. */
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { ProfileError, type ProfileErrorCode } from '../../../helper/embedded/errors';
import { ManifestError } from './manifest/xml';

/** A refusal of the server itself. */
export class OutlookError extends Error {
  override readonly name = 'OutlookError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What a caller is told. */
export interface Failure {
  status: number;
  body: { code: string; message: string };
}

const profileStatus: Record<ProfileErrorCode, number> = {
  'not-found': 404,
  conflict: 409,
  invalid: 400,
  'crosses-occurrence': 422,
  busy: 503,
  damaged: 500,
  'newer-file': 500,
  closed: 503,
};

const ServerRefusal = z.object({ statusCode: z.number().int().min(400).max(499), message: z.string() });
const refusalCodes: Record<number, string> = { 413: 'too-large', 415: 'unsupported-media-type' };

const failure = (status: number, code: string, message: string): Failure => ({
  status,
  body: { code, message },
});

/** The answer to any error; what is not known says nothing of its inside. */
export function failureOf(error: unknown): Failure {
  if (error instanceof OutlookError) return failure(error.status, error.code, error.message);
  if (error instanceof ProfileError) return failure(profileStatus[error.code], error.code, error.message);
  if (error instanceof ManifestError) return failure(500, 'manifest', error.message);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issue = error.validation[0];
    const place = issue?.instancePath.replace(/^\//, '').replaceAll('/', '.') || 'request';
    return failure(400, 'invalid-request', `${place}: ${issue?.message ?? 'wrong'}`);
  }
  const refusal = ServerRefusal.safeParse(error);
  if (refusal.success) {
    const { statusCode, message } = refusal.data;
    return failure(statusCode, refusalCodes[statusCode] ?? 'invalid-request', message);
  }
  return failure(500, 'internal', "The sandbox's Outlook ran into an error of its own; its log says which.");
}
