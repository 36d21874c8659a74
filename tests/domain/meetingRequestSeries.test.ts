/** What is asked of Zoom for a series, and for one occurrence of it. */
import { ProductError } from '../../src/domain/errors';
import { MeetingRequest } from '../../src/domain/meeting';
import { meetingRequestFor, occurrenceRequestFor } from '../../src/domain/meetingRequest';
import type { Recurrence } from '../../src/domain/recurrence';
import { count, daily, mondays, never, until, weekly, yearly } from './recurrence/samples';

const at = (iso: string): number => Date.parse(iso);
const before = at('2026-11-22T12:00:00Z');

const ask = (changes: Partial<Recurrence> = {}, now = before) =>
  meetingRequestFor(
    {
      subject: 'Weekly review',
      start: at('2026-11-23T08:00:00Z'),
      end: at('2026-11-23T08:30:00Z'),
      timeZone: 'Pacific Standard Time',
      repetition: { kind: 'series', recurrence: { ...mondays, ...changes } },
    },
    { options: {} },
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

describe('a series', () => {
  test('is asked for by its own wall clock and zone, not the person’s', () => {
    expect(ask()).toEqual({
      request: {
        topic: 'Weekly review',
        start: '2026-11-23T09:00:00',
        timeZone: 'Europe/Berlin',
        durationMinutes: 30,
        options: {},
        repeats: { kind: 'series', rule: mondays.rule, end: count(10) },
      },
      notes: [],
    });
  });

  test('that Zoom cannot hold becomes a meeting without fixed time, and that is noted', () => {
    const { request, notes } = ask({ rule: yearly(11, 23) });
    expect(request.repeats).toEqual({ kind: 'no-fixed-time' });
    expect(notes).toEqual(['series-yearly']);
    expect(MeetingRequest.safeParse(request).success).toBe(true);
  });

  test('in a zone that nobody knows has no fixed time, since in UTC it would not follow daylight saving', () => {
    const { request, notes } = ask({ timeZone: 'Customized Time Zone' });
    expect(request).toMatchObject({
      start: '2026-11-23T08:00:00',
      timeZone: 'UTC',
      repeats: { kind: 'no-fixed-time' },
    });
    expect(notes).toEqual(['unknown-time-zone']);
    expect(ask({ timeZone: 'UTC-11' }).notes).toEqual(['unknown-time-zone']);
    expect(ask({ timeZone: 'UTC' }).request).toMatchObject({ timeZone: 'UTC', repeats: { kind: 'series' } });
  });

  test('says why the pattern does not fit rather than that the zone is unknown', () => {
    expect(ask({ timeZone: 'Nowhere', end: never }).notes).toEqual(['series-endless']);
  });

  test('without length gets thirty minutes; a whole day is one; several days become one', () => {
    expect(ask({ durationMinutes: 0 }).request.durationMinutes).toBe(30);
    const allDay = ask({ start: '2026-11-23T00:00:00', durationMinutes: 1440 });
    expect([allDay.request.durationMinutes, allDay.notes]).toEqual([1440, []]);
    const days = ask({ start: '2026-11-23T00:00:00', durationMinutes: 2880 });
    expect([days.request.durationMinutes, days.notes]).toEqual([1440, ['longer-than-a-day']]);
  });

  test('starts with its first occurrence where its pattern begins before', () => {
    expect(ask({ start: '2026-11-20T09:00:00' }).request.start).toBe('2026-11-23T09:00:00');
  });

  test('whose first occurrences are over starts with the next, and counts what is left', () => {
    const { request, notes } = ask({}, at('2026-12-08T00:00:00Z'));
    expect(request).toMatchObject({
      start: '2026-12-14T09:00:00',
      repeats: { end: count(7) },
      durationMinutes: 30,
    });
    expect(notes).toEqual([]);
  });

  test('that was too long for Zoom fits when few enough are left', () => {
    const long = { rule: daily(), end: count(60) };
    expect(ask(long).notes).toEqual(['series-too-many']);
    expect(ask(long, at('2026-12-08T00:00:00Z')).request.repeats).toMatchObject({ end: count(45) });
  });

  test('whose last occurrence runs now is a single meeting that ends with it', () => {
    const { request, notes } = ask({}, at('2027-01-25T08:10:00Z'));
    expect(request).toMatchObject({ start: '2027-01-25T09:00:00', durationMinutes: 20 });
    expect(request.repeats).toBeUndefined();
    expect(notes).toEqual(['start-in-the-past']);
  });

  test.each<[string, Partial<Recurrence>, string, string]>([
    ['that is over', {}, '2027-01-25T08:30:00Z', 'appointment-over'],
    ['that ends before it begins', { end: until('2026-11-01') }, '2026-11-22T12:00:00Z', 'end-before-start'],
  ])('%s is refused', (_, changes, now, code) => {
    expect(codeOf(() => ask(changes, at(now)))).toBe(code);
  });

  test('is whole where no time is given', () => {
    expect(ask({}, Number.NEGATIVE_INFINITY).request).toMatchObject({
      start: '2026-11-23T09:00:00',
      repeats: { end: count(10) },
    });
  });
});

describe('one occurrence', () => {
  const occurrence = {
    subject: 'Weekly review',
    start: at('2026-12-08T09:00:00Z'),
    end: at('2026-12-08T09:45:00Z'),
    timeZone: 'Pacific Standard Time',
    repetition: { kind: 'occurrence', seriesId: 'series', recurrence: mondays } as const,
  };

  test('is asked for at its instant', () => {
    expect(occurrenceRequestFor(occurrence, before)).toEqual({
      start: '2026-12-08T09:00:00Z',
      durationMinutes: 45,
    });
  });

  test('that has begun ends with the appointment, counted from its start in Zoom', () => {
    const now = at('2026-12-08T09:30:00Z');
    expect(occurrenceRequestFor(occurrence, now, at('2026-12-08T09:00:00Z')).durationMinutes).toBe(45);
    expect(codeOf(() => occurrenceRequestFor(occurrence, at('2026-12-08T10:00:00Z')))).toBe(
      'appointment-over',
    );
  });

  test('that gets a meeting of its own is asked for like a single appointment', () => {
    const { request } = meetingRequestFor(occurrence, { options: {} }, before);
    expect(request.repeats).toBeUndefined();
    expect(request.durationMinutes).toBe(45);
  });
});

test('every request for a series is one that the backend takes', () => {
  for (const rule of [daily(), weekly(['monday', 'tuesday'], 2), yearly(2, 29)]) {
    for (const end of [never, count(60), until('2028-12-24')]) {
      expect(MeetingRequest.safeParse(ask({ rule, end }).request).success).toBe(true);
    }
  }
});
