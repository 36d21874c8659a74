/** The times of one side as the other can hold them. */
import type { Note } from '../../domain/notes';
import type { Recurrence } from '../../domain/recurrence';
import { withOwnBeginning } from '../../domain/recurrence/ownBeginning';
import { lengthInZoom, zoomSeriesOf } from '../../domain/recurrence/zoomSeries';
import { toZoomTimeZone } from '../../domain/timeZone';
import { toInstant } from '../../domain/wallClock';
import type { Times } from '../model';

type Single = Extract<Times, { kind: 'single' }>;

export type InZoom =
  | { readonly kind: 'single'; readonly times: Single }
  /** From the first occurrence on that is still to come, without single occurrences. */
  | { readonly kind: 'series'; readonly recurrence: Recurrence }
  /** Zoom cannot hold it as a series, and `note` says why. */
  | { readonly kind: 'no-fixed-time'; readonly note: Note | undefined }
  | { readonly kind: 'nothing-to-come' };

/** @param now UTC milliseconds */
export function inZoom(calendar: Times, now: number): InZoom {
  if (calendar.kind === 'no-fixed-time') return { kind: 'no-fixed-time', note: undefined };
  if (calendar.kind === 'single') {
    const start = toInstant(Date.parse(calendar.start));
    const timeZone = toZoomTimeZone(calendar.timeZone) ?? 'UTC';
    return {
      kind: 'single',
      times: { kind: 'single', start, durationMinutes: lengthInZoom(calendar), timeZone },
    };
  }
  const held = zoomSeriesOf(calendar.recurrence, now);
  if (!held) return { kind: 'nothing-to-come' };
  const { series, timeZone, repeats, note } = held;
  if (repeats.kind === 'no-fixed-time' || timeZone === undefined) return { kind: 'no-fixed-time', note };
  const durationMinutes = lengthInZoom(series);
  return { kind: 'series', recurrence: { ...series, timeZone, durationMinutes } };
}

/**
 * A meeting's times for its appointment, without single occurrences. A series keeps the appointment's own beginning,
 * since Zoom may hold only its later part, and a length that Zoom could not take over stays.
 */
export function inCalendar(
  zoom: Exclude<Times, { kind: 'no-fixed-time' }>,
  own: Times,
  now: number,
): Exclude<Times, { kind: 'no-fixed-time' }> {
  if (zoom.kind === 'single') {
    const length = own.kind === 'single' ? ownLength(zoom.durationMinutes, own) : zoom.durationMinutes;
    const timeZone = own.kind === 'single' ? own.timeZone : zoom.timeZone;
    return { kind: 'single', start: toInstant(Date.parse(zoom.start)), durationMinutes: length, timeZone };
  }
  if (own.kind !== 'series') return { ...zoom, deviations: [] };
  const recurrence = withOwnBeginning(zoom.recurrence, own.recurrence, now);
  const durationMinutes = ownLength(recurrence.durationMinutes, own.recurrence);
  return { kind: 'series', recurrence: { ...recurrence, durationMinutes }, deviations: [] };
}

/** Minutes in the calendar for minutes in Zoom: its own where those are what Zoom makes of them. */
export const ownLength = (inZoom: number, own: Pick<Recurrence, 'durationMinutes'>): number =>
  lengthInZoom(own) === inZoom ? own.durationMinutes : inZoom;
