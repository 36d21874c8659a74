import fc from 'fast-check';
import { sentenceOf } from '../../src/domain/errorSentences';
import { errorOfAnswer, errorOfTransport, presentable, wantsFreshToken, words } from '../../src/zoom/errors';
import { TransportError, type Method } from '../../src/zoom/http';
import { anAnswer, START } from './support';

const zoomError = (code: number, message = 'said Zoom'): unknown => ({ code, message });
const html = '<html><body>Sign in to the network</body></html>';
const daily = 'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests.';

interface Row {
  what: string;
  status: number;
  body: unknown;
  headers?: Record<string, string>;
  method?: Method;
  aboutMeeting?: boolean;
  code: string;
  details?: object;
}

const table: Row[] = [
  { what: 'an invalid token', status: 401, body: zoomError(124), code: 'zoom-consent-lost' },
  { what: 'an invalid token told by 400', status: 400, body: zoomError(124), code: 'zoom-consent-lost' },
  { what: 'a 401 without words', status: 401, body: '', code: 'zoom-consent-lost' },
  { what: 'a token without the scopes', status: 400, body: zoomError(4711), code: 'zoom-forbidden' },
  { what: 'the same told by 401', status: 401, body: zoomError(4711), code: 'zoom-forbidden' },
  {
    what: 'no permission',
    status: 400,
    body: zoomError(200),
    code: 'zoom-forbidden',
    details: { reason: 'said Zoom' },
  },
  { what: 'something not allowed', status: 400, body: zoomError(3000), code: 'zoom-forbidden' },
  { what: 'an account that may not schedule', status: 400, body: zoomError(3161), code: 'zoom-forbidden' },
  { what: 'a personal room', status: 400, body: zoomError(3018), code: 'zoom-forbidden' },
  { what: 'a member who left', status: 404, body: zoomError(1001), code: 'zoom-forbidden' },
  { what: 'a 403 of an unknown code', status: 403, body: zoomError(9999), code: 'zoom-forbidden' },
  {
    what: 'a bad field',
    status: 400,
    body: zoomError(300),
    code: 'zoom-refused',
    details: { reason: 'said Zoom', zoomCode: 300, zoomStatus: 400 },
  },
  { what: 'an unknown code', status: 400, body: zoomError(9999), code: 'zoom-refused' },
  { what: 'a meeting that is gone', status: 404, body: zoomError(3001), code: 'meeting-gone' },
  { what: 'the same told by 400', status: 400, body: zoomError(3001), code: 'meeting-gone' },
  {
    what: 'an unknown 404 of a meeting',
    status: 404,
    body: zoomError(404),
    aboutMeeting: true,
    code: 'meeting-gone',
  },
  { what: 'an unknown 404 of something else', status: 404, body: zoomError(404), code: 'zoom-refused' },
  {
    what: 'a 404 that is a page of a proxy',
    status: 404,
    body: html,
    aboutMeeting: true,
    code: 'zoom-unavailable',
  },
  { what: 'a write that a proxy refused', status: 403, body: html, method: 'POST', code: 'zoom-unavailable' },
  {
    what: 'the limit of this second',
    status: 429,
    body: zoomError(429),
    code: 'zoom-busy',
    details: { seconds: 1 },
  },
  {
    what: 'the same with seconds',
    status: 429,
    body: '',
    headers: { 'retry-after': '7' },
    code: 'zoom-busy',
    details: { seconds: 7 },
  },
  {
    what: 'the same with an instant',
    status: 429,
    body: '',
    headers: { 'retry-after': '2026-11-23T08:00:02.5Z' },
    code: 'zoom-busy',
    details: { seconds: 3 },
  },
  {
    what: 'the same with an instant that has passed',
    status: 429,
    body: '',
    headers: { 'retry-after': '2026-11-23T07:00:00Z' },
    code: 'zoom-busy',
    details: { seconds: 1 },
  },
  {
    what: 'the limit of the day, by its type',
    status: 429,
    body: '',
    headers: { 'x-ratelimit-type': 'Daily-limit' },
    code: 'zoom-daily-limit',
  },
  {
    what: 'the limit of the day, by its words',
    status: 429,
    body: zoomError(429, daily),
    code: 'zoom-daily-limit',
    details: { reason: daily },
  },
  { what: 'a failure while reading', status: 500, body: '', code: 'zoom-unavailable' },
  {
    what: 'a failure while creating',
    status: 500,
    body: zoomError(500),
    method: 'POST',
    code: 'zoom-outcome-unknown',
  },
  {
    what: 'a bad gateway while changing',
    status: 502,
    body: html,
    method: 'PATCH',
    code: 'zoom-outcome-unknown',
  },
  {
    what: 'a gateway that waited too long',
    status: 504,
    body: html,
    method: 'DELETE',
    code: 'zoom-outcome-unknown',
  },
  {
    what: 'a request that took too long',
    status: 408,
    body: '',
    method: 'POST',
    code: 'zoom-outcome-unknown',
  },
  { what: 'a redirect while reading', status: 302, body: '', code: 'zoom-unavailable' },
  {
    what: 'a redirect while creating',
    status: 302,
    body: html,
    method: 'POST',
    code: 'zoom-outcome-unknown',
  },
];

