/** Noticing that appointment and meeting no longer agree, and updating without being asked. */
import { ProductError } from '../../src/domain/errors';
import type { Meeting } from '../../src/domain/meeting';
import { linkFor } from '../../src/scheduling/agreed';
import { rememberSent } from '../../src/scheduling/lastSent';
import { disagreementOf } from '../../src/taskpane/agreement';
import type { LinkedScreen } from '../../src/taskpane/state';
import { facts, HALF_HOUR, link, linked, meeting, opened, settled, start, type World } from './support/world';

const screen: LinkedScreen = { name: 'linked', link, meeting, occurrence: undefined };
const untouched = { topic: undefined };
const later = { ...facts, start: start + HALF_HOUR, end: start + 2 * HALF_HOUR };

describe('appointment and meeting', () => {
  test('agree as long as nobody moved', () => {
    expect(disagreementOf(screen, facts, untouched, 0)).toBeUndefined();
  });
  test('differ in the time after the appointment was moved', () => {
    expect(disagreementOf(screen, later, untouched, 0)).toMatchObject({
      fields: ['start'],
      moved: 'appointment',
    });
  });
  test('differ by Zoom after the meeting was changed there', () => {
    const changed = { ...screen, meeting: { ...meeting, topic: 'Renamed in Zoom' } };
    expect(disagreementOf(changed, facts, untouched, 0)).toMatchObject({
      fields: ['topic'],
      moved: 'meeting',
    });
  });
  test('differ by what was sent from here and not saved, where Zoom still has that', () => {
    const changed = { ...screen, meeting: { ...meeting, start: '2026-11-23T11:00:00Z' } };
    expect(disagreementOf(changed, facts, untouched, 0, () => true)).toMatchObject({
      fields: ['start'],
      moved: 'unsaved',
    });
    expect(disagreementOf(screen, later, untouched, 0, () => true)).toMatchObject({ moved: 'appointment' });
  });
  test('of a series differ by the appointment also after the first occurrences have gone by', () => {
    const day = 86_400_000;
    const rule = { frequency: 'daily', interval: 1 } as const;
    const end = { kind: 'count', count: 5 } as const;
    const before = { ...meeting, repeats: { kind: 'series', rule, end } } satisfies Meeting;
    const agreed = linkFor(before, link.claim);
    const present = { ...before, start: '2026-11-24T08:00:00Z' };
    const series = { ...screen, link: agreed, meeting: present } satisfies LinkedScreen;
    const recurrence = {
      rule,
      end,
      start: '2026-11-23T10:00:00',
      durationMinutes: 30,
      timeZone: 'Europe/Berlin',
    };
    const movedHere = { ...facts, repetition: { kind: 'series', recurrence } } as const;
    expect(disagreementOf(series, movedHere, untouched, start + day / 2)).toMatchObject({
      moved: 'appointment',
    });
    const movedThere = { ...series, meeting: { ...present, start: '2026-11-24T11:00:00Z' } };
    expect(disagreementOf(movedThere, movedHere, untouched, start + day / 2)).toMatchObject({
      moved: 'meeting',
    });
  });
  test('do not differ in a topic of its own', () => {
    const own = { ...screen, link: { ...link, ownTopic: true } };
    expect(disagreementOf(own, { ...facts, subject: 'Other' }, untouched, 0)).toBeUndefined();
    expect(disagreementOf(own, { ...facts, subject: 'Other' }, { topic: null }, 0)).toMatchObject({
      fields: ['topic'],
    });
  });
  test('of one occurrence are compared by that occurrence, and never by the topic of the series', () => {
    const series = {
      ...screen,
      meeting: {
        ...meeting,
        repeats: {
          kind: 'series',
          rule: { frequency: 'daily', interval: 1 },
          end: { kind: 'count', count: 3 },
        },
      },
      occurrence: {
        id: String(start + 86_400_000),
        start: '2026-11-24T08:00:00Z',
        durationMinutes: 30,
        cancelled: false,
      },
    } satisfies LinkedScreen;
    const day = 86_400_000;
    const occurrence = {
      ...facts,
      subject: 'Only this one',
      start: start + day,
      end: start + day + HALF_HOUR,
      repetition: { kind: 'occurrence', seriesId: 's', recurrence: undefined },
    } as const;
    expect(disagreementOf(series, occurrence, untouched, 0)).toBeUndefined();
    const moved = { ...occurrence, start: start + day + HALF_HOUR, end: start + day + 2 * HALF_HOUR };
    expect(disagreementOf(series, moved, untouched, 0)).toMatchObject({
      fields: ['start'],
      moved: 'appointment',
    });
    const movedInZoom = { ...series, occurrence: { ...series.occurrence, start: '2026-11-24T10:00:00Z' } };
    expect(disagreementOf(movedInZoom, occurrence, untouched, 0)).toMatchObject({
      fields: ['start'],
      moved: 'meeting',
    });
  });
});

