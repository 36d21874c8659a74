/** The ribbon's buttons: the bar above the item tells all, whoever is signed out signs in first, a press joins. */
import { ribbon, type RibbonWorld } from '../../src/commands/ribbon';
import { ProductError } from '../../src/domain/errors';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { readState } from '../../src/scheduling/readState';
import { englishWords } from '../../src/ui/words';
import { confirmSaved } from '../../src/scheduling/saved';
import { windowOn } from '../scheduling/support/appointment';
import { newWorld } from '../scheduling/support/world';

const member = {
  id: 'u1',
  accountId: 'a1',
  name: 'Sandbox Organizer',
  email: 'organizer@example.test',
  timeZone: 'Europe/Berlin',
};

function newRibbon(signedIn = true, world = newWorld()) {
  let session = signedIn ? { token: 't', expiresAt: '2026-11-24T00:00:00Z', member } : undefined;
  let signIn: () => Promise<void> = async () => undefined;
  const ribbonWorld: RibbonWorld = {
    appointment: () => world.item,
    dependencies: world.deps,
    words: async () => englishWords(),
    sessions: {
      current: () => session,
      async withSession(work, { interactive }) {
        expect(interactive).toBe(true);
        if (!session) {
          await signIn();
          session = { token: 't', expiresAt: '2026-11-24T00:00:00Z', member };
        }
        return work();
      },
    },
  };
  return {
    ...world,
    ...ribbon(async () => ribbonWorld),
    signInBy: (way: () => Promise<void>) => void (signIn = way),
    lastShown: () => world.item.shown.at(-1),
  };
}

it('adds a meeting and says so, progress first', async () => {
  const { item, deps, addZoomMeeting, lastShown } = newRibbon();
  await addZoomMeeting();
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  expect(item.shown[0]).toEqual({ kind: 'progress', text: 'Adding a Zoom meeting …' });
  expect(lastShown()).toEqual({ kind: 'info', text: 'A Zoom meeting was added.' });
});

describe('on a copy', () => {
  async function onCopy() {
    const world = newWorld({ savedId: 'AAMk/original' });
    await addMeeting(world.item, { options: {} }, world.deps);
    await confirmSaved(world.item, world.deps);
    return newRibbon(true, { ...world, item: windowOn({ ...world.form, savedId: 'AAMk/copy' }) });
  }

  it('removes it there and says that it lives on', async () => {
    const { backend, removeZoomMeeting, lastShown } = await onCopy();
    await removeZoomMeeting();
    expect(backend.alive()).toHaveLength(1);
    expect(lastShown()).toEqual({
      kind: 'info',
      text: 'The Zoom meeting was taken off this appointment. It lives on in Zoom.',
    });
  });

  it('does not add what is the meeting of another appointment, and says where to decide', async () => {
    const { addZoomMeeting, lastShown } = await onCopy();
    await addZoomMeeting();
    expect(lastShown()).toEqual({ kind: 'error', text: new ProductError('shared-meeting').message });
  });
});

it('removes it and says so', async () => {
  const { item, deps, addZoomMeeting, removeZoomMeeting, lastShown } = newRibbon();
  await addZoomMeeting();
  await removeZoomMeeting();
  expect(await readState(item, deps)).toEqual({ kind: 'empty' });
  expect(lastShown()).toEqual({ kind: 'info', text: 'The Zoom meeting was removed.' });
});

it('joins a second press while the first runs', async () => {
  const { item, backend, addZoomMeeting } = newRibbon();
  await Promise.all([addZoomMeeting(), addZoomMeeting()]);
  expect(backend.kept.size).toBe(1);
  expect(item.shown.filter(({ kind }) => kind === 'info')).toHaveLength(1);
});

it('says that there is a meeting already at a later press', async () => {
  const { addZoomMeeting, lastShown } = newRibbon();
  await addZoomMeeting();
  await addZoomMeeting();
  expect(lastShown()).toEqual({ kind: 'info', text: 'This appointment already has a Zoom meeting.' });
});

it('tells what the person should know beside', async () => {
  const { form, addZoomMeeting, lastShown } = newRibbon();
  form.timeZone = 'Moon Standard Time';
  form.location = 'R'.repeat(250);
  await addZoomMeeting();
  expect(lastShown()?.text).toBe(
    'A Zoom meeting was added. Zoom does not know your time zone and shows the time in UTC. The location had no room for the join link.',
  );
});

it('has a signed-out person sign in, and then finishes what was asked', async () => {
  const { item, deps, addZoomMeeting, lastShown } = newRibbon(false);
  await addZoomMeeting();
  expect(item.shown[0]).toEqual({
    kind: 'progress',
    text: 'Sign in to Zoom in the window that opens; then this goes on by itself.',
  });
  expect(lastShown()?.kind).toBe('info');
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
});

it('shows on the item that signing in was not finished', async () => {
  const { backend, addZoomMeeting, lastShown, signInBy } = newRibbon(false);
  signInBy(() => Promise.reject(new ProductError('sign-in-cancelled')));
  await addZoomMeeting();
  expect(lastShown()).toEqual({
    kind: 'error',
    text: 'Sign-in was not finished. Try again when you are ready.',
  });
  expect(backend.kept.size).toBe(0);
});

it('shows errors on the item, with what to do next', async () => {
  const { backend, removeZoomMeeting, addZoomMeeting, lastShown } = newRibbon();
  await removeZoomMeeting();
  expect(lastShown()).toEqual({ kind: 'error', text: 'There is no Zoom meeting on this appointment.' });
  backend.trouble.fail('create');
  await addZoomMeeting();
  expect(lastShown()).toEqual({
    kind: 'error',
    text: 'The Zoom service for Outlook does not answer at the moment. Try again.',
  });
});

it('names a button of the ribbon when an add stopped half-way, and that button finishes it', async () => {
  const { item, deps, addZoomMeeting, lastShown } = newRibbon();
  item.trouble.fail('write location');
  item.trouble.fail('write body', 'before', 2);
  await addZoomMeeting();
  expect(lastShown()?.kind).toBe('error');
  expect(lastShown()?.text).toContain('Press Add Zoom Meeting again to finish.');
  await addZoomMeeting();
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
});

it('does its work although the bar cannot be shown', async () => {
  const { item, deps, addZoomMeeting } = newRibbon();
  item.trouble.fail('show', 'before', 0);
  await addZoomMeeting();
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
});

it('shares its rules with the pane: what the pane added, the ribbon finds', async () => {
  const { item, deps, backend, addZoomMeeting } = newRibbon();
  await Promise.all([addMeeting(item, { options: {} }, deps), addZoomMeeting()]);
  expect(backend.kept.size).toBe(1);
});

it('does nothing on an item that is not being written', async () => {
  const { addZoomMeeting } = ribbon(async () => ({
    appointment: () => undefined,
    dependencies: newWorld().deps,
    words: async () => englishWords(),
    sessions: { current: () => undefined, withSession: (work) => work() },
  }));
  await expect(addZoomMeeting()).resolves.toBeUndefined();
});
