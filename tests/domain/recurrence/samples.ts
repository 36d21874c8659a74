/** Recurrences for tests: a few by hand, and generated ones. */
import fc from 'fast-check';
import type { DayInMonth, Recurrence, RecurrenceEnd, Rule } from '../../../src/domain/recurrence';
import { WEEKDAYS, WORKDAYS } from '../../../src/domain/recurrence/expand';

export const daily = (interval = 1): Rule => ({ frequency: 'daily', interval });

export const weekly = (
  days: Extract<Rule, { frequency: 'weekly' }>['days'],
  interval = 1,
  weekStart: Extract<Rule, { frequency: 'weekly' }>['weekStart'] = 'sunday',
): Rule => ({ frequency: 'weekly', interval, days, weekStart });

export const monthly = (on: DayInMonth | number, interval = 1): Rule => ({
  frequency: 'monthly',
  interval,
  on: typeof on === 'number' ? { kind: 'date', date: on } : on,
});

export const yearly = (month: number, on: DayInMonth | number, interval = 1): Rule => ({
  frequency: 'yearly',
  interval,
  month,
  on: typeof on === 'number' ? { kind: 'date', date: on } : on,
});

export const the = (
  which: Extract<DayInMonth, { kind: 'weekday' }>['which'],
  day: Extract<DayInMonth, { kind: 'weekday' }>['day'],
): DayInMonth => ({ kind: 'weekday', which, day });

export const count = (times: number): RecurrenceEnd => ({ kind: 'count', count: times });
export const until = (date: string): RecurrenceEnd => ({ kind: 'until', date });
export const never: RecurrenceEnd = { kind: 'never' };

export const workdays = weekly([...WORKDAYS]);

/** Mondays at 9:00 in Berlin, ten times, half an hour each. */
export const mondays: Recurrence = {
  rule: weekly(['monday']),
  end: count(10),
  start: '2026-11-23T09:00:00',
  durationMinutes: 30,
  timeZone: 'W. Europe Standard Time',
};

export const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Tokyo',
  'Australia/Sydney',
  'America/Santiago',
] as const;

const days = fc.subarray([...WEEKDAYS], { minLength: 1 });

const dayInMonth = fc.oneof(
  fc.record({ kind: fc.constant('date' as const), date: fc.integer({ min: 1, max: 31 }) }),
  fc.record({
    kind: fc.constant('weekday' as const),
    which: fc.constantFrom('first', 'second', 'third', 'fourth', 'last'),
    day: fc.constantFrom(...WEEKDAYS, 'day', 'workday', 'weekend-day'),
  }),
);

/** A fourth weekend day, say, exists in every month; every pattern that Outlook offers. */
export const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ frequency: fc.constant('daily' as const), interval: fc.integer({ min: 1, max: 120 }) }),
  fc.record({
    frequency: fc.constant('weekly' as const),
    interval: fc.integer({ min: 1, max: 15 }),
    days,
    weekStart: fc.constantFrom(...WEEKDAYS),
  }),
  fc.record({
    frequency: fc.constant('monthly' as const),
    interval: fc.integer({ min: 1, max: 6 }),
    on: dayInMonth,
  }),
  fc.record({
    frequency: fc.constant('yearly' as const),
    interval: fc.integer({ min: 1, max: 3 }),
    month: fc.integer({ min: 1, max: 12 }),
    on: dayInMonth,
  }),
);

const anyDay = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 86_400_000, max: Date.UTC(2040, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

const anyTime = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:00`);

export const anyEnd: fc.Arbitrary<RecurrenceEnd> = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map(count),
  anyDay.map(until),
  fc.constant(never),
);

/** The start need not fit the rule. */
export const anyRecurrence: fc.Arbitrary<Recurrence> = fc.record({
  rule: anyRule,
  end: anyEnd,
  start: fc.tuple(anyDay, anyTime).map(([day, time]) => `${day}T${time}`),
  durationMinutes: fc.integer({ min: 1, max: 1440 }),
  timeZone: fc.constantFrom(...zones),
});
