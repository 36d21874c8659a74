/** Times and ids as people read them. Instants come in UTC milliseconds or ISO 8601; zones are IANA names. */

/** `Mon, Nov 23, 2026, 9:00 – 9:30 AM`, in the given zone, or the browser's own where that zone is unknown. */
export function formatRange(
  start: number,
  end: number,
  language: string,
  timeZone: string | undefined,
): string {
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  };
  return format(options, language, timeZone).formatRange(start, Math.max(start, end));
}

function format(
  options: Intl.DateTimeFormatOptions,
  language: string,
  timeZone: string | undefined,
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, timeZone ? { ...options, timeZone } : options);
  } catch {
    return new Intl.DateTimeFormat(undefined, options);
  }
}

/** Zoom's own grouping: `812 3456 7890`, `123 456 7890`, `123 456 789`. */
export function formatMeetingId(id: string): string {
  const groups =
    id.length === 11
      ? /^(\d{3})(\d{4})(\d{4})$/
      : id.length === 10
        ? /^(\d{3})(\d{3})(\d{4})$/
        : /^(\d{3})(\d{3})(\d{3})$/;
  return id.replace(groups, '$1 $2 $3');
}
