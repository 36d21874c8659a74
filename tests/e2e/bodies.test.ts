/** Bodies as each client rewrites them: invitations are found, replaced and removed, and the person's words are kept. */
import { presets, type SettingsPatch } from '../../src/sandbox/outlook/host/client/settings';
import { invitations, wholeLife, words } from './support/life';
import { outlook, zoom, withProduct } from './support/suite';

withProduct();
beforeEach(() => zoom.reset());

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
});
