/**
 * How something repeats, in words: "Every 2 weeks on Monday and Thursday, until Dec 24, 2026".
 *
 * Patterns come from the language's table; names of days and months, dates and lists from `Intl`.
 */
import type { DayInMonth, RecurrenceEnd, Rule, Weekday } from '../domain/recurrence';
import { WEEKDAYS } from '../domain/recurrence/expand';
import { outlooksOwn } from './format';
import type { Words } from './words';

export function recurrenceInWords(
  { rule, end }: { readonly rule: Rule; readonly end: RecurrenceEnd },
  words: Words,
): string {
  const { t, locale } = words;
  const pattern = patternInWords(rule, words);
  switch (end.kind) {
    case 'never':
      return pattern;
    case 'count':
      return t('recurrence.times', { pattern, count: end.count });
    case 'until': {
      const format = new Intl.DateTimeFormat(locale, { ...inUtc, dateStyle: 'medium' });
      return t('recurrence.until', { pattern, date: format.format(Date.parse(`${end.date}T12:00:00Z`)) });
    }
  }
}

/** Dates are reckoned in UTC. */
const inUtc = { ...outlooksOwn, timeZone: 'UTC' } as const;

const workdays = 'monday,tuesday,wednesday,thursday,friday';

function patternInWords(rule: Rule, words: Words): string {
  const { t, locale } = words;
  const count = rule.interval;
  // Some languages have no plural forms and yet say "every day" rather than "every 1 day".
  const every = { count, context: count === 1 ? 'each' : undefined };
  switch (rule.frequency) {
    case 'daily':
      return t('recurrence.daily', every);
    case 'weekly': {
      if (count === 1 && rule.days.join() === workdays) return t('recurrence.workdays');
      const days = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
        rule.days.map((day) => weekdayName(day, locale)),
      );
      return t('recurrence.weekly', { ...every, days });
    }
    case 'monthly':
      return rule.on.kind === 'date'
        ? t('recurrence.monthlyDate', { ...every, date: String(rule.on.date) })
        : t('recurrence.monthlyDay', { ...every, ...dayInWords(rule.on, words) });
    case 'yearly': {
      // 2024 has every date that a year can have.
      const day = Date.UTC(2024, rule.month - 1, rule.on.kind === 'date' ? rule.on.date : 1, 12);
      const named = { ...inUtc, month: 'long' } as const;
      const format = new Intl.DateTimeFormat(
        locale,
        rule.on.kind === 'date' ? { ...named, day: 'numeric' } : named,
      );
      return rule.on.kind === 'date'
        ? t('recurrence.yearlyDate', { ...every, date: format.format(day) })
        : t('recurrence.yearlyDay', { ...every, ...dayInWords(rule.on, words), month: format.format(day) });
    }
  }
}

function dayInWords({ which, day }: DayInMonth & { kind: 'weekday' }, { t, locale }: Words) {
  const kind =
    day === 'day' || day === 'workday' || day === 'weekend-day'
      ? t(`recurrence.kind.${day}`)
      : t('recurrence.nthDay', { day: weekdayName(day, locale) });
  return { which: t(`recurrence.which.${which}`), day: kind };
}

/** The name of a day in a language. */
export const weekdayName = (day: Weekday, locale: string): string =>
  // 1 November 2026 is a Sunday.
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, 10, 1 + WEEKDAYS.indexOf(day), 12),
  );
