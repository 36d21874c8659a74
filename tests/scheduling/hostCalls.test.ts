/** How many calls to Outlook each use case makes through the real adapter, and in how many rounds. */
import { openAppointment } from '../../src/outlook/office';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { ownMeeting, shareMeeting } from '../../src/scheduling/copies';
import { followZoom } from '../../src/scheduling/followZoom';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { confirmSaved } from '../../src/scheduling/saved';
import { undoRemove } from '../../src/scheduling/undoRemove';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { Host, removeOffice } from '../outlook/support/host';
import { newWorld } from './support/world';

const none = { options: {} };

afterEach(removeOffice);

function newOutlook() {
  const host = new Host();
  host.item.id = 'AAMk/1';
  host.install();
  const item = openAppointment();
  if (item?.mode !== 'compose') throw new Error('not in compose mode');
  const { deps, backend } = newWorld();
  /** Calls and rounds of one piece of work, and the writes among them by name. */
  const cost = async (work: () => Promise<unknown>) => {
    host.calls.length = 0;
    host.rounds = 0;
    await work();
    const writes = host.calls.filter((call) => /set|prepend|save/.test(call)).sort();
    return { calls: host.calls.length, rounds: host.rounds, writes };
  };
  return { host, item, deps, backend, cost };
}

it('adding: 17 calls in 4 rounds, three of them writing the appointment', async () => {
  const { item, deps, cost } = newOutlook();
  expect(await cost(() => addMeeting(item, none, deps))).toEqual({
    calls: 17,
    rounds: 4,
    writes: ['body.set', 'location.set', 'properties.save', 'properties.save'],
  });
});

it('reading the state: 9 calls in 1 round', async () => {
  const { item, deps, cost } = newOutlook();
  expect(await cost(() => readState(item, deps))).toEqual({ calls: 9, rounds: 1, writes: [] });
});

it('updating: 9 calls when nothing changes, 15 in 4 rounds when the time does', async () => {
  const { host, item, deps, cost } = newOutlook();
  await addMeeting(item, none, deps);
  expect(await cost(() => updateMeeting(item, none, deps))).toEqual({ calls: 9, rounds: 1, writes: [] });
  host.item.end += 3_600_000;
  expect(await cost(() => updateMeeting(item, none, deps))).toEqual({
    calls: 15,
    rounds: 4,
    writes: ['body.set', 'properties.save'],
  });
});

it('removing: 16 calls in 4 rounds; undoing it: 16 in 3', async () => {
  const { item, deps, cost } = newOutlook();
  await addMeeting(item, none, deps);
  const writes = ['body.set', 'location.set', 'properties.save'];
  let removed: Awaited<ReturnType<typeof removeMeeting>> | undefined;
  expect(await cost(async () => (removed = await removeMeeting(item, deps)))).toEqual({
    calls: 16,
    rounds: 4,
    writes,
  });
  expect(await cost(async () => removed && undoRemove(item, removed, deps))).toEqual({
    calls: 16,
    rounds: 3,
    writes,
  });
});

it('giving a copy its own meeting: 16 calls in 3 rounds; sharing: 2 in 2', async () => {
  const { item, deps, cost } = newOutlook();
  await addMeeting(item, none, deps);
  expect(await cost(() => shareMeeting(item, deps))).toEqual({
    calls: 2,
    rounds: 2,
    writes: ['properties.save'],
  });
  expect(await cost(() => ownMeeting(item, none, deps))).toEqual({
    calls: 16,
    rounds: 3,
    writes: ['body.set', 'location.set', 'properties.save'],
  });
});

it("taking Zoom's side: 9 calls when nothing differs, and then only what does", async () => {
  const { host, item, deps, backend, cost } = newOutlook();
  const { meeting } = await addMeeting(item, none, deps);
  expect(await cost(() => followZoom(item, deps))).toEqual({ calls: 9, rounds: 1, writes: [] });
  backend.change(meeting.id, () => ({ topic: 'Other' }));
  const { calls, writes } = await cost(() => followZoom(item, deps));
  expect(calls).toBe(16);
  expect(writes).toEqual(['body.set', 'properties.save', 'subject.set']);
  expect(host.item.subject).toBe('Other');
});

it('confirming: nothing after adding to a saved appointment, one call a look on a draft', async () => {
  const saved = newOutlook();
  await addMeeting(saved.item, none, saved.deps);
  expect((await saved.cost(() => confirmSaved(saved.item, saved.deps))).calls).toBe(0);
  removeOffice();
  const draft = newOutlook();
  draft.host.item.id = undefined;
  await addMeeting(draft.item, none, draft.deps);
  expect((await draft.cost(() => confirmSaved(draft.item, draft.deps))).calls).toBe(1);
});
