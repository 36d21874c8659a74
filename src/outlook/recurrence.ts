/**
 * Between Office.js's recurrence pattern and the domain's recurrence. Pure.
 *
 * A pattern is read leniently: its `seriesTime` may be Office.js's object with methods, whose dates are texts, or the
 * plain fields that hosts send (months from 1); names may be in any case. What is written is what every build of
 * Office.js accepts. Office.js knows an end by date or none, so a count is written as the date of the last occurrence.
 * On the web, a pattern read from one occurrence has that occurrence's time of day (office-js issue 6276).
 */
import * as z from 'zod/mini';
import { Recurrence } from '../domain/recurrence';
import type { DayInMonth, Rule, Weekday } from '../domain/recurrence';
import { occurrencesOf, WEEKDAYS, WORKDAYS } from '../domain/recurrence/expand';
import { lastStartOf } from '../domain/recurrence/toCome';
import { toWindowsTimeZone } from '../domain/timeZone';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** Exchange says "never" by a date in the year 4500. */
const NEVER_YEAR = 4500;

const name = z.nullish(z.string());
const number = z.nullish(z.number());

const Properties = z.object({
  interval: number,
  dayOfMonth: number,
  dayOfWeek: name,
  days: z.nullish(z.array(z.string())),
  weekNumber: name,
  month: name,
  firstDayOfWeek: name,
});
type Properties = z.infer<typeof Properties>;

const Pattern = z.object({
  recurrenceType: z.string(),
  recurrenceProperties: z.nullish(Properties),
  recurrenceTimeZone: z.nullish(z.object({ name })),
  seriesTime: z.unknown(),
  seriesTimeJson: z.unknown(),
});

/** The plain fields of a series' times, by both of their names; months from 1, zeros for "never". */
const PlainTimes = z.object({
  startYear: z.number(),
  startMonth: z.number(),
  startDay: z.number(),
  endYear: number,
  endMonth: number,
  endDay: number,
  startTimeMin: number,
  startTimeMinutes: number,
  durationMin: number,
  durationMinutes: number,
});

interface Times {
  /** `YYYY-MM-DD`. */
  readonly startDate: string;
  readonly endDate: string | undefined;
  /** `HH:mm`. */
  readonly startTime: string;
  readonly durationMinutes: number;
}

/**
 * The recurrence that a pattern means, its start moved to its first occurrence; undefined for a pattern that nobody
 * knows.
 *
 * @param otherwiseZone the zone where the pattern names none
 */
export function recurrenceFrom(pattern: unknown, otherwiseZone: string): Recurrence | undefined {
  const parsed = Pattern.safeParse(pattern);
  if (!parsed.success) return undefined;
  const { recurrenceType, recurrenceProperties, recurrenceTimeZone, seriesTime, seriesTimeJson } =
    parsed.data;
  const times = timesOf(seriesTime ?? seriesTimeJson);
  const rule = ruleFrom(recurrenceType.toLowerCase(), recurrenceProperties ?? {});
  if (!times || !rule) return undefined;
  const found = Recurrence.safeParse({
    rule,
    end: times.endDate === undefined ? { kind: 'never' } : { kind: 'until', date: times.endDate },
    start: `${times.startDate}T${times.startTime}:00`,
    durationMinutes: times.durationMinutes,
    timeZone: recurrenceTimeZone?.name || otherwiseZone,
  });
  if (!found.success) return undefined;
  const [first = found.data.start] = occurrencesOf(found.data, 1);
  return { ...found.data, start: first };
}

function timesOf(series: unknown): Times | undefined {
  if (typeof series !== 'object' || series === null) return undefined;
  return typeof Reflect.get(series, 'getStartDate') === 'function' ? askedTimes(series) : plainTimes(series);
}

function askedTimes(series: object): Times | undefined {
  const startDate = dateFrom(answerOf(series, 'getStartDate'));
  const startTime = /^T?(\d\d):(\d\d)/.exec(String(answerOf(series, 'getStartTime')));
  if (startDate === undefined || !startTime) return undefined;
  return {
    startDate,
    endDate: endDateOf(dateFrom(answerOf(series, 'getEndDate'))),
    startTime: `${startTime[1]}:${startTime[2]}`,
    durationMinutes: wholeMinutes(answerOf(series, 'getDuration')),
  };
}

/** Some builds throw when they are asked for an end that is not there. */
function answerOf(series: object, method: string): unknown {
  const ask: unknown = Reflect.get(series, method);
  try {
    return typeof ask === 'function' ? Reflect.apply(ask, series, []) : undefined;
  } catch {
    return undefined;
  }
}

function plainTimes(series: object): Times | undefined {
  const parsed = PlainTimes.safeParse(series);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const minutes = wholeMinutes(data.startTimeMin ?? data.startTimeMinutes);
  return {
    startDate: dateText(data.startYear, data.startMonth, data.startDay),
    endDate: data.endYear
      ? endDateOf(dateText(data.endYear, data.endMonth ?? 0, data.endDay ?? 0))
      : undefined,
    startTime: `${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`,
    durationMinutes: wholeMinutes(data.durationMin ?? data.durationMinutes),
  };
}

