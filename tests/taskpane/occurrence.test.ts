/** One occurrence that is lost, and a single appointment with the meeting of a series: what the pane shows and does. */
import type { Meeting, Occurrence } from '../../src/domain/meeting';
import { facts, HALF_HOUR, link, meeting, opened, start, type World } from './support/world';

const DAY = 86_400_000;
const first: Occurrence = {
  id: String(start),
  start: meeting.start ?? '',
  durationMinutes: 30,
  cancelled: false,
};
const weekly: Meeting = {
  ...meeting,
  repeats: {
    kind: 'series',
    rule: { frequency: 'weekly', interval: 1, days: ['monday'], weekStart: 'monday' },
    end: { kind: 'count', count: 1 },
  },
  occurrences: [first],
};
const chosen = { ...link, occurrenceId: first.id };

const lost = (world: World): void => {
  world.clock = 0;
  world.facts = {
    ...facts,
    start: start + DAY,
    end: start + DAY + HALF_HOUR,
    repetition: { kind: 'occurrence', seriesId: 's', recurrence: undefined },
  };
  world.property = link;
  world.state = { kind: 'lost', link, meeting: weekly, mayBe: [first] };
};

describe('a lost occurrence', () => {
  test('is asked about, without anything to update', async () => {
    const { controller } = await opened(lost);
    expect(controller.snapshot()).toMatchObject({
      screen: { name: 'lost', mayBe: [first] },
      disagreement: undefined,
    });
  });

  test('that was chosen differs from Zoom in its time', async () => {
    const { world, controller } = await opened(lost);
    world.chosen = { meeting: weekly, occurrence: first, link: chosen };
    await controller.choose(first.id);
    expect(world.acts).toContain(`choose ${first.id}`);
    expect(controller.snapshot()).toMatchObject({
      screen: { name: 'linked', occurrence: first },
      disagreement: { fields: ['start'], moved: 'appointment' },
      said: 'chosen',
    });
  });

  test('is looked for again when it is moved on, and not as long as it stays', async () => {
    const { world, controller, screen } = await opened(lost);
    const { reads } = world;
    await controller.look();
    expect(world.reads).toBe(reads);
    world.facts = { ...world.facts, start, end: start + HALF_HOUR };
    world.state = { kind: 'linked', link, meeting: weekly, occurrence: first };
    await controller.look();
    expect(screen()).toBe('linked');
  });
});

describe('a single appointment with the meeting of a series', () => {
  test('replaces the series when the person says so, with what was chosen', async () => {
    const { world, controller, screen } = await opened((w) => {
      w.state = { kind: 'copy', link, meeting: weekly, outOfSeries: true };
      w.property = link;
    });
    expect(controller.snapshot().screen).toMatchObject({ name: 'copy', outOfSeries: true });
    controller.setOptions({ waitingRoom: true });
    await controller.replaceSeries();
    expect(world.acts).toContain('replace');
    expect(world.updated).toEqual([{ options: { waitingRoom: true } }]);
    expect(screen()).toBe('linked');
  });

  test('agrees with the series that it shares on purpose, whenever that takes place', async () => {
    const shares = { ...link, shares: true };
    const { world, controller } = await opened((w) => {
      w.clock = 0;
      w.me = { ...w.me, preferences: { ...w.me.preferences, updateByItself: true } };
      w.facts = { ...facts, subject: 'Other', start: start + DAY, end: start + DAY + HALF_HOUR };
      w.property = shares;
      w.state = { kind: 'linked', link: shares, meeting: weekly };
    });
    await controller.look();
    await controller.look();
    expect(controller.snapshot().disagreement).toBeUndefined();
    expect(world.updated).toEqual([]);
  });
});
