/**
 * Whether times mean the same: of one side now and before, and of the two sides.
 *
 * Singles are compared by instant and length, series by the occurrences that are still to come, however they are
 * written: what is past can no longer be agreed on, and Zoom forgets it.
 */
import type { Recurrence } from '../../domain/recurrence';
import { occurrencesOf } from '../../domain/recurrence/expand';
import { sameSeries } from '../../domain/recurrence/same';
import { stillToCome } from '../../domain/recurrence/toCome';
import { lengthInZoom } from '../../domain/recurrence/zoomSeries';
import { toIanaTimeZone } from '../../domain/timeZone';
import { isSame } from '../same';
import type { Times } from '../model';
import { inZoom } from './project';

const SECOND_MS = 1000;

export const zoneOf = ({ timeZone }: { readonly timeZone: string }): string =>
  toIanaTimeZone(timeZone) ?? 'UTC';

export const sameInstant = (a: string, b: string): boolean =>
  Math.floor(Date.parse(a) / SECOND_MS) === Math.floor(Date.parse(b) / SECOND_MS);

/** Whether both series have the same left to come, apart from single occurrences. `now` in UTC milliseconds. */
export function sameToCome(a: Recurrence, b: Recurrence, now: number): boolean {
  if (isSame(a, b)) return true;
  const rest = [stillToCome(a, zoneOf(a), now), stillToCome(b, zoneOf(b), now)] as const;
  if (!rest[0] || !rest[1]) return rest[0] === rest[1];
  return sameSeries(rest[0], rest[1]);
}

/** Of one side: whether it has the same times as before, apart from single occurrences. */
export function sameAsBefore(present: Times, before: Times, now: number): boolean {
  if (present.kind === 'single' && before.kind === 'single') {
    return sameInstant(present.start, before.start) && present.durationMinutes === before.durationMinutes;
  }
  if (present.kind === 'series' && before.kind === 'series') {
    return (
      present.recurrence.durationMinutes === before.recurrence.durationMinutes &&
      sameToCome(present.recurrence, before.recurrence, now)
    );
  }
  return present.kind === before.kind;
}

/** Of the two sides: whether the meeting has the appointment's times as Zoom can hold them, single occurrences apart. */
export function agree(calendar: Times, zoom: Times, now: number): boolean {
  if (zoom.kind === 'no-fixed-time') {
    return calendar.kind === 'series' && inZoom(calendar, now).kind === 'no-fixed-time';
  }
  if (calendar.kind === 'single' && zoom.kind === 'single') {
    return sameInstant(calendar.start, zoom.start) && lengthInZoom(calendar) === lengthInZoom(zoom);
  }
  if (calendar.kind !== 'series' || zoom.kind !== 'series') return false;
  const [own, theirs] = [calendar.recurrence, zoom.recurrence];
  const rest = [stillToCome(own, zoneOf(own), now), stillToCome(theirs, zoneOf(theirs), now)] as const;
  if (!rest[0] || !rest[1]) return rest[0] === rest[1];
  return lengthInZoom(own) === lengthInZoom(theirs) && sameSeries(rest[0], rest[1]);
}

/** Whether a series has occurrences at all; one whose end is before its start has none. */
export const hasOccurrences = (recurrence: Recurrence): boolean => occurrencesOf(recurrence, 1).length > 0;

/** Whether everything about these times can be worked out: what a schema lets through may still be no date. */
export function isUnderstood(times: Times): boolean {
  if (times.kind === 'no-fixed-time') return true;
  if (times.kind === 'single') return isDate(times.start);
  const { recurrence, deviations } = times;
  return (
    isDate(`${recurrence.start}Z`) &&
    (recurrence.end.kind !== 'until' || isDate(`${recurrence.end.date}T00:00:00Z`)) &&
    hasOccurrences(recurrence) &&
    deviations.every((each) => isDate(each.original) && (each.kind === 'cancelled' || isDate(each.start)))
  );
}

/** Outlook's calendar begins in 1601; a year has four digits, also some days and hours later. */
function isDate(text: string): boolean {
  const year = new Date(text).getUTCFullYear();
  return year >= 1601 && year <= 9990;
}
