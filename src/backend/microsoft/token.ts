/**
 * What an access token of Entra has to be before it stands for a person here. Decisions only: the keys and the time
 * are given, nothing is asked of anybody.
 *
 * Only tokens of version 2.0 are taken: their `aud` is the client id, where version 1.0 may have `api://<client id>`,
 * and another issuer with other keys. (Set `requestedAccessTokenVersion` to 2 in the application's manifest.)
 *
 * Sources: Microsoft Learn, identity platform, "Access token claims reference" and "Access tokens: validate tokens"
 * (issuer, tenant and signing key belong together), "Secure applications and APIs by validating claims" (audience,
 * tenant and object id as the key of a person, actor, `scp`).
 */
import { decodeJwt, decodeProtectedHeader, errors, importJWK, jwtVerify, type JWTPayload } from 'jose';
import * as z from 'zod';
import { issuerOf, PERMISSION, type MicrosoftApplication } from './application';

/** How far the clocks of Entra and of this machine may be apart. */
export const SKEW_SECONDS = 5 * 60;

/** One of the keys that a tenant's tokens are signed with (RFC 7517). */
export const SigningKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1).max(256),
  n: z.string().max(2048),
  e: z.string().max(16),
});
export type SigningKey = z.infer<typeof SigningKey>;

/** Who somebody is at Microsoft. Tenant and object id never change; the name is for showing, and anybody's to choose. */
export interface MicrosoftIdentity {
  readonly tenantId: string;
  readonly objectId: string;
  readonly name: string;
}

/** Why a token is none of ours, for the log and for whoever sets the application up. */
export type Refusal =
  | 'malformed'
  | 'algorithm'
  | 'version'
  | 'tenant'
  | 'key'
  | 'signature'
  | 'type'
  | 'issuer'
  | 'audience'
  | 'expired'
  | 'not-yet'
  | 'no-object-id'
  | 'no-person'
  | 'permission'
  | 'client'
  | 'claims';

export interface Refused {
  readonly refused: Refusal;
}
export const isRefused = (outcome: object): outcome is Refused => 'refused' in outcome;

/** What an unproven token says about where to look for its key. */
export interface Outline {
  readonly tenantId: string;
  readonly kid: string;
}

const guid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
  .transform((text) => text.toLowerCase());

const OutlineHeader = z.object({ kid: z.string().min(1).max(256) });
const OutlineClaims = z.object({ tid: guid });

/** Looks at a token before anything is asked for: what cannot be ours costs nobody a call. */
export function outlineOf(token: string, { tenants }: MicrosoftApplication): Outline | Refused {
  let header, claims;
  try {
    header = decodeProtectedHeader(token);
    claims = decodeJwt(token);
  } catch {
    return { refused: 'malformed' };
  }
  if (header.alg !== 'RS256') return { refused: 'algorithm' };
  if (claims['ver'] !== '2.0') return { refused: 'version' };
  const tenant = OutlineClaims.safeParse(claims);
  if (!tenant.success || !tenants.includes(tenant.data.tid)) return { refused: 'tenant' };
  const named = OutlineHeader.safeParse(header);
  return named.success ? { tenantId: tenant.data.tid, kid: named.data.kid } : { refused: 'key' };
}

/** The claims that the signature proves, as far as they matter here. */
const Claims = z.object({
  iat: z.number(),
  aud: z.string(),
  tid: guid,
  oid: guid,
  azp: z.string(),
  scp: z.string(),
  idtyp: z.string().optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
});

const NAME_LIMIT = 200;

/**
 * The person that a token stands for.
 *
 * @param outline of the same token
 * @param key the one that the outline names, from the tenant's own list
 * @param now UTC milliseconds
 */
export async function identityIn(
  token: string,
  outline: Outline,
  key: SigningKey,
  application: MicrosoftApplication,
  now: number,
): Promise<MicrosoftIdentity | Refused> {
  let payload;
  try {
    ({ payload } = await jwtVerify(token, await importJWK({ ...key }, 'RS256'), {
      algorithms: ['RS256'],
      typ: 'JWT',
      issuer: issuerOf(application, outline.tenantId),
      audience: application.clientId,
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(now),
      requiredClaims: ['exp', 'nbf', 'iat'],
    }));
  } catch (error) {
    return { refused: reasonOf(error) };
  }
  return personIn(payload, application, now);
}

function personIn(
  payload: JWTPayload,
  application: MicrosoftApplication,
  now: number,
): MicrosoftIdentity | Refused {
  // An application's own token, got without a person. It has an object id as well: that of the application.
  if (payload['idtyp'] === 'app') return { refused: 'no-person' };
  // Neither has it a permission that a person gave, nor has a token that was made for the pane to read (ID token).
  if (payload['scp'] === undefined) return { refused: 'no-person' };
  if (payload['oid'] === undefined) return { refused: 'no-object-id' };
  const parsed = Claims.safeParse(payload);
  if (!parsed.success) return { refused: 'claims' };
  const { iat, tid, oid, azp, scp, name, preferred_username: userName } = parsed.data;
  if (iat > now / 1000 + SKEW_SECONDS) return { refused: 'not-yet' };
  if (!scp.split(' ').includes(PERMISSION)) return { refused: 'permission' };
  // Another application to which somebody gave the permission is not the pane.
  if (azp.toLowerCase() !== application.clientId) return { refused: 'client' };
  const shown = [name, userName].find((text) => text !== undefined && text.trim() !== '') ?? oid;
  return { tenantId: tid, objectId: oid, name: shown.trim().slice(0, NAME_LIMIT) };
}

const claimReasons: Readonly<Record<string, Refusal>> = {
  typ: 'type',
  iss: 'issuer',
  aud: 'audience',
  nbf: 'not-yet',
};

function reasonOf(error: unknown): Refusal {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed)
    return error.reason === 'check_failed' ? (claimReasons[error.claim] ?? 'claims') : 'claims';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  // The key itself is unfit, such as one that is too short.
  return error instanceof errors.JOSEError ? 'malformed' : 'key';
}
