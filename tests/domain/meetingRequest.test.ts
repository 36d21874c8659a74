/** What is asked of Zoom for a single appointment; series and occurrences are in `meetingRequestSeries.test.ts`. */
import fc from 'fast-check';
import { ProductError } from '../../src/domain/errors';
import { MeetingRequest } from '../../src/domain/meeting';
import { meetingRequestFor, startOf } from '../../src/domain/meetingRequest';

const at = (iso: string): number => Date.parse(iso);
const now = at('2026-11-22T12:00:00Z');
const appointment = {
  subject: 'Weekly review',
  start: at('2026-11-23T08:00:00Z'),
  end: at('2026-11-23T08:30:00Z'),
  timeZone: 'W. Europe Standard Time',
  repetition: { kind: 'single' } as const,
};
const ask = (changes: Partial<typeof appointment> = {}, topic?: string) =>
  meetingRequestFor(
    { ...appointment, ...changes },
    topic === undefined ? { options: {} } : { topic, options: {} },
    now,
  );

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (thrown) {
    return thrown instanceof ProductError ? thrown.code : 'another error';
  }
  return undefined;
};

test('an appointment becomes wall-clock start, zone, minutes and subject', () => {
  expect(meetingRequestFor(appointment, { options: { waitingRoom: true } }, now)).toEqual({
    request: {
      topic: 'Weekly review',
      start: '2026-11-23T09:00:00',
      timeZone: 'Europe/Berlin',
      durationMinutes: 30,
      options: { waitingRoom: true },
    },
    notes: [],
  });
});

describe('times', () => {
  test.each([
    ['that end before they start', { end: appointment.start - 1 }, 'end-before-start'],
    ['that are no times', { end: NaN }, 'end-before-start'],
    ['that are over', { start: now - 7_200_000, end: now }, 'appointment-over'],
  ])('%s are refused', (_, changes, code) => {
    expect(codeOf(() => ask(changes))).toBe(code);
  });

  test('a start that is past, with the end to come, is kept and noted', () => {
    const { request, notes } = ask({ start: at('2026-11-22T11:30:00Z'), end: at('2026-11-22T12:30:00Z') });
    expect(request.start).toBe('2026-11-22T12:30:00');
    expect(notes).toEqual(['start-in-the-past']);
  });

  test('of an appointment that has begun: the meeting ends with it, counted from where Zoom lets it begin', () => {
    const begun = { ...appointment, start: at('2026-11-22T11:30:00Z'), end: at('2026-11-22T12:30:00Z') };
    const minutes = (zoomStart?: number) =>
      meetingRequestFor(begun, { options: {} }, now, zoomStart).request.durationMinutes;
    expect(minutes()).toBe(30);
    expect(minutes(at('2026-11-22T11:30:00Z'))).toBe(60);
    expect(minutes(at('2026-11-22T11:15:00Z'))).toBe(75);
    expect(minutes(at('2026-11-22T13:00:00Z'))).toBe(60);
  });

  test.each([
    ['none is 30 minutes', appointment.start, 30],
    ['a begun minute counts', appointment.start + 60_001, 2],
    ['a second is a minute', appointment.start + 1000, 1],
    ['a day is 1440', appointment.start + 86_400_000, 1440],
  ])('length: %s', (_, end, durationMinutes) => {
    const { request, notes } = ask({ end });
    expect(request.durationMinutes).toBe(durationMinutes);
    expect(notes).toEqual([]);
  });

  test('an all-day appointment is a day from midnight to midnight', () => {
    const { request, notes } = ask({ start: at('2026-11-23T23:00:00Z'), end: at('2026-11-24T23:00:00Z') });
    expect(request).toMatchObject({ start: '2026-11-24T00:00:00', durationMinutes: 1440 });
    expect(notes).toEqual([]);
  });

  test('several days become one, and that is noted', () => {
    const { request, notes } = ask({ end: appointment.start + 3 * 86_400_000 });
    expect(request.durationMinutes).toBe(1440);
    expect(notes).toEqual(['longer-than-a-day']);
  });

  test('the day of 25 hours is one day, the day of 23 as long as it is', () => {
    const long = meetingRequestFor(
      { ...appointment, start: at('2026-10-24T22:00:00Z'), end: at('2026-10-25T23:00:00Z') },
      { options: {} },
      at('2026-10-01T00:00:00Z'),
    );
    expect([long.request.durationMinutes, long.notes]).toEqual([1440, []]);
    const short = meetingRequestFor(
      { ...appointment, start: at('2027-03-27T23:00:00Z'), end: at('2027-03-28T22:00:00Z') },
      { options: {} },
      now,
    );
    expect([short.request.durationMinutes, short.notes]).toEqual([1380, []]);
  });
});

