/** A copied appointment: recognised, given a meeting of its own, or left to share one on purpose. */
import { findInvitations, removeInvitation } from '../../src/domain/invitation';
import { readLinkProperty } from '../../src/domain/link';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { followZoom } from '../../src/scheduling/followZoom';
import { ownMeeting, shareMeeting } from '../../src/scheduling/copies';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { confirmSaved } from '../../src/scheduling/saved';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { TUESDAYS, windowOn } from './support/appointment';
import { newWorld } from './support/world';

const none = { options: {} };
const WEEK = 7 * 86_400_000;

/** An appointment with a meeting, and what Outlook's Duplicate makes of it. */
async function copied() {
  const world = newWorld({ savedId: 'AAMk/original' });
  const original = structuredClone(world.form);
  const added = await addMeeting(world.item, none, world.deps);
  await confirmSaved(world.item, world.deps);
  const form = structuredClone(world.form);
  Object.assign(form, { savedId: 'AAMk/copy', start: form.start + WEEK, end: form.end + WEEK });
  return { ...world, original, added, originalForm: world.form, form, item: windowOn(form) };
}

it('is recognised, and its original is not taken for one', async () => {
  const { item, originalForm, deps, added } = await copied();
  expect(await readState(item, deps)).toEqual({ kind: 'copy', link: added.link, meeting: added.meeting });
  expect(await readState(windowOn(originalForm), deps)).toMatchObject({ kind: 'linked' });
});

describe('that is opened before the original was ever seen saved', () => {
  /** Put on an unsaved form, saved without the pane, and duplicated to another day. */
  async function neverSeen() {
    const world = newWorld();
    const { meeting } = await addMeeting(world.item, none, world.deps);
    const original = Object.assign(world.form, { savedId: 'AAMk/original' });
    const form = structuredClone(original);
    Object.assign(form, { savedId: 'AAMk/copy', start: form.start + WEEK, end: form.end + WEEK });
    return { ...world, original, meeting, form, copy: windowOn(form) };
  }

  it('does not become the one that the meeting belongs to', async () => {
    const { backend, copy, meeting, original, form, deps } = await neverSeen();
    expect(await readState(copy, deps)).toMatchObject({ kind: 'linked' });
    expect(await confirmSaved(copy, deps)).toBe('untold');
    expect(backend.kept.get(meeting.id)?.confirmed).toBe(true);
    expect(await confirmSaved(windowOn(original), deps)).toBe('this');
    expect(await readState(windowOn(form), deps)).toMatchObject({ kind: 'copy' });
  });

  it('becomes it when the person updates the meeting there: then it was moved, not copied', async () => {
    const { copy, form, deps } = await neverSeen();
    await readState(copy, deps);
    await updateMeeting(copy, none, deps);
    expect(await confirmSaved(copy, deps)).toBe('this');
    expect(await readState(windowOn(form), deps)).toMatchObject({ kind: 'linked' });
  });
});

it('is not seen, and the screen still comes, while the backend cannot say whose the meeting is', async () => {
  const { item, backend, deps } = await copied();
  backend.trouble.fail('confirm');
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
});

it('is no matter of occurrences, which share the meeting of their series', async () => {
  const { form, deps } = await copied();
  form.repetition = { kind: 'occurrence', seriesId: 'AAMk/original', recurrence: TUESDAYS };
  expect((await readState(windowOn(form), deps)).kind).not.toBe('copy');
});

