/** The adapter on an open appointment: what it reads and writes, in how many calls, and how it fails. */
import { toProductError } from '../../src/domain/errors';
import { sentenceOf } from '../../src/domain/errorSentences';
import { LINK_PROPERTY } from '../../src/domain/link';
import { HOST_TIME_LIMIT_MS } from '../../src/outlook/hostCall';
import type { ComposeAppointment, ReadAppointment } from '../../src/outlook/item';
import { openAppointment } from '../../src/outlook/office';
import { Host, removeOffice } from './support/host';

let host: Host;
beforeEach(() => {
  host = new Host();
  host.install();
});
afterEach(() => {
  jest.useRealTimers();
  removeOffice();
});

function compose(): ComposeAppointment {
  const item = openAppointment();
  if (item?.mode !== 'compose') throw new Error('not in compose mode');
  return item;
}

describe('reading in compose mode', () => {
  it('takes a snapshot in one round', async () => {
    expect(await compose().snapshot()).toEqual({
      subject: 'Planning',
      start: Date.UTC(2026, 10, 24, 8),
      end: Date.UTC(2026, 10, 24, 9),
      timeZone: 'W. Europe Standard Time',
      location: 'Room 5',
      body: { format: 'html', content: '<html><body><p>Agenda</p></body></html>' },
      linkProperty: undefined,
      savedId: undefined,
      repetition: { kind: 'single' },
    });
    expect(host.rounds).toBe(1);
    expect([...host.calls].sort()).toEqual([
      'body.get',
      'body.getType',
      'end.get',
      'id.get',
      'location.get',
      'properties.load',
      'recurrence.get',
      'start.get',
      'subject.get',
    ]);
  });

  it('reads subject, times and repetition alone in one round of four calls', async () => {
    expect(await compose().subjectAndTimes()).toEqual({
      subject: 'Planning',
      start: Date.UTC(2026, 10, 24, 8),
      end: Date.UTC(2026, 10, 24, 9),
      timeZone: 'W. Europe Standard Time',
      repetition: { kind: 'single' },
    });
    expect(host.rounds).toBe(1);
    expect([...host.calls].sort()).toEqual(['end.get', 'recurrence.get', 'start.get', 'subject.get']);
  });

  it('tells the id of a saved item', async () => {
    host.item.id = 'AAMk/1';
    expect((await compose().snapshot()).savedId).toBe('AAMk/1');
    expect(await compose().readSavedId()).toBe('AAMk/1');
  });

  it('takes the id as unknown where the client does not tell it', async () => {
    host.fail('id.get', 5000);
    host.item.id = 'AAMk/1';
    expect((await compose().snapshot()).savedId).toBeUndefined();
  });

  it('reads a plain text body as text, in a second round only the first time', async () => {
    host.item.bodyType = 'text';
    host.item.body = 'Agenda';
    const item = compose();
    expect(await item.readBody()).toEqual({ format: 'text', content: 'Agenda' });
    expect(host.rounds).toBe(2);
    await item.readBody();
    expect(host.rounds).toBe(3);
  });

  it('means the same appointment each time it is asked for', () => {
    expect(compose()).toBe(compose());
  });
});

describe('attendees', () => {
  it('are all who have an address, each once', async () => {
    host.item.required = [
      { displayName: 'Sandbox Attendee', emailAddress: 'attendee@example.test' },
      { displayName: 'Typed only', emailAddress: '' },
    ];
    host.item.optional = [
      { displayName: 'Sandbox Attendee', emailAddress: 'Attendee@example.test' },
      { displayName: 'Sandbox Assistant', emailAddress: 'assistant@example.test' },
    ];
    expect((await compose().readAttendees()).map(({ address }) => address.toLowerCase())).toEqual([
      'attendee@example.test',
      'assistant@example.test',
    ]);
    expect(host.rounds).toBe(1);
  });

  it('are not told where the client has none', async () => {
    const item = compose();
    Object.assign(Office.context.mailbox.item ?? {}, { requiredAttendees: undefined });
    await expect(item.readAttendees()).rejects.toMatchObject({ code: 'host-unsupported' });
  });
});

