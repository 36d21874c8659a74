/** Asking an authority for keys: what is late, too long, elsewhere or another tenant's is no answer. */
import { fetchKeys } from '../../../src/backend/microsoft/metadata';
import type { Timer } from '../../../src/zoom/http';
import { AUTHORITY, TENANT } from './authority';

const ISSUER = `${AUTHORITY}/${TENANT}/v2.0`;
const DISCOVERY = `${ISSUER}/.well-known/openid-configuration`;
const KEYS = `${AUTHORITY}/${TENANT}/discovery/v2.0/keys`;
const about = { issuer: ISSUER, jwks_uri: KEYS, token_endpoint: 'ignored' };
const published = { kty: 'RSA', use: 'sig', kid: 'first', n: 'modulus', e: 'AQAB', x5c: ['certificate'] };
const key = { kty: 'RSA', kid: 'first', n: 'modulus', e: 'AQAB' };

const never: Timer = () => () => undefined;

/** Answers of an authority, by address. */
function ask(answers: Record<string, unknown>, timer = never) {
  return fetchKeys(
    {
      timer,
      fetch: async (url, init) => {
        expect(init).toMatchObject({ redirect: 'error' });
        init.signal?.throwIfAborted();
        const answer = answers[url];
        if (answer instanceof Response) return answer;
        return answer === undefined ? new Response('', { status: 404 }) : Response.json(answer);
      },
    },
    ISSUER,
  );
}

it('reads the keys that the discovery document names', async () => {
  expect(await ask({ [DISCOVERY]: about, [KEYS]: { keys: [published] } })).toEqual([key]);
});

it('understands an authority that speaks of every tenant', async () => {
  const template = `${AUTHORITY}/{tenantid}/v2.0`;
  const answers = {
    [DISCOVERY]: { ...about, issuer: template },
    [KEYS]: { keys: [{ ...published, issuer: template }] },
  };
  expect(await ask(answers)).toEqual([key]);
});

it.each([
  ['of another kind', { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }],
  ['for encryption', { use: 'enc' }],
  ['without a name', { kid: undefined }],
  ['of another tenant’s issuer', { issuer: `${AUTHORITY}/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0` }],
])('leaves out keys %s', async (_what, change) => {
  const keys = {
    keys: [
      { ...published, ...change },
      { ...published, kid: 'second' },
    ],
  };
  expect(await ask({ [DISCOVERY]: about, [KEYS]: keys })).toEqual([{ ...key, kid: 'second' }]);
});

it.each<[string, Record<string, unknown>, RegExp]>([
  ['answers something else', {}, /answered 404/],
  ['is another issuer', { [DISCOVERY]: { ...about, issuer: 'https://elsewhere.test/v2.0' } }, /issuer is/],
  [
    'has its keys elsewhere',
    { [DISCOVERY]: { ...about, jwks_uri: 'https://elsewhere.test/keys' } },
    /elsewhere/,
  ],
  ['has its keys in a file', { [DISCOVERY]: { ...about, jwks_uri: 'file:///etc/passwd' } }, /jwks_uri/],
  ['answers no JSON', { [DISCOVERY]: new Response('<html>') }, /JSON/],
  ['answers JSON of another shape', { [DISCOVERY]: about, [KEYS]: { keys: 'none' } }, /keys/],
  ['answers without end', { [DISCOVERY]: about, [KEYS]: new Response('x'.repeat(1_000_000)) }, /too long/],
])('has no keys of an authority that %s', async (_what, answers, complaint) => {
  await expect(ask(answers)).rejects.toThrow(complaint);
});

it('gives an authority that is late up', async () => {
  const atOnce: Timer = (_milliseconds, fire) => {
    fire();
    return () => undefined;
  };
  await expect(ask({ [DISCOVERY]: about }, atOnce)).rejects.toThrow('did not answer in time');
});
