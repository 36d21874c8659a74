/** Times as a side keeps them: what single occurrences become, when all is over. */
import type { Recurrence } from '../../../src/domain/recurrence';
import { instantsOf } from '../../../src/domain/recurrence/expand';
import { lastStartOf, occursAt } from '../../../src/domain/recurrence/toCome';
import { fromWallClock, toIanaTimeZone } from '../../../src/domain/timeZone';
import { toInstant } from '../../../src/domain/wallClock';
import type { Deviation, Times } from '../../../src/sync/model';
import type { OccurrencePatch } from '../../../src/sync/ports';

const MINUTE = 60_000;

const zones = new Map<string, string>();

/** Remembered: asking the runtime for a zone is the slowest thing that a side does. */
export function ianaZoneOf(timeZone: string): string {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const found = toIanaTimeZone(timeZone) ?? 'UTC';
  zones.set(timeZone, found);
  return found;
}

const occurrences = new WeakMap<Recurrence, Map<string, boolean>>();

function occurs(recurrence: Recurrence, original: string): boolean {
  const answers = occurrences.get(recurrence) ?? new Map<string, boolean>();
  occurrences.set(recurrence, answers);
  const known = answers.get(original);
  if (known !== undefined) return known;
  const found = occursAt(recurrence, ianaZoneOf(recurrence.timeZone), Date.parse(original));
  answers.set(original, found);
  return found;
}

const isOwn = (deviation: Deviation, { durationMinutes }: Recurrence): boolean =>
  deviation.kind === 'cancelled' ||
  deviation.start !== deviation.original ||
  deviation.durationMinutes !== durationMinutes;

/** With deviations of occurrences alone, each once, by their originals, and none that deviates in nothing. */
export function tidy(times: Times): Times {
  if (times.kind !== 'series' || times.deviations.length === 0) return times;
  const { recurrence } = times;
  const byOriginal = new Map(times.deviations.map((each) => [toInstant(Date.parse(each.original)), each]));
  const deviations = [...byOriginal]
    .filter(([original, each]) => isOwn(each, recurrence) && occurs(recurrence, original))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([original, each]) => ({ ...each, original }));
  return { ...times, deviations };
}

/** Undefined where one of them is no occurrence of it. */
export function withOccurrences(times: Times, patches: readonly OccurrencePatch[]): Times | undefined {
  if (times.kind !== 'series') return undefined;
  const byOriginal = new Map(times.deviations.map((each) => [each.original, each]));
  for (const patch of patches) {
    const original = toInstant(Date.parse(patch.original));
    if (!occurs(times.recurrence, original)) return undefined;
    if (patch.kind === 'as-series') byOriginal.delete(original);
    else byOriginal.set(original, { ...patch, original });
  }
  return tidy({ ...times, deviations: [...byOriginal.values()] });
}

/** The original starts of the first occurrences as instants; of anything but a series, none. */
export const originalsOf = (times: Times, most: number): string[] =>
  times.kind === 'series'
    ? instantsOf(times.recurrence, most, ianaZoneOf(times.recurrence.timeZone)).map(toInstant)
    : [];

const ends = new WeakMap<Times, number>();

/** When the last of it is over, UTC milliseconds; infinity without an end or a fixed time. */
export function endOf(times: Times): number {
  const known = ends.get(times);
  if (known !== undefined) return known;
  const end = findEnd(times);
  ends.set(times, end);
  return end;
}

function findEnd(times: Times): number {
  if (times.kind === 'no-fixed-time') return Infinity;
  if (times.kind === 'single') return Date.parse(times.start) + times.durationMinutes * MINUTE;
  const { recurrence, deviations } = times;
  if (recurrence.end.kind === 'never') return Infinity;
  const last = lastStartOf(recurrence) ?? recurrence.start;
  const starts = [
    fromWallClock(last, ianaZoneOf(recurrence.timeZone)) + recurrence.durationMinutes * MINUTE,
    ...deviations.map((each) =>
      each.kind === 'moved' ? Date.parse(each.start) + each.durationMinutes * MINUTE : -Infinity,
    ),
  ];
  return Math.max(...starts);
}
