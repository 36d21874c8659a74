/** An authority within the test's process: tokens as Entra makes them, or nearly, and the documents that prove them. */
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import type { MicrosoftApplication } from '../../../src/backend/microsoft/application';
import { SigningKey } from '../../../src/backend/microsoft/token';

export const CLIENT_ID = '11111111-2222-4333-8444-555555555555';
export const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001';
export const OTHER_TENANT = 'aaaaaaaa-0000-4000-8000-000000000002';
export const OBJECT_ID = 'bbbbbbbb-0000-4000-8000-000000000001';
export const AUTHORITY = 'https://login.test';
export const NOW = Date.parse('2026-11-20T08:00:00Z');

export const application: MicrosoftApplication = {
  clientId: CLIENT_ID,
  authority: AUTHORITY,
  tenants: [TENANT],
  signInTenant: TENANT,
};

export interface Signer {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly published: SigningKey;
}

export async function newSigner(kid: string): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, published: SigningKey.parse({ ...(await exportJWK(publicKey)), kid }) };
}

/** What Entra puts into an access token of version 2.0 for the application. */
export const claims = (now = NOW): JWTPayload => ({
  iss: `${AUTHORITY}/${TENANT}/v2.0`,
  aud: CLIENT_ID,
  azp: CLIENT_ID,
  azpacr: '0',
  tid: TENANT,
  oid: OBJECT_ID,
  sub: 'pairwise-subject',
  scp: 'access_as_user',
  ver: '2.0',
  name: 'Sandbox Organizer',
  preferred_username: 'organizer@example.test',
  iat: now / 1000,
  nbf: now / 1000,
  exp: now / 1000 + 3600,
});

/** A signed token; a change to undefined leaves a claim out. */
export const tokenWith = (
  signer: Signer,
  changes: JWTPayload = {},
  header: Record<string, unknown> = {},
): Promise<string> =>
  new SignJWT({ ...claims(), ...changes })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: signer.kid, ...header })
    .sign(signer.privateKey);

export const base64url = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
