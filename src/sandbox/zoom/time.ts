/**
 * Zoom's two ways of writing a start time, and how its answers write instants.
 *
 * `yyyy-MM-ddTHH:mm:ssZ` is UTC; `yyyy-MM-ddTHH:mm:ss` is wall clock in the request's `timezone`
 * (POST /users/{id}/meetings, field `start_time`). Answers are always UTC with Z, whole seconds.
 */
import { Temporal } from 'temporal-polyfill';

const startPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z)?$/;

/** True for an IANA zone name. Zoom's list has IANA names and `UTC` only, so Windows names and offsets are refused. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** True when the text is a start time in one of the two forms and names a real date. */
export function isStartTime(text: string): boolean {
  return startPattern.test(text) && parseStart(text, 'UTC') !== undefined;
}

/**
 * The instant of a start time in UTC milliseconds; undefined when the text is no date.
 * A wall clock that a change to summer time skips is moved forward, one that occurs twice is the first.
 */
export function parseStart(text: string, timeZone: string): number | undefined {
  try {
    if (text.endsWith('Z')) return Temporal.Instant.from(text).epochMilliseconds;
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(timeZone)
      .epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** `2026-11-23T08:00:00Z` for UTC milliseconds. */
export function utcText(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** `2026-11-23T09:00` in a zone: what a form's date-and-time field takes. */
export function wallClockText(instant: number, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The first instant of a `yyyy-MM-dd` date in a zone, plus some days; undefined when the text is no date. */
export function dayStart(date: string, timeZone: string, plusDays = 0): number | undefined {
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' })
      .add({ days: plusDays })
      .toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    return undefined;
  }
}
