/**
 * Agreement, end to end: what is changed on one side is noticed on the other, shown old and new, and brought together
 * by one press or, where the person wants it so, by itself.
 */
import { presets } from '../../src/sandbox/outlook/host/client/settings';
import { dayFromNow } from './support/outlook';
import { outlook, zoom, withProduct } from './support/suite';

withProduct();

const tomorrow = dayFromNow(1);
const changedHere = () => outlook.pane.getByText('The appointment has changed since the meeting was made.');
const changedInZoom = () => outlook.pane.getByText('The meeting was changed in Zoom.');

/** From here on the test says how fast time goes by in the window and its frames. */
async function ownClock(): Promise<void> {
  await outlook.page.clock.install();
  await outlook.page.reload();
}

/** After this time the pane has looked at Zoom again. */
const halfAMinute = () => outlook.page.clock.fastForward(31_000);

/** Changes the newest meeting on its page in Zoom, at the person's own hand. */
async function changeInZoom(fields: { topic?: string; start?: string; minutes?: string }): Promise<void> {
  const { id } = await zoom.newest();
  const page = await zoom.page(outlook.page.context(), `/meeting/${id}`);
  if (fields.topic !== undefined) await page.getByLabel('Topic').fill(fields.topic);
  if (fields.start !== undefined) await page.getByLabel('Start (Europe/Berlin)').fill(fields.start);
  if (fields.minutes !== undefined) await page.getByLabel('Minutes').fill(fields.minutes);
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

describe.each([
  { client: 'with events', settings: presets.default },
  { client: 'without events (Mailbox 1.5)', settings: presets['exchange-2019'] },
])('on a client $client', ({ settings }) => {
  test('a changed time, length and subject are noticed, shown old and new, and updated by a press', async () => {
    await outlook.settings(settings);
    await outlook.ready({ subject: 'Before' });
    await outlook.add();
    const before = await zoom.newest();

    await outlook.fill({ start: '14:00', end: '15:30' });
    await changedHere().waitFor();
    // Start and end are filled in one after the other, and the pane may show what is between.
    await outlook.pane.getByText(/2:00.*3:30 PM/).waitFor();
    const [inZoom] = await outlook.difference('Time');
    expect(inZoom).toMatch(/9:00.*9:30 AM/);
    await outlook.fill({ subject: 'After' });
    expect(await outlook.difference('Topic')).toEqual(['Before', 'After']);
    await outlook.update();
    await changedHere().waitFor({ state: 'detached' });
    const { start } = await outlook.item();
    expect(await zoom.newest()).toMatchObject({ id: before.id, topic: 'After', start, duration: 90 });
  });
});

test('an appointment that was dragged while it was closed is noticed when it is opened', async () => {
  await outlook.ready({ subject: 'Dragged' });
  await outlook.add();
  await outlook.saved('Dragged', tomorrow);
  await outlook.drag(outlook.tile('Dragged', tomorrow), { halfHours: 3 });
  await outlook.page.getByText('"Dragged" is now').waitFor();
  await outlook.open('Dragged', tomorrow);
  await changedHere().waitFor();
  const [inZoom, here] = await outlook.difference('Time');
  expect([inZoom, here]).toEqual([expect.stringContaining('9:00'), expect.stringContaining('10:30')]);
  await outlook.update();
  expect(await zoom.newest()).toMatchObject({ start: (await outlook.item()).start });
});

test('an appointment that begins to repeat is noticed, and its meeting becomes a series', async () => {
  await outlook.ready({ subject: 'Repeating' });
  await outlook.add();
  await outlook.repeat({ repeats: 'Daily', count: 3 });
  await changedHere().waitFor();
  expect(await outlook.difference('Repeats')).toEqual([
    'Does not repeat',
    expect.stringMatching(/^Every day, until/),
  ]);
  await outlook.update();
  expect(await zoom.newest()).toMatchObject({ type: 8 });
  expect((await zoom.newest()).occurrences).toHaveLength(3);
});

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

test('who wants it so gets the update without being asked: once, and it is said', async () => {
  await outlook.ready({ subject: 'By itself' });
  await outlook.button('Settings').click();
  const wish = outlook.pane.getByRole('switch', {
    name: 'Update the meeting by itself when the appointment changes',
  });
  await wish.click();
  await outlook.pane.getByText('Saved', { exact: true }).waitFor({ state: 'attached' });
  await outlook.button('Back').click();
  await outlook.add();
  await zoom.forgetRequests();

  await outlook.fill({ start: '11:00', end: '12:00' });
  await outlook.pane
    .getByText('The appointment changed, and the meeting in Zoom was updated with it.')
    .waitFor();
  const { start, body } = await outlook.item();
  expect(await zoom.newest()).toMatchObject({ start, duration: 60 });
  expect(body.content).toContain('11:00');
  expect(await changedHere().count()).toBe(0);
  expect(await zoom.requests('meetings.update')).toHaveLength(1);

  await outlook.button('Settings').click();
  await wish.click();
  await outlook.pane.getByText('Saved', { exact: true }).waitFor({ state: 'attached' });
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
  await outlook.button('Update').waitFor();
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
