/**
 * The calendar and contact integration in the pane: what each client is told, connecting and disconnecting, and that it
 * follows the account's settings while it is open.
 */
import type { Client } from '../../src/sandbox/outlook/host/client/settings';
import { presets } from '../../src/sandbox/outlook/host/client/settings';
import { AdminPage } from './support/admin';
import { complaints, cutOff } from './support/inspect';
import { browser, outlook, product, withProduct } from './support/suite';

withProduct();

const INTEGRATE = 'Integrate your calendar and contacts';
const MAPI = 'To integrate with the Zoom desktop client, use MAPI (for Windows only)';
const CONNECT = 'Connect to Calendar and Contact Service';
const AUTOMATIC = 'The calendar is automatically integrated for your Zoom Windows application.';

const on = { integration: { value: true, locked: false } };
const mapi = { ...on, mapi: { value: true, locked: false } };
const mapiLocked = { ...on, mapi: { value: true, locked: true } };

let admin: AdminPage;
beforeAll(async () => {
  admin = await AdminPage.signedIn(browser, product);
});
afterAll(() => admin.close());

const section = () => outlook.pane.getByRole('region', { name: 'Calendar and Contact Integration' });
const sees = (text: string | RegExp) => section().getByText(text).first().waitFor();

const frame = () => {
  const found = outlook.page.frames().find((one) => one.url().includes('taskpane'));
  if (!found) throw new Error('The pane is not open.');
  return found;
};

const focusOn = (text: string) =>
  frame().waitForFunction((wanted) => document.activeElement?.textContent === wanted, text);

/** The profile of a member who uses this client, under these settings of the account. */
async function profile(client: Client, settings: object): Promise<void> {
  await admin.saveSettings(settings);
  if (client !== 'web') await outlook.settings(presets[client]);
  await outlook.ready();
  await outlook.button('Profile').click();
  await section().waitFor();
}

describe('what a member is told', () => {
  test('in classic Outlook with MAPI on and locked: the calendar is integrated automatically, and there is no button', async () => {
    await profile('windows-classic', mapiLocked);
    await sees(AUTOMATIC);
    await sees(/Set and locked by your account\. Only your Zoom administrator can change it\./);
    expect(await outlook.button(CONNECT).count()).toBe(0);
    expect(await outlook.button('Disconnect').count()).toBe(0);

    await admin.page.reload();
    await admin.goTo('See as a member');
    await admin.page.getByRole('button', { name: /^See as.*Sandbox Organizer/ }).click();
    await admin.page.getByLabel('Where they are').selectOption('Classic Outlook for Windows');
    await admin.page
      .getByText('The calendar is automatically integrated for the Zoom Windows application.')
      .waitFor();
    await admin.goTo('Account Settings');
  });

  test('on a Mac with MAPI on and locked: integration is for Windows only', async () => {
    await profile('mac', mapiLocked);
    await sees('Calendar integration is for Windows only.');
    await sees(/A Mac has no MAPI\. Use classic Outlook on a Windows computer/);
    expect(await outlook.button(CONNECT).count()).toBe(0);
  });

  test('in new Outlook with MAPI on and locked: it has no MAPI, and what to use instead', async () => {
    await profile('windows-new', mapiLocked);
    await sees(/New Outlook for Windows has no MAPI\. Use classic Outlook on this computer/);
    expect(await outlook.button(CONNECT).count()).toBe(0);
  });

  test('on a Mac with MAPI on and unlocked: Office 365 or Google can be chosen, and what this version lacks is said', async () => {
    await profile('mac', mapi);
    await section().getByText('Office 365 or Google', { exact: true }).waitFor();
    await outlook.button(CONNECT).click();
    await focusOn('Choose a service');
    await outlook.pane.getByText(/Exchange works in classic Outlook for Windows only/).waitFor();
    expect(await outlook.button('Exchange').count()).toBe(0);
    await outlook.button('Google').waitFor();
    await outlook.button('Office 365').click();
    await focusOn('Office 365 comes later');
    await outlook.pane.getByText(/this version cannot connect to it yet\. Nothing was changed/).waitFor();
    await outlook.page.keyboard.press('Escape');
    await focusOn('Choose a service');
    await outlook.page.keyboard.press('Escape');
    await focusOn('Calendar and Contact Integration');
  });

  test('a service and permissions are forced: who prevents what, and whom to ask', async () => {
    await profile('web', {
      ...on,
      forcedProvider: { value: 'google', locked: true },
      permissions: { value: { calendar: 'read', contacts: 'none' }, locked: true },
    });
    await sees('Google is not connected yet.');
    await sees(
      /Your administrator makes you use a specific service and prevents you from choosing calendar\/contact permissions\. For more details, contact your Zoom administrator\./,
    );
    await outlook.button(CONNECT).click();
    const refused = outlook.pane.getByText('Your administrator makes you use another service.');
    await refused.nth(1).waitFor();
    expect(await refused.count()).toBe(2);
    await outlook.button('Google').waitFor();
  });

  test('the server of Exchange that the administrator entered is there, and that it cannot be connected yet', async () => {
    const exchange = {
      value: { version: '2019', ewsUrl: 'https://mail.example.test/EWS/Exchange.asmx' },
      locked: false,
    };
    await profile('web', { ...on, exchange });
    await outlook.button(CONNECT).click();
    await outlook.button('Exchange').click();
    await outlook.pane.getByText('https://mail.example.test/EWS/Exchange.asmx').waitFor();
    await outlook.button('Back').click();
    await focusOn('Choose a service');
  });
});

