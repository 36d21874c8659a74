/** The account settings page in a browser, with the real backend: the seed's path, two administrators, groups, history. */
import { complaints } from './support/inspect';
import { AdminPage } from './support/admin';
import { browser, product, withProduct } from './support/suite';

const INTEGRATE = 'Integrate your calendar and contacts';
const MAPI = 'To integrate with the Zoom desktop client, use MAPI (for Windows only)';

withProduct();

// One account for the file: each test begins with what the product has by itself.
beforeEach(async () => {
  const admin = await AdminPage.signedIn(browser, product);
  for (const name of [MAPI, INTEGRATE]) {
    if ((await admin.lock(name).getAttribute('aria-pressed')) === 'true') await admin.lock(name).click();
    if (await admin.switch(name).isChecked()) await admin.switch(name).click();
  }
  if (await admin.button('Save').isVisible()) await admin.save();
  await admin.close();
});

const undone = async (admin: AdminPage) => {
  await admin.goTo('History');
  await admin.page.getByRole('listitem', { name: 'Saved settings' }).first().waitFor();
};

it('follows the seed: integrate, use MAPI, save, lock; and says who locked it', async () => {
  const admin = await AdminPage.signedIn(browser, product);
  await admin.page
    .getByRole('navigation', { name: 'Where you are' })
    .getByText('Account Management')
    .waitFor();
  await admin.switch(INTEGRATE).click();
  await admin.switch(MAPI).click();
  await admin.lock(MAPI).click();
  await admin.page.getByText('2 changes are not saved').waitFor();
  await admin.page
    .getByText(/was never seen in Outlook|will be configured|integration changes/)
    .first()
    .waitFor();
  await admin.save();
  await admin.page.getByText(/^Locked by Sandbox Manager, /).waitFor();
  expect(await admin.lock(MAPI).getAttribute('aria-pressed')).toBe('true');
  await admin.page.reload();
  await admin.page.getByText(/^Locked by Sandbox Manager, /).waitFor();

  await admin.goTo('See as a member');
  await admin.page.getByRole('button', { name: /^See as.*Sandbox Manager/ }).click();
  await admin.page.getByLabel('Where they are').selectOption('Mac');
  await admin.page.getByText('MAPI is on and locked, and MAPI is for Windows only.').waitFor();
  await admin.page.getByLabel('Where they are').selectOption('Classic Outlook for Windows');
  await admin.page
    .getByText('The calendar is automatically integrated for the Zoom Windows application.')
    .waitFor();

  await undone(admin);
  await admin.page
    .getByRole('button', { name: /^Undo: Saved settings/ })
    .first()
    .click();
  await admin.page.getByRole('heading', { name: 'Took a change back' }).first().waitFor();
  await admin.goTo('Account Settings');
  await expect(admin.switch(MAPI).isChecked()).resolves.toBe(false);
  await admin.close();
});

it('shows another administrator’s save by itself, and asks where both changed the same', async () => {
  const [one, other] = await Promise.all([
    AdminPage.signedIn(browser, product),
    AdminPage.signedIn(browser, product),
  ]);
  await one.switch(MAPI).click();
  await one.lock(MAPI).click();
  await other.switch(INTEGRATE).click();
  await other.switch(MAPI).click();
  await other.save();
  await one.page.getByRole('heading', { name: 'Somebody else changed the same' }).waitFor();
  expect(await one.switch(INTEGRATE).isChecked()).toBe(true);
  await one.button('Save').click();
  await one.page.getByText('Decide first which changes hold').first().waitFor();
  await one.button(`Keep mine: ${MAPI}`).click();
  await one.save();
  await other.page.getByText(/^Locked by Sandbox Manager, /).waitFor();
  await Promise.all([one.close(), other.close()]);
});

it('is not for those who are no administrators', async () => {
  const organizer = await AdminPage.signedIn(browser, product, 'Sandbox Organizer');
  await organizer.page.getByRole('heading', { name: 'Only for administrators' }).waitFor();
  await organizer.close();
});

it('brings back what was not saved when the session ended', async () => {
  const admin = await AdminPage.signedIn(browser, product);
  await admin.switch(INTEGRATE).click();
  // Another window of the same person signs out: the token is worth nothing any longer.
  await admin.endSession();
  await admin.button('Save').click();
  await admin.page.getByText('Your session has ended.').waitFor();
  await admin.signIn();
  await admin.page.getByText('1 change is not saved').waitFor();
  expect(await admin.switch(INTEGRATE).isChecked()).toBe(true);
  await admin.save();
  await admin.close();
});

it('makes groups, orders them by keyboard, and keeps the focus with the one that moved', async () => {
  const admin = await AdminPage.signedIn(browser, product);
  await admin.goTo('Groups');
  for (const name of ['Sales', 'Engineers']) {
    await admin.page.getByLabel('New group').fill(name);
    await admin.page.keyboard.press('Enter');
    await admin.page.getByRole('link', { name }).waitFor();
  }
  await admin.button('Move Engineers up').focus();
  await admin.page.keyboard.press('Enter');
  await admin.page.getByText('Engineers is now at place 1.').waitFor({ state: 'attached' });
  const links = admin.page.getByRole('list', { name: 'Groups in the order that decides' }).getByRole('link');
  await expect(links.allTextContents()).resolves.toEqual(['Engineers', 'Sales']);
  await admin.page.waitForFunction(
    () => document.activeElement?.getAttribute('aria-label') === 'Move Engineers down',
  );
  await admin.close();
});

it('lists everything that is wrong with a file, and applies nothing of it', async () => {
  const admin = await AdminPage.signedIn(browser, product);
  await admin.goTo('Import and export');
  await admin.chooseFile('Choose a file', '{"format":', 'bad.json');
  await admin.page.getByText('This is no JSON.').waitFor();
  const wrong = { format: 'other', version: 2, account: { mapi: 'yes', __proto: 1 }, groups: [] };
  await admin.chooseFile('Choose a file', JSON.stringify(wrong), 'bad.json');
  await admin.page
    .getByText(/things are wrong with bad\.json\. Nothing was applied\./)
    .first()
    .waitFor();
  expect(await admin.button('Apply the file').count()).toBe(0);
  await admin.close();
});

it.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' as const }],
  // Chromium keeps the system's colours from the test before: the same ones throughout.
  ['forced colours', { forcedColors: 'active' as const, colorScheme: 'dark' as const }],
  ['320 pixels', { viewport: { width: 320, height: 700 } }],
  ['right to left', { locale: 'ar-EG' }],
])('has nothing that axe finds, and nothing over an edge: %s', async (_look, options) => {
  const admin = await AdminPage.signedIn(browser, product, 'Sandbox Manager', options);
  await admin.page.locator('.setting').first().waitFor();
  for (const place of ['settings', 'groups', 'see-as', 'people', 'history', 'files']) {
    await admin.page.evaluate((name) => window.location.assign(`#/${name}`), place);
    await admin.page.locator(`nav a[href="#/${place}"][aria-current=page]`).waitFor();
    expect(await complaints(admin.page.mainFrame())).toEqual([]);
    const [wide, room] = await admin.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(wide).toBe(room);
  }
  await admin.close();
});
