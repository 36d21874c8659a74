/**
 * The sandbox's settings panel as a person uses it, and what the unmodified Office.js makes of each setting.
 */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { RunningOutlook } from '../../sandbox/outlook-page/fixtures/outlook';
import { startOutlook } from '../../sandbox/outlook-page/fixtures/outlook';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let outlook: RunningOutlook;
let context: BrowserContext;
let page: Page;

// A Wednesday of a year far away, 10:00 and 11:00 in the mailbox's zone (one hour ahead of UTC).
const ten = Date.UTC(2030, 0, 9, 9);
const fresh = `#/new?start=${ten}&end=${ten + 3_600_000}`;

beforeAll(async () => {
  outlook = await startOutlook();
}, 60_000);
afterAll(() => outlook?.close());
beforeEach(async () => {
  context = await outlook.browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 900 },
    // The browser itself decides, so that a frame's colour scheme reaches the page in it.
    colorScheme: null,
  });
  context.setDefaultTimeout(8_000);
  page = await context.newPage();
}, 20_000);
afterEach(() => context.close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const choose = (label: string, value: string) =>
  page.getByRole('dialog').getByLabel(label, { exact: true }).selectOption({ label: value });

/** Closes the panel by keyboard: the keyboard is then where the panel was opened. */
async function closePanel(): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Sandbox settings');
}

/** Opens a new appointment with the add-in's pane, under settings in the address. */
async function openPane(query: string): Promise<Frame> {
  await page.goto(`${outlook.origin}/?${query}${fresh}`);
  // The ribbon speaks the client's language.
  await page.getByRole('button', { name: /^(Settings|Einstellungen|設定|الإعدادات)$/ }).click();
  return pane();
}

/** The add-in's pane, once Office.js met its host there. */
async function pane(): Promise<Frame> {
  const handle = await page.waitForSelector('aside iframe');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('The pane has no frame.');
  await frame.waitForURL(/taskpane\.html/);
  await frame.waitForFunction('window.Office && Office.context && Office.context.mailbox');
  return frame;
}

const ask = (frame: Frame, member: string, ...parameters: string[]) =>
  frame.evaluate(
    `new Promise((resolve) => Office.context.mailbox.item.${member}(${[...parameters, ''].join(',')}(result) =>
      resolve(result.status === 'succeeded' ? { value: result.value } : { error: result.error.code })))`,
  );

