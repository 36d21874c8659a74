/**
 * The recurrence dialog's fields: filled from a series or from the appointment's day, and read back as a series or as
 * what is wrong with them. Pure.
 */
import type { DayInMonth, Recurrence, RecurrenceEnd, Rule, Weekday } from '../../../../domain/recurrence';
import { WEEKDAYS } from '../../../../domain/recurrence/expand';
import { mostOccurrences, startingOnPattern } from '../../../../helper/embedded/series';
import { addDays, isDay } from '../dates';

/** Numbers and dates as they are typed. */
export interface RecurrenceForm {
  readonly frequency: Rule['frequency'];
  readonly interval: string;
  readonly days: readonly Weekday[];
  readonly weekStart: Weekday;
  readonly on: DayInMonth['kind'];
  readonly date: string;
  readonly which: Extract<DayInMonth, { kind: 'weekday' }>['which'];
  readonly day: Extract<DayInMonth, { kind: 'weekday' }>['day'];
  readonly month: number;
  readonly end: RecurrenceEnd['kind'];
  readonly count: string;
  readonly until: string;
}

/** When the first occurrence is; the rest of a series that the dialog does not change. */
export type Occasion = Pick<Recurrence, 'start' | 'durationMinutes' | 'timeZone'>;

const positions = ['first', 'second', 'third', 'fourth'] as const;

function weekdayOf(date: string): Weekday {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'monday';
}

/** The fields for a series, or for a new weekly one on the appointment's day. */
export function formOf(recurrence: Recurrence | null, occasion: Occasion): RecurrenceForm {
  const first = occasion.start.slice(0, 10);
  const date = Number(first.slice(8));
  const blank: RecurrenceForm = {
    ...{ frequency: 'weekly', interval: '1', days: [weekdayOf(first)], weekStart: 'monday' },
    ...{ on: 'date', date: String(date), which: positions[Math.ceil(date / 7) - 1] ?? 'last' },
    ...{ day: weekdayOf(first), month: Number(first.slice(5, 7)) },
    ...{ end: 'never', count: '10', until: addDays(first, 90) },
  };
  if (!recurrence) return blank;
  const { rule, end } = recurrence;
  return {
    ...blank,
    frequency: rule.frequency,
    interval: String(rule.interval),
    ...(rule.frequency === 'weekly' ? { days: rule.days, weekStart: rule.weekStart } : {}),
    ...('on' in rule ? dayFields(rule.on) : {}),
    ...(rule.frequency === 'yearly' ? { month: rule.month } : {}),
    end: end.kind,
    ...(end.kind === 'count' ? { count: String(end.count) } : {}),
    ...(end.kind === 'until' ? { until: end.date } : {}),
  };
}

function dayFields(on: DayInMonth): Partial<RecurrenceForm> {
  return on.kind === 'date'
    ? { on: 'date', date: String(on.date) }
    : { on: 'weekday', which: on.which, day: on.day };
}

/** What is wrong, as a sentence for the person. */
export interface Problem {
  readonly problem: string;
}

const wholeNumber = (text: string, most: number): number | undefined => {
  const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : undefined;
};

/** The series that the fields mean. Its start moves to the first day that fits the pattern. */
export function recurrenceOf(form: RecurrenceForm, occasion: Occasion): Recurrence | Problem {
  const rule = ruleOf(form);
  if ('problem' in rule) return rule;
  const end = endOf(form);
  if ('problem' in end) return end;
  const recurrence = startingOnPattern({ ...occasion, rule, end });
  return recurrence ?? { problem: 'The series ends before its first occurrence.' };
}

function ruleOf(form: RecurrenceForm): Rule | Problem {
  const interval = wholeNumber(form.interval, mostOccurrences);
  if (interval === undefined)
    return { problem: `Say after how many it repeats: a number from 1 to ${mostOccurrences}.` };
  const { frequency } = form;
  if (frequency === 'daily') return { frequency, interval };
  if (frequency === 'weekly') {
    const days = WEEKDAYS.filter((day) => form.days.includes(day));
    return days.length === 0
      ? { problem: 'Choose at least one day of the week.' }
      : { frequency, interval, days, weekStart: form.weekStart };
  }
  const on = onOf(form);
  if ('problem' in on) return on;
  return frequency === 'monthly'
    ? { frequency, interval, on }
    : { frequency, interval, month: form.month, on };
}

function onOf({ on, date, which, day }: RecurrenceForm): DayInMonth | Problem {
  if (on === 'weekday') return { kind: 'weekday', which, day };
  const number = wholeNumber(date, 31);
  return number === undefined
    ? { problem: 'Say on which day of the month: a number from 1 to 31.' }
    : { kind: 'date', date: number };
}

function endOf({ end, count, until }: RecurrenceForm): RecurrenceEnd | Problem {
  if (end === 'never') return { kind: 'never' };
  if (end === 'count') {
    const number = wholeNumber(count, mostOccurrences);
    return number === undefined
      ? { problem: `Say after how many occurrences it ends: a number from 1 to ${mostOccurrences}.` }
      : { kind: 'count', count: number };
  }
  return /^\d{4}-/.test(until) && isDay(until)
    ? { kind: 'until', date: until }
    : { problem: 'Say on which day it ends.' };
}
