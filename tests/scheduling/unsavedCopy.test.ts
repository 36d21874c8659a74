/**
 * A duplicate that nobody saved yet: on a client that tells item ids it cannot be the saved appointment that the
 * backend knows of its meeting, so it is a copy.
 */
import { readLinkProperty } from '../../src/domain/link';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { ownMeeting, replaceSeries, shareMeeting } from '../../src/scheduling/copies';
import { followZoom } from '../../src/scheduling/followZoom';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { confirmSaved } from '../../src/scheduling/saved';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { type FormFields, TUESDAYS, windowOn } from './support/appointment';
import { newWorld } from './support/world';

const none = { options: {} };
const DAY = 86_400_000;

/** A draft with a meeting, saved, and what Outlook's Duplicate makes of it before anybody saves that. */
async function duplicated({ later = 0, seen = true, ...fields }: Partial<FormFields> & Options = {}) {
  const world = newWorld(fields);
  const { meeting, link } = await addMeeting(world.item, none, world.deps);
  const form = structuredClone(world.form);
  Object.assign(form, { start: form.start + later, end: form.end + later });
  world.form.savedId = 'AAMk/original';
  if (seen) await confirmSaved(windowOn(world.form), world.deps);
  return { ...world, original: world.form, meeting, link, form, item: windowOn(form) };
}

interface Options {
  /** How much later than the original the duplicate is. */
  later?: number;
  /** Whether the backend was told of the original. */
  seen?: boolean;
}

describe.each([
  ['at the same time', 0],
  ['on another day', DAY],
])('an unsaved duplicate %s', (_, later) => {
  it('is asked about', async () => {
    const { item, deps, link, meeting } = await duplicated({ later });
    expect(await readState(item, deps)).toEqual({ kind: 'copy', link, meeting });
  });

  it.each([
    ['updating', updateMeeting],
    ['adding to', addMeeting],
    ['following Zoom in', following],
  ] as const)('changes nothing by %s it', async (_name, press) => {
    const { item, form, backend, deps, meeting } = await duplicated({ later });
    const before = structuredClone(form);
    await expect(press(item, none, deps)).rejects.toMatchObject({ code: 'shared-meeting' });
    expect(form).toEqual(before);
    expect(backend.alive()).toEqual([meeting]);
  });

  it.each([undefined, 'zoom', 'appointment'] as const)(
    'loses only its text by removing (%s)',
    async (from) => {
      const { item, form, backend, deps, meeting } = await duplicated({ later });
      const removed = await removeMeeting(item, deps, undefined, from);
      expect(removed).toMatchObject({ canUndo: false, stays: true });
      expect(form).toMatchObject({ location: 'Room 5', property: undefined });
      expect(backend.alive()).toEqual([meeting]);
    },
  );

  it('can share the meeting, and then still decides nothing of it', async () => {
    const { item, form, backend, deps, meeting } = await duplicated({ later });
    await shareMeeting(item, deps);
    form.savedId = 'AAMk/copy';
    const saved = windowOn(form);
    expect(await readState(saved, deps)).toMatchObject({ kind: 'linked', link: { shares: true } });
    await updateMeeting(saved, none, deps);
    expect(await removeMeeting(saved, deps)).toMatchObject({ stays: true });
    expect(backend.alive()).toEqual([meeting]);
  });

  it('can get a meeting of its own', async () => {
    const { item, form, backend, deps, meeting } = await duplicated({ later });
    const own = await ownMeeting(item, none, deps);
    expect(backend.alive()).toEqual([meeting, own.meeting]);
    expect(readLinkProperty(form.property)).toEqual(own.link);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  });
});

function following(...[item, , deps]: Parameters<typeof updateMeeting>) {
  return followZoom(item, deps);
}

it('an unsaved duplicate that lost its property leaves the meeting alone', async () => {
  const { item, form, backend, deps, meeting } = await duplicated();
  form.property = undefined;
  await expect(updateMeeting(item, none, deps)).rejects.toMatchObject({ code: 'shared-meeting' });
  expect(await removeMeeting(item, deps)).toMatchObject({ stays: true });
  expect(backend.alive()).toEqual([meeting]);
});

it('an unsaved duplicate that came with the claim of an unfinished add leaves alone what became of that', async () => {
  const { form, item, backend, deps } = newWorld();
  backend.trouble.fail('create', 'after');
  await expect(addMeeting(item, none, deps)).rejects.toMatchObject({ code: 'zoom-outcome-unknown' });
  const copy = structuredClone(form);
  const { meeting } = await addMeeting(item, none, deps);
  form.savedId = 'AAMk/original';
  await confirmSaved(item, deps);
  expect(await removeMeeting(windowOn(copy), deps)).toMatchObject({ stays: true });
  expect(copy.property).toBeUndefined();
  expect(backend.alive()).toEqual([meeting]);
});

it('an unsaved duplicate is no copy of an appointment that the backend never heard of', async () => {
  const { item, original, backend, deps, meeting } = await duplicated({ seen: false });
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  expect(backend.kept.get(meeting.id)?.confirmed).toBe(false);
  // Meanwhile another window sees the original: whoever changes something asks again.
  await confirmSaved(windowOn(original), deps);
  await expect(updateMeeting(item, none, deps)).rejects.toMatchObject({ code: 'shared-meeting' });
  expect(await removeMeeting(item, deps)).toMatchObject({ stays: true });
  expect(backend.alive()).toEqual([meeting]);
});

it('an unsaved duplicate changes nothing as long as nobody can say whose the meeting is', async () => {
  const { item, form, backend, deps, meeting } = await duplicated();
  const before = structuredClone(form);
  backend.trouble.fail('confirm', 'before', 0);
  await expect(removeMeeting(item, deps)).rejects.toMatchObject({ code: 'backend-unavailable' });
  await expect(updateMeeting(item, none, deps)).rejects.toMatchObject({ code: 'backend-unavailable' });
  expect(form).toEqual(before);
  expect(backend.alive()).toEqual([meeting]);
});

it('an unsaved duplicate of a series is a copy, and of one occurrence as well, which cannot replace the series', async () => {
  const series = { repetition: { kind: 'series', recurrence: TUESDAYS } } as const;
  const { item, form, backend, deps, link, meeting } = await duplicated(series);
  const copy = { kind: 'copy', link, meeting };
  expect(await readState(item, deps)).toEqual(copy);
  form.repetition = { kind: 'single' };
  const single = windowOn(form);
  expect(await readState(single, deps)).toEqual(copy);
  await expect(replaceSeries(single, none, deps)).rejects.toMatchObject({ code: 'shared-meeting' });
  expect(backend.alive()).toEqual([meeting]);
});

it('a draft with a meeting of its own is asked about once while it is looked at', async () => {
  const { item, backend, deps } = await duplicated({ seen: false });
  for (let look = 0; look < 3; look += 1) expect(await confirmSaved(item, deps)).toBeUndefined();
  expect(backend.trouble.calls.filter((call) => call === 'confirm')).toHaveLength(1);
});

it('where the client tells no ids, nothing is known of a form, and nothing is asked', async () => {
  const { item, deps } = await duplicated();
  const drafts = { remember: () => undefined, has: () => true };
  const older = { ...deps, tellsItemIds: () => false, drafts };
  expect(await readState(item, older)).toMatchObject({ kind: 'linked' });
  expect((await updateMeeting(item, none, older)).notes).toEqual([]);
});