describe('time zones', () => {
  test('in the hour that happens twice are told apart: the second one goes as an instant', () => {
    const startsAt = (iso: string) => ask({ start: at(iso), end: at(iso) + 1_800_000 }).request;
    expect(startsAt('2027-10-31T00:30:00Z')).toMatchObject({ start: '2027-10-31T02:30:00' });
    expect(startsAt('2027-10-31T01:30:00Z')).toMatchObject({
      start: '2027-10-31T01:30:00Z',
      timeZone: 'Europe/Berlin',
    });
    expect(startsAt('2027-10-31T02:30:00Z')).toMatchObject({ start: '2027-10-31T03:30:00' });
  });

  test('an unknown zone becomes UTC at the same instant, and that is noted', () => {
    const { request, notes } = ask({ timeZone: 'Customized Time Zone' });
    expect(request).toMatchObject({ start: '2026-11-23T08:00:00', timeZone: 'UTC' });
    expect(notes).toEqual(['unknown-time-zone']);
  });

  test('UTC is UTC by any name; other zones of no place are not Zoom’s', () => {
    expect(ask({ timeZone: 'UTC' })).toMatchObject({ request: { timeZone: 'UTC' }, notes: [] });
    expect(ask({ timeZone: 'Etc/GMT' })).toMatchObject({ request: { timeZone: 'UTC' }, notes: [] });
    expect(ask({ timeZone: 'UTC-11' })).toMatchObject({
      request: { timeZone: 'UTC' },
      notes: ['unknown-time-zone'],
    });
  });
});

describe('topics', () => {
  test.each([
    ['the chosen one', 'Chosen', 'Subject', 'Chosen'],
    ['the subject where none was chosen', undefined, 'Subject', 'Subject'],
    ['the subject where the choice is blank', ' ', 'Subject', 'Subject'],
    ['a stand-in where both are blank', undefined, ' \u200b ', 'Zoom meeting'],
    [
      'markup as it is',
      undefined,
      '<img src=x onerror=alert(1)> & "more"',
      '<img src=x onerror=alert(1)> & "more"',
    ],
    ['without overrides and control characters', undefined, 'a\u202egnp\r\n\u0000b\ud800', 'agnp b'],
  ])('%s', (_, topic, subject, expected) => {
    expect(ask({ subject }, topic)).toMatchObject({ request: { topic: expected }, notes: [] });
  });

  test('10,000 characters are cut to 200 and that is noted', () => {
    const { request, notes } = ask({ subject: 'long '.repeat(2000) });
    expect(request.topic).toBe('long '.repeat(40).trim());
    expect(notes).toEqual(['topic-shortened']);
  });

  test('a cut does not split a character', () => {
    expect(ask({ subject: `${'x'.repeat(199)}🙂🙂` }).request.topic).toBe('x'.repeat(199));
  });
});

test('whatever the appointment, the request is one that Zoom takes, at the same instant', () => {
  const start = fc.integer({ min: now, max: now + 5e11 }).map((ms) => Math.floor(ms / 1000) * 1000);
  const zone = fc.constantFrom(
    'W. Europe Standard Time',
    'Pacific Standard Time',
    'Nepal Standard Time',
    'Nowhere',
    'UTC+12',
  );
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      start,
      fc.integer({ min: 1, max: 1e9 }),
      zone,
      (subject, from, length, timeZone) => {
        const { request } = ask({ subject, start: from, end: from + length, timeZone });
        expect(MeetingRequest.safeParse(request).success).toBe(true);
        expect(startOf(request)).toBe(from);
      },
    ),
  );
});
