/** Bodies as each client rewrites them, and bodies with pictures: found, replaced and removed, the person's words kept. */
import { presets, type SettingsPatch } from '../../src/sandbox/outlook/host/client/settings';
import { invitations, wholeLife, words } from './support/life';
import { dayFromNow, type OutlookPage } from './support/outlook';
import { outlook, zoom, withProduct } from './support/suite';

withProduct();
beforeEach(() => zoom.reset());

const day = dayFromNow(1);

describe('a body', () => {
  test.each<[string, SettingsPatch]>([
    ['of Outlook on the web, with its x_ names', { rewriting: 'web' }],
    ['of new Outlook for Windows', presets['windows-new']],
    ["of classic Outlook for Windows, in Word's HTML", presets['windows-classic']],
    ['of Exchange 2019 on premises', presets['exchange-2019']],
    ['of Outlook for Mac', presets.mac],
    ['that becomes plain text', { rewriting: 'to-plain-text' }],
  ])('%s keeps the person’s words and has one invitation at a time', async (name, settings) => {
    await outlook.settings(settings);
    await outlook.newAppointment({ subject: name });
    await outlook.page.getByLabel('Body').click();
    for (const line of ['First of my own words.', 'Second of my own words.']) {
      await outlook.page.keyboard.type(line);
      await outlook.page.keyboard.press('Enter');
    }
    await outlook.openPane();
    await outlook.signIn();
    const own = 'First of my own words. Second of my own words.';
    await wholeLife(name, async () => {
      expect(await invitations()).toBe(1);
      expect((await words()).startsWith(own)).toBe(true);
    });
    expect(await words()).toBe(own);
    expect((await outlook.item()).location).toBe('');
  });

  test('that the person turns from plain text into formatted text', async () => {
    await outlook.settings({ rewriting: 'to-formatted' });
    await outlook.newAppointment({ subject: 'Formatted' });
    await outlook.page.getByLabel('Plain text').check();
    await outlook.fill({ body: 'Line one\nLine two' });
    await outlook.openPane();
    await outlook.signIn();
    await wholeLife('Formatted', async () => {
      expect(await invitations()).toBe(1);
      expect((await words()).startsWith('Line one Line two')).toBe(true);
    });
    expect((await outlook.item()).body.format).toBe('html');
    expect(await words()).toBe('Line one Line two');
  });

  test('that is plain text from the beginning, with the line ends of Windows', async () => {
    await outlook.settings(presets['windows-classic']);
    await outlook.newAppointment({ subject: 'Plain' });
    await outlook.page.getByLabel('Plain text').check();
    await outlook.fill({ body: 'Line one\nLine two' });
    await outlook.openPane();
    await outlook.signIn();
    await wholeLife('Plain', async () => {
      expect(await invitations()).toBe(1);
      const { format, content } = (await outlook.item()).body;
      expect(format).toBe('text');
      expect(content).toMatch(/^Line one\r?\nLine two/);
    });
    expect((await outlook.item()).body.content.replace(/\r/g, '')).toBe('Line one\nLine two');
  });

  test.each<[string, SettingsPatch]>([
    ['of new Outlook, which loses pictures', presets['windows-new']],
    ["in Word's HTML", presets['windows-classic']],
    ['of Outlook for Mac', { ...presets.mac, inlineImages: 'lost' }],
  ])(
    '%s with pictures of its own is added to and not rewritten, and it is said what is left to do',
    async (_, settings) => {
      await outlook.settings(settings);
      await outlook.newAppointment({ subject: 'Pictures', body: 'See the plan:' });
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

      await outlook.saved('Pictures', day);
      await outlook.open('Pictures', day);
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
    },
  );
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
