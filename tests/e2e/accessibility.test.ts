/**
 * The pane by keyboard, from one action to the next, and with long words. How each state looks, what axe says of it and
 * whether all of it is reached is in `gallery.test.ts`.
 */
import type { Frame } from 'playwright-core';
import { hostCall, OutlookPage } from './support/outlook';
import { freshContext } from './support/product';
import { complaints, cutOff } from './support/inspect';
import { browser, product, outlook, withProduct } from './support/suite';

withProduct();

const paneFrame = (from: OutlookPage = outlook): Frame => {
  const frame = from.page.frames().find((one) => one.url().includes('taskpane'));
  if (!frame) throw new Error('The pane is not open.');
  return frame;
};

/** Goes to the button as the Tab key would and presses it. */
async function press(name: string): Promise<void> {
  await outlook.button(name).focus();
  await outlook.page.keyboard.press('Enter');
}

/** Waits until this has the focus. */
async function focusOn(role: 'button' | 'heading', name: string): Promise<void> {
  const wanted = outlook.pane.getByRole(role, { name, exact: true });
  await wanted.waitFor();
  await paneFrame().waitForFunction(
    (element) => element !== null && document.activeElement === element,
    await wanted.elementHandle(),
  );
}

test('the focus goes on to where one goes on: adding, copying, removing, bringing back', async () => {
  await outlook.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await outlook.ready({ subject: 'By keyboard' });
  await press('Add Zoom meeting');
  await focusOn('heading', 'By keyboard');
  await press('Copy link');
  await outlook.pane.getByText('Link copied').waitFor({ state: 'attached' });
  await focusOn('button', 'Copy link');
  await press('Remove');
  await outlook.button('Undo').waitFor();
  await focusOn('button', 'Add Zoom meeting');
  await press('Undo');
  await focusOn('heading', 'By keyboard');
});

test('after what was pressed is gone with its bar, the focus is at the top of the screen', async () => {
  await outlook.ready({ subject: 'Bars' });
  await outlook.failNext(hostCall.bodySet);
  await press('Add Zoom meeting');
  await outlook.button('Try again').waitFor();
  // Below it there may be a bar about meetings of other tests, which has a Close of its own.
  const bar = outlook.pane.getByRole('group').filter({ has: outlook.button('Try again') });
  await bar.getByRole('button', { name: 'Close', exact: true }).focus();
  await outlook.page.keyboard.press('Enter');
  await outlook.button('Try again').waitFor({ state: 'detached' });
  await focusOn('button', 'Add Zoom meeting');
  await press('Add Zoom meeting');
  await focusOn('heading', 'Bars');
  await outlook.fill({ start: '11:00', end: '11:45' });
  await outlook.pane.getByText('In Zoom', { exact: true }).waitFor();
  await press('Take over from Zoom');
  await outlook.pane.getByText('In Zoom', { exact: true }).waitFor({ state: 'detached' });
  await focusOn('heading', 'Bars');
});

test('settings and unused meetings are opened, used and left', async () => {
  await outlook.ready({ subject: 'Left behind' });
  await outlook.add();
  await outlook.page.goto(`${product.outlook}/?theme=light`);
  await outlook.ready({ subject: 'After it' });
  await press('Settings');
  await outlook.pane.getByRole('heading', { name: 'Settings' }).waitFor();
  await focusOn('button', 'Settings');
  await press('Back');
  await focusOn('button', 'Add Zoom meeting');
  await press('Take a look');
  await focusOn('heading', 'Unused meetings');
  await press('Keep: Left behind');
  await outlook.button('Keep: Left behind').waitFor({ state: 'detached' });
  await focusOn('heading', 'Unused meetings');
  await press('Unused meetings');
  await focusOn('button', 'Unused meetings');
});

test('usual choices are kept and forgotten', async () => {
  await outlook.ready();
  await outlook.pane.getByLabel('Mute people when they join').focus();
  await outlook.page.keyboard.press('Space');
  await press('Keep these as my usual choices');
  await outlook.pane.getByText('Your usual choices are kept').waitFor({ state: 'attached' });
  await focusOn('button', 'Keep these as my usual choices');
  await press('Back to my usual choices');
  await focusOn('button', 'Add Zoom meeting');
  await press('Settings');
  await press('Forget my usual choices');
  await focusOn('heading', 'Settings');
});

test('after the sign-in the focus is on what comes next', async () => {
  await outlook.newAppointment();
  await outlook.openPane();
  await outlook.button('Sign in to Zoom').focus();
  await outlook.signIn();
  await focusOn('button', 'Add Zoom meeting');
  await press('Sign out');
  await focusOn('heading', 'Zoom meetings in Outlook');
});

test('words without an end break', async () => {
  await outlook.ready({ subject: 'W'.repeat(120) });
  await outlook.add();
  await outlook.fill({ subject: 'M'.repeat(120) });
  await outlook.pane.getByText('In Zoom', { exact: true }).waitFor();
  expect(await cutOff(paneFrame())).toEqual([]);
});

test.each(['light', 'dark'] as const)(
  'the form around the pane is free of complaints in %s',
  async (colorScheme) => {
    const context = await freshContext(browser, { colorScheme });
    const page = await OutlookPage.open(context, product);
    await page.newAppointment({ subject: 'Around' });
    await page.openPane();
    await page.button('Sign in to Zoom').waitFor();
    expect(await complaints(page.page.mainFrame())).toEqual([]);
    await context.close();
  },
);
