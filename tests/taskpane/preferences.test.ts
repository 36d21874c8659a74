/** What a person keeps as their own. */
import { opened } from './support/world';

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

test('usual choices can be forgotten', async () => {
  const { world, controller } = await opened(
    (w) => (w.me = { ...w.me, preferences: { ...w.me.preferences, options: { muteOnEntry: true } } }),
  );
  await controller.preferences.forgetChoices();
  expect(world.me.preferences.options).toEqual({});
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
