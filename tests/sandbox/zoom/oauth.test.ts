/** Signing in to the Zoom stand-in: the authorization code flow with PKCE, rotation of refresh tokens, revoking. */
import {
  authorize,
  authorizePath,
  caller,
  CLIENT,
  control,
  exchange,
  postOAuth,
  refresh,
  signedIn,
  startTestCloud,
  TestBrowser,
  Tokens,
  type RunningTestCloud,
} from './harness';

let cloud: RunningTestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const codeOf = (back: URL) => back.searchParams.get('code') ?? '';

describe('the way through the browser', () => {
  it('asks who you are, then for consent, and goes back with code and state', async () => {
    const browser = new TestBrowser(cloud.url);
    const first = await (await browser.get(authorizePath())).text();
    expect(first).toContain('Sandbox Organizer');
    expect(first).toContain('Sandbox Attendee');

    const back = await authorize(cloud.url, 'attendee@example.test', 'allow', browser);
    expect(back.origin + back.pathname).toBe('https://localhost:3999/auth/callback');
    expect(back.searchParams.get('state')).toBe('the-state');

    const tokens = Tokens.parse(await (await exchange(cloud.url, codeOf(back))).json());
    const me = await caller(cloud.url, tokens.access_token)('GET', '/users/me');
    expect(me.body).toMatchObject({ email: 'attendee@example.test', display_name: 'Sandbox Attendee' });
  });

  it('goes straight to consent a second time', async () => {
    const browser = new TestBrowser(cloud.url);
    await authorize(cloud.url, undefined, 'allow', browser);
    expect(await (await browser.get(authorizePath())).text()).toContain('Create meetings for you');
  });

  it('tells the app when the person declines', async () => {
    const back = await authorize(cloud.url, undefined, 'decline');
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: 'access_denied', state: 'the-state' });
  });

  it.each([
    [
      'a redirect address that was not registered',
      { redirect_uri: 'https://localhost:3999/auth/callback/else' },
    ],
    ['an unknown app', { client_id: 'somebody-else' }],
  ])('never redirects for %s', async (_name, changes) => {
    const answer = await new TestBrowser(cloud.url).get(authorizePath(changes));
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });

  it('refuses consent without the form that it gave out', async () => {
    const browser = new TestBrowser(cloud.url);
    await browser.signIn();
    const answer = await browser.post(authorizePath(), { decision: 'allow', token: 'x'.repeat(43) });
    expect(answer.status).toBe(403);
  });

  it('refuses consent with the form of another browser', async () => {
    const [one, other] = [new TestBrowser(cloud.url), new TestBrowser(cloud.url)];
    await one.signIn();
    await other.signIn();
    const token = await other.formToken(authorizePath());
    expect((await one.post(authorizePath(), { decision: 'allow', token })).status).toBe(403);
  });

  it('allows the consent form to be redirected to the app only', async () => {
    const browser = new TestBrowser(cloud.url);
    await browser.signIn();
    const policy = (await browser.get(authorizePath())).headers.get('content-security-policy');
    expect(policy).toContain("form-action 'self' https://localhost:3999;");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it.each(['https://elsewhere.test/', '//elsewhere.test/', '/\\elsewhere.test/'])(
    'does not leave for %s after signing in',
    async (target) => {
      const browser = new TestBrowser(cloud.url);
      const token = await browser.formToken('/');
      const answer = await browser.post('/signin', {
        token,
        person: 'organizer@example.test',
        return: target,
      });
      expect(answer.headers.get('location')).toBe('/');
    },
  );
});

