/** The log tells what happened, with request ids, and holds no secret, whatever happens on the way. */
import { Meeting } from '../../src/api/backend';
import type { OpenDatabase } from '../../src/backend/database/open';
import { createLogger, withoutSecrets } from '../../src/backend/logging';
import { challengeOf, newToken } from '../../src/backend/tokens';
import { CLAIM, emptyDatabase, openInMemory, REQUEST, World } from './support';
import { ORGANIZER } from './zoomDouble';

let open: OpenDatabase;
beforeAll(async () => {
  open = await openInMemory();
});
afterAll(() => open.close());
beforeEach(() => emptyDatabase(open));

it('holds no token, code, state, verifier, passcode or join link after a whole journey with mishaps', async () => {
  const world = new World(open);
  const backend = await world.backend();
  const secrets: string[] = ['secret42', 'Passcode9'];

  const verifier = newToken();
  const address = await backend.begin(challengeOf(verifier));
  secrets.push(
    verifier,
    challengeOf(verifier),
    ...[...new URL(address).searchParams.values()].filter(isOpaque),
  );
  const consented = world.zoom.consent(address, ORGANIZER);
  const { fragment } = await backend.comeBack({ ...consented });
  const code = fragment.get('code') ?? '';
  secrets.push(consented.code, consented.state, code);
  await backend.send({ method: 'POST', url: '/api/session', payload: { code, verifier: newToken() } });
  await backend.send({ method: 'POST', url: '/api/session', payload: { code: 5, verifier } });
  const { token } = await backend.signIn();
  secrets.push(token);

  // Zoom's own error repeats what it should not.
  const leaking = {
    code: 300,
    message: `Invalid field. Bearer ${token} https://zoom.us/j/1?pwd=Passcode9.1 ${code}`,
  };
  world.zoom.fail(/^POST .*meetings$/, Response.json(leaking, { status: 400 }));
  const request = { ...REQUEST, options: { passcode: 'Passcode9' } };
  await backend.create(token, CLAIM, request);
  world.zoom.fail(/^POST .*meetings$/, 'lost-after');
  const meeting = Meeting.parse((await backend.create(token, CLAIM, request)).json());
  secrets.push(new URL(meeting.joinUrl).searchParams.get('pwd') ?? '');
  const fingerprint = 'Fp'.repeat(21) + 'x';
  secrets.push(fingerprint);
  await backend.as(token, 'POST', `/api/meetings/${meeting.id}/confirm`, { appointment: fingerprint });
  await backend.as(token, 'POST', `/api/meetings/${meeting.id}/confirm`, { appointment: `${fingerprint}!` });
  await backend.create(token, CLAIM, { ...request, topic: '' });
  world.zoom.fail(/^GET .*meetings/, new Response(JSON.stringify({ id: 5, password: 'Passcode9' })));
  await backend.as(token, 'GET', `/api/meetings/${meeting.id}`);
  world.zoom.expireAccessTokens();
  world.zoom.fail(/oauth/, 'lost-after');
  await backend.as(token, 'GET', '/api/me');
  await backend.as(token, 'GET', `/api/meetings?pageToken=${token}`);
  await backend.send({ method: 'GET', url: '/api/me', headers: { authorization: `Bearer ${token}x` } });
  await backend.as(token, 'DELETE', '/api/session');
  secrets.push(...world.zoom.secrets);

  const log = world.log.join('');
  expect(log.length).toBeGreaterThan(2000);
  expect(secrets.filter((secret) => secret === '')).toEqual([]);
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  expect(log).not.toMatch(/pwd=(?!\[removed\])/);
});

/** Random enough to be secret: the challenge and state, not `S256` or the client's id. */
const isOpaque = (text: string): boolean => /^[\w-]{43}$/.test(text);

it('has one JSON object a line, and all lines of a request carry the number that the caller was told', async () => {
  const world = new World(open);
  const backend = await world.backend();
  const answer = await backend.send({ method: 'GET', url: '/api/me?token=abc' });
  const lines = world.log.flatMap((line) => line.trimEnd().split('\n')).map((line) => JSON.parse(line));
  const ours = lines.filter((line) => line.reqId === answer.headers['x-request-id']);

  expect(ours.map((line) => line.msg)).toEqual(['incoming request', 'request refused', 'request completed']);
  expect(ours[0]).toMatchObject({ req: { method: 'GET', path: '/api/me' } });
  expect(ours[1]).toMatchObject({ problem: 'signed-out' });
  expect(ours[2]).toMatchObject({ res: { statusCode: 401 } });
});

it('removes fields with telling names, and what looks like a secret in texts', () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  logger.info(
    { token: 'abc', inner: { passcode: 'def', deeper: { join_url: 'ghi' } }, topic: 'kept' },
    'hello',
  );
  expect(lines.join('')).not.toMatch(/abc|def|ghi/);
  expect(lines.join('')).toContain('kept');
});

it.each([
  [`"${'x'.repeat(43)}"`, '"[removed]"'],
  ['https://zoom.us/j/1?pwd=secret.1&uname=a', 'https://zoom.us/j/1?pwd=[removed]&uname=a'],
  ['Authorization: Bearer abc', 'Authorization: Bearer [removed]'],
  [
    'request 6e0f2fb2-96d1-4a65-a4d5-6a9e8d6f1c11 of 81234567890',
    'request 6e0f2fb2-96d1-4a65-a4d5-6a9e8d6f1c11 of 81234567890',
  ],
])('of %j leaves %j', (line, left) => {
  expect(withoutSecrets(line)).toBe(left);
});
