/**
 * What dragging does to the times of an appointment. Pure.
 *
 * Times move on the wall clock of the calendar's zone, so that whole days keep the hour; instants are UTC milliseconds.
 */
import type { Recurrence } from '../../../../domain/recurrence';
import type { Appointment } from '../../../../helper/embedded/model';
import { movedTo } from '../../../../helper/embedded/series';
import { daysBetween, minute, shift, toLocal } from '../dates';

/** Dragging goes in steps of so many minutes; nothing is dragged to be shorter. */
export const step = 15;

export interface Times {
  readonly start: number;
  readonly end: number;
}

/** The whole appointment, or its end only. */
export type DragKind = 'move' | 'resize';

/** How far the pointer went, in days and in minutes of the day's clock. */
export interface Delta {
  readonly days: number;
  readonly minutes: number;
}

/** The times after a drag; one of whole days moves by days only. */
export function draggedTimes(
  { start, end, allDay }: Times & { readonly allDay: boolean },
  kind: DragKind,
  { days, minutes }: Delta,
  zone: string,
): Times {
  if (allDay) {
    if (kind === 'resize')
      return { start, end: Math.max(shift(end, { days, minutes: 0 }, zone), nextDay(start, zone)) };
    return { start: shift(start, { days, minutes: 0 }, zone), end: shift(end, { days, minutes: 0 }, zone) };
  }
  if (kind === 'resize')
    return { start, end: Math.max(shift(end, { days: 0, minutes }, zone), start + step * minute) };
  const moved = shift(start, { days, minutes }, zone);
  return { start: moved, end: moved + (end - start) };
}

const nextDay = (instant: number, zone: string): number => shift(instant, { days: 1, minutes: 0 }, zone);

/** Minutes in steps of dragging. */
export const snapped = (minutes: number): number => Math.round(minutes / step) * step + 0;

const minutesOfDay = (instant: number, zone: string): number => {
  const [hours = 0, minutes = 0] = toLocal(instant, zone).time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** How far it is from one instant to another on the wall clock. */
function deltaBetween(from: number, to: number, zone: string): Delta {
  return {
    days: daysBetween(toLocal(from, zone).day, toLocal(to, zone).day),
    minutes: minutesOfDay(to, zone) - minutesOfDay(from, zone),
  };
}

/**
 * The series when all of it moves as one occurrence was dragged; undefined where its pattern cannot follow to another
 * day, such as the second Tuesday of a month.
 */
export function draggedSeries(
  series: Pick<Appointment, 'start' | 'end' | 'recurrence'>,
  from: Times,
  to: Times,
  zone: string,
): Recurrence | undefined {
  const { recurrence } = series;
  if (!recurrence) return undefined;
  const start = deltaBetween(from.start, to.start, zone);
  const { rule } = recurrence;
  if (start.days !== 0 && 'on' in rule && rule.on.kind === 'weekday') return undefined;
  const end = deltaBetween(from.end, to.end, zone);
  return movedTo(recurrence, shift(series.start, start, zone), shift(series.end, end, zone));
}
