/**
 * What happens in other people's calendars when an appointment is sent or called off.
 *
 * Attendees who have a store in this profile get a copy with the same uid. The body travels; the organizer's custom
 * properties do not, as in Outlook, and an attendee's own stay on the attendee's copy.
 */
import type { Appointment, AppointmentFields, Store } from '../../../helper/embedded/model';
import type { Profile } from '../../../helper/embedded/profile';
import { addressKey } from '../../../helper/embedded/stores';

/** One write to an attendee's calendar. */
export type Delivery =
  | { kind: 'create'; storeId: string; fields: AppointmentFields }
  | { kind: 'update'; id: string; fields: Partial<AppointmentFields> }
  | { kind: 'cancel'; id: string; subject: string };

export const canceled = 'Canceled: ';

/** Whether this copy is its organizer's own. */
export function isOrganizers(appointment: Appointment, store: Store): boolean {
  return addressKey(appointment.organizer.address) === addressKey(store.owner.address);
}

/** What an invitation carries to an attendee. */
export function travelling(sent: Appointment): Omit<AppointmentFields, 'customProperties'> {
  const { subject, body, location, start, end, allDay, timeZone, recurrence } = sent;
  const { organizer, required, optional } = sent;
  return {
    ...{ subject, body, location, start, end, allDay, timeZone, recurrence },
    ...{ organizer, required, optional, sent: true },
  };
}

/** Whether the owner of a store is among the attendees. */
export function isInvited({ required, optional }: Appointment, { owner }: Store): boolean {
  return [...required, ...optional].some(({ address }) => addressKey(address) === addressKey(owner.address));
}

/** Marks a copy as called off, once. */
export function cancellation(copy: Appointment): Delivery[] {
  return copy.subject.startsWith(canceled)
    ? []
    : [{ kind: 'cancel', id: copy.id, subject: `${canceled}${copy.subject}` }];
}

/**
 * The writes that sending `sent` takes, given the copies in calendars: attendees get or keep a copy, and those
 * who have one but are no longer invited see it called off. Pure.
 */
export function planSending(
  sent: Appointment,
  copies: readonly Appointment[],
  stores: readonly Store[],
): Delivery[] {
  const fields = travelling(sent);
  return stores
    .filter((store) => store.id !== sent.storeId)
    .flatMap((store): Delivery[] => {
      const own = copies.filter((copy) => copy.storeId === store.id);
      if (!isInvited(sent, store)) return own.flatMap(cancellation);
      if (own.length === 0)
        return [{ kind: 'create', storeId: store.id, fields: { ...fields, customProperties: {} } }];
      return own.map((copy) => ({ kind: 'update', id: copy.id, fields }));
    });
}

/** The writes that call an appointment off at everybody who has a copy, its own left out. Pure. */
export function planCancelling(cancelled: Appointment, copies: readonly Appointment[]): Delivery[] {
  return copies.filter((copy) => copy.storeId !== cancelled.storeId).flatMap(cancellation);
}

/** Does what was planned for the appointment with this uid; call it inside the transaction that made the plan. */
export function deliver(profile: Profile, uid: string, deliveries: readonly Delivery[]): void {
  for (const delivery of deliveries) {
    if (delivery.kind === 'create')
      profile.create({ storeId: delivery.storeId, uid, fields: delivery.fields });
    else if (delivery.kind === 'update') profile.update(delivery.id, delivery.fields);
    else profile.update(delivery.id, { subject: delivery.subject });
  }
}
