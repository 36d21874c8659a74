/** The backend's client: what it sends, what it makes of answers, and what it tries again. */
import { createBackendClient, type BackendClientOptions } from '../../src/api/client';
import { toProblem } from '../../src/api/toProblem';
import { ProductError, type ErrorCode } from '../../src/domain/errors';

const REQUEST = {
  topic: 'Planning',
  start: '2026-11-23T09:00:00',
  timeZone: 'Europe/Vienna',
  durationMinutes: 30,
  options: {},
};
const MEETING = {
  id: '81234567890',
  topic: 'Planning',
  start: '2026-11-23T08:00:00Z',
  durationMinutes: 30,
  timeZone: 'Europe/Vienna',
  joinUrl: 'https://zoom.test/j/81234567890',
  repeats: null,
  occurrences: [],
  passcode: 'secret',
  joinNumber: '81234567890',
  options: {
    personalId: false,
    waitingRoom: true,
    joinBeforeHost: false,
    signedInOnly: false,
    hostVideo: false,
    participantVideo: false,
    audio: 'both',
    muteOnEntry: false,
    recording: 'none',
    alternativeHosts: [],
  },
  hostedByMe: true,
  hostName: 'Sandbox Organizer',
};
const OCCURRENCE = { start: '2026-12-01T09:00:00Z', durationMinutes: 15 };
const FINGERPRINT = 'f'.repeat(43);
const MEMBER = { id: 'm', accountId: 'a', name: 'n', email: 'm@example.test', timeZone: 'UTC' };
const PREFERENCES = { options: { muteOnEntry: true }, updateByItself: true, invitationLanguage: 'fr' };
const ME = {
  member: MEMBER,
  defaults: {
    personalId: false,
    waitingRoom: true,
    joinBeforeHost: false,
    signedInOnly: false,
    hostVideo: true,
    participantVideo: true,
    audio: 'both',
    muteOnEntry: true,
    recording: 'none',
    passcodeRequired: true,
  },
  locks: { waitingRoom: 'policy' },
  preferences: PREFERENCES,
  personalMeetingId: '9123456789',
};
const SESSION = { token: 'next', expiresAt: '2026-11-23T08:00:00Z', member: MEMBER };

type Answer = Response | Error;
interface Sent {
  url: string;
  init: RequestInit;
}

function clientWith(answers: Answer[], options: Partial<BackendClientOptions> = {}) {
  const sent: Sent[] = [];
  const client = createBackendClient({
    baseUrl: 'https://backend.test/',
    fetch: async (input, init = {}) => {
      sent.push({ url: String(input), init });
      const answer = answers.shift();
      if (answer === undefined) throw new Error('one call more than expected');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    token: () => 'the-token',
    timeoutMs: 60_000,
    ...options,
  });
  const lines = () =>
    sent.map(({ url, init }) => `${init.method} ${url.replace('https://backend.test', '')}`);
  const header = (name: string, at = 0) => new Headers(sent[at]?.init.headers).get(name);
  return { client, sent, lines, header };
}

const json = (body: unknown, status = 200) => Response.json(body, { status });
const nothing = () => new Response(null, { status: 204 });
const problem = (code: ErrorCode, status?: number) => {
  const body = toProblem(new ProductError(code));
  return Response.json(body, { status: status ?? body.status });
};
const broken = () => new TypeError('Failed to fetch');

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'it succeeded',
    (error: unknown) => (error instanceof ProductError ? error.code : error),
  );

