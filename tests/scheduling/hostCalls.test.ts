/** How many calls to Outlook each use case makes through the real adapter, and in how many rounds. */
import { openAppointment } from '../../src/outlook/office';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
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

it('adding: 16 calls in 4 rounds, three of them writing the appointment', async () => {
  const { item, deps, cost } = newOutlook();
  expect(await cost(() => addMeeting(item, none, deps))).toEqual({
    calls: 16,
    rounds: 4,
    writes: ['body.set', 'location.set', 'properties.save', 'properties.save'],
  });
});

it('reading the state: 8 calls in 1 round', async () => {
  const { item, deps, cost } = newOutlook();
  expect(await cost(() => readState(item, deps))).toEqual({ calls: 8, rounds: 1, writes: [] });
});

it('updating: 8 calls when nothing changes, 14 in 4 rounds when the time does', async () => {
  const { host, item, deps, cost } = newOutlook();
  await addMeeting(item, none, deps);
  expect(await cost(() => updateMeeting(item, none, deps))).toEqual({ calls: 8, rounds: 1, writes: [] });
  host.item.end += 3_600_000;
  expect(await cost(() => updateMeeting(item, none, deps))).toEqual({
    calls: 14,
    rounds: 4,
    writes: ['body.set', 'properties.save'],
  });
});

it('removing: 15 calls in 4 rounds; undoing it: 15 in 3', async () => {
  const { item, deps, cost } = newOutlook();
  await addMeeting(item, none, deps);
  const writes = ['body.set', 'location.set', 'properties.save'];
  let removed: Awaited<ReturnType<typeof removeMeeting>> | undefined;
  expect(await cost(async () => (removed = await removeMeeting(item, deps)))).toEqual({
    calls: 15,
    rounds: 4,
    writes,
  });
  expect(await cost(async () => removed && undoRemove(item, removed, deps))).toEqual({
    calls: 15,
    rounds: 3,
    writes,
  });
});
