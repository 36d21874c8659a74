/**
 * The power goes at each moment of a sync in turn: before or after each call to a side, before or after each write to
 * the journal. Afterwards a new engine finds both sides and the journal as they are.
 */
import { isSame } from '../../../src/sync/same';
import { likeExchange, likeMapi, likePoorCalendar, likeZoom, withDelta } from '../sides';
import { single, weekly } from './support/items';
import { createWorld, endWorlds } from './support/world';
import type { World, WorldOptions } from './support/world';

afterEach(endWorlds);

/** Something of everything: made, changed on either side, changed on both, split, deleted on either side. */
async function begin(options: WorldOptions): Promise<World> {
  const world = createWorld(options);
  const { meetings, appointments } = world;
  const renamed = world.schedule('Renamed');
  const moved = world.schedule('Moved in Zoom');
  const both = world.schedule('Both');
  const split = world.schedule('Series', weekly());
  const dropped = world.schedule('Dropped');
  const alone = meetings.people.make({ topic: 'Deleted in Zoom', times: single() });
  await world.sync();
  expect(appointments.carrying()).toHaveLength(6);
  world.restart();

  appointments.people.rename(renamed.appointmentId, 'New name');
  meetings.people.reschedule(moved.meetingId, single('2026-03-06T09:00:00Z', 45));
  appointments.people.rename(both.appointmentId, 'Both, as in the calendar');
  meetings.people.changePasscode(both.meetingId);
  appointments.people.split(split.appointmentId, '2026-03-17T09:00:00Z');
  appointments.people.delete(dropped.appointmentId);
  meetings.people.delete(alone);
  meetings.people.make({ topic: 'New one', times: single() });
  meetings.people.make({ topic: 'New two', times: single() });
  return world;
}

interface State {
  readonly pairs: unknown;
  readonly created: readonly string[];
}

/** What both sides have in the end, whatever the ids of what was made. */
function stateOf({ meetings, appointments }: World): State {
  const pairs = appointments
    .carrying()
    .map(({ meetingId, facts }) => {
      const meeting = meetings.meeting(meetingId);
      return {
        subject: facts.subject,
        times: facts.times,
        topic: meeting?.facts.topic,
        start: meeting && JSON.stringify(meeting.facts.times),
        isShown: isSame(facts.shown, meeting?.facts.details),
      };
    })
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const made = [...meetings.writes, ...appointments.writes].filter(({ kind }) => kind === 'create');
  return { pairs, created: made.map(({ kind }) => kind) };
}

describe.each<[string, WorldOptions]>([
  ['Zoom and Exchange', { meetings: likeZoom, appointments: likeExchange }],
  ['Zoom and a profile', { meetings: likeZoom, appointments: likeMapi }],
  ['Zoom and the poorest calendar', { meetings: likeZoom, appointments: likePoorCalendar }],
  ['two deltas', { meetings: withDelta, appointments: likeExchange }],
])('%s', (_, options) => {
  it('come to the same wherever the power goes, within two syncs', async () => {
    const settled = await begin(options);
    const { moments } = await settled.syncUntil(undefined);
    await settled.sync();
    const expected = stateOf(settled);
    expect(expected.created).toHaveLength(4);
    expect(moments()).toBeGreaterThan(20);

    for (let moment = 0; moment < moments(); moment += 1) {
      const world = await begin(options);
      await world.syncUntil(moment);
      await world.sync();
      await world.sync();
      const written = world.writes().length;
      expect({ moment, ...stateOf(world) }).toEqual({ moment, ...expected });
      await world.sync();
      expect(world.writes()).toHaveLength(written);
      expect(world.journal().unfinished()).toEqual([]);
      expect(world.appointments.violations()).toEqual([]);
      world.end();
    }
  }, 120_000);

  it('come to the same where the power goes again while the journal is recovered', async () => {
    const settled = await begin(options);
    const { moments } = await settled.syncUntil(undefined);
    await settled.sync();
    const expected = stateOf(settled);

    // Each moment once, with another one in the sync after it.
    for (let moment = 0; moment < moments(); moment += 1) {
      const world = await begin(options);
      await world.syncUntil(moment);
      await world.syncUntil((moment * 7) % 23);
      await world.sync();
      await world.sync();
      expect({ moment, ...stateOf(world) }).toEqual({ moment, ...expected });
      expect(world.appointments.violations()).toEqual([]);
      world.end();
    }
  }, 120_000);
});
