/**
 * Series in the sandbox's Outlook as a person uses them: made in the form, opened, moved and deleted as one occurrence or
 * as a whole, and what arrives at attendees.
 */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import type { RunningOutlook } from '../../sandbox/outlook-page/fixtures/outlook';
import { startOutlook } from '../../sandbox/outlook-page/fixtures/outlook';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let outlook: RunningOutlook;
let context: BrowserContext;
let page: Page;

// A Wednesday of a year far away, 10:00 in the mailbox's zone (one hour ahead of UTC).
const ten = Date.UTC(2030, 0, 9, 9);
const week = '/#/week/2030-01-09';

beforeAll(async () => {
  outlook = await startOutlook();
}, 60_000);
afterAll(() => outlook?.close());
beforeEach(async () => {
  context = await outlook.browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(8_000);
  page = await context.newPage();
}, 20_000);
afterEach(() => context.close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const tile = (subject: string, when: string) => button(new RegExp(`^${subject}, ${when}`));
const tiles = (subject: string) => button(new RegExp(`^${subject}, `));
const dialog = (name: string) =>
  page.getByRole('dialog', { name }).or(page.getByRole('alertdialog', { name }));
const choose = (name: string) => page.getByRole('alertdialog').getByRole('button', { name }).click();

async function write(subject: string): Promise<void> {
  await page.goto(`${outlook.origin}/#/new?start=${ten}&end=${ten + 3_600_000}`);
  await page.getByRole('textbox', { name: 'Subject', exact: true }).fill(subject);
}

/** A daily series of five from Wednesday on, saved. */
async function daily(subject: string, attendees = ''): Promise<void> {
  await write(subject);
  if (attendees !== '') {
    await page.getByRole('textbox', { name: 'Required attendees' }).fill(attendees);
    await page.getByRole('textbox', { name: 'Required attendees' }).press('Enter');
  }
  await button('Make recurring').click();
  await page.getByRole('radio', { name: 'Daily' }).check();
  await page.getByRole('radio', { name: 'After a number of occurrences' }).check();
  await page.getByRole('spinbutton', { name: 'Number of occurrences' }).fill('5');
  await button('OK').click();
  await button(attendees === '' ? 'Save' : 'Send').click();
  await tile(subject, 'Wednesday').waitFor();
}

const item = () => page.evaluate(() => window.sandboxOutlook?.item());

describe('the recurrence dialog', () => {
  it('makes a series by keyboard and says in words what it will be', async () => {
    await write('Weekly');
    await button('Make recurring').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Weekly' }).focus();
    await page.getByRole('checkbox', { name: 'Monday', exact: true }).focus();
    await page.keyboard.press('Space');
    await page.getByText('Friday', { exact: true }).click();
    expect(await page.getByRole('checkbox', { name: 'Friday', exact: true }).isChecked()).toBe(true);
    await page.getByText('Friday', { exact: true }).click();
    const status = dialog('Recurrence').getByRole('status');
    await status
      .getByText('every week on Monday and Wednesday from Wednesday 9 January 2030, 10:00 to 11:00.')
      .waitFor();
    await page.getByRole('radio', { name: 'No end date' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('spinbutton', { name: 'Number of occurrences' }).fill('3');
    await page.keyboard.press('Enter');
    await page.getByText('10:00 to 11:00, 3 times.').waitFor();
    expect((await item())?.recurrence).toEqual({
      rule: { frequency: 'weekly', interval: 1, days: ['monday', 'wednesday'], weekStart: 'monday' },
      end: { kind: 'count', count: 3 },
      start: '2030-01-09T10:00:00',
      durationMinutes: 60,
      timeZone: 'W. Europe Standard Time',
    });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Edit recurrence');
  }, 30_000);

  it('knows months both ways, years, and the end by a date', async () => {
    await write('Monthly');
    await button('Make recurring').click();
    await page.getByRole('radio', { name: 'Monthly' }).check();
    const words = dialog('Recurrence').getByRole('status');
    await words.getByText('every month on day 9 from').waitFor();
    await page.getByRole('radio', { name: 'A day of the week' }).check();
    await words.getByText('every month on the second Wednesday from').waitFor();
    await page.getByRole('combobox', { name: 'Which one in the month' }).selectOption('last');
    await page.getByRole('combobox', { name: 'Kind of day' }).selectOption('weekday');
    await words.getByText('on the last weekday from Thursday 31 January 2030').waitFor();
    await page.getByRole('radio', { name: 'Yearly' }).check();
    await page.getByRole('combobox', { name: 'Month', exact: true }).selectOption('March');
    await words.getByText('every year on the last weekday of March from Friday 29 March 2030').waitFor();
    await page.getByRole('radio', { name: 'By a date' }).check();
    await page.getByLabel('Last day').fill('2030-01-10');
    await words.getByText('The series ends before its first occurrence.').waitFor();
    expect(await button('OK').isDisabled()).toBe(true);
    await page.getByLabel('Last day').fill('2032-12-31');
    await button('OK').click();
    expect(await page.getByLabel('Start date').inputValue()).toBe('2030-03-29');
  }, 30_000);

  it('takes the recurrence away again', async () => {
    await write('Once');
    await button('Make recurring').click();
    await button('OK').click();
    await button('Edit recurrence').click();
    await button('Remove recurrence').click();
    await button('Make recurring').waitFor();
    expect((await item())?.recurrence).toBeNull();
  }, 30_000);

  it('moves the pattern along when the start of the series is moved', async () => {
    await write('Moved start');
    await button('Make recurring').click();
    await button('OK').click();
    await page.getByLabel('Start date').fill('2030-01-11');
    await page.getByText('every week on Friday from Friday 11 January 2030').waitFor();
  }, 30_000);
});

describe('a series in the calendar', () => {
  it('is shown as its occurrences, each marked, and asks which of them to open', async () => {
    await daily('Stand-up');
    expect(await tiles('Stand-up').count()).toBe(5);
    expect(await page.getByTestId('recurring').count()).toBeGreaterThanOrEqual(5);
    await tile('Stand-up', 'Friday').click();
    await choose('Open this occurrence');
    await page.getByText('One occurrence of a series.').waitFor();
    expect(await page.getByLabel('Start date').inputValue()).toBe('2030-01-11');
    expect(await button('Edit recurrence').count()).toBe(0);
    const { seriesId, savedId } = (await item()) ?? {};
    await page.goto(outlook.origin + week);
    await tile('Stand-up', 'Friday').click();
    await choose('Open the series');
    await page.getByLabel('Start date').waitFor();
    expect(await page.getByLabel('Start date').inputValue()).toBe('2030-01-09');
    expect((await item())?.savedId).toBe(seriesId);
    expect(savedId?.startsWith(seriesId ?? '-')).toBe(true);
  }, 30_000);

  it('changes one occurrence alone, and warns before a change of the series takes that back', async () => {
    await daily('Review');
    await tile('Review', 'Friday').click();
    await choose('Open this occurrence');
    await page.getByLabel('Start time').fill('15:00');
    await page.getByRole('textbox', { name: 'Location' }).fill('Room 9');
    await button('Save').click();
    await tile('Review', 'Friday 11 January 2030, 15:00 to 16:00, Room 9').waitFor();
    await tile('Review', 'Thursday 10 January 2030, 10:00 to 11:00').click();
    await choose('Open the series');
    await page.getByLabel('Start time').fill('08:00');
    await button('Save').click();
    await dialog('Change the whole series?').getByText('One occurrence was changed').waitFor();
    await choose('Change the series');
    await tile('Review', 'Friday 11 January 2030, 08:00 to 09:00').waitFor();
    expect(await tiles('Review').count()).toBe(5);
  }, 30_000);

  it('loses one occurrence or all of them, and gives both back', async () => {
    await daily('Briefing');
    await tile('Briefing', 'Thursday').focus();
    await page.keyboard.press('Delete');
    await choose('Delete this occurrence');
    await page.getByText('"Briefing" was deleted.').waitFor();
    // The question hides the calendar from assistive technology until it is gone.
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await tile('Briefing', 'Friday').waitFor();
    await tile('Briefing', 'Thursday').waitFor({ state: 'detached' });
    expect(await tiles('Briefing').count()).toBe(4);
    await page.keyboard.press('Control+z');
    await tile('Briefing', 'Thursday').waitFor();
    await tile('Briefing', 'Friday').focus();
    await page.keyboard.press('Delete');
    await choose('Delete the series');
    await page.getByText('"Briefing" was deleted.').waitFor();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await tiles('Briefing').first().waitFor({ state: 'detached' });
    await button('Undo').click();
    await tile('Briefing', 'Friday').waitFor();
    expect(await tiles('Briefing').count()).toBe(5);
  }, 30_000);

  it('is in the calendar of an attendee too, with what was changed and cancelled of it', async () => {
    await daily('Shared series', 'attendee@example.test');
    await tile('Shared series', 'Thursday').click();
    await choose('Open this occurrence');
    await page.getByLabel('Start time').fill('14:00');
    await button('Send update').click();
    await tile('Shared series', 'Friday').focus();
    await page.keyboard.press('Delete');
    await choose('Delete this occurrence');
    await page.getByText('"Shared series" was deleted.').waitFor();
    await tile('Shared series', 'Friday').waitFor({ state: 'detached' });
    await button(/^Signed in as/).click();
    await page.getByRole('menuitemradio', { name: /Attendee/ }).click();
    await page.goto(outlook.origin + week);
    await tile('Shared series', 'Thursday 10 January 2030, 14:00 to 15:00').waitFor();
    await tile('Canceled: Shared series', 'Friday').waitFor();
    await tile('Shared series', 'Saturday').click();
    await choose('Open this occurrence');
    await page.getByText('Organizer, organizer@example.test').waitFor();
    expect(await item()).toMatchObject({ recurrence: { rule: { frequency: 'daily' } } });
  }, 30_000);
});

it.each(['light', 'dark'] as const)(
  'has no accessibility fault in %s',
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const faults = async () => {
      await page.evaluate(axe);
      return page.evaluate(
        `axe.run(document, { iframes: false }).then(({ violations }) => violations.filter(({ id }) => id !== 'aria-hidden-focus').map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html.slice(0, 160)).join(' | ')))`,
      );
    };
    await write(`Accessible ${colorScheme}`);
    await button('Make recurring').click();
    for (const kind of ['Weekly', 'Monthly', 'Yearly']) {
      await page.getByRole('radio', { name: kind }).check();
      expect(await faults()).toEqual([]);
    }
    await page.getByRole('radio', { name: 'A day of the week' }).check();
    await page.getByRole('radio', { name: 'By a date' }).check();
    expect(await faults()).toEqual([]);
    await page.getByRole('radio', { name: 'Daily' }).check();
    await page.getByRole('radio', { name: 'After a number of occurrences' }).check();
    await page.getByRole('spinbutton', { name: 'Number of occurrences' }).fill('3');
    await button('OK').click();
    expect(await faults()).toEqual([]);
    await button('Save').click();
    await tile(`Accessible ${colorScheme}`, 'Thursday').waitFor();
    expect(await faults()).toEqual([]);
    await tile(`Accessible ${colorScheme}`, 'Thursday').click();
    await page.getByRole('alertdialog').waitFor();
    expect(await faults()).toEqual([]);
  },
  60_000,
);
