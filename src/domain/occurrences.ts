/** Single occurrences of a series in Zoom: which were changed by themselves, and which one an appointment may be. */
import type { Meeting, Occurrence } from './meeting';
import { isToCome } from './recurrence/toCome';
import { localDay } from './timeZone';

type Series = Pick<Meeting, 'occurrences' | 'timeZone' | 'durationMinutes'>;

/** Whether Zoom has other times for it than the series gives. */
export const isException = (occurrence: Occurrence, series: Pick<Series, 'durationMinutes'>): boolean =>
  occurrence.cancelled ||
  Number(occurrence.id) !== Date.parse(occurrence.start) ||
  occurrence.durationMinutes !== series.durationMinutes;

/** More than these few nobody can tell apart. */
const MOST = 4;

/**
 * The occurrences that an appointment may be which Outlook moved to a day that the series does not have, the nearest
 * first.
 *
 * Outlook lets no occurrence pass another one. One that was changed by itself in Zoom is the occurrence of another
 * appointment, which stands at that time in Outlook, too: what lies beyond it is ruled out. The others may have been
 * moved or deleted in Outlook without Zoom being told, so more than the two neighbours stay possible. Left out is what
 * Zoom would not change: what is over or cancelled, and everything for an appointment that is over.
 * @param now UTC milliseconds, like the times of the appointment
 */
export function possibleOccurrences(
  series: Series,
  { start, end }: { readonly start: number; readonly end: number },
  now: number,
): Occurrence[] {
  const { occurrences, timeZone } = series;
  const day = localDay(start, timeZone);
  const stayedAndCancelled = occurrences.some(
    (each) => each.cancelled && localDay(startOf(each), timeZone) === day,
  );
  if (end <= now || stayedAndCancelled) return [];
  const living = occurrences.filter(({ cancelled }) => !cancelled);
  const taken = living.filter((each) => isException(each, series)).map(startOf);
  const after = Math.max(...taken.filter((at) => at < start), -Infinity);
  const before = Math.min(...taken.filter((at) => at > start), Infinity);
  const distance = (each: Occurrence): number => Math.abs(startOf(each) - start);
  return living
    .filter((each) => {
      const at = startOf(each);
      return !isException(each, series) && at > after && at < before && isToCome(at, now);
    })
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST);
}

const startOf = ({ start }: Occurrence): number => Date.parse(start);
