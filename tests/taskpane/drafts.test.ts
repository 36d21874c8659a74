/** Meetings whose appointment may never be saved: held while open, confirmed when saved, sorted out by the person. */
import { ProductError } from '../../src/domain/errors';
import { link, linked, meeting, opened, settled, type World } from './support/world';

const withMeeting = (world: World) => {
  world.state = linked;
  world.property = link;
};
const left = { id: '82222222222', topic: 'Left behind', start: null, madeAt: '2026-11-22T08:00:00Z' };

describe('the meeting of a draft', () => {
  test('is held against other panes while the draft is open, and let go when it closes', async () => {
    const { world, controller } = await opened(withMeeting);
    await controller.look();
    expect([...world.held]).toEqual([meeting.id]);
    controller.close();
    expect([...world.held]).toEqual([]);
  });
  test('is confirmed once, as soon as the appointment is saved', async () => {
    const { world, controller } = await opened(withMeeting);
    await controller.look();
    world.whose = 'this';
    await controller.look();
    expect([...world.held]).toEqual([]);
    const before = world.acts.length;
    await controller.look();
    expect(world.acts).toHaveLength(before);
  });
  test('may be that of another appointment until it is asked about or pressed for', async () => {
    const { world, controller } = await opened(withMeeting);
    expect(controller.mayBeCopy(meeting.id)).toBe(false);
    world.whose = 'untold';
    await controller.look();
    expect(controller.mayBeCopy(meeting.id)).toBe(true);
    await controller.update();
    expect(controller.mayBeCopy(meeting.id)).toBe(false);
  });
  test('that turns out to be another appointment’s is shown as that of a copy', async () => {
    const { world, controller, screen } = await opened(withMeeting);
    world.whose = 'another';
    world.state = { kind: 'copy', link, meeting };
    await controller.look();
    expect(screen()).toBe('copy');
  });
});

test('an update that is refused because it is a copy leads to the choice what becomes of it', async () => {
  const { world, controller, screen } = await opened(withMeeting);
  world.fail.update = new ProductError('shared-meeting');
  world.state = { kind: 'copy', link, meeting };
  await controller.update();
  expect(screen()).toBe('copy');
  expect(controller.snapshot().error).toBeUndefined();
});

test('what is heard of a meeting too late says nothing about the next item', async () => {
  const { world, controller, screen } = await opened(withMeeting);
  let tell = (_whose: 'another'): void => undefined;
  const { confirmSaved } = world.services;
  world.services.confirmSaved = () => new Promise((resolve) => (tell = resolve));
  const late = controller.look();
  await settled();
  world.services.confirmSaved = confirmSaved;
  world.item = world.compose();
  world.listeners.item();
  await settled();
  const before = world.reads;
  tell('another');
  await late;
  expect(world.reads).toBe(before);
  expect(screen()).toBe('linked');
  await controller.look();
  expect(world.acts).toContain('confirm');
});

describe('unused meetings', () => {
  test('are known when the pane has opened', async () => {
    const { controller } = await opened((world) => (world.unused = [left]));
    expect(controller.snapshot().unused).toEqual([left]);
  });
  test('that cannot be asked for disturb nobody', async () => {
    const { controller, screen } = await opened(
      (world) => (world.fail.unused = new ProductError('backend-unavailable')),
    );
    expect(screen()).toBe('new');
    expect(controller.snapshot()).toMatchObject({ unused: undefined, error: undefined });
  });
  test.each([
    ['keep', 'unused-kept'],
    ['remove', 'unused-removed'],
  ] as const)('leave the list when the person says %s', async (what, said) => {
    const { world, controller } = await opened((w) => (w.unused = [left]));
    await controller.show('unused');
    await controller.drafts[what](left.id);
    await settled();
    expect(world.acts).toContain(`${what} ${left.id}`);
    expect(controller.snapshot()).toMatchObject({ view: 'unused', unused: [], said });
  });
});
