/**
 * The sandbox's Outlook page as a person uses it: calendar, form, read view, two windows, and the add-in beside it.
 */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import type { RunningOutlook } from '../../sandbox/outlook-page/fixtures/outlook';
import { startOutlook } from '../../sandbox/outlook-page/fixtures/outlook';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let outlook: RunningOutlook;
let context: BrowserContext;
let page: Page;
const dialogs: string[] = [];

// A Wednesday of a year far away, 10:00 and 11:00 in the mailbox's zone (one hour ahead of UTC).
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
  dialogs.length = 0;
  context.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
}, 20_000);
afterEach(() => context.close());

const button = (name: string | RegExp, on = page) =>
  on.getByRole('button', { name, exact: typeof name === 'string' });
const textbox = (name: string, on = page) => on.getByRole('textbox', { name, exact: true });
const tile = (subject: string, on = page) => button(new RegExp(`^${subject}, `), on);

async function write(subject: string, more: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  await page.goto(`${outlook.origin}/#/new?start=${ten}&end=${ten + 3_600_000}`);
  await textbox('Subject').fill(subject);
  await more();
}

async function signInAs(name: string, on = page): Promise<void> {
  await button(/^Signed in as/, on).click();
  await on.getByRole('menuitemradio', { name: new RegExp(name) }).click();
}

