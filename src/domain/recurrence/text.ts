/**
 * A meeting's repetition as one line of text, which the link keeps to notice later that it changed.
 *
 * The words are those of RFC 5545's RRULE in one fixed order. Nothing is written that has no effect on a series whose
 * start is an occurrence, so that equal texts mean equal rules. The 31st, which stands for the last day of a shorter
 * month, is the last one of the 28th to the 31st. A meeting without fixed time is `NO-FIXED-TIME`.
 */
import type { MeetingRepeats } from '../meeting';
import type { DayInMonth, RecurrenceEnd, Rule, Weekday } from '../recurrence';
import { WEEKDAYS, WORKDAYS } from './expand';

/** What the link keeps; undefined for a single meeting. At most about 100 characters. */
export function repeatsText(repeats: MeetingRepeats | null | undefined): string | undefined {
  if (!repeats) return undefined;
  return repeats.kind === 'series' ? ruleText(repeats.rule, repeats.end) : 'NO-FIXED-TIME';
}

/** `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=SU;COUNT=10`. Without its start, which stands elsewhere. */
export function ruleText(rule: Rule, end: RecurrenceEnd): string {
  return [...ruleParts(rule), ...endParts(end)].join(';');
}

function ruleParts(rule: Rule): string[] {
  const frequency = `FREQ=${rule.frequency.toUpperCase()}`;
  const interval = rule.interval === 1 ? [] : [`INTERVAL=${rule.interval}`];
  switch (rule.frequency) {
    case 'daily':
      return [frequency, ...interval];
    case 'weekly':
      return [frequency, ...interval, byDay(rule.days), ...weekStart(rule)];
    case 'monthly':
      return [frequency, ...interval, ...dayParts(rule.on)];
    case 'yearly':
      return [frequency, ...interval, `BYMONTH=${rule.month}`, ...dayParts(rule.on)];
  }
}

const weekStart = (rule: Extract<Rule, { frequency: 'weekly' }>): string[] =>
  rule.interval > 1 && rule.days.length > 1 ? [`WKST=${letters(rule.weekStart)}`] : [];

/** Days that every month has. */
const SHORTEST_MONTH = 28;

const positions = { first: 1, second: 2, third: 3, fourth: 4, last: -1 } as const;

function dayParts(on: DayInMonth): string[] {
  if (on.kind === 'date') {
    if (on.date <= SHORTEST_MONTH) return [`BYMONTHDAY=${on.date}`];
    const dates = Array.from({ length: on.date - SHORTEST_MONTH + 1 }, (_, index) => SHORTEST_MONTH + index);
    return [`BYMONTHDAY=${dates.join(',')}`, 'BYSETPOS=-1'];
  }
  const position = positions[on.which];
  switch (on.day) {
    case 'day':
      return [`BYMONTHDAY=${position}`];
    case 'workday':
      return [byDay(WORKDAYS), `BYSETPOS=${position}`];
    case 'weekend-day':
      return [byDay(['sunday', 'saturday']), `BYSETPOS=${position}`];
    default:
      return [`BYDAY=${position}${letters(on.day)}`];
  }
}

function endParts(end: RecurrenceEnd): string[] {
  switch (end.kind) {
    case 'never':
      return [];
    case 'count':
      return [`COUNT=${end.count}`];
    case 'until':
      return [`UNTIL=${end.date.replaceAll('-', '')}`];
  }
}

const letters = (day: Weekday): string => day.slice(0, 2).toUpperCase();

const byDay = (days: readonly Weekday[]): string =>
  `BYDAY=${WEEKDAYS.filter((day) => days.includes(day))
    .map(letters)
    .join(',')}`;
