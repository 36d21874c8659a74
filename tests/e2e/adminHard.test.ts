/**
 * The account settings page where it is hard: saves that come too late, an administrator of another account, files
 * that mean harm, the keyboard alone; and axe on every screen.
 */
import type { Page } from 'playwright-core';
import { AdminPage } from './support/admin';
import { complaints } from './support/inspect';
import { browser, product, withProduct, zoom } from './support/suite';

const INTEGRATE = 'Integrate your calendar and contacts';
const MAPI = 'To integrate with the Zoom desktop client, use MAPI (for Windows only)';
const OTHERS = 'Members may schedule for others who allowed it';

withProduct();

const signedIn = (person?: string, options = {}) => AdminPage.signedIn(browser, product, person, options);

/** Everything is as the product has it. */
async function asNew(admin: AdminPage): Promise<void> {
  for (const name of [MAPI, INTEGRATE]) {
    if ((await admin.lock(name).getAttribute('aria-pressed')) === 'true') await admin.lock(name).click();
    if (await admin.switch(name).isChecked()) await admin.switch(name).click();
  }
  if (!(await admin.switch(OTHERS).isChecked())) await admin.switch(OTHERS).click();
  if (await admin.button('Save').isVisible()) await admin.save();
}

/** From now on the page hears nothing of others, as behind a proxy that holds streams back. */
async function deaf(page: Page): Promise<void> {
  await page.route('**/api/changes', (route) => route.abort());
  await page.reload();
  await page.getByText('Changes of others appear when you reload.').waitFor();
}

it('merges a save that came too late with what was changed meanwhile, and asks about what both changed', async () => {
  const [one, other] = [await signedIn(), await signedIn()];
  await asNew(other);
  await deaf(one.page);
  await one.switch(MAPI).click();
  await one.lock(MAPI).click();
  await one.switch(OTHERS).click();
  await other.switch(INTEGRATE).click();
  await other.switch(MAPI).click();
  await other.save();

  const [late] = await Promise.all([
    one.page.waitForResponse((answer) => answer.request().method() === 'PUT'),
    one.button('Save').click(),
  ]);
  expect(late.status()).toBe(412);
  // What only they changed is there, what only I changed stays.
  await one.page.getByText(/^Sandbox Manager has just saved: .*Integrate your calendar/).waitFor();
  expect(await one.switch(INTEGRATE).isChecked()).toBe(true);
  expect(await one.switch(OTHERS).isChecked()).toBe(false);
  const conflict = one.page.getByRole('alert').filter({ hasText: 'Somebody else changed the same' });
  await conflict.getByText(`Sandbox Manager changed “${MAPI}”`).waitFor();
  await conflict.getByText('Theirs: On', { exact: true }).waitFor();
  await conflict.getByText('Mine: On, locked', { exact: true }).waitFor();
  await one.button(`Take theirs: ${MAPI}`).click();
  await one.save();
  expect(await one.lock(MAPI).getAttribute('aria-pressed')).toBe('false');
  // The page of the other, which hears of it, has it all.
  await other.page.getByText(/^Sandbox Manager has just saved: .*schedule for others/).waitFor();
  expect(await other.switch(OTHERS).isChecked()).toBe(false);
  await Promise.all([one.close(), other.close()]);
});

it('shows an administrator of another account nothing of ours', async () => {
  const ours = await signedIn();
  await asNew(ours);
  await ours.switch(INTEGRATE).click();
  await ours.save();
  await ours.goTo('Groups');
  await ours.page.getByLabel('New group').fill('Sales');
  await ours.page.keyboard.press('Enter');
  const group = await ours.page.getByRole('link', { name: 'Sales' }).getAttribute('href');

  await zoom.person('attendee@example.test', { admin: true, account: 'sandbox-account-000002' });
  const theirs = await signedIn('Sandbox Attendee');
  await theirs.page.getByText('Nothing was saved yet').waitFor();
  expect(await theirs.switch(INTEGRATE).isChecked()).toBe(false);
  await theirs.goTo('Groups');
  await theirs.page.getByText('There are no groups yet.').waitFor();
  await theirs.goTo('History');
  await theirs.page.getByText('Nothing was changed yet.').waitFor();
  await theirs.goTo('Members');
  await theirs.page.getByText('1 member found').waitFor();
  expect(await theirs.page.getByText('manager@example.test').count()).toBe(0);
  await theirs.page.evaluate((hash) => window.location.assign(hash), group ?? '');
  await theirs.page.getByText('This group no longer exists.').waitFor();
  expect(await theirs.ask(`/api/account${group?.slice(1) ?? ''}`)).toBe(404);
  // And their save is none of ours.
  await theirs.goTo('Account Settings');
  await theirs.switch(MAPI).click();
  await theirs.save();
  await ours.page.reload();
  await ours.goTo('Account Settings');
  expect(await ours.switch(MAPI).isChecked()).toBe(false);
  await Promise.all([ours.close(), theirs.close()]);
});

