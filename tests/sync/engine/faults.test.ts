/** What goes wrong on the way to a side, and what then becomes of the tasks. */
import { likeExchange, likeZoom, withDelta } from '../sides';
import type { Fault } from '../sides';
import { HOUR, single, weekly } from './support/items';
import { callsOf, createWorld, endWorlds } from './support/world';
import type { World } from './support/world';

afterEach(endWorlds);

const oneAtATime = { ...likeExchange, batch: 1, parallel: 1 };

function makeMeetings(world: World, count: number): void {
  for (let index = 0; index < count; index += 1) {
    world.meetings.people.make({ topic: `Meeting ${index}`, times: single() });
  }
}

const subjects = (world: World): string[] =>
  world.appointments
    .carrying()
    .map(({ facts }) => facts.subject)
    .sort();

describe('a call of which nothing was heard', () => {
  it.each<[string, Fault]>([
    ['had made all', { kind: 'lost', done: 'all' }],
    ['had made none', { kind: 'lost', done: 'none' }],
    ['had made some', { kind: 'lost', done: 3 }],
  ])('is looked up, and only what did not happen is made: it %s', async (_, fault) => {
    const world = createWorld();
    makeMeetings(world, 8);
    world.appointments.control.fail(fault, 'create');
    const report = await world.sync();
    expect(report).toMatchObject({ done: { 'appointment-for-meeting': 8 }, failed: [], later: 0 });
    expect(world.appointments.carrying()).toHaveLength(8);
    expect(report.calls.appointment.find).toBe(1);
  });

  it('is not repeated where a change had happened', async () => {
    const world = createWorld();
    const { meetingId, appointmentId } = world.schedule('Planning');
    await world.sync();
    world.appointments.people.rename(appointmentId, 'Renamed');
    world.meetings.control.fail({ kind: 'lost', done: 'all' }, 'update');
    expect(await world.sync()).toMatchObject({ done: { 'topic-from-calendar': 1 }, later: 0 });
    expect(world.meetings.writes).toHaveLength(1);
    expect(world.meetings.meeting(meetingId)?.facts.topic).toBe('Renamed');
  });

  it('is repeated where a change had not happened', async () => {
    const world = createWorld();
    const { meetingId, appointmentId } = world.schedule('Planning');
    await world.sync();
    world.appointments.people.rename(appointmentId, 'Renamed');
    world.meetings.control.fail({ kind: 'lost', done: 'none' }, 'update');
    expect(await world.sync()).toMatchObject({ done: { 'topic-from-calendar': 1 }, later: 0 });
    expect(world.meetings.writes).toHaveLength(1);
    expect(world.meetings.meeting(meetingId)?.facts.topic).toBe('Renamed');
  });

  it('does not take the edit of a person who was faster for its own', async () => {
    const world = createWorld();
    const { meetingId, appointmentId } = world.schedule('Planning');
    await world.sync();
    world.appointments.people.rename(appointmentId, 'Renamed');
    world.meetings.control.fail({ kind: 'lost', done: 'all' }, 'update');
    world.meetings.control.fail(
      {
        kind: 'meanwhile',
        happens: () => world.meetings.people.reschedule(meetingId, single('2026-03-09T09:00:00Z')),
      },
      'read',
    );
    // The first look is before the plan, the second one after the lost answer.
    world.meetings.control.fail(
      {
        kind: 'meanwhile',
        happens: () => world.meetings.people.reschedule(meetingId, single('2026-03-10T09:00:00Z')),
      },
      'read',
    );
    await world.sync();
    await world.sync();
    expect(world.appointments.appointment(appointmentId)?.facts).toMatchObject({
      subject: 'Renamed',
      times: { start: '2026-03-10T09:00:00Z' },
    });
    expect(world.meetings.meeting(meetingId)?.facts).toMatchObject({
      topic: 'Renamed',
      times: { start: '2026-03-10T09:00:00Z' },
    });
  });

  it('finds the meeting that it made by its claim', async () => {
    const world = createWorld();
    const { appointmentId } = world.schedule('Series', weekly());
    await world.sync();
    const second = world.appointments.people.split(appointmentId, '2026-03-17T09:00:00Z');
    world.meetings.control.fail({ kind: 'lost', done: 'all' }, 'create');
    const report = await world.sync();
    expect(report.done).toMatchObject({ 'meeting-for-second-half': 1 });
    expect(report.calls.meeting).toMatchObject({ create: 1, findClaims: 1 });
    const made = world.meetings.writes.filter(({ kind }) => kind === 'create');
    expect(made).toHaveLength(1);
    expect(world.appointments.appointment(second)?.meetingId).toBe(made[0]?.id);
  });

  it('is left to the next sync where the side does not answer the question either', async () => {
    const world = createWorld({ appointments: oneAtATime });
    makeMeetings(world, 1);
    world.appointments.control.fail({ kind: 'lost', done: 'all' }, 'create');
    world.appointments.control.fail({ kind: 'down', calls: 4 }, 'find');
    expect(await world.sync()).toMatchObject({ done: {}, failed: [], later: 1 });
    expect(world.journal().unfinished()).toHaveLength(1);
    expect(await world.sync()).toMatchObject({ done: { 'appointment-for-meeting': 1 } });
    expect(world.appointments.carrying()).toHaveLength(1);
  });
});