describe('a meeting of its own', () => {
  it('takes the place of the shared one, which stays as it is in Zoom', async () => {
    const { form, item, backend, deps, added, original } = await copied();
    const { meeting, link } = await ownMeeting(item, none, deps);
    expect(meeting.id).not.toBe(added.meeting.id);
    expect(meeting.start).toBe('2026-12-01T08:00:00Z');
    expect(backend.alive()).toEqual([added.meeting, meeting]);
    expect(findInvitations('html', form.body.content).map(({ meetingId }) => meetingId)).toEqual([
      meeting.id,
    ]);
    expect(removeInvitation('html', form.body.content, meeting.id).body).toBe(original.body.content);
    expect(form.location).toBe(`Room 5; ${meeting.joinUrl}`);
    expect(readLinkProperty(form.property)).toEqual(link);
    expect(await readState(item, deps)).toEqual({ kind: 'linked', link, meeting });
  });

  it('keeps the topic and the language that were chosen for the shared one', async () => {
    const world = newWorld();
    await addMeeting(world.item, { topic: 'Mine', language: 'de', options: {} }, world.deps);
    const { meeting, link } = await ownMeeting(windowOn(world.form), none, world.deps);
    expect(meeting.topic).toBe('Mine');
    expect(link).toMatchObject({ ownTopic: true, language: 'de' });
  });

  it('is possible where the client tells no ids', async () => {
    const { form, backend, deps } = await copied();
    form.savedId = undefined;
    const { meeting } = await ownMeeting(windowOn(form), none, deps);
    expect(readLinkProperty(form.property)).toMatchObject({ meetingId: meeting.id });
    expect(backend.alive()).toHaveLength(2);
  });

  it('is made once when Zoom did not say whether it finished', async () => {
    const { form, item, backend, deps } = await copied();
    const before = structuredClone(form);
    backend.trouble.fail('create', 'after');
    await expect(ownMeeting(item, none, deps)).rejects.toMatchObject({ code: 'zoom-outcome-unknown' });
    expect(form).toEqual(before);
    // A new window knows nothing but the item's id.
    await ownMeeting(windowOn(form), none, deps);
    expect(backend.alive()).toHaveLength(2);
  });

  it.each(['read body', 'read location', 'write body', 'write location', 'write property'] as const)(
    'is taken back when Outlook fails to %s, and the copy shows the shared one again',
    async (call) => {
      const { form, item, backend, deps, added } = await copied();
      const before = structuredClone(form);
      item.trouble.fail(call, 'before', call.startsWith('read') ? 2 : 1);
      await expect(ownMeeting(item, none, deps)).rejects.toMatchObject({
        code: 'host-call-failed',
        details: { action: call },
      });
      expect(backend.alive()).toEqual([added.meeting]);
      expect(form.location).toBe(before.location);
      expect(readLinkProperty(form.property)).toEqual(added.link);
      expect(findInvitations('html', form.body.content)).toMatchObject([{ meetingId: added.meeting.id }]);
      expect(await readState(item, deps)).toMatchObject({ kind: 'copy' });
      await ownMeeting(item, none, deps);
      expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
    },
  );

  it('is another one even where the shared one was made for this very appointment', async () => {
    const { originalForm, backend, deps, added } = await copied();
    const { meeting } = await ownMeeting(windowOn(originalForm), none, deps);
    expect(meeting.id).not.toBe(added.meeting.id);
    expect(backend.alive()).toHaveLength(2);
  });

  it('has nothing to take the place of without a link', async () => {
    const { item, deps } = newWorld();
    await expect(ownMeeting(item, none, deps)).rejects.toMatchObject({ code: 'no-meeting' });
  });
});

