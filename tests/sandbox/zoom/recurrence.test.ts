/**
 * The starts of a series, held to a rule that is written down differently: walk through the days from the first one on
 * and take those that fit, at the same time on the wall.
 */
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  expand,
  MOST_OCCURRENCES,
  RecurrenceBody,
  type Recurrence,
} from '../../../src/sandbox/zoom/recurrence';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'UTC',
];
const weekStart = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek % 7 });
const zoomDay = (day: Temporal.PlainDate) => (day.dayOfWeek % 7) + 1;

/** Whether a day is the nth, or the last, of its weekday in its month. */
function isWeek(day: Temporal.PlainDate, week: number): boolean {
  return week === -1 ? day.add({ days: 7 }).month !== day.month : Math.ceil(day.day / 7) === week;
}

function fits(day: Temporal.PlainDate, first: Temporal.PlainDate, recurrence: Recurrence): boolean {
  const { type, repeat_interval: every } = recurrence;
  if (type === 1) return first.until(day, { largestUnit: 'days' }).days % every === 0;
  if (type === 2) {
    const { days } = weekStart(first).until(weekStart(day), { largestUnit: 'days' });
    return (
      (days / 7) % every === 0 && (recurrence.weekly_days ?? '').split(',').includes(String(zoomDay(day)))
    );
  }
  const months = (day.year - first.year) * 12 + day.month - first.month;
  if (months % every !== 0) return false;
  return recurrence.monthly_week === undefined
    ? day.day === recurrence.monthly_day
    : zoomDay(day) === recurrence.monthly_week_day && isWeek(day, recurrence.monthly_week);
}

function walked(recurrence: Recurrence, first: Temporal.PlainDateTime, timeZone: string): number[] {
  const end = recurrence.end_date_time === undefined ? Infinity : Date.parse(recurrence.end_date_time);
  const starts: number[] = [];
  for (let day = first.toPlainDate(); starts.length < (recurrence.end_times ?? MOST_OCCURRENCES + 1);) {
    const start = day.toZonedDateTime({ timeZone, plainTime: first.toPlainTime() }).epochMilliseconds;
    if (start > end) break;
    if (fits(day, first.toPlainDate(), recurrence)) starts.push(start);
    day = day.add({ days: 1 });
  }
  return starts;
}

const end = fc.oneof(
  fc.record({ end_times: fc.integer({ min: 1, max: MOST_OCCURRENCES }) }),
  fc
    .integer({ min: 0, max: 700 })
    .map((days) => ({ end_date_time: new Date(Date.UTC(2026, 10, 1) + days * 86_400_000).toISOString() })),
);
const day = fc.integer({ min: 1, max: 7 });
const pattern = fc.oneof(
  fc.record({ type: fc.constant(1), repeat_interval: fc.integer({ min: 1, max: 90 }) }),
  fc.record({
    type: fc.constant(2),
    repeat_interval: fc.integer({ min: 1, max: 12 }),
    weekly_days: fc.uniqueArray(day, { minLength: 1 }).map((days) => days.join(',')),
  }),
  fc.record({
    type: fc.constant(3),
    repeat_interval: fc.integer({ min: 1, max: 3 }),
    monthly_day: fc.integer({ min: 1, max: 31 }),
  }),
  fc.record({
    type: fc.constant(3),
    repeat_interval: fc.integer({ min: 1, max: 3 }),
    monthly_week: fc.constantFrom(-1, 1, 2, 3, 4),
    monthly_week_day: day,
  }),
);
const recurrence = fc
  .tuple(pattern, end)
  .map(([asked, ending]) => RecurrenceBody.parse({ ...asked, ...ending }));
/** Minutes of day that changes to and from summer time skip and repeat are among them. */
const minute = fc.oneof(fc.constantFrom(30, 120, 150, 1439), fc.integer({ min: 0, max: 1439 }));

describe('the starts of a series', () => {
  it('are those of a walk through the days, on the same wall clock whatever the season', () => {
    fc.assert(
      fc.property(
        recurrence,
        fc.integer({ min: 0, max: 400 }),
        minute,
        fc.constantFrom(...zones),
        (asked, days, minutes, timeZone) => {
          const local = Temporal.PlainDateTime.from('2026-11-01').add({ days, minutes });
          const start = local.toZonedDateTime(timeZone);
          expect(expand(asked, start.epochMilliseconds, timeZone)).toEqual(
            walked(asked, start.toPlainDateTime(), timeZone),
          );
        },
      ),
      { numRuns: 150, seed: 20261125 },
    );
  });

  it('keep nine o’clock across both changes of the clocks', () => {
    const daily = RecurrenceBody.parse({ type: 1, repeat_interval: 60, end_times: 6 });
    const start = Temporal.ZonedDateTime.from('2026-12-01T09:00[Europe/Berlin]').epochMilliseconds;
    const clocks = expand(daily, start, 'Europe/Berlin').map((at) =>
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Berlin').toPlainTime().toString(),
    );
    expect(clocks).toEqual(Array(6).fill('09:00:00'));
  });

  it('move forward where the clock leaves their time out', () => {
    const daily = RecurrenceBody.parse({ type: 1, end_times: 3 });
    const start = Temporal.ZonedDateTime.from('2027-03-27T02:30[Europe/Berlin]').epochMilliseconds;
    expect(expand(daily, start, 'Europe/Berlin').map((at) => new Date(at).toISOString())).toEqual([
      '2027-03-27T01:30:00.000Z',
      '2027-03-28T01:30:00.000Z',
      '2027-03-29T00:30:00.000Z',
    ]);
  });

  it('begin at the start itself, also in the second of two equal hours', () => {
    const daily = RecurrenceBody.parse({ type: 1, end_times: 2 });
    const start = Date.UTC(2026, 9, 25, 1, 30);
    expect(expand(daily, start, 'Europe/Berlin')[0]).toBe(start);
  });
});