test('in classic Outlook Exchange is connected, stays so after a reload, and is disconnected', async () => {
  await profile('windows-classic', mapi);
  await sees('No calendar and contact service is connected.');
  await outlook.button(CONNECT).focus();
  await outlook.page.keyboard.press('Enter');
  await focusOn('Choose a service');
  await outlook.pane.getByText('Uses the Outlook on this computer (MAPI).').waitFor();
  await outlook.button('Exchange').click();
  await focusOn('Permissions for Exchange');
  await outlook.pane.getByLabel('Contacts').selectOption('None');
  await outlook.pane.getByText(/As long as the bridge does not run, nothing is synced/).waitFor();
  await outlook.button('Done').click();
  await focusOn('Calendar and Contact Integration');
  await sees('Exchange is connected.');
  expect(await section().getByRole('definition').allInnerTexts()).toEqual([
    'You. You can change it at any time.',
    'Exchange, Office 365, or Google',
    'Read and write',
    'None',
  ]);

  await outlook.discard();
  await outlook.ready();
  await outlook.button('Profile').click();
  await sees('Exchange is connected.');
  await outlook.button('Change permissions').click();
  await outlook.pane.getByLabel('Contacts').selectOption('Read');
  await outlook.button('Done').click();
  await sees('The permissions were changed.');

  await outlook.button('Disconnect').click();
  await outlook.pane.getByRole('group', { name: 'Disconnect Exchange?' }).waitFor();
  await outlook.page.keyboard.press('Escape');
  await outlook.button('Change permissions').waitFor();
  await outlook.button('Disconnect').click();
  await outlook.pane
    .getByRole('group', { name: 'Disconnect Exchange?' })
    .getByRole('button', { name: 'Disconnect' })
    .click();
  await sees('The service was disconnected.');
  await outlook.button(CONNECT).waitFor();
});

