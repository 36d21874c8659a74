/**
 * One occurrence of a series as an appointment of its own, and what may be done to it. Pure.
 *
 * An occurrence that was never touched is the series' at its slot. One that was is an exception, as Outlook keeps
 * them: its times, body and custom properties are its own from then on; what else was changed on it is kept too, the
 * rest goes on following the series.
 */
import type * as z from 'zod';
import type { LocalDate } from '../../domain/recurrence';
import { ProfileError } from './errors';
import { makeOccurrenceId } from './ids';
import { AppointmentFields, type Appointment } from './model';
import { isOnPattern, localDate, neighbours, overlaps, slotOn, slotsBetween } from './series';

/** What an exception keeps for itself. */
export const ExceptionFields = AppointmentFields.omit({ recurrence: true }).partial();
export type ExceptionFields = z.infer<typeof ExceptionFields>;

/** An occurrence that differs from its series, or was cancelled. */
export interface Exception {
  originalDate: LocalDate;
  cancelled: boolean;
  /** Its own fields; none for one that was cancelled untouched. */
  fields: ExceptionFields;
  changeNumber: number;
  modified: number;
}

/** A series as it lies in the file, with the number of the last write to its own fields. */
export interface Series {
  appointment: Appointment;
  ownChange: number;
  exceptions: readonly Exception[];
}

/** The occurrence on a date; undefined when the series has none there, or it was cancelled. */
export function occurrenceOn(series: Series, date: LocalDate): Appointment | undefined {
  const { recurrence } = series.appointment;
  const exception = series.exceptions.find(({ originalDate }) => originalDate === date);
  if (!recurrence || exception?.cancelled || !isOnPattern(recurrence, date)) return undefined;
  return made(series, date, exception);
}

function made(series: Series, originalDate: LocalDate, exception: Exception | undefined): Appointment {
  const { appointment, ownChange } = series;
  const { recurrence, exceptionCount: _count, ...inherited } = appointment;
  const { start, end } = recurrence ? slotOn(recurrence, originalDate) : appointment;
  return {
    ...inherited,
    ...{ start, end, recurrence },
    ...exception?.fields,
    id: makeOccurrenceId(appointment.id, originalDate),
    seriesId: appointment.id,
    originalDate,
    changeNumber: Math.max(ownChange, exception?.changeNumber ?? 0),
    modified: exception?.modified ?? appointment.modified,
  };
}

/** The occurrences that overlap [from, to), wherever they were moved to. */
export function occurrencesBetween(series: Series, from: number, to: number): Appointment[] {
  const { recurrence } = series.appointment;
  if (!recurrence) return [];
  const touched = new Set(series.exceptions.map(({ originalDate }) => originalDate));
  const plain = slotsBetween(recurrence, from, to)
    .filter(({ originalDate }) => !touched.has(originalDate))
    .map(({ originalDate }) => made(series, originalDate, undefined));
  const own = series.exceptions
    .filter(({ cancelled }) => !cancelled)
    .map((exception) => made(series, exception.originalDate, exception))
    .filter((one) => overlaps(one, from, to));
  return [...plain, ...own];
}

/**
 * What the exception keeps after a change: the own fields always, the others where they differ from the series'.
 */
export function exceptionFields(series: Appointment, changed: AppointmentFields): ExceptionFields {
  const { start, end, allDay, body, customProperties, ...others } = changed;
  const kept: ExceptionFields = { start, end, allDay, body, customProperties };
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const { subject, location, timeZone, organizer, required, optional, sent } = others;
  if (subject !== series.subject) kept.subject = subject;
  if (location !== series.location) kept.location = location;
  if (timeZone !== series.timeZone) kept.timeZone = timeZone;
  if (!same(organizer, series.organizer)) kept.organizer = organizer;
  if (!same(required, series.required)) kept.required = required;
  if (!same(optional, series.optional)) kept.optional = optional;
  if (sent !== series.sent) kept.sent = sent;
  return kept;
}

/**
 * Refuses to move an occurrence onto the day of its neighbour or past it, as Outlook does; cancelled ones are no
 * neighbours. Errors: `crosses-occurrence`.
 */
export function assertInOrder(series: Series, date: LocalDate, start: number): void {
  const { recurrence, subject } = series.appointment;
  if (!recurrence) return;
  const exceptions = new Map(series.exceptions.map((one) => [one.originalDate, one]));
  const dayOf = (one: LocalDate): LocalDate => {
    const moved = exceptions.get(one)?.fields.start;
    return moved === undefined ? one : localDate(moved, recurrence);
  };
  const present = (one: LocalDate): boolean => !exceptions.get(one)?.cancelled;
  const { before, after } = neighbours(recurrence, date);
  const [previous, next] = [before.find(present), after.find(present)];
  const target = localDate(start, recurrence);
  const name = subject === '' ? 'this series' : `"${subject}"`;
  if (
    (previous !== undefined && target === dayOf(previous)) ||
    (next !== undefined && target === dayOf(next))
  )
    throw new ProfileError('crosses-occurrence', `Two occurrences of ${name} cannot be on the same day.`);
  if (previous !== undefined && target < dayOf(previous))
    throw new ProfileError('crosses-occurrence', `An occurrence of ${name} cannot skip over an earlier one.`);
  if (next !== undefined && target > dayOf(next))
    throw new ProfileError('crosses-occurrence', `An occurrence of ${name} cannot skip over a later one.`);
}
