/**
 * What is changed on the appointment is noticed, with events and by looking, shown old and new, and brought to Zoom by
 * one press or, where the person wants it so, by itself.
 */
import { presets } from '../../src/sandbox/outlook/host/client/settings';
import { dayFromNow } from './support/outlook';
import { outlook, zoom, withProduct } from './support/suite';

withProduct();

const tomorrow = dayFromNow(1);
const changedHere = () => outlook.pane.getByText('The appointment has changed since the meeting was made.');

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

  test('who wants it so gets the update without being asked: once, and it is said', async () => {
    await outlook.settings(settings);
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
    expect(body.content).toMatch(/11:00/);
    expect(await changedHere().count()).toBe(0);
    expect(await zoom.requests('meetings.update')).toHaveLength(1);

    await outlook.button('Settings').click();
    await wish.click();
    await outlook.pane.getByText('Saved', { exact: true }).waitFor({ state: 'attached' });
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

describe('an update whose form was then discarded', () => {
  /** Saved at nine with its meeting, moved to three in Zoom too, and opened as it was saved. */
  async function discarded(subject: string): Promise<void> {
    await outlook.ready({ subject });
    await outlook.add();
    await outlook.saved(subject, tomorrow);
    await outlook.open(subject, tomorrow);
    await outlook.fill({ start: '15:00', end: '15:30' });
    await outlook.difference('Time');
    await outlook.update();
    await outlook.discard();
  }
  const notSaved = () =>
    outlook.pane.getByText('Zoom has a change that was not saved with this appointment.');

  test('is told from a change in Zoom, and put back by a press', async () => {
    await discarded('Discarded');
    await outlook.open('Discarded', tomorrow);
    await notSaved().waitFor();
    const [inZoom, here] = await outlook.difference('Time');
    expect(inZoom).toMatch(/3:00/);
    expect(here).toMatch(/9:00/);
    const row = outlook.pane.getByRole('region', { name: 'Time', exact: true });
    expect(await row.locator('strong').allInnerTexts()).toEqual([inZoom]);
    await outlook.update();
    await notSaved().waitFor({ state: 'detached' });
    expect(await zoom.newest()).toMatchObject({ start: (await outlook.item()).start });
  });

  test('is put back without being asked where the person wants that', async () => {
    await discarded('Put back');
    const wish = outlook.pane.getByRole('switch', {
      name: 'Update the meeting by itself when the appointment changes',
    });
    const change = async () => {
      await outlook.button('Settings').click();
      await wish.click();
      await outlook.pane.getByText('Saved', { exact: true }).waitFor({ state: 'attached' });
      await outlook.button('Back').click();
    };
    await outlook.open('Put back', tomorrow);
    await notSaved().waitFor();
    await change();
    await outlook.pane
      .getByText('The appointment changed, and the meeting in Zoom was updated with it.')
      .waitFor();
    expect(await zoom.newest()).toMatchObject({ start: (await outlook.item()).start });
    await change();
  });
});
