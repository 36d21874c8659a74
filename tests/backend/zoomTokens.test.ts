/** The keeper of Zoom tokens: encrypted, refreshed once however many need it, lost only when Zoom says so. */
import type { OpenDatabase } from '../../src/backend/database/open';
import { zoomTokenRows } from '../../src/backend/database/zoomTokens';
import { createSecrets, generateKey } from '../../src/backend/secrets';
import { createTokenKeeper } from '../../src/backend/zoomTokens';
import { createZoomOAuth } from '../../src/zoom/oauth';
import {
  emptyDatabase,
  nextTurn,
  openInMemory,
  problemCode,
  slowly,
  World,
  type TestBackend,
} from './support';
import { COLLEAGUE } from './zoomDouble';

const REFRESH = /^POST \/oauth\/token$/;
const HOUR_MS = 3_600_000;

let open: OpenDatabase;
let world: World;
let backend: TestBackend;
let token: string;

beforeAll(async () => {
  open = await openInMemory();
});
afterAll(() => open.close());
beforeEach(async () => {
  await emptyDatabase(open);
  world = new World(open);
  backend = await world.backend();
  ({ token } = await backend.signIn());
  world.zoom.calls.length = 0;
});

const list = (from: TestBackend = backend) => from.as(token, 'GET', '/api/meetings');
const storedTokens = () => open.database.selectFrom('zoom_tokens').selectAll().execute();

it('keeps them encrypted', async () => {
  const stored = JSON.stringify(await storedTokens());
  for (const secret of world.zoom.secrets) expect(stored).not.toContain(secret);
});

it('uses the access token as long as it is good', async () => {
  world.clock.advance(HOUR_MS - 61_000);
  expect((await list()).statusCode).toBe(200);
  expect(world.zoom.count(REFRESH)).toBe(0);
});

it('refreshes it a minute before it ends', async () => {
  world.clock.advance(HOUR_MS - 60_000);
  expect((await list()).statusCode).toBe(200);
  expect(world.zoom.calls.map((call) => call.name)).toEqual([
    'POST /oauth/token',
    'GET /v2/users/me/meetings',
  ]);
});

it('refreshes once for fifty calls at the same moment with an expired token', async () => {
  world.clock.advance(HOUR_MS);
  const answers = await Promise.all(Array.from({ length: 50 }, () => list()));
  expect(answers.map((answer) => answer.statusCode)).toEqual(Array(50).fill(200));
  expect(world.zoom.count(REFRESH)).toBe(1);
});

it('refreshes once for fifty calls whose token Zoom refuses before its time', async () => {
  world.zoom.expireAccessTokens();
  const answers = await Promise.all(Array.from({ length: 50 }, () => list()));
  expect(answers.map((answer) => answer.statusCode)).toEqual(Array(50).fill(200));
  expect(world.zoom.count(REFRESH)).toBe(1);
});

it('refreshes once for calls in two processes at the same moment', async () => {
  const other = await world.backend();
  world.clock.advance(HOUR_MS);
  world.zoom.before = slowly;
  const answers = await Promise.all([backend, other, backend, other].map(list));
  expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200]);
  expect(world.zoom.count(REFRESH)).toBe(1);
});

it('refreshes for each member on their own', async () => {
  const foreign = (await backend.signIn(COLLEAGUE)).token;
  world.zoom.calls.length = 0;
  world.clock.advance(HOUR_MS);
  await Promise.all([list(), backend.as(foreign, 'GET', '/api/meetings')]);
  expect(world.zoom.count(REFRESH)).toBe(2);
});

it('takes over from a process that died in the middle of a refresh', async () => {
  let reached: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const dying = await world.backend({
    fetch: async () => {
      reached();
      return new Promise<Response>(() => undefined);
    },
  });
  world.clock.advance(HOUR_MS);
  void list(dying);
  await died;

  // The lease runs out while this one waits for it.
  expect((await list()).statusCode).toBe(200);
  expect(world.zoom.count(REFRESH)).toBe(1);
});

