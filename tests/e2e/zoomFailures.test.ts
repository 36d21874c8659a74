/** A Zoom that refuses, fails or cannot be reached: never a second meeting, and always a way on. */
import { outlook, product, zoom, withProduct } from './support/suite';

withProduct();

const ids = async () => (await zoom.living()).map(({ id }) => id);
const retry = () => outlook.button('Try again');

describe('Zoom', () => {
  test('answering 429 once is waited for, and nobody notices', async () => {
    await outlook.ready({ subject: 'Busy' });
    const before = await ids();
    await zoom.fault('429', 'meetings.create');
    await outlook.add();
    expect(await ids()).toHaveLength(before.length + 1);
  });

  test('answering 429 for long says when to try again', async () => {
    await outlook.ready({ subject: 'Very busy' });
    const before = await ids();
    await zoom.fault('429', 'meetings.create', { times: 30 });
    await outlook.button('Add Zoom meeting').click();
    await outlook.pane.getByText(/Zoom is limiting requests/).waitFor();
    await zoom.clean();
    await retry().click();
    await outlook.updateButton.waitFor();
    expect(await ids()).toHaveLength(before.length + 1);
  });

  test('answering 500 without an effect is asked again, once the list shows that nothing was made', async () => {
    await outlook.ready({ subject: 'Broken' });
    const before = await ids();
    await zoom.fault('500', 'meetings.create');
    await outlook.add();
    expect(await ids()).toHaveLength(before.length + 1);
  });

  test('not answering although it made the meeting: that meeting is found, not a second one made', async () => {
    await outlook.ready({ subject: 'Lost answer' });
    const before = await ids();
    await zoom.fault('timeout-after', 'meetings.create');
    await outlook.add();
    expect(await ids()).toHaveLength(before.length + 1);
    expect((await zoom.living()).at(-1)).toMatchObject({ topic: 'Lost answer' });
  });

  test('not answering before it did anything', async () => {
    await outlook.ready({ subject: 'Not reached' });
    const before = await ids();
    await zoom.fault('timeout-before', 'meetings.create');
    await outlook.add();
    expect(await ids()).toHaveLength(before.length + 1);
  });

  test('no longer having the meeting is shown, and what is left is removed', async () => {
    await outlook.ready({ subject: 'Gone', body: 'Stay.' });
    const before = await outlook.item();
    await outlook.add();
    const meeting = (await zoom.living()).at(-1);
    await outlook.save();
    await deleteInZoom(String(meeting?.id));
    await outlook.page.getByRole('button', { name: /^Gone,/ }).click();
    await outlook.openPane();
    await outlook.pane.getByText('This meeting is no longer in Zoom').waitFor();
    await outlook.button('Remove it here').click();
    await outlook.button('Add Zoom meeting').waitFor();
    const after = await outlook.item();
    expect(after.body.content).toBe(before.body.content);
    expect(after.location).toBe('');
  });
});

/** Deletes a meeting on Zoom's own page, as a person would. */
async function deleteInZoom(id: string): Promise<void> {
  const page = await outlook.page.context().newPage();
  await page.goto(`${product.zoom}/meeting/${id}`);
  await page
    .getByRole('button', { name: /delete/i })
    .first()
    .click();
  const again = page.getByRole('button', { name: /delete/i });
  if ((await again.count()) > 0 && (await zoom.living()).some((meeting) => String(meeting.id) === id))
    await again.first().click();
  await page.close();
}

test('without a network the pane says so, and stops saying so when it is back', async () => {
  await outlook.ready({ subject: 'Offline' });
  await outlook.page.context().setOffline(true);
  await outlook.button('Add Zoom meeting').click();
  await outlook.pane.getByText(/There is no connection/).waitFor();
  await outlook.page.context().setOffline(false);
  await outlook.pane.getByText(/There is no connection/).waitFor({ state: 'detached' });
  await outlook.add();
});

test('a pane opened without a network goes on by itself when it is back', async () => {
  await outlook.ready({ subject: 'Offline from the start' });
  await outlook.page.getByRole('button', { name: /^Close Zoom/ }).click();
  // The page itself is there, as a client keeps it; the backend behind it is not.
  await outlook.page
    .context()
    .route(`${product.addIn}/api/**`, (route) => route.abort('internetdisconnected'));
  await outlook.page.context().addInitScript(() => {
    let online = false;
    Object.defineProperty(navigator, 'onLine', { get: () => online });
    window.addEventListener('back-online', () => {
      online = true;
      window.dispatchEvent(new Event('online'));
    });
  });
  await outlook.openPane();
  await outlook.pane.getByText('You are offline').waitFor();
  await outlook.page.context().unroute(`${product.addIn}/api/**`);
  const frame = outlook.page.frames().find((one) => one.url().includes('taskpane'));
  await frame?.evaluate(() => window.dispatchEvent(new Event('back-online')));
  await outlook.button('Add Zoom meeting').waitFor();
});