it('makes an appointment at a slot by keyboard and shows it there', async () => {
  await page.goto(outlook.origin + week);
  await page.getByRole('gridcell', { name: 'New appointment, Monday 7 January 2030, 09:00' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await textbox('Subject').fill('By keyboard');
  expect(await page.getByLabel('Start date').inputValue()).toBe('2030-01-08');
  expect(await page.getByLabel('Start time').inputValue()).toBe('09:30');
  await button('Save').click();
  await button('By keyboard, Tuesday 8 January 2030, 09:30 to 10:00').click();
  expect(await textbox('Subject').inputValue()).toBe('By keyboard');
}, 30_000);

it('keeps the duration when the start moves, and refuses to save an end before the start', async () => {
  await write('Moved');
  await page.getByLabel('Start time').fill('13:15');
  expect(await page.getByLabel('End time').inputValue()).toBe('14:15');
  await page.getByLabel('End time').fill('12:00');
  await button('Save').click();
  await page.getByText('Change its times, then save it again.').waitFor();
}, 30_000);

it('shows an all-day appointment by its last day, and keeps its end as the midnight after', async () => {
  await page.goto(outlook.origin + week);
  await button('New all-day appointment, Friday 11 January 2030').click();
  await textbox('Subject').fill('Fair');
  await page.getByLabel('End date').fill('2030-01-12');
  const item = await page.evaluate(() => window.sandboxOutlook?.item());
  expect(item).toMatchObject({
    allDay: true,
    start: Date.UTC(2030, 0, 10, 23),
    end: Date.UTC(2030, 0, 12, 23),
  });
  await button('Save').click();
  await button('Fair, Friday 11 January 2030 to Saturday 12 January 2030, all day').waitFor();
}, 30_000);

it('asks before it throws changes away, and leaves nothing behind when told to', async () => {
  await write('Never kept');
  await button('Discard').click();
  await button('Keep editing').click();
  await button('Discard').click();
  await button('Discard changes').click();
  await page.getByRole('grid').waitFor();
  expect(await tile('Never kept').count()).toBe(0);
}, 30_000);

it('deletes after asking, from the calendar by keyboard', async () => {
  await write('To be deleted');
  await button('Save').click();
  await tile('To be deleted').focus();
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await tile('To be deleted').waitFor({ state: 'detached' });
}, 30_000);

it('sends to attendees, who read it with links to follow and nothing that runs', async () => {
  await write('Shared', async () => {
    await textbox('Required attendees').fill('attendee@example.test; Guest <guest@example.test>');
    await textbox('Required attendees').press('Enter');
    await textbox('Location').fill('Room 1; https://zoom.example/j/7');
    await page.evaluate(() => {
      const region = document.querySelector('[role=textbox][aria-label=Body]');
      if (region) region.innerHTML = '<b>Agenda</b><img src="x" onerror="alert(1)">';
      region?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  });
  await button('Send').click();
  await signInAs('Attendee');
  await tile('Shared').click();
  expect(await page.getByRole('link', { name: 'https://zoom.example/j/7' }).getAttribute('href')).toBe(
    'https://zoom.example/j/7',
  );
  await page.frameLocator('iframe[title="Body"]').getByText('Agenda').waitFor();
  await page.getByText('Sandbox Attendee; Guest').waitFor();
  expect(await textbox('Subject').count()).toBe(0);
}, 30_000);

it('reads a hostile invitation of another mailbox without running any of it', async () => {
  const created = await page.request.get(`${outlook.origin}/api/session`);
  const { stores } = await created.json();
  const hostile =
    '<script>alert(1)</script><img src=x onerror=alert(2)><a href="javascript:alert(3)">x</a><style>*{color:red}</style><p>Read me</p>';
  await page.request.post(`${outlook.origin}/api/appointments`, {
    data: {
      storeId: stores[0].id,
      subject: '<img src=x onerror=alert(4)>',
      body: { format: 'html', content: hostile },
      location: 'javascript:alert(5)',
      start: ten,
      end: ten + 1_800_000,
      allDay: false,
      timeZone: 'UTC',
      required: [{ name: '<b>x</b>', address: 'attendee@example.test' }],
      optional: [],
      customProperties: {},
      send: true,
    },
  });
  await page.goto(outlook.origin + week);
  await tile('<img src=x onerror=alert\\(4\\)>').click();
  await textbox('Body').getByText('Read me').waitFor();
  await button('Discard').click();
  await signInAs('Attendee');
  await tile('<img src=x onerror=alert\\(4\\)>').click();
  await page.frameLocator('iframe[title="Body"]').locator('body').waitFor();
  expect(await page.getByRole('link').count()).toBe(0);
  expect(dialogs).toEqual([]);
}, 30_000);

it('shows what another window saved at once, and lets a late save overwrite or reload', async () => {
  await write('Two windows');
  await button('Save').click();
  await tile('Two windows').click();
  await page.waitForURL(/appointment/);
  const other = await context.newPage();
  await other.goto(page.url());
  await textbox('Subject', other).fill('Two windows, renamed');
  await textbox('Location').fill('Mine');
  await button('Save', other).click();
  await page.getByText('This appointment was changed elsewhere').waitFor();
  await button('Save').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reload' }).click();
  await page.waitForFunction(() => window.sandboxOutlook?.item()?.subject === 'Two windows, renamed');
  expect(await textbox('Location').inputValue()).toBe('');
  await textbox('Subject').fill('Third name');
  await button('Save').click();
  await tile('Third name', other).waitFor();
}, 30_000);

it('puts what a ribbon function writes into the form, and its message above it', async () => {
  await write('With a meeting');
  await button('Add Zoom Meeting').click();
  await page.getByTestId('notification-added').getByText('Meeting added.').waitFor();
  expect(await textbox('Location').inputValue()).toBe('https://zoom.example/j/1');
  await textbox('Body').getByText('Join').waitFor();
  await page.getByTestId('notification-added').getByRole('button', { name: 'Dismiss' }).click();
  await page.getByTestId('notification-added').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => window.sandboxOutlook?.item()?.notifications)).toEqual([]);
}, 30_000);

it('brings the question of Office.js to the front, so that a ribbon function can open its dialog', async () => {
  await write('With a dialog');
  await button('Remove').click();
  const question = page.getByRole('dialog', { name: 'Zoom meetings for Outlook asks' });
  await question.waitFor();
  await question.frameLocator('iframe').getByRole('button', { name: 'Allow' }).click();
  await page.waitForFunction(() => window.sandboxOutlook?.item()?.subject === 'Told: signed in');
  await question.waitFor({ state: 'detached' });
  expect(await page.getByText('Your browser blocked a window').count()).toBe(0);
}, 30_000);

it('opens and closes the pane, which stays with the item', async () => {
  await write('With a pane');
  await button('Settings').click();
  const pane = page.getByRole('complementary', { name: 'Zoom meetings for Outlook' });
  await pane.waitFor();
  await page.waitForFunction(() =>
    window.sandboxOutlook
      ?.calls()
      .some(({ name, frame }) => name === 'appCommandInvoked' && frame === 'pane'),
  );
  expect((await pane.boundingBox())?.width).toBe(320);
  await button('Close Zoom meetings for Outlook').click();
  await pane.waitFor({ state: 'detached' });
}, 30_000);

it('turns the body to plain text and back', async () => {
  await write('Plain', async () => {
    await textbox('Body').click();
    await page.keyboard.type('One < two');
  });
  await page.getByRole('switch', { name: 'Plain text' }).click();
  expect(await textbox('Body').inputValue()).toBe('One < two');
  expect(await page.evaluate(() => window.sandboxOutlook?.item()?.body)).toEqual({
    format: 'text',
    content: 'One < two',
  });
}, 30_000);

it('tells that an appointment is gone, with a way back', async () => {
  await page.goto(`${outlook.origin}/#/appointment/00FF`);
  await page.getByText('This appointment is no longer here').waitFor();
  await button('Back to the calendar').click();
  await page.getByRole('grid').waitFor();
}, 30_000);

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
    await write('Accessible', async () => {
      await textbox('Required attendees').fill('attendee@example.test');
      await textbox('Required attendees').press('Enter');
      await button('Settings').click();
    });
    expect(await faults()).toEqual([]);
    await button('Send').click();
    await tile('Accessible').first().waitFor();
    expect(await faults()).toEqual([]);
    await signInAs('Attendee');
    await tile('Accessible').first().click();
    await page.getByText('Organizer, organizer@example.test').waitFor();
    expect(await faults()).toEqual([]);
  },
  40_000,
);
