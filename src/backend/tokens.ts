/**
 * Unguessable tokens and how they are kept: the holder has the token, the database only its SHA-256, so a copy of
 * the database opens nothing.
 */
import { createHash, hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, base64url (43 characters). */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token: SHA-256, hex. The tokens are random, so no salt or slow hash is needed. */
export const hashToken = (token: string): string => hash('sha256', token);

/** PKCE's S256 (RFC 7636): base64url of the verifier's SHA-256. */
export const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url');

/** Whether two texts are equal, in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
