/** Signing in, staying signed in, signing out: one-time codes bound to the pane, sessions with their ends. */
import { Me, Session } from '../../src/api/backend';
import type { OpenDatabase } from '../../src/backend/database/open';
import { GRACE_MS, IDLE_MS, LIFETIME_MS } from '../../src/backend/sessions';
import { CODE_LIFE_MS, STATE_LIFE_MS } from '../../src/backend/signIn/flow';
import { challengeOf, newToken } from '../../src/backend/tokens';
import {
  BASE_URL,
  emptyDatabase,
  locationOf,
  openInMemory,
  problemCode,
  World,
  type TestBackend,
} from './support';
import { CLIENT_ID, COLLEAGUE, OAUTH_URL, ORGANIZER } from './zoomDouble';

let open: OpenDatabase;
let world: World;
let backend: TestBackend;

beforeAll(async () => {
  open = await openInMemory();
});
afterAll(() => open.close());
beforeEach(async () => {
  await emptyDatabase(open);
  world = new World(open);
  backend = await world.backend();
});

const exchange = (code: string | null, verifier: string) =>
  backend.send({ method: 'POST', url: '/api/session', payload: { code, verifier } });
const me = (token: string) => backend.as(token, 'GET', '/api/me');

describe('the way to Zoom', () => {
  it('asks for a code with a fresh state and a PKCE challenge of its own', async () => {
    const challenge = challengeOf(newToken());
    const [first, second] = [
      new URL(await backend.begin(challenge)),
      new URL(await backend.begin(challenge)),
    ];

    expect(first.href.startsWith(`${OAUTH_URL}/authorize?`)).toBe(true);
    expect(Object.fromEntries(first.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: `${BASE_URL}/auth/zoom/callback`,
      code_challenge_method: 'S256',
    });
    expect(first.searchParams.get('state')).not.toBe(second.searchParams.get('state'));
    expect(first.searchParams.get('code_challenge')).not.toBe(second.searchParams.get('code_challenge'));
    expect(first.searchParams.get('code_challenge')).not.toBe(challenge);
  });

  it.each(['https://evil.test/', '//evil.test', '/', '/taskpane.html', '/sandbox/dialog.html', ''])(
    'does not come back to %p',
    async (page) => {
      const query = new URLSearchParams({ challenge: challengeOf(newToken()), return: page });
      const answer = await backend.send({ method: 'GET', url: `/auth/zoom/start?${query.toString()}` });
      expect(problemCode(answer)).toBe('invalid-request');
    },
  );

  it('comes back to the sandbox’s dialog only where the sandbox is served', async () => {
    const sandbox = await world.backend({ extraStatic: [{ prefix: '/sandbox/', directory: 'src' }] });
    const consented = world.zoom.consent(
      await sandbox.begin(challengeOf(newToken()), '/sandbox/dialog.html'),
      ORGANIZER,
    );
    expect((await sandbox.comeBack({ ...consented })).path).toBe('/sandbox/dialog.html');
  });

  it.each(['', 'short', 'x'.repeat(44), `${'x'.repeat(42)}=`])(
    'refuses the challenge %p',
    async (challenge) => {
      const query = new URLSearchParams({ challenge, return: '/dialog.html' });
      const answer = await backend.send({ method: 'GET', url: `/auth/zoom/start?${query.toString()}` });
      expect(problemCode(answer)).toBe('invalid-request');
    },
  );
});

