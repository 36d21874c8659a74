/** An opened appointment between form, add-in and mailbox; what people type, and links in a line. */
import type { Recurrence } from '../../../src/domain/recurrence';
import type { Appointment, Store } from '../../../src/helper/embedded/model';
import type { Mailbox } from '../../../src/sandbox/outlook/page/client';
import { MailboxError } from '../../../src/sandbox/outlook/page/client';
import { linkParts } from '../../../src/sandbox/outlook/page/item/links';
import { OpenAppointment } from '../../../src/sandbox/outlook/page/item/open-appointment';
import { readPeople } from '../../../src/sandbox/outlook/page/item/people';

const organizer = { name: 'Sandbox Organizer', address: 'organizer@example.test' };
const store: Store = { id: 'store', owner: organizer, timeZone: 'UTC' };

/** One item in memory, with the mailbox's rule on change numbers. */
class MemoryMailbox implements Mailbox {
  item: Appointment | undefined;
  created = 0;
  session = () => Promise.reject(new Error('not needed'));
  list = () => Promise.resolve([]);
  restore = () => Promise.reject(new Error('not needed'));
  settings = () => Promise.resolve({});
  saveSettings = () => Promise.resolve();
  watch = () => () => undefined;

  read(id: string): Promise<Appointment> {
    return this.item?.id === id
      ? Promise.resolve(this.item)
      : Promise.reject(new MailboxError(404, 'not-found', 'gone'));
  }

  create(request: Parameters<Mailbox['create']>[0]): Promise<Appointment> {
    this.created += 1;
    const { send, storeId, recurrence = null, ...fields } = request;
    const id = `item-${this.created}`;
    this.item = {
      ...{
        ...fields,
        recurrence,
        id,
        storeId,
        searchKey: id,
        uid: id,
        folderId: 'f',
        changeNumber: 1,
        created: 1,
        modified: 1,
      },
      ...{ organizer, sent: send },
    };
    return Promise.resolve(this.item);
  }

  async update(id: string, request: Parameters<Mailbox['update']>[1]): Promise<Appointment> {
    const present = await this.read(id);
    if (request.changeNumber !== present.changeNumber) throw new MailboxError(409, 'conflict', 'changed');
    const { send, recurrence = present.recurrence, ...fields } = request;
    this.item = {
      ...present,
      ...fields,
      recurrence,
      sent: present.sent || send,
      changeNumber: present.changeNumber + 1,
    };
    return this.item;
  }

  remove(): Promise<void> {
    this.item = undefined;
    return Promise.resolve();
  }

  /** Another process saves the item. */
  changeElsewhere(patch: Partial<Appointment>): void {
    if (this.item) this.item = { ...this.item, ...patch, changeNumber: this.item.changeNumber + 1 };
  }
}

let mailbox: MemoryMailbox;
let item: OpenAppointment;
beforeEach(() => {
  mailbox = new MemoryMailbox();
  item = new OpenAppointment(mailbox, store, { start: 0, end: 1_800_000, allDay: false });
});

it('saves a new appointment once, then updates it', async () => {
  item.session.edit({ subject: 'First' });
  await item.save({ send: false });
  item.session.edit({ subject: 'Second' });
  await item.save({ send: true });
  expect(mailbox.created).toBe(1);
  expect(mailbox.item).toMatchObject({ subject: 'Second', sent: true, changeNumber: 2 });
});

it('makes one item when add-in and person save at the same moment', async () => {
  await Promise.all([item.session.ports.saveDraft(), item.save({ send: false })]);
  expect(mailbox.created).toBe(1);
});

it('is changed until it is saved, and what was typed during the save is not saved yet', async () => {
  expect(item.changed).toBe(false);
  item.session.edit({ subject: 'Typed' });
  expect(item.changed).toBe(true);
  const saving = item.save({ send: false });
  await Promise.resolve();
  item.session.edit({ location: 'Late' });
  await saving;
  expect(item.changed).toBe(true);
  await item.save({ send: false });
  expect(item.changed).toBe(false);
});

it('takes a change from elsewhere when nothing is lost by it, and tells of it otherwise', async () => {
  await item.save({ send: false });
  mailbox.changeElsewhere({ subject: 'From elsewhere' });
  await item.touched();
  expect(item.session.state.subject).toBe('From elsewhere');
  item.session.edit({ location: 'Mine' });
  mailbox.changeElsewhere({ subject: 'Again' });
  await item.touched();
  expect(item.elsewhere).toBe('changed');
  expect(item.session.state).toMatchObject({ subject: 'From elsewhere', location: 'Mine' });
});

