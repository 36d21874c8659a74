/** One item that makes trouble, and a side of which every item does: the others are brought together, or it is left in peace. */
import type { Engine } from '../../../src/sync/engine';
import type { AppointmentItem } from '../../../src/sync/model';
import { SideFault } from '../../../src/sync/ports';
import type { AppointmentSide, FaultKind, MeetingSide } from '../../../src/sync/ports';
import { likeZoom } from '../sides';
import { HOUR, single } from './support/items';
import { createWorld, endWorlds } from './support/world';
import type { World } from './support/world';
import { engineOf } from './support/wrapped';

afterEach(endWorlds);

const make = (world: World, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    world.meetings.people.make({ topic: `Meeting ${index}`, times: single() }),
  );

const failingRead =
  (ids: readonly string[], kind: FaultKind) =>
  (side: MeetingSide): Partial<MeetingSide> => ({
    read: (wanted, signal) =>
      wanted.some((id) => ids.includes(id)) ? Promise.reject(new SideFault(kind)) : side.read(wanted, signal),
  });

/** An hour apart. @returns how they ended */
async function syncs(world: World, engine: Engine, count: number): Promise<string[]> {
  const ended: string[] = [];
  for (let time = 0; time < count; time += 1) {
    ended.push((await engine.sync()).status);
    world.clock.advance(HOUR);
  }
  return ended;
}

describe('one item does not stop the others', () => {
  it.each<[string, FaultKind, number]>([
    ['times out, read among others', 'timeout', 20],
    ['times out, read among many others', 'timeout', 100],
    ['is denied, read by itself', 'denied', 1],
    ['is denied, read among others', 'denied', 20],
    ['makes no sense', 'broken', 20],
  ])('that %s', async (_, kind, batch) => {
    const world = createWorld({ meetings: { ...likeZoom, batch } });
    const [bad = ''] = make(world, batch + 2);
    const engine = engineOf(world, { meetings: failingRead([bad], kind) });
    expect(await syncs(world, engine, 3)).toEqual(['done', 'done', 'done']);
    expect(world.appointments.carrying()).toHaveLength(batch + 1);
    expect(world.journal().failed()).toMatchObject([{ side: 'meeting', id: bad, problem: kind }]);
  });

  it.each<[string, (item: AppointmentItem) => AppointmentItem]>([
    [
      'a length below nothing',
      (item) => ({ ...item, facts: { ...item.facts, times: single(undefined, -5) } }),
    ],
    ['a meeting without a number', (item) => ({ ...item, meetingId: '' })],
    [
      'an address that is none',
      (item) => ({
        ...item,
        facts: { ...item.facts, shown: item.facts.shown && { ...item.facts.shown, joinUrl: 'zoommtg://x' } },
      }),
    ],
  ])('that is told with %s', async (_, spoilt) => {
    const world = createWorld();
    const bad = world.schedule('Bad');
    const good = world.schedule('Good');
    const spoil = (item: AppointmentItem): AppointmentItem =>
      item.id === bad.appointmentId ? spoilt(item) : item;
    const engine = engineOf(world, {
      appointments: (side): Partial<AppointmentSide> => ({
        async *changes(cursor, signal) {
          for await (const page of side.changes(cursor, signal))
            yield {
              ...page,
              changes: page.changes.map((change) =>
                change.kind === 'item' ? { ...change, item: spoil(change.item) } : change,
              ),
            };
        },
        read: async (ids, signal) =>
          new Map(
            [...(await side.read(ids, signal))].map(([id, item]) => [
              id,
              item === 'gone' ? item : spoil(item),
            ]),
          ),
        find: async (ids, signal) => (await side.find(ids, signal)).map(spoil),
      }),
    });
    expect(await syncs(world, engine, 3)).toEqual(['done', 'done', 'done']);
    expect([...world.journal().linksOfMeetings([good.meetingId, bad.meetingId]).keys()]).toEqual([
      good.meetingId,
    ]);
    expect(world.appointments.carrying()).toHaveLength(2);
    expect(
      world
        .journal()
        .failed()
        .map(({ problem }) => problem),
    ).toContain('broken');
    // Once it makes sense again it is brought together like the others.
    world.restart();
    world.clock.advance(24 * HOUR);
    await world.sync();
    expect(world.journal().linksOfMeetings([bad.meetingId]).size).toBe(1);
    expect(world.appointments.carrying()).toHaveLength(2);
  });

  it('that times out whenever it is written: it is told as failed, with longer and longer waits', async () => {
    const world = createWorld();
    const all = Array.from({ length: 12 }, (_, index) => world.schedule(`Meeting ${index}`));
    await world.sync();
    for (const { appointmentId } of all) world.appointments.people.rename(appointmentId, 'Renamed');
    const [bad] = all;
    const engine = engineOf(world, {
      meetings: (side) => ({
        update: (patches, signal) =>
          patches.some(({ id }) => id === bad?.meetingId)
            ? Promise.reject(new SideFault('timeout'))
            : side.update(patches, signal),
      }),
    });
    expect(await engine.sync()).toMatchObject({
      status: 'done',
      done: { 'topic-from-calendar': 11 },
      failed: [{ key: bad?.meetingId, problem: 'timeout', failures: 1 }],
    });
    expect(await engine.sync()).toMatchObject({ done: {}, failed: [] });
    world.clock.advance(HOUR);
    expect(await engine.sync()).toMatchObject({ failed: [{ problem: 'timeout', failures: 2 }] });
  });

  it('that failed is tried again at once where a notification names it', async () => {
    const world = createWorld();
    const { meetingId, appointmentId } = world.schedule('Planning');
    await world.sync();
    world.appointments.people.rename(appointmentId, 'Renamed');
    world.meetings.poison(meetingId);
    expect(await world.sync()).toMatchObject({ failed: [{ failures: 1 }] });
    world.meetings.heal(meetingId);
    expect(await world.sync()).toMatchObject({ done: {} });
    expect(await world.sync({ hints: [meetingId] })).toMatchObject({ done: { 'topic-from-calendar': 1 } });
    expect(world.journal().failed()).toEqual([]);
  });
});