describe('sharing on purpose', () => {
  it('is kept on the copy, in every window, and changes nothing else', async () => {
    const { form, item, backend, deps, added } = await copied();
    const before = structuredClone(form);
    expect(await readState(item, deps)).toMatchObject({ kind: 'copy' });
    const link = { ...added.link, shares: true };
    expect(await shareMeeting(item, deps)).toEqual({ meeting: added.meeting, link, notes: [] });
    expect({ ...form, property: undefined }).toEqual({ ...before, property: undefined });
    for (const window of [item, windowOn(form)]) {
      expect(await readState(window, deps)).toEqual({ kind: 'linked', link, meeting: added.meeting });
    }
    expect(backend.alive()).toEqual([added.meeting]);
  });

  it('is noticed by a window that saw a copy before', async () => {
    const { form, item, deps } = await copied();
    expect(await readState(item, deps)).toMatchObject({ kind: 'copy' });
    await shareMeeting(windowOn(form), deps);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  });

  it('is asked about again where it was not saved', async () => {
    const { form, item, deps } = await copied();
    const { property } = form;
    await shareMeeting(item, deps);
    form.property = property;
    expect(await readState(windowOn(form), deps)).toMatchObject({ kind: 'copy' });
  });

  it('says so when the backend is away, and writes nothing', async () => {
    const { form, item, backend, deps } = await copied();
    const before = structuredClone(form);
    backend.trouble.fail('get');
    await expect(shareMeeting(item, deps)).rejects.toMatchObject({ code: 'backend-unavailable' });
    expect(form).toEqual(before);
  });

  it.each([
    ['an appointment', { kind: 'single' }],
    ['a series', { kind: 'series', recurrence: TUESDAYS }],
    ['an occurrence of it', { kind: 'occurrence', seriesId: 'AAMk/copy', recurrence: TUESDAYS }],
  ] as const)(
    'as %s does nothing to the meeting by updating, following or removing',
    async (_, repetition) => {
      const { form, item, backend, deps, added } = await copied();
      await shareMeeting(item, deps);
      form.repetition = repetition;
      const window = windowOn(form);
      expect(await readState(window, deps)).toMatchObject({ kind: 'linked' });
      const before = structuredClone(form);
      expect((await updateMeeting(window, none, deps)).notes).toEqual([]);
      await followZoom(window, deps);
      expect(form).toEqual(before);
      expect(await removeMeeting(window, deps)).toMatchObject({ canUndo: false, stays: true });
      expect(form.property).toBeUndefined();
      expect(backend.alive()).toEqual([added.meeting]);
    },
  );

  it('leaves the meeting to the original, which deletes it', async () => {
    const { item, originalForm, backend, deps } = await copied();
    await shareMeeting(item, deps);
    expect((await removeMeeting(windowOn(originalForm), deps)).canUndo).toBe(true);
    expect(backend.alive()).toEqual([]);
  });
});

describe('the meeting of the original', () => {
  it.each([
    ['updating', updateMeeting],
    ['adding to', addMeeting],
  ] as const)(
    'is not changed by %s the copy, even where asking whose it is failed before',
    async (_, press) => {
      const { form, item, backend, deps, added } = await copied();
      const before = structuredClone(form);
      backend.trouble.fail('confirm');
      expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
      await expect(press(item, none, deps)).rejects.toMatchObject({ code: 'shared-meeting' });
      expect(backend.alive()).toEqual([added.meeting]);
      expect(form).toEqual(before);
    },
  );

  it('does not move the copy', async () => {
    const { form, item, deps } = await copied();
    const before = structuredClone(form);
    await expect(followZoom(item, deps)).rejects.toMatchObject({ code: 'shared-meeting' });
    expect(form).toEqual(before);
  });

  it.each([
    ['updating', (...[item, deps]: Parameters<typeof removeMeeting>) => updateMeeting(item, none, deps)],
    ['removing from', removeMeeting],
  ] as const)('is not touched by %s a copy as long as nobody can say whose it is', async (_, press) => {
    const { form, item, backend, deps, added } = await copied();
    const before = structuredClone(form);
    backend.trouble.fail('confirm', 'before', 0);
    await expect(press(item, deps)).rejects.toMatchObject({ code: 'backend-unavailable' });
    expect(backend.alive()).toEqual([added.meeting]);
    expect(form).toEqual(before);
  });

  it('is left alone by a copy that lost its property', async () => {
    const { form, item, backend, deps, added } = await copied();
    form.property = undefined;
    await expect(updateMeeting(item, none, deps)).rejects.toMatchObject({ code: 'shared-meeting' });
    expect(await removeMeeting(item, deps)).toMatchObject({ canUndo: false, stays: true });
    expect(backend.alive()).toEqual([added.meeting]);
  });
});

it('removing from a copy leaves the meeting of the original, and offers no undo', async () => {
  const { form, item, backend, deps, added, original } = await copied();
  const removed = await removeMeeting(item, deps);
  expect(removed).toMatchObject({ canUndo: false, stays: true });
  expect(backend.alive()).toEqual([added.meeting]);
  expect(form).toMatchObject({ body: original.body, location: original.location, property: undefined });
});

it('removing the own meeting of a copy leaves that of the original', async () => {
  const { item, backend, deps, added } = await copied();
  await ownMeeting(item, none, deps);
  await removeMeeting(item, deps);
  expect(backend.alive()).toEqual([added.meeting]);
});
