/** Meetings whose appointment may never be saved: held while open, confirmed when saved, sorted out by the person. */
import { ProductError } from '../../src/domain/errors';
import { link, linked, meeting, opened, settled, type World } from './support/world';

const withMeeting = (world: World) => {
  world.state = linked;
  world.property = link;
};
const older = { id: '83333333333', topic: 'Older', start: null, madeAt: '2026-11-21T08:00:00Z' };
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

  test('that are all kept leave the list together', async () => {
    const { world, controller } = await opened((w) => (w.unused = [left, older]));
    await controller.drafts.keepAll();
    expect(world.acts).toEqual([`keep ${left.id}`, `keep ${older.id}`]);
    expect(controller.snapshot()).toMatchObject({ unused: [], unusedBar: false, said: 'unused-all-kept' });
  });
  test('of which not all could be kept: only the others stay on the list', async () => {
    const { world, controller } = await opened((w) => (w.unused = [left, older]));
    const { keepUnused } = world.services;
    world.services.keepUnused = (id) =>
      id === older.id ? Promise.reject(new ProductError('backend-unavailable')) : keepUnused(id);
    await controller.drafts.keepAll();
    expect(controller.snapshot()).toMatchObject({
      unused: [older],
      said: undefined,
      error: { code: 'backend-unavailable' },
    });
  });

  describe('when one was deleted', () => {
    const deleted = async () => {
      const all = await opened((w) => (w.unused = [left, older]));
      await all.controller.show('unused');
      await all.controller.drafts.remove(left.id);
      return all;
    };
    test('Undo brings it back to its place in the list', async () => {
      const { world, controller } = await deleted();
      expect(controller.snapshot()).toMatchObject({ unused: [older], unusedUndo: left });
      await controller.drafts.restore();
      expect(world.acts).toContain(`restore ${left.id}`);
      expect(controller.snapshot()).toMatchObject({
        unused: [left, older],
        unusedUndo: undefined,
        said: 'restored',
      });
    });
    test('Undo that fails can be pressed again', async () => {
      const { world, controller } = await deleted();
      world.fail.restore = new ProductError('backend-unavailable');
      await controller.drafts.restore();
      expect(controller.snapshot()).toMatchObject({ unused: [older], unusedUndo: left });
      world.fail = {};
      await controller.drafts.restore();
      expect(controller.snapshot().unused).toEqual([left, older]);
    });
    test('closing the message gives Undo up', async () => {
      const { controller } = await deleted();
      controller.dismiss('unusedUndo');
      expect(controller.snapshot()).toMatchObject({ unused: [older], unusedUndo: undefined });
    });
    test('Undo is not offered to another person', async () => {
      const { world, controller } = await deleted();
      world.signedIn = undefined;
      await controller.load();
      expect(controller.snapshot().unusedUndo).toBeUndefined();
    });
  });

  describe('the bar about them', () => {
    test('is shown while there is one that nobody closed it about', async () => {
      const { controller } = await opened((w) => (w.unused = [left]));
      expect(controller.snapshot().unusedBar).toBe(true);
      await controller.drafts.keep(left.id);
      expect(controller.snapshot().unusedBar).toBe(false);
    });
    test('stays closed, in the next pane too, until another one joins them', async () => {
      const { world, controller } = await opened((w) => (w.unused = [left]));
      controller.drafts.closeBar();
      expect(controller.snapshot()).toMatchObject({ unusedBar: false, unused: [left] });
      await controller.drafts.refresh();
      expect(controller.snapshot().unusedBar).toBe(false);
      const next = await opened((w) => {
        w.unused = [left];
        world.noticed.forEach((id) => w.noticed.add(id));
      });
      expect(next.controller.snapshot().unusedBar).toBe(false);
      next.world.unused = [older, left];
      await next.controller.drafts.refresh();
      expect(next.controller.snapshot().unusedBar).toBe(true);
    });
    test('stays as it is when another appointment is opened', async () => {
      const { world, controller } = await opened((w) => (w.unused = [left]));
      world.listeners.item();
      await settled();
      expect(controller.snapshot().unusedBar).toBe(true);
    });
  });
});