describe('a task of which nobody knows what became', () => {
  it('keeps all that it is about from being planned, and nothing else', async () => {
    const world = createWorld({ appointments: oneAtATime });
    makeMeetings(world, 1);
    world.appointments.control.fail({ kind: 'lost', done: 'all' }, 'create');
    world.appointments.control.fail({ kind: 'down', calls: 4 }, 'find');
    await world.sync();
    world.meetings.people.make({ topic: 'Another one', times: single() });
    world.appointments.control.fail({ kind: 'down', calls: 4 }, 'find');
    expect(await world.sync()).toMatchObject({ status: 'done', done: { 'appointment-for-meeting': 1 } });
    expect(world.journal().unfinished()).toHaveLength(1);
    await world.sync();
    expect(world.journal().unfinished()).toEqual([]);
    expect(subjects(world)).toEqual(['Another one', 'Meeting 0']);
    expect(world.journal().countLinks()).toBe(2);
  });

  it('is looked at again where it did not happen, though no side tells of it any more', async () => {
    const world = createWorld({ meetings: withDelta, appointments: oneAtATime });
    makeMeetings(world, 1);
    world.appointments.control.fail({ kind: 'lost', done: 'none' }, 'create');
    world.appointments.control.fail({ kind: 'down', calls: 4 }, 'find');
    expect(await world.sync()).toMatchObject({ status: 'done', later: 1 });
    expect(await world.sync()).toMatchObject({ done: { 'appointment-for-meeting': 1 } });
    expect(subjects(world)).toEqual(['Meeting 0']);
  });
});

