/** The stand-in's signing keys: one signs, earlier ones may go on being published, and any may be withdrawn. */
import { createHash, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import * as z from 'zod';

/** A private key as JWK (RFC 7517). */
const PrivateKey = z.object({
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});
export type PrivateKey = z.infer<typeof PrivateKey> & {
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'RS256';
};

const generate = promisify(generateKeyPair);

/** A new key with a name of its own. */
export async function newKey(): Promise<PrivateKey> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  return asJwk(privateKey);
}

function asJwk(key: KeyObject): PrivateKey {
  const jwk = PrivateKey.parse(key.export({ format: 'jwk' }));
  const kid = createHash('sha256').update(jwk.n).digest('base64url').slice(0, 27);
  return { ...jwk, kid, use: 'sig', alg: 'RS256' };
}

/** The keys after another one took over: it signs, being the first. */
export const rotated = (
  keys: readonly PrivateKey[],
  next: PrivateKey,
  keepFormer: boolean,
): readonly PrivateKey[] => [next, ...(keepFormer ? keys : [])];
