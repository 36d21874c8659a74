/** What a person keeps as their own. */
import { ProductError } from '../../src/domain/errors';
import { keptChoices } from '../../src/taskpane/preferences';
import { opened, settled } from './support/world';

test('keeping choices keeps what was touched, beside what was kept before', async () => {
  const { world, controller } = await opened(
    (w) => (w.me = { ...w.me, preferences: { ...w.me.preferences, options: { muteOnEntry: true } } }),
  );
  controller.setOptions({ waitingRoom: true });
  controller.setLanguage('de');
  await controller.preferences.keepChoices();
  expect(world.me.preferences).toMatchObject({
    options: { muteOnEntry: true, waitingRoom: true },
    invitationLanguage: 'de',
  });
  expect(controller.snapshot().said).toBe('kept');
});

test('passcode, host and template of one meeting are never usual', async () => {
  const { world, controller } = await opened();
  controller.setOptions({
    passcode: 'abc',
    scheduleFor: 'assistant@example.test',
    template: 't1',
    audio: 'computer',
  });
  await controller.preferences.keepChoices();
  expect(world.me.preferences.options).toEqual({ audio: 'computer' });
});

test('usual choices are counted and forgotten with the language of invitations among them', async () => {
  const { world, controller } = await opened(
    (w) => (w.me = { ...w.me, preferences: { ...w.me.preferences, options: { muteOnEntry: true } } }),
  );
  await controller.preferences.setUpdateByItself(true);
  controller.setOptions({ waitingRoom: true });
  controller.setLanguage('de');
  await controller.preferences.keepChoices();
  expect(keptChoices(world.me.preferences)).toBe(3);
  await controller.preferences.forgetChoices();
  expect(world.me.preferences).toEqual({ options: {}, invitationLanguage: null, updateByItself: true });
  expect(keptChoices(world.me.preferences)).toBe(0);
});

test('updating by itself and the language of invitations are saved at once', async () => {
  const { controller } = await opened();
  await controller.preferences.setUpdateByItself(true);
  await controller.preferences.setInvitationLanguage('fr');
  expect(controller.snapshot().me?.preferences).toMatchObject({
    updateByItself: true,
    invitationLanguage: 'fr',
  });
});

test('resetting the form takes back what was chosen for this meeting', async () => {
  const { world, controller } = await opened();
  controller.setTopic('Mine');
  controller.setOptions({ waitingRoom: true });
  controller.preferences.resetForm();
  await controller.add();
  expect(world.added).toEqual([{ options: {} }]);
});

describe('a switch', () => {
  test('flips at once and stays when it is saved', async () => {
    let answer: () => void = () => undefined;
    const { world, controller } = await opened();
    world.gate = new Promise((resolve) => (answer = resolve));
    const saving = controller.preferences.setUpdateByItself(true);
    expect(controller.snapshot().me?.preferences.updateByItself).toBe(true);
    expect(controller.snapshot().said).toBeUndefined();
    answer();
    await saving;
    expect(controller.snapshot()).toMatchObject({
      said: 'saved',
      me: { preferences: { updateByItself: true } },
    });
  });

  test('goes back with a message when it cannot be saved, and flips again by Retry', async () => {
    const { world, controller } = await opened();
    world.fail = { save: new ProductError('backend-unavailable') };
    await controller.preferences.setUpdateByItself(true);
    expect(controller.snapshot()).toMatchObject({
      error: { code: 'backend-unavailable' },
      me: { preferences: { updateByItself: false } },
    });
    world.fail = {};
    await controller.retry();
    await settled();
    expect(controller.snapshot()).toMatchObject({
      error: undefined,
      me: { preferences: { updateByItself: true } },
    });
  });
});
