/**
 * The two wrong hours of the year: the one that does not happen, when clocks go forward, and the one that happens
 * twice, when they go back; in every zone that has them, with generated series that run through them.
 */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { DayInMonth, Recurrence, RecurrenceEnd, Rule } from '../../../src/domain/recurrence';
import { WEEKDAYS } from '../../../src/domain/recurrence/expand';
import { count, never, until } from './samples';

/** A time of a zone's clocks in or beside a wrong hour. */
export interface Moment {
  readonly zone: string;
  readonly kind: 'skipped' | 'twice' | 'beside';
  /** Wall clock. */
  readonly at: Temporal.PlainDateTime;
}

/** One change of a zone's clocks. */
export interface ClockChange {
  readonly zone: string;
  /** How far they go forward; less than nothing: back. */
  readonly minutes: number;
  /** The wrong hour, from its first minute to before its last; wall clock. */
  readonly from: Temporal.PlainDateTime;
  readonly to: Temporal.PlainDateTime;
}

const FROM = Temporal.Instant.from('2027-01-01T00:00Z');
const TO = Temporal.Instant.from('2029-01-01T00:00Z');

/** All changes in two years, one of them a leap year, that this runtime knows of, found by the offsets of its zones. */
export const clockChanges: readonly ClockChange[] = Intl.supportedValuesOf('timeZone').flatMap(changesOf);

/** Every zone that has a wrong hour in these years. */
export const zonesWithClockChanges: readonly string[] = [...new Set(clockChanges.map(({ zone }) => zone))];

function changesOf(zone: string): ClockChange[] {
  const changes: ClockChange[] = [];
  let after = FROM.toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (after !== null && after.epochMilliseconds < TO.epochMilliseconds) {
    const before = after.subtract({ nanoseconds: 1 });
    const minutes = (after.offsetNanoseconds - before.offsetNanoseconds) / 60e9;
    const shown = after.toPlainDateTime();
    const [from, to] =
      minutes > 0 ? [shown.subtract({ minutes }), shown] : [shown, shown.add({ minutes: -minutes })];
    // A zone may change its name alone.
    if (minutes !== 0) changes.push({ zone, minutes, from, to });
    after = after.getTimeZoneTransition('next');
  }
  return changes;
}

/** First, middle and last minute of the wrong hour, and the right minutes beside it. */
export function momentsOf({ zone, minutes, from, to }: ClockChange): Moment[] {
  const kind = minutes > 0 ? 'skipped' : 'twice';
  const wrong = [from, from.add({ minutes: Math.abs(minutes) / 2 }), to.subtract({ minutes: 1 })];
  return [
    ...wrong.map((at) => ({ zone, kind, at }) as const),
    ...[from.subtract({ minutes: 1 }), to].map((at) => ({ zone, kind: 'beside', at }) as const),
  ];
}

const ends = ['never', 'until', 'count'] as const;
const frequencies = ['daily', 'weekly', 'monthly', 'yearly'] as const;

/**
 * Series with an occurrence at this moment, which is their first, one later on or their last; of every frequency and
 * end. Their start need not fit the rule.
 */
export const seriesThrough = ({ zone, at }: Moment): fc.Arbitrary<Recurrence> => {
  const date = at.toPlainDate();
  return fc
    .record({
      frequency: fc.constantFrom(...frequencies),
      interval: fc.integer({ min: 1, max: 5 }),
      before: fc.integer({ min: 0, max: 2 }),
      onFit: fc.boolean(),
      otherDays: fc.subarray([...WEEKDAYS], { maxLength: 3 }),
      weekStart: fc.constantFrom(...WEEKDAYS),
      on: fc.constantFrom(...daysInMonth(date)),
      end: fc.constantFrom(...ends),
      after: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ frequency, interval, before, onFit, otherDays, weekStart, on, end, after }) => {
      const back = interval * before;
      const day = weekdayOf(date);
      const days = WEEKDAYS.filter((each) => each === day || otherDays.includes(each));
      const [rule, first]: readonly [Rule, Temporal.PlainDate] = {
        daily: [{ frequency: 'daily', interval }, date.subtract({ days: back })] as const,
        weekly: [{ frequency: 'weekly', interval, days, weekStart }, date.subtract({ weeks: back })] as const,
        monthly: [
          { frequency: 'monthly', interval, on },
          firstOr(date.subtract({ months: back }), onFit, { day: 1 }),
        ] as const,
        yearly: [
          { frequency: 'yearly', interval, month: date.month, on },
          firstOr(date.subtract({ years: back }), onFit, { month: 1, day: 1 }),
        ] as const,
      }[frequency];
      const most = frequency === 'weekly' ? (before + 1) * days.length : before + 1;
      return {
        rule,
        end: endOf(end, date, most, after),
        start: first.toPlainDateTime(at.toPlainTime()).toString({ smallestUnit: 'second' }),
        durationMinutes: 30,
        timeZone: zone,
      };
    });
};

const firstOr = (
  date: Temporal.PlainDate,
  asItIs: boolean,
  first: { readonly month?: number; readonly day: number },
): Temporal.PlainDate => (asItIs ? date : date.with(first));

const weekdayOf = (date: Temporal.PlainDate): (typeof WEEKDAYS)[number] =>
  WEEKDAYS[date.dayOfWeek % 7] ?? 'sunday';

function endOf(
  kind: (typeof ends)[number],
  date: Temporal.PlainDate,
  most: number,
  after: number,
): RecurrenceEnd {
  if (kind === 'never') return never;
  return kind === 'count' ? count(most + after) : until(date.add({ days: after * 10 }).toString());
}

/** Every way to name this day in its month. */
function daysInMonth(date: Temporal.PlainDate): DayInMonth[] {
  const dates = Array.from({ length: date.daysInMonth }, (_, index) => date.with({ day: index + 1 }));
  const isWeekend = (each: Temporal.PlainDate): boolean => each.dayOfWeek > 5;
  const kinds = [
    ['day', dates],
    ['workday', dates.filter((each) => !isWeekend(each))],
    ['weekend-day', dates.filter(isWeekend)],
    [weekdayOf(date), dates.filter((each) => each.dayOfWeek === date.dayOfWeek)],
  ] as const;
  const byKind = kinds.flatMap(([day, those]) => {
    const named = (['first', 'second', 'third', 'fourth'] as const).filter((_, index) =>
      those[index]?.equals(date),
    );
    const last = those.at(-1)?.equals(date) ? (['last'] as const) : [];
    return [...named, ...last].map((which) => ({ kind: 'weekday', which, day }) as const);
  });
  // The last day of a month is also what stands for the dates that it lacks.
  const numbers = date.day === date.daysInMonth ? [date.day, 31] : [date.day];
  return [...numbers.map((number) => ({ kind: 'date', date: number }) as const), ...byKind];
}
