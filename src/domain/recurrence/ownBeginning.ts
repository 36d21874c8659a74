/**
 * A series as Zoom has it, beginning where the appointment's series began.
 *
 * Zoom holds of a running series only what was still to come when it was asked for. An appointment that took over
 * Zoom's first date would lose its past occurrences, so it keeps its own first date as long as that makes the same
 * occurrences to come.
 */
import { fromWallClock, toIanaTimeZone, toWallClock } from '../timeZone';
import { occurrencesOf } from './expand';
import type { Series } from './expand';
import { sameSeries } from './same';
import { lastStartOf, stillToCome } from './toCome';

/** As many days are tried as the longest interval that Zoom has: 50 weeks. */
const TRIED_DAYS = 350;

const DAY_MS = 86_400_000;

/**
 * Pattern, end and time of day of `theirs`, from the first date of `own` on, or the first after it that keeps the
 * pattern's rhythm; `theirs` itself where there is none before its own first date.
 *
 * @param now UTC milliseconds
 */
export function withOwnBeginning<T extends Series>(theirs: T, own: Series, now: number): T {
  const zone = toIanaTimeZone(theirs.timeZone) ?? 'UTC';
  const began = toWallClock(fromWallClock(own.start, toIanaTimeZone(own.timeZone) ?? zone), zone);
  const end = endByDate(theirs);
  const rest = stillToCome(theirs, zone, now);
  const [first = theirs.start] = occurrencesOf(theirs, 1);
  for (let tried = 0; tried < TRIED_DAYS; tried += 1) {
    const date = dateAfter(began.slice(0, 10), tried);
    if (date >= first.slice(0, 10)) return theirs;
    const series = { ...theirs, end, start: date + theirs.start.slice(10) };
    const present = stillToCome(series, zone, now);
    const [start = first] = occurrencesOf(series, 1);
    if (start < first && (present && rest ? sameSeries(present, rest) : present === rest)) {
      return { ...series, start };
    }
  }
  return theirs;
}

/** A count is one from another first occurrence. */
function endByDate(series: Series): Series['end'] {
  const last = series.end.kind === 'count' ? lastStartOf(series) : undefined;
  return last === undefined ? series.end : { kind: 'until', date: last.slice(0, 10) };
}

const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