describe('writing', () => {
  it('changes the subject', async () => {
    await compose().writeSubject('Review');
    expect(host.item.subject).toBe('Review');
  });

  describe('times', () => {
    const hour = 3_600_000;
    const [start, end] = [Date.UTC(2026, 10, 24, 8), Date.UTC(2026, 10, 24, 9)];

    it.each([
      ['later', start + 5 * hour, end + 6 * hour],
      ['earlier', start - 5 * hour, end - 5 * hour],
      ['shorter', start, start + hour / 2],
      ['to no length', end, end],
    ])('move %s, whether the end moves with the start or stays', async (_, newStart, newEnd) => {
      for (const keepsEnd of [false, true]) {
        Object.assign(host.item, { start, end });
        host.keepsEnd = keepsEnd;
        await compose().writeTimes(newStart, newEnd);
        expect([host.item.start, host.item.end]).toEqual([newStart, newEnd]);
      }
    });

    it('take two calls', async () => {
      await compose().writeTimes(start + hour, end + hour);
      expect(host.calls).toEqual(['start.set', 'end.set']);
    });

    it('that Outlook refuses for another reason are not tried in another order', async () => {
      host.fail('start.set', 5001);
      await expect(compose().writeTimes(start + hour, end + hour)).rejects.toMatchObject({
        details: { action: 'write the times of the appointment', hostCode: 5001 },
      });
      expect(host.calls).toEqual(['start.set']);
    });
  });

  it('replaces body and location', async () => {
    const item = compose();
    await Promise.all([item.writeBody('html', '<p>New</p>'), item.writeLocation('Room 6')]);
    expect(host.item).toMatchObject({ body: '<p>New</p>', location: 'Room 6' });
    expect(host.rounds).toBe(1);
  });

  it('adds to the top of the body', async () => {
    await compose().prependBody('html', '<p>New</p>');
    expect(host.item.body.startsWith('<p>New</p>')).toBe(true);
  });

  it('keeps the other properties beside the link', async () => {
    const item = compose();
    await item.writeLinkProperty({ v: 1 });
    expect(host.item.properties).toEqual({ other: 'kept', [LINK_PROPERTY]: '{"v":1}' });
    await item.writeLinkProperty(undefined);
    expect(host.item.properties).toEqual({ other: 'kept' });
  });

  it('writes the property with one call after it was read, and loads again for the next', async () => {
    const item = compose();
    await item.readLinkProperty();
    await item.writeLinkProperty('a');
    await item.writeLinkProperty('b');
    expect(host.calls).toEqual(['properties.load', 'properties.save', 'properties.load', 'properties.save']);
  });

  it('keeps a property that another window saved after a write of ours', async () => {
    const item = compose();
    await item.readLinkProperty();
    await item.writeLinkProperty('a');
    host.item.properties['theirs'] = 1;
    await item.writeLinkProperty('b');
    expect(host.item.properties).toEqual({ other: 'kept', theirs: 1, [LINK_PROPERTY]: '"b"' });
  });

  it('saves the property once more when the first time on a draft fails, and not a third time', async () => {
    host.fail('properties.save', 5000, 1);
    const item = compose();
    await item.writeLinkProperty('a');
    expect(host.item.properties[LINK_PROPERTY]).toBe('"a"');
    host.fail('properties.save', 5000, 2);
    await expect(item.writeLinkProperty('b')).rejects.toMatchObject({ code: 'host-call-failed' });
  });

  it('says of a calendar where nothing can be kept, as of somebody else, that it is the calendar', async () => {
    host.fail('properties.save', 9020, 2);
    await expect(compose().writeLinkProperty('a')).rejects.toMatchObject({ code: 'calendar-refused' });
  });
});

