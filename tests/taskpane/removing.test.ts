/** Removing in the pane: what is said, what can be brought back, and what is asked first. */
import { ProductError } from '../../src/domain/errors';
import { link, linked, meeting, opened, removed, type World } from './support/world';

const withMeeting = (world: World) => (world.state = linked);

test('offers to bring the meeting back, and does', async () => {
  const { controller, screen } = await opened(withMeeting);
  await controller.remove();
  expect(screen()).toBe('new');
  expect(controller.snapshot().undo).toBe(removed);
  await controller.undo();
  expect(screen()).toBe('linked');
  expect(controller.snapshot()).toMatchObject({ undo: undefined, said: 'restored' });
});
test('offers nothing to bring back where Zoom cannot', async () => {
  const { controller } = await opened((world) => {
    withMeeting(world);
    world.removed = { ...removed, canUndo: false };
  });
  await controller.remove();
  expect(controller.snapshot()).toMatchObject({ undo: undefined, said: 'removed' });
});
test('a removal that leaves the meeting in Zoom says so', async () => {
  const { controller } = await opened((world) => {
    world.state = linked;
    world.removed = { ...removed, canUndo: false, stays: true };
  });
  await controller.remove();
  expect(controller.snapshot().said).toBe('removed-here');
});
test('keeps the meeting on the screen when it fails', async () => {
  const { world, controller, screen } = await opened(withMeeting);
  world.fail.remove = new ProductError('zoom-unavailable');
  await controller.remove();
  expect(screen()).toBe('linked');
  expect(controller.snapshot().error?.code).toBe('zoom-unavailable');
});

test('bringing back what Zoom has no longer says so, and stays where it was', async () => {
  const { world, controller, screen } = await opened(withMeeting);
  await controller.remove();
  world.state = { kind: 'empty' };
  world.fail.undo = new ProductError('meeting-gone');
  await controller.undo();
  expect(screen()).toBe('new');
  expect(controller.snapshot().error?.code).toBe('meeting-gone');
});
test('a meeting that Zoom does not show turns to the screen that says why', async () => {
  const { world, controller } = await opened(withMeeting);
  world.fail.remove = new ProductError('meeting-of-another');
  world.state = { kind: 'foreign', link, meetingId: meeting.joinNumber, joinUrl: meeting.joinUrl };
  await controller.remove();
  expect(controller.snapshot()).toMatchObject({
    screen: { name: 'foreign', linked: true },
    error: undefined,
  });
});

describe('a meeting that may be another appointment’s', () => {
  async function asked() {
    const pane = await opened(withMeeting);
    pane.world.fail.remove = new ProductError('perhaps-copy');
    await pane.controller.remove();
    pane.world.fail = {};
    return pane;
  }

  test('is asked about first, and nothing is an error', async () => {
    const { controller, screen } = await asked();
    expect(screen()).toBe('linked');
    expect(controller.snapshot()).toMatchObject({ asksRemoval: true, error: undefined, working: undefined });
  });
  test.each(['appointment', 'zoom'] as const)('goes from where the person says: %s', async (from) => {
    const { world, controller, screen } = await asked();
    await controller.remove(from);
    expect(world.removedFrom).toEqual([undefined, from]);
    expect(screen()).toBe('new');
    expect(controller.snapshot().asksRemoval).toBe(false);
  });
  test('stays when the person says neither, or goes on to something else', async () => {
    const { controller } = await asked();
    controller.keepMeeting();
    expect(controller.snapshot()).toMatchObject({ asksRemoval: false, screen: { name: 'linked' } });
    const other = await asked();
    await other.controller.update();
    expect(other.controller.snapshot().asksRemoval).toBe(false);
    const another = await asked();
    another.world.item = another.world.compose();
    another.world.listeners.item();
    expect(another.controller.snapshot().asksRemoval).toBe(false);
  });
});
