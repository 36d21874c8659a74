/**
 * What the window that signs in with Microsoft says to the pane that opened it, as JSON text: an access token, or what
 * went wrong. The text goes to our own origin only (see `outlook/dialog.ts`), and holds nothing else of the person.
 */
import * as z from 'zod/mini';
import { MicrosoftToken } from '../../api/microsoft';
import { isErrorCode, ProductError } from '../../domain/errors';
import { parseJson } from '../../domain/json';

const Answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('token'), accessToken: MicrosoftToken.shape.accessToken }),
  z.object({ kind: z.literal('error'), error: z.string(), reason: z.optional(z.string()) }),
]);

/** The answer of a window that has a token. */
export const tokenAnswer = (accessToken: string): string => JSON.stringify({ kind: 'token', accessToken });

/** The answer of a window that has none. */
export function errorAnswer({ code, details }: ProductError): string {
  const { reason } = details;
  return JSON.stringify({ kind: 'error', error: code, ...(typeof reason === 'string' ? { reason } : {}) });
}

/** The token in what the window said; throws the error that it told of. */
export function tokenFrom(text: string): string {
  const answer = Answer.safeParse(parseJson(text));
  if (!answer.success) throw new ProductError('microsoft-cancelled');
  if (answer.data.kind === 'token') return answer.data.accessToken;
  const { error, reason } = answer.data;
  throw new ProductError(
    isErrorCode(error) ? error : 'microsoft-cancelled',
    reason === undefined ? {} : { reason },
  );
}