it('calls every route of the contract', async () => {
  const { client, sent, lines } = clientWith([
    json(SESSION),
    json(SESSION),
    nothing(),
    json(ME),
    json(PREFERENCES),
    json(ME),
    json({ scheduleFor: [{ email: 'chair@example.test', name: 'Chair' }], templates: [] }),
    json(MEETING, 201),
    json(MEETING),
    json(MEETING),
    nothing(),
    json(MEETING),
    json(MEETING),
    json(MEETING),
    json({ appointment: 'another' }),
    json({ appointment: 'this' }),
    json({ appointment: 'untold' }),
    json({ appointment: 'untold' }),
    json({ appointment: 'another' }),
    json({
      meetings: [{ id: MEETING.id, topic: 'Planning', start: null, madeAt: '2026-11-23T08:00:00.000Z' }],
    }),
    nothing(),
    json({ meetings: [] }),
    json({ meetings: [], nextPageToken: 'more' }),
  ]);
  await client.openSession({ code: 'c'.repeat(43), verifier: 'v'.repeat(43) });
  await client.renewSession();
  await client.closeSession();
  expect(await client.me()).toEqual(ME);
  expect(await client.preferences()).toEqual(PREFERENCES);
  expect(await client.savePreferences(PREFERENCES)).toEqual(ME);
  expect((await client.choices()).scheduleFor).toEqual([{ email: 'chair@example.test', name: 'Chair' }]);
  expect(await client.meetings.create(REQUEST, 'claim-one')).toEqual(MEETING);
  await client.meetings.get(MEETING.id);
  await client.meetings.update(MEETING.id, REQUEST);
  await client.meetings.remove(MEETING.id);
  await client.meetings.recover(MEETING.id);
  await client.meetings.updateOccurrence(MEETING.id, '1764576000000', OCCURRENCE);
  await client.meetings.removeOccurrence(MEETING.id, '1764576000000');
  expect(await client.meetings.confirm(MEETING.id, FINGERPRINT)).toBe('another');
  expect(await client.meetings.confirm(MEETING.id, FINGERPRINT, 'shared')).toBe('this');
  expect(await client.meetings.confirm(MEETING.id, undefined)).toBe('untold');
  expect(await client.meetings.confirm(MEETING.id, FINGERPRINT, 'perhaps-copy')).toBe('untold');
  expect(await client.meetings.confirm(MEETING.id, undefined, 'unsaved')).toBe('another');
  expect(await client.meetings.unused()).toHaveLength(1);
  await client.meetings.keep(MEETING.id);
  await client.meetings.list();
  await client.meetings.list('a&b');

  expect(lines()).toEqual([
    'POST /api/session',
    'POST /api/session/renew',
    'DELETE /api/session',
    'GET /api/me',
    'GET /api/me/preferences',
    'PUT /api/me/preferences',
    'GET /api/me/choices',
    'POST /api/meetings',
    'GET /api/meetings/81234567890',
    'PATCH /api/meetings/81234567890',
    'DELETE /api/meetings/81234567890',
    'POST /api/meetings/81234567890/recover',
    'PATCH /api/meetings/81234567890/occurrences/1764576000000',
    'DELETE /api/meetings/81234567890/occurrences/1764576000000',
    'POST /api/meetings/81234567890/confirm',
    'POST /api/meetings/81234567890/confirm',
    'POST /api/meetings/81234567890/confirm',
    'POST /api/meetings/81234567890/confirm',
    'POST /api/meetings/81234567890/confirm',
    'GET /api/meetings/unused',
    'POST /api/meetings/81234567890/keep',
    'GET /api/meetings',
    'GET /api/meetings?pageToken=a%26b',
  ]);
  const bodies = (path: string) =>
    sent
      .filter(({ url, init }) => init.body && url.endsWith(path))
      .map(({ init }) => JSON.parse(String(init.body)));
  expect(bodies('/preferences')).toEqual([PREFERENCES]);
  expect(bodies('/confirm')).toEqual([
    { appointment: FINGERPRINT },
    { appointment: FINGERPRINT, share: true },
    {},
    { appointment: FINGERPRINT, perhapsCopy: true },
    { unsaved: true },
  ]);
});

it('shows the session token as bearer and never sends cookies', async () => {
  const { client, sent, header } = clientWith([json(MEETING)]);
  await client.meetings.get(MEETING.id);
  expect(header('authorization')).toBe('Bearer the-token');
  expect(sent[0]?.init.credentials).toBe('omit');
});

