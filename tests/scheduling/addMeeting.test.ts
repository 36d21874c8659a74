/** Adding: what it does to appointment and Zoom, twice, in two windows, and when something fails. */
import { BODY_LIMIT, findInvitations, removeInvitation } from '../../src/domain/invitation';
import { readLinkProperty } from '../../src/domain/link';
import { ProductError } from '../../src/domain/errors';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { readState } from '../../src/scheduling/readState';
import { repairMeeting } from '../../src/scheduling/repairMeeting';
import { windowOn } from './support/appointment';
import { newWorld, settle } from './support/world';

const none = { options: {} };

describe('adding a meeting', () => {
  it('makes one meeting and puts invitation, join link and link property on the appointment', async () => {
    const { form, item, backend, deps } = newWorld();
    const before = form.body.content;
    const done = await addMeeting(item, none, deps);
    expect(backend.alive()).toEqual([done.meeting]);
    expect(done.meeting).toMatchObject({
      topic: 'Planning',
      start: '2026-11-24T08:00:00Z',
      timeZone: 'Europe/Berlin',
      durationMinutes: 45,
    });
    expect(findInvitations('html', form.body.content)).toHaveLength(1);
    expect(removeInvitation('html', form.body.content, done.meeting.id).body).toBe(before);
    expect(form.location).toBe(`Room 5; ${done.meeting.joinUrl}`);
    expect(readLinkProperty(form.property)).toEqual(done.link);
    expect(done.notes).toEqual([]);
    expect(await readState(item, deps)).toEqual({ kind: 'linked', link: done.link, meeting: done.meeting });
  });

  it('confirms the meeting of a saved appointment without anybody waiting for it', async () => {
    const { item, backend, deps } = newWorld({ savedId: 'AAMk/1' });
    const asked = new Promise<void>((resolve) => {
      backend.trouble.turn = (call) => {
        if (call !== 'confirm') return Promise.resolve();
        resolve();
        return new Promise(() => undefined);
      };
    });
    await addMeeting(item, none, deps);
    await asked;
  });

  it('works on a body of plain text', async () => {
    const { form, item, deps } = newWorld({ body: { format: 'text', content: 'Agenda\r\n' } });
    const { meeting } = await addMeeting(item, none, deps);
    expect(form.body.content.startsWith('Agenda\r\n')).toBe(true);
    expect(removeInvitation('text', form.body.content, meeting.id).body).toBe('Agenda\r\n');
  });

  it('keeps what is typed while Zoom makes the meeting', async () => {
    const { form, item, backend, deps } = newWorld();
    backend.trouble.during = (call) => {
      if (call !== 'create') return;
      form.body = { format: 'html', content: '<html><body><p>Agenda, longer</p></body></html>' };
      form.location = 'Room 6';
    };
    const { meeting } = await addMeeting(item, none, deps);
    expect(removeInvitation('html', form.body.content, meeting.id).body).toContain('Agenda, longer');
    expect(form.location).toBe(`Room 6; ${meeting.joinUrl}`);
  });

  it('says when the location has no room for the link, and such an appointment is complete', async () => {
    const { form, item, deps } = newWorld({ location: 'R'.repeat(250) });
    const { notes } = await addMeeting(item, none, deps);
    expect(notes).toEqual(['location-full']);
    expect(form.location).toBe('R'.repeat(250));
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  });

  it.each([
    ['end-before-start', { start: 2, end: 1 }],
    ['appointment-over', { start: 1, end: 2 }],
    ['body-too-long', { body: { format: 'html' as const, content: 'x'.repeat(BODY_LIMIT - 10) } }],
  ])('refuses with %s before anything is made or written', async (code, fields) => {
    const { form, item, backend, deps } = newWorld(fields);
    const before = structuredClone(form);
    await expect(addMeeting(item, none, deps)).rejects.toMatchObject({ code });
    expect(form).toEqual(before);
    expect(backend.trouble.calls).toEqual([]);
  });

  it('says by how much a body is too long', async () => {
    const { item, deps } = newWorld({ body: { format: 'text', content: 'x'.repeat(BODY_LIMIT) } });
    const thrown: unknown = await addMeeting(item, none, deps).catch((error: unknown) => error);
    expect(thrown instanceof ProductError && Number(thrown.details['excess'])).toBeGreaterThan(100);
  });
});

