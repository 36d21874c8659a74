/** Signing in with Microsoft in the window: real MSAL, a real issuer; first together with Zoom, then alone. */
import type { Page } from 'playwright-core';
import { chooseAccount, endSession, EntraControl } from './support/microsoft';
import { outlook, product, withProduct, zoom } from './support/suite';

withProduct();

const SIGN_IN = 'Sign in with Microsoft';

async function press(button = SIGN_IN): Promise<Page> {
  const opened = outlook.page.waitForEvent('popup');
  await outlook.button(button).click();
  return opened;
}

/** A new appointment with the pane open and nobody signed in. */
async function signedOut(): Promise<void> {
  await outlook.newAppointment();
  await outlook.openPane();
  await outlook.button(SIGN_IN).waitFor();
}

/** Signed in to Zoom as somebody whose Microsoft account is not tied. */
async function untied(): Promise<void> {
  await outlook.ready();
  await outlook.button('Settings').click();
  const stop = outlook.button('Stop using it');
  await stop.or(outlook.button('Use my Microsoft account to sign in')).waitFor();
  if (await stop.isVisible()) await stop.click();
  await outlook.button('Use my Microsoft account to sign in').waitFor();
}

const tiedBar = () =>
  outlook.pane.getByText(/^Your Microsoft account Sandbox Organizer is connected\. From now on/);

describe('signing in with Microsoft', () => {
  test('asks for Zoom once; from then on Microsoft alone is enough', async () => {
    await untied();
    await outlook.button('Sign out').click();
    await chooseAccount(await press(), 'Sandbox Organizer');
    await outlook.pane.getByText(/is not connected to a Zoom account yet/).waitFor();
    await outlook.signIn();
    await tiedBar().waitFor();
    await outlook.button('Add Zoom meeting').waitFor();

    await endSession(outlook, 'forgotten');
    await chooseAccount(await press(), 'Sandbox Organizer');
    await outlook.button('Add Zoom meeting').waitFor();
    await outlook.add();
  });

  test('asks for Zoom once more after Zoom took its consent back', async () => {
    await untied();
    await chooseAccount(await press('Use my Microsoft account to sign in'), 'Sandbox Organizer');
    await outlook.button('Stop using it').waitFor();
    await zoom.revokeGrants();
    await outlook.button('Back').click();
    await outlook.button('Add Zoom meeting').click();
    await outlook.pane.getByText('Sign in again').waitFor();
    await chooseAccount(await press(), 'Sandbox Organizer');
    await outlook.pane.getByText(/Zoom needs your consent again/).waitFor();
    await outlook.signIn();
    // What was pressed goes on by itself.
    await outlook.updateButton.waitFor();
  });

  test('says so when the person cancels at Microsoft or closes the window, and works afterwards', async () => {
    await signedOut();
    await chooseAccount(await press(), 'Cancel');
    const cancelled = outlook.pane.getByText(/Signing in with Microsoft was not finished/);
    await cancelled.waitFor();
    const window = await press();
    await window.getByRole('button', { name: 'Sandbox Organizer' }).first().waitFor();
    expect(await cancelled.isVisible()).toBe(false);
    await window.close();
    await cancelled.waitFor();
    await (await press()).getByRole('button', { name: 'Cancel' }).waitFor();
  });

  test('gives way to the sign-in to Zoom without a word', async () => {
    await signedOut();
    await (await press()).getByRole('button', { name: 'Cancel' }).waitFor();
    await outlook.signIn();
    await outlook.button('Add Zoom meeting').waitFor();
    expect(await outlook.pane.getByText(/was not finished/).count()).toBe(0);
  });

  test('is set up and given up in the settings', async () => {
    await untied();
    await chooseAccount(await press('Use my Microsoft account to sign in'), 'Sandbox Organizer');
    await outlook.pane.getByText(/You can sign in here as Sandbox Organizer/).waitFor();
    await outlook.button('Stop using it').click();
    await outlook.button('Use my Microsoft account to sign in').waitFor();
  });

  // The last one: for a minute after its last look the backend does not look for keys again, whoever names a new one.
  test('that the backend does not accept says so, and leaves the way by Zoom', async () => {
    await untied();
    await chooseAccount(await press('Use my Microsoft account to sign in'), 'Sandbox Organizer');
    await outlook.button('Stop using it').waitFor();
    await endSession(outlook, 'forgotten');
    await new EntraControl(product).rotateKeys(false);
    await chooseAccount(await press(), 'Sandbox Organizer');
    await outlook.pane.getByText(/Your Microsoft sign-in was not accepted/).waitFor();
    await outlook.signIn();
    await outlook.button('Add Zoom meeting').waitFor();
  });
});
