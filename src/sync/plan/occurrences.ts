/** Single occurrences of a pair of series: brought together one by one, as far as each side can still take them. */
import type { Recurrence } from '../../domain/recurrence';
import { isToCome, occursAt } from '../../domain/recurrence/toCome';
import { lengthInZoom } from '../../domain/recurrence/zoomSeries';
import type { Deviation, Times } from '../model';
import { deviationsStillIn, mergeDeviations, occurrencesWith } from '../occurrences';
import type { OccurrencePatch } from '../ports';
import { sameInstant, zoneOf } from './compare';
import { ownLength } from './project';

export interface OccurrenceSides {
  readonly calendar: Times;
  readonly zoom: Times;
  /** As each side was when they last agreed; undefined where they meet for the first time. */
  readonly base: { readonly calendar: Times; readonly zoom: Times } | undefined;
  /** The meeting got other times as a whole: Zoom then forgets what was changed in single occurrences. */
  readonly zoomForgot: boolean;
  readonly now: number;
}

export interface OccurrencesMerged {
  readonly toCalendar: readonly OccurrencePatch[];
  readonly toZoom: readonly OccurrencePatch[];
  readonly conflicts: readonly string[];
}

/** What each side would have to be told, in minutes as that side has them; whether it still can is another question. */
export function mergedOccurrences({
  calendar,
  zoom,
  base,
  zoomForgot,
  now,
}: OccurrenceSides): OccurrencesMerged {
  const nothing = { toCalendar: [], toZoom: [], conflicts: [] };
  if (calendar.kind !== 'series' || zoom.kind !== 'series') return nothing;
  const present = { calendar: meantIn(calendar), zoom: meantIn(zoom) };
  const before = {
    calendar: base?.calendar.kind === 'series' ? meantIn(base.calendar) : [],
    zoom: base?.zoom.kind === 'series' ? meantIn(base.zoom) : [],
  };
  const all = [...Object.values(present), ...Object.values(before)];
  if (all.every((each) => each.length === 0)) return nothing;
  const forgotten = zoomForgot ? originalsOf(before.zoom) : new Set<number>();
  for (const at of originalsOf(present.zoom)) forgotten.delete(at);
  const remembered = (each: Deviation): boolean => !forgotten.has(Date.parse(each.original));
  const merged = mergeDeviations({
    ...present,
    base: { calendar: before.calendar.filter(remembered), zoom: before.zoom.filter(remembered) },
  });
  const own = (each: OccurrencePatch): OccurrencePatch =>
    each.kind === 'moved'
      ? { ...each, durationMinutes: ownLength(each.durationMinutes, calendar.recurrence) }
      : each;
  return {
    conflicts: merged.conflicts,
    toZoom: telling(zoom, merged.toZoom, now),
    toCalendar: telling(calendar, merged.toCalendar.map(own), now),
  };
}

/** What of it a side can still be told, and does not have already: lengths may be the series' own there. */
function telling(
  { recurrence, deviations }: Extract<Times, { kind: 'series' }>,
  patches: readonly OccurrencePatch[],
  now: number,
): readonly OccurrencePatch[] {
  return patches
    .filter((each) => isLive(each, deviations, now))
    .map((each): OccurrencePatch => {
      const isAsSeries =
        each.kind === 'moved' &&
        sameInstant(each.start, each.original) &&
        each.durationMinutes === recurrence.durationMinutes;
      return isAsSeries ? { kind: 'as-series', original: each.original } : each;
    })
    .filter(
      ({ kind, original }) =>
        kind !== 'as-series' || deviations.some((each) => sameInstant(each.original, original)),
    );
}

/** Those of an occurrence that the series has. */
export const occurringIn = (
  recurrence: Recurrence,
  patches: readonly OccurrencePatch[],
): readonly OccurrencePatch[] =>
  patches.filter(({ original }) => occursAt(recurrence, zoneOf(recurrence), Date.parse(original)));

/** What a series deviates in once it was told. */
export function patched(deviations: readonly Deviation[], patches: readonly OccurrencePatch[]): Deviation[] {
  const byOriginal = new Map(deviations.map((each) => [Date.parse(each.original), each]));
  for (const patch of patches) {
    const at = Date.parse(patch.original);
    if (patch.kind === 'as-series') byOriginal.delete(at);
    else byOriginal.set(at, patch);
  }
  return [...byOriginal].sort(([a], [b]) => a - b).map(([, each]) => each);
}

/** What of it a series for Zoom is sent with: only what is still to come. */
export function forZoom(recurrence: Recurrence, deviations: readonly Deviation[], now: number): Deviation[] {
  const known = deviationsStillIn(recurrence, deviations.map(asLongAsZoomTakes)).deviations;
  return known.filter((each) => isLive(each, [], now));
}

export const forCalendar = (recurrence: Recurrence, deviations: readonly Deviation[]): Deviation[] => [
  ...deviationsStillIn(recurrence, deviations).deviations,
];

/** More than this no meeting of Zoom's has. */
const MOST_CANCELLED = 200;

/** Cancels whatever is left of a series; undefined where that is more than a series in Zoom ever has. */
export function cancelledRest(
  { recurrence, deviations }: Extract<Times, { kind: 'series' }>,
  now: number,
): readonly OccurrencePatch[] | undefined {
  if (recurrence.end.kind === 'never') return undefined;
  const rest = occurrencesWith(recurrence, deviations, { from: now, to: Infinity }).filter(({ start }) =>
    isToCome(Date.parse(start), now),
  );
  if (rest.length > MOST_CANCELLED) return undefined;
  return rest.map(({ original }) => ({ kind: 'cancelled', original }));
}

const originalsOf = (deviations: readonly Deviation[]): Set<number> =>
  new Set(deviations.map(({ original }) => Date.parse(original)));

/** What really deviates, in minutes that Zoom takes. */
function meantIn({ recurrence, deviations }: Extract<Times, { kind: 'series' }>): readonly Deviation[] {
  if (deviations.length === 0) return deviations;
  const held = { ...recurrence, durationMinutes: lengthInZoom(recurrence) };
  return deviationsStillIn(held, deviations.map(asLongAsZoomTakes)).deviations;
}

const asLongAsZoomTakes = (each: Deviation): Deviation =>
  each.kind === 'moved' ? { ...each, durationMinutes: lengthInZoom(each) } : each;

/** Whether there is anything left to change of it on a side that has `present`. */
function isLive(patch: OccurrencePatch, present: readonly Deviation[], now: number): boolean {
  if (patch.kind === 'moved') return isToCome(Date.parse(patch.start), now);
  const at = Date.parse(patch.original);
  const there = present.find((each) => Date.parse(each.original) === at);
  const start = there?.kind === 'moved' && patch.kind === 'cancelled' ? Date.parse(there.start) : at;
  return isToCome(start, now);
}
