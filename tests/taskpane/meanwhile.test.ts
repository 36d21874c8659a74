/** Several things at once: answers that come late, in another order, or for somebody else. */
import { ProductError } from '../../src/domain/errors';
import type { Session } from '../../src/api/backend';
import { facts, link, linked, meeting, opened, session, settled } from './support/world';

/** Lets something be answered later. */
function gate() {
  let open: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (open = resolve));
  return { closed, open };
}

test('a setting that is saved while the appointment is read does not keep its screen away', async () => {
  const { world, controller, screen } = await opened((w) => {
    w.state = linked;
    w.property = link;
  });
  const { closed, open } = gate();
  world.gate = closed;
  world.listeners.item();
  await settled();
  expect(screen()).toBe('loading');
  await controller.show('settings');
  const saving = controller.preferences.setUpdateByItself(true);
  open();
  await saving;
  await settled();
  expect(screen()).toBe('linked');
});

test('of two readings that are under way the later one says what there is', async () => {
  const { world, controller, screen } = await opened();
  const { readState } = world.services;
  const answers: (() => void)[] = [];
  world.services.readState = async (item) => {
    const read = await readState(item);
    const { closed, open } = gate();
    answers.push(open);
    await closed;
    return read;
  };
  world.clock += 60_000;
  const refreshing = controller.refresh();
  await settled();
  // A ribbon button puts a meeting on it meanwhile, and a look notices.
  world.state = linked;
  world.property = link;
  const looking = controller.look();
  await settled();
  answers[1]?.();
  await looking;
  expect(screen()).toBe('linked');
  answers[0]?.();
  await refreshing;
  expect(screen()).toBe('linked');
});

test('a renewed token changes nothing of what is shown', async () => {
  const { world, controller } = await opened();
  const before = world.reads;
  world.signedIn = { ...session, token: 'renewed' };
  world.listeners.session();
  await settled();
  expect(controller.snapshot().screen.name).toBe('new');
  expect(world.reads).toBe(before);
});

describe('what the end of the session interrupted', () => {
  const another: Session = {
    ...session,
    member: { ...session.member, id: 'other', name: 'Sandbox Attendee', email: 'attendee@example.test' },
  };

  test.each([
    ['goes on for the person who had begun it', session, ['removed']],
    ['does not go on for somebody else', another, []],
  ])('%s', async (_what, next, acts) => {
    const removals: string[] = [];
    const { world, controller } = await opened((w) => {
      w.state = linked;
      w.property = link;
    });
    const { remove } = world.services;
    world.services.remove = async (item) => {
      const removed = await remove(item);
      removals.push('removed');
      return removed;
    };
    world.fail = { remove: new ProductError('session-expired') };
    await controller.remove();
    expect(controller.snapshot().screen).toEqual({ name: 'signed-out', expired: true });
    world.fail = {};
    world.services.signIn = () => Promise.resolve((world.signedIn = next));
    await controller.signIn();
    expect(removals).toEqual(acts);
    expect(controller.snapshot().screen.name).toBe(acts.length > 0 ? 'new' : 'linked');
  });
});

test('adding does not wait for what Zoom says about the person', async () => {
  const { world, controller, screen } = await opened((w) => {
    w.me = { ...w.me, preferences: { ...w.me.preferences, invitationLanguage: 'ja' } };
    w.fail = { me: new ProductError('zoom-busy', { seconds: 3 }) };
  });
  expect(controller.snapshot().me).toBeUndefined();
  await controller.add();
  expect(screen()).toBe('linked');
  expect(world.added).toEqual([{ options: {}, language: 'ja' }]);
});

test('preferences that are answered after the person signed out are not shown to the next one', async () => {
  const { world, controller } = await opened();
  const { closed, open } = gate();
  world.gate = closed;
  const saving = controller.preferences.setUpdateByItself(true);
  await controller.signOut();
  open();
  await saving;
  expect(controller.snapshot().me).toBeUndefined();
});

test("another item's people are not suggested for this one", async () => {
  const { world, controller } = await opened((w) => {
    w.attendees = [{ name: 'Sandbox Attendee', address: 'attendee@example.test' }];
  });
  const { closed, open } = gate();
  world.gate = closed;
  const opening = controller.openOptions();
  world.item = world.compose();
  world.listeners.item();
  open();
  await opening;
  await settled();
  expect(controller.snapshot().attendees).toEqual([]);
});

test('the half-done meeting of the appointment that is open is not asked about as an unused one', async () => {
  const asked: (string | undefined)[] = [];
  const { world, controller } = await opened((w) => {
    w.state = { kind: 'incomplete', meeting, missing: ['property'] };
    w.facts = facts;
    w.services.unused = (current) => {
      asked.push(current);
      return Promise.resolve([]);
    };
  });
  expect(asked).toEqual([meeting.id]);
  await controller.look();
  expect([...world.held]).toEqual([meeting.id]);
});
