/**
 * The appointment that its organizer is writing, on Office.js.
 *
 * Host calls: `snapshot` 7, or 8 where the client tells a saved item's id, all sent together (one more, in a second
 * round, the first time that a body turns out to be plain text); every other read or write 1, but `readBody` 2,
 * and 2 for a second write of the link property after one read.
 */
import type { AppointmentSnapshot } from '../domain/appointment';
import { composeBody } from './body';
import { isAvailable } from './capabilities';
import { linkPropertyOf } from './customProperties';
import { callHost } from './hostCall';
import type { ComposeAppointment } from './item';
import { notificationBarOf } from './notifications';

export function composeAppointment(item: Office.AppointmentCompose): ComposeAppointment {
  const body = composeBody(item.body);
  const linkProperty = linkPropertyOf(item);

  const readSubject = () =>
    callHost<string>('read the subject of the appointment', (done) => item.subject.getAsync(done));
  const readTime = async (time: Office.Time) =>
    (await callHost<Date>('read the times of the appointment', (done) => time.getAsync(done))).getTime();
  const readLocation = () =>
    callHost<string>('read the location of the appointment', (done) => item.location.getAsync(done));

  return {
    mode: 'compose',
    async snapshot() {
      const [subject, start, end, location, content, property, savedId] = await Promise.all([
        readSubject(),
        readTime(item.start),
        readTime(item.end),
        readLocation(),
        body.read(),
        linkProperty.read(),
        readSavedId(item),
      ]);
      return {
        subject,
        start,
        end,
        timeZone: personsTimeZone(),
        location,
        body: content,
        linkProperty: property,
        savedId,
      } satisfies AppointmentSnapshot;
    },
    async subjectAndTimes() {
      const [subject, start, end] = await Promise.all([
        readSubject(),
        readTime(item.start),
        readTime(item.end),
      ]);
      return { subject, start, end, timeZone: personsTimeZone() };
    },
    readBody: body.read,
    writeBody: body.write,
    prependBody: body.prepend,
    readLocation,
    async writeLocation(location) {
      await callHost<unknown>('write the location of the appointment', (done) =>
        item.location.setAsync(location, done),
      );
    },
    readLinkProperty: linkProperty.read,
    writeLinkProperty: linkProperty.write,
    notifications: notificationBarOf(item),
    onTimesChanged: (listener) => listenForTimes(item, listener),
  };
}

/** A Windows name on most clients; empty where the client does not say. */
const personsTimeZone = (): string => Office.context.mailbox.userProfile?.timeZone ?? '';

/**
 * The item's id where it was saved before. It only helps two windows on one item to agree, so failing to get it
 * is the same as not having one; an item that was never saved answers 9046.
 */
async function readSavedId(item: Office.AppointmentCompose): Promise<string | undefined> {
  if (!isAvailable('itemId')) return undefined;
  try {
    const id = await callHost<string>('tell the id of the appointment', (done) => item.getItemIdAsync(done));
    return id === '' ? undefined : id;
  } catch {
    return undefined;
  }
}

/** Tells of changed times where the client has the event. The event misses changes made in the calendar grid. */
function listenForTimes(item: Office.AppointmentCompose, listener: () => void): () => void {
  if (!isAvailable('itemEvents')) return () => undefined;
  let stopped = false;
  // One handler a listener: taking handlers off is by event type, which would silence other listeners too.
  const ignore = () => undefined;
  void callHost<unknown>('tell when times change', (done) =>
    item.addHandlerAsync(
      Office.EventType.AppointmentTimeChanged,
      () => {
        if (!stopped) listener();
      },
      done,
    ),
  ).catch(ignore);
  return () => {
    stopped = true;
  };
}
