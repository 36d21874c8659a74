/**
 * Calls on the recurrence, and its shape on the wire: what `Office.Recurrence` sends, and reads back from the host.
 *
 * Office.js checks most of a pattern before it sends it; what it lets through is judged here, with Outlook's codes.
 * The wire has no number of occurrences: a series that ends after so many is told with the date of its last one.
 */
import * as z from 'zod';
import type { DayInMonth, Recurrence, Rule, Weekday } from '../../../../domain/recurrence';
import {
  datesOf,
  mostOccurrences,
  slotOn,
  startingOnPattern,
  zoneOf,
} from '../../../../helper/embedded/series';
import { errorCode } from '../protocol';
import { isWindowsZone, offsetAt } from '../time-zones';
import { defineCall, done } from './call';

const days = {
  sun: 'sunday',
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
} as const;
const dayGroups = { day: 'day', weekday: 'workday', weekendDay: 'weekend-day' } as const;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const workdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const week: readonly Weekday[] = ['sunday', ...workdays, 'saturday'];

const DayName = z.enum(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']);
const GroupName = z.enum(['day', 'weekday', 'weekendDay']);
const Which = z.enum(['first', 'second', 'third', 'fourth', 'last']);
const Interval = z.number().int().min(1).max(999);
const OnDate = z.object({ dayOfMonth: z.number().int().min(1).max(31) });
const OnWeekday = z.object({ weekNumber: Which, dayOfWeek: z.union([DayName, GroupName]) });
const OnDay = z.union([OnDate, OnWeekday]);

/** `recurrenceType` with its `recurrenceProperties`; what belongs to another type is ignored, as Outlook does. */
const Pattern = z.discriminatedUnion('recurrenceType', [
  z.object({ recurrenceType: z.literal('daily'), recurrenceProperties: z.object({ interval: Interval }) }),
  z.object({ recurrenceType: z.literal('weekday') }),
  z.object({
    recurrenceType: z.literal('weekly'),
    recurrenceProperties: z.object({
      interval: Interval,
      days: z.array(DayName).min(1),
      firstDayOfWeek: DayName.nullish(),
    }),
  }),
  z.object({
    recurrenceType: z.literal('monthly'),
    recurrenceProperties: OnDay.and(z.object({ interval: Interval })),
  }),
  z.object({
    recurrenceType: z.literal('yearly'),
    recurrenceProperties: OnDay.and(z.object({ interval: Interval, month: z.enum(months) })),
  }),
]);
type Pattern = z.infer<typeof Pattern>;

/** Dates as numbers, the time as minutes of the day; a series without end has `noEndDate` and no end. */
const SeriesTime = z.object({
  startYear: z.number().int().min(1601).max(4500),
  startMonth: z.number().int().min(1).max(12),
  startDay: z.number().int().min(1).max(31),
  endYear: z.number().int().min(1601).max(4500).optional(),
  endMonth: z.number().int().min(1).max(12).optional(),
  endDay: z.number().int().min(1).max(31).optional(),
  noEndDate: z.boolean().optional(),
  startTimeMin: z.number().int().min(0).max(1439),
  durationMin: z.number().int().min(1),
});
const Zone = z.object({ recurrenceTimeZone: z.object({ name: z.string() }).nullish() });
const Given = z.object({ seriesTimeJson: SeriesTime });

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
const dateText = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
const isDate = (text: string): boolean =>
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

function dayInMonth(on: z.infer<typeof OnDay>): DayInMonth {
  if ('dayOfMonth' in on) return { kind: 'date', date: on.dayOfMonth };
  const group = GroupName.safeParse(on.dayOfWeek);
  const day = DayName.safeParse(on.dayOfWeek);
  return {
    kind: 'weekday',
    which: on.weekNumber,
    day: group.success ? dayGroups[group.data] : day.success ? days[day.data] : 'day',
  };
}

function readRule(pattern: Pattern): Rule {
  switch (pattern.recurrenceType) {
    case 'daily':
      return { frequency: 'daily', interval: pattern.recurrenceProperties.interval };
    case 'weekday':
      return { frequency: 'weekly', interval: 1, days: [...workdays], weekStart: 'sunday' };
    case 'weekly': {
      const { interval, days: given, firstDayOfWeek } = pattern.recurrenceProperties;
      const chosen = new Set(given.map((name) => days[name]));
      return {
        frequency: 'weekly',
        interval,
        days: week.filter((day) => chosen.has(day)),
        weekStart: days[firstDayOfWeek ?? 'sun'],
      };
    }
    case 'monthly': {
      const { recurrenceProperties: on } = pattern;
      return { frequency: 'monthly', interval: on.interval, on: dayInMonth(on) };
    }
    case 'yearly': {
      const { recurrenceProperties: on } = pattern;
      const month = months.indexOf(on.month) + 1;
      return { frequency: 'yearly', interval: on.interval, month, on: dayInMonth(on) };
    }
  }
}

/**
 * What an add-in asks for, as a series; or Outlook's code for what is wrong with it: 9034 a pattern that is none, 9035
 * no occurrence between start and end, 9036 more than 999, 9037 a zone that Windows does not know.
 */
export function readRecurrence(data: unknown, itemZone: string): Recurrence | { readonly errorCode: number } {
  const pattern = Pattern.safeParse(data);
  const given = Given.safeParse(data);
  const zone = Zone.safeParse(data);
  if (!pattern.success || !given.success || !zone.success) return { errorCode: errorCode.invalidRecurrence };
  const timeZone = zone.data.recurrenceTimeZone?.name ?? itemZone;
  if (!isWindowsZone(timeZone)) return { errorCode: errorCode.recurrenceZone };
  const { seriesTimeJson: time } = given.data;
  const first = dateText(time.startYear, time.startMonth, time.startDay);
  const { endYear, endMonth, endDay } = time;
  const ends = endYear !== undefined && endMonth !== undefined && endDay !== undefined;
  const last = ends ? dateText(endYear, endMonth, endDay) : undefined;
  if (!isDate(first) || (last !== undefined && !isDate(last)) || (!ends && time.noEndDate !== true))
    return { errorCode: errorCode.invalidRecurrence };
  const clock = `${pad(Math.floor(time.startTimeMin / 60))}:${pad(time.startTimeMin % 60)}:00`;
  const asked: Recurrence = {
    rule: readRule(pattern.data),
    end: last === undefined ? { kind: 'never' } : { kind: 'until', date: last },
    start: `${first}T${clock}`,
    durationMinutes: time.durationMin,
    timeZone,
  };
  const recurrence = startingOnPattern(asked);
  if (!recurrence) return { errorCode: errorCode.recurrenceEmpty };
  if (last !== undefined && datesOf(recurrence, mostOccurrences + 1).length > mostOccurrences)
    return { errorCode: errorCode.recurrenceTooLong };
  return recurrence;
}

const dayName = new Map<string, string>([
  ...Object.entries(days).map(([name, day]) => [day, name] as const),
  ...Object.entries(dayGroups).map(([name, group]) => [group, name] as const),
]);

function describeDay(on: DayInMonth): object {
  return on.kind === 'date'
    ? { dayOfMonth: on.date }
    : { weekNumber: on.which, dayOfWeek: dayName.get(on.day) };
}

function describeRule(rule: Rule): { recurrenceType: string; recurrenceProperties: object | null } {
  switch (rule.frequency) {
    case 'daily':
      return { recurrenceType: 'daily', recurrenceProperties: { interval: rule.interval } };
    case 'weekly':
      if (rule.interval === 1 && [...rule.days].sort().join() === [...workdays].sort().join())
        return { recurrenceType: 'weekday', recurrenceProperties: null };
      return {
        recurrenceType: 'weekly',
        recurrenceProperties: {
          interval: rule.interval,
          days: rule.days.map((day) => dayName.get(day)),
          firstDayOfWeek: dayName.get(rule.weekStart),
        },
      };
    case 'monthly':
      return {
        recurrenceType: 'monthly',
        recurrenceProperties: { interval: rule.interval, ...describeDay(rule.on) },
      };
    case 'yearly':
      return {
        recurrenceType: 'yearly',
        recurrenceProperties: {
          interval: rule.interval,
          month: months[rule.month - 1],
          ...describeDay(rule.on),
        },
      };
  }
}

/** A series as Office.js reads it; null for a single appointment. The offset is that at its start, in minutes. */
export function describeRecurrence(recurrence: Recurrence | null): object | null {
  if (!recurrence) return null;
  const [date = '', clock = ''] = recurrence.start.split('T');
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const last = lastDate(recurrence);
  const [endYear, endMonth, endDay] = last?.split('-').map(Number) ?? [];
  return {
    ...describeRule(recurrence.rule),
    recurrenceTimeZone: {
      name: recurrence.timeZone,
      offset: offsetAt(slotOn(recurrence, date).start, zoneOf(recurrence)),
    },
    seriesTimeJson: {
      ...{ startYear: year, startMonth: month, startDay: day },
      ...(last === undefined ? { noEndDate: true } : { endYear, endMonth, endDay }),
      startTimeMin: hours * 60 + minutes,
      durationMin: recurrence.durationMinutes,
    },
  };
}

function lastDate(recurrence: Recurrence): string | undefined {
  const { end } = recurrence;
  if (end.kind === 'never') return undefined;
  return end.kind === 'until' ? end.date : datesOf(recurrence, end.count).at(-1);
}

export const recurrenceCalls = [
  defineCall({
    id: 103,
    name: 'recurrence.get',
    modes: 'both',
    takes: z.unknown(),
    run: ({ session }) => ({ data: describeRecurrence(session.state.recurrence) }),
  }),
  defineCall({
    id: 104,
    name: 'recurrence.set',
    modes: 'compose',
    takes: z.object({ recurrenceData: z.unknown() }),
    run: ({ session }, { recurrenceData }) => {
      if (session.state.seriesId !== undefined) return { errorCode: errorCode.recurrenceOnOccurrence };
      // What is undefined does not travel: no pattern at all takes the recurrence away.
      if (recurrenceData === null || recurrenceData === undefined) {
        session.edit({ recurrence: null });
        return done;
      }
      const recurrence = readRecurrence(recurrenceData, session.state.timeZone);
      if ('errorCode' in recurrence) return recurrence;
      session.edit({ recurrence });
      return done;
    },
  }),
];