describe('the way back', () => {
  it('gives the dialog a code, and the pane a session for it', async () => {
    const session = await backend.signIn();

    expect(session.member).toEqual({
      id: 'organizer',
      accountId: 'account-one',
      name: 'Sandbox Organizer',
      email: 'organizer@example.test',
      timeZone: 'Europe/Vienna',
    });
    expect(Date.parse(session.expiresAt)).toBe(world.clock.now() + IDLE_MS);
    const answer = Me.parse((await me(session.token)).json());
    expect(answer.member).toEqual(session.member);
  });

  it('shows the person a page, not data, when something failed on our side', async () => {
    const broken = await world.backend({
      open: { ...open, database: open.database.withSchema('a_schema_that_is_not_there'), exclusive: false },
    });
    const { path, fragment } = await broken.comeBack({ code: 'c', state: 's' });
    expect(path).toBe('/dialog.html');
    expect(Object.fromEntries(fragment)).toEqual({ error: 'backend-unavailable' });
    expect(world.log.join('')).toContain('a_schema_that_is_not_there');

    const query = new URLSearchParams({ challenge: challengeOf(newToken()), return: '/dialog.html' });
    const start = await broken.send({ method: 'GET', url: `/auth/zoom/start?${query.toString()}` });
    expect(locationOf(start)).toBe('/dialog.html#error=backend-unavailable');
  });

  it('shows the person the page that they came from, when something failed on our side after that', async () => {
    const sandbox = await world.backend({ extraStatic: [{ prefix: '/sandbox/', directory: 'tests' }] });
    const { state, code } = world.zoom.consent(
      await sandbox.begin(challengeOf(newToken()), '/sandbox/dialog.html'),
      ORGANIZER,
    );
    world.zoom.before = async () => {
      throw new RangeError('a mistake of ours');
    };
    const { path, fragment } = await sandbox.comeBack({ state, code });
    expect(path).toBe('/sandbox/dialog.html');
    expect(fragment.get('error')).not.toBeNull();
  });

  it('shows the person a page when what came back is not Zoom’s, or comes too often', async () => {
    const endless = await backend.comeBack({ state: 's'.repeat(201) });
    expect(Object.fromEntries(endless.fragment)).toEqual({ error: 'sign-in-expired' });

    const limited = await world.backend({
      rateLimits: {
        perSession: 1000,
        costlyPerSession: 1000,
        perAddress: 1,
        failuresPerAddress: 1000,
        renewalsPerMember: 1000,
      },
    });
    await limited.comeBack({ state: 's' });
    expect((await limited.comeBack({ state: 's' })).fragment.get('error')).toBe('backend-unavailable');
  });

  it('says what went wrong in the fragment: the person refused', async () => {
    const state = new URL(await backend.begin(challengeOf(newToken()))).searchParams.get('state') ?? '';
    const { fragment } = await backend.comeBack({ error: 'access_denied', state });
    expect(Object.fromEntries(fragment)).toEqual({ error: 'sign-in-cancelled' });
  });

  it('says what went wrong in the fragment: Zoom refused, in its words', async () => {
    const state = new URL(await backend.begin(challengeOf(newToken()))).searchParams.get('state') ?? '';
    const { fragment } = await backend.comeBack({
      error: 'invalid_scope',
      error_description: 'The app is not approved & <b>blocked</b>',
      state,
    });
    expect(Object.fromEntries(fragment)).toEqual({
      error: 'sign-in-refused',
      reason: 'The app is not approved & <b>blocked</b>',
    });
  });

  it('says what went wrong in the fragment: Zoom did not take its own code', async () => {
    const { state } = world.zoom.consent(await backend.begin(challengeOf(newToken())), ORGANIZER);
    const { fragment } = await backend.comeBack({ code: 'made-up', state });
    expect(fragment.get('error')).toBe('sign-in-expired');
  });

  it('uses a state once', async () => {
    const consented = world.zoom.consent(await backend.begin(challengeOf(newToken())), ORGANIZER);
    expect((await backend.comeBack({ ...consented })).fragment.has('code')).toBe(true);
    const again = await backend.comeBack({ ...consented });
    expect(again).toMatchObject({ path: '/dialog.html' });
    expect(again.fragment.get('error')).toBe('sign-in-expired');
  });

  it('ends a state after ten minutes', async () => {
    const consented = world.zoom.consent(await backend.begin(challengeOf(newToken())), ORGANIZER);
    world.clock.advance(STATE_LIFE_MS + 1);
    expect((await backend.comeBack({ ...consented })).fragment.get('error')).toBe('sign-in-expired');
  });

  it('knows no state that it did not give', async () => {
    const { fragment } = await backend.comeBack({ code: 'anything', state: newToken() });
    expect(fragment.get('error')).toBe('sign-in-expired');
    expect((await backend.comeBack({})).fragment.get('error')).toBe('sign-in-expired');
  });
});

describe('the one-time code', () => {
  let verifier: string;
  let code: string | null;
  beforeEach(async () => {
    verifier = newToken();
    const consented = world.zoom.consent(await backend.begin(challengeOf(verifier)), ORGANIZER);
    code = (await backend.comeBack({ ...consented })).fragment.get('code');
  });

  it('is good once', async () => {
    expect((await exchange(code, verifier)).statusCode).toBe(200);
    expect(problemCode(await exchange(code, verifier))).toBe('sign-in-expired');
  });

  it('is good for one of many who come at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => exchange(code, verifier)));
    expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1);
  });

  it('is good only with the verifier of the one who began, and a guess uses it up', async () => {
    expect(problemCode(await exchange(code, newToken()))).toBe('sign-in-expired');
    expect(problemCode(await exchange(code, verifier))).toBe('sign-in-expired');
  });

  it('ends after two minutes', async () => {
    world.clock.advance(CODE_LIFE_MS + 1);
    expect(problemCode(await exchange(code, verifier))).toBe('sign-in-expired');
  });

  it('is kept as a hash only', async () => {
    const stored = JSON.stringify(await open.database.selectFrom('sign_in_codes').selectAll().execute());
    expect(stored).not.toContain(code);
  });
});

