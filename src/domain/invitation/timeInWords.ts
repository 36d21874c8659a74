/** When a meeting takes place, in the words of a language and with its time zone spelt out. */
import type { Meeting } from '../meeting';
import { toIanaTimeZone } from '../timeZone';

/**
 * `Monday, November 23, 2026, 9:00 AM – 9:30 AM, Central European Standard Time (Europe/Berlin)`; the end carries
 * its date where it is another day. Undefined for a meeting without fixed time. A zone that the runtime does not
 * know gives way to the meeting's own, and that to UTC.
 */
export function timeInWords(
  meeting: Pick<Meeting, 'start' | 'durationMinutes' | 'timeZone'>,
  locale: string,
  timeZone: string,
): string | undefined {
  if (meeting.start === null) return undefined;
  const zone = toIanaTimeZone(timeZone) ?? toIanaTimeZone(meeting.timeZone) ?? 'UTC';
  const start = Date.parse(meeting.start);
  const end = start + meeting.durationMinutes * 60_000;

  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  const day = format({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
  const clock = format({ hour: 'numeric', minute: '2-digit' });

  const startDay = day.format(start);
  const endDay = day.format(end);
  const from = `${startDay}, ${clock.format(start)}`;
  const to = endDay === startDay ? clock.format(end) : `${endDay}, ${clock.format(end)}`;
  // Newer runtimes put narrow no-break spaces before AM and PM, which many clients show as boxes.
  return `${from} – ${to}, ${zoneName(format({ timeZoneName: 'long' }), start)} (${zone})`.replace(
    /\p{Zs}/gu,
    ' ',
  );
}

const zoneName = (format: Intl.DateTimeFormat, instant: number): string =>
  format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