describe('a conflict', () => {
  it('is read and planned again, and both edits live', async () => {
    const world = createWorld({ meetings: withDelta });
    const { meetingId, appointmentId } = world.schedule('Planning');
    await world.sync();
    world.meetings.people.rename(meetingId, 'From Zoom');
    world.appointments.control.fail(
      {
        kind: 'meanwhile',
        happens: () => world.appointments.people.reschedule(appointmentId, single('2026-03-08T09:00:00Z')),
      },
      'update',
    );
    expect(await world.sync()).toMatchObject({ status: 'done', failed: [] });
    expect(world.appointments.appointment(appointmentId)?.facts).toMatchObject({
      subject: 'From Zoom',
      times: { start: '2026-03-08T09:00:00Z' },
    });
    expect(world.meetings.meeting(meetingId)?.facts.times).toMatchObject({ start: '2026-03-08T09:00:00Z' });
  });

  it('that never ends is given up for this sync', async () => {
    const world = createWorld({ meetings: withDelta });
    const { meetingId, appointmentId } = world.schedule('Planning');
    await world.sync();
    world.meetings.people.rename(meetingId, 'From Zoom');
    let edits = 0;
    const somebodyEdits = (): Fault => ({
      kind: 'meanwhile',
      happens: () => world.appointments.people.writeText(appointmentId, `Edit ${(edits += 1)}`),
    });
    for (let time = 0; time < 9; time += 1) world.appointments.control.fail(somebodyEdits(), 'update');
    const report = await world.sync();
    expect(report.failed).toMatchObject([{ key: meetingId, problem: 'conflict', failures: 1 }]);
    expect(edits).toBe(4);
  });

  it('over a new meeting’s appointment does not lose the meeting', async () => {
    const world = createWorld();
    const { appointmentId } = world.schedule('Series', weekly());
    await world.sync();
    const second = world.appointments.people.split(appointmentId, '2026-03-17T09:00:00Z');
    const rename = {
      kind: 'meanwhile',
      happens: () => world.appointments.people.rename(second, 'Second'),
    } as const;
    world.appointments.control.fail(rename, 'update');
    world.appointments.control.fail(rename, 'update');
    await world.sync();
    await world.sync();
    const [made] = world.meetings.writes.filter(({ kind }) => kind === 'create');
    expect(world.appointments.appointment(second)?.meetingId).toBe(made?.id);
    expect(world.meetings.meeting(made?.id ?? '')?.facts.topic).toBe('Second');
  });

  it('with a person who deletes what was to get a new meeting leaves no meeting behind', async () => {
    const world = createWorld();
    const { appointmentId } = world.schedule('Series', weekly());
    await world.sync();
    const second = world.appointments.people.split(appointmentId, '2026-03-17T09:00:00Z');
    const remove = { kind: 'meanwhile', happens: () => world.appointments.people.delete(second) } as const;
    world.appointments.control.fail(remove, 'update');
    // The first update may be the first half's.
    await world.sync();
    await world.sync();
    const made = world.meetings.writes.filter(({ kind }) => kind === 'create');
    expect(made.every(({ id }) => world.meetings.meeting(id) === undefined)).toBe(true);
  });
});