describe('a session', () => {
  it('is kept as a hash only', async () => {
    const { token } = await backend.signIn();
    const stored = JSON.stringify(await open.database.selectFrom('sessions').selectAll().execute());
    expect(stored).not.toContain(token);
  });

  it('ends after 12 hours without use, and use moves that', async () => {
    const { token } = await backend.signIn();
    for (let time = 0; time < 3; time += 1) {
      world.clock.advance(IDLE_MS - 1);
      expect((await me(token)).statusCode).toBe(200);
    }
    world.clock.advance(IDLE_MS);
    expect(problemCode(await me(token))).toBe('session-expired');
  });

  it('ends 30 days after the sign-in, whatever it is used for', async () => {
    let session = await backend.signIn();
    const end = world.clock.now() + LIFETIME_MS;
    while (world.clock.now() + IDLE_MS / 2 < end) {
      world.clock.advance(IDLE_MS / 2);
      session = Session.parse((await backend.as(session.token, 'POST', '/api/session/renew')).json());
    }
    expect(Date.parse(session.expiresAt)).toBe(end);
    world.clock.advance(end - world.clock.now());
    expect(problemCode(await me(session.token))).toBe('session-expired');
  });

  it('gives a new token when renewed, and the old one ends soon', async () => {
    const first = await backend.signIn();
    const renewed = Session.parse((await backend.as(first.token, 'POST', '/api/session/renew')).json());

    expect(renewed.token).not.toBe(first.token);
    expect((await me(first.token)).statusCode).toBe(200);
    world.clock.advance(GRACE_MS);
    expect(problemCode(await me(first.token))).toBe('session-expired');
    expect((await me(renewed.token)).statusCode).toBe(200);
  });

  it('ends with signing out, renewed tokens of it too, and Zoom’s tokens go with the last one', async () => {
    const first = await backend.signIn();
    const renewed = Session.parse((await backend.as(first.token, 'POST', '/api/session/renew')).json());
    const elsewhere = await backend.signIn();

    expect((await backend.as(renewed.token, 'DELETE', '/api/session')).statusCode).toBe(204);
    expect(problemCode(await me(first.token))).toBe('session-expired');
    expect(problemCode(await me(renewed.token))).toBe('session-expired');
    expect((await me(elsewhere.token)).statusCode).toBe(200);
    expect(world.zoom.count(/revoke/)).toBe(0);

    await backend.as(elsewhere.token, 'DELETE', '/api/session');
    expect(await open.database.selectFrom('zoom_tokens').selectAll().execute()).toEqual([]);
    expect(world.zoom.count(/revoke/)).toBe(1);
  });

  it('is signed out though Zoom cannot be told', async () => {
    const { token } = await backend.signIn();
    for (let attempt = 0; attempt < 10; attempt += 1) world.zoom.fail(/revoke/, 'lost-before');
    expect((await backend.as(token, 'DELETE', '/api/session')).statusCode).toBe(204);
    expect(await open.database.selectFrom('zoom_tokens').selectAll().execute()).toEqual([]);
  });

  it.each([
    ['signed-out', undefined],
    ['signed-out', ''],
    ['session-expired', 'Bearer wrong'],
    ['session-expired', `Bearer ${'x'.repeat(43)}`],
    ['session-expired', `Basic ${'x'.repeat(43)}`],
    ['session-expired', `Bearer ' OR 1=1 --`],
  ])('answers %s to the header %p', async (code, authorization) => {
    const headers = authorization === undefined ? {} : { authorization };
    expect(problemCode(await backend.send({ method: 'GET', url: '/api/me', headers }))).toBe(code);
  });

  it('is not taken from a cookie or the address', async () => {
    const { token } = await backend.signIn();
    const answer = await backend.send({
      method: 'GET',
      url: `/api/me?token=${token}&access_token=${token}`,
      headers: { cookie: `token=${token}; session=${token}` },
    });
    expect(problemCode(answer)).toBe('signed-out');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('belongs to one person: two people never see each other', async () => {
    const [first, second] = [await backend.signIn(ORGANIZER), await backend.signIn(COLLEAGUE)];
    expect(Me.parse((await me(first.token)).json()).member.id).toBe('organizer');
    expect(Me.parse((await me(second.token)).json()).member.id).toBe('colleague');
  });
});

it('tidies up what has ended, and nothing else', async () => {
  const challenge = challengeOf(newToken());
  await backend.begin(challenge);
  const { token: old } = await backend.signIn();
  world.clock.advance(IDLE_MS);
  await backend.begin(challenge);
  const { token: live } = await backend.signIn();
  await backend.built.tidy();

  expect(await open.database.selectFrom('sessions').selectAll().execute()).toHaveLength(1);
  expect(await open.database.selectFrom('sign_in_states').selectAll().execute()).toHaveLength(1);
  expect(problemCode(await me(old))).toBe('session-expired');
  expect((await me(live)).statusCode).toBe(200);
});
