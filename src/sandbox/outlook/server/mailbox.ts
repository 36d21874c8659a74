/** What a person does with an appointment in the sandbox's Outlook: save, send, delete. One transaction each. */
import { makeOccurrenceId } from '../../../helper/embedded/ids';
import type { Appointment } from '../../../helper/embedded/model';
import type { Profile } from '../../../helper/embedded/profile';
import type { RestoreRequest, SaveRequest } from '../contract';
import { deliver, isOrganizers, planCancelling, planSending } from './delivery';
import { OutlookError } from './failures';
import { callOffOccurrence, sendExceptions, sendOccurrence } from './occurrenceDelivery';

/** The fields of a request that become the appointment's own. */
function fieldsOf(request: SaveRequest) {
  const { storeId: _storeId, send: _send, changeNumber: _changeNumber, ...fields } = request;
  return fields;
}

function send(profile: Profile, sent: Appointment): void {
  if (sent.seriesId !== undefined) sendOccurrence(profile, sent);
  else {
    deliver(profile, sent.uid, planSending(sent, profile.findByUid(sent.uid), profile.stores()));
    if (sent.recurrence) sendExceptions(profile, sent);
  }
}

function callOff(profile: Profile, cancelled: Appointment): void {
  if (cancelled.seriesId !== undefined) callOffOccurrence(profile, cancelled);
  else deliver(profile, cancelled.uid, planCancelling(cancelled, profile.findByUid(cancelled.uid)));
}

/** Makes an appointment of the store's owner, and sends it if asked to. */
export function createAppointment(profile: Profile, request: SaveRequest): Appointment {
  return profile.transaction(() => {
    const { owner } = profile.store(request.storeId);
    const { recurrence = null } = request;
    const fields = { ...fieldsOf(request), recurrence, organizer: owner, sent: request.send };
    const made = profile.create({ storeId: request.storeId, fields });
    if (request.send) send(profile, made);
    return made;
  });
}

/**
 * Changes an appointment that the caller knows as `request.changeNumber`. An attendee may change the own copy but not
 * send it. Errors: `conflict`, `not-found`, `invalid`, `crosses-occurrence`, `change-number-missing`, `wrong-store`,
 * `not-organizer`.
 */
export function updateAppointment(profile: Profile, id: string, request: SaveRequest): Appointment {
  const expected = request.changeNumber;
  if (expected === undefined)
    throw new OutlookError(
      400,
      'change-number-missing',
      'A change needs the change number that it was made on.',
    );
  return profile.transaction(() => {
    const before = profile.read(id);
    if (before.storeId !== request.storeId)
      throw new OutlookError(400, 'wrong-store', 'The appointment is in another mailbox.');
    if (request.send && !isOrganizers(before, profile.store(before.storeId)))
      throw new OutlookError(403, 'not-organizer', 'Only the organizer can send this appointment.');
    const saved = profile.update(id, { ...fieldsOf(request), sent: before.sent || request.send }, expected);
    if (request.send) send(profile, saved);
    return saved;
  });
}

/** Deletes an appointment; one that its organizer had sent is called off at its attendees. Errors: `not-found`. */
export function deleteAppointment(profile: Profile, id: string): void {
  profile.transaction(() => {
    const appointment = profile.read(id);
    const store = profile.store(appointment.storeId);
    const inCalendar = appointment.folderId === profile.folder(store.id, 'calendar').id;
    if (inCalendar && appointment.sent && isOrganizers(appointment, store)) callOff(profile, appointment);
    profile.delete(id);
  });
}

/** Takes a deletion back: what was sent is sent again. Errors: `not-found`, also when it was not deleted. */
export function restoreAppointment(
  profile: Profile,
  { searchKey, originalDate }: RestoreRequest,
): Appointment {
  return profile.transaction(() => {
    const found = profile.findBySearchKey(searchKey);
    if (!found) throw new OutlookError(404, 'not-found', 'The appointment is not there any more.');
    // The last occurrence took its series with it.
    const item = profile.move(found.id, profile.folder(found.storeId, 'calendar').id);
    if (item.id === found.id && originalDate === undefined)
      throw new OutlookError(404, 'not-found', 'The appointment was not deleted.');
    const restored =
      originalDate === undefined ? item : profile.restoreOccurrence(makeOccurrenceId(item.id, originalDate));
    if (restored.sent && isOrganizers(restored, profile.store(restored.storeId))) send(profile, restored);
    return profile.read(restored.id);
  });
}

/** Outlook's limit for one add-in's roaming settings, in characters. */
const settingsLimit = 32 * 1024;

/** Replaces a store's roaming settings. Errors: `not-found`, `settings-too-large`. */
export function saveSettings(profile: Profile, storeId: string, settings: Record<string, string>): void {
  const size = Object.entries(settings).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (size > settingsLimit)
    throw new OutlookError(413, 'settings-too-large', 'Roaming settings hold at most 32 KB.');
  profile.saveSettings(storeId, settings);
}
