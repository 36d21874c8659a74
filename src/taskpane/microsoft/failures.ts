/**
 * What MSAL's errors mean for a person: its codes, and those that Entra gave it, as errors of the catalogue.
 *
 * MSAL names what went wrong by `errorCode`; Entra's own codes (RFC 6749, OpenID Connect) come through unchanged, with
 * Entra's sentence (`AADSTS…`) behind it. Whatever is unknown was not allowed, with its code as the reason.
 */
import * as z from 'zod/mini';
import { ProductError, type ErrorCode } from '../../domain/errors';

const MsalError = z.object({
  errorCode: z.string().check(z.minLength(1)),
  errorMessage: z.optional(z.string()),
});

const meanings: Readonly<Record<string, ErrorCode>> = {
  // The person said no: in MSAL, in the host, at Entra (who declines a consent).
  user_cancelled: 'microsoft-cancelled',
  user_canceled: 'microsoft-cancelled',
  access_denied: 'microsoft-cancelled',
  // The window was left and found again: what it began is forgotten.
  state_mismatch: 'microsoft-cancelled',
  state_not_found: 'microsoft-cancelled',
  no_token_request_cache_error: 'microsoft-cancelled',
  interaction_in_progress: 'microsoft-cancelled',
  // Nobody answered.
  no_network_connectivity: 'microsoft-unreachable',
  network_error: 'microsoft-unreachable',
  get_request_failed: 'microsoft-unreachable',
  post_request_failed: 'microsoft-unreachable',
  endpoints_resolution_error: 'microsoft-unreachable',
  openid_config_error: 'microsoft-unreachable',
  timed_out: 'microsoft-unreachable',
  server_error: 'microsoft-unreachable',
  temporarily_unavailable: 'microsoft-unreachable',
};

/** A reason that fits into a sentence. */
const REASON_LENGTH = 200;

/** Any thrown value of MSAL's as an error of the catalogue. */
export function failureOf(thrown: unknown): ProductError {
  if (thrown instanceof ProductError) return thrown;
  const parsed = MsalError.safeParse(thrown);
  if (!parsed.success) return new ProductError('microsoft-unreachable', {}, { cause: thrown });
  const { errorCode, errorMessage = '' } = parsed.data;
  const meaning = meanings[errorCode];
  if (meaning) return new ProductError(meaning, {}, { cause: thrown });
  // Entra adds trace ids and times in further lines.
  const [said = ''] = errorMessage.split(/\r?\n| Trace ID:/);
  // Of its own errors MSAL tells only where to read about them.
  const isSentence = said.trim() !== '' && !said.startsWith('See https://');
  const reason = (isSentence ? said.trim() : errorCode).slice(0, REASON_LENGTH);
  return new ProductError('microsoft-not-allowed', { reason }, { cause: thrown });
}

/** Whether it can only be got with the person looking on. */
export const needsPerson = (thrown: unknown): boolean => {
  const parsed = MsalError.safeParse(thrown);
  return parsed.success && interactive.has(parsed.data.errorCode);
};

const interactive: ReadonlySet<string> = new Set([
  'interaction_required',
  'login_required',
  'consent_required',
  'no_account_error',
  'no_account_found',
  'invalid_grant',
]);
