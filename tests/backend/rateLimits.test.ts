/** How many requests are taken, of whom, and what is left alone. */
import { Session } from '../../src/api/backend';
import type { OpenDatabase } from '../../src/backend/database/open';
import { emptyDatabase, openInMemory, problemCode, World } from './support';

let open: OpenDatabase;
let world: World;
let token: string;

beforeAll(async () => {
  open = await openInMemory();
});
afterAll(() => open.close());
beforeEach(async () => {
  await emptyDatabase(open);
  world = new World(open);
  ({ token } = await (await world.backend()).signIn());
});

describe('limits', () => {
  const generous = {
    perSession: 1000,
    costlyPerSession: 1000,
    perAddress: 1000,
    failuresPerAddress: 1000,
    renewalsPerMember: 1000,
  };

  it('are tighter where one request asks Zoom several times', async () => {
    const limited = await world.backend({ rateLimits: { ...generous, costlyPerSession: 2 } });
    const ask = async (path: string) => (await limited.as(token, 'GET', path)).statusCode;
    expect(await ask('/api/meetings/unused')).toBe(200);
    expect(await ask('/api/me/choices')).toBe(200);
    expect(await ask('/api/meetings/unused')).toBe(429);
    expect(await ask('/api/me')).toBe(200);
  });

  it('stop one session and leave the other alone', async () => {
    const limited = await world.backend({ rateLimits: { ...generous, perSession: 3 } });
    const other = (await limited.signIn()).token;
    const ask = (who: string) => limited.as(who, 'GET', '/api/meetings');
    for (let time = 0; time < 3; time += 1) expect((await ask(token)).statusCode).toBe(200);

    const refused = await ask(token);
    expect(problemCode(refused)).toBe('too-many-requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask(other)).statusCode).toBe(200);
  });

  it('are not got around by renewing the session again and again', async () => {
    const limited = await world.backend({ rateLimits: { ...generous, renewalsPerMember: 3 } });
    let current = token;
    const statuses = [];
    for (let time = 0; time <= 3; time += 1) {
      const renewed = await limited.as(current, 'POST', '/api/session/renew');
      statuses.push(renewed.statusCode);
      if (renewed.statusCode === 200) current = Session.parse(renewed.json()).token;
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it('stop one session however its header is spelt', async () => {
    const limited = await world.backend({ rateLimits: { ...generous, perSession: 2 } });
    const ask = async (scheme: string) =>
      (await limited.send({ url: '/api/meetings', headers: { authorization: `${scheme} ${token}` } }))
        .statusCode;
    expect([await ask('Bearer'), await ask('bearer'), await ask('BEARER')]).toEqual([200, 200, 429]);
  });

  it('stop guessing at codes from one address', async () => {
    const limited = await world.backend({ rateLimits: { ...generous, perAddress: 3 } });
    const guess = () =>
      limited.send({
        method: 'POST',
        url: '/api/session',
        payload: { code: 'c'.repeat(43), verifier: 'v'.repeat(43) },
      });
    for (let time = 0; time < 3; time += 1) expect(problemCode(await guess())).toBe('sign-in-expired');
    expect(problemCode(await guess())).toBe('too-many-requests');
  });

  it('stop an address that makes tokens up, whatever it shows then, and no other address', async () => {
    const limited = await world.backend({ rateLimits: { ...generous, failuresPerAddress: 3 } });
    const ask = (who: string, remoteAddress = '203.0.113.9') =>
      limited.send({ url: '/api/meetings', headers: { authorization: `Bearer ${who}` }, remoteAddress });
    // What succeeds does not count.
    for (let time = 0; time < 5; time += 1) expect((await ask(token)).statusCode).toBe(200);
    for (const letter of ['a', 'b', 'c'])
      expect(problemCode(await ask(letter.repeat(43)))).toBe('session-expired');

    const refused = await ask('d'.repeat(43));
    expect(problemCode(refused)).toBe('too-many-requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(problemCode(await ask(token))).toBe('too-many-requests');
    expect((await ask(token, '203.0.113.10')).statusCode).toBe(200);
  });

  it('stop made-up tokens of one network of IPv6, from whichever of its addresses', async () => {
    const limited = await world.backend({ rateLimits: { ...generous, failuresPerAddress: 2 } });
    const ask = async (last: string) =>
      (
        await limited.send({
          url: '/api/meetings',
          headers: { authorization: `Bearer ${last.repeat(43)}` },
          remoteAddress: `2001:db8::${last}`,
        })
      ).statusCode;
    expect([await ask('a'), await ask('b'), await ask('c')]).toEqual([401, 401, 429]);
  });

  it('believes the proxy in front about the caller, and nobody before it', async () => {
    const limited = await world.backend({
      rateLimits: { ...generous, perAddress: 3 },
      trustProxy: true,
    });
    const from = async (forwarded: string) =>
      (await limited.send({ url: '/auth/zoom/start', headers: { 'x-forwarded-for': forwarded } })).statusCode;
    // What stands further left is the caller's own word.
    for (let made = 0; made < 3; made += 1) expect(await from(`198.51.100.${made}, 203.0.113.9`)).toBe(400);
    expect(await from('198.51.100.77, 203.0.113.9')).toBe(429);
    expect(await from('203.0.113.10')).toBe(400);
  });

  it('leave health and pages alone', async () => {
    const limited = await world.backend({
      rateLimits: {
        perSession: 1,
        costlyPerSession: 1,
        perAddress: 1,
        failuresPerAddress: 1,
        renewalsPerMember: 1,
      },
    });
    for (let time = 0; time < 5; time += 1)
      expect((await limited.send({ method: 'GET', url: '/health' })).statusCode).toBe(200);
  });
});
