/** Which tokens stand for a person, and what every other one is refused for. */
import { createHmac, createPublicKey } from 'node:crypto';
import { exportJWK, importJWK, SignJWT } from 'jose';
import { createMicrosoftIdentities } from '../../../src/backend/microsoft/identities';
import { ProductError } from '../../../src/domain/errors';
import {
  application,
  AUTHORITY,
  base64url,
  claims,
  CLIENT_ID,
  newSigner,
  NOW,
  OBJECT_ID,
  OTHER_TENANT,
  TENANT,
  tokenWith,
  type Signer,
} from './authority';

let signer: Signer;
let another: Signer;
beforeAll(async () => {
  [signer, another] = await Promise.all([newSigner('first'), newSigner('another')]);
});

/** What a token comes to, with the keys asked for on the way. */
async function outcomeOf(token: string, now = NOW) {
  const asked: string[] = [];
  const identities = createMicrosoftIdentities({
    application,
    now: () => now,
    keys: {
      find: async (tenantId, kid) => {
        asked.push(`${tenantId} ${kid}`);
        return [signer, another].find((each) => each.kid === kid)?.published;
      },
    },
  });
  const outcome = await identities.of(token).catch((error: unknown) => {
    if (error instanceof ProductError) return { code: error.code, reason: error.details['reason'] };
    throw error;
  });
  return { outcome, asked };
}
const refused = (reason: string) => ({ code: 'microsoft-refused', reason });

const MINUTE = 60_000;

it('takes an access token of version 2.0 for a person by tenant and object id', async () => {
  expect(await outcomeOf(await tokenWith(signer))).toEqual({
    outcome: { tenantId: TENANT, objectId: OBJECT_ID, name: 'Sandbox Organizer' },
    asked: [`${TENANT} first`],
  });
});

it.each([
  ['the name', {}, 'Sandbox Organizer'],
  ['the user name where there is no name', { name: undefined }, 'organizer@example.test'],
  ['the user name where the name is empty', { name: '  ' }, 'organizer@example.test'],
  ['the object id where there is neither', { name: undefined, preferred_username: undefined }, OBJECT_ID],
  ['no more of a name than can be shown', { name: 'x'.repeat(5000) }, 'x'.repeat(200)],
])('shows %s', async (_what, changes, name) => {
  expect((await outcomeOf(await tokenWith(signer, changes))).outcome).toMatchObject({ name });
});

it('takes ids in capitals for the same ids, and further permissions beside ours', async () => {
  const token = await tokenWith(signer, {
    oid: OBJECT_ID.toUpperCase(),
    scp: 'other access_as_user',
    roles: ['Reader'],
  });
  expect((await outcomeOf(token)).outcome).toMatchObject({ tenantId: TENANT, objectId: OBJECT_ID });
});

