/** The end of a session as the pane shows it, whatever noticed it: a press, a question in the background, another frame. */
import { session, settled, opened, World } from './support/world';
import { PaneController } from '../../src/taskpane/controller';

/** Something in the background heard that the session is over, and forgot it. */
async function ends(world: World): Promise<void> {
  world.signedIn = undefined;
  world.listeners.session();
  await settled();
}

test('who was signed in is asked to sign in again, and finds what was typed', async () => {
  const { world, controller } = await opened();
  controller.setTopic('Weekly');
  await ends(world);
  expect(controller.snapshot()).toMatchObject({
    screen: { name: 'signed-out', expired: true },
    form: { topic: 'Weekly' },
  });
  // Looking again does not make a first visit of it.
  await controller.load();
  expect(controller.snapshot().screen).toEqual({ name: 'signed-out', expired: true });
  world.signedIn = session;
  world.listeners.session();
  await settled();
  expect(controller.snapshot()).toMatchObject({ screen: { name: 'new' }, form: { topic: 'Weekly' } });
});

test('whatever was being looked at, the sign-in is what is shown', async () => {
  const { world, controller } = await opened();
  await controller.show('unused');
  await ends(world);
  expect(controller.snapshot()).toMatchObject({ view: 'appointment', screen: { name: 'signed-out' } });
});

test('a session that can be opened again unseen is, and nobody is asked to sign in', async () => {
  const { world, controller } = await opened();
  const screens: string[] = [];
  controller.subscribe(() => screens.push(controller.snapshot().screen.name));
  world.renewable = session;
  await ends(world);
  expect(controller.snapshot().screen.name).toBe('new');
  expect(screens).not.toContain('signed-out');

  const first = await opened((other) => {
    other.signedIn = undefined;
    other.renewable = session;
  });
  expect(first.screen()).toBe('new');
});

test('who signs out, or was never signed in, is not told that a session ended', async () => {
  const { world, controller } = await opened();
  world.services.signOut = () => ends(world);
  await controller.signOut();
  expect(controller.snapshot().screen).toEqual({ name: 'signed-out', expired: false });

  const first = new World();
  first.signedIn = undefined;
  const fresh = new PaneController(first.services);
  await fresh.open();
  expect(fresh.snapshot().screen).toEqual({ name: 'signed-out', expired: false });
});
