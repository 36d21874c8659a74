/** Something that a plan needs cannot be read in this sync: what was seen beside it is not forgotten. */
import { SideFault } from '../../../src/sync/ports';
import { detailsFor } from '../sides';
import { HOUR, single, weekly } from './support/items';
import { createWorld, endWorlds } from './support/world';
import type { World } from './support/world';
import { engineOf } from './support/wrapped';

afterEach(endWorlds);

/** The first of them with trouble, if there is any. */
async function syncs(world: World, count: number): Promise<void> {
  for (let time = 0; time < count; time += 1) {
    await world.sync();
    world.clock.advance(HOUR);
  }
}

const nonsense = { kind: 'says', fault: 'broken' } as const;
const silence = { kind: 'lost', done: 'none' } as const;

describe('the second half of a series gets its meeting', () => {
  it.each([
    ['cannot be read once', [nonsense]],
    ['is not answered about', [silence, silence, silence, silence]],
  ])('though the first one’s meeting %s', async (_, faults) => {
    const world = createWorld();
    const { appointmentId, meetingId } = world.schedule('Series', weekly());
    await world.sync();
    const second = world.appointments.people.split(appointmentId, '2026-03-17T09:00:00Z');
    for (const fault of faults) world.meetings.control.fail(fault, 'read');
    await syncs(world, 4);
    expect(world.appointments.appointment(second)?.meetingId).not.toBe(meetingId);
  });

  it('though the first one cannot be read once', async () => {
    const world = createWorld();
    const { appointmentId, meetingId } = world.schedule('Series', weekly());
    await world.sync();
    const second = world.appointments.people.split(appointmentId, '2026-03-17T09:00:00Z');
    world.meetings.people.rename(meetingId, 'Renamed');
    world.appointments.control.fail(nonsense, 'read');
    await syncs(world, 4);
    expect(world.appointments.appointment(second)?.meetingId).not.toBe(meetingId);
  });

  it('though a task about the first one’s meeting is not over when it is told', async () => {
    const world = createWorld();
    const { appointmentId, meetingId } = world.schedule('Series', weekly());
    await world.sync();
    world.appointments.people.rename(appointmentId, 'Renamed');
    let isSilent = true;
    const engine = engineOf(world, {
      meetings: (side) => ({
        async update(patches, signal) {
          const answers = await side.update(patches, signal);
          if (isSilent) throw new SideFault('timeout');
          return answers;
        },
        read: (ids, signal) =>
          isSilent && world.meetings.writes.length > 0
            ? Promise.reject(new SideFault('broken'))
            : side.read(ids, signal),
      }),
    });
    await engine.sync();
    expect(world.journal().unfinished()).toHaveLength(1);
    const second = world.appointments.people.split(appointmentId, '2026-03-17T09:00:00Z');
    await engine.sync();
    isSilent = false;
    for (let time = 0; time < 4; time += 1) {
      world.clock.advance(HOUR);
      await engine.sync();
    }
    expect(world.appointments.appointment(second)?.meetingId).not.toBe(meetingId);
    expect(world.journal().unfinished()).toEqual([]);
  });
});

it('a new appointment for a meeting that lost its own is linked', async () => {
  const world = createWorld();
  const meetingId = world.meetings.people.make({ topic: 'Planning', times: single() });
  await world.sync();
  world.appointments.people.delete(world.appointments.carrying()[0]?.id ?? '');
  await world.sync();
  expect(world.journal().linksOfMeetings([meetingId]).get(meetingId)?.appointmentId).toBeNull();
  const again = world.appointments.people.make({
    subject: 'Planning',
    times: single('2026-03-05T09:00:00Z'),
    carries: { meetingId, by: 'property', details: detailsFor(meetingId, 1) },
  });
  world.meetings.control.fail(nonsense, 'read');
  await syncs(world, 4);
  expect(world.journal().linksOfMeetings([meetingId]).get(meetingId)?.appointmentId).toBe(again);
});

it('a copy is known as one', async () => {
  const world = createWorld();
  const { appointmentId, meetingId } = world.schedule('Planning');
  await world.sync();
  world.appointments.people.copy(appointmentId, { times: single('2026-03-05T09:00:00Z') });
  world.meetings.control.fail(nonsense, 'read');
  await syncs(world, 3);
  expect(world.journal().copiesOfMeetings([meetingId])).toHaveLength(1);
});

it('a meeting is not deleted while nobody can tell what else carries it', async () => {
  const world = createWorld();
  const { appointmentId, meetingId } = world.schedule('Planning');
  await world.sync();
  const copy = world.appointments.people.copy(appointmentId);
  world.appointments.people.delete(appointmentId);
  world.appointments.control.fail(nonsense, 'find');
  await syncs(world, 4);
  expect(world.meetings.meeting(meetingId)).toBeDefined();
  expect(world.journal().linksOfMeetings([meetingId]).get(meetingId)?.appointmentId).toBe(copy);
});

it('a meeting that somebody changes between the look and the deletion stays', async () => {
  const world = createWorld();
  const { meetingId, appointmentId } = world.schedule('Planning');
  await world.sync();
  world.appointments.people.delete(appointmentId);
  // The meeting has been read by then.
  const rename = {
    kind: 'meanwhile',
    happens: () => world.meetings.people.rename(meetingId, 'Changed'),
  } as const;
  world.appointments.control.fail(rename, 'find');
  await syncs(world, 2);
  expect(world.meetings.meeting(meetingId)).toBeDefined();
});

it('times that made no sense reach Zoom once they are put right', async () => {
  const world = createWorld();
  const { meetingId, appointmentId } = world.schedule('Planning');
  await world.sync();
  const { recurrence } = weekly();
  const nothing = { ...recurrence, end: { kind: 'until', date: '2026-01-01' } } as const;
  world.appointments.people.reschedule(appointmentId, { ...weekly(), recurrence: nothing });
  expect(await world.sync()).toMatchObject({ leftAlone: [{ reasons: [{ rule: 'times-not-understood' }] }] });
  world.appointments.people.reschedule(appointmentId, single('2026-03-09T15:00:00Z'));
  expect((await world.sync()).done).toEqual({ 'times-from-calendar': 1 });
  expect(world.meetings.meeting(meetingId)?.facts.times).toMatchObject({ start: '2026-03-09T15:00:00Z' });
});