describe('a side of which every item makes trouble', () => {
  it('is left in peace where all that it says makes no sense', async () => {
    const world = createWorld({ meetings: { ...likeZoom, batch: 20 } });
    const ids = make(world, 200);
    const report = await engineOf(world, { meetings: failingRead(ids, 'broken') }).sync();
    expect(report.calls.meeting.read).toBeLessThan(50);
  });

  it('is left in peace where it fails each of them by itself', async () => {
    const world = createWorld();
    make(world, 100);
    const engine = engineOf(world, {
      appointments: () => ({
        create: async (drafts) =>
          drafts.map(() => ({ kind: 'failed' as const, fault: new SideFault('down') })),
      }),
    });
    const report = await engine.sync();
    expect(report).toMatchObject({ faults: { appointment: 'down' }, later: 100 });
    expect(report.calls.appointment.create).toBeLessThan(20);
  });

  it('is not asked for more once a day’s creations are used up', async () => {
    const world = createWorld({ meetings: likeZoom });
    make(world, 100);
    const engine = engineOf(world, {
      appointments: (side) => ({
        capabilities: { ...side.capabilities, batch: 1, parallel: 2 },
        create: () => Promise.reject(new SideFault('budget', HOUR)),
      }),
    });
    const report = await engine.sync();
    expect(report).toMatchObject({ status: 'done', later: 100, failed: [] });
    expect(report.calls.appointment.create).toBeLessThanOrEqual(2);
  });
});

it('items of one call that are to wait do so together', async () => {
  const world = createWorld();
  make(world, 20);
  let isFirst = true;
  const engine = engineOf(world, {
    appointments: (side) => ({
      async create(drafts, signal) {
        if (!isFirst) return side.create(drafts, signal);
        isFirst = false;
        const [one, ...others] = drafts;
        const done = one ? await side.create([one], signal) : [];
        return [
          ...done,
          ...others.map(() => ({ kind: 'failed' as const, fault: new SideFault('busy', 30_000) })),
        ];
      },
    }),
  });
  expect(await engine.sync()).toMatchObject({ done: { 'appointment-for-meeting': 20 } });
  expect(world.slept.reduce((sum, each) => sum + each, 0)).toBeLessThan(60_000);
});
