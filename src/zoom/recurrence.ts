/**
 * Between the product's repetition and Zoom's `type` and `recurrence`. Pure.
 *
 * Zoom: types 2 (scheduled), 3 (recurring without fixed time), 8 (recurring with fixed time); within a recurrence
 * types 1 daily, 2 weekly, 3 monthly; days 1 (Sunday) to 7; week -1 is the last. `weekly_days` is a list as text
 * (`"1,3"`): the OpenAPI's enum of single days is wrong, its text is right. Zoom refuses parts of a recurrence, so the
 * whole one is made each time.
 */
import * as z from 'zod';
import type { MeetingRepeats } from '../domain/meeting';
import type { DayInMonth, RecurrenceEnd, Rule, Weekday } from '../domain/recurrence';
import { WEEKDAYS } from '../domain/recurrence/expand';
import { fromWallClock, toIanaTimeZone, toWallClock } from '../domain/timeZone';
import { toInstant } from '../domain/wallClock';

/** Zoom's types of meeting that this product makes. */
export const ZOOM_TYPE = { scheduled: 2, noFixedTime: 3, series: 8 } as const;
export type ZoomType = (typeof ZOOM_TYPE)[keyof typeof ZOOM_TYPE];

/** Zoom may answer null for what does not apply. */
const number = z.int().nullish();

/** Zoom's `recurrence`; what it leaves out has the default that its description names. */
export const ZoomRecurrence = z.object({
  type: z.int(),
  repeat_interval: number,
  weekly_days: z.union([z.string(), z.number().transform(String)]).nullish(),
  monthly_day: number,
  monthly_week: number,
  monthly_week_day: number,
  /** 0: no end. Never beside `end_date_time`. */
  end_times: number,
  /** An instant: no occurrence starts after it. */
  end_date_time: z.string().nullish(),
});
export type ZoomRecurrence = z.infer<typeof ZoomRecurrence>;

/** A recurrence as it is sent. */
export interface ZoomRecurrenceBody {
  readonly type: 1 | 2 | 3;
  readonly repeat_interval: number;
  readonly weekly_days?: string;
  readonly monthly_day?: number;
  readonly monthly_week?: number;
  readonly monthly_week_day?: number;
  readonly end_times?: number;
  readonly end_date_time?: string;
}

/** Zoom's type, and its whole recurrence for a series. */
export type ZoomRepeats =
  | { readonly type: typeof ZOOM_TYPE.scheduled | typeof ZOOM_TYPE.noFixedTime }
  | { readonly type: typeof ZOOM_TYPE.series; readonly recurrence: ZoomRecurrenceBody };

/**
 * What is sent for a repetition that is within Zoom's limits (`domain/recurrence/zoomLimits.ts`).
 *
 * @param timeZone the meeting's IANA zone: a last date ends with that day there
 * Throws a `RangeError` for a pattern that Zoom has no word for (yearly, "first workday").
 */
export function toZoomRecurrence(repeats: MeetingRepeats | null | undefined, timeZone: string): ZoomRepeats {
  if (!repeats) return { type: ZOOM_TYPE.scheduled };
  if (repeats.kind === 'no-fixed-time') return { type: ZOOM_TYPE.noFixedTime };
  return {
    type: ZOOM_TYPE.series,
    recurrence: { ...patternOf(repeats.rule), ...endOf(repeats.end, timeZone) },
  };
}

type Pattern = Omit<ZoomRecurrenceBody, 'end_times' | 'end_date_time'>;

function patternOf(rule: Rule): Pattern {
  switch (rule.frequency) {
    case 'daily':
      return { type: 1, repeat_interval: rule.interval };
    case 'weekly':
      return {
        type: 2,
        repeat_interval: rule.interval,
        weekly_days: rule.days
          .map(numberOf)
          .sort((a, b) => a - b)
          .join(','),
      };
    case 'monthly':
      return { type: 3, repeat_interval: rule.interval, ...monthlyOf(rule.on) };
    case 'yearly':
      throw new RangeError('Zoom has no yearly recurrence');
  }
}