async function faults(): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run(document, { iframes: false }).then(({ violations }) => violations.filter(({ id }) => id !== 'aria-hidden-focus').map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html.slice(0, 200)).join(' | ')))`,
  );
}

describe('the panel', () => {
  it('changes the client by keyboard, says so, remembers it, and goes back to the defaults', async () => {
    await page.goto(outlook.origin);
    await button('Sandbox settings').focus();
    await page.keyboard.press('Enter');
    await choose('Outlook', 'Exchange 2019 on premises');
    await choose('Language', 'Deutsch (Deutschland)');
    await page.getByRole('status').filter({ hasText: 'An open pane starts again.' }).waitFor();
    await closePanel();
    const badge = page.getByTestId('settings-differ');
    expect(await badge.textContent()).toBe('Exchange 2019 on premises · Deutsch');

    await page.reload();
    expect(await badge.textContent()).toBe('Exchange 2019 on premises · Deutsch');
    await button('Sandbox settings').click();
    await button('Reset to defaults').click();
    await badge.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => window.sandboxOutlook?.settings())).toMatchObject({
      requirementSet: '1.10',
      locale: 'en-US',
    });
  }, 30_000);

  it('holds the settings of an address for as long as nobody changes one', async () => {
    await page.goto(`${outlook.origin}/?theme=dark&calendar=shared`);
    const badge = page.getByTestId('settings-differ');
    expect(await badge.textContent()).toBe('Dark theme · Shared calendar');
    await page.goto(outlook.origin);
    await button('New appointment').waitFor();
    expect(await badge.count()).toBe(0);

    await page.goto(`${outlook.origin}/?theme=dark`);
    await button('Sandbox settings').click();
    await choose('Whose calendar', 'Read only');
    expect(new URL(page.url()).search).toBe('');
    await page.reload();
    expect(await badge.textContent()).toBe('Dark theme · Read-only calendar');
  }, 30_000);

  it('starts an open pane again for another client', async () => {
    const first = await openPane('');
    expect(await first.evaluate('Office.context.displayLanguage')).toBe('en-US');
    await button('Sandbox settings').click();
    await choose('Language', 'العربية (المملكة العربية السعودية)');
    await closePanel();
    const second = await pane();
    expect(await second.evaluate('Office.context.displayLanguage')).toBe('ar-SA');
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  }, 30_000);

  it('makes a host call fail until it is let go', async () => {
    const frame = await openPane('');
    await button('Sandbox settings').click();
    await choose('Host call', 'subject.get');
    await choose('How often', 'Every 2nd time, so that a retry works');
    await button('Let this call go wrong').click();
    await page.getByText('subject.get fails, every 2nd time').waitFor();
    expect(await ask(frame, 'subject.getAsync')).toEqual({ error: 5001 });
    expect(await ask(frame, 'subject.getAsync')).toEqual({ value: '' });
    expect(await ask(frame, 'subject.getAsync')).toEqual({ error: 5001 });
    await button('Let subject.get work again').click();
    expect(await ask(frame, 'subject.getAsync')).toEqual({ value: '' });
    expect(await ask(frame, 'subject.getAsync')).toEqual({ value: '' });
  }, 30_000);

  it.each(['Light', 'Dark', 'High contrast'])(
    'has no accessibility fault with the theme %s',
    async (theme) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await openPane('preset=exchange-2019&fault=body.set:fail:2');
      await button('Sandbox settings').click();
      await choose('Theme', theme);
      await page.getByRole('status').filter({ hasText: 'Changed.' }).waitFor();
      expect(await faults()).toEqual([]);
      await closePanel();
      expect(await faults()).toEqual([]);
    },
    40_000,
  );
});

it('starts the page of the ribbon functions again for another client, once nothing runs in it', async () => {
  await page.goto(`${outlook.origin}/${fresh}`);
  const starts = () =>
    page.evaluate(
      () =>
        window.sandboxOutlook?.calls().filter(({ kind, frame }) => kind === 'start' && frame === 'functions')
          .length,
    );
  const completed = (count: number) =>
    page.waitForFunction(
      (wanted) =>
        window.sandboxOutlook?.commands().filter(({ state }) => state === 'completed').length === wanted,
      count,
    );
  await button('Add Zoom Meeting').click();
  await completed(1);
  await page.evaluate(() => window.sandboxOutlook?.settings({ theme: 'dark' }));
  await button('Add Zoom Meeting').click();
  await completed(2);
  expect(await starts()).toBe(1);
  await page.evaluate(() => window.sandboxOutlook?.settings({ locale: 'ja-JP' }));
  await button('Add Zoom Meeting').click();
  await completed(3);
  expect(await starts()).toBe(2);
}, 30_000);

describe('Office.js', () => {
  it('has all members on an on-premises host, but is told that their sets are missing, and refused', async () => {
    const frame = await openPane('preset=exchange-2019');
    expect(
      await frame.evaluate(`(({ requirements, mailbox: { item } }) => ({
        sets: ['1.5', '1.7', '1.8'].map((set) => requirements.isSetSupported('Mailbox', set)),
        dialog: requirements.isSetSupported('DialogApi', '1.1'),
        members: [typeof item.recurrence.getAsync, typeof item.addHandlerAsync, typeof item.getItemIdAsync],
        seriesId: typeof item.seriesId,
      }))(Office.context)`),
    ).toEqual({
      sets: [true, false, false],
      dialog: true,
      members: ['function', 'function', 'function'],
      seriesId: 'undefined',
    });
    expect(await ask(frame, 'recurrence.getAsync')).toEqual({ error: 5000 });
    expect(await ask(frame, 'getItemIdAsync')).toEqual({ error: 5000 });
    expect(
      await ask(frame, 'addHandlerAsync', 'Office.EventType.AppointmentTimeChanged', '() => undefined'),
    ).toEqual({ error: 5000 });
    expect(await ask(frame, 'subject.getAsync')).toEqual({ value: '' });
  }, 30_000);

  it('is told of no dialog by a client that is too old for the add-in', async () => {
    const frame = await openPane('preset=unsupported');
    expect(
      await frame.evaluate(`(({ requirements, ui }) => [
        requirements.isSetSupported('Mailbox', '1.4'), requirements.isSetSupported('DialogApi', '1.1'), typeof ui.displayDialogAsync,
      ])(Office.context)`),
    ).toEqual([false, false, 'function']);
  }, 30_000);

  it('learns of the theme by event and by the frame, at once and live', async () => {
    const frame = await openPane('theme=dark');
    expect(await frame.evaluate('typeof Office.context.officeTheme')).toBe('undefined');
    expect(await frame.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`)).toBe(true);
    await frame.evaluate(`new Promise((resolve) => {
      window.themes = [];
      Office.context.mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged,
        ({ officeTheme }) => window.themes.push(officeTheme.bodyBackgroundColor), resolve);
    })`);
    await frame.waitForFunction('window.themes.length === 1');
    await page.evaluate(() => window.sandboxOutlook?.settings({ theme: 'light' }));
    await frame.waitForFunction('window.themes.length === 2');
    await page.evaluate(() => window.sandboxOutlook?.settings({ theme: 'high-contrast' }));
    await frame.waitForFunction('window.themes.length === 3');
    expect(await frame.evaluate('window.themes')).toEqual(['#292929', '#ffffff', '#000000']);
  }, 30_000);

  it.each(['de-DE', 'ja-JP', 'ar-SA', 'fr-FR', 'es-ES'])(
    'speaks %s, with its own string files',
    async (locale) => {
      const files: string[] = [];
      page.on('response', (response) => {
        if (/_strings\.js$/.test(response.url())) files.push(`${response.status()} ${response.url()}`);
      });
      const frame = await openPane(`locale=${locale}`);
      expect(
        await frame.evaluate('[Office.context.displayLanguage, Office.context.contentLanguage]'),
      ).toEqual([locale, locale]);
      const folder = locale.toLowerCase();
      expect(files.map((file) => file.replace(/https.*office-js\//, '')).sort()).toEqual([
        `200 ${folder}/office_strings.js`,
        `200 ${folder}/outlook_strings.js`,
      ]);
    },
    30_000,
  );

  it.each([
    ['web', '15.20.0.0', 'ThreeColumns'],
    ['windows-classic', '16.0.17932.20000', undefined],
    ['mac', '16.90.24111020', undefined],
  ])(
    'is told the version of %s, under the name of the transport where the page does not ask for the client’s',
    async (client, version, view) => {
      const frame = await openPane(`client=${client}`);
      expect(
        await frame.evaluate(
          '(({ hostName, hostVersion, OWAView }) => ({ hostName, hostVersion, OWAView }))(Office.context.mailbox.diagnostics)',
        ),
      ).toEqual({ hostName: 'OutlookWebApp', hostVersion: version, OWAView: view });
    },
    30_000,
  );

  it('loses pictures when it replaces a body, and keeps them when it adds to one', async () => {
    const frame = await openPane('inlineImages=lost');
    const picture = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="Plan">';
    await page.evaluate((html) => {
      const region = document.querySelector('[role=textbox][aria-label=Body]');
      if (region) region.innerHTML = `<p>${html}Agenda</p>`;
      region?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, picture);
    const body = () => page.evaluate(() => window.sandboxOutlook?.item()?.body.content);
    const html = `{ coercionType: 'html' }`;
    await ask(frame, 'body.prependAsync', "'<b>Join</b>'", html);
    await ask(frame, 'body.setSelectedDataAsync', "'<i>here</i>'", html);
    expect(await body()).toBe(`<i>here</i><b>Join</b><p>${picture}Agenda</p>`);
    await frame.evaluate(`new Promise((resolve) => Office.context.mailbox.item.body.getAsync('html', ({ value }) =>
      Office.context.mailbox.item.body.setAsync(value, { coercionType: 'html' }, resolve)))`);
    expect(await body()).toBe('<i>here</i><b>Join</b><p>Agenda</p>');
  }, 30_000);

  it('works in a calendar that its owner shares, but cannot keep properties there', async () => {
    const frame = await openPane('calendar=shared');
    expect(await frame.evaluate('Office.context.mailbox.userProfile.emailAddress')).toBe(
      'delegate@example.test',
    );
    expect(await ask(frame, 'organizer.getAsync')).toMatchObject({
      value: { emailAddress: 'organizer@example.test' },
    });
    expect(await ask(frame, 'getSharedPropertiesAsync')).toMatchObject({
      value: { owner: 'organizer@example.test' },
    });
    expect(
      await frame.evaluate(`new Promise((resolve) => Office.context.mailbox.item.loadCustomPropertiesAsync(({ value }) => {
        value.set('link', 1);
        value.saveAsync(({ error }) => resolve(error.code));
      }))`),
    ).toBe(9020);
  }, 30_000);
});

