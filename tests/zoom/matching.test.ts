import type { MeetingRequest } from '../../src/domain/meeting';
import { candidates, CLOCK_SKEW_MS, detailsAgree, mayBeOurs, sameTopic } from '../../src/zoom/matching';
import { ZoomMeeting, ZoomMeetingRow } from '../../src/zoom/schemas';
import { START, zoomMeeting } from './support';

const request: MeetingRequest = {
  topic: 'Weekly review',
  start: '2026-11-24T09:00:00',
  timeZone: 'Europe/Berlin',
  durationMinutes: 45,
  options: {},
};

const sought = { request, hostId: 'member-1', sentAt: START, now: START + 60_000 };
const at = (milliseconds: number): string => new Date(milliseconds).toISOString();
const row = (changes: Record<string, unknown> = {}): ZoomMeetingRow =>
  ZoomMeetingRow.parse(zoomMeeting({ settings: undefined, password: undefined, ...changes }));

describe('a listed meeting', () => {
  test('that agrees in everything may be the one', () => expect(mayBeOurs(row(), sought)).toBe(true));

  test.each([
    ['hosted by another', { host_id: 'member-2' }],
    ['of another type', { type: 8 }],
    ['of another length', { duration: 46 }],
    ['at another time', { start_time: '2026-11-24T09:00:00Z' }],
    ['about something else', { topic: 'Weekly revue' }],
    ['without start', { start_time: undefined }],
    ['that was never created', { created_at: undefined }],
    ['made before the request was sent', { created_at: at(START - CLOCK_SKEW_MS - 1000) }],
    ['made in the future', { created_at: at(START + 60_000 + CLOCK_SKEW_MS + 1000) }],
  ])('%s is not', (_, changes) => expect(mayBeOurs(row(changes), sought)).toBe(false));

  test.each([
    ['a host who is not told', { host_id: undefined }],
    ['a clock that is behind ours', { created_at: at(START - CLOCK_SKEW_MS) }],
    ['a clock that is ahead of ours', { created_at: at(START + 60_000 + CLOCK_SKEW_MS) }],
    ['another name for the zone', { timezone: 'Europe/Vienna' }],
    ['the start written with an offset', { start_time: '2026-11-24T09:00:00+01:00' }],
  ])('may be, with %s', (_, changes) => expect(mayBeOurs(row(changes), sought)).toBe(true));

  test('that Zoom started at its creation, because its start had passed, may be', () => {
    const past = { ...sought, request: { ...request, start: '2026-11-23T08:30:00' } }; // 07:30 UTC, half an hour ago
    const created = { created_at: at(START + 1000) };
    expect(mayBeOurs(row({ ...created, start_time: at(START + 1000) }), past)).toBe(true);
    expect(mayBeOurs(row({ ...created, start_time: at(START) }), past)).toBe(true);
    expect(mayBeOurs(row({ ...created, start_time: '2026-11-23T07:30:00Z' }), past)).toBe(true);
    expect(mayBeOurs(row({ ...created, start_time: at(START + 3_600_000) }), past)).toBe(false);
  });

  test('that starts now is not one that was asked for tomorrow', () => {
    expect(mayBeOurs(row({ start_time: at(START + 1000) }), sought)).toBe(false);
  });

  test('in the hour that daylight saving skips or repeats may start at either instant', () => {
    const skipped = { ...sought, request: { ...request, start: '2027-03-28T02:30:00' } };
    const repeated = { ...sought, request: { ...request, start: '2027-10-31T02:30:00' } };
    for (const start_time of ['2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z']) {
      expect(mayBeOurs(row({ start_time }), skipped)).toBe(true);
    }
    for (const start_time of ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z']) {
      expect(mayBeOurs(row({ start_time }), repeated)).toBe(true);
    }
    expect(mayBeOurs(row({ start_time: '2027-10-31T02:30:00Z' }), repeated)).toBe(false);
    const second = { ...sought, request: { ...request, start: '2027-10-31T01:30:00Z' } };
    expect(mayBeOurs(row({ start_time: '2027-10-31T01:30:00Z' }), second)).toBe(true);
    expect(mayBeOurs(row({ start_time: '2027-10-31T00:30:00Z' }), second)).toBe(false);
  });

  test('is never taken for one in a zone that nobody here knows', () => {
    expect(mayBeOurs(row(), { ...sought, request: { ...request, timeZone: 'Mars/Olympus' } })).toBe(false);
  });
});