const weeks = { first: 1, second: 2, third: 3, fourth: 4, last: -1 } as const;

function monthlyOf(on: DayInMonth): Pick<Pattern, 'monthly_day' | 'monthly_week' | 'monthly_week_day'> {
  if (on.kind === 'date') return { monthly_day: on.date };
  if (on.day === 'day' || on.day === 'workday' || on.day === 'weekend-day') {
    throw new RangeError(`Zoom has no monthly recurrence on the ${on.which} ${on.day}`);
  }
  return { monthly_week: weeks[on.which], monthly_week_day: numberOf(on.day) };
}

function endOf(
  end: RecurrenceEnd,
  timeZone: string,
): Pick<ZoomRecurrenceBody, 'end_times' | 'end_date_time'> {
  switch (end.kind) {
    case 'count':
      return { end_times: end.count };
    case 'until':
      return { end_date_time: endOfDay(end.date, timeZone) };
    case 'never':
      throw new RangeError('A series in Zoom has an end');
  }
}

const endOfDay = (date: string, timeZone: string): string =>
  toInstant(fromWallClock(`${date}T23:59:59`, timeZone));

/** Sunday is 1. */
const numberOf = (day: Weekday): number => WEEKDAYS.indexOf(day) + 1;

/**
 * How a meeting of Zoom's repeats; null for a single one. A series that cannot be understood is one without fixed
 * time: nothing is known of its times.
 *
 * @param timeZone the meeting's zone, in which its last date is read
 */
export function fromZoomRecurrence(
  type: number,
  recurrence: ZoomRecurrence | null | undefined,
  timeZone: string,
): MeetingRepeats | null {
  if (type === ZOOM_TYPE.noFixedTime) return { kind: 'no-fixed-time' };
  if (type !== ZOOM_TYPE.series) return null;
  const rule = recurrence ? ruleOf(recurrence) : undefined;
  if (!recurrence || !rule) return { kind: 'no-fixed-time' };
  return { kind: 'series', rule, end: endFrom(recurrence, timeZone) };
}

function ruleOf(recurrence: ZoomRecurrence): Rule | undefined {
  const interval = Math.min(Math.max(recurrence.repeat_interval ?? 1, 1), 999);
  switch (recurrence.type) {
    case 1:
      return { frequency: 'daily', interval };
    case 2: {
      const numbers = (recurrence.weekly_days || '1').split(',').map(Number);
      const days = WEEKDAYS.filter((_, index) => numbers.includes(index + 1));
      return days.length === 0 ? undefined : { frequency: 'weekly', interval, days, weekStart: 'sunday' };
    }
    case 3: {
      const on = dayInMonthOf(recurrence);
      return on && { frequency: 'monthly', interval, on };
    }
    default:
      return undefined;
  }
}

function dayInMonthOf(recurrence: ZoomRecurrence): DayInMonth | undefined {
  if (recurrence.monthly_week) {
    const which = (['first', 'second', 'third', 'fourth', 'last'] as const).find(
      (name) => weeks[name] === recurrence.monthly_week,
    );
    const day = WEEKDAYS[(recurrence.monthly_week_day ?? 1) - 1];
    return which && day && { kind: 'weekday', which, day };
  }
  const date = recurrence.monthly_day ?? 1;
  return date >= 1 && date <= 31 ? { kind: 'date', date } : undefined;
}

function endFrom(recurrence: ZoomRecurrence, timeZone: string): RecurrenceEnd {
  const until = Date.parse(recurrence.end_date_time ?? '');
  if (!Number.isNaN(until)) {
    return { kind: 'until', date: toWallClock(until, toIanaTimeZone(timeZone) ?? 'UTC').slice(0, 10) };
  }
  const count = recurrence.end_times ?? 1;
  return count > 0 ? { kind: 'count', count: Math.min(count, 999) } : { kind: 'never' };
}
