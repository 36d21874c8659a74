/**
 * The appointment that is only being read, on Office.js: its fields are there at once, its body and properties
 * by one call each.
 */
import { readBodyAsHtml } from './body';
import { linkPropertyOf } from './customProperties';
import type { ReadAppointment } from './item';
import { isMe, personFrom } from './people';
import { repetitionOfRead } from './repetition';

export function readAppointment(item: Office.AppointmentRead): ReadAppointment {
  const organizer = personFrom(item.organizer);
  return {
    mode: 'read',
    subject: item.subject ?? '',
    start: timeOf(item.start),
    end: timeOf(item.end),
    location: item.location ?? '',
    organizer,
    organizedByMe: isMe(organizer),
    repetition: repetitionOfRead(item, Office.context.mailbox.userProfile?.timeZone ?? ''),
    readBody: () => readBodyAsHtml(item.body),
    readLinkProperty: () => linkPropertyOf(item).read(),
  };
}

const timeOf = (time: Date | undefined): number => time?.getTime() ?? 0;
