/**
 * The way of the administrator's guide, step by step in a browser, with members on several platforms; the pictures of
 * `docs/admin-guide.md` are made on it (`npm run guide`).
 */
import { AdminPage } from './support/admin';
import { beginGuide, guidePicture, GUIDE_SIZE } from './support/guide';
import { browser, product, withProduct } from './support/suite';

const INTEGRATE = 'Integrate your calendar and contacts';
const MAPI = 'To integrate with the Zoom desktop client, use MAPI (for Windows only)';

withProduct();
beforeAll(beginGuide);

const seen: readonly [string, readonly string[]][] = [
  ['Sandbox Organizer', ['windows-classic']],
  ['Sandbox Attendee', ['mac', 'mobile']],
];

it('leads from nothing to MAPI for everybody, and shows what became of it', async () => {
  for (const [person, platforms] of seen) {
    const member = await AdminPage.signedIn(browser, product, person);
    for (const platform of platforms)
      expect(await member.ask(`/api/me/policy?platform=${platform}`)).toBe(200);
    await member.close();
  }
  const admin = await AdminPage.signedIn(browser, product, 'Sandbox Manager', { viewport: GUIDE_SIZE });
  const { page } = admin;
  expect(await admin.ask('/api/me/policy?platform=windows-classic')).toBe(200);

  await page.getByText('Nothing was saved yet').waitFor();
  await admin.switch(INTEGRATE).click();
  await admin.save();
  await guidePicture(page, 'integrate');

  await admin.switch(MAPI).click();
  await page
    .getByText(/integration changes|members? has to|may integrate/)
    .first()
    .waitFor();
  await admin.lock(MAPI).click();
  await page.getByText(/2 Windows members will be configured automatically/).waitFor();
  await page.getByText(/33% of your members use a Mac/).waitFor();
  await page.locator('[data-part=providers]').evaluate((row) => row.scrollIntoView());
  await guidePicture(page, 'before-saving');
  await admin.save();
  await page.getByText(/^Locked by Sandbox Manager, /).waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await guidePicture(page, 'locked');

  await admin.goTo('See as a member');
  await page.getByRole('button', { name: /^See as.*Sandbox Attendee/ }).click();
  await page.getByLabel('Where they are').selectOption('Mac');
  await page.getByText('MAPI is on and locked, and MAPI is for Windows only.').waitFor();
  await page.getByLabel('Where they are').blur();
  await guidePicture(page, 'see-as', 960);

  await admin.goTo('History');
  await page.getByRole('listitem', { name: 'Saved settings' }).nth(1).waitFor();
  await guidePicture(page, 'history', 540);

  await admin.goTo('Groups');
  for (const name of ['Design', 'Sales']) {
    await page.getByLabel('New group').fill(name);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name }).waitFor();
  }
  await page.getByLabel('New group').blur();
  await guidePicture(page, 'groups', 440);

  await admin.goTo('Import and export');
  const file = {
    format: 'zoom-calendar-settings',
    version: 1,
    account: { integration: { value: true }, mapi: { value: true } },
    groups: [{ name: 'Design', settings: { mapi: { value: false } } }],
  };
  await admin.chooseFile('Choose a file', JSON.stringify(file));
  await admin.button('Apply the file').waitFor();
  await guidePicture(page, 'import', 680);
  await admin.close();
});
