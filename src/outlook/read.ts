/**
 * The appointment that is only being read, on Office.js: its fields are there at once, its body and properties
 * by one call each.
 */
import { readBodyAsHtml } from './body';
import { linkPropertyOf } from './customProperties';
import type { Person, ReadAppointment } from './item';

export function readAppointment(item: Office.AppointmentRead): ReadAppointment {
  return {
    mode: 'read',
    subject: item.subject ?? '',
    start: timeOf(item.start),
    end: timeOf(item.end),
    location: item.location ?? '',
    organizer: personOf(item.organizer),
    readBody: () => readBodyAsHtml(item.body),
    readLinkProperty: () => linkPropertyOf(item).read(),
  };
}

const timeOf = (time: Date | undefined): number => time?.getTime() ?? 0;

function personOf(details: Office.EmailAddressDetails | undefined): Person | undefined {
  return details ? { name: details.displayName ?? '', address: details.emailAddress ?? '' } : undefined;
}
