import { ProductError, type ErrorCode } from '../../src/domain/errors';
import { sentenceOf } from '../../src/domain/errorSentences';
import { createZoomOAuth, type ZoomOAuth } from '../../src/zoom/oauth';
import {
  connectionRefused,
  connectionReset,
  errorOf,
  hang,
  json,
  scripted,
  START,
  testClock,
  tooFast,
  type Step,
} from './support';

const SECRETS = [
  'client-secret-x',
  'code-secret-x',
  'verifier-secret-x',
  'refresh-secret-x',
  'access-secret-x',
];

const granted = () =>
  json(200, {
    access_token: 'access-secret-x',
    token_type: 'bearer',
    refresh_token: 'next-refresh',
    expires_in: 3599,
    scope: 'meeting:write user:read',
    api_url: 'https://api.zoom.us',
  });

function setup(...steps: Step[]) {
  const clock = testClock();
  const { fetch, calls } = scripted(...steps);
  const oauth = createZoomOAuth({
    oauthUrl: 'https://zoom.test/oauth/',
    clientId: 'client',
    clientSecret: 'client-secret-x',
    fetch,
    now: clock.now,
    sleep: clock.sleep,
    timer: clock.timer,
    random: () => 0,
  });
  return { oauth, calls, clock };
}

const exchange = (oauth: ZoomOAuth) =>
  oauth.exchangeCode({
    code: 'code-secret-x',
    redirectUri: 'https://localhost/auth/zoom/callback',
    codeVerifier: 'verifier-secret-x',
  });
const refresh = (oauth: ZoomOAuth) => oauth.refresh('refresh-secret-x');

async function errorFrom(
  call: (oauth: ZoomOAuth) => Promise<unknown>,
  ...steps: Step[]
): Promise<ProductError> {
  const error = await errorOf(call(setup(...steps).oauth));
  if (!(error instanceof ProductError)) throw error;
  const shown = `${String(error)} ${JSON.stringify(error)} ${String(error.cause)}`;
  for (const secret of SECRETS) expect(shown).not.toContain(secret);
  return error;
}

describe('the address of the consent page', () => {
  test('asks for a code with PKCE and the state', () => {
    const url = new URL(
      setup().oauth.authorizeUrl({
        redirectUri: 'https://localhost:3000/cb?a=b',
        state: 's&t',
        codeChallenge: 'abc-_',
      }),
    );
    expect(url.origin + url.pathname).toBe('https://zoom.test/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client',
      redirect_uri: 'https://localhost:3000/cb?a=b',
      state: 's&t',
      code_challenge: 'abc-_',
      code_challenge_method: 'S256',
    });
  });
});

describe('what is sent', () => {
  const sentBy = async (call: (oauth: ZoomOAuth) => Promise<unknown>, answer: Response) => {
    const { oauth, calls } = setup(answer);
    await call(oauth);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.headers.get('authorization')).toBe(`Basic ${btoa('client:client-secret-x')}`);
    expect(calls[0]?.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
    return [calls[0]?.method, calls[0]?.url, Object.fromEntries(new URLSearchParams(calls[0]?.body))];
  };

  test('for a code: the code, its verifier and where it came to', async () => {
    expect(await sentBy(exchange, granted())).toEqual([
      'POST',
      'https://zoom.test/oauth/token',
      {
        grant_type: 'authorization_code',
        code: 'code-secret-x',
        redirect_uri: 'https://localhost/auth/zoom/callback',
        code_verifier: 'verifier-secret-x',
      },
    ]);
  });

  test('for a refresh: the refresh token', async () => {
    expect(await sentBy(refresh, granted())).toEqual([
      'POST',
      'https://zoom.test/oauth/token',
      { grant_type: 'refresh_token', refresh_token: 'refresh-secret-x' },
    ]);
  });

  test('for a revocation: the token', async () => {
    expect(
      await sentBy((oauth) => oauth.revoke('access-secret-x'), json(200, { status: 'success' })),
    ).toEqual(['POST', 'https://zoom.test/oauth/revoke', { token: 'access-secret-x' }]);
  });
});

test('tokens come with the moment at which they end, counted from the asking', async () => {
  const { oauth, clock } = setup(() => {
    clock.advance(5000);
    return granted();
  });
  expect(await refresh(oauth)).toEqual({
    accessToken: 'access-secret-x',
    refreshToken: 'next-refresh',
    expiresAt: START + 3_599_000,
    scopes: ['meeting:write', 'user:read'],
  });
});

