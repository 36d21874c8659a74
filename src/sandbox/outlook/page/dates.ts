/**
 * Days, weeks and clock times in the mailbox's time zone.
 *
 * Instants are UTC milliseconds, days are `YYYY-MM-DD`, clock times `HH:MM`; zones are IANA names. A clock time
 * that the zone skips is taken as the one an hour later, as calendars do.
 */
import { Temporal } from 'temporal-polyfill';

const language = 'en-GB';

export const minute = 60_000;

export interface LocalTime {
  readonly day: string;
  readonly time: string;
}

export function toLocal(instant: number, zone: string): LocalTime {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return {
    day: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** The instant of a clock time; undefined when day or time cannot be read. */
export function fromLocal(day: string, time: string, zone: string): number | undefined {
  try {
    return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time })
      .epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** An instant moved on the wall clock, so that whole days keep the hour. */
export function shift(instant: number, by: { days: number; minutes: number }, zone: string): number {
  return (
    Temporal.Instant.fromEpochMilliseconds(instant)
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      // One by one: a day later and an hour earlier are no single duration.
      .add({ days: by.days })
      .add({ minutes: by.minutes })
      .toZonedDateTime(zone).epochMilliseconds
  );
}

/** Midnight, or when the day begins where there is none. */
export function startOfDay(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

export function addDays(day: string, count: number): string {
  return Temporal.PlainDate.from(day).add({ days: count }).toString();
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** The Monday on or before a day. */
export function startOfWeek(day: string): string {
  return addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
}

/** Days in a row. */
export function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

export function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/** The next half hour that begins, for a new appointment without a chosen slot. */
export function nextHalfHour(now: number): number {
  return Math.ceil(now / (30 * minute)) * 30 * minute;
}

function formatDay(day: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(date);
}

/** `Mon` and `7`, for the head of a column. */
export function columnHead(day: string): { weekday: string; number: string } {
  return { weekday: formatDay(day, { weekday: 'short' }), number: formatDay(day, { day: 'numeric' }) };
}

/** `Monday 7 January 2030`. */
export function longDay(day: string): string {
  return formatDay(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '');
}

/** `7-13 January 2030`, or `28 January - 3 February 2030`. */
export function rangeTitle(first: string, last: string): string {
  if (first === last) return longDay(first);
  const formatter = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return formatter.formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`));
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly allDay: boolean;
}

/** When an appointment is, as a sentence: `Monday 7 January 2030, 09:00 to 09:30`. */
export function describeSpan({ start, end, allDay }: Span, zone: string): string {
  const from = toLocal(start, zone);
  const to = toLocal(end, zone);
  if (allDay) {
    const last = to.day > from.day ? addDays(to.day, -1) : from.day;
    return last === from.day
      ? `${longDay(from.day)}, all day`
      : `${longDay(from.day)} to ${longDay(last)}, all day`;
  }
  return from.day === to.day
    ? `${longDay(from.day)}, ${from.time} to ${to.time}`
    : `${longDay(from.day)}, ${from.time} to ${longDay(to.day)}, ${to.time}`;
}
