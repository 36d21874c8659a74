/**
 * What happens in other people's calendars when one occurrence of a series is sent or called off.
 *
 * Whoever has the series has the occurrence of the same date changed there; whoever is invited to this occurrence
 * alone gets an appointment of its own. Call these inside the transaction that changed the organizer's calendar.
 */
import { makeOccurrenceId, makeOccurrenceUid } from '../../../helper/embedded/ids';
import type { Appointment } from '../../../helper/embedded/model';
import type { Profile } from '../../../helper/embedded/profile';
import { cancellation, deliver, isInvited, travelling, type Delivery } from './delivery';

/** An occurrence's copies in another store: within copies of its series, and as appointments of its own. */
function copiesIn(profile: Profile, sent: Appointment, originalDate: string, storeId: string) {
  const series = profile.findByUid(sent.uid, storeId).filter(({ recurrence }) => recurrence);
  const single = profile.findByUid(makeOccurrenceUid(sent.uid, originalDate), storeId);
  return { series: series.map(({ id }) => makeOccurrenceId(id, originalDate)), single };
}

/** Brings back an occurrence that the attendee had deleted. */
function present(profile: Profile, id: string): Appointment[] {
  const found = profile.readMany([id]);
  if (found.length > 0) return found;
  const cancelled = profile.isCancelled(id);
  return cancelled ? [profile.restoreOccurrence(id)] : [];
}

/** Invites the attendees of one occurrence, and calls it off at those who are no longer invited. */
export function sendOccurrence(profile: Profile, sent: Appointment): void {
  const { originalDate } = sent;
  if (originalDate === undefined) return;
  const fields = { ...travelling(sent), recurrence: null };
  for (const store of profile.stores().filter(({ id }) => id !== sent.storeId)) {
    const { series, single } = copiesIn(profile, sent, originalDate, store.id);
    if (!isInvited(sent, store)) {
      callOff(profile, [...profile.readMany(series), ...single]);
      continue;
    }
    const copies = [...series.flatMap((id) => present(profile, id)), ...single];
    for (const { id } of copies) profile.update(id, fields);
    const uid = makeOccurrenceUid(sent.uid, originalDate);
    if (copies.length === 0)
      profile.create({ storeId: store.id, uid, fields: { ...fields, customProperties: {} } });
  }
}

/** Calls one occurrence off at everybody who has it. */
export function callOffOccurrence(profile: Profile, cancelled: Appointment): void {
  const { originalDate } = cancelled;
  if (originalDate === undefined) return;
  for (const store of profile.stores().filter(({ id }) => id !== cancelled.storeId)) {
    const { series, single } = copiesIn(profile, cancelled, originalDate, store.id);
    callOff(profile, [...profile.readMany(series), ...single]);
  }
}

function callOff(profile: Profile, copies: readonly Appointment[]): void {
  const deliveries: Delivery[] = copies.flatMap(cancellation);
  deliver(profile, '', deliveries);
}

/**
 * Brings the changed and cancelled occurrences of a series that was sent to attendees whose copy has none of them yet:
 * they got the series just now.
 */
export function sendExceptions(profile: Profile, sent: Appointment): void {
  const exceptions = profile.exceptions(sent.id);
  for (const copy of profile.findByUid(sent.uid)) {
    if (copy.storeId === sent.storeId || !copy.recurrence || copy.exceptionCount) continue;
    if (!isInvited(sent, profile.store(copy.storeId))) continue;
    for (const { originalDate, occurrence } of exceptions) {
      const id = makeOccurrenceId(copy.id, originalDate);
      if (profile.readMany([id]).length === 0) continue;
      if (occurrence) profile.update(id, { ...travelling(occurrence), recurrence: null });
      else profile.delete(id);
      for (const single of profile.findByUid(makeOccurrenceUid(sent.uid, originalDate), copy.storeId))
        profile.delete(single.id);
    }
  }
}
