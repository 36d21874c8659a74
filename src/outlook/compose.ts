/**
 * The appointment that its organizer is writing, on Office.js.
 *
 * Host calls: `snapshot` 7, one more where the client tells a saved item's id (Mailbox 1.8) and one more where it tells
 * whether the item repeats (1.7), all sent together; another, in a second round, the first time that a body turns out to
 * be plain text. `subjectAndTimes` 3, or 4 with the repetition, together. `readBody`, `readAttendees` and `writeTimes` 2;
 * every other read or write 1, but 2 for a second write of the link property after one read.
 */
import type { AppointmentSnapshot } from '../domain/appointment';
import { ProductError } from '../domain/errors';
import { composeBody } from './body';
import { capability, isAvailable } from './capabilities';
import { linkPropertyOf } from './customProperties';
import { callHost, hostCodeOf } from './hostCall';
import type { ComposeAppointment, Person } from './item';
import { notificationBarOf } from './notifications';
import { personFrom } from './people';
import { readRepetition, writeRecurrence } from './repetition';

/** Office's code for an end before the start. */
const INVALID_END_TIME = 9010;

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
      const [subject, start, end, location, content, property, savedId, repetition] = await Promise.all([
        readSubject(),
        readTime(item.start),
        readTime(item.end),
        readLocation(),
        body.read(),
        linkProperty.read(),
        readSavedId(item),
        readRepetition(item, personsTimeZone()),
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
        repetition,
      } satisfies AppointmentSnapshot;
    },
    async subjectAndTimes() {
      const [subject, start, end, repetition] = await Promise.all([
        readSubject(),
        readTime(item.start),
        readTime(item.end),
        readRepetition(item, personsTimeZone()),
      ]);
      return { subject, start, end, timeZone: personsTimeZone(), repetition };
    },
    readSavedId: () => readSavedId(item),
    async writeSubject(subject) {
      await callHost<unknown>('write the subject of the appointment', (done) =>
        item.subject.setAsync(subject, done),
      );
    },
    writeTimes: (start, end) => writeTimes(item, start, end),
    writeRecurrence: (recurrence) => writeRecurrence(item, recurrence, personsTimeZone()),
    readAttendees: () => readAttendees(item),
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

/**
 * The start first: Outlook then moves the end with it, so that no end is before its start in between. A host that
 * leaves the end where it is refuses a start behind it; there the end goes first, and once more in case it moved after
 * all. Classic Outlook on Windows refuses the times of a series this way (5001): those are part of its recurrence.
 */
async function writeTimes(item: Office.AppointmentCompose, start: number, end: number): Promise<void> {
  const set = (time: Office.Time, to: number) =>
    callHost<unknown>('write the times of the appointment', (done) => time.setAsync(new Date(to), done));
  try {
    await set(item.start, start);
  } catch (thrown) {
    if (hostCodeOf(thrown) !== INVALID_END_TIME) throw thrown;
    await set(item.end, end);
    await set(item.start, start);
  }
  await set(item.end, end);
}

/** Both lists, each address once. */
async function readAttendees(item: Office.AppointmentCompose): Promise<readonly Person[]> {
  const able = capability('attendees');
  if (able.status === 'unavailable') throw new ProductError('host-unsupported', { reason: able.reason });
  const lists = await Promise.all(
    [item.requiredAttendees, item.optionalAttendees].map((list) =>
      callHost<Office.EmailAddressDetails[]>('read who is invited', (done) => list.getAsync(done)),
    ),
  );
  const people = new Map<string, Person>();
  for (const details of lists.flat()) {
    const person = personFrom(details);
    // What the person typed and Outlook has not resolved yet has no address.
    if (person?.address.includes('@')) people.set(person.address.toLowerCase(), person);
  }
  return [...people.values()];
}

/**
 * Tells of changed times and recurrence where the client has the events. They miss changes made in the calendar grid
 * and a recurrence that is taken away.
 */
function listenForTimes(item: Office.AppointmentCompose, listener: () => void): () => void {
  if (!isAvailable('itemEvents')) return () => undefined;
  let stopped = false;
  const heard = () => {
    if (!stopped) listener();
  };
  // One handler a listener: taking handlers off is by event type, which would silence other listeners too.
  for (const event of [Office.EventType?.AppointmentTimeChanged, Office.EventType?.RecurrenceChanged]) {
    if (event === undefined) continue;
    void callHost<unknown>('tell when times change', (done) =>
      item.addHandlerAsync(event, heard, done),
    ).catch(() => undefined);
  }
  return () => {
    stopped = true;
  };
}
