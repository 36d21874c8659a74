/** An appointment as a request that saves it: as it is, or as a copy of it. Pure. */
import type { Appointment } from '../../../helper/embedded/model';
import type { SaveRequest } from '../contract';

/** A request that writes the appointment as it is, on the version that it is. */
export function requestOf(appointment: Appointment, changes: Partial<SaveRequest> = {}): SaveRequest {
  const { subject, body, location, start, end, allDay, timeZone, required, optional } = appointment;
  const { customProperties, storeId, changeNumber } = appointment;
  // The recurrence of one occurrence is its series'.
  const recurrence = appointment.seriesId === undefined ? appointment.recurrence : undefined;
  return {
    ...{ subject, body, location, start, end, allDay, timeZone, recurrence, required, optional },
    ...{ customProperties, storeId, changeNumber, send: false },
    ...changes,
  };
}

/**
 * A request for a copy, as Outlook makes one: body, place, people and every add-in's properties, not sent to anybody.
 * A copy of one occurrence is a single appointment.
 */
export function copyRequestOf(original: Appointment, times: { start: number; end: number }): SaveRequest {
  const { changeNumber: _version, ...request } = requestOf(original, times);
  return { ...request, recurrence: null };
}
