/** Between the product's repetition and Zoom's: by hand, and back again for all that Zoom can hold. */
import fc from 'fast-check';
import type { MeetingRepeats } from '../../src/domain/meeting';
import type { RecurrenceEnd, Rule } from '../../src/domain/recurrence';
import { occurrencesOf } from '../../src/domain/recurrence/expand';
import { meetingRepeatsFor } from '../../src/domain/recurrence/zoomLimits';
import { fromZoomRecurrence, toZoomRecurrence, ZoomRecurrence } from '../../src/zoom/recurrence';
import {
  anyRecurrence,
  count,
  daily,
  monthly,
  never,
  the,
  until,
  weekly,
  workdays,
  yearly,
  zones,
} from '../domain/recurrence/samples';

const series = (rule: Rule, end: RecurrenceEnd): MeetingRepeats => ({ kind: 'series', rule, end });

test.each<[string, Rule, RecurrenceEnd, object]>([
  ['days', daily(3), count(5), { type: 1, repeat_interval: 3, end_times: 5 }],
  ['weekdays', workdays, count(5), { type: 2, repeat_interval: 1, weekly_days: '2,3,4,5,6', end_times: 5 }],
  [
    'Sunday and Tuesday, named in any order',
    weekly(['tuesday', 'sunday'], 2),
    count(5),
    { type: 2, repeat_interval: 2, weekly_days: '1,3', end_times: 5 },
  ],
  ['a date', monthly(23), count(5), { type: 3, repeat_interval: 1, monthly_day: 23, end_times: 5 }],
  [
    'the last Saturday',
    monthly(the('last', 'saturday'), 3),
    count(5),
    { type: 3, repeat_interval: 3, monthly_week: -1, monthly_week_day: 7, end_times: 5 },
  ],
  [
    'the fourth Sunday',
    monthly(the('fourth', 'sunday')),
    count(5),
    { type: 3, repeat_interval: 1, monthly_week: 4, monthly_week_day: 1, end_times: 5 },
  ],
])('%s become a whole recurrence, and come back', (_, rule, end, recurrence) => {
  expect(toZoomRecurrence(series(rule, end), 'Europe/Berlin')).toEqual({ type: 8, recurrence });
  const back = fromZoomRecurrence(8, ZoomRecurrence.parse(recurrence), 'Europe/Berlin');
  expect(back && toZoomRecurrence(back, 'Europe/Berlin')).toEqual({ type: 8, recurrence });
});

test('a single meeting and one without fixed time have no recurrence', () => {
  expect(toZoomRecurrence(undefined, 'UTC')).toEqual({ type: 2 });
  expect(toZoomRecurrence(null, 'UTC')).toEqual({ type: 2 });
  expect(toZoomRecurrence({ kind: 'no-fixed-time' }, 'UTC')).toEqual({ type: 3 });
  expect(fromZoomRecurrence(2, undefined, 'UTC')).toBeNull();
  expect(fromZoomRecurrence(1, undefined, 'UTC')).toBeNull();
  expect(fromZoomRecurrence(3, undefined, 'UTC')).toEqual({ kind: 'no-fixed-time' });
});

describe('a last date', () => {
  test.each([
    ['Europe/Berlin', '2026-12-31', '2026-12-31T22:59:59Z'],
    ['Europe/Berlin', '2026-07-31', '2026-07-31T21:59:59Z'],
    ['America/New_York', '2026-12-31', '2027-01-01T04:59:59Z'],
    ['Asia/Tokyo', '2026-12-31', '2026-12-31T14:59:59Z'],
    ['Australia/Sydney', '2026-12-31', '2026-12-31T12:59:59Z'],
  ])('in %s is %s until its midnight, %s', (zone, date, instant) => {
    const sent = toZoomRecurrence(series(daily(), until(date)), zone);
    expect(sent).toMatchObject({ recurrence: { end_date_time: instant } });
    expect(fromZoomRecurrence(8, { type: 1, repeat_interval: 1, end_date_time: instant }, zone)).toEqual(
      series(daily(), until(date)),
    );
  });

  test('that Zoom’s own page set, at another time of that day, is that day', () => {
    expect(
      fromZoomRecurrence(8, { type: 1, end_date_time: '2026-12-31T08:00:00Z' }, 'Europe/Berlin'),
    ).toEqual(series(daily(), until('2026-12-31')));
  });
});

describe('what Zoom leaves out has its own defaults', () => {
  test.each<[string, ZoomRecurrence, MeetingRepeats]>([
    ['interval and count', { type: 1 }, series(daily(), count(1))],
    ['the day of the week', { type: 2, end_times: 2 }, series(weekly(['sunday']), count(2))],
    ['the day of the month', { type: 3, end_times: 2 }, series(monthly(1), count(2))],
    [
      'the day beside a week',
      { type: 3, monthly_week: 2, end_times: 2 },
      series(monthly(the('second', 'sunday')), count(2)),
    ],
    ['no end by a count of none', { type: 1, end_times: 0 }, series(daily(), never)],
    [
      'nulls',
      { type: 2, repeat_interval: null, weekly_days: null, end_times: null, end_date_time: null },
      series(weekly(['sunday']), count(1)),
    ],
  ])('%s', (_, recurrence, repeats) => {
    expect(fromZoomRecurrence(8, ZoomRecurrence.parse(recurrence), 'UTC')).toEqual(repeats);
  });

  test.each<[string, ZoomRecurrence | undefined]>([
    ['no recurrence at all', undefined],
    ['a type that is not known', { type: 9 }],
    ['days that are none', { type: 2, weekly_days: '8,x' }],
    ['a week that is none', { type: 3, monthly_week: 7, monthly_week_day: 1 }],
    ['a date that is none', { type: 3, monthly_day: 40 }],
  ])('%s is a meeting of whose times nothing is known', (_, recurrence) => {
    expect(fromZoomRecurrence(8, recurrence, 'UTC')).toEqual({ kind: 'no-fixed-time' });
  });
});

test('what Zoom has no word for is refused before it is sent', () => {
  expect(() => toZoomRecurrence(series(yearly(1, 1), count(2)), 'UTC')).toThrow(RangeError);
  expect(() => toZoomRecurrence(series(monthly(the('first', 'workday')), count(2)), 'UTC')).toThrow(
    RangeError,
  );
  expect(() => toZoomRecurrence(series(daily(), never), 'UTC')).toThrow(RangeError);
});

test('all that Zoom can hold comes back with the same occurrences, in every zone', () => {
  fc.assert(
    fc.property(anyRecurrence, fc.constantFrom(...zones), (recurrence, zone) => {
      const [start] = occurrencesOf(recurrence, 1);
      const { repeats } = start === undefined ? {} : meetingRepeatsFor({ ...recurrence, start });
      fc.pre(start !== undefined && repeats?.kind === 'series');
      if (start === undefined || repeats?.kind !== 'series') return;
      const sent = toZoomRecurrence(repeats, zone);
      if (sent.type !== 8) throw new Error('not a series');
      const back = fromZoomRecurrence(8, ZoomRecurrence.parse(sent.recurrence), zone);
      if (back?.kind !== 'series') throw new Error('not a series');
      expect(back.end).toEqual(repeats.end);
      expect(occurrencesOf({ ...back, start }, 60)).toEqual(occurrencesOf({ ...repeats, start }, 60));
    }),
    { numRuns: 100 },
  );
});
