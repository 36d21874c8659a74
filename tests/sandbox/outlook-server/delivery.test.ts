/** Sending and calling off: what arrives in the calendars of others. */
import type { Appointment, Store } from '../../../src/helper/embedded/model';
import { appointmentOf, attendee, hour, nine, Office, organizer, refusal, request } from './fixtures';

let office: Office;
let mine: Store;
let theirs: Store;

beforeEach(async () => {
  office = await new Office().start();
  [mine, theirs] = await office.stores();
});
afterEach(() => office.close());

const only = async (store: Store): Promise<Appointment> => {
  const [item, ...more] = await office.calendar(store);
  expect(more).toEqual([]);
  if (!item) throw new Error('The calendar is empty.');
  return item;
};
const properties = { 'add-in': '{"meeting":"1"}' };
const sendOne = () =>
  office.create(request(mine, { required: [attendee], send: true, customProperties: properties }));

it('puts a copy with the same uid and body, but without custom properties, into the calendar of an attendee', async () => {
  const sent = await sendOne();
  const copy = await only(theirs);
  expect(sent).toMatchObject({ sent: true, customProperties: properties });
  expect(copy).toMatchObject({
    uid: sent.uid,
    sent: true,
    organizer,
    required: [attendee],
    subject: sent.subject,
    body: sent.body,
    location: sent.location,
    start: sent.start,
    end: sent.end,
    customProperties: {},
  });
  expect([copy.id, copy.searchKey]).not.toEqual(expect.arrayContaining([sent.id, sent.searchKey]));
});

it('leaves others alone until it is sent', async () => {
  const draft = await office.create(request(mine, { required: [attendee] }));
  expect(await office.calendar(theirs)).toEqual([]);
  appointmentOf(await office.save(draft, { send: true }));
  expect((await only(theirs)).uid).toBe(draft.uid);
});

it('changes the copy that is there and keeps what the attendee had on it', async () => {
  const sent = await sendOne();
  const received = await only(theirs);
  appointmentOf(await office.save(received, { customProperties: { theirs: '1' } }));
  appointmentOf(
    await office.save(sent, { subject: 'Moved', start: nine + hour, end: nine + 2 * hour, send: true }),
  );
  expect(await only(theirs)).toMatchObject({
    id: received.id,
    subject: 'Moved',
    start: nine + hour,
    customProperties: { theirs: '1' },
  });
});

it('keeps changes that are saved but not sent to itself, and stays a sent one', async () => {
  const sent = await sendOne();
  expect(appointmentOf(await office.save(sent, { subject: 'Private note' })).sent).toBe(true);
  expect((await only(theirs)).subject).toBe('Planning');
});

it('knows attendees by address in any case, once, required or optional, and knows who is no resident', async () => {
  const shouting = { name: 'SANDBOX ATTENDEE', address: 'ATTENDEE@example.test' };
  const stranger = { name: 'Sandbox Guest', address: 'guest@example.test' };
  await office.create(
    request(mine, { required: [stranger, organizer], optional: [shouting, attendee], send: true }),
  );
  expect(await only(theirs)).toMatchObject({ optional: [shouting, attendee] });
  await only(mine);
});

it('brings a copy back that the attendee had deleted', async () => {
  const sent = await sendOne();
  const received = await only(theirs);
  await office.ask('DELETE', `/api/appointments/${received.id}`);
  expect(await only(mine)).toEqual(sent);
  appointmentOf(await office.save(sent, { send: true }));
  expect(await only(theirs)).toMatchObject({ uid: sent.uid, subject: 'Planning' });
});

it('calls it off at attendees when the organizer deletes it, once', async () => {
  const sent = await sendOne();
  expect((await office.ask('DELETE', `/api/appointments/${sent.id}`)).status).toBe(204);
  expect(await office.calendar(mine)).toEqual([]);
  const [canceled] = await office.calendar(theirs);
  expect(canceled).toMatchObject({ subject: 'Canceled: Planning', uid: sent.uid });
  const [deleted] = office.desk.open().list({ storeId: mine.id, folderKind: 'deleted-items' });
  expect((await office.ask('DELETE', `/api/appointments/${deleted?.id}`)).status).toBe(204);
  expect(await office.calendar(theirs)).toEqual([canceled]);
});

it('calls it off at an attendee who is no longer invited, once, and invites again', async () => {
  const sent = await sendOne();
  const without = appointmentOf(await office.save(sent, { required: [], send: true }));
  const again = appointmentOf(await office.save(without, { required: [], send: true }));
  expect((await only(theirs)).subject).toBe('Canceled: Planning');
  appointmentOf(await office.save(again, { required: [attendee], send: true }));
  expect((await only(theirs)).subject).toBe('Planning');
});

it('tells nobody when a draft or an attendee’s copy is deleted', async () => {
  const draft = await office.create(request(mine, { required: [attendee] }));
  await office.ask('DELETE', `/api/appointments/${draft.id}`);
  expect(await office.calendar(theirs)).toEqual([]);
  const sent = await sendOne();
  await office.ask('DELETE', `/api/appointments/${(await only(theirs)).id}`);
  expect(await office.calendar(mine)).toEqual([sent]);
});

it('lets an attendee change the own copy but not send it', async () => {
  const sent = await sendOne();
  const received = await only(theirs);
  refusal(await office.save(received, { subject: 'Mine now', send: true }), 403, 'not-organizer');
  const changed = appointmentOf(await office.save(received, { subject: 'My words' }));
  expect(changed).toMatchObject({ subject: 'My words', organizer, sent: true });
  expect(await only(mine)).toEqual(sent);
});

it('delivers nothing when the sender’s own change is refused', async () => {
  const sent = await sendOne();
  const received = await only(theirs);
  appointmentOf(await office.save(sent, { subject: 'First' }));
  refusal(await office.save(sent, { subject: 'Second', send: true }), 409, 'conflict');
  expect(await only(theirs)).toEqual(received);
});
