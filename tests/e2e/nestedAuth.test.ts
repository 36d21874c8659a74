/**
 * Signing in with Microsoft where Outlook fetches the tokens: real MSAL and a real issuer, and between them a bridge that
 * answers as documented, since the package of Office.js has none.
 */
import { chooseAccount, endSession, EntraControl, type EntraTokens } from './support/microsoft';
import { NestedBridge } from './support/nestedBridge';
import { outlook, product, withProduct, zoom } from './support/suite';

withProduct();

let bridge: NestedBridge;
let tokens: EntraTokens;
let windows: number;

beforeEach(async () => {
  const context = outlook.page.context();
  bridge = new NestedBridge();
  await bridge.install(context);
  tokens = await new EntraControl(product).tokensFor('organizer@example.test', context.request);
  await outlook.settings({ nestedAuth: 'claimed' });
  windows = 0;
  outlook.page.on('popup', () => (windows += 1));
});

const SIGN_IN = 'Sign in with Microsoft';
const press = () => outlook.button(SIGN_IN).click();
const isSignedIn = () => outlook.button('Add Zoom meeting').waitFor();

/** Tied, signed in with Microsoft, by Outlook alone. */
async function signedInByOutlook(): Promise<void> {
  bridge.silent = tokens;
  await outlook.ready();
  await outlook.button('Settings').click();
  const use = outlook.button('Use my Microsoft account to sign in');
  const stop = outlook.button('Stop using it');
  await use.or(stop).waitFor();
  if (await use.isVisible()) await use.click();
  await stop.waitFor();
  await endSession(outlook, 'forgotten');
  windows = 0;
  await press();
  await isSignedIn();
}

describe('nested app authentication', () => {
  test('signs in without any window', async () => {
    await signedInByOutlook();
    expect(windows).toBe(0);
    expect(bridge.asked).not.toContain('GetTokenPopup');
    await outlook.add();
    expect((await zoom.living()).length).toBeGreaterThan(0);
  });

  test('opens an ended session again unseen; not after the person signed out', async () => {
    await signedInByOutlook();
    await endSession(outlook, 'remembered');
    await isSignedIn();
    expect(windows).toBe(0);
    await outlook.button('Sign out').click();
    await endSession(outlook, 'remembered');
    await outlook.button(SIGN_IN).waitFor();
  });

  test('asks for a sign-in where Outlook does not give a token unseen', async () => {
    await signedInByOutlook();
    bridge.silent = 'USER_INTERACTION_REQUIRED';
    await endSession(outlook, 'remembered');
    await outlook.button('Sign in to Zoom').waitFor();
    bridge.withPerson = tokens;
    await press();
    await isSignedIn();
    expect(bridge.asked.at(-1)).toBe('GetTokenPopup');
  });

  test('does not keep anybody waiting for an Outlook that does not answer', async () => {
    await signedInByOutlook();
    bridge.silent = 'silence';
    await endSession(outlook, 'remembered');
    await outlook.button('Sign in to Zoom').waitFor();
  });

  test('says so when the person cancels; where Outlook may not, the window is there', async () => {
    await signedInByOutlook();
    await endSession(outlook, 'forgotten');
    bridge.silent = 'USER_INTERACTION_REQUIRED';
    bridge.withPerson = 'USER_CANCEL';
    await press();
    await outlook.pane.getByText(/Signing in with Microsoft was not finished/).waitFor();
    expect(windows).toBe(0);
    bridge.silent = 'PERSISTENT_ERROR';
    const opened = outlook.page.waitForEvent('popup');
    await press();
    await chooseAccount(await opened, 'Sandbox Organizer');
    await isSignedIn();
  });
});
