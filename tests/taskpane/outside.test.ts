/** What happens outside the pane while it is open: in Outlook, in Zoom, on the network, in another frame. */
import { ProductError } from '../../src/domain/errors';
import { PaneController } from '../../src/taskpane/controller';
import { doNothing, link, linked, meeting, opened, session, settled, World } from './support/world';

test('a ribbon button that added or removed a meeting is noticed by looking', async () => {
  const { world, controller, screen } = await opened();
  world.property = link;
  world.state = linked;
  await controller.look();
  expect(screen()).toBe('linked');
  world.property = undefined;
  world.state = { kind: 'empty' };
  await controller.look();
  expect(screen()).toBe('new');
});
test('looking does not read everything again while nothing changes', async () => {
  const { world, controller } = await opened();
  const before = world.reads;
  await controller.look();
  await controller.look();
  expect(world.reads).toBe(before);
});
test('coming back to the pane after a while shows what was changed in Zoom, and keeps what was typed', async () => {
  const { world, controller } = await opened((w) => (w.state = linked));
  controller.setOptions({ waitingRoom: true });
  world.state = { kind: 'linked', link, meeting: { ...meeting, topic: 'Renamed in Zoom' } };
  await controller.refresh();
  expect(controller.snapshot().screen).toMatchObject({ meeting: { topic: 'Planning' } });
  world.clock += 60_000;
  await controller.refresh();
  expect(controller.snapshot()).toMatchObject({
    screen: { meeting: { topic: 'Renamed in Zoom' } },
    form: { options: { waitingRoom: true } },
  });
});
test('a late answer of such a look does not undo what was pressed meanwhile', async () => {
  const { world, controller, screen } = await opened();
  world.clock += 60_000;
  let answer = doNothing;
  world.gate = new Promise((resolve) => (answer = resolve));
  const late = controller.refresh();
  world.gate = Promise.resolve();
  await controller.add();
  answer();
  await late;
  expect(screen()).toBe('linked');
});
test('the network coming back takes the complaint about it away', async () => {
  const { world, controller } = await opened((w) => (w.fail.add = new ProductError('offline')));
  await controller.add();
  expect(controller.snapshot().error?.code).toBe('offline');
  world.listeners.online();
  expect(controller.snapshot().error).toBeUndefined();
});
test('a slow Outlook is looked at once at a time', async () => {
  const { world, controller } = await opened();
  let answer = doNothing;
  const item = world.compose();
  let looks = 0;
  world.item = {
    ...item,
    subjectAndTimes: async () => {
      looks += 1;
      await new Promise<void>((resolve) => (answer = resolve));
      return world.facts;
    },
  };
  const both = [controller.look(), controller.look()];
  answer();
  await Promise.all(both);
  expect(looks).toBe(1);
});
test('an item’s events are asked for once, however often it is read', async () => {
  const world = new World();
  let asked = 0;
  const item = world.compose();
  world.item = {
    ...item,
    onTimesChanged: () => {
      asked += 1;
      return doNothing;
    },
  };
  const controller = new PaneController(world.services);
  await controller.open();
  await controller.load();
  expect(asked).toBe(1);
});
test('what was pressed for another item is finished, but not shown on this one', async () => {
  const { world, controller, screen } = await opened();
  let answer = doNothing;
  world.gate = new Promise((resolve) => (answer = resolve));
  const added = controller.add();
  world.gate = Promise.resolve();
  world.item = world.compose();
  world.listeners.item();
  await settled();
  answer();
  await added;
  expect(world.added).toHaveLength(1);
  expect(screen()).toBe('new');
  expect(controller.snapshot()).toMatchObject({ working: undefined, said: undefined });
});
test('work on another item does not end the work on this one', async () => {
  const { world, controller } = await opened();
  const answers: (() => void)[] = [];
  const hold = () => (world.gate = new Promise((resolve) => answers.push(resolve)));
  hold();
  const first = controller.add();
  world.gate = Promise.resolve();
  world.item = world.compose();
  world.listeners.item();
  await settled();
  hold();
  const second = controller.add();
  answers[0]?.();
  await first;
  expect(controller.snapshot().working).toBe('adding');
  answers[1]?.();
  await second;
  expect(controller.snapshot()).toMatchObject({ working: undefined, said: 'added' });
});
test('an appointment is shown although nobody can say who the person is, which is asked again', async () => {
  const { world, controller, screen } = await opened(
    (w) => (w.fail.me = new ProductError('zoom-unavailable')),
  );
  expect(screen()).toBe('new');
  expect(controller.snapshot().me).toBeUndefined();
  world.fail = {};
  world.clock += 60_000;
  await controller.refresh();
  expect(controller.snapshot().me).toBe(world.me);
});
test('another item forgets what was typed and drops answers for the old one', async () => {
  const { world, controller, screen } = await opened();
  controller.setTopic('Old');
  let answerOld = doNothing;
  world.gate = new Promise((resolve) => (answerOld = resolve));
  const oldLoad = controller.load();
  world.gate = Promise.resolve();
  world.state = linked;
  world.listeners.item();
  await settled();
  expect(screen()).toBe('linked');
  expect(controller.snapshot().form.topic).toBeUndefined();
  world.state = { kind: 'empty' };
  answerOld();
  await oldLoad;
  expect(screen()).toBe('linked');
});
test('the network coming back loads again by itself', async () => {
  const { world, screen } = await opened((w) => (w.fail.readState = new ProductError('offline')));
  world.fail = {};
  world.listeners.online();
  await settled();
  expect(screen()).toBe('new');
});
test('a sign-in in another frame is noticed', async () => {
  const { world, screen } = await opened((w) => (w.signedIn = undefined));
  world.signedIn = session;
  world.listeners.session();
  await settled();
  expect(screen()).toBe('new');
});
test('nothing that is known of one person is shown to the next', async () => {
  const { world, controller } = await opened((w) => {
    w.unused = [{ id: '82222222222', topic: 'Left behind', start: null, madeAt: '2026-11-22T08:00:00Z' }];
  });
  const other = { ...session.member, id: 'other', name: 'Sandbox Attendee' };
  world.me = { ...world.me, member: other };
  world.unused = [];
  world.signedIn = undefined;
  world.listeners.session();
  await settled();
  expect(controller.snapshot()).toMatchObject({ me: undefined, unused: undefined });
  world.signedIn = { ...session, member: other };
  world.listeners.session();
  await settled();
  expect(controller.snapshot()).toMatchObject({ me: { member: other }, unused: [] });
});
test('a sign-in that was given up says so and stays', async () => {
  const { controller, screen } = await opened((w) => {
    w.signedIn = undefined;
    w.fail.signIn = new ProductError('sign-in-cancelled');
  });
  await controller.signIn();
  expect(screen()).toBe('signed-out');
  expect(controller.snapshot().error?.code).toBe('sign-in-cancelled');
});
test('a sign-in that is waited for can be begun anew, but not by a double press', async () => {
  const { world, controller, screen } = await opened((w) => {
    w.signedIn = undefined;
  });
  let goOn = doNothing;
  world.gate = new Promise((resolve) => (goOn = resolve));
  const first = controller.signIn();
  await controller.signIn();
  expect(world.signIns).toBe(1);
  world.clock += 10_000;
  const second = controller.signIn();
  expect(world.signIns).toBe(2);
  goOn();
  await Promise.all([first, second]);
  expect(screen()).toBe('new');
});
