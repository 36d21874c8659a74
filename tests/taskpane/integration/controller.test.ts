/** Connecting, changing and disconnecting a service, and what becomes of it when the policy changes meanwhile. */
import { ProductError } from '../../../src/domain/errors';
import { following, mapiLocked, mapiOn, on } from './support/world';
import { me, session, settled } from '../support/world';

const classic = { platform: 'windows-classic' } as const;

describe('the wizard', () => {
  test('chooses Exchange, leaves the permissions as they are, and is done', async () => {
    const { world, integration, state } = await following(mapiOn, classic);
    integration.open();
    expect(state().page).toEqual({ name: 'services' });
    integration.choose('mapi');
    expect(state().page).toMatchObject({ name: 'step', step: 'permissions', isLast: true });
    await integration.next();
    // Without permissions of one's own: those of the administrator hold, also when they change.
    expect(world.sent).toEqual([{ provider: 'mapi' }]);
    expect(state()).toMatchObject({
      page: undefined,
      news: { name: 'connected' },
      arrives: true,
      own: { policy: { service: { state: 'connected', provider: 'mapi' } } },
    });
    expect(world.shown).toEqual(['integration', 'settings']);
  });

  test('sends the permissions that were chosen', async () => {
    const { world, integration, state } = await following(mapiOn, classic);
    integration.open();
    integration.choose('mapi');
    integration.setPermissions({ calendar: 'read', contacts: 'none' });
    await integration.next();
    expect(world.sent).toEqual([{ provider: 'mapi', permissions: { calendar: 'read', contacts: 'none' } }]);
    expect(state().own?.policy.permissions).toMatchObject({
      value: { calendar: 'read', contacts: 'none' },
      origin: { level: 'member' },
    });
  });

  test('sends none where the administrator locked them meanwhile', async () => {
    const { world, integration } = await following(mapiOn, classic);
    integration.open();
    integration.choose('mapi');
    integration.setPermissions({ calendar: 'read', contacts: 'none' });
    const permissions = { value: { calendar: 'read-write', contacts: 'read' }, locked: true };
    await world.saves({ ...mapiOn, permissions });
    await integration.next();
    expect(world.sent).toEqual([{ provider: 'mapi' }]);
  });

  test('tells of a service that this version cannot connect to, and sends nothing', async () => {
    const { world, integration, state } = await following(mapiOn);
    integration.open();
    integration.choose('google');
    expect(state().page).toEqual({ name: 'later', provider: 'google' });
    await integration.next();
    expect(world.sent).toEqual([]);
    integration.back();
    expect(state().page).toEqual({ name: 'services' });
    integration.back();
    expect(state()).toMatchObject({ page: undefined, arrives: true });
  });

  test('changes the permissions of what is connected, and goes back to where it came from', async () => {
    const { world, integration, state } = await following(mapiOn, {
      ...classic,
      change: (w) => (w.choice = { provider: 'mapi' }),
    });
    integration.openPermissions('mapi');
    integration.back();
    expect(state().page).toBeUndefined();
    integration.openPermissions('mapi');
    integration.setPermissions({ calendar: 'none', contacts: 'none' });
    await integration.next();
    expect(world.sent).toEqual([{ provider: 'mapi', permissions: { calendar: 'none', contacts: 'none' } }]);
    expect(state().news?.name).toBe('permissions');
  });

  test('presses Done once, however often it is pressed', async () => {
    let open: () => void = () => undefined;
    const { world, integration, state } = await following(mapiOn, classic);
    world.gate = new Promise((resolve) => (open = resolve));
    integration.open();
    integration.choose('mapi');
    const first = integration.next();
    const second = integration.next();
    integration.back();
    expect(state()).toMatchObject({ working: 'connecting', page: { name: 'step' } });
    open();
    await Promise.all([first, second]);
    expect(world.sent).toHaveLength(1);
  });

  test('stays with a message where there is no connection, and connects by the next press', async () => {
    const { world, integration, state } = await following(mapiOn, classic);
    world.fail = { write: new ProductError('offline') };
    integration.open();
    integration.choose('mapi');
    await integration.next();
    expect(state()).toMatchObject({
      error: { code: 'offline' },
      page: { name: 'step' },
      working: undefined,
    });
    world.fail = {};
    await integration.next();
    expect(state()).toMatchObject({ error: undefined, page: undefined, news: { name: 'connected' } });
  });

  test('says why nothing was connected where the policy changed unnoticed, and shows what holds', async () => {
    const { world, integration, state } = await following(mapiOn, classic);
    integration.open();
    integration.choose('mapi');
    await world.saves({ ...on, mapi: { value: false } }, false);
    await integration.next();
    expect(state()).toMatchObject({
      page: undefined,
      working: undefined,
      error: undefined,
      news: { name: 'refused' },
      own: { policy: { service: { state: 'choose', choices: ['exchange', 'office365', 'google'] } } },
    });
    expect(world.shown.at(-1)).toBe('settings');
  });

  test('forgets everything where the session has ended', async () => {
    const { world, integration, state } = await following(mapiOn, classic);
    world.fail = { write: new ProductError('session-expired') };
    integration.open();
    integration.choose('mapi');
    await integration.next();
    expect(state()).toMatchObject({ page: undefined, own: undefined, error: undefined, working: undefined });
  });
});

