/**
 * Ribbon functions and dialogs in a Chromium that blocks pop-ups as a person's browser does.
 */
import type { Harness, OpenItem } from '../../sandbox/outlook-host/fixtures/harness';
import { startHarness } from '../../sandbox/outlook-host/fixtures/harness';

let harness: Harness;
let item: OpenItem;

beforeAll(async () => {
  harness = await startHarness({ blockPopups: true });
}, 120_000);
afterAll(() => harness?.close());
beforeEach(async () => {
  item = await harness.open('compose');
}, 30_000);
afterEach(() => item?.context.close());

const press = (name: string) =>
  item.page.evaluate((functionName) => window.harness.press(functionName), name);
const subject = () => item.page.evaluate(() => window.sandboxOutlook?.item()?.subject);
const finished = (count: number) =>
  item.page.waitForFunction(
    (wanted) =>
      window.sandboxOutlook?.commands().filter(({ state }) => state === 'completed' || state === 'failed')
        .length === wanted,
    count,
  );

it('runs a function on the item that is open, and hears when it is done', async () => {
  await press('rename');
  await finished(1);
  expect(await subject()).toBe('Renamed');
  expect(await item.page.evaluate(() => window.sandboxOutlook?.commands().map(({ state }) => state))).toEqual(
    ['completed'],
  );
});

it('passes a second press on while the first one runs', async () => {
  await item.page.evaluate(() => window.sandboxOutlook?.hold(17));
  await press('rename');
  await press('rename');
  await item.page.waitForFunction(
    () => window.sandboxOutlook?.calls().filter((call) => call.dispatchId === 17).length === 2,
  );
  await item.page.evaluate(() => window.sandboxOutlook?.release(17));
  await finished(2);
});

it('says so when the add-in has no such function', async () => {
  await press('missing');
  await finished(1);
  expect(await item.page.title()).toBe('missing: It ended with error 11101.');
});

it('shows the question of Office.js, and opens the dialog once the person allows it', async () => {
  await press('signIn');
  const frame = item.page.frameLocator('#functions iframe');
  await frame.getByRole('button', { name: 'Allow' }).click();
  await finished(1);
  expect(await subject()).toBe('Told: signed in');
  await item.page.waitForFunction(() => document.getElementById('functions')?.style.visibility === 'hidden');
});

it('ends the dialog with 12009 when the person ignores the question', async () => {
  await press('signIn');
  await item.page.frameLocator('#functions iframe').getByRole('button', { name: 'Ignore' }).click();
  await finished(1);
  expect(await subject()).toBe('Not opened: 12009');
});

it('cannot open a dialog without the question from a hidden page: the browser blocks it', async () => {
  // Asked over the protocol itself: a script that the test runs by `evaluate` counts as a person's click, and such a
  // click may reach the hidden page while it is still the empty document that it begins as.
  const browser = await item.context.newCDPSession(item.page);
  const { result } = await browser.send('Runtime.evaluate', {
    expression: `new Promise((resolve) => {
      harness.press('unprompted');
      const look = () => sandboxOutlook.commands().some(({ state }) => state === 'completed')
        ? resolve(sandboxOutlook.item().subject)
        : requestAnimationFrame(look);
      look();
    })`,
    awaitPromise: true,
    userGesture: false,
  });
  expect(result.value).toBe('Unprompted: 12011');
});
