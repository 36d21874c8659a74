/** Meetings of forms that may never be saved: what is known of them, and what the person can do with them. */
import { dayFromNow, OutlookPage } from './support/outlook';
import { freshContext } from './support/product';
import { browser, outlook, product, zoom, withProduct } from './support/suite';

withProduct();
beforeEach(() => zoom.reset());

const day = dayFromNow(1);
const none = 'There are none: every meeting that was made here was seen on a saved appointment.';

/** The bar above what the pane is there for. */
const notSeen = /not been seen on a saved appointment yet/;

/** The topics that the pane lists as unused now. */
async function unused(page = outlook): Promise<string[]> {
  const answered = page.page.waitForResponse(/\/api\/meetings\/unused$/);
  await page.button('Unused meetings').click();
  await answered;
  const cards = page.pane.locator('main').getByRole('listitem');
  await cards.or(page.pane.getByText(none)).first().waitFor();
  const topics = await cards.getByRole('heading').allInnerTexts();
  await page.button('Back').click();
  return topics;
}

/** Resolves with what the backend answers when it is told that a saved appointment carries a meeting. */
const confirmed = async (page = outlook): Promise<unknown> =>
  (await page.page.waitForResponse(/\/api\/meetings\/\d+\/confirm$/)).json();

describe('a draft', () => {
  test('that is discarded: its meeting is listed in the next pane, where Keep keeps it and Delete deletes it', async () => {
    for (const subject of ['Kept', 'Deleted']) {
      await outlook.ready({ subject });
      await outlook.add();
      await outlook.discard();
    }
    const before = await zoom.living();
    expect(before.map(({ topic }) => topic)).toEqual(['Kept', 'Deleted']);

    await outlook.newAppointment({ subject: 'Another' });
    await outlook.openPane();
    await outlook.pane
      .getByText('2 Zoom meetings that were made here have not been seen on a saved appointment yet.')
      .waitFor();
    await outlook.button('Take a look').click();
    await outlook.button('Keep: Kept').click();
    await outlook.pane.getByText('The meeting is kept').waitFor({ state: 'attached' });
    await outlook.button('Delete in Zoom: Deleted').click();
    await outlook.pane.getByText(none).waitFor();
    expect((await zoom.living()).map(({ topic }) => topic)).toEqual(['Kept']);
    await outlook.button('Back').click();
    await outlook.button('Add Zoom meeting').waitFor();
    expect(await outlook.pane.getByText(notSeen).count()).toBe(0);
  });

  test('whose meeting was deleted in the list: Undo brings it back there and in Zoom, by the keyboard too', async () => {
    // The calendar's clock counts, not that of the browser.
    const there = await OutlookPage.open(await freshContext(browser, { timezoneId: 'UTC' }), product);
    await there.ready({ subject: 'Saved after all', date: day, start: '10:00', end: '10:30' });
    await there.add();
    await there.saved('Saved after all', day);
    await there.newAppointment({ subject: 'Another' });
    await there.openPane();
    await there.button('Take a look').click();
    const card = there.pane.getByRole('listitem').filter({ hasText: 'Saved after all' });
    await card.getByText(/10:00\sAM$/).waitFor();

    await there.button('Delete in Zoom: Saved after all').focus();
    await there.page.keyboard.press('Enter');
    await there.pane.getByText('“Saved after all” was deleted in Zoom.').waitFor();
    await there.pane.getByRole('status').getByText('The meeting is deleted in Zoom').waitFor();
    expect(await zoom.living()).toEqual([]);
    await there.button('Undo: Saved after all').focus();
    await there.page.keyboard.press('Enter');
    await card.waitFor();
    await there.pane.getByRole('status').getByText('Zoom meeting is back').waitFor();
    expect((await zoom.living()).map(({ topic }) => topic)).toEqual(['Saved after all']);
    expect(await there.button('Undo: Saved after all').count()).toBe(0);
    await there.button('Back').click();
    expect(await unused(there)).toEqual(['Saved after all']);
    await there.page.context().close();
  });

  test('that the person knows of is not told again, until another one joins; Keep all keeps them', async () => {
    await outlook.ready({ subject: 'First' });
    await outlook.add();
    await outlook.discard();
    await outlook.newAppointment({ subject: 'Second' });
    await outlook.openPane();
    await outlook.pane.getByText(notSeen).waitFor();
    await outlook.button('Close').click();
    await outlook.pane.getByText(notSeen).waitFor({ state: 'detached' });
    expect(await unused()).toEqual(['First']);
    await outlook.add();
    await outlook.discard();

    const asked = outlook.page.waitForResponse(/\/api\/meetings\/unused$/);
    await outlook.newAppointment({ subject: 'Third' });
    await outlook.openPane();
    await asked;
    await outlook.pane.getByText(/^2 Zoom meetings .* yet\.$/).waitFor();
    await outlook.button('Close').click();
    await outlook.discard();
    await outlook.newAppointment({ subject: 'Third' });
    await outlook.openPane();
    await outlook.button('Add Zoom meeting').waitFor();
    expect(await unused()).toEqual(['Second', 'First']);
    expect(await outlook.pane.getByText(notSeen).count()).toBe(0);
    await outlook.button('Unused meetings').click();
    await outlook.button('Keep all').click();
    await outlook.pane.getByText(none).waitFor();
    await outlook.pane.getByText('The meetings are kept').waitFor({ state: 'attached' });
    expect(await zoom.living()).toHaveLength(2);
  });

  test('that is still open in another window is not listed, until that window is closed', async () => {
    await outlook.ready({ subject: 'Open' });
    await outlook.add();
    const second = await OutlookPage.open(outlook.page.context(), product);
    await second.newAppointment({ subject: 'Meanwhile' });
    await second.openPane();
    await second.button('Add Zoom meeting').waitFor();
    expect(await unused(second)).toEqual([]);
    await outlook.page.close({ runBeforeUnload: false });
    expect(await unused(second)).toEqual(['Open']);
    expect(await zoom.living()).toHaveLength(1);
  });

  test("is no draft any more once it is seen saved: the backend's record follows, in whatever browser", async () => {
    const elsewhere = await OutlookPage.open(await freshContext(browser), product);
    await outlook.ready({ subject: 'In the end saved' });
    await outlook.add();
    await elsewhere.ready({ subject: 'Elsewhere' });
    expect(await unused(elsewhere)).toEqual(['In the end saved']);

    await outlook.saved('In the end saved', day);
    const telling = confirmed();
    await outlook.open('In the end saved', day);
    expect(await telling).toEqual({ appointment: 'this' });
    expect(await unused(elsewhere)).toEqual([]);
    expect(await unused()).toEqual([]);
    await outlook.showWeek(day);
    await outlook.newAppointment({ subject: 'Later' });
    await outlook.openPane();
    await outlook.button('Add Zoom meeting').waitFor();
    expect(await unused()).toEqual([]);
    await elsewhere.page.context().close();
  });
});
