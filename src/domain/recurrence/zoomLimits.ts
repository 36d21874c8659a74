/**
 * What Zoom can hold of a series, and what becomes a meeting without fixed time instead.
 *
 * Zoom's own pages disagree about its limits (the OpenAPI says 99 days, 50 weeks, 10 months and 60 occurrences, the
 * developer guide 90, 12, 3 and 50); these are the stricter ones. Where Zoom does not say what it does (which day
 * stands for a date that a month lacks, on which day its week begins) a series that depends on it is not trusted to it.
 */
import type { MeetingRepeats } from '../meeting';
import type { Note } from '../notes';
import type { Recurrence, Rule, Weekday } from '../recurrence';
import { fallsInShortMonth, occurrencesOf } from './expand';

/** Occurrences that a series in Zoom has at most. */
export const OCCURRENCE_LIMIT = 50;

const widest = { daily: 90, weekly: 12, monthly: 3 } as const;

/** The series as Zoom can hold it, or a meeting without fixed time and the note that says why. */
export function meetingRepeatsFor(recurrence: Pick<Recurrence, 'rule' | 'end' | 'start'>): {
  repeats: MeetingRepeats;
  note?: Note;
} {
  const note = obstacle(recurrence);
  if (note !== undefined) return { repeats: { kind: 'no-fixed-time' }, note };
  return { repeats: { kind: 'series', rule: recurrence.rule, end: recurrence.end } };
}

/** What no change of its end would mend comes first, so that nobody mends in vain. */
function obstacle(recurrence: Pick<Recurrence, 'rule' | 'end' | 'start'>): Note | undefined {
  const { rule, end } = recurrence;
  if (rule.frequency === 'yearly') return 'series-yearly';
  if (rule.frequency === 'monthly' && rule.on.kind === 'weekday' && isKindOfDay(rule.on.day)) {
    return 'series-pattern';
  }
  if (rule.interval > widest[rule.frequency]) return 'series-too-wide';
  if (end.kind === 'never') return 'series-endless';
  const starts = occurrencesOf(recurrence, OCCURRENCE_LIMIT + 1);
  if (starts.length > OCCURRENCE_LIMIT) return 'series-too-many';
  if (fallsInShortMonth(rule, starts)) return 'series-short-months';
  return dependsOnWeekStart(recurrence, starts) ? 'series-pattern' : undefined;
}

const isKindOfDay = (day: string): boolean => day === 'day' || day === 'workday' || day === 'weekend-day';

/** Whether another first day of the week would make other occurrences: only some of those every few weeks. */
function dependsOnWeekStart(
  recurrence: Pick<Recurrence, 'rule' | 'end' | 'start'>,
  starts: readonly string[],
): boolean {
  const { rule } = recurrence;
  if (rule.frequency !== 'weekly' || rule.interval === 1 || rule.days.length === 1) return false;
  const beginning = (weekStart: Weekday): Rule => ({ ...rule, weekStart });
  return (['sunday', 'monday'] as const).some(
    (day) =>
      occurrencesOf({ ...recurrence, rule: beginning(day) }, starts.length + 1).join() !== starts.join(),
  );
}