const padded = (value: number, length = 2): string => String(value).padStart(length, '0');
const dateText = (year: number, month: number, day: number): string =>
  `${padded(year, 4)}-${padded(month)}-${padded(day)}`;

function dateFrom(text: unknown): string | undefined {
  const parts = /^(\d{4})-(\d\d?)-(\d\d?)/.exec(typeof text === 'string' ? text : '');
  return parts ? dateText(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

const endDateOf = (date: string | undefined): string | undefined =>
  date !== undefined && Number(date.slice(0, 4)) < NEVER_YEAR ? date : undefined;

const wholeMinutes = (minutes: unknown): number =>
  typeof minutes === 'number' && minutes > 0 ? Math.ceil(minutes) : 0;

/** Undefined, or a rule that still has to be checked. */
function ruleFrom(type: string, properties: Partial<Properties>): unknown {
  const interval = properties.interval ?? 1;
  switch (type) {
    case 'daily':
      return { frequency: 'daily', interval };
    case 'weekday':
      return { frequency: 'weekly', interval: 1, days: WORKDAYS, weekStart: weekStartOf(properties) };
    case 'weekly': {
      const named = (properties.days ?? []).map(dayNamed);
      const days = WEEKDAYS.filter((day) => named.includes(day));
      return { frequency: 'weekly', interval, days, weekStart: weekStartOf(properties) };
    }
    case 'monthly':
      return { frequency: 'monthly', interval, on: onFrom(properties) };
    case 'yearly': {
      const month = months.findIndex((each) => each === properties.month?.toLowerCase()) + 1;
      return { frequency: 'yearly', interval, month, on: onFrom(properties) };
    }
    default:
      return undefined;
  }
}

function onFrom({ dayOfMonth, dayOfWeek, weekNumber }: Partial<Properties>): unknown {
  if (dayOfMonth) return { kind: 'date', date: dayOfMonth };
  const day = dayOfWeek?.toLowerCase() ?? '';
  return {
    kind: 'weekday',
    which: weekNumber?.toLowerCase(),
    day:
      day === 'day'
        ? 'day'
        : day === 'weekday'
          ? 'workday'
          : day === 'weekendday'
            ? 'weekend-day'
            : dayNamed(day),
  };
}

const dayNamed = (text: string): Weekday | undefined =>
  WEEKDAYS.find((day) => shortName(day) === text.toLowerCase());

const shortName = (day: Weekday): string => day.slice(0, 3);

const weekStartOf = ({ firstDayOfWeek }: Partial<Properties>): Weekday =>
  dayNamed(firstDayOfWeek ?? '') ?? 'sunday';

/** What is handed to Office.js. */
export interface OfficePattern {
  readonly recurrenceType: string;
  readonly recurrenceProperties: Office.RecurrenceProperties;
  readonly recurrenceTimeZone: Office.RecurrenceTimeZone;
  readonly seriesTime: Office.SeriesTime;
}

/** @param seriesTime a fresh `Office.SeriesTime`, which is filled */
export function patternFor(recurrence: Recurrence, seriesTime: Office.SeriesTime): OfficePattern {
  const { rule, start } = recurrence;
  seriesTime.setStartDate(start.slice(0, 10));
  seriesTime.setStartTime(Number(start.slice(11, 13)), Number(start.slice(14, 16)));
  // Office.js takes no series without length.
  seriesTime.setDuration(Math.max(recurrence.durationMinutes, 1));
  const last = lastStartOf(recurrence);
  if (last !== undefined) seriesTime.setEndDate(last.slice(0, 10));
  return {
    recurrenceType: rule.frequency,
    recurrenceProperties: propertiesOf(rule),
    recurrenceTimeZone: {
      name: toWindowsTimeZone(recurrence.timeZone, Date.parse(`${start}Z`)) ?? recurrence.timeZone,
    },
    seriesTime,
  };
}

function propertiesOf(rule: Rule): Office.RecurrenceProperties {
  const { interval } = rule;
  switch (rule.frequency) {
    case 'daily':
      return { interval };
    case 'weekly':
      return { interval, days: rule.days.map(shortName), firstDayOfWeek: shortName(rule.weekStart) };
    case 'monthly':
      return { interval, ...placeInMonth(rule.on) };
    case 'yearly':
      return { interval, ...monthName(rule.month), ...placeInMonth(rule.on) };
  }
}

const monthName = (month: number): { month?: string } => {
  const found = months[month - 1];
  return found === undefined ? {} : { month: found };
};

function placeInMonth(on: DayInMonth): Partial<Office.RecurrenceProperties> {
  if (on.kind === 'date') return { dayOfMonth: on.date };
  return { weekNumber: on.which, dayOfWeek: dayName(on.day) };
}

function dayName(day: Extract<DayInMonth, { kind: 'weekday' }>['day']): string {
  switch (day) {
    case 'day':
      return 'day';
    case 'workday':
      return 'weekday';
    case 'weekend-day':
      return 'weekendDay';
    default:
      return shortName(day);
  }
}
