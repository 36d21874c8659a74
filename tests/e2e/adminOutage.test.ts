/**
 * The database goes away in the middle of a save, with the page open: it says so, nothing is lost or half-saved, and
 * the next try works. On a PostgreSQL of the test's own.
 */
import type { Browser } from 'playwright-core';
import pg from 'pg';
import { PostgresPlace } from '../backend/policy/places';
import { AdminPage } from './support/admin';
import { startBrowser, startProduct, type Product } from './support/product';

const INTEGRATE = 'Integrate your calendar and contacts';

let place: PostgresPlace;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  const opened = await PostgresPlace.open();
  if (typeof opened === 'string') throw new Error(opened);
  place = opened;
  [product, browser] = await Promise.all([startProduct({ DATABASE_URL: place.url }), startBrowser()]);
}, 90_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
  await place.close();
});

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: place.url });
  // It breaks with the server.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

it('is said, keeps what was changed, and saves it when the database is back', async () => {
  const admin = await AdminPage.signedIn(browser, product);
  const { page } = admin;
  await admin.switch(INTEGRATE).click();
  await page
    .getByText(/never seen|integration changes/)
    .first()
    .waitFor();

  const [watcher, blocker] = [await connected(), await connected()];
  // The save has changed its row, and now waits to write the history.
  await blocker.query('begin; lock table policy_history in access exclusive mode');
  const saving = page.waitForResponse((answer) => answer.request().method() === 'PUT');
  await admin.button('Save').click();
  const waits = `select 1 from pg_stat_activity where wait_event_type = 'Lock'`;
  while ((await watcher.query(waits)).rowCount === 0);
  await place.crash();

  expect((await saving).status()).toBe(503);
  await page.getByText('This did not work').waitFor();
  await page.getByText('1 change is not saved').waitFor();
  expect(await admin.switch(INTEGRATE).isChecked()).toBe(true);

  await place.start();
  await admin.button('Try again').click();
  await page.getByRole('region', { name: 'Changes that are not saved' }).waitFor({ state: 'detached' });
  await page.getByText(/^Last saved by Sandbox Manager, /).waitFor();
  await admin.goTo('History');
  await page.getByRole('heading', { name: 'Saved settings' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Saved settings' }).count()).toBe(1);
  await admin.close();
});