it('refuses to save over a version that was not seen, unless that is wanted', async () => {
  await item.save({ send: false });
  mailbox.changeElsewhere({ subject: 'Theirs' });
  item.session.edit({ subject: 'Mine' });
  await expect(item.save({ send: false })).rejects.toMatchObject({ code: 'conflict' });
  await item.save({ send: false, overwrite: true });
  expect(mailbox.item).toMatchObject({ subject: 'Mine' });
});

it('tells of a deletion elsewhere, and saves it as new when that is wanted', async () => {
  await item.save({ send: false });
  await mailbox.remove();
  await item.touched();
  expect(item.elsewhere).toBe('deleted');
  await item.save({ send: false, overwrite: true });
  expect(mailbox.created).toBe(2);
});

it('takes away on discard what only the add-in saved, but nothing that was there before', async () => {
  await item.session.ports.saveDraft();
  await item.discard();
  expect(mailbox.item).toBeUndefined();
  await item.save({ send: false, overwrite: true });
  const again = new OpenAppointment(mailbox, store, await mailbox.read('item-2'));
  await again.discard();
  expect(mailbox.item).toBeDefined();
});

it('knows how many occurrences a change of its series would take back', async () => {
  const recurrence: Recurrence = {
    rule: { frequency: 'daily', interval: 1 },
    end: { kind: 'never' },
    start: '2030-01-09T10:00:00',
    durationMinutes: 30,
    timeZone: 'UTC',
  };
  item.session.edit({ recurrence });
  await item.save({ send: false });
  mailbox.changeElsewhere({ exceptionCount: 2 });
  await item.touched();
  expect(item.lostExceptions).toBe(0);
  item.session.edit({ recurrence: { ...recurrence, end: { kind: 'count', count: 9 } } });
  expect(item.lostExceptions).toBe(0);
  item.session.edit({ recurrence: { ...recurrence, durationMinutes: 45 } });
  expect(item.lostExceptions).toBe(2);
});

it('starts as a copy with everything but the identity of the other', async () => {
  item.session.edit({ subject: 'Original', customProperties: { addIn: '1' }, location: 'Room' });
  const copyOf = await item.save({ send: true });
  const copy = new OpenAppointment(mailbox, store, { ...{ start: 5, end: 6, allDay: false }, copyOf });
  expect(copy.session.state).toMatchObject({
    ...{ subject: 'Original', customProperties: { addIn: '1' }, location: 'Room', start: 5, end: 6 },
    ...{ savedId: undefined, changeNumber: undefined, sent: false },
  });
});

it('opens what somebody else organizes for reading, and writes its properties at once', async () => {
  await item.save({ send: false });
  mailbox.changeElsewhere({ organizer: { name: 'Other', address: 'other@example.test' } });
  const received = new OpenAppointment(mailbox, store, await mailbox.read('item-1'));
  expect(received.session.mode).toBe('read');
  await received.session.ports.saveReceivedProperties({ addIn: '{"a":1}' });
  expect(mailbox.item?.customProperties).toEqual({ addIn: '{"a":1}' });
});

describe('attendees as people type them', () => {
  it('reads addresses with and without names, and gives known people theirs', () => {
    expect(readPeople('Organizer@example.test, "Guest, the" <g@x.test>;a@b.test', [organizer])).toEqual({
      people: [
        organizer,
        { name: 'Guest, the', address: 'g@x.test' },
        { name: 'a@b.test', address: 'a@b.test' },
      ],
      rest: '',
    });
    expect(readPeople('Guest <g@x.test>', [])).toEqual({
      people: [{ name: 'Guest', address: 'g@x.test' }],
      rest: '',
    });
  });

  it('keeps what is no address', () => {
    expect(readPeople('nobody; a@b.test', []).rest).toBe('nobody');
  });
});

describe('links in a line', () => {
  it('finds web addresses only, without the punctuation after them', () => {
    expect(linkParts('Room 1; see https://zoom.example/j/1?pwd=a.b, or javascript:alert(1).')).toEqual([
      { text: 'Room 1; see ' },
      { text: 'https://zoom.example/j/1?pwd=a.b', url: 'https://zoom.example/j/1?pwd=a.b' },
      { text: ', or javascript:alert(1).' },
    ]);
  });
});
