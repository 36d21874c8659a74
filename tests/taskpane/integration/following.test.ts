/** The change stream beside the pane: open while it is of use, closed with the session, and no longer than needed. */
import { ProductError } from '../../../src/domain/errors';
import { HIDDEN_MS, STALE_MS } from '../../../src/taskpane/integration/following';
import { session, settled } from '../support/world';
import { following, mapiLocked, mapiOn, on } from './support/world';

test('is open while somebody is signed in, and ends with the session', async () => {
  const { world } = await following(on);
  expect(world.stream).toBeDefined();
  await world.signsIn(undefined);
  expect(world.stream).toBeUndefined();
  await world.signsIn(session);
  expect(world.stream).toBeDefined();
  expect(world.streams).toBe(2);
});

test('is not opened for nobody, nor for a pane that nobody sees', async () => {
  const nobody = await following(on, { change: (w) => (w.signedIn = undefined) });
  expect(nobody.world.streams).toBe(0);
  const hidden = await following(on, { change: (w) => (w.visible = false) });
  expect(hidden.world.streams).toBe(0);
  await hidden.world.seen(true);
  expect(hidden.world.streams).toBe(1);
});

test('gives its connection back when the pane is hidden for long, not for a moment', async () => {
  const { world } = await following(on);
  await world.seen(false);
  expect(world.stream).toBeDefined();
  await world.seen(true);
  await world.pass(HIDDEN_MS);
  expect(world.stream).toBeDefined();
  await world.seen(false);
  await world.pass(HIDDEN_MS);
  expect(world.stream).toBeUndefined();
  await world.seen(true);
  expect(world.stream).toBeDefined();
});

test('a stream that opens again tells what was missed; what is known is not asked again', async () => {
  const { world, state } = await following(mapiOn);
  world.stream?.onChange(1);
  await settled();
  expect(world.asked).toBe(1);
  await world.seen(false);
  await world.pass(HIDDEN_MS);
  await world.saves(mapiLocked, false);
  await world.seen(true);
  world.stream?.onChange(world.revision);
  await settled();
  expect(state().own?.policy.service.reason).toBe('mapi-locked-elsewhere');
});

test('a pane that is seen again while its stream is broken asks by itself', async () => {
  const { world, state } = await following(mapiOn);
  world.stream?.onLive?.(true);
  await world.seen(false);
  world.stream?.onLive?.(false);
  await world.saves(mapiLocked, false);
  await world.seen(true);
  expect(state().own?.policy.service.reason).toBe('mapi-locked-elsewhere');
});

test('a break is said only where it lasts, and no longer than it does', async () => {
  const { world, state } = await following(on);
  world.stream?.onLive?.(true);
  world.stream?.onLive?.(false);
  expect(state().stale).toBe(false);
  world.stream?.onLive?.(true);
  await world.pass(STALE_MS);
  expect(state().stale).toBe(false);
  world.stream?.onLive?.(false);
  await world.pass(STALE_MS);
  expect(state().stale).toBe(true);
  world.stream?.onLive?.(true);
  expect(state().stale).toBe(false);
});

test('that is refused asks whether the session is still good: where it is, the stream opens again', async () => {
  const { world } = await following(on);
  world.stream?.onEnd?.(new ProductError('session-expired'));
  await settled();
  expect(world.stream).toBeUndefined();
  await world.pass(5000);
  expect(world.stream).toBeDefined();
});

test('that is refused for good stays closed', async () => {
  const { world } = await following(on);
  world.fail = { me: new ProductError('session-expired') };
  world.stream?.onEnd?.(new ProductError('session-expired'));
  await settled();
  await world.pass(5000);
  expect(world.streams).toBe(1);
});

test('is closed with the pane', async () => {
  const { world, integration } = await following(on);
  integration.close();
  expect(world.stream).toBeUndefined();
  expect(world.timers.size).toBe(0);
  await world.signsIn(undefined);
  await world.signsIn(session);
  expect(world.streams).toBe(1);
});
