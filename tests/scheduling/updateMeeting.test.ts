/** Updating: Zoom follows the appointment, then the appointment's text follows Zoom. */
import { findInvitations, removeInvitation } from '../../src/domain/invitation';
import { readLinkProperty } from '../../src/domain/link';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { readState } from '../../src/scheduling/readState';
import { repairMeeting } from '../../src/scheduling/repairMeeting';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { newWorld } from './support/world';

const none = { options: {} };
const HOUR = 3_600_000;

/** An appointment with a meeting, moved by an hour afterwards. */
async function moved() {
  const world = newWorld();
  const original = world.form.body.content;
  const added = await addMeeting(world.item, none, world.deps);
  world.form.start += HOUR;
  world.form.end += HOUR;
  world.item.trouble.calls.length = 0;
  world.backend.trouble.calls.length = 0;
  return { ...world, added, original };
}

it('moves the same meeting, and replaces the invitation where it stands', async () => {
  const { form, item, backend, deps, added, original } = await moved();
  form.body.content = form.body.content.replace('</body>', '<p>Added below</p></body>');
  const before = removeInvitation('html', form.body.content, added.meeting.id).body;
  const { meeting, link } = await updateMeeting(item, none, deps);
  expect(meeting).toMatchObject({ id: added.meeting.id, start: '2026-11-24T09:00:00Z' });
  expect(backend.kept.size).toBe(1);
  const found = findInvitations('html', form.body.content);
  expect(found).toHaveLength(1);
  expect(form.body.content.slice(found[0]?.start, found[0]?.end)).toContain('10:00');
  expect(removeInvitation('html', form.body.content, meeting.id).body).toBe(before);
  expect(before).not.toBe(original);
  expect(readLinkProperty(form.property)).toEqual(link);
  expect(await readState(item, deps)).toEqual({ kind: 'linked', link, meeting });
});

it('writes nothing on the appointment when nothing changes for it', async () => {
  const { form, item, deps } = newWorld();
  await addMeeting(item, none, deps);
  const before = structuredClone(form);
  item.trouble.calls.length = 0;
  await updateMeeting(item, none, deps);
  expect(form).toEqual(before);
  expect(item.trouble.calls.filter((call) => call.startsWith('write'))).toEqual([]);
});

it('replaces the join link in body, location and property when the passcode changes', async () => {
  const { form, item, deps, added } = await moved();
  const { meeting } = await updateMeeting(item, { options: { passcode: 'new42' } }, deps);
  expect(meeting.joinUrl).not.toBe(added.meeting.joinUrl);
  expect(form.location).toBe(`Room 5; ${meeting.joinUrl}`);
  expect(form.body.content).not.toContain(added.meeting.joinUrl);
});

describe('a passcode that is not part of the join link', () => {
  /** Zoom changes it, and the link stays: accounts may keep the passcode out of links. */
  async function keptOutOfLinks() {
    const world = newWorld();
    const { meeting } = await addMeeting(world.item, none, world.deps);
    const kept = world.backend.kept.get(meeting.id);
    world.backend.trouble.during = (call) => {
      if (call === 'update' && kept) kept.meeting = { ...kept.meeting, passcode: 'new42' };
    };
    return { ...world, meeting };
  }
  const passcodes = (body: string) => findInvitations('html', body).map(({ passcode }) => passcode);

  it('is replaced in the invitation when it changes', async () => {
    const { form, item, deps, meeting } = await keptOutOfLinks();
    const before = removeInvitation('html', form.body.content, meeting.id).body;
    const done = await updateMeeting(item, none, deps);
    expect(done.meeting).toMatchObject({ passcode: 'new42', joinUrl: meeting.joinUrl });
    expect(passcodes(form.body.content)).toEqual(['new42']);
    expect(removeInvitation('html', form.body.content, meeting.id).body).toBe(before);
  });

  it('is written by the same update again after Outlook failed', async () => {
    const { form, item, deps } = await keptOutOfLinks();
    item.trouble.fail('write body');
    await expect(updateMeeting(item, none, deps)).rejects.toMatchObject({ code: 'half-updated' });
    await updateMeeting(item, none, deps);
    expect(passcodes(form.body.content)).toEqual(['new42']);
  });
});

it('never touches the invitation of another meeting', async () => {
  const other = newWorld();
  other.form.body.content = '';
  await addMeeting(other.item, none, {
    ...other.deps,
    meetings: Object.assign(other.backend, { next: 99_000_000_001 }),
  });
  const { form, item, deps } = await moved();
  form.body.content = form.body.content.replace('<p>Agenda</p>', `<p>Agenda</p>${other.form.body.content}`);
  await updateMeeting(item, none, deps);
  expect(form.body.content).toContain(other.form.body.content);
});

