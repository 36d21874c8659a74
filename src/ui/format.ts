/** Times as people read them. Instants come in UTC milliseconds; zones are IANA names. */

const date: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
};
const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };

/**
 * Zoom's and Outlook's days are the Gregorian calendar's, and their numbers have these digits, whatever is usual where
 * the language is spoken.
 */
export const outlooksOwn = { calendar: 'gregory', numberingSystem: 'latn' } as const;

/** A number as the language groups and points it. */
export const formatNumber = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { numberingSystem: outlooksOwn.numberingSystem }).format(value);

/**
 * `Mon, Nov 23, 2026, 9:00 – 9:30 AM`, and `Mon, Nov 23, 2026` for whole days, in the given zone, or the browser's own
 * where that zone is unknown.
 */
export function formatRange(
  start: number,
  end: number,
  language: string,
  timeZone: string | undefined,
): string {
  const last = Math.max(start, end);
  const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-US', timeZone);
  const wholeDays = last > start && [start, last].every((instant) => clock.format(instant) === '00:00');
  return wholeDays
    ? format(date, language, timeZone).formatRange(start, last - 1)
    : format({ ...date, ...time }, language, timeZone).formatRange(start, last);
}

function format(
  options: Intl.DateTimeFormatOptions,
  language: string,
  timeZone: string | undefined,
): Intl.DateTimeFormat {
  try {
    const same = { ...options, ...outlooksOwn };
    return new Intl.DateTimeFormat(language, timeZone ? { ...same, timeZone } : same);
  } catch {
    return new Intl.DateTimeFormat(undefined, options);
  }
}

/** `Nov 23, 2026, 9:00 AM`, in the given zone, or the browser's own where that zone is unknown. */
export const formatInstant = (instant: number, language: string, timeZone: string | undefined): string =>
  format({ dateStyle: 'medium', timeStyle: 'short' }, language, timeZone).format(instant);

/** The name of a language (a tag, its region left out), in words of another; the tag itself where nobody knows it. */
export function languageName(tag: string, inLanguage: string): string {
  try {
    const { language } = new Intl.Locale(tag);
    return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(language) ?? tag;
  } catch {
    return tag;
  }
}