describe('an administrator changes the settings while the pane is open', () => {
  test('MAPI is turned on and locked, and unlocked again: the pane follows by itself', async () => {
    await profile('windows-classic', {});
    await sees('Calendar and contact integration is off.');
    await admin.page.reload();
    await admin.switch(INTEGRATE).click();
    await admin.switch(MAPI).click();
    await admin.lock(MAPI).click();
    await admin.save();
    await sees(AUTOMATIC);
    await sees('Your administrator changed this just now.');
    expect(await outlook.button(CONNECT).count()).toBe(0);
    await admin.lock(MAPI).click();
    await admin.save();
    await outlook.button(CONNECT).waitFor();
  });

  test('within two seconds', async () => {
    await profile('mac', mapi);
    await outlook.button(CONNECT).waitFor();
    const started = Date.now();
    await admin.saveSettings(mapiLocked);
    await sees('Calendar integration is for Windows only.');
    expect(Date.now() - started).toBeLessThan(2000);
  });

  test('the wizard ends where what was begun is no longer allowed, and says so', async () => {
    await profile('windows-classic', mapi);
    await outlook.button(CONNECT).click();
    await outlook.button('Exchange').click();
    await focusOn('Permissions for Exchange');
    await admin.saveSettings(mapiLocked);
    await focusOn('Calendar and Contact Integration');
    await sees('Your administrator changed this just now.');
    await sees(AUTOMATIC);
  });

  test('a choice that is refused meanwhile says why, and what holds is there', async () => {
    await profile('windows-classic', mapi);
    await outlook.button(CONNECT).click();
    await outlook.button('Exchange').click();
    // The news of it does not come through.
    await outlook.page.route('**/api/me/policy*', async (route) => {
      await refused;
      await route.continue();
    });
    const refused = outlook.page.waitForResponse((answer) => answer.url().includes('/api/me/calendar'));
    await admin.saveSettings({ ...on, providers: { value: ['google'], locked: false } });
    await outlook.button('Done').click();
    expect((await refused).status()).toBe(403);
    await sees('It was not connected, because your administrator changed the settings meanwhile.');
    await section().getByText('Google', { exact: true }).waitFor();
  });

  test('an option of new meetings is locked: the form follows', async () => {
    await admin.saveSettings({});
    await outlook.ready();
    const waitingRoom = outlook.pane.getByLabel('Waiting room');
    await waitingRoom.waitFor();
    await admin.saveSettings({ meeting: { defaults: { waitingRoom: true }, locked: ['waitingRoom'] } });
    await waitingRoom.waitFor({ state: 'detached' });
    await outlook.pane.getByText('Waiting room', { exact: true }).waitFor();
    await admin.saveSettings({});
    await waitingRoom.waitFor();
  });

  test('a withdrawn session asks for the sign-in', async () => {
    await profile('web', on);
    await frame().evaluate(async () => {
      const key = Object.keys(localStorage).find((name) => name.endsWith('zoom-calendar.session')) ?? '';
      const { token }: { token: string } = JSON.parse(localStorage.getItem(key) ?? '{}');
      await fetch('/api/session', { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
    });
    // The next news ends the stream.
    await admin.saveSettings(mapi);
    await outlook.pane.getByText('Sign in again').waitFor();
  });
});

test('offline, connecting says so, and goes on by the next press', async () => {
  await profile('windows-classic', mapi);
  await outlook.button(CONNECT).click();
  await outlook.button('Exchange').click();
  await outlook.page.context().setOffline(true);
  await outlook.button('Done').click();
  await outlook.pane.getByText(/There is no connection to the Zoom service/).waitFor();
  await outlook.page.context().setOffline(false);
  await outlook.button('Done').click();
  await sees('Exchange is connected.');
  await outlook.button('Disconnect').click();
  await outlook.pane
    .getByRole('group', { name: /Disconnect/ })
    .getByRole('button', { name: 'Disconnect' })
    .click();
  await outlook.button(CONNECT).waitFor();
});

test.each([
  ['light', { theme: 'light' as const }],
  ['dark', { theme: 'dark' as const }],
])('has nothing that axe finds, and nothing cut off: %s', async (_look, settings) => {
  await outlook.settings(settings);
  await profile('windows-classic', mapi);
  const isClean = async () => {
    expect(await complaints(frame())).toEqual([]);
    expect(await cutOff(frame())).toEqual([]);
  };
  await sees('No calendar and contact service is connected.');
  await isClean();
  await outlook.button(CONNECT).click();
  await focusOn('Choose a service');
  await isClean();
  await outlook.button('Exchange').click();
  await focusOn('Permissions for Exchange');
  await isClean();
});

test.each([
  ['windows-classic', 'Outlook'],
  ['windows-new', 'newOutlookWindows'],
  ['mac', 'Mac Outlook'],
  ['web', 'OutlookWebApp'],
] as const)('the pane hears that it is in %s', async (client, name) => {
  await outlook.settings({ client });
  await outlook.newAppointment();
  await outlook.openPane();
  await outlook.button('Sign in to Zoom').waitFor();
  expect(await frame().evaluate('Office.context.mailbox.diagnostics.hostName')).toBe(name);
});
