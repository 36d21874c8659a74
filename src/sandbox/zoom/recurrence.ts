/**
 * A series' recurrence as Zoom takes it and answers it, and the starts that it means.
 *
 * Zoom's own pages disagree about limits: the stand-in holds to the strictest (developer guide, "Recurrence object
 * definitions": 90 days, 12 weeks, 3 months; "Get a meeting": at most 50 occurrences) and refuses the rest. It is
 * stricter than the text in two more points: `weekly_days` must be there for a weekly series, the day for a monthly
 * one, and a series without end (`end_times` 0) is refused. Weeks begin on Sunday, which is Zoom's day 1; a month
 * without the day asked for is left out.
 */
import { RRuleTemporal, type Freq } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** A series never has more occurrences. */
export const MOST_OCCURRENCES = 50;

const DAILY = 1;
const WEEKLY = 2;
const MONTHLY = 3;
const widest: Record<1 | 2 | 3, number> = { [DAILY]: 90, [WEEKLY]: 12, [MONTHLY]: 3 };

const dayNumber = z.int().min(1).max(7);
const shape = {
  /** 1 daily, 2 weekly, 3 monthly. */
  type: z.literal([DAILY, WEEKLY, MONTHLY]),
  /** Every so many days, weeks or months. */
  repeat_interval: z.int().min(1),
  /** Days by commas, `1,3` being Sunday and Tuesday. */
  weekly_days: z
    .string()
    .regex(/^[1-7](,[1-7])*$/)
    .optional(),
  monthly_day: z.int().min(1).max(31).optional(),
  /** -1 is the last one. */
  monthly_week: z.literal([-1, 1, 2, 3, 4]).optional(),
  monthly_week_day: dayNumber.optional(),
  end_times: z.int().min(1).max(MOST_OCCURRENCES).optional(),
  /** UTC; an occurrence at this very time still belongs. */
  end_date_time: z.iso.datetime().optional(),
};

/** A recurrence that is complete: what is kept and answered. */
export const Recurrence = z.object(shape);
export type Recurrence = z.infer<typeof Recurrence>;

/** The names of the fields that do not fit the others. */
function misfits(asked: Omit<Recurrence, 'repeat_interval'> & { repeat_interval?: number }): string[] {
  const wrong: string[] = [];
  if ((asked.repeat_interval ?? 1) > widest[asked.type]) wrong.push('repeat_interval');
  if (asked.type === WEEKLY && asked.weekly_days === undefined) wrong.push('weekly_days');
  if (asked.type === MONTHLY) {
    const byWeek = [asked.monthly_week, asked.monthly_week_day].filter((part) => part !== undefined).length;
    if (byWeek === 0 && asked.monthly_day === undefined) wrong.push('monthly_day');
    if (byWeek > 0 && asked.monthly_day !== undefined) wrong.push('monthly_day');
    if (byWeek === 1) wrong.push(asked.monthly_week === undefined ? 'monthly_week' : 'monthly_week_day');
  }
  if (asked.end_times !== undefined && asked.end_date_time !== undefined) wrong.push('end_times');
  return wrong;
}

/** Days by commas, each once and in the week's order. */
const inOrder = (days: string) => [...new Set(days.split(','))].sort().join(',');

/** The `recurrence` of a request, made complete by Zoom's defaults: every one, once. Foreign fields are dropped. */
export const RecurrenceBody = z
  .object({ ...shape, repeat_interval: shape.repeat_interval.optional() })
  .superRefine((asked, context) => {
    for (const field of misfits(asked)) context.addIssue({ code: 'custom', path: [field] });
  })
  .transform((asked): Recurrence => {
    const { type, repeat_interval = 1, end_times, end_date_time } = asked;
    const { weekly_days, monthly_day, monthly_week, monthly_week_day } = asked;
    return {
      type,
      repeat_interval,
      ...(type === WEEKLY && weekly_days !== undefined ? { weekly_days: inOrder(weekly_days) } : {}),
      ...(type === MONTHLY && monthly_day !== undefined ? { monthly_day } : {}),
      ...(type === MONTHLY && monthly_week !== undefined ? { monthly_week, monthly_week_day } : {}),
      ...(end_date_time === undefined ? { end_times: end_times ?? 1 } : { end_date_time }),
    };
  });

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const weekday = (day: number) => weekdays[day - 1] ?? '';

interface Pattern {
  freq: Freq;
  byDay?: string[];
  byMonthDay?: number[];
}

function pattern(recurrence: Recurrence): Pattern {
  switch (recurrence.type) {
    case DAILY:
      return { freq: 'DAILY' };
    case WEEKLY:
      return {
        freq: 'WEEKLY',
        byDay: (recurrence.weekly_days ?? '').split(',').map((day) => weekday(Number(day))),
      };
    case MONTHLY:
      return recurrence.monthly_week === undefined
        ? { freq: 'MONTHLY', byMonthDay: [recurrence.monthly_day ?? 1] }
        : {
            freq: 'MONTHLY',
            byDay: [`${recurrence.monthly_week}${weekday(recurrence.monthly_week_day ?? 1)}`],
          };
  }
}

/** What the clock on a wall in a zone shows at an instant. */
const wallClockAt = (instant: number, timeZone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();

/** The rule over wall clocks, which are handed to the library as if they were UTC: it then skips none of them. */
export function wallClockRule(recurrence: Recurrence, start: number, timeZone: string): RRuleTemporal {
  return new RRuleTemporal({
    ...pattern(recurrence),
    interval: recurrence.repeat_interval,
    ...(recurrence.end_times === undefined ? {} : { count: recurrence.end_times }),
    // Counts only where weeks are left out.
    ...(recurrence.repeat_interval > 1 ? { wkst: 'SU' } : {}),
    tzid: 'UTC',
    dtstart: wallClockAt(start, timeZone).toZonedDateTime('UTC'),
  });
}

/**
 * The starts of a series in UTC milliseconds, in order; the first is the first day at or after `start` that fits. Each
 * has the wall clock of `start` in the zone; one that a change to summer time skips is moved forward, one that occurs
 * twice is the first, but for `start` itself. Stops after one more than a series may have.
 */
export function expand(recurrence: Recurrence, start: number, timeZone: string): number[] {
  const end = recurrence.end_date_time === undefined ? Infinity : Date.parse(recurrence.end_date_time);
  const first = wallClockAt(start, timeZone);
  const starts: number[] = [];
  wallClockRule(recurrence, start, timeZone).all((day) => {
    const wall = wallClockAt(day.epochMilliseconds, 'UTC');
    const next = wall.equals(first) ? start : wall.toZonedDateTime(timeZone).epochMilliseconds;
    if (next > end) return false;
    starts.push(next);
    return starts.length <= MOST_OCCURRENCES;
  });
  return starts;
}
