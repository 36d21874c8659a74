/**
 * The part of a series that is still to come, which is all that Zoom can be asked for.
 *
 * Zoom takes a past start for "now" when it makes a series, and would then hold every occurrence at that time of day;
 * when a series is changed it ignores a past start. So what is sent starts with the first occurrence that has not
 * begun, with a count that leaves out the ones before it. The pattern keeps its rhythm, because it is counted from an
 * occurrence of its own.
 */
import { fromWallClock } from '../timeZone';
import { startsOf } from './expand';
import type { Series } from './expand';

/** An occurrence that begins within this time counts as begun: the request may reach Zoom after its start. */
const SOON_MS = 60_000;

/** No zone's clock is further from UTC than this. */
const FARTHEST_ZONE_MS = 86_400_000;

/** Whether an occurrence that starts at this instant can still be asked of Zoom; both in UTC milliseconds. */
export const isToCome = (start: number, now: number): boolean => start > now + SOON_MS;

/**
 * The series from its first occurrence on that is still to come; undefined when there is none. Its start is an
 * occurrence even where that of the given series only begins the pattern.
 *
 * @param now UTC milliseconds; minus infinity for the whole series
 */
export function stillToCome<T extends Series>(series: T, ianaZone: string, now: number): T | undefined {
  let before = 0;
  for (const start of startsOf(series)) {
    // Long-running series have thousands of occurrences behind them, and asking a zone is slow.
    const longPast = Date.parse(`${start}Z`) + FARTHEST_ZONE_MS < now;
    if (!longPast && isToCome(fromWallClock(start, ianaZone), now)) {
      const { end } = series;
      return { ...series, start, end: end.kind === 'count' ? { ...end, count: end.count - before } : end };
    }
    before += 1;
  }
  return undefined;
}

/** Whether an occurrence of the series starts at this instant (UTC milliseconds). */
export function occursAt(series: Series, ianaZone: string, instant: number): boolean {
  for (const start of startsOf(series)) {
    if (Date.parse(`${start}Z`) + FARTHEST_ZONE_MS < instant) continue;
    const at = fromWallClock(start, ianaZone);
    if (at >= instant) return at === instant;
  }
  return false;
}

/** The last start of a series that ends, as wall clock; undefined when it has no occurrence or no end. */
export function lastStartOf(series: Pick<Series, 'rule' | 'end' | 'start'>): string | undefined {
  if (series.end.kind === 'never') return undefined;
  let last: string | undefined;
  for (const start of startsOf(series)) last = start;
  return last;
}
