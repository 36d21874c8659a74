/**
 * How something repeats: one model in iCalendar's vocabulary, between Outlook's patterns and Zoom's.
 *
 * Times are wall clock plus zone, as people mean them, so that a series keeps 9:00 across daylight saving.
 * Expanding, comparing and writing rules as text is in `recurrence/`.
 */
import * as z from 'zod/mini';
import { WallClock } from './wallClock';

export const Weekday = z.enum(['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']);
export type Weekday = z.infer<typeof Weekday>;

/** A calendar date without zone, `2026-11-23`. */
export const LocalDate = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
export type LocalDate = z.infer<typeof LocalDate>;

const interval = z.int().check(z.gte(1), z.lte(999));

/**
 * The day in a month: a date, or the first … last of a kind of day. A date that a month lacks is its last day, as
 * Outlook has it (the 31st is 30 April).
 */
export const DayInMonth = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date'), date: z.int().check(z.gte(1), z.lte(31)) }),
  z.object({
    kind: z.literal('weekday'),
    which: z.enum(['first', 'second', 'third', 'fourth', 'last']),
    day: z.union([Weekday, z.enum(['day', 'workday', 'weekend-day'])]),
  }),
]);
export type DayInMonth = z.infer<typeof DayInMonth>;

/** The pattern alone. Outlook's "every weekday" is weekly on Monday to Friday. */
export const Rule = z.discriminatedUnion('frequency', [
  z.object({ frequency: z.literal('daily'), interval }),
  z.object({
    frequency: z.literal('weekly'),
    interval,
    /** In the week's order from Sunday on, each once. */
    days: z.array(Weekday).check(z.minLength(1), z.maxLength(7)),
    /** Decides which days share a week when the interval is more than 1. */
    weekStart: Weekday,
  }),
  z.object({ frequency: z.literal('monthly'), interval, on: DayInMonth }),
  z.object({
    frequency: z.literal('yearly'),
    interval,
    month: z.int().check(z.gte(1), z.lte(12)),
    on: DayInMonth,
  }),
]);
export type Rule = z.infer<typeof Rule>;

/** When it ends: never, after so many occurrences, or with the last one that starts on or before a date. */
export const RecurrenceEnd = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never') }),
  z.object({ kind: z.literal('count'), count: z.int().check(z.gte(1), z.lte(999)) }),
  z.object({ kind: z.literal('until'), date: LocalDate }),
]);
export type RecurrenceEnd = z.infer<typeof RecurrenceEnd>;

/** A whole series: pattern, end, and the times of its first occurrence. */
export const Recurrence = z.object({
  rule: Rule,
  end: RecurrenceEnd,
  /** Start of the first occurrence. */
  start: WallClock,
  durationMinutes: z.int().check(z.gte(0)),
  /** As the client named it: a Windows or an IANA name. */
  timeZone: z.string(),
});
export type Recurrence = z.infer<typeof Recurrence>;

/** What an appointment is in this respect. */
export type Repetition =
  | { readonly kind: 'single' }
  /** The series as a whole is open. */
  | { readonly kind: 'series'; readonly recurrence: Recurrence }
  /** One occurrence of a series is open; `recurrence` is that of the series where the client tells it. */
  | { readonly kind: 'occurrence'; readonly seriesId: string; readonly recurrence: Recurrence | undefined }
  /** This client does not tell (Mailbox before 1.7), or it tells a pattern that nobody knows. */
  | { readonly kind: 'unknown' };
