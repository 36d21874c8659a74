/** What goes wrong on the way, and what is left then: never an orphan meeting, never half an invitation. */
import { hostCall, OutlookPage } from './support/outlook';
import { outlook, product, zoom, withProduct } from './support/suite';

withProduct();

const ids = async () => (await zoom.living()).map(({ id }) => id);
const retry = () => outlook.button('Try again');

/** The pane looks at the appointment every two seconds: what shall fail next must not be taken by such a look. */
async function justLooked(): Promise<void> {
  await outlook.clearCalls();
  await outlook.page.waitForFunction(() =>
    (window.sandboxOutlook?.calls() ?? []).some(({ name }) => name === 'customProperties.load'),
  );
}

describe('a host call that fails while adding', () => {
  test.each([
    ['reading the subject', hostCall.subjectGet],
    ['reading the times', hostCall.timeGet],
    ['reading the text', hostCall.bodyGet],
    ['reading the location', hostCall.locationGet],
    ['reading the properties', hostCall.propertiesLoad],
    ['writing the text', hostCall.bodySet],
    ['writing the location', hostCall.locationSet],
  ])('%s: nothing is left behind, and trying again makes one meeting', async (_, call) => {
    await outlook.ready({ subject: 'Failing', location: 'Room 5', body: 'Words.' });
    const before = { ids: await ids(), item: await outlook.item() };
    await justLooked();
    await outlook.failNext(call);
    await outlook.button('Add Zoom meeting').click();
    await outlook.pane.getByText(/Outlook could not/).waitFor();
    const after = await outlook.item();
    expect(await ids()).toEqual(before.ids);
    expect(after.body).toEqual(before.item.body);
    expect(after.location).toBe('Room 5');

    await retry().click();
    await outlook.button('Update').waitFor();
    expect(await ids()).toHaveLength(before.ids.length + 1);
    expect((await outlook.item()).body.content.match(/Join Zoom meeting/g)).toHaveLength(1);
  });

  test('writing the property once: it is tried again by itself, since a first save on a draft may fail', async () => {
    await outlook.ready({ subject: 'First save' });
    await outlook.failNext(hostCall.propertiesSave);
    await outlook.add();
    expect((await outlook.item()).body.content).toContain('Join Zoom meeting');
  });

  test('writing the property for good: nothing is left behind', async () => {
    await outlook.ready({ subject: 'No properties' });
    const before = { ids: await ids(), item: await outlook.item() };
    await outlook.failNext(hostCall.propertiesSave, 6);
    await outlook.button('Add Zoom meeting').click();
    await outlook.pane.getByText(/Outlook could not/).waitFor();
    expect(await ids()).toEqual(before.ids);
    expect((await outlook.item()).body).toEqual(before.item.body);
  });

  test('while Zoom cannot take the meeting back either: the next press goes on with that same meeting', async () => {
    await outlook.ready({ subject: 'Half done', body: 'Words.' });
    const before = { ids: await ids(), item: await outlook.item() };
    await outlook.failNext(hostCall.locationSet);
    await zoom.fault('500', 'meetings.delete', { times: 20 });
    await outlook.button('Add Zoom meeting').click();
    await outlook.pane.getByText(/Outlook could not/).waitFor();
    expect((await outlook.item()).body).toEqual(before.item.body);
    const left = await ids();
    await zoom.clean();
    await outlook.button('Try again').or(outlook.button('Repair')).first().click();
    await outlook.button('Update').waitFor();
    expect(left).toHaveLength(before.ids.length + 1);
    expect(await ids()).toEqual(left);
  });
});

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
    await outlook.button('Update').waitFor();
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

describe('the session', () => {
  test('an access token of Zoom that expired during an add is refreshed once, unseen', async () => {
    await outlook.ready({ subject: 'Expired token' });
    await zoom.forgetRequests();
    await zoom.expireAccessTokens();
    await outlook.add();
    expect((await zoom.requests('oauth.token')).length).toBe(1);
  });

  test('that Zoom has withdrawn asks for a new sign-in, then goes on with what was pressed and typed', async () => {
    await outlook.ready({ subject: 'Withdrawn' });
    await outlook.pane.getByLabel('Topic').fill('Still here');
    await zoom.revokeGrants();
    await outlook.button('Add Zoom meeting').click();
    await outlook.pane.getByText('Sign in again').waitFor();
    await outlook.signIn();
    // What was pressed goes on by itself.
    await outlook.pane.getByRole('heading', { name: 'Still here' }).waitFor();
    expect((await zoom.living()).at(-1)).toMatchObject({ topic: 'Still here' });
  });

  test('a sign-in window that is closed says so and can be opened again', async () => {
    await outlook.newAppointment();
    await outlook.openPane();
    const opened = outlook.page.waitForEvent('popup');
    await outlook.button('Sign in to Zoom').click();
    await (await opened).close();
    await outlook.pane.getByText(/Sign-in was not finished/).waitFor();
    await outlook.signIn();
    await outlook.button('Add Zoom meeting').waitFor();
  });

  test('declining in Zoom says so', async () => {
    await outlook.newAppointment();
    await outlook.openPane();
    const opened = outlook.page.waitForEvent('popup');
    await outlook.button('Sign in to Zoom').click();
    const window = await opened;
    await window.getByRole('button', { name: 'Sandbox Organizer' }).click();
    await window.getByRole('button', { name: 'Decline' }).click();
    await outlook.pane.getByText(/Zoom did not allow this sign-in|Sign-in was not finished/).waitFor();
  });

  test('signing out shows the first screen', async () => {
    await outlook.ready();
    await outlook.button('Sign out').click();
    await outlook.button('Sign in to Zoom').waitFor();
  });
});

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

test('two windows on one saved appointment make one meeting', async () => {
  await outlook.ready({ subject: 'Two windows' });
  await outlook.save();
  await outlook.page.getByRole('button', { name: /^Two windows,/ }).click();
  await outlook.openPane();
  await outlook.button('Add Zoom meeting').waitFor();
  const other = await OutlookPage.open(outlook.page.context(), product, new URL(outlook.page.url()).hash);
  await other.openPane();
  await other.button('Add Zoom meeting').waitFor();
  const before = await ids();
  await Promise.all([outlook.button('Add Zoom meeting').click(), other.button('Add Zoom meeting').click()]);
  await outlook.button('Update').waitFor();
  await other.button('Update').waitFor();
  expect(await ids()).toHaveLength(before.length + 1);
  const [here, there] = [await outlook.item(), await other.item()];
  expect(here.location).toBe(there.location);
});

test('a double press in the pane makes one meeting', async () => {
  await outlook.ready({ subject: 'Double press' });
  const before = await ids();
  await outlook.button('Add Zoom meeting').dblclick();
  await outlook.button('Update').waitFor();
  expect(await ids()).toHaveLength(before.length + 1);
});
