/**
 * What the sign-in window's last page says to the page that opened it.
 *
 * The backend sends the window back to our own `dialog.html` with `#code=…` (a one-time code that is worth nothing
 * without the verifier, which never left the opener) or `#error=<ErrorCode>&reason=…`; the page turns that fragment
 * into the answer and hands it over as JSON text.
 */
import * as z from 'zod/mini';
import { isErrorCode, ProductError } from '../domain/errors';

export const SignInAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('code'), code: z.string().check(z.minLength(16), z.maxLength(200)) }),
  z.object({ kind: z.literal('error'), error: z.string(), reason: z.optional(z.string()) }),
]);
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** The answer that a fragment (`location.hash`, with or without `#`) stands for. */
export function signInAnswerFrom(fragment: string): SignInAnswer {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const code = SignInAnswer.safeParse({ kind: 'code', code: fields.get('code') });
  if (code.success) return code.data;
  const reason = fields.get('reason');
  return {
    kind: 'error',
    error: fields.get('error') ?? 'sign-in-expired',
    ...(reason === null ? {} : { reason }),
  };
}

/** The code in the text that the window sent; rejects with the error that it told of. */
export function codeFrom(text: string): string {
  const answer = SignInAnswer.safeParse(parseJson(text));
  if (!answer.success) throw new ProductError('sign-in-expired');
  if (answer.data.kind === 'code') return answer.data.code;
  const { error, reason = error } = answer.data;
  throw new ProductError(isErrorCode(error) ? error : 'sign-in-refused', { reason });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
