/**
 * Single occurrences of a series that have something of their own: what really takes place, what of it two sides have
 * to tell each other, and what becomes of it when the series changes.
 *
 * An occurrence is known by its `original`, the instant that the series gives it, by which iCalendar names it as well
 * (RFC 5545, RECURRENCE-ID). Pure; nothing here asks which side may be written to.
 */
import type { Recurrence } from '../domain/recurrence';
import { startsOf } from '../domain/recurrence/expand';
import { fromWallClock, localDay, toIanaTimeZone } from '../domain/timeZone';
import { toInstant } from '../domain/wallClock';
import type { Deviation } from './model';
import type { OccurrencePatch } from './ports';

/** One that takes place. `original` and `start` are instants to the second. */
export interface HeldOccurrence {
  readonly original: string;
  readonly start: string;
  readonly durationMinutes: number;
}

/** UTC milliseconds: what starts at `from` or later and before `to`. Infinite ones are none. */
export interface OccurrenceWindow {
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 86_400_000;
/** An instant has four digits of year. */
const LAST_DAY = Date.UTC(9999, 11, 31);

/**
 * What takes place of a series within a window, in the order in which it does: the moved ones where they were moved
 * to, without the cancelled ones. A deviation of something that is no occurrence of the series counts for nothing.
 */
export function occurrencesWith(
  recurrence: Recurrence,
  deviations: readonly Deviation[],
  { from, to }: OccurrenceWindow,
): HeldOccurrence[] {
  const own = byOriginal(deviations);
  const deviating = daysAround([...own.keys()]);
  const end = Math.min(to, LAST_DAY);
  const isNear = (wall: number): boolean =>
    (wall > from - DAY_MS && wall < end + DAY_MS) || deviating.has(dayOf(wall));
  const held = new Map<number, HeldOccurrence & { readonly at: number }>();
  for (const { at } of originalsNear(recurrence, isNear, Math.max(end, ...own.keys()))) {
    const deviation = own.get(at);
    if (deviation?.kind === 'cancelled') continue;
    const start = deviation ? Date.parse(deviation.start) : at;
    const { durationMinutes } = deviation ?? recurrence;
    if (start < from || start >= end) continue;
    held.set(at, { at: start, original: toInstant(at), start: toInstant(start), durationMinutes });
  }
  return [...held]
    .sort(([a, one], [b, other]) => one.at - other.at || a - b)
    .map(([, { original, start, durationMinutes }]) => ({ original, start, durationMinutes }));
}

/** What each side holds, by `original`, each once. */
export interface DeviationsOfSides {
  readonly calendar: readonly Deviation[];
  readonly zoom: readonly Deviation[];
}

export interface MergedDeviations {
  /** What each side has to be told, by `original`; nothing where it is empty. */
  readonly toCalendar: readonly OccurrencePatch[];
  readonly toZoom: readonly OccurrencePatch[];
  /** The originals of those that both sides changed, each in its own way: the calendar's are in `toZoom`. */
  readonly conflicts: readonly string[];
}

/**
 * Brings together what both sides did to single occurrences since each was as in `base`, one by one: what one side
 * changed the other is told, and of what both changed the calendar's counts. Both are to be of the same series, and
 * without deviations that deviate in nothing (`deviationsStillIn`).
 *
 * Each side has a base of its own: where Zoom could not take one over, that is how the two agreed.
 */
export function mergeDeviations({
  base,
  calendar,
  zoom,
}: DeviationsOfSides & { readonly base: DeviationsOfSides }): MergedDeviations {
  const toCalendar: OccurrencePatch[] = [];
  const toZoom: OccurrencePatch[] = [];
  const conflicts: string[] = [];
  const [calendarNow, zoomNow] = [byOriginal(calendar), byOriginal(zoom)];
  const [calendarThen, zoomThen] = [byOriginal(base.calendar), byOriginal(base.zoom)];
  const all = new Set([calendarNow, zoomNow, calendarThen, zoomThen].flatMap((side) => [...side.keys()]));
  for (const at of [...all].sort((a, b) => a - b)) {
    const [inCalendar, inZoom] = [calendarNow.get(at), zoomNow.get(at)];
    if (isSame(inCalendar, inZoom)) continue;
    const original = toInstant(at);
    const calendarChanged = !isSame(inCalendar, calendarThen.get(at));
    const zoomChanged = !isSame(inZoom, zoomThen.get(at));
    if (calendarChanged) toZoom.push(inCalendar ?? { kind: 'as-series', original });
    else if (zoomChanged) toCalendar.push(inZoom ?? { kind: 'as-series', original });
    if (calendarChanged && zoomChanged) conflicts.push(original);
  }
  return { toCalendar, toZoom, conflicts };
}

/** What becomes of an occurrence whose deviation is dropped. */
export type Becomes =
  /**
   * It takes place as the series has it, at `original`: where it had been moved to, or else on the day where it
   * belonged (one that was cancelled takes place again). That occurrence may have a deviation of its own.
   */
  | { readonly kind: 'as-series'; readonly original: string }
  /** The series has nothing in its stead. */
  | { readonly kind: 'none' };

export interface StillDeviating {
  /** Those that keep their meaning, by `original`, each once. */
  readonly deviations: readonly Deviation[];
  readonly dropped: readonly { readonly deviation: Deviation; readonly becomes: Becomes }[];
}

/**
 * Which deviations a series still has room for after it changed. Dropped are those whose original it no longer gives,
 * and those that deviate in nothing: a moved one that is where the series has it, for as long. Days are those of the
 * series' zone.
 */
export function deviationsStillIn(recurrence: Recurrence, deviations: readonly Deviation[]): StillDeviating {
  const own = byOriginal(deviations);
  const asked = [...own].flatMap(([at, each]) =>
    each.kind === 'moved' ? [at, Date.parse(each.start)] : [at],
  );
  const days = daysAround(asked);
  const given = new Set<number>();
  const onDay = new Map<string, number>();
  for (const { at, day } of originalsNear(recurrence, (wall) => days.has(dayOf(wall)), Math.max(...asked))) {
    given.add(at);
    onDay.set(day, at);
  }
  const still: Deviation[] = [];
  const dropped: { deviation: Deviation; becomes: Becomes }[] = [];
  for (const [at, deviation] of [...own].sort(([a], [b]) => a - b)) {
    const start = deviation.kind === 'moved' ? Date.parse(deviation.start) : undefined;
    const isAsSeries =
      start === at && deviation.kind === 'moved' && deviation.durationMinutes === recurrence.durationMinutes;
    if (given.has(at) && !isAsSeries) {
      still.push(deviation);
      continue;
    }
    const instead =
      start !== undefined && given.has(start) ? start : onDay.get(localDay(at, recurrence.timeZone));
    const becomes: Becomes =
      instead === undefined ? { kind: 'none' } : { kind: 'as-series', original: toInstant(instead) };
    dropped.push({ deviation, becomes });
  }
  return { deviations: still, dropped };
}

/** By the instant, however it is written; of several the last. Each `original` is as `toInstant` writes it. */
function byOriginal(deviations: readonly Deviation[]): Map<number, Deviation> {
  return new Map(
    deviations.map((each) => {
      const original = toInstant(Date.parse(each.original));
      return [Date.parse(original), { ...each, original }];
    }),
  );
}

function isSame(a: Deviation | undefined, b: Deviation | undefined): boolean {
  if (a?.kind !== 'moved' || b?.kind !== 'moved') return a?.kind === b?.kind;
  return Date.parse(a.start) === Date.parse(b.start) && a.durationMinutes === b.durationMinutes;
}

const dayOf = (ms: number): number => Math.floor(ms / DAY_MS);

/** Wall clock and instant are less than a day apart. */
const daysAround = (instants: readonly number[]): ReadonlySet<number> =>
  new Set(instants.map(dayOf).flatMap((day) => [day - 1, day, day + 1]));

/**
 * The original instants of a series, each with its day on the wall, up to about `last`. Asking a zone is slow, so only
 * those are looked at whose wall clock, read as UTC, `isNear`.
 */
function* originalsNear(
  recurrence: Recurrence,
  isNear: (wall: number) => boolean,
  last: number,
): Generator<{ readonly at: number; readonly day: string }> {
  const zone = toIanaTimeZone(recurrence.timeZone) ?? 'UTC';
  for (const start of startsOf(recurrence)) {
    const wall = Date.parse(`${start}Z`);
    if (wall > last + DAY_MS) return;
    if (isNear(wall)) yield { at: fromWallClock(start, zone), day: start.slice(0, 10) };
  }
}
