// How long a pane takes in the host from the press on its ribbon button until it can be used: the bare one, when it
// is rendered; the product's, when Add can be pressed (signed in, backend warm). One of each in turn, in one browser.
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tools/browser.mjs';
import { folders } from './build.mjs';
import { startProduct } from './product.mjs';

const ROUNDS = 15;
/** Rounds before the counted ones: code caches and the backend's connections fill. */
const WARM_UP = 3;

async function openForm(context, outlook) {
  const page = await context.newPage();
  await page.goto(outlook);
  await page.getByRole('button', { name: 'New appointment', exact: true }).click();
  await page.getByRole('region', { name: 'Appointment form' }).waitFor();
  return page;
}

const settings = (page) =>
  page.getByRole('toolbar', { name: 'Ribbon' }).getByRole('button', { name: 'Settings', exact: true });

/** Milliseconds from the press until the pane's mark. */
async function once(context, outlook) {
  const page = await openForm(context, outlook);
  await page.evaluate(() => {
    addEventListener(
      'click',
      (event) => {
        window.pressedAt = performance.timeOrigin + event.timeStamp;
      },
      { capture: true, once: true },
    );
  });
  await settings(page).click();
  const frame = await (await page.waitForSelector('aside iframe')).contentFrame();
  await frame.waitForURL(/taskpane/);
  const usableAt = await frame.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          const [mark] = performance.getEntriesByName('pane-usable');
          if (mark) resolve(performance.timeOrigin + mark.startTime);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  const pressedAt = await page.evaluate(() => window.pressedAt);
  await page.close();
  return usableAt - pressedAt;
}

/** Signs the person in by the pane, as they would once. */
async function signIn(context, outlook) {
  const page = await openForm(context, outlook);
  await settings(page).click();
  const pane = page.frameLocator('aside iframe');
  const opened = page.waitForEvent('popup');
  await pane.getByRole('button', { name: 'Sign in to Zoom', exact: true }).click();
  const window = await opened;
  await window.getByRole('button', { name: 'Sandbox Organizer' }).click();
  const closed = window.waitForEvent('close');
  await window.getByRole('button', { name: 'Allow' }).click();
  await closed;
  await pane.getByRole('button', { name: 'Add Zoom meeting', exact: true }).waitFor();
  await page.close();
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Median, least and most of each, in milliseconds. */
export async function timePanes() {
  const [ours, bare] = await Promise.all([startProduct(folders.ours), startProduct(folders.bare)]);
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  try {
    const newContext = () =>
      browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1400, height: 900 } });
    const contexts = { ours: await newContext(), bare: await newContext() };
    await signIn(contexts.ours, ours.outlook);
    const times = { ours: [], bare: [] };
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      for (const [name, product] of Object.entries({ bare, ours })) {
        const time = await once(contexts[name], product.outlook);
        if (round >= WARM_UP) times[name].push(time);
      }
      process.stdout.write('.');
    }
    process.stdout.write('\n');
    const summary = (values) => ({
      median: median(values),
      least: Math.min(...values),
      most: Math.max(...values),
    });
    return { ours: summary(times.ours), bare: summary(times.bare) };
  } finally {
    await browser.close();
    await Promise.all([ours.stop(), bare.stop()]);
  }
}
