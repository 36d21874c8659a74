/** Removing and undoing it: Zoom, text, location and property, and what is kept of everything else. */
import { findInvitations } from '../../src/domain/invitation';
import { readLinkProperty } from '../../src/domain/link';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { undoRemove } from '../../src/scheduling/undoRemove';
import { windowOn } from './support/appointment';
import { newWorld } from './support/world';

const none = { options: {} };
const WEEK = 7 * 86_400_000;

async function withMeeting(...fields: Parameters<typeof newWorld>) {
  const world = newWorld(...fields);
  const original = structuredClone(world.form);
  const added = await addMeeting(world.item, none, world.deps);
  return { ...world, original, added };
}

it('leaves the appointment as it was before the meeting, and Zoom without it', async () => {
  const { form, item, backend, deps, original, added } = await withMeeting();
  const removed = await removeMeeting(item, deps);
  expect(form).toEqual(original);
  expect(backend.alive()).toEqual([]);
  expect(removed).toMatchObject({ meeting: added.meeting, link: added.link, locationHadLink: true });
  expect(await readState(item, deps)).toEqual({ kind: 'empty' });
});

it('keeps everything that was written around it since', async () => {
  const { form, item, deps } = await withMeeting({ body: { format: 'text', content: 'Agenda' } });
  form.body.content = `Before\n${form.body.content}\nAfter`;
  form.location = `Floor 2, ${form.location}`;
  await removeMeeting(item, deps);
  expect(form.body.content).toBe('Before\nAgenda\nAfter');
  expect(form.location).toBe('Floor 2, Room 5');
});

it('is no error when Zoom no longer has the meeting', async () => {
  const { form, item, backend, deps, original, added } = await withMeeting();
  await backend.remove(added.meeting.id);
  const removed = await removeMeeting(item, deps);
  expect(form).toEqual(original);
  expect(removed.meeting).toBeUndefined();
});

it('never touches the invitation of another meeting', async () => {
  const other = newWorld({ body: { format: 'text', content: '' } });
  await addMeeting(other.item, none, {
    ...other.deps,
    meetings: Object.assign(other.backend, { next: 99_000_000_001 }),
  });
  const { form, item, deps } = await withMeeting({ body: { format: 'text', content: 'Agenda' } });
  form.body.content += other.form.body.content;
  await removeMeeting(item, deps);
  expect(form.body.content).toBe(`Agenda${other.form.body.content}`);
});

it('does not delete a meeting of somebody else', async () => {
  const { form, item, backend, deps, added } = await withMeeting();
  form.property = undefined;
  const kept = backend.kept.get(added.meeting.id);
  if (kept) kept.meeting = { ...kept.meeting, hostedByMe: false };
  await expect(removeMeeting(item, deps)).rejects.toMatchObject({ code: 'meeting-of-another' });
  expect(backend.alive()).toHaveLength(1);
});

it('has nothing to remove without a meeting', async () => {
  const { item, deps } = newWorld();
  await expect(removeMeeting(item, deps)).rejects.toMatchObject({ code: 'no-meeting' });
});

it('removes a meeting of which only the claim is on an appointment that is over by now', async () => {
  const { form, item, backend, deps } = newWorld();
  backend.trouble.fail('create', 'after');
  await expect(addMeeting(item, none, deps)).rejects.toMatchObject({ code: 'zoom-outcome-unknown' });
  await removeMeeting(windowOn(form), { ...deps, now: () => form.end + 1 });
  expect(backend.kept.size).toBe(1);
  expect(backend.alive()).toEqual([]);
  expect(form.property).toBeUndefined();
});

it('leaves the meeting of the appointment whose claim was copied along', async () => {
  const original = newWorld({ savedId: 'AAMk/1' });
  original.backend.trouble.fail('create', 'after');
  await expect(addMeeting(original.item, none, original.deps)).rejects.toThrow();
  const copy = newWorld({ savedId: 'AAMk/2', property: original.form.property });
  await removeMeeting(copy.item, { ...copy.deps, meetings: original.backend });
  expect(original.backend.alive()).toHaveLength(1);
  expect(copy.form.property).toBeUndefined();
});

it('removes a meeting of which only the claim is on the appointment', async () => {
  const { form, item, backend, deps } = newWorld();
  backend.trouble.fail('create', 'after');
  await expect(addMeeting(item, none, deps)).rejects.toThrow();
  await removeMeeting(windowOn(form), deps);
  expect(backend.alive()).toEqual([]);
  expect(form.property).toBeUndefined();
});

it('changes nothing on the appointment when Zoom does not delete', async () => {
  const { form, item, backend, deps } = await withMeeting();
  const before = structuredClone(form);
  backend.trouble.fail('remove');
  await expect(removeMeeting(item, deps)).rejects.toMatchObject({ code: 'backend-unavailable' });
  expect(form).toEqual(before);
});

describe.each(['read body', 'write body', 'write location', 'write property'] as const)(
  'when Outlook fails to %s',
  (call) => {
    it.each(['before', 'after'] as const)('%s its effect, pressing Remove again finishes', async (fault) => {
      const { form, item, deps, original } = await withMeeting();
      item.trouble.fail(call, fault, call === 'read body' ? 2 : 1);
      await expect(removeMeeting(item, deps)).rejects.toMatchObject({
        code: 'half-removed',
        details: { action: call },
      });
      if (form.property !== undefined) await removeMeeting(windowOn(form), deps);
      expect(form).toEqual(original);
    });
  },
);

