/** The pane's behaviour: which screen for which state, and what each press does, with the outside replaced by doubles. */
import type { Me, Session } from '../../src/api/backend';
import { ProductError } from '../../src/domain/errors';
import type { Link } from '../../src/domain/link';
import type { Meeting } from '../../src/domain/meeting';
import type { ComposeAppointment, OpenAppointment } from '../../src/outlook/item';
import type { AppointmentState, Choices, Done, Removed } from '../../src/scheduling/types';
import { PaneController } from '../../src/taskpane/controller';
import type { PaneServices } from '../../src/taskpane/services';

const start = Date.UTC(2026, 10, 23, 8);
const meeting: Meeting = {
  id: '81234567890',
  topic: 'Planning',
  start: '2026-11-23T08:00:00Z',
  durationMinutes: 30,
  timeZone: 'Europe/Berlin',
  joinUrl: 'https://zoom.us/j/81234567890',
  passcode: 'abc123',
  options: { waitingRoom: false, hostVideo: true, participantVideo: true },
  hostedByMe: true,
  hostName: 'Host',
};
const link: Link = {
  v: 1,
  state: 'linked',
  meetingId: meeting.id,
  joinUrl: meeting.joinUrl,
  claim: 'claim-0001',
  agreed: { topic: 'Planning', start: '2026-11-23T08:00:00Z', durationMinutes: 30 },
};
const member = {
  id: 'u',
  accountId: 'a',
  name: 'Host',
  email: 'host@example.test',
  timeZone: 'Europe/Berlin',
};
const session: Session = { token: 't', expiresAt: '2026-11-23T20:00:00Z', member };
const me: Me = {
  member,
  defaults: { passcodeRequired: true, waitingRoom: false, hostVideo: true, participantVideo: true },
};
const done: Done = { meeting, link, notes: [] };
const removed: Removed = { meeting, link, bodyBlock: undefined, locationHadLink: true };

const doNothing = (): void => undefined;

/** Doubles of the outside; each test changes what it is about. */
class World {
  item: OpenAppointment | undefined = this.compose();
  signedIn: Session | undefined = session;
  online = true;
  state: AppointmentState = { kind: 'empty' };
  added: Choices[] = [];
  fail: Partial<Record<'add' | 'update' | 'remove' | 'undo' | 'signIn' | 'readState' | 'me', ProductError>> =
    {};
  gate: Promise<void> = Promise.resolve();
  clock = 1_000_000;
  property: unknown;
  reads = 0;
  readonly listeners = {
    item: doNothing,
    session: doNothing,
    online: doNothing,
  };

  compose(): ComposeAppointment {
    const unused = () =>
      Promise.reject(new Error('The pane itself reads and writes nothing but subject, times and link.'));
    return {
      mode: 'compose',
      subjectAndTimes: () =>
        Promise.resolve({ subject: 'Planning', start, end: start + 1_800_000, timeZone: 'UTC' }),
      snapshot: unused,
      readBody: unused,
      writeBody: unused,
      prependBody: unused,
      readLocation: unused,
      writeLocation: unused,
      readLinkProperty: () => Promise.resolve(this.property),
      writeLinkProperty: unused,
      notifications: { show: unused, clear: unused },
      onTimesChanged: () => () => undefined,
    };
  }

  private async step<T>(name: keyof World['fail'], value: () => T): Promise<T> {
    await this.gate;
    const error = this.fail[name];
    if (error) throw error;
    return value();
  }

  readonly services: PaneServices = {
    now: () => this.clock,
    appointment: () => this.item,
    onItemChanged: (listener) => this.listen('item', listener),
    session: () => this.signedIn,
    onSessionChanged: (listener) => this.listen('session', listener),
    isOnline: () => this.online,
    onOnlineChanged: (listener) => this.listen('online', listener),
    signIn: () => this.step('signIn', () => (this.signedIn = session)),
    signOut: () => {
      this.signedIn = undefined;
      return Promise.resolve();
    },
    me: () => this.step('me', () => me),
    readState: () =>
      this.step('readState', () => {
        this.reads += 1;
        return this.state;
      }),
    readInvitation: () =>
      Promise.resolve({ joinUrl: meeting.joinUrl, meetingId: meeting.id, passcode: 'abc123' }),
    add: (_, choices) =>
      this.step('add', () => {
        this.added.push(choices);
        return done;
      }),
    update: () => this.step('update', () => done),
    repair: () => Promise.resolve(done),
    remove: () => this.step('remove', () => removed),
    undoRemove: () => this.step('undo', () => done),
    openLink: () => undefined,
    copyText: () => Promise.resolve(),
  };

  private listen(what: keyof World['listeners'], listener: () => void): () => void {
    this.listeners[what] = listener;
    return () => undefined;
  }
}

async function opened(change: (world: World) => void = () => undefined) {
  const world = new World();
  change(world);
  const controller = new PaneController(world.services);
  await controller.open();
  return { world, controller, screen: () => controller.snapshot().screen.name };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the first screen', () => {
  test('is the loading skeleton until something is known', () => {
    expect(new PaneController(new World().services).snapshot().screen.name).toBe('loading');
  });
  test.each<[string, (world: World) => void]>([
    ['no-appointment', (world) => (world.item = undefined)],
    ['signed-out', (world) => (world.signedIn = undefined)],
    ['new', () => undefined],
    ['linked', (world) => (world.state = { kind: 'linked', link, meeting })],
    ['incomplete', (world) => (world.state = { kind: 'incomplete', meeting, missing: ['location'] })],
    ['gone', (world) => (world.state = { kind: 'gone', link })],
    [
      'foreign',
      (world) => (world.state = { kind: 'foreign', meetingId: '1', joinUrl: 'https://zoom.us/j/1' }),
    ],
    ['offline', (world) => (world.fail.readState = new ProductError('offline'))],
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

describe('removing', () => {
  const withMeeting = (world: World) => (world.state = { kind: 'linked', link, meeting });

  test('offers to bring the meeting back, and does', async () => {
    const { controller, screen } = await opened(withMeeting);
    await controller.remove();
    expect(screen()).toBe('new');
    expect(controller.snapshot().undo).toBe(removed);
    await controller.undo();
    expect(screen()).toBe('linked');
    expect(controller.snapshot()).toMatchObject({ undo: undefined, said: 'restored' });
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
    world.state = { kind: 'linked', link, meeting };
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
    const { world, controller } = await opened((w) => (w.state = { kind: 'linked', link, meeting }));
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
  test('another item forgets what was typed and drops answers for the old one', async () => {
    const { world, controller, screen } = await opened();
    controller.setTopic('Old');
    let answerOld = doNothing;
    world.gate = new Promise((resolve) => (answerOld = resolve));
    const oldLoad = controller.load();
    world.gate = Promise.resolve();
    world.state = { kind: 'linked', link, meeting };
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
