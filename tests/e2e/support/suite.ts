/**
 * What every browser test file has: the product running once, Chromium once, and for each test a fresh window of the
 * sandbox's Outlook in a browser profile of its own. The names below hold the present ones while a test runs.
 */
import type { Browser } from 'playwright-core';
import { OutlookPage } from './outlook';
import { emptyCalendars } from './calendars';
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
    await emptyCalendars(product);
  });
}