describe('disconnecting', () => {
  const connected = {
    ...classic,
    change: (w: { choice: unknown }) => void (w.choice = { provider: 'mapi' }),
  };

  test('asks first, and does what was said', async () => {
    const { world, integration, state } = await following(mapiOn, connected);
    integration.askDisconnect(true);
    expect(world.sent).toEqual([]);
    await integration.disconnect();
    expect(world.sent).toEqual(['disconnect']);
    expect(state()).toMatchObject({
      asksDisconnect: false,
      news: { name: 'disconnected' },
      own: { choice: null, policy: { service: { state: 'choose' } } },
    });
    // It was in the settings all the time.
    expect(world.shown).toEqual([]);
  });

  test('stays connected with a message where there is no connection', async () => {
    const { world, integration, state } = await following(mapiOn, connected);
    world.fail = { write: new ProductError('backend-unavailable') };
    integration.askDisconnect(true);
    await integration.disconnect();
    expect(state()).toMatchObject({
      error: { code: 'backend-unavailable' },
      own: { choice: { provider: 'mapi' } },
      working: undefined,
    });
  });
});

describe('the policy changes', () => {
  test('what holds changes by itself, and it is said', async () => {
    const { world, state } = await following(mapiOn);
    await world.saves(mapiLocked);
    expect(state()).toMatchObject({
      own: { policy: { service: { reason: 'mapi-locked-elsewhere', state: 'none' } } },
      news: { name: 'changed' },
    });
    const first = state().news?.id;
    await world.saves(mapiOn);
    expect(state().own?.policy.service.state).toBe('choose');
    expect(state().news?.id).not.toBe(first);
  });

  test('the wizard closes where its service may no longer be chosen', async () => {
    const { world, integration, state } = await following(mapiOn, classic);
    integration.open();
    integration.choose('mapi');
    await world.saves(mapiLocked);
    expect(state()).toMatchObject({ page: undefined, news: { name: 'changed' }, arrives: true });
    expect(world.shown.at(-1)).toBe('settings');
  });

  test('the wizard stays where it may', async () => {
    const { world, integration, state } = await following(mapiOn, classic);
    integration.open();
    integration.choose('mapi');
    await world.saves({ ...mapiOn, providers: { value: ['google'], locked: false } });
    expect(state()).toMatchObject({ page: { name: 'step', provider: 'mapi' }, news: { name: 'changed' } });
  });

  test('a question about disconnecting is taken back with what it was about', async () => {
    const { world, integration, state } = await following(mapiOn, {
      ...classic,
      change: (w) => (w.choice = { provider: 'mapi' }),
    });
    integration.askDisconnect(true);
    await world.saves(mapiLocked);
    expect(state().asksDisconnect).toBe(false);
  });

  test('what concerns something else is no news', async () => {
    const { world, state } = await following(mapiOn);
    await world.saves({ ...mapiOn, scheduleForOthers: { value: false, locked: true } });
    expect(state().news).toBeUndefined();
    expect(state().own?.revision).toBe(2);
  });

  test('what one did oneself is not told as the administrator’s', async () => {
    const { world, integration, state } = await following(mapiOn, classic);
    integration.open();
    integration.choose('mapi');
    await integration.next();
    world.stream?.onChange(world.revision);
    await settled();
    expect(state().news?.name).toBe('connected');
  });
});

describe('the options of new meetings', () => {
  test('follow the policy', async () => {
    const { world } = await following(on);
    world.me = { ...me, locks: { waitingRoom: 'policy' } };
    await world.saves({ ...on, meeting: { defaults: { waitingRoom: true }, locked: ['waitingRoom'] } });
    expect(world.learned).toEqual([world.me]);
  });

  test('that changed while the pane opened are asked for once more, others are not', async () => {
    const meeting = { defaults: { waitingRoom: true }, locked: ['waitingRoom'] };
    const late = await following({ ...on, meeting });
    expect(late.world.learned).toHaveLength(1);
    const known = await following(
      { ...on, meeting },
      {
        change: (w) => (w.me = { ...me, locks: { waitingRoom: 'policy' } }),
      },
    );
    expect(known.world.learned).toEqual([]);
  });

  test('wait for what the person saves just then', async () => {
    const { world } = await following(on);
    world.saving = true;
    await world.saves(mapiOn);
    expect(world.learned).toEqual([]);
    await world.saved();
    expect(world.learned).toHaveLength(1);
  });
});

describe('whoever is signed in', () => {
  test('another person finds nothing of the one before', async () => {
    const { world, integration, state } = await following(mapiOn, classic);
    integration.open();
    await world.signsIn({ ...session, member: { ...session.member, id: 'other' } });
    expect(state()).toMatchObject({ page: undefined, own: { revision: 1 } });
    expect(world.shown.at(-1)).toBe('settings');
  });

  test('a renewed token changes nothing', async () => {
    const { world, integration, state } = await following(mapiOn, classic);
    integration.open();
    await world.signsIn({ ...session, token: 'another' });
    expect(state().page).toEqual({ name: 'services' });
    expect(world.asked).toBe(1);
  });

  test('what cannot be read is said, and read by the next try', async () => {
    const { world, integration, state } = await following(on, {
      change: (w) => (w.fail = { read: new ProductError('backend-unavailable') }),
    });
    expect(state()).toMatchObject({ own: undefined, error: { code: 'backend-unavailable' } });
    world.fail = {};
    await integration.read();
    expect(state()).toMatchObject({ own: { revision: 1 }, error: undefined });
  });
});
