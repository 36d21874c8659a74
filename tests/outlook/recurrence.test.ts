/** Between Office.js's patterns and the domain's recurrence, and from there to Zoom's and all the way back. */
import fc from 'fast-check';
import type { Recurrence } from '../../src/domain/recurrence';
import { occurrencesOf } from '../../src/domain/recurrence/expand';
import { sameSeries } from '../../src/domain/recurrence/same';
import { meetingRepeatsFor } from '../../src/domain/recurrence/zoomLimits';
import { toIanaTimeZone } from '../../src/domain/timeZone';
import { patternFor, recurrenceFrom } from '../../src/outlook/recurrence';
import { fromZoomRecurrence, toZoomRecurrence } from '../../src/zoom/recurrence';
import {
  anyRecurrence,
  count,
  daily,
  mondays,
  monthly,
  never,
  the,
  until,
  weekly,
  workdays,
  yearly,
} from '../domain/recurrence/samples';
import { SeriesTime } from './support/seriesTime';

const zone = 'W. Europe Standard Time';

/** Half an hour at 9:00 from a date on, until another. */
function times(start: string, end?: string): SeriesTime {
  const made = new SeriesTime();
  made.setStartDate(start);
  if (end !== undefined) made.setEndDate(end);
  made.setStartTime(9, 0);
  made.setDuration(30);
  return made;
}

const read = (
  recurrenceType: string,
  recurrenceProperties: unknown,
  seriesTime: unknown = times('2026-11-01'),
) =>
  recurrenceFrom(
    { recurrenceType, recurrenceProperties, recurrenceTimeZone: { name: zone }, seriesTime },
    '',
  );

describe('reading', () => {
  test.each<[string, string, unknown, Recurrence['rule'], string]>([
    ['daily', 'daily', { interval: 3 }, daily(3), '2026-11-01'],
    ['every weekday', 'weekday', { interval: 1, days: null }, workdays, '2026-11-02'],
    [
      'weekly',
      'weekly',
      { interval: 2, days: ['thu', 'tue'], firstDayOfWeek: 'mon' },
      weekly(['tuesday', 'thursday'], 2, 'monday'),
      '2026-11-10',
    ],
    [
      'names in another case',
      'Weekly',
      { interval: 1, days: ['Tue'], firstDayOfWeek: 'Sun' },
      weekly(['tuesday']),
      '2026-11-03',
    ],
    ['monthly by date', 'monthly', { interval: 1, dayOfMonth: 15 }, monthly(15), '2026-11-15'],
    [
      'monthly by weekday',
      'monthly',
      { interval: 3, dayOfMonth: 0, dayOfWeek: 'fri', weekNumber: 'last' },
      monthly(the('last', 'friday'), 3),
      '2026-11-27',
    ],
    [
      'the first workday',
      'monthly',
      { interval: 1, dayOfWeek: 'weekday', weekNumber: 'first' },
      monthly(the('first', 'workday')),
      '2026-11-02',
    ],
    [
      'the second weekend day',
      'monthly',
      { interval: 1, dayOfWeek: 'weekendDay', weekNumber: 'second' },
      monthly(the('second', 'weekend-day')),
      '2026-11-07',
    ],
    [
      'the last day',
      'monthly',
      { interval: 1, dayOfWeek: 'day', weekNumber: 'last' },
      monthly(the('last', 'day')),
      '2026-11-30',
    ],
    ['yearly by date', 'yearly', { interval: 1, month: 'nov', dayOfMonth: 23 }, yearly(11, 23), '2026-11-23'],
    [
      'yearly by weekday',
      'yearly',
      { interval: 1, month: 'dec', dayOfWeek: 'sun', weekNumber: 'fourth' },
      yearly(12, the('fourth', 'sunday')),
      '2026-12-27',
    ],
  ])('%s, its start moved to the first occurrence', (_, type, properties, rule, first) => {
    expect(read(type, properties)).toEqual({
      rule,
      end: never,
      start: `${first}T09:00:00`,
      durationMinutes: 30,
      timeZone: zone,
    });
  });

  test('every way in which hosts tell the times of a series', () => {
    const plain = { startYear: 2026, startMonth: 11, startDay: 2, startTimeMin: 540, durationMin: 30 };
    const tellings: unknown[] = [
      { seriesTime: times('2026-11-02', '2026-12-05') },
      { seriesTimeJson: { ...plain, endYear: 2026, endMonth: 12, endDay: 5 } },
      {
        seriesTime: {
          ...{ startYear: 2026, startMonth: 11, startDay: 2, endYear: 2026, endMonth: 12, endDay: 5 },
          ...{ startTimeMinutes: 540, durationMinutes: 30 },
        },
      },
      {
        seriesTime: {
          getStartDate: () => '2026-11-2',
          getEndDate: () => '2026-12-5',
          getStartTime: () => 'T09:00:00:000',
          getDuration: () => 30,
        },
      },
    ];
    for (const told of tellings) {
      expect(
        recurrenceFrom(
          Object.assign({ recurrenceType: 'daily', recurrenceProperties: { interval: 1 } }, told),
          'Tokyo Standard Time',
        ),
      ).toEqual({
        rule: daily(),
        end: until('2026-12-05'),
        start: '2026-11-02T09:00:00',
        durationMinutes: 30,
        timeZone: 'Tokyo Standard Time',
      });
    }
  });

  test.each<[string, unknown]>([
    ['nothing', times('2026-11-02')],
    [
      'zeros',
      { startYear: 2026, startMonth: 11, startDay: 2, endYear: 0, endMonth: 0, endDay: 0, startTimeMin: 540 },
    ],
    ['a date in the year 4500', times('2026-11-02', '4500-09-01')],
    [
      'an error',
      {
        getStartDate: () => '2026-11-02',
        getStartTime: () => 'T09:00:00.000',
        getDuration: () => 30,
        getEndDate: () => {
          throw new TypeError('no end');
        },
      },
    ],
  ])('no end is said by %s', (_, seriesTime) => {
    expect(read('daily', { interval: 1 }, seriesTime)?.end).toEqual(never);
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['text', 'weekly'],
    [
      'an unknown type',
      { recurrenceType: 'hourly', recurrenceProperties: { interval: 1 }, seriesTime: times('2026-11-02') },
    ],
    ['no times', { recurrenceType: 'daily', recurrenceProperties: { interval: 1 } }],
    [
      'times that are none',
      {
        recurrenceType: 'daily',
        recurrenceProperties: { interval: 1 },
        seriesTime: { getStartDate: () => null },
      },
    ],
    [
      'weekly without a day',
      {
        recurrenceType: 'weekly',
        recurrenceProperties: { interval: 1, days: [] },
        seriesTime: times('2026-11-02'),
      },
    ],
    [
      'monthly without a day',
      { recurrenceType: 'monthly', recurrenceProperties: { interval: 1 }, seriesTime: times('2026-11-02') },
    ],
    [
      'yearly without a month',
      {
        recurrenceType: 'yearly',
        recurrenceProperties: { interval: 1, dayOfMonth: 1 },
        seriesTime: times('2026-11-02'),
      },
    ],
    [
      'no step',
      { recurrenceType: 'daily', recurrenceProperties: { interval: 0 }, seriesTime: times('2026-11-02') },
    ],
  ])('%s is no pattern that anybody knows', (_, pattern) => {
    expect(recurrenceFrom(pattern, zone)).toBeUndefined();
  });
});

