/** When a meeting takes place, in the words of a language and with its time zone spelt out. */
import type { Meeting } from '../meeting';
import { toIanaTimeZone } from '../timeZone';
import { gregorian, limitsInWords, ruleInWords } from './seriesInWords';
import { asWritten } from './words';
import type { Wording } from './words';

/**
 * `Monday, November 23, 2026, 9:00 AM – 9:30 AM, Central European Standard Time (Europe/Berlin)`; the end carries
 * its date where it is another day. A series: `Every Monday, 9:00 AM – 9:30 AM, from November 23, 2026 until
 * December 18, 2026, Central European Time (Europe/Berlin)`. Undefined for a meeting without fixed time.
 *
 * A single meeting is told in `timeZone`; a series always in the meeting's own, where alone it keeps its clock. A
 * zone that the runtime does not know gives way to the meeting's own, and that to UTC.
 */
export function timeInWords(
  meeting: Pick<Meeting, 'start' | 'durationMinutes' | 'timeZone' | 'repeats'>,
  wording: Wording,
  timeZone: string,
): string | undefined {
  const { repeats } = meeting;
  if (meeting.start === null || repeats?.kind === 'no-fixed-time') return undefined;
  const own = toIanaTimeZone(meeting.timeZone);
  const zone = (repeats ? own : (toIanaTimeZone(timeZone) ?? own)) ?? 'UTC';
  const { locale } = wording;
  const { comma, oClock } = wording.words;
  const start = Date.parse(meeting.start);
  const end = start + meeting.durationMinutes * 60_000;

  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...gregorian, ...options, timeZone: zone });
  const day = format({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
  const clock = format({ hour: 'numeric', minute: '2-digit' });

  const startDay = asWritten(day.format(start), wording.words);
  const endDay = asWritten(day.format(end), wording.words);
  const from = clock.format(start);
  const to = clock.format(end) + oClock;
  const parts = repeats
    ? [
        ruleInWords(repeats.rule, wording),
        `${from} – ${to}`,
        limitsInWords(start, zone, repeats.end, wording),
      ]
    : endDay === startDay
      ? [startDay, `${from} – ${to}`]
      : [startDay, `${from}${oClock} – ${endDay}`, to];
  const zoneInWords = `${zoneName(format, start, repeats !== null)} (${zone})`;
  // Newer runtimes put narrow no-break spaces before AM and PM, which many clients show as boxes.
  return [...parts, zoneInWords].join(comma).replace(/\p{Zs}/gu, ' ');
}

/** The zone's name, for a series the one that holds in summer and winter, where the runtime has that. */
function zoneName(
  format: (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat,
  instant: number,
  allYear: boolean,
): string {
  const name = (style: 'long' | 'longGeneric'): string =>
    format({ timeZoneName: style })
      .formatToParts(instant)
      .find((part) => part.type === 'timeZoneName')?.value ?? '';
  if (!allYear) return name('long');
  try {
    const generic = name('longGeneric');
    // Zones without a name of that kind come as a bare offset, which is not the same all year.
    return /[+-]\d/.test(generic) ? name('long') : generic;
  } catch {
    return name('long');
  }
}
