/** What the pane notices by looking at the appointment while it is open. */
import type { AppointmentState } from '../../src/scheduling/types';
import { link, linked, meeting, opened } from './support/world';

test.each<[string, AppointmentState]>([
  ['its own meeting', linked],
  ['the meeting of a copy', { kind: 'copy', link, meeting }],
])('%s that a ribbon button took off is noticed by the first look already', async (_, state) => {
  const { world, controller, screen } = await opened((w) => {
    w.state = state;
    w.property = link;
  });
  world.state = { kind: 'empty' };
  world.property = undefined;
  await controller.look();
  expect(screen()).toBe('new');
});

test('a meeting that only the text tells of is read again once, not at every look', async () => {
  const { world, controller, screen } = await opened((w) => (w.state = linked));
  await controller.look();
  const { reads } = world;
  await controller.look();
  await controller.look();
  expect(world.reads).toBe(reads);
  expect(screen()).toBe('linked');
});
