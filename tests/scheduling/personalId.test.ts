/** Meetings by the personal meeting id: joined by another number than their own. */
import { findInvitations } from '../../src/domain/invitation';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { ownMeeting } from '../../src/scheduling/copies';
import { readInvitation } from '../../src/scheduling/readInvitation';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { repairMeeting } from '../../src/scheduling/repairMeeting';
import { undoRemove } from '../../src/scheduling/undoRemove';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import type { SchedulingDependencies } from '../../src/scheduling/types';
import { windowOn } from './support/appointment';
import { PERSONAL_ID, type FakeBackend } from './support/backend';
import { newWorld } from './support/world';

const personal = { options: { personalId: true } };
const none = { options: {} };
const HOUR = 3_600_000;

const formats = [
  ['html', '<html><body><p>Agenda</p></body></html>'],
  ['text', 'Agenda'],
] as const;

/** Zoom answers for the personal meeting id with the personal room, which is a meeting like others to look at. */
function withRoom(backend: FakeBackend, deps: SchedulingDependencies): SchedulingDependencies {
  const [pattern] = backend.alive();
  if (!pattern) throw new Error('no meeting');
  const options = { ...pattern.options, personalId: false };
  backend.put({ ...pattern, id: PERSONAL_ID, joinNumber: PERSONAL_ID, start: null, topic: 'Room', options });
  return { ...deps, personalMeetingId: async () => PERSONAL_ID };
}

async function withPersonal(format: 'html' | 'text', content: string) {
  const world = newWorld({ body: { format, content } });
  const original = structuredClone(world.form);
  const added = await addMeeting(world.item, personal, world.deps);
  return { ...world, original, added, deps: withRoom(world.backend, world.deps) };
}

describe.each(formats)('in a body of %s', (format, content) => {
  it('is joined by the personal id and known by its own', async () => {
    const { form, item, deps, added } = await withPersonal(format, content);
    expect(added.meeting.id).not.toBe(PERSONAL_ID);
    expect(form.location).toContain(PERSONAL_ID);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked', meeting: { id: added.meeting.id } });
  });

  it('is updated in place, and removed without a trace', async () => {
    const { form, item, deps, added, original, backend } = await withPersonal(format, content);
    form.start += HOUR;
    form.end += HOUR;
    await updateMeeting(item, none, deps);
    expect(findInvitations(format, form.body.content)).toHaveLength(1);
    expect(form.body.content).toContain('10:00');
    await removeMeeting(item, deps);
    expect(form).toMatchObject({ body: original.body, location: original.location, property: undefined });
    expect(backend.alive().map(({ id }) => id)).toEqual([PERSONAL_ID]);
    expect(added.meeting.id).not.toBe(PERSONAL_ID);
  });

  it('comes back by undo', async () => {
    const { form, item, deps } = await withPersonal(format, content);
    const before = structuredClone(form);
    const removed = await removeMeeting(item, deps);
    await undoRemove(item, removed, deps);
    expect(form.body).toEqual(before.body);
    expect(form.location).toBe(before.location);
  });

  it('changes to an id of its own and leaves nothing of the other', async () => {
    const { form, item, deps } = await withPersonal(format, content);
    const { meeting } = await updateMeeting(item, { options: { personalId: false } }, deps);
    expect(meeting.joinNumber).toBe(meeting.id);
    expect(form.location).toBe(`Room 5; ${meeting.joinUrl}`);
    expect(findInvitations(format, form.body.content)).toHaveLength(1);
    expect(form.body.content).not.toContain(PERSONAL_ID);
  });

  it('is not taken for somebody else’s when the property is lost: it is found by its start', async () => {
    const { form, item, backend, deps, added } = await withPersonal(format, content);
    form.property = undefined;
    const listing = { ...deps, meetings: Object.assign(backend, { list: () => listOf(backend) }) };
    expect(await readState(item, listing)).toMatchObject({
      kind: 'incomplete',
      meeting: { id: added.meeting.id },
      missing: ['property'],
    });
    await repairMeeting(item, listing);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked', meeting: { id: added.meeting.id } });
  });

  it('gives a copy a meeting of its own although both are joined by the same number', async () => {
    const { form, deps, added } = await withPersonal(format, content);
    const { meeting } = await ownMeeting(windowOn(form), personal, deps);
    expect(meeting.id).not.toBe(added.meeting.id);
    expect(findInvitations(format, form.body.content)).toHaveLength(1);
    expect(form.location).toBe(`Room 5; ${meeting.joinUrl}`);
  });
});

describe('without marks and property', () => {
  it('is not mixed up with a room that says itself what it is, where nobody can be asked', async () => {
    const { form, backend, deps } = await withPersonal('text', 'Agenda');
    form.property = undefined;
    backend.change(PERSONAL_ID, ({ options }) => ({ options: { ...options, personalId: true } }));
    const asking = { ...deps, personalMeetingId: () => Promise.reject(new Error('offline')) };
    expect(await readState(windowOn(form), asking)).toMatchObject({ meeting: undefined });
  });

  it('is made anew, by the personal id again, where it cannot be found', async () => {
    const { form, item, deps } = await withPersonal('text', 'Agenda');
    form.property = undefined;
    expect(await readState(windowOn(form), deps)).toEqual({
      kind: 'incomplete',
      meeting: undefined,
      missing: ['meeting', 'property'],
    });
    const { meeting } = await repairMeeting(windowOn(form), deps);
    expect(meeting.joinNumber).toBe(PERSONAL_ID);
    expect(findInvitations('text', form.body.content)).toHaveLength(1);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked', meeting: { id: meeting.id } });
  });

  it('never deletes the personal room', async () => {
    const { form, backend, deps } = await withPersonal('text', 'Agenda');
    form.property = undefined;
    const removed = await removeMeeting(windowOn(form), deps);
    expect(removed.canUndo).toBe(false);
    expect(backend.alive().map(({ id }) => id)).toContain(PERSONAL_ID);
    expect(findInvitations('text', form.body.content)).toEqual([]);
    await expect(updateMeeting(windowOn(form), none, deps)).rejects.toMatchObject({ code: 'no-meeting' });
  });
});

it('tells an attendee the number to join with', async () => {
  const { form } = await withPersonal('html', '<p>Agenda</p>');
  const read = await readInvitation({
    mode: 'read',
    subject: '',
    start: 0,
    end: 0,
    location: '',
    organizer: undefined,
    organizedByMe: false,
    repetition: { kind: 'single' },
    readBody: async () => form.body,
    readLinkProperty: async () => undefined,
  });
  expect(read).toMatchObject({ meetingId: PERSONAL_ID, passcode: 'abc123' });
});

const listOf = async (backend: FakeBackend) => ({
  meetings: backend.alive().map(({ id, topic, start, durationMinutes, timeZone, joinUrl }) => ({
    id,
    topic,
    start,
    durationMinutes,
    timeZone,
    joinUrl,
  })),
});
