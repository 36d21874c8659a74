/**
 * Between Office.js's recurrence pattern and the domain's recurrence. Pure.
 *
 * A pattern is read leniently: names may be in any case, and its times are an object with methods or plain fields
 * (`seriesTime.ts`). What is written is what every build of Office.js accepts. Office.js knows an end by date or none,
 * so a count is written as the date of the last occurrence.
 * On the web, a pattern read from one occurrence has that occurrence's time of day (office-js issue 6276).
 */
import * as z from 'zod/mini';
import { Recurrence } from '../domain/recurrence';
import type { DayInMonth, Rule, Weekday } from '../domain/recurrence';
import { occurrencesOf, WEEKDAYS, WORKDAYS } from '../domain/recurrence/expand';
import { lastStartOf } from '../domain/recurrence/toCome';
import { toWindowsTimeZone } from '../domain/timeZone';
import { seriesTimesOf } from './seriesTime';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

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
  seriesTime: z.optional(z.unknown()),
  seriesTimeJson: z.optional(z.unknown()),
});

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
  const times = seriesTimesOf(seriesTime ?? seriesTimeJson);
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
  readonly seriesTime: SeriesTimeWriter;
}

/** What of Office.js's object is needed to write the times of a series. */
export type SeriesTimeWriter = Pick<
  Office.SeriesTime,
  'setStartDate' | 'setStartTime' | 'setDuration' | 'setEndDate'
>;

/**
 * The pattern that is written for a recurrence.
 *
 * @param seriesTime a fresh `Office.SeriesTime`, which is filled
 * @param personsZone taken where its clocks are those of the recurrence's zone, so that the form shows a familiar name
 */
export function patternFor(
  recurrence: Recurrence,
  seriesTime: SeriesTimeWriter,
  personsZone = '',
): OfficePattern {
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
      name:
        toWindowsTimeZone(recurrence.timeZone, Date.parse(`${start}Z`), personsZone) ?? recurrence.timeZone,
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
