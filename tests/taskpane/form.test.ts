/** What is chosen in the form while Outlook and Zoom are busy with an earlier press: nothing of it is lost. */
import { chosenSince, emptyForm, isTouched } from '../../src/taskpane/state';
import { doNothing, linked, opened } from './support/world';

/** A pane whose next press waits until the test lets it go on. */
async function waiting(change?: Parameters<typeof opened>[0]) {
  const { world, controller } = await opened(change);
  let letGo = doNothing;
  world.gate = new Promise((resolve) => (letGo = resolve));
  return { world, controller, letGo: () => letGo() };
}

test('what is chosen while a meeting is made stays in the form, and goes with the next update', async () => {
  const { world, controller, letGo } = await waiting();
  controller.setOptions({ waitingRoom: true });
  const adding = controller.add();
  controller.setOptions({ muteOnEntry: true });
  controller.setTopic('Weekly');
  letGo();
  await adding;
  expect(controller.snapshot().form).toEqual({
    topic: 'Weekly',
    options: { muteOnEntry: true },
    language: undefined,
  });
  await controller.update();
  expect(world.updated).toEqual([{ topic: 'Weekly', options: { muteOnEntry: true } }]);
  expect(controller.snapshot().form).toEqual(emptyForm);
});

test('what is chosen while a meeting is updated stays in the form', async () => {
  const { controller, letGo } = await waiting((world) => (world.state = linked));
  controller.setOptions({ waitingRoom: true, passcode: 'first' });
  const updating = controller.update();
  controller.setOptions({ waitingRoom: false });
  controller.setLanguage('de');
  letGo();
  await updating;
  expect(controller.snapshot().form).toEqual({
    topic: undefined,
    options: { waitingRoom: false },
    language: 'de',
  });
});

test('taking over what was changed in Zoom decides the topic and leaves the other choices', async () => {
  const { controller } = await opened((world) => (world.state = linked));
  controller.setTopic('Mine');
  controller.setOptions({ hostVideo: false });
  await controller.follow();
  expect(controller.snapshot().form).toEqual({
    topic: undefined,
    options: { hostVideo: false },
    language: undefined,
  });
});

describe('of a form that was sent', () => {
  const sent = { topic: 'Sent', options: { waitingRoom: true }, language: 'de' };

  test('nothing is left when nothing was chosen since', () => {
    expect(chosenSince(sent, sent)).toEqual(emptyForm);
    expect(isTouched(chosenSince(sent, sent))).toBe(false);
  });

  test('what only a new meeting takes is not left', () => {
    const options = { ...sent.options, scheduleFor: 'manager@example.test', template: 'one' };
    expect(chosenSince(sent, { ...sent, options })).toEqual(emptyForm);
  });
});