it("opens one's own appointment in a read view where the calendar cannot be written, and takes no new one", async () => {
  await page.goto(`${outlook.origin}/${fresh}`);
  await page.getByLabel('Subject').fill('Only to read');
  await button('Save').click();
  await page.evaluate(() => window.sandboxOutlook?.settings({ calendar: 'read-only', theme: 'dark' }));
  await button(/^Only to read, /).click();
  await page.getByText('Organizer, organizer@example.test').waitFor();
  const text = await (await page.waitForSelector('iframe[title=Body]')).contentFrame();
  expect(await text?.evaluate('getComputedStyle(document.body).color')).toBe('rgb(255, 255, 255)');
  await button('Zoom Meeting').click();
  const frame = await pane();
  expect(await frame.evaluate('Office.context.mailbox.item.subject')).toBe('Only to read');
  await button('Delete').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('You can read this calendar, but not write into it.').waitFor();
  await page.goto(`${outlook.origin}/${fresh}`);
  await page.getByText('You can read this calendar, but not write into it.').waitFor();
}, 30_000);

it('shows an occurrence that is only read with its series, and tells it to the add-in from Mailbox 1.7 on', async () => {
  await page.goto(`${outlook.origin}/${fresh}`);
  await page.getByLabel('Subject').fill('Read weekly');
  await button('Make recurring').click();
  await button('OK').click();
  await button('Save').click();
  await page.evaluate(() => window.sandboxOutlook?.settings({ calendar: 'read-only' }));
  await button(/^Read weekly, /).click();
  await button('Open this occurrence').click();
  await page.getByText(/^One occurrence of a series. Occurs every week on Wednesday/).waitFor();
  await button('Zoom Meeting').click();
  const told = `(({ seriesId, recurrence }) => [typeof seriesId, recurrence && recurrence.recurrenceType])(Office.context.mailbox.item)`;
  expect(await (await pane()).evaluate(told)).toEqual(['string', 'weekly']);
  const restarted = page.waitForEvent('framenavigated');
  await page.evaluate(() => window.sandboxOutlook?.settings({ requirementSet: '1.5' }));
  await restarted;
  expect(await (await pane()).evaluate(told)).toEqual(['undefined', undefined]);
}, 30_000);