describe('one appointment, one meeting', () => {
  it('joins a second press in the same window', async () => {
    const { item, backend, deps } = newWorld();
    const [first, second] = await Promise.all([addMeeting(item, none, deps), addMeeting(item, none, deps)]);
    expect(second).toBe(first);
    expect(backend.trouble.calls.filter((call) => call === 'create')).toHaveLength(1);
  });

  it('answers the same meeting to a second window that presses at the same time', async () => {
    const { form, item, backend, deps } = newWorld();
    const [first, second] = await Promise.all([
      addMeeting(item, none, deps),
      addMeeting(windowOn(form), none, deps),
    ]);
    expect(second.meeting).toEqual(first.meeting);
    expect(second.notes).toEqual(['already-there']);
    expect(backend.kept.size).toBe(1);
  });

  it('makes one meeting for two windows that share nothing, once the item was saved', async () => {
    const one = newWorld({ savedId: 'AAMk/1' });
    const other = newWorld({ savedId: 'AAMk/1' });
    const [first, second] = await Promise.all([
      addMeeting(one.item, none, one.deps),
      addMeeting(other.item, none, { ...other.deps, meetings: one.backend }),
    ]);
    expect(second.meeting.id).toBe(first.meeting.id);
    expect(one.backend.kept.size).toBe(1);
  });

  it('gives way to a meeting that another window put on while Zoom was working', async () => {
    const { form, item, backend, deps } = newWorld();
    const unshared = { ...deps, exclusively: <T>(work: () => Promise<T>) => work() };
    let others = Promise.resolve<unknown>(undefined);
    backend.trouble.turn = async (call) => {
      if (call !== 'create' || backend.trouble.calls.length > 1) return;
      others = addMeeting(windowOn(form), none, unshared);
      await others;
    };
    const { meeting, notes } = await addMeeting(item, none, unshared);
    await others;
    expect(notes).toContain('already-there');
    expect(backend.alive()).toEqual([meeting]);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked', meeting: { id: meeting.id } });
  });

  it('recognises a meeting whose property was lost by the invitation, and writes the property again', async () => {
    const { form, item, backend, deps } = newWorld();
    const { meeting } = await addMeeting(item, none, deps);
    form.property = undefined;
    expect(await readState(item, deps)).toEqual({ kind: 'incomplete', meeting, missing: ['property'] });
    const again = await addMeeting(item, none, deps);
    expect(again.notes).toEqual(['already-there']);
    expect(backend.kept.size).toBe(1);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  });

  it('makes a new meeting in the place of one that Zoom no longer has', async () => {
    const { form, item, backend, deps } = newWorld();
    const before = structuredClone(form);
    const { meeting: old, link } = await addMeeting(item, none, deps);
    await backend.remove(old.id);
    expect(await readState(item, deps)).toEqual({ kind: 'gone', link });
    const { meeting } = await addMeeting(item, none, deps);
    expect(meeting.id).not.toBe(old.id);
    expect(form.body.content).not.toContain(old.id);
    expect(form.location).toBe(`Room 5; ${meeting.joinUrl}`);
    expect(removeInvitation('html', form.body.content, meeting.id).body).toBe(before.body.content);
  });

  it('does not add to an invitation of somebody else', async () => {
    const other = newWorld();
    await addMeeting(other.item, none, other.deps);
    const { item, backend, deps } = newWorld({ body: other.form.body, location: other.form.location });
    await expect(addMeeting(item, none, deps)).rejects.toMatchObject({ code: 'meeting-of-another' });
    expect(backend.kept.size).toBe(0);
    expect(await readState(item, deps)).toMatchObject({ kind: 'foreign' });
  });

  it('does not take a join link in a sentence for a meeting of this appointment', async () => {
    const { item, deps } = newWorld({
      body: { format: 'text', content: 'Last time we met at https://zoom.us/j/99900011122.' },
    });
    expect(await readState(item, deps)).toEqual({ kind: 'empty' });
    expect((await addMeeting(item, none, deps)).notes).toEqual([]);
  });

  it('does not go on under the claim of the appointment that this one was copied from', async () => {
    const original = newWorld({ savedId: 'AAMk/1' });
    original.backend.trouble.fail('create', 'after');
    await expect(addMeeting(original.item, none, original.deps)).rejects.toThrow();
    const copy = newWorld({ savedId: 'AAMk/2', property: original.form.property });
    const { meeting } = await addMeeting(copy.item, none, { ...copy.deps, meetings: original.backend });
    expect(original.backend.alive().map(({ id }) => id)).toHaveLength(2);
    expect(original.backend.kept.get(meeting.id)?.claim).not.toBe(
      readLinkProperty(original.form.property)?.claim,
    );
  });
});

