/** Bodies with pictures of their own, which replacing the body could lose: they are added to and never rewritten, and it is said what is left. */
import { presets, type SettingsPatch } from '../../src/sandbox/outlook/host/client/settings';
import { invitations, words } from './support/life';
import { dayFromNow, type OutlookPage } from './support/outlook';
import { outlook, zoom, withProduct } from './support/suite';

withProduct();
beforeEach(() => zoom.reset());

const day = dayFromNow(1);

test.each<[string, SettingsPatch]>([
  ['with pictures, in new Outlook, which loses them', presets['windows-new']],
  ["with pictures, in Word's HTML", presets['windows-classic']],
  ['with pictures, in Outlook for Mac', { ...presets.mac, inlineImages: 'lost' }],
])('a body %s is added to and not rewritten, and it is said what is left to do', async (name, settings) => {
  await outlook.settings(settings);
  await outlook.newAppointment({ subject: name, body: 'See the plan:' });
  await insertPicture(outlook);
  const pictures = async () => ((await outlook.item()).body.content.match(/<img\b/g) ?? []).length;
  expect(await pictures()).toBe(1);
  await outlook.openPane();
  await outlook.signIn();
  await outlook.clearCalls();
  await outlook.add();
  expect([await pictures(), await invitations()]).toEqual([1, 1]);
  expect(await words()).toContain('See the plan:');
  expect(await outlook.calls()).toContain('body.prepend');

  await outlook.saved(name, day);
  await outlook.open(name, day);
  await outlook.updateButton.waitFor();
  await outlook.fill({ start: '15:00', end: '16:00' });
  await outlook.difference('Time');
  await outlook.update();
  await outlook.pane.getByText(/A new invitation stands at the top of the text/).waitFor();
  expect([await pictures(), await invitations()]).toEqual([1, 2]);
  const said = await words();
  expect(said.indexOf('3:00')).toBeLessThan(said.indexOf('See the plan:'));
  expect(await zoom.newest()).toMatchObject({ duration: 60 });

  await outlook.button('Remove').click();
  await outlook.button('Add Zoom meeting').waitFor();
  await outlook.pane.getByText(/The link no longer works: delete the invitation by hand/).waitFor();
  expect(await pictures()).toBe(1);
  expect(await zoom.living()).toEqual([]);
  expect((await outlook.item()).location).toBe('');
  expect(await outlook.calls()).not.toContain('body.set');
});

test('once the picture is deleted, Update leaves one invitation', async () => {
  await outlook.settings(presets['windows-new']);
  await outlook.ready({ subject: 'Picture deleted', body: 'See the plan:' });
  await insertPicture(outlook);
  await outlook.add();
  await outlook.fill({ start: '15:00', end: '16:00' });
  await outlook.difference('Time');
  await outlook.update();
  await outlook.pane.getByText(/A new invitation stands at the top of the text/).waitFor();
  expect(await invitations()).toBe(2);

  await outlook.page
    .getByLabel('Body')
    .locator('img')
    .evaluate((picture) => {
      const body = picture.closest('[contenteditable]');
      picture.remove();
      body?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  await outlook.fill({ start: '17:00', end: '18:00' });
  await outlook.difference('Time');
  await outlook.update();
  expect(await invitations()).toBe(1);
  expect(await words()).toContain('5:00');
  expect(await words()).toContain('See the plan:');
});

/** A picture from the computer, as the editor's button puts it in. */
async function insertPicture({ page }: OutlookPage): Promise<void> {
  const buffer = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await page.locator('input[type=file]').setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer });
  await page.getByLabel('Body').locator('img').waitFor();
}