it('rewrites a body when the add-in writes it, and once more when it is saved', async () => {
  const frame = await openPane('rewriting=web');
  await page.getByLabel('Subject').fill('Rewritten');
  await ask(frame, 'body.setAsync', `'<p id="mine">Join</p>'`, `{ coercionType: 'html' }`);
  const body = () => page.evaluate(() => window.sandboxOutlook?.item()?.body.content);
  expect(await body()).toContain('<p id="x_mine">');
  await button('Save').click();
  await button(/^Rewritten, /).click();
  await page.getByRole('region', { name: 'Appointment form' }).waitFor();
  expect(await body()).toContain('<p id="x_x_mine">');
}, 30_000);

it('puts a picture from the computer into the body', async () => {
  await page.goto(`${outlook.origin}/${fresh}`);
  await page.getByLabel('Picture', { exact: true }).setInputFiles({
    name: 'plan.gif',
    mimeType: 'image/gif',
    buffer: Buffer.from('R0lGODlhAQABAAAAACw=', 'base64'),
  });
  await page.getByRole('textbox', { name: 'Body' }).getByRole('img', { name: 'plan.gif' }).waitFor();
  expect(await page.evaluate(() => window.sandboxOutlook?.item()?.body.content)).toContain(
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="plan.gif"',
  );
}, 30_000);
