/**
 * A single appointment with the meeting of a series: a copy of one occurrence, or what became of the series. It never
 * makes a single meeting of the series before the person says so.
 */
import { findInvitations } from '../../src/domain/invitation';
import { readLinkProperty } from '../../src/domain/link';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { ownMeeting, replaceSeries, shareMeeting } from '../../src/scheduling/copies';
import { followZoom } from '../../src/scheduling/followZoom';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { repairMeeting } from '../../src/scheduling/repairMeeting';
import { confirmSaved } from '../../src/scheduling/saved';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { type FormFields, TOMORROW_9, TUESDAYS, windowOn } from './support/appointment';
import { newWorld } from './support/world';

const none = { options: {} };
const DAY = 86_400_000;
const series = { kind: 'series', recurrence: TUESDAYS } as const;
const single = { kind: 'single' } as const;

/** A series whose meeting the backend was never told of, and what Outlook's Duplicate makes of one occurrence. */
async function copiedOccurrence(fields: Partial<FormFields> = {}) {
  const world = newWorld({ repetition: series });
  const { meeting } = await addMeeting(world.item, none, world.deps);
  const whole = Object.assign(world.form, { savedId: 'AAMk/series' });
  const form: FormFields = { ...structuredClone(whole), savedId: 'AAMk/copy', repetition: single, ...fields };
  const inZoom = () => world.backend.get(meeting.id);
  return { ...world, meeting, whole, form, item: windowOn(form), inZoom };
}

describe('that is opened first', () => {
  it.each([
    { name: 'at the time of the first occurrence', fields: {} },
    { name: 'at another time', fields: { start: TOMORROW_9 + DAY, end: TOMORROW_9 + DAY + 45 * 60_000 } },
    { name: 'before it was ever saved', fields: { savedId: undefined } },
  ])('is asked about $name', async ({ fields }) => {
    const { item, deps, meeting } = await copiedOccurrence(fields);
    expect(await readState(item, deps)).toMatchObject({ kind: 'copy', meeting, outOfSeries: true });
    expect(await confirmSaved(item, deps)).toBe('another');
  });

  it('is asked about where the client tells no ids', async () => {
    const { item, deps } = await copiedOccurrence({ savedId: undefined });
    const old = { ...deps, tellsItemIds: () => false };
    expect(await readState(item, old)).toMatchObject({ kind: 'copy', outOfSeries: true });
  });

  it('is asked about while the backend cannot say whose the meeting is', async () => {
    const { item, deps, backend } = await copiedOccurrence();
    backend.trouble.fail('confirm');
    expect(await readState(item, deps)).toMatchObject({ kind: 'copy' });
  });

  it('is asked about where the occurrence had been changed by itself', async () => {
    const { whole, deps, form } = await copiedOccurrence();
    const recurrence = TUESDAYS;
    const moved = { ...structuredClone(whole), savedId: 'AAMk/second' };
    Object.assign(moved, {
      repetition: { kind: 'occurrence', seriesId: 'AAMk/series', recurrence },
      start: TOMORROW_9 + 7 * DAY + 3_600_000,
      end: TOMORROW_9 + 7 * DAY + 2 * 3_600_000,
    });
    await updateMeeting(windowOn(moved), none, deps);
    const copy = { ...structuredClone(moved), savedId: form.savedId, repetition: single };
    expect(await readState(windowOn(copy), deps)).toMatchObject({ kind: 'copy', outOfSeries: true });
  });

  it('does not become the one that the meeting belongs to', async () => {
    const { item, whole, deps } = await copiedOccurrence();
    await readState(item, deps);
    expect(await confirmSaved(windowOn(whole), deps)).toBe('this');
    expect(await readState(windowOn(whole), deps)).toMatchObject({ kind: 'linked' });
  });

  it('changes nothing of the series as long as nobody decided', async () => {
    const { item, form, deps, meeting, inZoom } = await copiedOccurrence();
    const before = structuredClone(form);
    for (const press of [
      () => updateMeeting(item, none, deps),
      () => followZoom(item, deps),
      () => addMeeting(item, none, deps),
    ])
      await expect(press()).rejects.toMatchObject({ code: 'shared-meeting' });
    expect(form).toEqual(before);
    expect(await removeMeeting(item, deps)).toMatchObject({ stays: true, canUndo: false });
    expect(findInvitations('html', form.body.content)).toEqual([]);
    expect(await inZoom()).toEqual(meeting);
  });

  it('changes nothing of it where the link was lost on the way, nor after Repair', async () => {
    const { item, form, deps, meeting, inZoom } = await copiedOccurrence({ property: undefined });
    expect(await readState(item, deps)).toMatchObject({ kind: 'incomplete', missing: ['property'] });
    await expect(updateMeeting(item, none, deps)).rejects.toMatchObject({ code: 'shared-meeting' });
    await repairMeeting(item, deps);
    expect(await readState(item, deps)).toMatchObject({ kind: 'copy', outOfSeries: true });
    form.property = undefined;
    expect(await removeMeeting(windowOn(form), deps)).toMatchObject({ stays: true });
    expect(await inZoom()).toEqual(meeting);
  });
});

