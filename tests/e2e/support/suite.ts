/**
 * What every browser test file has: the product running once, Chromium once, and for each test a fresh window of the
 * sandbox's Outlook in a browser profile of its own. The names below hold the present ones while a test runs.
 */
import type { Browser } from 'playwright-core';
import * as z from 'zod';
import { OutlookPage } from './outlook';
import { freshContext, startBrowser, startProduct, type Product } from './product';
import { ZoomControl } from './zoom';

export let product: Product;
export let browser: Browser;
export let zoom: ZoomControl;
export let outlook: OutlookPage;

/**
 * Registers the beginning and the end of a test file and of its tests. Call it once, at the top; or once in each
 * `describe` of a file whose tests need the product started in several ways.
 */
export function withProduct(environment: Record<string, string> = {}): void {
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(environment), startBrowser()]);
    zoom = new ZoomControl(product);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  beforeEach(async () => {
    outlook = await OutlookPage.open(await freshContext(browser), product);
  });

  afterEach(async () => {
    await outlook.page.context().close();
    await zoom.clean();
    await emptyCalendars();
  });
}

const Stores = z.object({ stores: z.array(z.object({ id: z.string() })) });
const Items = z.array(z.object({ id: z.string(), seriesId: z.string().nullish() }));
/** Whatever tests put into a calendar is within these years. */
const span = { from: Date.UTC(2020, 0), to: Date.UTC(2036, 0) };

/** A test that runs once more must not find what its first run saved. */
async function emptyCalendars(): Promise<void> {
  const session = await product.call('GET', `${product.outlook}/api/session`);
  for (const { id: store } of Stores.parse(session.json).stores) {
    const shown = await product.call(
      'GET',
      `${product.outlook}/api/appointments?store=${store}&from=${span.from}&to=${span.to}`,
    );
    const ids = new Set(Items.parse(shown.json).map(({ id, seriesId }) => seriesId ?? id));
    for (const id of ids) await product.call('DELETE', `${product.outlook}/api/appointments/${id}`);
  }
}