describe('writing', () => {
  test('times, days and zone by Outlook’s names', () => {
    const seriesTime = new SeriesTime();
    const pattern = patternFor(
      { ...mondays, rule: weekly(['monday', 'friday'], 2, 'monday'), end: until('2027-03-31') },
      seriesTime,
    );
    expect(pattern).toEqual({
      recurrenceType: 'weekly',
      recurrenceProperties: { interval: 2, days: ['mon', 'fri'], firstDayOfWeek: 'mon' },
      recurrenceTimeZone: { name: zone },
      seriesTime,
    });
    expect([seriesTime.getStartDate(), seriesTime.getStartTime(), seriesTime.getDuration()]).toEqual([
      '2026-11-23',
      'T09:00:00.000',
      30,
    ]);
  });

  test('a count as the date of its last occurrence, no end as none', () => {
    const counted = new SeriesTime();
    patternFor({ ...mondays, end: count(3) }, counted);
    expect(counted.getEndDate()).toBe('2026-12-07');
    const endless = new SeriesTime();
    patternFor({ ...mondays, end: never }, endless);
    expect(endless.getEndDate()).toBeNull();
  });

  test.each([
    ['Europe/Berlin', '', 'W. Europe Standard Time'],
    ['Europe/Vienna', 'Romance Standard Time', 'Romance Standard Time'],
    ['America/Detroit', 'W. Europe Standard Time', 'Eastern Standard Time'],
    ['Tokyo Standard Time', 'Korea Standard Time', 'Tokyo Standard Time'],
    ['Custom', 'Tokyo Standard Time', 'Custom'],
  ])('the zone %s, for a person in %j, as %s', (timeZone, mine, name) => {
    const pattern = patternFor({ ...mondays, timeZone }, new SeriesTime(), mine);
    expect(pattern.recurrenceTimeZone).toEqual({ name });
  });

  test('a length that Outlook takes', () => {
    const seriesTime = new SeriesTime();
    patternFor({ ...mondays, durationMinutes: 0 }, seriesTime);
    expect(seriesTime.getDuration()).toBe(1);
  });
});

describe('there and back', () => {
  const rewritten = (recurrence: Recurrence) =>
    recurrenceFrom(patternFor(recurrence, new SeriesTime()), 'nowhere');

  test('Outlook keeps the same occurrences of any series that has some', () => {
    fc.assert(
      fc.property(anyRecurrence, (recurrence) => {
        const [start] = occurrencesOf(recurrence, 1);
        if (start === undefined) return;
        const series = { ...recurrence, start };
        const back = rewritten(series);
        expect(back).toMatchObject({ rule: series.rule, start, durationMinutes: series.durationMinutes });
        expect(back && toIanaTimeZone(back.timeZone)).toBe(series.timeZone);
        expect(back && sameSeries(back, series)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('from Outlook to Zoom and back to Outlook, what Zoom can hold stays the same', () => {
    const held = anyRecurrence
      .map((recurrence) => ({ ...recurrence, start: occurrencesOf(recurrence, 1)[0] ?? '' }))
      .filter(({ start }) => start !== '')
      .filter((recurrence) => meetingRepeatsFor(recurrence).repeats.kind === 'series');
    fc.assert(
      fc.property(held, (recurrence) => {
        const inOutlook = rewritten(recurrence);
        if (!inOutlook) throw new Error('not read');
        const ianaZone = toIanaTimeZone(inOutlook.timeZone) ?? '';
        const sent = toZoomRecurrence(meetingRepeatsFor(inOutlook).repeats, ianaZone);
        if (sent.type !== 8) throw new Error('not a series');
        const inZoom = fromZoomRecurrence(8, sent.recurrence, ianaZone);
        if (inZoom?.kind !== 'series') throw new Error('not a series');
        const again = rewritten({ ...inOutlook, rule: inZoom.rule, end: inZoom.end, timeZone: ianaZone });
        expect(again && sameSeries(again, recurrence)).toBe(true);
        expect(again?.durationMinutes).toBe(recurrence.durationMinutes);
      }),
      { numRuns: 100 },
    );
  });
});