it('shows no token when there is none', async () => {
  const { client, header } = clientWith([json(SESSION)], { token: () => undefined });
  await client.openSession({ code: 'c'.repeat(43), verifier: 'v'.repeat(43) });
  expect(header('authorization')).toBeNull();
});

it('names the claim of a create', async () => {
  const { client, sent, header } = clientWith([json(MEETING, 201)]);
  await client.meetings.create(REQUEST, 'claim-one');
  expect(header('idempotency-key')).toBe('claim-one');
  expect(JSON.parse(String(sent[0]?.init.body))).toEqual(REQUEST);
});

it('opens the sign-in at the page that it is to come back to', () => {
  const { client } = clientWith([]);
  expect(client.signInUrl('the-challenge', '/sandbox/dialog.html')).toBe(
    'https://backend.test/auth/zoom/start?challenge=the-challenge&return=%2Fsandbox%2Fdialog.html',
  );
});

it.each<ErrorCode>(['meeting-gone', 'zoom-busy', 'zoom-outcome-unknown', 'too-many-requests', 'internal'])(
  'rejects with the backend’s %s',
  async (code) => {
    expect(await codeOf(clientWith([problem(code)]).client.meetings.get(MEETING.id))).toBe(code);
  },
);

it.each([
  ['a page of a proxy', new Response('<html>', { status: 502 })],
  ['a page of a captive portal', new Response('<html>', { status: 200 })],
  ['another shape', json({ id: 5 })],
])('takes %s as no answer of the backend', async (_, answer) => {
  expect(await codeOf(clientWith([answer]).client.meetings.get(MEETING.id))).toBe('backend-unavailable');
});

describe('when the network fails', () => {
  it('tries once more what may be repeated, a create included', async () => {
    const { client, lines, header } = clientWith([broken(), json(MEETING, 200)]);
    expect(await client.meetings.create(REQUEST, 'claim-one')).toEqual(MEETING);
    expect(lines()).toEqual(['POST /api/meetings', 'POST /api/meetings']);
    expect(header('idempotency-key', 1)).toBe('claim-one');
  });

  it('tries no more than once more', async () => {
    const { client, sent } = clientWith([broken(), broken()]);
    expect(await codeOf(client.meetings.remove(MEETING.id))).toBe('backend-unavailable');
    expect(sent).toHaveLength(2);
  });

  it('does not repeat the exchange of a one-time code', async () => {
    const { client, sent } = clientWith([broken()]);
    const exchange = client.openSession({ code: 'c'.repeat(43), verifier: 'v'.repeat(43) });
    expect(await codeOf(exchange)).toBe('backend-unavailable');
    expect(sent).toHaveLength(1);
  });

  it('says offline, at once, when the browser says so', async () => {
    const { client, sent } = clientWith([broken()], { isOnline: () => false });
    expect(await codeOf(client.meetings.get(MEETING.id))).toBe('offline');
    expect(sent).toHaveLength(1);
  });

  it('does not repeat what the backend answered, however bad', async () => {
    const { client, sent } = clientWith([problem('zoom-unavailable')]);
    await codeOf(client.meetings.get(MEETING.id));
    expect(sent).toHaveLength(1);
  });
});

it('gives up an attempt that takes too long, without another one', async () => {
  jest.useFakeTimers();
  try {
    let attempts = 0;
    const { client } = clientWith([], {
      timeoutMs: 5000,
      fetch: (_input, init) => {
        attempts += 1;
        return new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        });
      },
    });
    const outcome = codeOf(client.meetings.get(MEETING.id));
    await jest.advanceTimersByTimeAsync(5000);
    expect(await outcome).toBe('backend-unavailable');
    expect(attempts).toBe(1);
  } finally {
    jest.useRealTimers();
  }
});

describe('a session that ended', () => {
  it('needs no signing out', async () => {
    await expect(clientWith([problem('session-expired')]).client.closeSession()).resolves.toBeUndefined();
  });
});
