/** Which screen is shown, what comes in by itself, and what a session's end leaves. */
import { ProductError } from '../../src/domain/errors';
import { hashOf, routeOf } from '../../src/admin/state/route';
import { memberOf, settled } from './support/account';
import { pageWith, SESSION } from './support/page';

const on = { value: true, locked: false };

describe('the screen', () => {
  it('asks to sign in, and leaves for Zoom', async () => {
    const { controller, world } = pageWith({});
    await controller.open();
    expect(controller.snapshot().screen).toMatchObject({ name: 'signed-out', expired: false });
    await controller.signIn();
    expect(world.leftForZoom).toBe(1);
  });

  it('says why a sign-in failed', async () => {
    const { controller, world } = pageWith({});
    world.signInFails = new ProductError('sign-in-refused', { reason: 'not approved' });
    await controller.open();
    expect(controller.snapshot().screen).toMatchObject({
      name: 'signed-out',
      error: { code: 'sign-in-refused' },
    });
  });

  it('is the settings for an administrator', async () => {
    const { controller } = pageWith();
    await controller.open();
    expect(controller.snapshot()).toMatchObject({ screen: { name: 'ready' }, route: { name: 'settings' } });
    expect(controller.settings.snapshot().draft).toBeDefined();
  });

  it.each([
    ['not-admin', 'admin-only'],
    ['offline', 'offline'],
    ['failed', 'backend-unavailable'],
  ] as const)('is "%s" where the account answers %s', async (name, code) => {
    const { controller, account } = pageWith();
    account.fail('account', code);
    await controller.open();
    expect(controller.snapshot().screen.name).toBe(name);
  });

  it('comes by itself when the connection does', async () => {
    const { controller, account, world } = pageWith();
    account.fail('account', 'offline');
    await controller.open();
    world.onOnline();
    await settled();
    expect(controller.snapshot().screen.name).toBe('ready');
  });

  it('says no more than that one is no administrator when the role is taken away', async () => {
    const { controller, account, world } = pageWith();
    await controller.open();
    account.role = 'member';
    world.stream?.onChange(2);
    await settled();
    expect(controller.snapshot().screen.name).toBe('not-admin');
  });
});

describe('a change elsewhere', () => {
  it('is looked at once, by its revision', async () => {
    const { controller, account, world } = pageWith();
    await controller.open();
    account.saveByOther({ mapi: on });
    world.stream?.onChange(2);
    world.stream?.onChange(2);
    await settled();
    expect(controller.settings.snapshot().draft?.mine).toEqual({ mapi: on });
    expect(account.calls.filter((call) => call === 'account')).toHaveLength(2);
  });

  it('also reaches what somebody sees as a member', async () => {
    const { controller, account, world } = pageWith({ session: SESSION, hash: '#/see-as' });
    account.people = [
      memberOf('Attendee', { platforms: [{ platform: 'mac', seenAt: '2026-11-01T00:00:00Z' }] }),
    ];
    await controller.open();
    const [member] = controller.seeAs.search.snapshot().found ?? [];
    if (member) await controller.seeAs.choose(member);
    expect(controller.seeAs.snapshot()).toMatchObject({
      platform: 'mac',
      seen: { policy: { service: { reason: 'integration-off' } } },
    });
    account.saveByOther({ integration: on });
    world.stream?.onChange(2);
    await settled();
    expect(controller.seeAs.snapshot().seen?.policy.service.reason).toBe('nothing-chosen');
  });
});

describe('the end of the session', () => {
  it('keeps what was not saved, and brings it back after signing in', async () => {
    const { controller, world, notes, services, account } = pageWith();
    await controller.open();
    controller.settings.edit({ mapi: on }, 'mapi');
    world.stream?.onEnd?.(new ProductError('session-expired'));
    expect(controller.snapshot().screen).toMatchObject({ name: 'signed-out', expired: true });
    expect(notes.size).toBe(1);

    const again = pageWith();
    const text = services.notes.read('unsaved');
    again.services.notes.write('unsaved', text);
    again.account.present = account.present;
    again.world.session = undefined;
    again.world.comesBack = true;
    const goOn = again.account.hold('settings');
    const opening = again.controller.open();
    await settled();
    goOn();
    await opening;
    expect(again.controller.settings.snapshot().draft?.mine).toEqual({ mapi: on });
    expect(again.notes.size).toBe(0);
  });

  it('is called so also where the backend only knows that nobody is signed in', async () => {
    const { controller, account } = pageWith();
    await controller.open();
    account.fail('settings', 'signed-out');
    await controller.settings.lookAgain();
    expect(controller.snapshot().screen).toMatchObject({ name: 'signed-out', expired: true });
  });

  it('keeps what was not saved also where the session is forgotten before anybody hears of its end', async () => {
    const { controller, world, notes } = pageWith();
    await controller.open();
    controller.settings.edit({ mapi: on }, 'mapi');
    world.session = undefined;
    world.onSession();
    expect(controller.snapshot().screen).toMatchObject({ name: 'signed-out', expired: true });
    expect(notes.size).toBe(1);
  });

  it('leaves nothing of one who signs out', async () => {
    const { controller, notes } = pageWith();
    await controller.open();
    controller.settings.edit({ mapi: on }, 'mapi');
    await controller.signOut();
    expect([notes.size, controller.isDirty()]).toEqual([0, false]);
    expect(controller.snapshot()).toMatchObject({ said: 'signed-out', member: undefined });
  });
});

it('a group with something unsaved waits while another part is looked at', async () => {
  const { controller, account, world } = pageWith();
  const { id } = await account.createGroup('Sales');
  await controller.open();
  controller.goTo({ name: 'group', id });
  await settled();
  controller.snapshot().group?.editor.edit({ mapi: on }, 'mapi');
  controller.goTo({ name: 'groups' });
  await settled();
  expect(controller.isDirty()).toBe(true);
  world.hash = hashOf({ name: 'group', id });
  world.onAddress();
  await settled();
  expect(controller.snapshot().group?.editor.snapshot().draft?.mine).toEqual({ mapi: on });
});

it('addresses lead to the parts of the page, and nowhere else', () => {
  for (const name of ['settings', 'groups', 'see-as', 'people', 'history', 'files'] as const)
    expect(routeOf(hashOf({ name }))).toEqual({ name });
  expect(routeOf(hashOf({ name: 'group', id: 'a/b' }))).toEqual({ name: 'group', id: 'a/b' });
  for (const hash of ['', '#', '#/nothing', '#/groups/', '#code=x'])
    expect(routeOf(hash).name).not.toBe('group');
  expect(routeOf('#/groups/%')).toEqual({ name: 'group', id: '%' });
});