describe('refuses a token', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['of another issuer', { iss: 'https://elsewhere.test/v2.0' }, 'issuer'],
    ['of another tenant’s issuer', { iss: `${AUTHORITY}/${OTHER_TENANT}/v2.0` }, 'issuer'],
    ['of the issuer of version 1.0', { iss: `https://sts.windows.net/${TENANT}/` }, 'issuer'],
    ['whose issuer only begins alike', { iss: `${AUTHORITY}/${TENANT}/v2.0/` }, 'issuer'],
    ['without issuer', { iss: undefined }, 'claims'],
    ['for another application', { aud: '99999999-2222-4333-8444-555555555555' }, 'audience'],
    ['for the application by its address', { aud: `api://${CLIENT_ID}` }, 'audience'],
    ['for several applications', { aud: [CLIENT_ID, 'another'] }, 'claims'],
    ['without audience', { aud: undefined }, 'claims'],
    ['of version 1.0', { ver: '1.0' }, 'version'],
    ['without version', { ver: undefined }, 'version'],
    ['without object id', { oid: undefined }, 'no-object-id'],
    ['with an object id that is none', { oid: 'organizer@example.test' }, 'claims'],
    ['of an application without a person', { scp: undefined, roles: ['access_as_user'] }, 'no-person'],
    ['of an application that says so', { idtyp: 'app' }, 'no-person'],
    ['that is an ID token', { scp: undefined, nonce: 'nonce', azp: undefined }, 'no-person'],
    ['without our permission', { scp: 'User.Read' }, 'permission'],
    ['with a permission that only begins like ours', { scp: 'access_as_user_too' }, 'permission'],
    ['that another application got', { azp: '99999999-2222-4333-8444-555555555555' }, 'client'],
    ['of which nobody knows who got it', { azp: undefined }, 'claims'],
    ['that has no end', { exp: undefined }, 'claims'],
    ['that has no beginning', { nbf: undefined }, 'claims'],
    ['of which nobody knows when it was made', { iat: undefined }, 'claims'],
    ['whose end is no time', { exp: 'never' }, 'claims'],
  ])('%s', async (_what, changes, reason) => {
    const { outcome } = await outcomeOf(await tokenWith(signer, changes));
    expect(outcome).toEqual(refused(reason));
  });

  it('of a tenant that is not set up, without asking for its keys', async () => {
    for (const tid of [OTHER_TENANT, 'common', undefined]) {
      const { outcome, asked } = await outcomeOf(
        await tokenWith(signer, { tid, iss: `${AUTHORITY}/${String(tid)}/v2.0` }),
      );
      expect(outcome).toEqual({ code: 'microsoft-elsewhere', reason: undefined });
      expect(asked).toEqual([]);
    }
  });

  it('that another key signed than the one it names', async () => {
    const token = await tokenWith(another, {}, { kid: 'first' });
    expect((await outcomeOf(token)).outcome).toEqual(refused('signature'));
  });

  it('whose claims were changed after it was signed', async () => {
    const [header, , signature] = (await tokenWith(signer)).split('.');
    const changed = base64url({ ...claims(), oid: OBJECT_ID.replace('1', '2') });
    expect((await outcomeOf(`${header}.${changed}.${signature}`)).outcome).toEqual(refused('signature'));
  });

  it('that names no key, or one that nobody published', async () => {
    const nameless = await outcomeOf(await tokenWith(signer, {}, { kid: undefined }));
    expect(nameless).toEqual({ outcome: refused('key'), asked: [] });
    const unknown = await outcomeOf(await tokenWith(signer, {}, { kid: 'made-up' }));
    expect(unknown).toEqual({ outcome: refused('key'), asked: [`${TENANT} made-up`] });
  });

  it('that brings its own key', async () => {
    const token = await tokenWith(another, {}, { kid: 'first', jwk: another.published });
    expect((await outcomeOf(token)).outcome).toEqual(refused('signature'));
  });

  it('that is not signed at all', async () => {
    const header = base64url({ alg: 'none', typ: 'JWT', kid: 'first' });
    for (const signature of ['', 'c2lnbmF0dXJl']) {
      const { outcome, asked } = await outcomeOf(`${header}.${base64url(claims())}.${signature}`);
      expect(outcome).toEqual(refused('algorithm'));
      expect(asked).toEqual([]);
    }
  });

  it('that is signed with the public key as a secret', async () => {
    const { n, e } = signer.published;
    const pem = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    });
    const signed = `${base64url({ alg: 'HS256', typ: 'JWT', kid: 'first' })}.${base64url(claims())}`;
    const signature = createHmac('sha256', pem).update(signed).digest('base64url');
    const { outcome, asked } = await outcomeOf(`${signed}.${signature}`);
    expect(outcome).toEqual(refused('algorithm'));
    expect(asked).toEqual([]);
  });

  it.each(['PS256', 'RS384', 'RS512'])('that is signed by the same key with %s', async (alg) => {
    const key = await importJWK(await exportJWK(signer.privateKey), alg);
    const token = await new SignJWT(claims()).setProtectedHeader({ alg, typ: 'JWT', kid: 'first' }).sign(key);
    expect((await outcomeOf(token)).outcome).toEqual(refused('algorithm'));
  });

  it('of another type', async () => {
    expect((await outcomeOf(await tokenWith(signer, {}, { typ: 'pop' }))).outcome).toEqual(refused('type'));
  });

  it.each([
    ['garbage', 'a.b.c'],
    ['three dots', '...'],
    ['JSON that is none', `${base64url('{')}.${base64url('}')}.c2ln`],
    ['a list', `${base64url([])}.${base64url([])}.c2ln`],
    ['encrypted', `${base64url({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.a.b.c.d`],
    ['huge', `${'a'.repeat(100_000)}.${'b'.repeat(100_000)}.c`],
  ])('that is %s', async (_what, token) => {
    const { outcome, asked } = await outcomeOf(token);
    expect(outcome).toEqual(refused('malformed'));
    expect(asked).toEqual([]);
  });
});

describe('with clocks that differ', () => {
  it.each([
    ['is good four minutes after its end', 64 * MINUTE, undefined],
    ['is over six minutes after its end', 66 * MINUTE, 'expired'],
    ['is good four minutes before its beginning', -4 * MINUTE, undefined],
    ['is not yet good six minutes before its beginning', -6 * MINUTE, 'not-yet'],
  ])('a token of an hour %s', async (_what, later, reason) => {
    const { outcome } = await outcomeOf(await tokenWith(signer), NOW + later);
    expect(outcome).toEqual(
      reason === undefined ? expect.objectContaining({ objectId: OBJECT_ID }) : refused(reason),
    );
  });

  it('a token that was made in the future is not yet good', async () => {
    const token = await tokenWith(signer, { iat: NOW / 1000 + 6 * 60 });
    expect((await outcomeOf(token)).outcome).toEqual(refused('not-yet'));
  });
});
