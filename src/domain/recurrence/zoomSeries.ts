/** What Zoom is asked for of a series at a given time: the part to come as it can hold it, in a zone that it knows. */
import { DURATION_LIMIT_MINUTES } from '../meeting';
import type { MeetingRepeats } from '../meeting';
import { DEFAULT_DURATION_MINUTES } from '../meetingFacts';
import type { Note } from '../notes';
import type { Recurrence } from '../recurrence';
import { toIanaTimeZone, toZoomTimeZone } from '../timeZone';
import { stillToCome } from './toCome';
import { meetingRepeatsFor } from './zoomLimits';

export interface ZoomSeries {
  /** The series from its first occurrence on that is still to come. */
  readonly series: Recurrence;
  /** By the name that Zoom has for it; undefined where it has none, and then there is no fixed time either. */
  readonly timeZone: string | undefined;
  readonly repeats: MeetingRepeats;
  /** Why there is no fixed time. */
  readonly note?: Note;
}

/** Undefined when no occurrence is to come. `now` is in UTC milliseconds, minus infinity for the whole series. */
export function zoomSeriesOf(recurrence: Recurrence, now: number): ZoomSeries | undefined {
  const timeZone = toZoomTimeZone(recurrence.timeZone);
  const series = stillToCome(recurrence, timeZone ?? toIanaTimeZone(recurrence.timeZone) ?? 'UTC', now);
  if (!series) return undefined;
  const fitting = meetingRepeatsFor(series);
  if (timeZone !== undefined) return { series, timeZone, ...fitting };
  return {
    series,
    timeZone,
    repeats: { kind: 'no-fixed-time' },
    note: fitting.note ?? 'unknown-time-zone',
  };
}

/** Minutes of each occurrence, within what Zoom takes. */
export const lengthInZoom = ({ durationMinutes }: Pick<Recurrence, 'durationMinutes'>): number =>
  Math.min(durationMinutes || DEFAULT_DURATION_MINUTES, DURATION_LIMIT_MINUTES);
