/**
 * The occurrences that a recurrence means, as wall-clock starts and as instants.
 *
 * Outlook's reading of a rule: the series begins with the first date that fits the rule on or after its start (the
 * start itself need not fit), and a date that a month lacks is the last day of that month. Days are counted as whole
 * numbers since 1970; no zone takes part before the very end, so a series keeps its wall clock across daylight saving.
 */
import type { DayInMonth, Recurrence, Rule, Weekday } from '../recurrence';
import { fromWallClock } from '../timeZone';

/** A recurrence without its length: all that decides when its occurrences start. */
export type Series = Pick<Recurrence, 'rule' | 'end' | 'start' | 'timeZone'>;

/** The week's days in the order in which they are numbered: Sunday is 0. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const satisfies readonly Weekday[];

/** The days that Outlook calls weekdays. */
export const WORKDAYS: readonly Weekday[] = WEEKDAYS.slice(1, 6);

const DAY_MS = 86_400_000;
/** No date is written with more than four digits of year. */
const LAST_YEAR = 9999;

/** Days since 1970-01-01 (a Thursday). */
type Day = number;

const dayOf = (date: string): Day => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dateOf = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
const dayIn = (year: number, month: number, date: number): Day => Date.UTC(year, month, date) / DAY_MS;
const weekdayOf = (day: Day): number => (day + 4) % 7;

/** The starts of the first occurrences, at most `limit`, as wall clock in the recurrence's zone; in their order. */
export function occurrencesOf(recurrence: Pick<Series, 'rule' | 'end' | 'start'>, limit: number): string[] {
  const found: string[] = [];
  for (const start of startsOf(recurrence)) {
    if (found.length >= limit) break;
    found.push(start);
  }
  return found;
}

/**
 * The same as instants (UTC milliseconds) in an IANA zone. A start that the zone's clocks skip is later by the gap.
 */
export const instantsOf = (recurrence: Series, limit: number, ianaZone: string): number[] =>
  occurrencesOf(recurrence, limit).map((start) => fromWallClock(start, ianaZone));

/** All starts one by one, as wall clock; of an endless recurrence those until the year 9999. */
export function* startsOf({ rule, end, start }: Pick<Series, 'rule' | 'end' | 'start'>): Generator<string> {
  const first = dayOf(start.slice(0, 10));
  const last = Math.min(end.kind === 'until' ? dayOf(end.date) : Infinity, dayIn(LAST_YEAR, 11, 31));
  const time = start.slice(10);
  // A date that is none (the 40th) leaves nothing to count from.
  let left = end.kind === 'count' ? end.count : Infinity;
  for (const day of daysOf(rule, first)) {
    if (left <= 0 || !(day <= last)) return;
    if (day < first) continue;
    left -= 1;
    yield dateOf(day) + time;
  }
}

/** The days that fit the rule in their order, from those in the first day's week or month on, without end. */
function* daysOf(rule: Rule, first: Day): Generator<Day> {
  if (rule.frequency === 'daily') {
    for (let day = first; ; day += rule.interval) yield day;
  }
  if (rule.frequency === 'weekly') {
    const weekStart = WEEKDAYS.indexOf(rule.weekStart);
    const fromWeekStart = (weekday: number): number => (weekday - weekStart + 7) % 7;
    const offsets = rule.days.map((day) => fromWeekStart(WEEKDAYS.indexOf(day))).sort((a, b) => a - b);
    for (let week = first - fromWeekStart(weekdayOf(first)); ; week += 7 * rule.interval) {
      for (const offset of offsets) yield week + offset;
    }
  }
  const { year, month } = monthOf(first);
  if (rule.frequency === 'monthly') {
    for (let at = month; ; at += rule.interval) yield dayInMonth(year, at, rule.on);
  }
  if (rule.frequency === 'yearly') {
    for (let at = year; ; at += rule.interval) yield dayInMonth(at, rule.month - 1, rule.on);
  }
}

function monthOf(day: Day): { year: number; month: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

/** The day that `on` means in a month; months are counted from 0 and may run over the year. */
function dayInMonth(year: number, month: number, on: DayInMonth): Day {
  const last = dayIn(year, month + 1, 0);
  const first = dayIn(year, month, 1);
  if (on.kind === 'date') return Math.min(first + on.date - 1, last);
  const fits = (day: Day): boolean => {
    const weekday = weekdayOf(day);
    const isWeekend = weekday === 0 || weekday === 6;
    if (on.day === 'day') return true;
    if (on.day === 'workday') return !isWeekend;
    return on.day === 'weekend-day' ? isWeekend : WEEKDAYS[weekday] === on.day;
  };
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(fits);
  const index = ['first', 'second', 'third', 'fourth'].indexOf(on.which);
  return (on.which === 'last' ? days.at(-1) : days[index]) ?? last;
}

/** Whether some occurrence falls on a day that stands in for a date which its month lacks. */
export const fallsInShortMonth = (rule: Rule, starts: readonly string[]): boolean => {
  if (!('on' in rule) || rule.on.kind !== 'date') return false;
  const { date } = rule.on;
  return starts.some((start) => Number(start.slice(8, 10)) !== date);
};
