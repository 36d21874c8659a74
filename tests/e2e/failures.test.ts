/** An Outlook that fails while a meeting is added, and two presses at once: never an orphan, never half an invitation. */
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
    await outlook.updateButton.waitFor();
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
    await outlook.updateButton.waitFor();
    expect(left).toHaveLength(before.ids.length + 1);
    expect(await ids()).toEqual(left);
  });
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
  await outlook.updateButton.waitFor();
  await other.updateButton.waitFor();
  expect(await ids()).toHaveLength(before.length + 1);
  const [here, there] = [await outlook.item(), await other.item()];
  expect(here.location).toBe(there.location);
});

test('a double press in the pane makes one meeting', async () => {
  await outlook.ready({ subject: 'Double press' });
  const before = await ids();
  await outlook.button('Add Zoom meeting').dblclick();
  await outlook.updateButton.waitFor();
  expect(await ids()).toHaveLength(before.length + 1);
});