describe('undoing', () => {
  it('recovers the meeting and puts everything back where it was', async () => {
    const { form, item, backend, deps, added } = await withMeeting();
    const before = structuredClone(form);
    const removed = await removeMeeting(item, deps);
    const done = await undoRemove(item, removed, deps);
    expect(form.body).toEqual(before.body);
    expect(form.location).toBe(before.location);
    expect(readLinkProperty(form.property)).toEqual(added.link);
    expect(backend.alive()).toEqual([added.meeting]);
    expect(done).toEqual({ meeting: added.meeting, link: added.link, notes: [] });
  });

  it('puts the invitation back into a text that was changed meanwhile', async () => {
    const { form, item, deps, added } = await withMeeting();
    const removed = await removeMeeting(item, deps);
    form.body.content = '<html><body><p>Something else</p></body></html>';
    await undoRemove(item, removed, deps);
    expect(form.body.content).toContain('Something else');
    expect(findInvitations('html', form.body.content).map(({ meetingId }) => meetingId)).toEqual([
      added.meeting.id,
    ]);
  });

  it.each([
    ['plain', { format: 'text', content: 'Agenda' }],
    ['formatted', { format: 'html', content: '<p>Agenda</p>' }],
  ] as const)('writes the invitation anew into a text that became %s meanwhile', async (_, body) => {
    const other = body.format === 'html' ? 'text' : 'html';
    const { form, item, deps, added } = await withMeeting({ body: { format: other, content: 'Agenda' } });
    const removed = await removeMeeting(item, deps);
    form.body = { ...body };
    await undoRemove(item, removed, deps);
    expect(findInvitations(body.format, form.body.content)).toMatchObject([{ certain: true }]);
    expect(form.body.content).toContain('Agenda');
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked', meeting: added.meeting });
  });

  it('puts back no join link where the location had none', async () => {
    const { form, item, deps } = await withMeeting();
    form.location = 'Room 5';
    const removed = await removeMeeting(item, deps);
    await undoRemove(item, removed, deps);
    expect(form.location).toBe('Room 5');
  });

  it('answers the meeting that was put on meanwhile instead of a second one', async () => {
    const { item, backend, deps } = await withMeeting();
    const removed = await removeMeeting(item, deps);
    const second = await addMeeting(item, none, deps);
    const done = await undoRemove(item, removed, deps);
    expect(done.meeting.id).toBe(second.meeting.id);
    expect(done.notes).toContain('already-there');
    expect(backend.alive()).toHaveLength(1);
  });

  it('changes nothing when Zoom cannot recover it', async () => {
    const { form, item, backend, deps, original } = await withMeeting();
    const removed = await removeMeeting(item, deps);
    backend.trouble.fail('recover');
    await expect(undoRemove(item, removed, deps)).rejects.toMatchObject({ code: 'backend-unavailable' });
    expect(form).toEqual(original);
  });

  it.each(['read body', 'write body', 'write location', 'write property'] as const)(
    'leaves no orphan when Outlook fails to %s, and works when pressed again',
    async (call) => {
      const { form, item, backend, deps, original, added } = await withMeeting();
      const removed = await removeMeeting(item, deps);
      item.trouble.fail(call, 'before', call === 'read body' ? 2 : 1);
      await expect(undoRemove(item, removed, deps)).rejects.toMatchObject({ code: 'host-call-failed' });
      expect(backend.alive()).toEqual([]);
      expect(form).toEqual(original);
      await undoRemove(item, removed, deps);
      expect(backend.alive()).toEqual([added.meeting]);
      expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
    },
  );
});

describe.each([
  ['that tells ids', true],
  ['that tells none', false],
])('on a client %s, an appointment that took place at another time when it was opened', (_, tellsIds) => {
  async function perhapsCopy() {
    // Nobody has seen the original saved.
    const { form: original, backend, deps } = await withMeeting();
    const form = structuredClone(original);
    form.savedId = tellsIds ? 'AAMk/copy' : undefined;
    form.start += WEEK;
    form.end += WEEK;
    const item = windowOn(form);
    const its = { ...deps, tellsItemIds: () => tellsIds };
    await readState(item, its);
    return { form, item, backend, deps: its };
  }

  it('is refused until the person says what goes, since the meeting may be that of another one', async () => {
    const { form, item, backend, deps } = await perhapsCopy();
    const before = structuredClone(form);
    await expect(removeMeeting(item, deps)).rejects.toMatchObject({ code: 'perhaps-copy' });
    expect(form).toEqual(before);
    expect(backend.alive()).toHaveLength(1);
  });

  it('loses the invitation only when the person says so', async () => {
    const { form, item, backend, deps } = await perhapsCopy();
    const removed = await removeMeeting(item, deps, undefined, 'appointment');
    expect(removed).toMatchObject({ stays: true, canUndo: false });
    expect(form).toMatchObject({ location: 'Room 5', property: undefined });
    expect(findInvitations('html', form.body.content)).toEqual([]);
    expect(backend.alive()).toHaveLength(1);
  });

  it('loses the meeting in Zoom too when the person says so, and can have it back', async () => {
    const { item, backend, deps } = await perhapsCopy();
    const removed = await removeMeeting(item, deps, undefined, 'zoom');
    expect(backend.alive()).toEqual([]);
    expect(removed).toMatchObject({ stays: false, canUndo: true });
    await undoRemove(item, removed, deps);
    expect(backend.alive()).toHaveLength(1);
  });
});
