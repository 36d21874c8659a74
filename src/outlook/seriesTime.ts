/**
 * The times of a series as hosts tell them: as Office.js's `SeriesTime`, whose methods answer dates and times as text,
 * or as the plain fields behind it, whose months count from 1 and whose end is zeros or left out for "never".
 */
import * as z from 'zod/mini';

/** Exchange says "never" by a date in the year 4500. */
const NEVER_YEAR = 4500;

const number = z.nullish(z.number());

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

/** When a series begins and ends, and each of its occurrences, by the clock on the wall. */
export interface SeriesTimes {
  /** `YYYY-MM-DD`. */
  readonly startDate: string;
  readonly endDate: string | undefined;
  /** `HH:mm`. */
  readonly startTime: string;
  readonly durationMinutes: number;
}

/** The times of a series; undefined where they cannot be understood. */
export function seriesTimesOf(series: unknown): SeriesTimes | undefined {
  if (typeof series !== 'object' || series === null) return undefined;
  return typeof Reflect.get(series, 'getStartDate') === 'function' ? askedTimes(series) : plainTimes(series);
}

function askedTimes(series: object): SeriesTimes | undefined {
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

function plainTimes(series: object): SeriesTimes | undefined {
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