describe('a topic', () => {
  test.each([
    ['  Weekly   review ', 'Weekly review'],
    ['Weekly review', 'Weekly\u202E review\u0007'],
    ['Weekly review', '<b>Weekly</b> review'.replace(/<\/?b>/g, '\u200B')],
    ['Cafe\u0301', 'Café'],
    ['A &amp B'.replace('&amp', '&'), 'A  &  B'],
    ['***', ' *** '],
  ])('"%s" is "%s" after Zoom has tidied it', (theirs, ours) => expect(sameTopic(theirs, ours)).toBe(true));

  test.each([
    ['Weekly review 2', 'Weekly review'],
    ['週次レビュー', '月次レビュー'],
    ['***', '---'],
    ['', 'Weekly review'],
  ])('"%s" is not "%s"', (theirs, ours) => expect(sameTopic(theirs, ours)).toBe(false));
});

describe('several candidates', () => {
  test('come with the exact topic first, then in the order of their making', () => {
    const rows = [
      row({ id: 10000001, topic: 'Weekly  review', created_at: at(START) }),
      row({ id: 10000002, created_at: at(START + 2000) }),
      row({ id: 10000003, created_at: at(START + 1000) }),
      row({ id: 10000004, duration: 30 }),
    ];
    expect(candidates(rows, sought).map(({ id }) => id)).toEqual(['10000003', '10000002', '10000001']);
  });
});

describe('the details of a candidate', () => {
  const meeting = (password: string) => ZoomMeeting.parse(zoomMeeting({ password }));

  test('must have the passcode that was asked for', () => {
    const asking = { ...request, options: { passcode: 'a1b2c3' } };
    expect(detailsAgree(meeting('a1b2c3'), asking)).toBe(true);
    expect(detailsAgree(meeting('other'), asking)).toBe(false);
  });

  test('may have any when none was asked for', () => {
    expect(detailsAgree(meeting('made-up'), request)).toBe(true);
    expect(detailsAgree(meeting('forced'), { ...request, options: { passcode: '' } })).toBe(true);
  });
});

describe('a listed series', () => {
  const weekly: MeetingRequest = {
    ...request,
    repeats: {
      kind: 'series',
      rule: { frequency: 'weekly', interval: 1, days: ['tuesday'], weekStart: 'sunday' },
      end: { kind: 'count', count: 2 },
    },
  };
  const soughtSeries = { ...sought, request: weekly };
  const recurrence = { type: 2, repeat_interval: 1, weekly_days: '3', end_times: 2 };
  const first = Date.parse('2026-11-24T08:00:00Z');
  const details = (start: number) =>
    ZoomMeeting.parse(
      zoomMeeting({
        type: 8,
        recurrence,
        occurrences: [
          { occurrence_id: String(start), start_time: at(start), duration: 45, status: 'available' },
        ],
      }),
    );

  test('may be the one, whichever occurrence the list shows', () => {
    expect(mayBeOurs(row({ type: 8, start_time: '2026-12-01T08:00:00Z' }), soughtSeries)).toBe(true);
    expect(mayBeOurs(row({ type: 2 }), soughtSeries)).toBe(false);
    expect(mayBeOurs(row({ type: 8, duration: 30 }), soughtSeries)).toBe(false);
  });

  test('is looked at once, however many of its occurrences are listed', () => {
    const rows = [1, 2, 3].map((day) => row({ type: 8, start_time: `2026-12-0${day}T08:00:00Z` }));
    expect(candidates(rows, soughtSeries)).toHaveLength(1);
  });

  test('is the one when it begins as asked', () => {
    expect(detailsAgree(details(first), weekly)).toBe(true);
    expect(detailsAgree(details(first + 3_600_000), weekly)).toBe(false);
  });

  test('without fixed time needs neither start nor length', () => {
    const anyTime = { ...sought, request: { ...request, repeats: { kind: 'no-fixed-time' as const } } };
    expect(mayBeOurs(row({ type: 3, start_time: undefined, duration: 0 }), anyTime)).toBe(true);
    expect(mayBeOurs(row({ type: 8 }), anyTime)).toBe(false);
  });
});

test('a meeting for somebody else is that person’s', () => {
  const forChair = { ...request, options: { scheduleFor: 'Chair@example.test' } };
  const listed = row({ host_id: 'member-2' });
  expect(mayBeOurs(listed, { ...sought, request: forChair })).toBe(true);
  expect(detailsAgree(ZoomMeeting.parse(zoomMeeting({ host_email: 'chair@example.test' })), forChair)).toBe(
    true,
  );
  expect(detailsAgree(ZoomMeeting.parse(zoomMeeting()), forChair)).toBe(false);
});
