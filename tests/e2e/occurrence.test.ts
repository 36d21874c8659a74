/**
 * Occurrences that nobody watched: moved to another day without the pane, and copied out of their series before the
 * series was ever seen saved.
 */
import { addDays } from '../../src/sandbox/outlook/page/dates';
import { dayFromNow, type Pattern } from './support/outlook';
import { outlook, zoom, withProduct } from './support/suite';

withProduct();
beforeEach(() => zoom.reset());

/** A Monday, so that two days on is in the same week. */
const monday = [0, 1, 2, 3, 4, 5, 6]
  .map((later) => dayFromNow(7 + later))
  .find((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === 1);
const first = monday ?? '';
const second = addDays(first, 7);
const wednesday = addDays(second, 2);
const mondays = [0, 7, 14, 21].map((days) => addDays(first, days));
const weekly: Pattern = { repeats: 'Weekly', days: ['Monday'], count: 4 };

const occurrences = async () => (await zoom.newest()).occurrences;
const starts = async () => (await occurrences()).map(({ start, deleted }) => (deleted ? undefined : start));
const text = (words: string | RegExp) => outlook.pane.getByText(words).first();
const choices = () =>
  outlook.pane.getByRole('list', { name: 'Which occurrence is this?' }).getByRole('button');

/** Saved from the form, which no pane sees saved. */
async function savedSeries(subject: string): Promise<void> {
  await outlook.ready({ subject, date: first }, weekly);
  await outlook.add();
  await outlook.saved(subject, first);
}

/** Drags the second occurrence two days on while no pane is open, and opens it there. */
async function draggedOn(subject: string): Promise<void> {
  await outlook.showWeek(second);
  await outlook.drag(outlook.tile(subject, second), { days: 2 });
  await outlook.page.getByRole('button', { name: 'Move this occurrence' }).click();
  await outlook.page.getByText(`"${subject}" is now`).waitFor();
  await outlook.open(subject, wednesday, 'this occurrence');
}

describe('an occurrence that was dragged to another day without the pane', () => {
  test('is asked about, and moves alone in Zoom once it was chosen and updated', async () => {
    await savedSeries('Dragged on');
    const before = await starts();
    await draggedOn('Dragged on');
    await outlook.pane.getByRole('heading', { name: 'Which occurrence is this?' }).waitFor();
    expect(await outlook.updateButton.count()).toBe(0);
    expect(await choices().count()).toBe(4);

    await choices().first().click();
    const [inZoom, here] = await outlook.difference('Time');
    expect([inZoom, here]).toEqual([
      expect.stringContaining(dayOfMonth(second)),
      expect.stringContaining(dayOfMonth(wednesday)),
    ]);
    expect(await starts()).toEqual(before);
    await outlook.update();
    const { start } = await outlook.item();
    expect(await starts()).toEqual(before.map((each, index) => (index === 1 ? start : each)));

    await outlook.saved('Dragged on', wednesday);
    await outlook.open('Dragged on', wednesday, 'this occurrence');
    await text('This occurrence').waitFor();
    expect(await outlook.updateButton.count()).toBe(1);
    expect(await outlook.pane.getByRole('region', { name: 'Time' }).count()).toBe(0);
  });

  test('keeps the choice also when it is saved without an update', async () => {
    await savedSeries('Chosen');
    await draggedOn('Chosen');
    await choices().first().click();
    await outlook.difference('Time');
    await outlook.saved('Chosen', wednesday);
    await outlook.open('Chosen', wednesday, 'this occurrence');
    await outlook.difference('Time');
    expect(await choices().count()).toBe(0);
  });

  test('is asked about on the ribbon by pointing to the pane', async () => {
    await savedSeries('From the ribbon');
    await draggedOn('From the ribbon');
    await choices().first().waitFor();
    await outlook.ribbon('Add Zoom Meeting').click();
    await outlook.messages.getByText(/does not tell which occurrence/).waitFor();
  });
});

test('an occurrence that Zoom cancelled is nothing to update, and its invitation can be removed', async () => {
  await savedSeries('Cancelled there');
  const { id, occurrences: listed } = await zoom.newest();
  const page = await zoom.page(outlook.page.context(), `/meeting/${id}/occurrence/${listed[1]?.id ?? ''}`);
  await page.getByRole('button', { name: 'Cancel this occurrence' }).click();
  await page.getByText('Cancelled', { exact: true }).waitFor();
  await page.close();
  await outlook.open('Cancelled there', second, 'this occurrence');
  await outlook.pane.getByRole('heading', { name: 'Zoom has no such occurrence' }).waitFor();
  expect(await outlook.updateButton.count()).toBe(0);
  const before = await starts();
  await outlook.button('Remove').click();
  await outlook.button('Add Zoom meeting').waitFor();
  expect((await outlook.item()).body.content).not.toContain('Join Zoom meeting');
  expect(await starts()).toEqual(before);
});

describe('a copy of one occurrence that is opened before its series was ever seen saved', () => {
  const question = () => outlook.pane.getByRole('heading', { name: 'The meeting of a series' });

  async function copied(subject: string): Promise<string> {
    await savedSeries(subject);
    const copy = `${subject}, copied`;
    await outlook.duplicate(subject, first, {
      subject: copy,
      date: addDays(first, 1),
      start: '14:00',
      end: '14:30',
    });
    await outlook.saved(copy, addDays(first, 1));
    await outlook.open(copy, addDays(first, 1));
    await question().waitFor();
    return copy;
  }

  test('gets a meeting of its own, and the series keeps all its times', async () => {
    await copied('Own');
    const series = await zoom.newest();
    expect(series).toMatchObject({ type: 8 });
    await outlook.button('Give it a meeting of its own').click();
    await outlook.updateButton.waitFor();
    const living = await zoom.living();
    expect(living.find(({ id }) => id === series.id)).toEqual(series);
    expect(living.find(({ id }) => id !== series.id)).toMatchObject({ type: 2, topic: 'Own, copied' });
  });

  test('shares it on purpose, and then changes nothing of the series', async () => {
    const copy = await copied('Shared');
    const series = await zoom.newest();
    await outlook.button('Share the meeting on purpose').click();
    await text(/shares the meeting of another appointment/).waitFor();
    await outlook.fill({ subject: 'Renamed copy', start: '16:00', end: '16:30' });
    await outlook.saved('Renamed copy', addDays(first, 1));
    await outlook.open('Renamed copy', addDays(first, 1));
    await text(/shares the meeting of another appointment/).waitFor();
    await outlook.button('Remove').click();
    await outlook.button('Add Zoom meeting').waitFor();
    expect(await zoom.living()).toEqual([series]);
    expect(copy).toBe('Shared, copied');
    await outlook.discard();
    await outlook.open('Shared', first, 'the series');
    await outlook.updateButton.waitFor();
    expect(await question().count()).toBe(0);
  });

  test('replaces the series only when that is what the person wants', async () => {
    await copied('Replaced');
    const { id } = await zoom.newest();
    await outlook.button('Replace the series in Zoom').click();
    await outlook.updateButton.waitFor();
    const { start } = await outlook.item();
    expect(await zoom.living()).toMatchObject([
      { id, type: 2, topic: 'Replaced, copied', start, occurrences: [] },
    ]);
  });

  test('loses only its own text when Remove is pressed on the ribbon', async () => {
    await copied('Untouched');
    const series = await zoom.newest();
    await outlook.ribbon('Remove').click();
    await outlook.messages.getByText(/taken off this appointment/).waitFor();
    expect(await zoom.living()).toEqual([series]);
    expect((await outlook.item()).body.content).not.toContain('Join Zoom meeting');
  });
});

test('a change of the pattern alone shows no equal times beside it', async () => {
  await outlook.ready({ subject: 'Pattern', date: first }, weekly);
  await outlook.add();
  await outlook.repeat({ ...weekly, count: 2 });
  await outlook.difference('Repeats');
  expect(await outlook.pane.getByRole('region', { name: 'Time', exact: true }).count()).toBe(0);
  expect(mondays).toHaveLength((await occurrences()).length);
});

const dayOfMonth = (day: string): string => String(Number(day.slice(8)));
