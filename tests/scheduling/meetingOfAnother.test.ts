/** A linked appointment that is opened by somebody to whom Zoom does not show its meeting: nothing of it changes. */
import { addMeeting } from '../../src/scheduling/addMeeting';
import { followZoom } from '../../src/scheduling/followZoom';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { repairMeeting } from '../../src/scheduling/repairMeeting';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { windowOn } from './support/appointment';
import { newWorld } from './support/world';

const none = { options: {} };

async function signedInAsAnother() {
  const world = newWorld({ savedId: 'AAMk/1' });
  const { link, meeting } = await addMeeting(world.item, none, world.deps);
  world.backend.isAnother = true;
  return { ...world, item: windowOn(world.form), link, meeting };
}

it('is not called gone: it can be joined', async () => {
  const { item, deps, link, meeting } = await signedInAsAnother();
  expect(await readState(item, deps)).toEqual({
    kind: 'foreign',
    link,
    meetingId: meeting.joinNumber,
    joinUrl: meeting.joinUrl,
  });
});

it.each([
  ['added to', (item, deps) => addMeeting(item, none, deps)],
  ['removed', removeMeeting],
  ['followed', followZoom],
  ['updated', (item, deps) => updateMeeting(item, none, deps)],
  ['repaired', repairMeeting],
] satisfies [string, (...args: Parameters<typeof repairMeeting>) => Promise<unknown>][])(
  'is not %s',
  async (_, press) => {
    const { form, item, backend, deps } = await signedInAsAnother();
    const before = structuredClone(form);
    await expect(press(item, deps)).rejects.toMatchObject({ code: 'meeting-of-another' });
    expect(form).toEqual(before);
    expect(backend.alive()).toHaveLength(1);
  },
);

it('is taken off the appointment when the person says so, and lives on', async () => {
  const { form, item, backend, deps } = await signedInAsAnother();
  const removed = await removeMeeting(item, deps, undefined, 'appointment');
  expect(removed).toMatchObject({ stays: true, canUndo: false });
  expect(form).toMatchObject({ location: 'Room 5', property: undefined });
  expect(form.body.content).not.toContain('zoom.us');
  expect(backend.alive()).toHaveLength(1);
  expect(await readState(item, deps)).toEqual({ kind: 'empty' });
});