describe('when a step of adding fails', () => {
  const hostSteps = [
    ['read subject', 1],
    ['read times', 1],
    ['read location', 1],
    ['read body', 1],
    ['read property', 1],
    ['read body', 2],
    ['read location', 2],
    ['read property', 2],
    ['write body', 1],
    ['write location', 1],
    ['write property', 2],
  ] as const;

  for (const fault of ['before', 'after'] as const) {
    it.each(hostSteps)(
      `leaves appointment and Zoom as they were: %s, time %i, refused ${fault} its effect`,
      async (call, nth) => {
        const { form, item, backend, deps } = newWorld();
        const before = structuredClone(form);
        item.trouble.fail(call, fault, nth);
        await expect(addMeeting(item, none, deps)).rejects.toMatchObject({
          code: 'host-call-failed',
          details: { action: call },
        });
        await settle();
        expect(backend.alive()).toEqual([]);
        expect(form).toEqual(before);
        expect(await readState(item, deps)).toEqual({ kind: 'empty' });
        await addMeeting(item, none, deps);
        expect(backend.alive()).toHaveLength(1);
        expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
      },
    );
  }

  it('goes on when Outlook does not keep the claim the first time', async () => {
    const { item, backend, deps } = newWorld();
    item.trouble.fail('write property', 'before', 1);
    await addMeeting(item, none, deps);
    expect(backend.alive()).toHaveLength(1);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  });

  it('keeps the claim when Zoom did not say whether it finished, and the next press finds that meeting', async () => {
    const { form, item, backend, deps } = newWorld();
    backend.trouble.fail('create', 'after');
    await expect(addMeeting(item, none, deps)).rejects.toMatchObject({ code: 'zoom-outcome-unknown' });
    expect(readLinkProperty(form.property)).toMatchObject({ state: 'adding' });
    expect(await readState(item, deps)).toMatchObject({ kind: 'incomplete', meeting: undefined });
    // A new window knows nothing but what is on the item.
    await repairMeeting(windowOn(form), deps);
    expect(backend.kept.size).toBe(1);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  });

  it('takes the claim away again when Zoom refused', async () => {
    const { form, item, backend, deps } = newWorld();
    const meetings = {
      create: () => Promise.reject(new ProductError('zoom-refused', { reason: 'no' })),
      get: backend.get.bind(backend),
      update: backend.update.bind(backend),
      remove: backend.remove.bind(backend),
      recover: backend.recover.bind(backend),
      updateOccurrence: backend.updateOccurrence.bind(backend),
      removeOccurrence: backend.removeOccurrence.bind(backend),
      confirm: backend.confirm.bind(backend),
    };
    await expect(addMeeting(item, none, { ...deps, meetings })).rejects.toMatchObject({
      code: 'zoom-refused',
    });
    expect(form.property).toBeUndefined();
  });

  it.each([
    new ProductError('zoom-busy', { seconds: 1 }),
    new ProductError('zoom-consent-lost'),
    new ProductError('session-expired'),
    new ProductError('too-many-requests', { seconds: 1 }),
  ])('stays under the claim of an earlier press when the next one is refused: $code', async (refusal) => {
    const { form, item, backend, deps } = newWorld();
    backend.trouble.fail('create', 'after');
    await expect(addMeeting(item, none, deps)).rejects.toMatchObject({ code: 'zoom-outcome-unknown' });
    backend.trouble.turn = (call) => (call === 'create' ? Promise.reject(refusal) : Promise.resolve());
    await expect(addMeeting(item, none, deps)).rejects.toBe(refusal);
    // A new window knows nothing but what is on the item.
    await expect(addMeeting(windowOn(form), none, deps)).rejects.toBe(refusal);
    backend.trouble.turn = () => Promise.resolve();
    await addMeeting(windowOn(form), none, deps);
    expect(backend.kept.size).toBe(1);
  });

  it('stays under the claim when Zoom refused, but may have made the meeting before that', async () => {
    const { form, item, backend, deps } = newWorld();
    const refusal = new ProductError('zoom-busy', { seconds: 1, perhapsMade: true });
    backend.trouble.turn = (call) => (call === 'create' ? Promise.reject(refusal) : Promise.resolve());
    await expect(addMeeting(item, none, deps)).rejects.toBe(refusal);
    expect(readLinkProperty(form.property)).toMatchObject({ state: 'adding' });
  });

  it('stays under the claim when the meeting could not be deleted again', async () => {
    const { form, item, backend, deps } = newWorld();
    item.trouble.fail('write body');
    backend.trouble.fail('remove');
    await expect(addMeeting(item, none, deps)).rejects.toMatchObject({ code: 'host-call-failed' });
    expect(form.body.content).not.toContain('zoom.us');
    expect(backend.alive()).toHaveLength(1);
    await addMeeting(windowOn(form), none, deps);
    expect(backend.kept.size).toBe(1);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  });

  it('says half-done when taking back fails too, and repairing finishes the same meeting', async () => {
    const { form, item, backend, deps } = newWorld();
    item.trouble.fail('write location');
    item.trouble.fail('write body', 'before', 2);
    await expect(addMeeting(item, none, deps)).rejects.toMatchObject({
      code: 'half-done',
      details: { action: 'write location' },
    });
    expect(backend.alive()).toHaveLength(1);
    expect(await readState(item, deps)).toMatchObject({
      kind: 'incomplete',
      missing: ['location', 'property'],
    });
    await repairMeeting(windowOn(form), deps);
    expect(backend.kept.size).toBe(1);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  });

  it('finishes at the next press even where Outlook keeps no property at all', async () => {
    const { item, backend, deps } = newWorld();
    item.trouble.fail('write property', 'before', 0);
    backend.trouble.fail('remove', 'before', 0);
    await expect(addMeeting(item, none, deps)).rejects.toMatchObject({ code: 'host-call-failed' });
    item.trouble.heal();
    backend.trouble.heal();
    await addMeeting(item, none, deps);
    expect(backend.kept.size).toBe(1);
  });
});

