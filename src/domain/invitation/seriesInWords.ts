/** How a series repeats, in the words of a language: `Every Monday and Wednesday`, `until December 18, 2026`. */
import type { DayInMonth, RecurrenceEnd, Rule, Weekday } from '../recurrence';
import { WEEKDAYS } from '../recurrence/expand';
import { seriesWords } from './seriesWords';
import type { Plural, SeriesWords } from './seriesWords';
import { asWritten } from './words';
import type { InvitationWords, Wording } from './words';

const places = ['first', 'second', 'third', 'fourth', 'last'] as const;

/** The pattern alone. A weekly rule on all seven days is told as daily. */
export function ruleInWords(rule: Rule, { words, language, locale }: Wording): string {
  const row = rowFor(language);
  const tell = (plural: Plural, gaps: Gaps = {}): string => told(plural, rule.interval, locale, gaps);
  switch (rule.frequency) {
    case 'daily':
      return tell(row.daily);
    case 'weekly':
      return rule.interval === 1 && rule.days.length === WEEKDAYS.length
        ? tell(row.daily)
        : isWorkWeek(rule)
          ? row.workdays
          : tell(row.weekly, { days: daysInWords(rule, row, locale) });
    case 'monthly':
      return rule.on.kind === 'date'
        ? tell(row.monthlyByDate, { date: dateInMonth(rule.on.date, words) })
        : tell(row.monthlyByWeekday, nthDay(rule.on, row, locale));
    case 'yearly': {
      const { month, on } = rule;
      return on.kind === 'date'
        ? tell(row.yearlyByDate, {
            monthDay: asWritten(named(locale, { month: 'long', day: 'numeric' }, month, on.date), words),
          })
        : tell(row.yearlyByWeekday, {
            ...nthDay(on, row, locale),
            month: named(locale, { month: 'long' }, month, 1),
          });
    }
  }
}

/** When a series begins (an instant in a zone) and how it ends, in this order. */
export function limitsInWords(
  startMs: number,
  zone: string,
  end: RecurrenceEnd,
  { words, language, locale }: Wording,
): string {
  const row = rowFor(language);
  const date = (instant: number, timeZone: string): string =>
    asWritten(
      new Intl.DateTimeFormat(locale, {
        ...gregorian,
        timeZone,
        year: 'numeric',
        month: 'long',
        day: 'numeric',
      }).format(instant),
      words,
    );
  const from = filled(row.from, { date: date(startMs, zone) });
  switch (end.kind) {
    case 'never':
      return `${from} ${row.endless}`;
    case 'count':
      return `${from} (${told(row.times, end.count, locale)})`;
    case 'until':
      return `${from} ${filled(row.until, { date: date(Date.parse(`${end.date}T00:00:00Z`), 'UTC') })}`;
  }
}

/** Dates as everybody's Outlook shows them beside Zoom's numbers: one calendar, one kind of digits. */
export const gregorian = { calendar: 'gregory', numberingSystem: 'latn' } as const;

type Gaps = Readonly<Record<string, string>>;

const filled = (pattern: string, gaps: Gaps): string =>
  pattern.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);

function told(plural: Plural, n: number, locale: string, gaps: Gaps = {}): string {
  // Some languages have one category for all numbers, and their row a word of its own for each and every.
  const category = n === 1 ? 'one' : new Intl.PluralRules(locale).select(n);
  return filled(plural[category] ?? plural.other, { ...gaps, n: String(n) });
}

function rowFor(language: string): SeriesWords {
  const row = seriesWords[language] ?? seriesWords['en'];
  if (!row) throw new Error('The table of series lacks its fallback.');
  return row;
}

const isWorkWeek = ({ interval, days }: Extract<Rule, { frequency: 'weekly' }>): boolean =>
  interval === 1 && days.length === 5 && !days.includes('saturday') && !days.includes('sunday');

const weekdayName = (day: Weekday, locale: string): string =>
  // The first of November 2026 is a Sunday.
  named(locale, { weekday: 'long' }, 11, 1 + WEEKDAYS.indexOf(day));

const named = (locale: string, fields: Intl.DateTimeFormatOptions, month: number, day: number): string =>
  new Intl.DateTimeFormat(locale, { ...gregorian, ...fields, timeZone: 'UTC' }).format(
    // A leap year, for the 29th of February.
    Date.UTC(fields.weekday ? 2026 : 2028, month - 1, day),
  );

/** In the order of the rule's own week. */
function daysInWords(
  { days, weekStart, interval }: Extract<Rule, { frequency: 'weekly' }>,
  row: SeriesWords,
  locale: string,
): string {
  const place = (day: Weekday): number => (WEEKDAYS.indexOf(day) - WEEKDAYS.indexOf(weekStart) + 7) % 7;
  const pattern = (interval === 1 ? row.everyListedDay : undefined) ?? row.listedDay ?? '{name}';
  const names = [...days]
    .sort((a, b) => place(a) - place(b))
    .map((day) => filled(pattern, { name: row.plurals?.[day] ?? weekdayName(day, locale) }));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

const dateInMonth = (date: number, { firstOfMonth }: InvitationWords): string =>
  date === 1 ? (firstOfMonth ?? '1') : String(date);

function nthDay(on: Extract<DayInMonth, { kind: 'weekday' }>, row: SeriesWords, locale: string): Gaps {
  const { which, day } = on;
  const kinds = { day: row.day, workday: row.workday, 'weekend-day': row.weekendDay };
  const isKind = day === 'day' || day === 'workday' || day === 'weekend-day';
  const ordinals = isKind ? (row.ordinalsOfKinds ?? row.ordinals) : row.ordinals;
  return {
    which: ordinals[places.indexOf(which)] ?? which,
    day: isKind ? kinds[day] : filled(row.nthDay ?? '{name}', { name: weekdayName(day, locale) }),
  };
}