describe('a call that fails', () => {
  it("says in words what Outlook could not do, with Office's own code and name", async () => {
    host.fail('location.set', 9001);
    const error = await compose()
      .writeLocation('x')
      .catch((thrown: unknown) => toProductError(thrown));
    if (error === undefined) throw new Error('it did not fail');
    expect(error).toMatchObject({
      code: 'host-call-failed',
      details: { action: 'write the location of the appointment', hostCode: 9001, hostName: 'Refused' },
    });
    expect(sentenceOf(error)).toBe(
      'Outlook could not write the location of the appointment. Nothing was changed; try again.',
    );
  });

  it('ends when Outlook never answers, marked as one that may still happen', async () => {
    host.silence('location.set');
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const written = compose().writeLocation('x');
    const failed = expect(written).rejects.toMatchObject({
      code: 'host-call-failed',
      details: { timedOut: true },
    });
    await jest.advanceTimersByTimeAsync(HOST_TIME_LIMIT_MS);
    await failed;
  });

  it('fails the same way when Office throws', async () => {
    const item = compose();
    Object.assign(Office.context.mailbox.item?.location ?? {}, {
      setAsync: () => {
        throw new TypeError('bad argument');
      },
    });
    await expect(item.writeLocation('x')).rejects.toMatchObject({
      code: 'host-call-failed',
      details: { hostName: 'TypeError' },
    });
  });
});

describe('changed times', () => {
  it('are told until the listener stops', async () => {
    const heard = jest.fn();
    const stop = compose().onTimesChanged(heard);
    await new Promise<void>((resolve) => setImmediate(resolve));
    host.handlers.get('olkAppointmentTimeChanged')?.({});
    stop();
    host.handlers.get('olkAppointmentTimeChanged')?.({});
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('are told for the recurrence too', async () => {
    const heard = jest.fn();
    const stop = compose().onTimesChanged(heard);
    await new Promise<void>((resolve) => setImmediate(resolve));
    host.handlers.get('olkRecurrenceChanged')?.({});
    stop();
    host.handlers.get('olkRecurrenceChanged')?.({});
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('are told as far as the client has events', async () => {
    Object.assign(Office.EventType, { RecurrenceChanged: undefined });
    compose().onTimesChanged(() => undefined);
    await new Promise<void>((resolve) => setImmediate(resolve));
    expect([...host.handlers.keys()]).toEqual(['olkAppointmentTimeChanged']);
  });
});

describe('in read mode', () => {
  function read(): ReadAppointment {
    host.install({}, 'read');
    const item = openAppointment();
    if (item?.mode !== 'read') throw new Error('not in read mode');
    return item;
  }

  it('has the fields at once', () => {
    expect(read()).toMatchObject({
      subject: 'Planning',
      location: 'Room 5',
      start: Date.UTC(2026, 10, 24, 8),
      organizer: { name: 'Sandbox Organizer', address: 'organizer@example.test' },
      organizedByMe: true,
      repetition: { kind: 'single' },
    });
    expect(host.calls).toEqual([]);
  });

  it('tells whose it is, whatever the case of the address', () => {
    host.install({}, 'read');
    const mine = (emailAddress: string | undefined): boolean => {
      const { mailbox } = Office.context;
      Object.assign(mailbox.userProfile, { emailAddress });
      Object.assign(mailbox, { item: { ...mailbox.item } });
      const item = openAppointment();
      return item?.mode === 'read' && item.organizedByMe;
    };
    expect(mine('ORGANIZER@example.test')).toBe(true);
    expect(mine('attendee@example.test')).toBe(false);
    expect(mine(undefined)).toBe(false);
  });

  it('reads body and property', async () => {
    host.item.properties[LINK_PROPERTY] = '{"v":1}';
    const item = read();
    expect(await item.readBody()).toEqual({ format: 'html', content: host.item.body });
    expect(await item.readLinkProperty()).toBe('{"v":1}');
  });
});

describe('nothing that is an appointment', () => {
  it('is undefined for a message and for no item', () => {
    Object.assign(Office.context.mailbox.item ?? {}, { itemType: 'message' });
    expect(openAppointment()).toBeUndefined();
    Object.assign(Office.context.mailbox, { item: undefined });
    expect(openAppointment()).toBeUndefined();
  });
});
