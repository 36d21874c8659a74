/**
 * What is changed or deleted in Zoom is noticed by the pane that is open, shown old and new, and brought together the
 * way that the person presses for.
 */
import { dayFromNow } from './support/outlook';
import { outlook, zoom, withProduct } from './support/suite';

withProduct();

const changedInZoom = () => outlook.pane.getByText('The meeting was changed in Zoom.');

/** From here on the test says how fast time goes by in the window and its frames. */
async function ownClock(): Promise<void> {
  await outlook.page.clock.install();
  await outlook.page.reload();
}

/** After this time the pane has looked at Zoom again. */
const halfAMinute = () => outlook.page.clock.fastForward(31_000);

/** Changes the newest meeting on its page in Zoom, at the person's own hand. */
async function changeInZoom(fields: {
  topic?: string;
  start?: string;
  minutes?: string;
  passcode?: string;
}): Promise<void> {
  const { id } = await zoom.newest();
  const page = await zoom.page(outlook.page.context(), `/meeting/${id}`);
  if (fields.topic !== undefined) await page.getByLabel('Topic').fill(fields.topic);
  if (fields.start !== undefined) await page.getByLabel('Start (Europe/Berlin)').fill(fields.start);
  if (fields.minutes !== undefined) await page.getByLabel('Minutes').fill(fields.minutes);
  if (fields.passcode !== undefined) await page.getByLabel('Passcode', { exact: true }).fill(fields.passcode);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Meetings', exact: true }).waitFor();
  await page.close();
}

async function deleteInZoom(): Promise<void> {
  const { id } = await zoom.newest();
  const page = await zoom.page(outlook.page.context(), `/meeting/${id}`);
  await page.getByRole('button', { name: 'Delete this meeting' }).click();
  await page.getByRole('heading', { name: 'Meetings', exact: true }).waitFor();
  await page.close();
}

test('topic and time that were changed in Zoom are noticed, and the appointment takes them over', async () => {
  await ownClock();
  await outlook.ready({ subject: 'Here', body: 'Keep me.' });
  await outlook.add();
  await changeInZoom({ topic: 'There', start: `${dayFromNow(4)}T16:00`, minutes: '75' });
  await halfAMinute();
  await changedInZoom().waitFor();
  expect(await outlook.difference('Topic')).toEqual(['There', 'Here']);
  await outlook.button('Take over from Zoom').click();
  await changedInZoom().waitFor({ state: 'detached' });

  const meeting = await zoom.newest();
  const item = await outlook.item();
  expect(item).toMatchObject({
    subject: 'There',
    start: meeting.start,
    end: Number(meeting.start) + 75 * 60_000,
  });
  expect(item.body.content).toContain('Keep me.');
  expect(item.body.content).toContain('4:00');
  expect(await outlook.page.getByLabel('Subject').inputValue()).toBe('There');
  expect(await outlook.page.getByLabel('Start date').inputValue()).toBe(dayFromNow(4));
  expect(await outlook.page.getByLabel('Start time').inputValue()).toBe('16:00');
  expect(await outlook.page.getByLabel('End time').inputValue()).toBe('17:15');
});

test('what was changed in Zoom can be overruled by the appointment', async () => {
  await ownClock();
  await outlook.ready({ subject: 'Here' });
  await outlook.add();
  await changeInZoom({ topic: 'There' });
  await halfAMinute();
  await changedInZoom().waitFor();
  await outlook.update();
  expect(await zoom.newest()).toMatchObject({ topic: 'Here' });
});

test('a meeting deleted in Zoom while the pane is open is noticed, and the pane offers a new one', async () => {
  await ownClock();
  await outlook.ready({ subject: 'Gone' });
  await outlook.add();
  const { id } = await zoom.newest();
  await deleteInZoom();
  await halfAMinute();
  await outlook.pane.getByRole('heading', { name: 'This meeting is no longer in Zoom' }).waitFor();
  await outlook.button('Make a new one').click();
  await outlook.updateButton.waitFor();
  const again = await zoom.newest();
  expect(again).toMatchObject({ topic: 'Gone' });
  expect(again.id).not.toBe(id);
  const { body, location } = await outlook.item();
  expect(body.content.match(/Join Zoom meeting/g)).toHaveLength(1);
  expect(location).toContain(String(again.id));
  expect(location).not.toContain(String(id));
});

test('a meeting deleted in Zoom is noticed when the pane comes into view, and what is left of it can go', async () => {
  await ownClock();
  await outlook.ready({ subject: 'Left over', body: 'Mine.' });
  await outlook.add();
  await deleteInZoom();
  await outlook.page.clock.fastForward(6_000);
  await outlook.pane.locator('main').evaluate(() => window.dispatchEvent(new Event('focus')));
  await outlook.pane.getByRole('heading', { name: 'This meeting is no longer in Zoom' }).waitFor();
  await outlook.button('Remove it here').click();
  await outlook.button('Add Zoom meeting').waitFor();
  const { body, location } = await outlook.item();
  expect(body.content).toContain('Mine.');
  expect(body.content).not.toContain('Join Zoom meeting');
  expect(location).toBe('');
});

test('a passcode that was changed in Zoom is said, and a press puts it into invitation and location', async () => {
  const day = dayFromNow(1);
  await outlook.ready({ subject: 'New passcode', body: 'Keep me.' });
  await outlook.add();
  await outlook.saved('New passcode', day);
  await changeInZoom({ passcode: 'new42' });
  await outlook.open('New passcode', day);
  await outlook.pane
    .getByRole('heading', { name: 'The passcode or join link was changed in Zoom' })
    .waitFor();
  const before = await outlook.item();
  expect(before.body.content).not.toContain('new42');
  await outlook.button('Put in the new one').click();
  await outlook.updateButton.waitFor();
  const { body, location } = await outlook.item();
  expect(body.content).toContain('new42');
  expect(body.content).toContain('Keep me.');
  expect(body.content.match(/Join Zoom meeting/g)).toHaveLength(1);
  expect(location).not.toBe(before.location);
  expect(body.content).toContain(location.replaceAll('&', '&amp;'));
});

test('the ribbon puts a passcode that was changed in Zoom in too, and says so', async () => {
  const day = dayFromNow(1);
  await outlook.ready({ subject: 'By the ribbon' });
  await outlook.add();
  await outlook.saved('By the ribbon', day);
  await changeInZoom({ passcode: 'new42' });
  await outlook.open('By the ribbon', day);
  await outlook.ribbon('Add Zoom Meeting').click();
  await outlook.messages.getByText(/passcode or join link was changed in Zoom/).waitFor();
  expect((await outlook.item()).body.content).toContain('new42');
});