describe('refusals', () => {
  const cases: [string, () => Response, ErrorCode, ErrorCode][] = [
    [
      'the grant is invalid',
      () => json(400, { error: 'invalid_grant' }),
      'sign-in-expired',
      'zoom-consent-lost',
    ],
    [
      'the same told by 401',
      () => json(401, { error: 'invalid_grant', reason: 'Invalid Token!' }),
      'sign-in-expired',
      'zoom-consent-lost',
    ],
    [
      'Zoom’s own way to say it',
      () => json(401, { error: 'invalid_request', reason: 'Invalid Token!' }),
      'sign-in-expired',
      'zoom-consent-lost',
    ],
    [
      'a used code',
      () => json(400, { error: 'invalid_request', reason: 'Invalid authorization code abc' }),
      'sign-in-expired',
      'zoom-consent-lost',
    ],
    [
      'our client is not known',
      () => json(401, { error: 'invalid_client', reason: 'Invalid client_id or client_secret' }),
      'sign-in-refused',
      'zoom-forbidden',
    ],
    [
      'the address does not match',
      () => json(400, { error: 'invalid_request', reason: 'Redirect URI mismatch.' }),
      'sign-in-refused',
      'zoom-forbidden',
    ],
    [
      'the app was disabled',
      () => json(400, { error: 'unauthorized_client', error_description: 'The app has been disabled' }),
      'sign-in-refused',
      'zoom-forbidden',
    ],
  ];

  test.each(cases)('%s', async (_, answer, onExchange, onRefresh) => {
    expect((await errorFrom(exchange, answer())).code).toBe(onExchange);
    expect((await errorFrom(refresh, answer())).code).toBe(onRefresh);
  });

  test('say Zoom’s reason', async () => {
    const error = await errorFrom(
      exchange,
      json(400, { error: 'unauthorized_client', error_description: 'The app has been disabled' }),
    );
    expect(sentenceOf(error)).toContain('The app has been disabled');
  });

  test('a 401 without words of OAuth’s is not taken for a lost consent', async () => {
    expect((await errorFrom(refresh, new Response('<html>', { status: 401 }))).code).toBe('zoom-unavailable');
  });

  test('a busy Zoom is waited for, then told', async () => {
    const { oauth, clock } = setup(tooFast(), granted());
    await refresh(oauth);
    expect(clock.slept).toEqual([1000]);
    expect((await errorFrom(refresh, tooFast({ 'retry-after': '20' }))).details).toMatchObject({
      seconds: 20,
    });
  });
});

describe('a refresh whose answer is lost', () => {
  test.each<[string, Step]>([
    ['the connection broke', connectionReset()],
    ['Zoom failed', new Response('<html>', { status: 502 })],
    ['a page came instead', new Response('<html>Sign in to the network</html>')],
    ['the tokens are missing', json(200, { access_token: 'access-secret-x' })],
  ])('is told apart from a refusal, and not repeated: %s', async (_, step) => {
    expect((await errorFrom(refresh, step)).code).toBe('zoom-outcome-unknown');
  });

  test('also when nothing came in time', async () => {
    const clock = testClock();
    const { fetch, calls } = scripted(hang(clock, 10_000));
    const oauth = createZoomOAuth({
      oauthUrl: 'https://zoom.test/oauth',
      clientId: 'c',
      clientSecret: 's',
      fetch,
      now: clock.now,
      sleep: clock.sleep,
      timer: clock.timer,
    });
    expect(await errorOf(refresh(oauth))).toMatchObject({ code: 'zoom-outcome-unknown' });
    expect(calls).toHaveLength(1);
  });

  test('is not one when the request never left: it is repeated, then the old token is certainly good', async () => {
    const { oauth } = setup(connectionRefused(), granted());
    expect((await refresh(oauth)).refreshToken).toBe('next-refresh');
    const error = await errorFrom(refresh, connectionRefused(), connectionRefused(), connectionRefused());
    expect(error.code).toBe('zoom-unavailable');
  });
});

describe('revoking', () => {
  const revoke = (oauth: ZoomOAuth) => oauth.revoke('access-secret-x');

  test('a token that is already without effect is fine', async () => {
    const { oauth } = setup(json(400, { error: 'invalid_request', reason: 'Invalid Token!' }));
    await expect(revoke(oauth)).resolves.toBeUndefined();
  });

  test('gets over a lost answer, and says when Zoom stays silent', async () => {
    await expect(revoke(setup(connectionReset(), json(200, {})).oauth)).resolves.toBeUndefined();
    const error = await errorFrom(revoke, connectionReset(), connectionReset(), connectionReset());
    expect(error.code).toBe('zoom-outcome-unknown');
  });
});
