/** Bodies with pictures of their own, which replacing the body could lose: they are added to and never rewritten. */
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
  await outlook.button('Update').waitFor();
  await outlook.fill({ start: '15:00', end: '16:00' });
  await outlook.difference('Time');
  await outlook.update();
  await outlook.pane.getByText(/The text has pictures that Outlook could lose/).waitFor();
  expect(await pictures()).toBe(1);
  expect(await zoom.newest()).toMatchObject({ duration: 60 });

  await outlook.button('Remove').click();
  await outlook.button('Add Zoom meeting').waitFor();
  await outlook.pane.getByText(/so the invitation in it was left as it was/).waitFor();
  expect(await pictures()).toBe(1);
  expect(await zoom.living()).toEqual([]);
  expect((await outlook.item()).location).toBe('');
  expect(await outlook.calls()).not.toContain('body.set');
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
