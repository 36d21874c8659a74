/**
 * The arithmetic of a series: on which dates it takes place, when that is, and what moving it does. Pure.
 *
 * A series is written in wall-clock time of a zone, so that it keeps its hour across daylight saving; instants are
 * UTC milliseconds. An occurrence is known by the date on which the pattern puts it (its original date), whatever day
 * it was moved to.
 */
import type { LocalDate, Recurrence, Rule } from '../../domain/recurrence';
import { occurrencesOf, startsOf, WEEKDAYS } from '../../domain/recurrence/expand';
import { fromWallClock, toIanaTimeZone, toWallClock } from '../../domain/timeZone';

/** Outlook's limit for the occurrences of a series that ends. */
export const mostOccurrences = 999;

const day = 86_400_000;
/** When the pattern puts one occurrence. */
export interface Slot {
  readonly originalDate: LocalDate;
  readonly start: number;
  readonly end: number;
}

const ofDate = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);
const toDate = (instant: number): LocalDate => new Date(instant).toISOString().slice(0, 10);
const dateOf = (wallClock: string): LocalDate => wallClock.slice(0, 10);

/** The date some days later. */
export const addDays = (date: LocalDate, days: number): LocalDate => toDate(ofDate(date) + days * day);
const weekdayOf = (date: LocalDate): number => new Date(ofDate(date)).getUTCDay();

/** The IANA name of a series' zone; UTC for a name that nobody knows. */
export const zoneOf = ({ timeZone }: Pick<Recurrence, 'timeZone'>): string =>
  toIanaTimeZone(timeZone) ?? 'UTC';

/** The date of an instant on the clock of the series. */
export const localDate = (instant: number, recurrence: Recurrence): LocalDate =>
  dateOf(toWallClock(instant, zoneOf(recurrence)));

/** The dates of the first occurrences, at most `limit`. */
export function datesOf(recurrence: Recurrence, limit: number = mostOccurrences): LocalDate[] {
  return occurrencesOf(recurrence, limit).map(dateOf);
}

/** The dates up to and with one. */
function datesUntil(recurrence: Recurrence, last: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (const start of startsOf(recurrence)) {
    if (dateOf(start) > last) break;
    dates.push(dateOf(start));
  }
  return dates;
}

/** When the occurrence on a date of the pattern takes place; the duration is counted on the wall clock. */
export function slotOn(recurrence: Recurrence, originalDate: LocalDate): Slot {
  const zone = zoneOf(recurrence);
  const clock = recurrence.start.slice(11);
  const ends = new Date(Date.parse(`${originalDate}T${clock}Z`) + recurrence.durationMinutes * 60_000);
  const start = fromWallClock(`${originalDate}T${clock}`, zone);
  const end = fromWallClock(ends.toISOString().slice(0, 19), zone);
  // A clock that is set back within it must not let it end before it starts.
  return { originalDate, start, end: Math.max(start, end) };
}

/** Whether the pattern has an occurrence on this date. */
export function isOnPattern(recurrence: Recurrence, date: LocalDate): boolean {
  return datesUntil(recurrence, date).at(-1) === date;
}

/**
 * The occurrences of the pattern that overlap [from, to), at most as many as a series that ends may have; one without
 * length counts at its start.
 */
export function slotsBetween(recurrence: Recurrence, from: number, to: number): Slot[] {
  const earliest = from - recurrence.durationMinutes * 60_000 - 2 * day;
  const slots: Slot[] = [];
  for (const start of startsOf(recurrence)) {
    // Wall clock taken as UTC is at most a day off: enough to leave out what is far away without asking the zone.
    const roughly = Date.parse(`${start}Z`);
    if (roughly < earliest) continue;
    if (roughly - day >= to || slots.length >= mostOccurrences) break;
    const slot = slotOn(recurrence, dateOf(start));
    if (overlaps(slot, from, to)) slots.push(slot);
  }
  return slots;
}

/** Whether a span lies in [from, to) in part; one without length does when it starts there. */
export function overlaps(span: { start: number; end: number }, from: number, to: number): boolean {
  return span.start < to && (span.end > from || (span.start === span.end && span.start >= from));
}

/** The dates before one, nearest first, and those after it, at most as many as a series that ends may have. */
export function neighbours(
  recurrence: Recurrence,
  date: LocalDate,
): { before: LocalDate[]; after: LocalDate[] } {
  const before: LocalDate[] = [];
  const after: LocalDate[] = [];
  for (const start of startsOf(recurrence)) {
    if (after.length >= mostOccurrences) break;
    if (dateOf(start) < date) before.unshift(dateOf(start));
    else if (dateOf(start) > date) after.push(dateOf(start));
  }
  return { before, after };
}

/** From the first occurrence to the end of the last one; `end` is undefined for a series without end. */
export function spanOf(recurrence: Recurrence): { start: number; end: number | undefined } | undefined {
  const dates = recurrence.end.kind === 'never' ? datesOf(recurrence, 1) : datesOf(recurrence);
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const end = recurrence.end.kind === 'never' ? undefined : slotOn(recurrence, last).end;
  return { start: slotOn(recurrence, first).start, end };
}

/** The series with its start on its first occurrence; undefined when it has none. */
export function startingOnPattern(recurrence: Recurrence): Recurrence | undefined {
  const [first] = datesOf(recurrence, 1);
  return first === undefined ? undefined : { ...recurrence, start: `${first}T${recurrence.start.slice(11)}` };
}

/** The pattern, shifted by whole days with the first occurrence, so that it still fits it. */
function shiftedRule(rule: Rule, from: LocalDate, to: LocalDate): Rule {
  const days = Math.round((ofDate(to) - ofDate(from)) / day);
  if (days === 0) return rule;
  switch (rule.frequency) {
    case 'daily':
      return rule;
    case 'weekly': {
      const step = (((weekdayOf(to) - weekdayOf(from)) % 7) + 7) % 7;
      const moved = new Set(rule.days.map((one) => WEEKDAYS[(WEEKDAYS.indexOf(one) + step) % 7]));
      return { ...rule, days: WEEKDAYS.filter((one) => moved.has(one)) };
    }
    case 'monthly':
    case 'yearly': {
      const on = rule.on.kind === 'date' ? { kind: 'date' as const, date: Number(to.slice(8)) } : rule.on;
      return rule.frequency === 'yearly' ? { ...rule, on, month: Number(to.slice(5, 7)) } : { ...rule, on };
    }
  }
}

/** The series with its first occurrence from `start` to `end` (instants); weekdays and dates move along. */
export function movedTo(recurrence: Recurrence, start: number, end: number): Recurrence {
  const zone = zoneOf(recurrence);
  const from = toWallClock(start, zone);
  const wall = Date.parse(`${toWallClock(end, zone)}Z`) - Date.parse(`${from}Z`);
  return {
    ...recurrence,
    rule: shiftedRule(recurrence.rule, dateOf(recurrence.start), dateOf(from)),
    start: from,
    durationMinutes: Math.max(0, Math.round(wall / 60_000)),
  };
}

/** Whether two series put their occurrences at the same times, their ends aside. */
export function samePattern(one: Recurrence | null, other: Recurrence | null): boolean {
  const essence = (series: Recurrence | null): string | null =>
    series && JSON.stringify([series.rule, series.start, series.durationMinutes, series.timeZone]);
  return essence(one) === essence(other);
}