describe('a look at an appointment that was moved', () => {
  const withMeeting = (world: World) => {
    world.state = linked;
    world.property = link;
    world.clock = 0;
  };
  const alone = (world: World) => {
    withMeeting(world);
    world.me = { ...world.me, preferences: { ...world.me.preferences, updateByItself: true } };
    world.whose = 'this';
  };

  test('shows the difference and waits for the person', async () => {
    const { world, controller } = await opened(withMeeting);
    world.facts = later;
    await controller.look();
    await controller.look();
    expect(controller.snapshot().disagreement).toMatchObject({ fields: ['start'] });
    expect(world.updated).toEqual([]);
  });
  test('updates by itself where the person wants that, once the appointment stands still', async () => {
    const { world, controller } = await opened(alone);
    world.facts = later;
    await controller.look();
    expect(world.updated).toEqual([]);
    await controller.look();
    expect(world.updated).toEqual([{ options: {} }]);
    expect(controller.snapshot()).toMatchObject({
      updatedByItself: true,
      said: 'updated-by-itself',
      disagreement: undefined,
    });
  });
  test.each([
    ['the appointment is not known to be saved', undefined],
    ['nobody knows whose the meeting is', 'untold'],
  ] as const)('does not update by itself, since it may be a copy, while %s', async (_, whose) => {
    const { world, controller } = await opened((w) => {
      alone(w);
      w.whose = whose;
    });
    world.facts = later;
    for (let looks = 0; looks < 3; looks += 1) await controller.look();
    expect(world.updated).toEqual([]);
    expect(controller.snapshot().disagreement).toMatchObject({ fields: ['start'] });
  });
  test('updates a draft by itself whose meeting was added here', async () => {
    const { world, controller } = await opened((w) => {
      alone(w);
      w.state = { kind: 'empty' };
      w.whose = undefined;
    });
    await controller.add();
    world.facts = later;
    for (let looks = 0; looks < 3; looks += 1) await controller.look();
    expect(world.updated).toHaveLength(1);
  });
  test('updates by itself as soon as the person wants that', async () => {
    const { world, controller } = await opened((w) => {
      withMeeting(w);
      w.whose = 'this';
    });
    world.facts = later;
    for (let looks = 0; looks < 3; looks += 1) await controller.look();
    expect(world.updated).toEqual([]);
    await controller.preferences.setUpdateByItself(true);
    await controller.look();
    expect(world.updated).toHaveLength(1);
  });
  test('updates by itself once a change, also when that fails', async () => {
    const { world, controller } = await opened(alone);
    world.fail.update = new ProductError('zoom-unavailable');
    world.facts = later;
    for (let looks = 0; looks < 4; looks += 1) await controller.look();
    expect(controller.snapshot().error?.code).toBe('zoom-unavailable');
    world.fail = {};
    controller.dismiss('error');
    for (let looks = 0; looks < 3; looks += 1) await controller.look();
    expect(world.updated).toEqual([]);
    world.facts = { ...later, end: later.end + HALF_HOUR };
    for (let looks = 0; looks < 3; looks += 1) await controller.look();
    expect(world.updated).toHaveLength(1);
  });
  test('updates by itself again when what was taken over from Zoom is changed back here', async () => {
    const { world, controller } = await opened(alone);
    const looks = async () => {
      for (let times = 0; times < 3; times += 1) await controller.look();
    };
    world.facts = later;
    await looks();
    expect(world.updated).toHaveLength(1);
    // Somebody moves the meeting back in Zoom, and that is taken over.
    world.facts = facts;
    await controller.follow();
    await looks();
    expect(world.updated).toHaveLength(1);
    world.facts = later;
    await looks();
    expect(world.updated).toHaveLength(2);
  });
  test('updates by itself on each item that was moved alike', async () => {
    const { world, controller } = await opened(alone);
    for (const updates of [1, 2]) {
      world.item = world.compose();
      world.facts = facts;
      world.listeners.item();
      await settled();
      world.facts = later;
      for (let times = 0; times < 3; times += 1) await controller.look();
      expect(world.updated).toHaveLength(updates);
    }
  });
  test('puts back by itself what was sent from here and discarded, once an item', async () => {
    const sent = { ...meeting, start: '2026-11-23T11:00:00Z' };
    const { world, controller } = await opened((w) => {
      alone(w);
      rememberSent(w.kept, sent, undefined);
      w.state = { kind: 'linked', link, meeting: sent };
    });
    expect(controller.snapshot().disagreement).toMatchObject({ moved: 'unsaved' });
    for (let looks = 0; looks < 3; looks += 1) await controller.look();
    expect(world.updated).toEqual([{ options: {} }]);
    expect(controller.snapshot().disagreement).toBeUndefined();
    // The form that it was made in is still open somewhere, and sends it again.
    world.clock += 60_000;
    await controller.refresh();
    for (let looks = 0; looks < 3; looks += 1) await controller.look();
    expect(controller.snapshot().disagreement).toMatchObject({ moved: 'unsaved' });
    expect(world.updated).toHaveLength(1);
  });
  test('does not undo by itself what was changed in Zoom', async () => {
    const { world, controller } = await opened((w) => {
      alone(w);
      w.state = { kind: 'linked', link, meeting: { ...meeting, topic: 'Renamed in Zoom' } };
    });
    for (let looks = 0; looks < 3; looks += 1) await controller.look();
    expect(controller.snapshot().disagreement).toMatchObject({ moved: 'meeting' });
    expect(world.updated).toEqual([]);
    await controller.follow();
    expect(world.acts).toContain('follow');
    expect(controller.snapshot().said).toBe('followed');
  });
  test('is made at once where the client tells of the change', async () => {
    const { world, controller } = await opened(withMeeting);
    world.facts = later;
    const told = new Promise<void>((resolve) => {
      const stop = controller.subscribe(() => {
        if (!controller.snapshot().disagreement) return;
        stop();
        resolve();
      });
    });
    world.listeners.times();
    await told;
    expect(controller.snapshot().disagreement).toMatchObject({ fields: ['start'] });
  });
});