const good = { format: 'zoom-calendar-settings', version: 1, account: {}, groups: [] };
const text = JSON.stringify(good);
const hostile: readonly [string, string | Buffer, readonly (string | RegExp)[]][] = [
  ['broken', '{\n  "format": "zoom-calendar-settings",\n  oops', [/^Line 3/, 'This is no JSON.']],
  ['of 10 MB', Buffer.alloc(10_000_000, ' '), ['The whole file', 'The file is too large.']],
  [
    'a little over a megabyte',
    JSON.stringify({ ...good, x: '"'.repeat(600_000) }),
    ['The file is too large.'],
  ],
  ['nested 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000), ['This goes deeper than 12 levels.']],
  [
    'with a prototype',
    `{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},${text.slice(1)}`,
    ['The name “__proto__” is not allowed in a file.', 'The name “constructor” is not allowed in a file.'],
  ],
  [
    'with a name twice',
    `{"account":{"mapi":{"value":true}},${text.slice(1)}`,
    ['The name “account” stands twice.'],
  ],
  [
    'of wrong types',
    JSON.stringify({
      ...good,
      version: '1',
      account: { mapi: true, providers: { value: 'google' } },
      groups: {},
    }),
    ['version', 'account.mapi', 'account.providers.value', 'groups', /of another kind: array\./],
  ],
  [
    'with markup and turned text in names',
    JSON.stringify({
      ...good,
      '<img src=x onerror=alert(1)>': 1,
      groups: [{ name: '\u202Egpj.exe', settings: {} }],
    }),
    ['There is nothing called “<img src=x onerror=alert(1)>” here.', /characters that cannot be seen/],
  ],
];

it('lists everything that is wrong with a file that is broken, huge or means harm, and applies nothing', async () => {
  const admin = await signedIn();
  await asNew(admin);
  const dialogs: string[] = [];
  admin.page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  const before = await admin.ask('/api/account/settings');
  expect(before).toBe(200);
  await admin.goTo('History');
  const entries = admin.page.getByRole('list', { name: 'Changes' }).getByRole('heading');
  await admin.page
    .getByText(/Request|Nothing was changed/)
    .first()
    .waitFor();
  const changes = await entries.count();
  await admin.goTo('Import and export');
  for (const [name, contents, sentences] of hostile) {
    await admin.chooseFile('Choose a file', contents, `${name}.json`);
    const table = admin.page.getByRole('table', {
      name: new RegExp(`wrong with ${name}\\.json\\. Nothing was`),
    });
    await table.waitFor();
    for (const sentence of sentences) await table.getByText(sentence, { exact: true }).first().waitFor();
    expect(await admin.button('Apply the file').count()).toBe(0);
    expect(await admin.page.locator('img[src="x"]').count()).toBe(0);
  }
  expect(await admin.page.evaluate(() => 'isAdmin' in {})).toBe(false);
  await admin.goTo('History');
  await admin.page
    .getByText(/Request|Nothing was changed/)
    .first()
    .waitFor();
  expect(await entries.count()).toBe(changes);
  expect(dialogs).toEqual([]);
  await admin.close();
});

it('shows markup in the name of a group as the text that it is, before and after it is applied', async () => {
  const admin = await signedIn();
  await admin.goTo('Import and export');
  const name = '<img src=x onerror=alert(1)>';
  await admin.chooseFile('Choose a file', JSON.stringify({ ...good, groups: [{ name, settings: {} }] }));
  await admin.page.getByRole('cell', { name }).first().waitFor();
  await admin.button('Apply the file').click();
  await admin.page.getByText('The file was applied.').waitFor();
  await admin.goTo('Groups');
  await admin.page.getByRole('link', { name }).waitFor();
  expect(await admin.page.locator('img[src="x"]').count()).toBe(0);
  await admin.close();
});

it('follows the seed by keyboard alone', async () => {
  const admin = await signedIn();
  await asNew(admin);
  await admin.page.reload();
  await admin.switch(MAPI).waitFor();
  const { keyboard } = admin.page;
  await admin.tabTo('Skip to the content');
  await keyboard.press('Enter');
  for (const name of [INTEGRATE, MAPI, `Lock: ${MAPI}`]) {
    await admin.tabTo(name);
    await keyboard.press('Space');
  }
  await admin.page.getByText('2 changes are not saved').waitFor();
  await admin.tabTo('Save');
  await keyboard.press('Enter');
  await admin.page.getByText(/^Locked by Sandbox Manager, /).waitFor();
  await admin.close();
});

it('has nothing that axe finds on any screen, in light and in dark', async () => {
  const admin = await signedIn();
  const { page } = admin;
  const found: Record<string, readonly string[]> = {};
  const look = async (screen: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const background = colorScheme === 'dark' ? '#1f1f1f' : '#fafafa';
      await page.waitForFunction(
        (colour) =>
          getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body)
            .getPropertyValue('--colorNeutralBackground2')
            .trim() === colour,
        background,
      );
      found[`${screen}, ${colorScheme}`] = await complaints(page.mainFrame());
    }
  };
  await asNew(admin);
  await admin.page.getByLabel('EWS URL').fill('nothing');
  await admin.button('Save').click();
  await page.getByText('Correct first what is marked.').first().waitFor();
  await look('a setting that is wrong');
  await admin.button('Discard').click();
  await admin.switch(INTEGRATE).click();
  await admin.switch(MAPI).click();
  await admin.lock(MAPI).click();
  await page
    .getByText(/never seen|will be configured|integration changes/)
    .first()
    .waitFor();
  await look('what saving would do');
  await admin.save();
  await look('a locked setting');
  await page.getByLabel('Search settings').fill('mapi');
  await page.getByText('settings found').waitFor();
  await look('a search');

  await admin.goTo('Groups');
  await page.getByLabel('New group').fill('Field');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Field' }).click();
  await page.getByText('Locked for the whole account').waitFor();
  await look('a group');
  await admin.button('Delete group').click();
  await look('deleting a group');
  await admin.goTo('See as a member');
  await page
    .getByRole('button', { name: /^See as/ })
    .first()
    .click();
  await page.getByText('MAPI is on and locked').first().waitFor();
  await look('a member');
  await admin.goTo('Members');
  await admin.chooseFile('Import a list', '{"people":[{"email":"nobody"}]}');
  await page.getByText('The list was not applied.').first().waitFor();
  await look('a list that is wrong');
  await admin.goTo('History');
  await page
    .getByText(/^Request/)
    .first()
    .waitFor();
  await look('the history');
  await admin.goTo('Import and export');
  await admin.chooseFile('Choose a file', '{}');
  await page
    .getByText(/things are wrong/)
    .first()
    .waitFor();
  await look('a file that is wrong');
  await admin.chooseFile('Choose a file', text);
  await admin.button('Apply the file').waitFor();
  await look('a file that is right');
  await admin.endSession();
  await admin.button('Apply the file').click();
  await page.getByText('Your session has ended.').waitFor();
  await look('a session that ended');
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((screen) => [screen, []])));
  await admin.close();

  const organizer = await signedIn('Sandbox Organizer', { colorScheme: 'dark' });
  await organizer.page.getByRole('heading', { name: 'Only for administrators' }).waitFor();
  expect(await complaints(organizer.page.mainFrame())).toEqual([]);
  await organizer.close();
});
