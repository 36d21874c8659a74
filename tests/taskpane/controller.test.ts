/** The pane's behaviour: which screen for which state, and what each press does, with the outside replaced by doubles. */
import { ProductError } from '../../src/domain/errors';
import { PaneController } from '../../src/taskpane/controller';
import {
  doNothing,
  link,
  linked,
  meeting,
  opened,
  removed,
  session,
  settled,
  start,
  World,
} from './support/world';

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

describe('removing', () => {
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
});

describe('what happens outside', () => {
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
});