it('writes nothing on the appointment when Zoom refuses', async () => {
  const { form, item, backend, deps } = await moved();
  const before = structuredClone(form);
  backend.trouble.fail('update');
  await expect(updateMeeting(item, none, deps)).rejects.toMatchObject({ code: 'backend-unavailable' });
  expect(form).toEqual(before);
});

it('has nothing to update without a meeting', async () => {
  const { item, deps } = newWorld();
  await expect(updateMeeting(item, none, deps)).rejects.toMatchObject({ code: 'no-meeting' });
});

it('says that the meeting is gone when Zoom no longer has it', async () => {
  const { item, backend, deps, added } = await moved();
  await backend.remove(added.meeting.id);
  await expect(updateMeeting(item, none, deps)).rejects.toMatchObject({ code: 'meeting-gone' });
});

describe.each(['read body', 'write body', 'write property'] as const)(
  'when Outlook fails to %s after Zoom changed',
  (call) => {
    it.each([
      ['the same update again', 'update'],
      ['repair', 'repair'],
    ])('%s finishes', async (_, how) => {
      const { form, item, backend, deps } = await moved();
      item.trouble.fail(call, 'before', call === 'read body' ? 2 : 1);
      await expect(updateMeeting(item, none, deps)).rejects.toMatchObject({
        code: 'half-updated',
        details: { action: call },
      });
      expect(backend.alive()[0]?.start).toBe('2026-11-24T09:00:00Z');
      expect(await readState(item, deps)).toMatchObject({ kind: 'incomplete', missing: ['invitation'] });
      const { meeting, link } =
        how === 'update' ? await updateMeeting(item, none, deps) : await repairMeeting(item, deps);
      expect(form.body.content).toContain('10:00');
      expect(await readState(item, deps)).toEqual({ kind: 'linked', link, meeting });
    });
  },
);

it('does not take a meeting that was moved in Zoom for a half-done update', async () => {
  const { item, backend, deps, added } = await moved();
  const kept = backend.kept.get(added.meeting.id);
  if (kept) kept.meeting = { ...kept.meeting, start: '2026-11-25T08:00:00Z' };
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
});

describe('a topic of its own', () => {
  async function withOwnTopic() {
    const world = newWorld();
    await addMeeting(world.item, { topic: 'Mine', options: {} }, world.deps);
    world.form.subject = 'Another subject';
    return world;
  }

  it('is kept by an update that says nothing about it', async () => {
    const { item, deps } = await withOwnTopic();
    const { meeting, link } = await updateMeeting(item, none, deps);
    expect(meeting.topic).toBe('Mine');
    expect(link.ownTopic).toBe(true);
  });

  it('gives way to the subject when the person wants it to', async () => {
    const { item, form, deps } = await withOwnTopic();
    const { meeting } = await updateMeeting(item, { topic: null, options: {} }, deps);
    expect(meeting.topic).toBe('Another subject');
    expect(readLinkProperty(form.property)).not.toHaveProperty('ownTopic');
  });

  it('is recorded even when it reads like the subject', async () => {
    const { item, form, deps } = newWorld();
    await addMeeting(item, none, deps);
    await updateMeeting(item, { topic: form.subject, options: {} }, deps);
    expect(readLinkProperty(form.property)).toHaveProperty('ownTopic', true);
  });
});

describe('a join link that was lost', () => {
  it('is put back into the location alone, and the text stays as it is', async () => {
    const { form, item, deps } = newWorld();
    const { meeting } = await addMeeting(item, none, deps);
    form.location = 'Room 6';
    item.trouble.calls.length = 0;
    await updateMeeting(item, none, deps);
    expect(form.location).toBe(`Room 6; ${meeting.joinUrl}`);
    expect(item.trouble.calls.filter((call) => call.startsWith('write'))).toEqual(['write location']);
  });

  it('is put back into the invitation out of which somebody took it', async () => {
    const { form, item, deps } = newWorld();
    const { meeting } = await addMeeting(item, none, deps);
    const whole = form.body.content;
    form.body.content = whole.replace(/<a href="[^"]*">(.*?)<\/a>/, '$1');
    expect(form.body.content).not.toBe(whole);
    expect(await readState(item, deps)).toMatchObject({ kind: 'incomplete', missing: ['invitation'] });
    await updateMeeting(item, none, deps);
    expect(form.body.content).toBe(whole);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked', meeting });
  });
});