describe('when a refresh goes wrong', () => {
  it('still uses the old token while it is good', async () => {
    world.clock.advance(HOUR_MS - 30_000);
    world.zoom.fail(REFRESH, new Response('', { status: 400 }));
    expect((await list()).statusCode).toBe(200);
    expect((await storedTokens())[0]?.leased_until).toBeNull();
  });

  it('tries the same refresh token again when the request never arrived', async () => {
    world.clock.advance(HOUR_MS);
    world.zoom.fail(REFRESH, 'lost-before');
    expect((await list()).statusCode).toBe(200);
  });

  it('asks to sign in again when the answer was lost and the refresh token is used up', async () => {
    world.clock.advance(HOUR_MS);
    world.zoom.fail(REFRESH, 'lost-after');
    expect(problemCode(await list())).toBe('zoom-consent-lost');
    expect(await storedTokens()).toEqual([]);
  });

  it('does not lose the new tokens when the database fails for a moment', async () => {
    const rows = zoomTokenRows(open.database);
    const [member] = await storedTokens();
    const key = { accountId: member?.account_id ?? '', userId: member?.user_id ?? '' };
    const stored = await rows.find(key);
    let refreshes = 0;
    let writes = 0;
    const keeper = createTokenKeeper({
      rows: {
        ...rows,
        find: async () => stored,
        lease: async () => true,
        async advance() {
          writes += 1;
          if (writes < 3) throw new Error('the connection broke');
          return true;
        },
      },
      secrets: {
        seal: (plain) => plain,
        open: () => JSON.stringify({ access: 'old', refresh: 'used-once' }),
      },
      oauth: {
        ...createZoomOAuth({ oauthUrl: 'https://zoom.test', clientId: 'id', clientSecret: 'secret' }),
        async refresh() {
          refreshes += 1;
          return {
            accessToken: 'new',
            refreshToken: 'next',
            expiresAt: world.clock.now() + HOUR_MS,
            scopes: [],
          };
        },
      },
      now: world.clock.now,
      sleep: world.clock.sleep,
      onRevokeFailed: () => undefined,
    });
    world.clock.advance(HOUR_MS);
    expect(await keeper.source(key).current()).toBe('new');
    expect([refreshes, writes]).toEqual([1, 3]);
  });

  it('keeps the sign-in when Zoom is out of order, and goes on when it is back', async () => {
    world.clock.advance(HOUR_MS);
    for (let attempt = 0; attempt < 20; attempt += 1)
      world.zoom.fail(REFRESH, new Response('', { status: 503 }));
    const failed = await list();
    expect(failed.statusCode).toBeGreaterThanOrEqual(500);
    expect(['zoom-unavailable', 'zoom-outcome-unknown']).toContain(problemCode(failed));
    let answer = await list();
    for (let attempt = 0; attempt < 20 && answer.statusCode !== 200; attempt += 1) answer = await list();
    expect(answer.statusCode).toBe(200);
  });

  it('drops the tokens when Zoom has withdrawn the sign-in, and a new sign-in mends it', async () => {
    world.zoom.revokeAll();
    expect(problemCode(await list())).toBe('zoom-consent-lost');
    expect(await storedTokens()).toEqual([]);
    expect(problemCode(await list())).toBe('zoom-consent-lost');

    await backend.signIn();
    expect((await list()).statusCode).toBe(200);
  });

  it('keeps the tokens of a sign-in that happened during the refresh', async () => {
    world.clock.advance(HOUR_MS);
    let goOn: () => void = () => undefined;
    let held = false;
    world.zoom.before = async (call) => {
      if (held || call.name !== 'POST /oauth/token') return;
      held = true;
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
    };
    const waiting = list();
    while (!held) await nextTurn();
    await backend.signIn();
    const [signedIn] = await storedTokens();
    goOn();

    expect((await waiting).statusCode).toBe(200);
    expect(await storedTokens()).toEqual([signedIn]);
  });
});

it('asks to sign in again when the key of the stored tokens is gone', async () => {
  const rekeyed = await world.backend({ secrets: createSecrets(generateKey()) });
  expect(problemCode(await list(rekeyed))).toBe('zoom-consent-lost');
});
