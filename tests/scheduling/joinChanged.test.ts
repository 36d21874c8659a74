/** The passcode or the join link was changed in Zoom: the appointment tells the former one, and nothing of it was lost. */
import { findInvitations } from '../../src/domain/invitation';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { readState } from '../../src/scheduling/readState';
import { repairMeeting } from '../../src/scheduling/repairMeeting';
import { newWorld } from './support/world';

const none = { options: {} };

/** An appointment with its meeting, of which Zoom has changed something. */
async function changedInZoom(change: { passcode: string; joinUrl?: string; start?: string }) {
  const world = newWorld();
  const { meeting } = await addMeeting(world.item, none, world.deps);
  const kept = world.backend.kept.get(meeting.id);
  if (kept) kept.meeting = { ...kept.meeting, ...change };
  return { ...world, meeting };
}

const newLink = 'https://zoom.us/j/81000000001?pwd=another42';

it.each([
  ['in the join link', { passcode: 'new42', joinUrl: newLink }],
  ['beside the join link', { passcode: 'new42' }],
])('is said, and the new one is put in: a passcode %s', async (_, change) => {
  const { form, item, deps, backend } = await changedInZoom(change);
  expect(await readState(item, deps)).toMatchObject({ kind: 'incomplete', joinChanged: true });
  const done = await repairMeeting(item, deps);
  expect(done.notes).toEqual(['join-changed']);
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  expect(findInvitations('html', form.body.content).map(({ passcode }) => passcode)).toEqual(['new42']);
  expect(form.location).toContain(done.meeting.joinUrl);
  expect(backend.changes).toEqual([]);
});

it('is not said of an appointment that lost its invitation', async () => {
  const { form, item, deps } = await changedInZoom({ passcode: 'new42', joinUrl: newLink });
  form.body.content = '<html><body></body></html>';
  const state = await readState(item, deps);
  expect(state.kind).toBe('incomplete');
  expect(state).not.toHaveProperty('joinChanged');
});

it('is put in by the ribbon too, which says so', async () => {
  const { item, deps } = await changedInZoom({ passcode: 'new42', joinUrl: newLink });
  expect((await addMeeting(item, none, deps)).notes).toEqual(['join-changed', 'already-there']);
});

it('leaves it open which side moved where the times were changed in Zoom as well', async () => {
  const { item, deps, meeting } = await changedInZoom({
    passcode: 'new42',
    joinUrl: newLink,
    start: '2026-11-24T12:00:00Z',
  });
  const { link } = await repairMeeting(item, deps);
  expect(link.agreed.start).toBe(meeting.start);
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked', link: { joinUrl: newLink } });
});