it('gets a meeting of its own, and the series stays as it is', async () => {
  const { item, form, deps, meeting, inZoom } = await copiedOccurrence({ start: TOMORROW_9 + DAY });
  form.end = form.start + 45 * 60_000;
  await readState(item, deps);
  const { meeting: own } = await ownMeeting(item, none, deps);
  expect(own).toMatchObject({ repeats: null, start: '2026-11-25T08:00:00Z' });
  expect(await inZoom()).toEqual(meeting);
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked', meeting: own });
  expect(await confirmSaved(item, deps)).toBe('this');
});

describe('that shares the meeting on purpose', () => {
  async function shared() {
    const world = await copiedOccurrence({ start: TOMORROW_9 + DAY, end: TOMORROW_9 + DAY + 45 * 60_000 });
    await readState(world.item, world.deps);
    const { link } = await shareMeeting(world.item, world.deps);
    return { ...world, link };
  }

  it('keeps that, also for a window that is opened later', async () => {
    const { item, form, deps, link } = await shared();
    expect(readLinkProperty(form.property)).toEqual(link);
    for (const window of [item, windowOn(form)]) {
      expect(await readState(window, deps)).toMatchObject({ kind: 'linked', link });
    }
  });

  it('does not take the meeting from the series', async () => {
    const { item, whole, deps } = await shared();
    expect(await confirmSaved(item, deps)).toBe('untold');
    expect(await confirmSaved(windowOn(whole), deps)).toBe('this');
  });

  it('moves, renames or deletes nothing of the series', async () => {
    const { form, deps, meeting, inZoom } = await shared();
    Object.assign(form, { subject: 'Other', start: form.start + DAY, end: form.end + DAY });
    const window = windowOn(form);
    const { notes } = await updateMeeting(window, { options: { waitingRoom: true } }, deps);
    expect(notes).toEqual(['occurrence-options-kept']);
    const before = structuredClone(form);
    await followZoom(window, deps);
    expect(form).toEqual(before);
    expect(await removeMeeting(window, deps)).toMatchObject({ stays: true });
    expect(form.property).toBeUndefined();
    expect(await inZoom()).toEqual(meeting);
  });

  it('keeps sharing when it gets its invitation again', async () => {
    const { form, deps } = await shared();
    form.body = { format: 'html', content: '<html><body></body></html>' };
    await repairMeeting(windowOn(form), deps);
    expect(readLinkProperty(form.property)).toMatchObject({ shares: true });
    expect(await readState(windowOn(form), deps)).toMatchObject({ kind: 'linked' });
  });
});

describe('that is what became of the series', () => {
  it('makes the single meeting of it that the appointment is', async () => {
    const { item, form, deps, meeting, inZoom } = await copiedOccurrence();
    await readState(item, deps);
    const { link } = await replaceSeries(item, none, deps);
    expect(await inZoom()).toMatchObject({ id: meeting.id, repeats: null, start: '2026-11-24T08:00:00Z' });
    expect(link.agreed).not.toHaveProperty('repeats');
    expect(await confirmSaved(item, deps)).toBe('this');
    expect(await readState(windowOn(form), deps)).toMatchObject({ kind: 'linked', link });
  });

  it('is left as it was when the update fails, and can be pressed again', async () => {
    const { item, form, deps, backend, meeting } = await copiedOccurrence();
    const before = structuredClone(form);
    backend.trouble.fail('update');
    await expect(replaceSeries(item, none, deps)).rejects.toMatchObject({ code: 'backend-unavailable' });
    expect(form).toEqual(before);
    expect(backend.alive()).toEqual([meeting]);
    await replaceSeries(item, none, deps);
    expect(backend.alive()).toMatchObject([{ repeats: null }]);
  });

  it('is not asked about where the form was a series when it was opened', async () => {
    const { whole, deps } = await copiedOccurrence();
    const item = windowOn(whole);
    await readState(item, deps);
    whole.repetition = single;
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
    expect((await updateMeeting(item, none, deps)).meeting.repeats).toBeNull();
  });

  it('is not asked about where the backend knows the appointment', async () => {
    const { whole, deps } = await copiedOccurrence();
    await confirmSaved(windowOn(whole), deps);
    whole.repetition = single;
    expect(await readState(windowOn(whole), deps)).toMatchObject({ kind: 'linked' });
  });

  it('is not asked about where the meeting came to repeat in Zoom', async () => {
    const world = newWorld({ savedId: 'AAMk/single' });
    const { meeting } = await addMeeting(world.item, none, world.deps);
    world.backend.change(meeting.id, () => ({ repeats: { kind: 'no-fixed-time' }, start: null }));
    expect(await readState(windowOn(world.form), world.deps)).toMatchObject({ kind: 'linked' });
  });
});