it('writes nothing when pressed on an appointment that has its meeting, however Outlook rewrote the text', async () => {
  const { form, item, deps } = newWorld();
  await addMeeting(item, none, deps);
  form.body.content = form.body.content.replaceAll('id="zoom', 'id="x_zoom').replaceAll('\n', '');
  item.trouble.calls.length = 0;
  expect((await addMeeting(item, none, deps)).notes).toEqual(['already-there']);
  expect(item.trouble.calls.filter((call) => /write|prepend/.test(call))).toEqual([]);
});

describe('finishing what is there', () => {
  it('keeps what is typed while Zoom is asked about the meeting', async () => {
    const { form, item, backend, deps } = newWorld();
    await addMeeting(item, none, deps);
    form.property = undefined;
    backend.trouble.during = (call) => {
      if (call === 'get') form.body.content = form.body.content.replace('Agenda', 'Agenda, longer');
    };
    await repairMeeting(item, deps);
    expect(form.body.content).toContain('Agenda, longer');
  });

  it.each(['write body', 'write location', 'write property'])(
    'is repeatable when Outlook fails to %s',
    async (call) => {
      const { form, item, deps } = newWorld();
      const { meeting } = await addMeeting(item, none, deps);
      form.location = 'Room 6';
      form.body.content = removeInvitation('html', form.body.content, meeting.id).body;
      form.property = JSON.stringify({
        ...JSON.parse(String(form.property)),
        joinUrl: 'https://zoom.us/j/1',
      });
      item.trouble.fail(call);
      await expect(repairMeeting(item, deps)).rejects.toMatchObject({
        code: 'half-done',
        details: { action: call },
      });
      await repairMeeting(item, deps);
      expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
      expect(form.location).toBe(`Room 6; ${meeting.joinUrl}`);
    },
  );

  it('has nothing to repair on an appointment without a meeting, nor one that Zoom no longer has', async () => {
    const { item, backend, deps } = newWorld();
    await expect(repairMeeting(item, deps)).rejects.toMatchObject({ code: 'no-meeting' });
    const { meeting } = await addMeeting(item, none, deps);
    await backend.remove(meeting.id);
    await expect(repairMeeting(item, deps)).rejects.toMatchObject({ code: 'meeting-gone' });
  });
});