describe('one item that is refused', () => {
  it('does not keep the others from it, and is tried again later each time', async () => {
    const world = createWorld();
    makeMeetings(world, 5);
    world.appointments.poison('Meeting 2');
    const report = await world.sync();
    expect(report.done).toEqual({ 'appointment-for-meeting': 4 });
    expect(report.failed).toMatchObject([{ title: 'Meeting 2', problem: 'invalid-request', failures: 1 }]);
    const [first] = report.failed;
    // Not at once,
    expect(await world.sync()).toMatchObject({ failed: [], done: {} });
    // but when its time has come, and then after a longer one.
    world.clock.set(first?.notBefore ?? 0);
    const again = await world.sync();
    expect(again.failed).toMatchObject([{ failures: 2 }]);
    const wait = (again.failed[0]?.notBefore ?? 0) - world.clock.now();
    expect(wait).toBeGreaterThanOrEqual(120_000);
    world.appointments.heal('Meeting 2');
    world.clock.advance(wait);
    expect(await world.sync()).toMatchObject({ done: { 'appointment-for-meeting': 1 }, failed: [] });
    expect(world.journal().failed()).toEqual([]);
  });

  it('is found among those that were sent with it, where the side cannot understand it', async () => {
    const world = createWorld();
    makeMeetings(world, 6);
    // The call, its first half, and of that the first half: then it is one of two.
    for (let time = 0; time < 4; time += 1) {
      world.appointments.control.fail({ kind: 'says', fault: 'broken' }, 'create');
    }
    const report = await world.sync();
    expect(report.done).toEqual({ 'appointment-for-meeting': 5 });
    expect(report.failed).toMatchObject([{ problem: 'broken' }]);
  });

  it('after its meeting was made is given it later, after a longer time each', async () => {
    const world = createWorld();
    const { appointmentId } = world.schedule('Series', weekly());
    await world.sync();
    const second = world.appointments.people.split(appointmentId, '2026-03-17T09:00:00Z');
    world.appointments.people.rename(second, 'Second half');
    world.appointments.poison(second);
    const { failed } = await world.sync();
    expect(failed).toMatchObject([{ title: 'Second half', failures: 1 }]);
    const tried = world.appointments.control.calls.update ?? 0;
    expect(await world.sync()).toMatchObject({ failed: [] });
    world.restart();
    // Nor does a change make it be tried at once.
    world.appointments.people.touch(second);
    expect(await world.sync()).toMatchObject({ failed: [] });
    expect(world.appointments.control.calls.update ?? 0).toBe(tried);
    world.clock.set(failed[0]?.notBefore ?? 0);
    const again = await world.sync();
    expect(again.failed).toMatchObject([{ title: 'Second half', failures: 2 }]);
    world.appointments.heal(second);
    world.clock.set(again.failed[0]?.notBefore ?? 0);
    expect((await world.sync()).done).toMatchObject({ 'meeting-for-second-half': 1 });
    expect(world.meetings.writes.filter(({ kind }) => kind === 'create')).toHaveLength(1);
    await world.sync();
    expect(world.journal().failed()).toEqual([]);
  });

  it('may fail alone and pass soon after', async () => {
    const world = createWorld();
    makeMeetings(world, 4);
    world.appointments.control.fail({ kind: 'items-fail', failing: [1, 2], fault: 'busy' }, 'create');
    expect(await world.sync()).toMatchObject({
      done: { 'appointment-for-meeting': 4 },
      failed: [],
      later: 0,
    });
    expect(subjects(world)).toEqual(['Meeting 0', 'Meeting 1', 'Meeting 2', 'Meeting 3']);
  });

  it('that cannot be read is told, and the others are brought together', async () => {
    const world = createWorld();
    makeMeetings(world, 3);
    world.meetings.control.fail({ kind: 'says', fault: 'broken' }, 'read');
    expect(await world.sync()).toMatchObject({ done: { 'appointment-for-meeting': 2 } });
    expect(world.journal().failed()).toMatchObject([{ side: 'meeting', problem: 'broken', failures: 1 }]);
    world.clock.advance(HOUR);
    expect(await world.sync()).toMatchObject({ done: { 'appointment-for-meeting': 1 } });
  });
});

describe('a side that is down', () => {
  it('stops the sync while it is read; nothing is lost', async () => {
    const world = createWorld();
    makeMeetings(world, 2);
    world.appointments.control.fail({ kind: 'down', calls: 9 }, 'changes');
    expect(await world.sync()).toMatchObject({
      status: 'stopped',
      faults: { appointment: 'down' },
      done: {},
    });
    world.appointments.control.fail({ kind: 'down', calls: 0 }, 'changes');
    world.clock.advance(HOUR);
    while ((await world.sync()).status === 'stopped');
    expect(world.appointments.carrying()).toHaveLength(2);
  });

  it('gets no more calls after so many faults in a row; the rest is due', async () => {
    const world = createWorld({ appointments: oneAtATime, settings: { breakerAfter: 6 } });
    makeMeetings(world, 20);
    world.appointments.control.fail({ kind: 'down', calls: 100 }, 'create');
    const report = await world.sync();
    expect(report).toMatchObject({ status: 'done', faults: { appointment: 'down' }, failed: [], later: 20 });
    expect(report.calls.appointment.create).toBe(6);
    expect(world.journal().unfinished()).toEqual([]);
    expect(world.journal().due(world.clock.now())).toHaveLength(20);
    // 94 calls are still to find nobody there.
    for (let time = 0; time < 60 && world.appointments.carrying().length < 20; time += 1) await world.sync();
    expect(world.appointments.carrying()).toHaveLength(20);
  });

  it('on the other end of a task keeps what was done on this one', async () => {
    const world = createWorld();
    const { meetingId, appointmentId } = world.schedule('Planning');
    await world.sync();
    world.appointments.people.rename(appointmentId, 'Renamed');
    world.meetings.people.changePasscode(meetingId);
    world.appointments.control.fail({ kind: 'down', calls: 4 }, 'update');
    expect(await world.sync()).toMatchObject({ later: 1 });
    await world.sync();
    expect(world.meetings.meeting(meetingId)?.facts.topic).toBe('Renamed');
    expect(world.appointments.appointment(appointmentId)?.facts.shown?.passcode).toBe('pass2');
    expect(world.meetings.writes).toHaveLength(1);
  });
});

