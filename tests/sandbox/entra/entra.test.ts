/** The Entra stand-in: a single-page application gets tokens from it that look like Entra's, version 2.0. */
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import * as z from 'zod';
import type { RunningEntra } from '../../../src/sandbox/entra/server';
import {
  askForTokens,
  ATTENDEE,
  authorize,
  choose,
  CLIENT_ID,
  discover,
  EntraBrowser,
  ORGANIZER,
  ORIGIN,
  OTHER_TENANT,
  REDIRECT,
  rotateKeys,
  SCOPE,
  startTestEntra,
  TENANT,
  tokensOf,
} from './harness';

let entra: RunningEntra;
beforeAll(async () => {
  entra = await startTestEntra();
});
afterAll(() => entra.close());

/** The claims of a token, proved by the keys that the stand-in publishes now. */
async function proved(token: string, tenant = TENANT) {
  const { jwks_uri: uri } = await discover(entra, tenant);
  return (await jwtVerify(token, createRemoteJWKSet(new URL(uri)))).payload;
}
const kids = async () => {
  const { jwks_uri: uri } = await discover(entra);
  const KeyList = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) });
  return KeyList.parse(await (await fetch(uri)).json()).keys;
};

it('gives a page with a code and its verifier the tokens of the person who was chosen', async () => {
  const tokens = await tokensOf(entra, ORGANIZER);
  expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ typ: 'JWT', alg: 'RS256' });
  const guid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  const access = await proved(tokens.access_token);
  expect(access).toEqual({
    iss: `${entra.url}/${TENANT}/v2.0`,
    aud: CLIENT_ID,
    azp: CLIENT_ID,
    azpacr: '0',
    tid: TENANT,
    oid: guid,
    sub: ORGANIZER,
    scp: 'access_as_user',
    ver: '2.0',
    name: 'Sandbox Organizer',
    preferred_username: ORGANIZER,
    uti: guid,
    iat: expect.any(Number),
    nbf: access.iat,
    exp: (access.iat ?? 0) + 3600,
  });
  expect(await proved(tokens.id_token)).toMatchObject({
    aud: CLIENT_ID,
    nonce: 'nonce-of-the-test',
    oid: access['oid'],
    name: 'Sandbox Organizer',
    preferred_username: ORGANIZER,
  });
});

it('knows a person by the same object id each time, and by another one in another tenant', async () => {
  const oidOf = async (person: string, tenant: string) =>
    (await proved((await tokensOf(entra, person, { tenant })).access_token, tenant))['oid'];
  const here = await oidOf(ORGANIZER, TENANT);
  expect(await oidOf(ORGANIZER, TENANT)).toBe(here);
  expect(new Set([here, await oidOf(ATTENDEE, TENANT), await oidOf(ORGANIZER, OTHER_TENANT)]).size).toBe(3);
});

it('renews tokens without asking the person', async () => {
  const { refresh_token: refreshToken } = await tokensOf(entra, ORGANIZER);
  const renewed = await askForTokens(entra, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    // As MSAL does, which names all that it asked for at first.
    scope: SCOPE,
  });
  const { access_token: token } = z.object({ access_token: z.string() }).parse(await renewed.json());
  expect(await proved(token)).toMatchObject({ scp: 'access_as_user', preferred_username: ORGANIZER });
});

it('asks each time who it is, also in a browser where somebody was chosen before', async () => {
  const browser = new EntraBrowser();
  await tokensOf(entra, ORGANIZER, {}, browser);
  const { next } = await authorize(entra, browser, { more: { prompt: 'select_account' } });
  const page = await (await browser.ask(next)).text();
  for (const name of ['Sandbox Organizer', 'Sandbox Attendee', 'Sandbox Manager'])
    expect(page).toContain(name);
  expect(next.pathname).toMatch(/^\/sign-in\//);
  const tokens = await tokensOf(entra, ATTENDEE, { more: { prompt: 'select_account' } }, browser);
  expect(await proved(tokens.access_token)).toMatchObject({ name: 'Sandbox Attendee' });
});

it('goes by who is signed in where nobody may be asked', async () => {
  const browser = new EntraBrowser();
  const silently = { more: { prompt: 'none' } };
  const refused = (await authorize(entra, browser, silently)).next;
  expect(refused.hash).toContain('error=login_required');
  await tokensOf(entra, ORGANIZER, {}, browser);
  expect((await authorize(entra, browser, silently)).next.hash).toContain('code=');
});

it('says so when the person cancels', async () => {
  const browser = new EntraBrowser();
  const answer = await choose(browser, (await authorize(entra, browser)).next, '');
  expect(answer.get('error')).toBe('access_denied');
  expect(answer.get('state')).toBe('state-of-the-test');
});

it('lets pages of the add-in’s origin read tokens, and no others', async () => {
  const browser = new EntraBrowser();
  const { verifier, next } = await authorize(entra, browser);
  const code = (await choose(browser, next, ORGANIZER)).get('code') ?? '';
  const fields = { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: REDIRECT };
  const elsewhere = await askForTokens(entra, fields, { origin: 'https://elsewhere.test' });
  expect(elsewhere.status).toBe(400);
  expect(elsewhere.headers.get('access-control-allow-origin')).not.toBe(ORIGIN);
  const here = await askForTokens(entra, fields);
  expect(here.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  expect(here.status).toBe(200);
});

it.each([
  ['a page elsewhere', { redirect_uri: 'https://elsewhere.test/dialog.html' }],
  ['another application', { client_id: '99999999-2222-4333-8444-555555555555' }],
])('sends nobody on to %s', async (_what, more) => {
  await expect(authorize(entra, new EntraBrowser(), { more })).rejects.toThrow('no redirect but 400');
});

it('wants PKCE', async () => {
  const more = { code_challenge: '', code_challenge_method: '' };
  const { next } = await authorize(entra, new EntraBrowser(), { more });
  expect(next.hash).toContain('error=invalid_request');
});

it('signs with another key after a rotation, and withdraws the former one when told so', async () => {
  const [first] = await kids();
  const before = (await tokensOf(entra, ORGANIZER)).access_token;
  const second = await rotateKeys(entra, true);
  expect((await kids()).map(({ kid }) => kid)).toEqual([second, first?.kid]);
  const after = (await tokensOf(entra, ORGANIZER)).access_token;
  expect(decodeProtectedHeader(after).kid).toBe(second);
  await proved(before);
  await proved(after);
  const third = await rotateKeys(entra, false);
  expect((await kids()).map(({ kid }) => kid)).toEqual([third]);
  await expect(proved(after)).rejects.toThrow('no applicable key');
});

it('publishes public keys only', async () => {
  const [key] = await kids();
  expect(Object.keys(key ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
});

it('lets no page of a browser exchange its keys', async () => {
  const rotate = `${entra.url}/control/rotate-keys`;
  const fromPage = await fetch(rotate, { method: 'POST', headers: { origin: ORIGIN } });
  expect(fromPage.status).toBe(403);
});
