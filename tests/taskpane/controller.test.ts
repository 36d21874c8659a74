/** The pane's behaviour: which screen for which state, and what each press does, with the outside replaced by doubles. */
import { ProductError } from '../../src/domain/errors';
import { PaneController } from '../../src/taskpane/controller';
import { doNothing, link, linked, meeting, opened, start, World } from './support/world';

describe('the first screen', () => {
  test('is the loading skeleton until something is known', () => {
    expect(new PaneController(new World().services).snapshot().screen.name).toBe('loading');
  });
  test.each<[string, (world: World) => void]>([
    ['no-appointment', (world) => (world.item = undefined)],
    ['signed-out', (world) => (world.signedIn = undefined)],
    ['new', () => undefined],
    ['linked', (world) => (world.state = linked)],
    ['copy', (world) => (world.state = { kind: 'copy', link, meeting })],
    ['unsupported', (world) => (world.supported = false)],
    ['incomplete', (world) => (world.state = { kind: 'incomplete', meeting, missing: ['location'] })],
    ['gone', (world) => (world.state = { kind: 'gone', link })],
    [
      'foreign',
      (world) => (world.state = { kind: 'foreign', meetingId: '1', joinUrl: 'https://zoom.us/j/1' }),
    ],
    ['offline', (world) => (world.fail.readState = new ProductError('offline'))],
    ['offline', (world) => (world.fail.me = new ProductError('offline'))],
    ['failed', (world) => (world.fail.readState = new ProductError('zoom-unavailable'))],
    ['signed-out', (world) => (world.fail.me = new ProductError('session-expired'))],
  ])('is %s where that is what there is', async (name, change) => {
    const { screen } = await opened(change);
    expect(screen()).toBe(name);
  });
  test('of an attendee needs no sign-in', async () => {
    const { screen } = await opened((world) => {
      world.signedIn = undefined;
      world.item = {
        mode: 'read',
        subject: 'Planning',
        start,
        end: start,
        location: '',
        organizer: undefined,
        organizedByMe: false,
        repetition: { kind: 'single' },
        readBody: () => Promise.resolve({ format: 'text', content: '' }),
        readLinkProperty: () => Promise.resolve(undefined),
      };
    });
    expect(screen()).toBe('reading');
  });
});

describe('adding', () => {
  test('passes on what was chosen and shows the meeting', async () => {
    const { world, controller, screen } = await opened();
    controller.setTopic('Weekly');
    controller.setOptions({ waitingRoom: true });
    await controller.add();
    expect(world.added).toEqual([{ topic: 'Weekly', options: { waitingRoom: true } }]);
    expect(screen()).toBe('linked');
    expect(controller.snapshot().said).toBe('added');
  });
  test('lets the topic follow the subject unless somebody edited it', async () => {
    const { world, controller } = await opened();
    controller.setTopic('x');
    controller.setTopic(null);
    await controller.add();
    expect(world.added).toEqual([{ topic: null, options: {} }]);
  });
  test('takes a second press while it runs for the same press', async () => {
    const { world, controller } = await opened();
    let open = doNothing;
    world.gate = new Promise((resolve) => (open = resolve));
    const presses = [controller.add(), controller.add()];
    expect(controller.snapshot().working).toBe('adding');
    open();
    await Promise.all(presses);
    expect(world.added).toHaveLength(1);
  });
  test('keeps what was typed when it fails, and a retry does not start over', async () => {
    const { world, controller } = await opened((w) => (w.fail.add = new ProductError('zoom-unavailable')));
    controller.setTopic('Weekly');
    await controller.add();
    expect(controller.snapshot()).toMatchObject({
      screen: { name: 'new' },
      form: { topic: 'Weekly' },
      error: { code: 'zoom-unavailable' },
    });
    world.fail = {};
    await controller.retry();
    expect(world.added).toEqual([{ topic: 'Weekly', options: {} }]);
    expect(controller.snapshot().error).toBeUndefined();
  });
  test('asks for a new sign-in when the session ended, then goes on with what was pressed', async () => {
    const { world, controller } = await opened((w) => (w.fail.add = new ProductError('session-expired')));
    controller.setTopic('Weekly');
    await controller.add();
    expect(controller.snapshot()).toMatchObject({
      screen: { name: 'signed-out', expired: true },
      form: { topic: 'Weekly' },
    });
    world.fail = {};
    await controller.signIn();
    expect(world.added).toEqual([{ topic: 'Weekly', options: {} }]);
    expect(controller.snapshot()).toMatchObject({
      screen: { name: 'linked' },
      working: undefined,
      error: undefined,
    });
  });
  test('that fails again after the new sign-in can be tried again', async () => {
    const { world, controller } = await opened((w) => (w.fail.add = new ProductError('session-expired')));
    await controller.add();
    world.fail.add = new ProductError('zoom-unavailable');
    await controller.signIn();
    expect(controller.snapshot()).toMatchObject({
      screen: { name: 'new' },
      error: { code: 'zoom-unavailable' },
    });
    world.fail = {};
    await controller.retry();
    expect(world.added).toHaveLength(1);
  });
  test('shows the state to repair and the reason when it was half done', async () => {
    const { world, controller, screen } = await opened(
      (w) => (w.fail.add = new ProductError('half-done', { action: 'write the location' })),
    );
    world.state = { kind: 'incomplete', meeting, missing: ['location'] };
    await controller.add();
    expect(screen()).toBe('incomplete');
    expect(controller.snapshot().error?.code).toBe('half-done');
  });
});

describe('a copied appointment', () => {
  const copied = (world: World) => (world.state = { kind: 'copy', link, meeting });

  test('gets a meeting of its own when the person says so', async () => {
    const { world, controller, screen } = await opened(copied);
    await controller.own();
    expect(world.acts).toContain('own');
    expect(screen()).toBe('linked');
    expect(controller.snapshot().said).toBe('owned');
  });
  test('shares the meeting when the person says so', async () => {
    const { world, controller, screen } = await opened(copied);
    await controller.share();
    expect(world.acts).toContain('share');
    expect(screen()).toBe('linked');
  });
});

describe('the options', () => {
  test('are suggested people who are invited, and offered what the account has', async () => {
    const { controller } = await opened((world) => {
      world.attendees = [{ name: 'Sandbox Attendee', address: 'attendee@example.test' }];
      world.choices = { scheduleFor: [], templates: [{ id: 't1', name: 'Lecture' }] };
    });
    await controller.openOptions();
    expect(controller.snapshot()).toMatchObject({
      attendees: [{ address: 'attendee@example.test' }],
      choices: { templates: [{ id: 't1' }] },
    });
  });
  test('that cannot be asked for are not offered, and nothing else suffers', async () => {
    const { controller, screen } = await opened(
      (world) => (world.fail.choices = new ProductError('zoom-unavailable')),
    );
    await controller.openOptions();
    expect(controller.snapshot()).toMatchObject({ choices: undefined, error: undefined });
    expect(screen()).toBe('new');
  });
  test('carry the language that was chosen, else the usual one, and only into new meetings', async () => {
    const { world, controller } = await opened(
      (w) => (w.me = { ...w.me, preferences: { ...w.me.preferences, invitationLanguage: 'fr' } }),
    );
    await controller.add();
    await controller.update();
    controller.setLanguage('ja');
    await controller.update();
    expect(world.added).toEqual([{ options: {}, language: 'fr' }]);
    expect(world.updated).toEqual([{ options: {} }, { options: {}, language: 'ja' }]);
  });
});
