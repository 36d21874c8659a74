/**
 * The occurrences of a series: making them, changing and cancelling one, which ones are shown. Pure.
 *
 * An occurrence is known by its original start in epoch milliseconds as text, also after it was moved. What is null or
 * absent in one follows the series.
 */
import * as z from 'zod';
import { zoomErrors } from './errors';
import { expand, MOST_OCCURRENCES, type Recurrence } from './recurrence';

const flag = z.boolean().optional();

/** The seven settings that one occurrence can have for itself (PATCH with `occurrence_id`). */
export const OccurrenceSettings = z.object({
  host_video: flag,
  participant_video: flag,
  join_before_host: flag,
  mute_upon_entry: flag,
  waiting_room: flag,
  watermark: flag,
  auto_recording: z.enum(['local', 'cloud', 'none']).optional(),
});
export type OccurrenceSettings = z.infer<typeof OccurrenceSettings>;

/** Times are UTC milliseconds. */
export const StoredOccurrence = z.object({
  id: z.string(),
  start: z.int(),
  /** Minutes. */
  duration: z.int().nullable(),
  agenda: z.string().nullable(),
  settings: OccurrenceSettings,
  deleted: z.boolean(),
});
export type StoredOccurrence = z.infer<typeof StoredOccurrence>;

/** What of a meeting these functions look at. */
export interface Series {
  duration: number;
  occurrences: readonly StoredOccurrence[];
}

/** The occurrences of a new series. Throws a ZoomError when there are none or too many. */
export function newOccurrences(recurrence: Recurrence, start: number, timeZone: string): StoredOccurrence[] {
  const starts = expand(recurrence, start, timeZone);
  if (starts.length === 0 || starts.length > MOST_OCCURRENCES) {
    const field = `recurrence.${recurrence.end_date_time === undefined ? 'end_times' : 'end_date_time'}`;
    throw zoomErrors.invalidFields([{ field, message: 'Invalid field.' }]);
  }
  return starts.map((at) => ({
    id: String(at),
    start: at,
    duration: null,
    agenda: null,
    settings: {},
    deleted: false,
  }));
}

/** Those that take place, by their original starts. */
export const available = (series: Series) => series.occurrences.filter(({ deleted }) => !deleted);

/** When an occurrence is over, in UTC milliseconds. */
export const occurrenceEnd = (series: Series, { start, duration }: StoredOccurrence) =>
  start + (duration ?? series.duration) * 60_000;

/** Those that GET shows: without the previous ones unless they are asked for; cancelled ones are among them. */
export const shownOccurrences = (series: Series, now: number, previous: boolean) =>
  series.occurrences.filter((occurrence) => previous || occurrenceEnd(series, occurrence) > now);

/** The available occurrence that comes next or is running; undefined after the last. */
export function nextOccurrence(series: Series, now: number): StoredOccurrence | undefined {
  return available(series)
    .filter((occurrence) => occurrenceEnd(series, occurrence) > now)
    .reduce<StoredOccurrence | undefined>(
      (next, occurrence) => (next === undefined || occurrence.start < next.start ? occurrence : next),
      undefined,
    );
}

/** Start of the last available occurrence; undefined when there is none. */
export function lastStart(series: Series): number | undefined {
  const starts = available(series).map(({ start }) => start);
  return starts.length === 0 ? undefined : Math.max(...starts);
}

/** The same occurrences with one replaced. */
export const replaced = (series: Series, occurrence: StoredOccurrence): StoredOccurrence[] =>
  series.occurrences.map((other) => (other.id === occurrence.id ? occurrence : other));
