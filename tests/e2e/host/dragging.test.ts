/**
 * Dragging, resizing and duplicating in the calendar of the sandbox's Outlook, with pointer and keyboard, on single
 * appointments and on occurrences.
 */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import * as z from 'zod';
import type { Recurrence } from '../../../src/domain/recurrence';
import { Appointment } from '../../../src/helper/embedded/model';
import { Session, type SaveRequest } from '../../../src/sandbox/outlook/contract';
import type { RunningOutlook } from '../../sandbox/outlook-page/fixtures/outlook';
import { startOutlook } from '../../sandbox/outlook-page/fixtures/outlook';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let outlook: RunningOutlook;
let context: BrowserContext;
let page: Page;
let storeId: string;

// A Wednesday of a year far away, 10:00 in the mailbox's zone (one hour ahead of UTC).
const ten = Date.UTC(2030, 0, 9, 9);
const hour = 3_600_000;
const day = 24 * hour;
const week = '/#/week/2030-01-09';
const properties = { 'add-in': '{"link":{"id":1}}' };
const daily: Recurrence = {
  rule: { frequency: 'daily', interval: 1 },
  end: { kind: 'count', count: 3 },
  start: '2030-01-09T10:00:00',
  durationMinutes: 60,
  timeZone: 'W. Europe Standard Time',
};

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
  const session = await page.request.get(`${outlook.origin}/api/session`);
  storeId = Session.parse(await session.json()).stores[0]?.id ?? '';
}, 20_000);
afterEach(async () => {
  for (const { id } of await calendar())
    await page.request.delete(`${outlook.origin}/api/appointments/${id}`);
  await context.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const tile = (subject: string, when: string) => button(new RegExp(`^${subject}, ${when}`));
const choose = (name: string) => page.getByRole('alertdialog').getByRole('button', { name }).click();

async function calendar(): Promise<Appointment[]> {
  const range = `from=${ten - 30 * day}&to=${ten + 30 * day}`;
  const answer = await page.request.get(`${outlook.origin}/api/appointments?store=${storeId}&${range}`);
  return z.array(Appointment).parse(await answer.json());
}

/** Puts an appointment into the calendar and shows the week with it. */
async function show(subject: string, given: Partial<SaveRequest> = {}): Promise<void> {
  const request: SaveRequest = {
    ...{ storeId, subject, location: 'Room 1', start: ten, end: ten + hour, allDay: false },
    ...{ body: { format: 'html', content: '<p>Agenda</p>' }, timeZone: 'W. Europe Standard Time' },
    ...{ required: [], optional: [], customProperties: properties, send: false, ...given },
  };
  await page.request.post(`${outlook.origin}/api/appointments`, { data: request });
  await page.goto(outlook.origin + week);
  await button(new RegExp(`^${subject}, `))
    .first()
    .waitFor();
}

/** Drags from the middle of something by days and half hours. */
async function drag(
  from: ReturnType<typeof button>,
  by: { days?: number; halfHours?: number },
  key?: 'Control',
): Promise<void> {
  const box = await from.boundingBox();
  const column = await page.getByRole('gridcell', { name: /Monday 7 January 2030, 12:00/ }).boundingBox();
  if (!box || !column) throw new Error('It is not on screen.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  if (key) await page.keyboard.down(key);
  await page.mouse.move(x + 8, y + 8);
  await page.mouse.move(x + (by.days ?? 0) * column.width, y + (by.halfHours ?? 0) * column.height, {
    steps: 4,
  });
  await page.mouse.up();
  if (key) await page.keyboard.up(key);
}

it('moves an appointment by the pointer, and takes it back', async () => {
  await show('Planning');
  const [before] = await calendar();
  await drag(tile('Planning', 'Wednesday'), { days: 1, halfHours: 3 });
  await tile('Planning', 'Thursday 10 January 2030, 11:30 to 12:30').waitFor();
  const [after] = await calendar();
  expect(after).toMatchObject({ id: before?.id, customProperties: properties });
  expect(after?.changeNumber).toBeGreaterThan(before?.changeNumber ?? 0);
  await page.getByText('"Planning" is now Thursday 10 January 2030, 11:30 to 12:30.').waitFor();
  await page.keyboard.press('Control+z');
  await tile('Planning', 'Wednesday 9 January 2030, 10:00 to 11:00').waitFor();
}, 30_000);

it('opens nothing after a drag, and leaves everything as it was on Escape', async () => {
  await show('Steady');
  const box = await tile('Steady', 'Wednesday').boundingBox();
  if (!box) throw new Error('It is not on screen.');
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 20, box.y + 120, { steps: 3 });
  await page.getByText('12:00 to 13:00').waitFor();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.getByText('12:00 to 13:00').waitFor({ state: 'detached' });
  await tile('Steady', 'Wednesday 9 January 2030, 10:00 to 11:00').waitFor();
  expect(page.url()).toContain(week);
  expect(await calendar()).toMatchObject([{ start: ten }]);
}, 30_000);

it('changes the end where the edge is dragged, never to less than a quarter of an hour', async () => {
  await show('Long');
  await drag(page.getByTestId('edge'), { halfHours: 2 });
  await tile('Long', 'Wednesday 9 January 2030, 10:00 to 12:00').waitFor();
  await drag(page.getByTestId('edge'), { halfHours: -8 });
  await tile('Long', 'Wednesday 9 January 2030, 10:00 to 10:15').waitFor();
}, 30_000);

it('moves, resizes and copies by keyboard from the menu of an appointment', async () => {
  await show('Keys');
  await tile('Keys', 'Wednesday').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Move or resize' }).press('Enter');
  await page.getByText('Moving to Wednesday 9 January 2030, 10:00 to 11:00').waitFor();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown'])
    await page.keyboard.press(key);
  await page.getByText('Moving to Thursday 10 January 2030, 10:30 to 11:45').waitFor();
  await page.keyboard.press('Enter');
  await tile('Keys', 'Thursday 10 January 2030, 10:30 to 11:45').waitFor();
  await page.waitForFunction(() =>
    document.activeElement?.getAttribute('aria-label')?.startsWith('Keys, Thursday'),
  );
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Move or resize' }).press('Enter');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Enter');
  await tile('Keys', 'Wednesday 9 January 2030, 10:30 to 11:45').waitFor();
  expect(await calendar()).toHaveLength(2);
}, 30_000);

it('copies with everything that is on an appointment when Ctrl is held, as a new one that was not sent', async () => {
  await show('Original', {
    required: [{ name: 'Sandbox Attendee', address: 'attendee@example.test' }],
    send: true,
  });
  await drag(tile('Original', 'Wednesday'), { days: 2 }, 'Control');
  await tile('Original', 'Friday 11 January 2030, 10:00 to 11:00').waitFor();
  const [original, copy] = await calendar();
  const { body, location, customProperties, required } = original ?? {};
  expect(copy).toMatchObject({ body, location, customProperties, required, sent: false });
  expect([copy?.id, copy?.uid, copy?.searchKey]).not.toEqual(
    expect.arrayContaining([original?.id, original?.uid, original?.searchKey]),
  );
  expect(original).toMatchObject({ start: ten, sent: true });
  await page.getByRole('button', { name: 'Undo' }).click();
  await tile('Original', 'Friday').waitFor({ state: 'detached' });
}, 30_000);

it('duplicates into a form, where the copy has no id until it is saved', async () => {
  await show('Twice');
  await tile('Twice', 'Wednesday').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await page.getByRole('textbox', { name: 'Subject', exact: true }).waitFor();
  await page.waitForFunction(() => window.sandboxOutlook?.item()?.subject === 'Twice');
  expect(await page.evaluate(() => window.sandboxOutlook?.item())).toMatchObject({
    location: 'Room 1',
    customProperties: properties,
    savedId: undefined,
    start: ten,
  });
  await page.getByLabel('Start date').fill('2030-01-10');
  await button('Save').click();
  await tile('Twice', 'Thursday').waitFor();
  expect(await calendar()).toHaveLength(2);
}, 30_000);

it('asks whether attendees are told when a sent appointment is moved', async () => {
  await show('Sent', { required: [{ name: 'A', address: 'attendee@example.test' }], send: true });
  await drag(tile('Sent', 'Wednesday'), { halfHours: 2 });
  await choose('Send update');
  await tile('Sent', 'Wednesday 9 January 2030, 11:00 to 12:00').waitFor();
  await button(/^Signed in as/).click();
  await page.getByRole('menuitemradio', { name: /Attendee/ }).click();
  await page.goto(outlook.origin + week);
  await tile('Sent', 'Wednesday 9 January 2030, 11:00 to 12:00').waitFor();
}, 30_000);

describe('an occurrence', () => {
  const everyOther: Recurrence = { ...daily, rule: { frequency: 'daily', interval: 2 } };

  it('moves alone, or takes the series along', async () => {
    await show('Course', { recurrence: everyOther });
    await drag(tile('Course', 'Wednesday'), { days: 1 });
    await choose('Move this occurrence');
    await tile('Course', 'Thursday 10 January 2030, 10:00').waitFor();
    await tile('Course', 'Friday 11 January 2030, 10:00').waitFor();
    await drag(tile('Course', 'Friday'), { halfHours: -2 });
    await page.getByText('gives up the occurrence that was changed').waitFor();
    await choose('Move the series');
    await tile('Course', 'Wednesday 9 January 2030, 09:00').waitFor();
    expect((await calendar()).map(({ start }) => start)).toEqual(
      [0, 2, 4].map((days) => ten + days * day - hour),
    );
  }, 30_000);

  it('cannot be moved onto the day of the next one or past it', async () => {
    await show('Ordered', { recurrence: everyOther });
    await drag(tile('Ordered', 'Wednesday'), { days: 2 });
    await choose('Move this occurrence');
    await page.getByText('Two occurrences of "Ordered" cannot be on the same day.').waitFor();
    await drag(tile('Ordered', 'Wednesday'), { days: 3 });
    await choose('Move this occurrence');
    await page.getByText('An occurrence of "Ordered" cannot skip over a later one.').waitFor();
    await tile('Ordered', 'Wednesday 9 January 2030, 10:00').waitFor();
  }, 30_000);

  it('is copied as a single appointment with what it inherits from its series', async () => {
    await show('Source', { recurrence: everyOther });
    await drag(tile('Source', 'Friday'), { days: -1 }, 'Control');
    await tile('Source', 'Thursday').waitFor();
    const copy = (await calendar()).find(({ start }) => start === ten + day);
    expect(copy).toMatchObject({ recurrence: null, customProperties: properties });
    expect(copy?.seriesId).toBeUndefined();
  }, 30_000);

  it('tells an add-in nothing, as its item is not open', async () => {
    await show('Silent', { recurrence: everyOther });
    await drag(tile('Silent', 'Wednesday'), { halfHours: 2 });
    await choose('Move this occurrence');
    await tile('Silent', 'Wednesday 9 January 2030, 11:00').waitFor();
    expect(await page.evaluate(() => window.sandboxOutlook?.calls())).toEqual([]);
  }, 30_000);
});

it.each(['light', 'dark'] as const)(
  'has no accessibility fault in %s while something is moved',
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const faults = async () => {
      await page.evaluate(axe);
      return page.evaluate(
        `axe.run(document, { iframes: false }).then(({ violations }) => violations.filter(({ id }) => id !== 'aria-hidden-focus').map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html.slice(0, 160)).join(' | ')))`,
      );
    };
    await show('Accessible', { recurrence: daily });
    await tile('Accessible', 'Friday').focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Move or resize' }).waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('menuitem', { name: 'Move or resize' }).press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.getByText('Moving to').waitFor();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Enter');
    await choose('Move this occurrence');
    await page.getByText('"Accessible" is now').waitFor();
    expect(await faults()).toEqual([]);
  },
  40_000,
);