describe('what an answer of Zoom means', () => {
  test.each(table)(
    '$what ($status $method) is $code',
    ({ status, body, headers, method, aboutMeeting, code, details }) => {
      const error = errorOfAnswer(
        anAnswer(status, body, headers),
        { method: method ?? 'GET', aboutMeeting: aboutMeeting ?? false },
        START,
      );
      expect(error.code).toBe(code);
      expect(error.details).toMatchObject(details ?? {});
      expect(sentenceOf(error)).not.toContain('{');
    },
  );
});

describe('what a missing answer means', () => {
  test.each([
    ['GET', 'perhaps', 'zoom-unavailable'],
    ['GET', 'never', 'zoom-unavailable'],
    ['POST', 'perhaps', 'zoom-outcome-unknown'],
    ['POST', 'never', 'zoom-unavailable'],
    ['PATCH', 'perhaps', 'zoom-outcome-unknown'],
    ['DELETE', 'never', 'zoom-unavailable'],
  ] as const)('%s that was sent %s: %s', (method, sent, code) => {
    const error = errorOfTransport(new TransportError(sent, 'lost'), { method, aboutMeeting: true });
    expect(error.code).toBe(code);
  });
});

describe('a fresh token', () => {
  test.each([
    [401, zoomError(124), true],
    [401, '', true],
    [400, zoomError(124), true],
    [401, zoomError(4711), false],
    [400, zoomError(300), false],
    [200, zoomError(124), false],
    [503, zoomError(124), false],
  ])('after %i %j may help: %s', (status, body, expected) => {
    expect(wantsFreshToken(anAnswer(status, body))).toBe(expected);
  });
});

describe('Zoom’s words for people', () => {
  test('join the message with those of the fields, each once', () => {
    const body = {
      code: 300,
      message: 'Validation Failed.',
      errors: [
        { field: 'duration', message: 'Too long.' },
        { field: 'password', message: 'Too short.' },
        { field: '', message: 'Validation Failed.' },
      ],
    };
    expect(words(body)).toBe('Validation Failed. duration: Too long. password: Too short.');
  });

  test('say so when there are none', () => expect(words(undefined)).toBe('no reason given'));

  test('lose line breaks, control and bidirectional characters', () => {
    expect(presentable('a\r\nb\u0000c \u202Eevil')).toBe('a b c evil');
  });

  test('never hold anything as long as a token, and end', () => {
    const token = 'eyJzdiI6IjAwMDAwMiJ9.'.repeat(5);
    expect(presentable(`Invalid token ${token}!`)).toBe('Invalid token …!');
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.record({ field: fc.string(), message: fc.string() })),
        (message, errors) => {
          const text = words({ code: 300, message, errors });
          expect(text.length).toBeGreaterThan(0);
          expect(text.length).toBeLessThanOrEqual(300);
          expect(text).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
          expect(text).not.toMatch(/[\w\-.~+/=]{40}/);
        },
      ),
    );
  });
});

describe('a refusal that is about people', () => {
  const hosts = ['chair@example.test', 'guest@example.test'];
  const about = (code: number, message: string, people: object) =>
    errorOfAnswer(
      anAnswer(400, zoomError(code, message)),
      { method: 'POST', aboutMeeting: false, people: { alternativeHosts: [], ...people } },
      START,
    );

  test.each([
    [1114, 'Unable to assign "Guest@example.test" as an alternative host', 'guest@example.test'],
    [1114, 'The user cannot be selected at this time', 'chair@example.test, guest@example.test'],
    [300, 'Invalid field: settings.alternative_hosts', 'chair@example.test, guest@example.test'],
  ])('names the alternative hosts: %s %s', (code, message, people) => {
    expect(about(code, message, { alternativeHosts: hosts })).toMatchObject({
      code: 'alternative-host-refused',
      details: { people },
    });
  });

  test.each([
    [3000, 'You cannot schedule a meeting for chair@example.test'],
    [300, 'The value that you entered in the `schedule_for` field is invalid.'],
    [3000, 'Unable to schedule for a user outside of your account for a meeting with continuous chat.'],
  ])('names whom one may not schedule for: %s %s', (code, message) => {
    expect(about(code, message, { scheduleFor: 'chair@example.test' })).toMatchObject({
      code: 'schedule-for-refused',
      details: { person: 'chair@example.test' },
    });
  });

  test('is not one when nobody was named, or it speaks of something else', () => {
    expect(about(1114, 'alternative host', {}).code).toBe('zoom-refused');
    expect(about(300, 'The topic is too long.', { alternativeHosts: hosts, scheduleFor: 'a@b' }).code).toBe(
      'zoom-refused',
    );
  });
});

test('an occurrence that Zoom does not know is told as such', () => {
  const answer = anAnswer(400, zoomError(300, 'Invalid parameter: occurrence_id.'));
  expect(errorOfAnswer(answer, { method: 'PATCH', aboutMeeting: true }, START).code).toBe('occurrence-gone');
});