describe('exchanging a code', () => {
  it.each([
    [
      'a wrong verifier',
      { code_verifier: 'some-other-verifier-of-at-least-forty-three-chars' },
      'invalid_grant',
    ],
    ['no verifier', { code_verifier: '' }, 'invalid_grant'],
    ['another redirect address', { redirect_uri: 'https://localhost:3999/' }, 'invalid_request'],
    ['a grant type it does not know', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('is refused for %s', async (_name, changes, error) => {
    const answer = await exchange(cloud.url, codeOf(await authorize(cloud.url)), changes);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error });
  });

  it('works once', async () => {
    const code = codeOf(await authorize(cloud.url));
    expect((await exchange(cloud.url, code)).status).toBe(200);
    const again = await exchange(cloud.url, code);
    expect(again.status).toBe(400);
    expect(await again.json()).toEqual({ error: 'invalid_grant', reason: 'Invalid authorization code' });
  });

  it('works for five minutes', async () => {
    const code = codeOf(await authorize(cloud.url));
    cloud.clock.now += 5 * 60_000 + 1;
    expect((await exchange(cloud.url, code)).status).toBe(400);
  });

  it('needs the secret of the app', async () => {
    const client = { ...CLIENT, clientSecret: 'guessed' };
    const answer = await postOAuth(cloud.url, 'token', { grant_type: 'authorization_code' }, client);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: 'invalid_client',
      reason: 'Invalid client_id or client_secret',
    });
  });
});

describe('tokens', () => {
  it('are renewed as a pair, and the old refresh token is refused at once', async () => {
    const first = await signedIn(cloud.url);
    const second = Tokens.parse(await (await refresh(cloud.url, first.refresh_token)).json());
    expect(second.refresh_token).not.toBe(first.refresh_token);

    const reuse = await refresh(cloud.url, first.refresh_token);
    expect(reuse.status).toBe(400);
    expect(await reuse.json()).toEqual({ reason: 'Invalid Token!', error: 'invalid_grant' });
    expect((await refresh(cloud.url, second.refresh_token)).status).toBe(200);
  });

  it('refresh one of two simultaneous requests only', async () => {
    const { refresh_token } = await signedIn(cloud.url);
    const answers = await Promise.all([refresh(cloud.url, refresh_token), refresh(cloud.url, refresh_token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('give access for an hour', async () => {
    const { access_token, expires_in } = await signedIn(cloud.url);
    expect(expires_in).toBe(3600);
    const call = caller(cloud.url, access_token);
    cloud.clock.now += 3_599_000;
    expect((await call('GET', '/users/me')).status).toBe(200);
    cloud.clock.now += 1_000;
    const late = await call('GET', '/users/me');
    expect(late.status).toBe(401);
    expect(late.body).toEqual({ code: 124, message: 'Access token is expired.' });
  });

  it('can be refreshed for 90 days', async () => {
    const { refresh_token } = await signedIn(cloud.url);
    cloud.clock.now += 90 * 24 * 3_600_000 + 1;
    expect((await refresh(cloud.url, refresh_token)).status).toBe(400);
  });

  it('end when they are revoked', async () => {
    const { access_token, refresh_token } = await signedIn(cloud.url);
    const answer = await postOAuth(cloud.url, 'revoke', { token: access_token });
    expect(await answer.json()).toEqual({ status: 'success' });
    expect((await caller(cloud.url, access_token)('GET', '/users/me')).status).toBe(401);
    expect((await refresh(cloud.url, refresh_token)).status).toBe(400);
  });

  it('can be expired and revoked by the control endpoint', async () => {
    const { access_token, refresh_token } = await signedIn(cloud.url);
    await control(cloud.url, 'POST', '/expire-access-tokens');
    expect((await caller(cloud.url, access_token)('GET', '/users/me')).body).toMatchObject({ code: 124 });
    const renewed = Tokens.parse(await (await refresh(cloud.url, refresh_token)).json());
    await control(cloud.url, 'POST', '/revoke-grants');
    expect((await refresh(cloud.url, renewed.refresh_token)).status).toBe(400);
  });

  it('that were made up are told from expired ones', async () => {
    const made = await caller(cloud.url, 'made-up')('GET', '/users/me');
    expect(made.body).toEqual({ code: 124, message: 'Invalid access token.' });
  });
});