describe('limits', () => {
  it('are waited for before a side says that it is busy', async () => {
    const world = createWorld({ rate: { calls: 5, windowMs: 10_000 } });
    makeMeetings(world, 12);
    const report = await world.sync();
    expect(report.done).toEqual({ 'appointment-for-meeting': 12 });
    // The list and twelve meetings in three windows; not one call too many.
    expect(callsOf(report).meeting).toEqual({ changes: 1, read: 12 });
    expect(world.slept.length).toBeGreaterThanOrEqual(2);
  });

  it('of a day are kept: what is left over is no failure, and made another day', async () => {
    const world = createWorld({ appointments: { ...likeExchange, creationsADay: 3 } });
    makeMeetings(world, 5);
    expect(await world.sync()).toMatchObject({
      done: { 'appointment-for-meeting': 3 },
      failed: [],
      later: 2,
    });
    expect(world.journal().failed()).toEqual([]);
    world.clock.advance(HOUR);
    expect(await world.sync()).toMatchObject({ done: {}, later: 2 });
    world.clock.advance(24 * HOUR);
    expect(await world.sync()).toMatchObject({ done: { 'appointment-for-meeting': 2 } });
  });

  it('that the side alone knows of leave the rest for later', async () => {
    const world = createWorld({ appointments: oneAtATime });
    makeMeetings(world, 3);
    world.appointments.control.fail({ kind: 'says', fault: 'budget', retryAfterMs: 5 * HOUR }, 'create');
    // None of the others is tried only to hear the same.
    expect(await world.sync()).toMatchObject({ done: {}, failed: [], later: 3 });
    world.clock.advance(HOUR);
    expect((await world.sync()).calls.appointment.create).toBe(0);
    world.clock.advance(5 * HOUR);
    expect(await world.sync()).toMatchObject({ done: { 'appointment-for-meeting': 3 } });
  });

  it('of parallel calls and batches are never broken', async () => {
    const world = createWorld({
      meetings: { ...likeZoom, parallel: 2 },
      appointments: { ...likeExchange, batch: 3, parallel: 2 },
    });
    makeMeetings(world, 20);
    await world.sync();
    for (const { id } of world.meetings.meetings()) world.meetings.people.rename(id, `New ${id}`);
    await world.sync();
    expect(subjects(world).every((subject) => subject.startsWith('New'))).toBe(true);
    expect([...world.meetings.control.misuses, ...world.appointments.control.misuses]).toEqual([]);
  });
});

describe('a sync that is stopped', () => {
  it('at any progress leaves everything consistent, and the next one goes on', async () => {
    for (let stopAt = 0; stopAt < 11; stopAt += 1) {
      const world = createWorld({ appointments: oneAtATime });
      makeMeetings(world, 4);
      world.schedule('Planning');
      const abort = new AbortController();
      let calls = 0;
      const stop = () => {
        calls += 1;
        if (calls > stopAt) abort.abort();
        return undefined;
      };
      world.meetings.control.script(stop);
      world.appointments.control.script(stop);
      expect((await world.sync({ signal: abort.signal })).status).toBe('cancelled');
      expect(world.journal().unfinished()).toEqual([]);
      expect((await world.sync()).status).toBe('done');
      expect(world.appointments.carrying()).toHaveLength(5);
    }
  });

  it('before it began does nothing', async () => {
    const world = createWorld();
    makeMeetings(world, 2);
    expect((await world.sync({ signal: AbortSignal.abort() })).status).toBe('cancelled');
    expect(world.calls().meeting.changes + world.calls().appointment.changes).toBe(0);
  });
});
