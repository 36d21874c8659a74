/** Series, end to end: made, changed, one occurrence moved or cancelled, and what Zoom cannot hold. */
import { Temporal } from 'temporal-polyfill';
import { addDays, daysFrom } from '../../src/sandbox/outlook/page/dates';
import { presets } from '../../src/sandbox/outlook/host/client/settings';
import { dayFromNow, type Pattern } from './support/outlook';
import { outlook, zoom, withProduct } from './support/suite';

withProduct();

const zone = 'Europe/Berlin';
const at = (day: string, time = '09:00') =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds;
const offsetOn = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone).offsetNanoseconds;
const weekdayOf = (day: string) => Temporal.PlainDate.from(day).dayOfWeek;
const next = (weekday: number, from: string) => addDays(from, (weekday - weekdayOf(from) + 7) % 7);

/** The first day on which the clocks go otherwise than the day before, two weeks away or more. */
const clocksChange =
  daysFrom(dayFromNow(15), 240).find((day) => offsetOn(day) !== offsetOn(addDays(day, -1))) ?? '';
const firstMonday = next(1, addDays(clocksChange, -14));
const mondays = [0, 7, 14, 21].map((days) => addDays(firstMonday, days));
const third = addDays(firstMonday, 14);
const weekly: Pattern = { repeats: 'Weekly', days: ['Monday'], count: 4 };

const medium = (day: string) =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day));
/** In the pane's words: Outlook tells add-ins the last day of a series, not how often it takes place. */
const everyMonday = `Every week on Monday, until ${medium(addDays(firstMonday, 21))}`;

/** Of the newest meeting: when each occurrence takes place, by its id; undefined for a cancelled one. */
const occurrences = async () =>
  (await zoom.newest()).occurrences.map(({ id, start, deleted }) => [
    Number(id),
    deleted ? undefined : start,
  ]);
const every = (days: readonly string[], time = '09:00') => days.map((day) => [at(day, time), at(day, time)]);
const body = async () => (await outlook.item()).body.content;

async function savedSeries(subject: string): Promise<void> {
  await outlook.ready({ subject, date: firstMonday }, weekly);
  await outlook.add();
  await outlook.saved(subject, firstMonday);
}

test('a weekly series becomes a series in Zoom, which keeps its time of day when the clocks change', async () => {
  await outlook.ready({ subject: 'Weekly', date: firstMonday }, weekly);
  await outlook.pane
    .getByText(`This appointment repeats: ${everyMonday}. Zoom gets the whole series.`)
    .waitFor();
  await zoom.forgetRequests();
  await outlook.add();

  expect(await zoom.newest()).toMatchObject({
    type: 8,
    timezone: zone,
    duration: 30,
    start: at(firstMonday),
  });
  expect(await occurrences()).toEqual(every(mondays));
  expect(new Set(mondays.map((day) => new Date(at(day)).getUTCHours())).size).toBe(2);
  expect(await zoom.requests('meetings.create')).toHaveLength(1);
  await outlook.pane.getByText(everyMonday, { exact: true }).waitFor();
  expect(await body()).toContain('Every Monday, 9:00');
});

const month = dayFromNow(40).slice(0, 7);
const months = [0, 1, 2].map((later) =>
  Temporal.PlainYearMonth.from(month).add({ months: later }).toString(),
);
const secondTuesday = (of: string) => addDays(next(2, `${of}-01`), 7);
const lastFriday = (of: string) =>
  addDays(
    next(5, Temporal.PlainYearMonth.from(of).add({ months: 1 }).toPlainDate({ day: 1 }).toString()),
    -7,
  );
const beginning = `${month}-01`;
test.each<{ name: string; pattern: Pattern; takesPlace: string[]; recurrence: unknown }>([
  {
    name: 'every second day, ended by a date',
    pattern: { repeats: 'Daily', interval: 2, until: addDays(beginning, 7) },
    takesPlace: [0, 2, 4, 6].map((days) => addDays(beginning, days)),
    recurrence: { type: 1, repeat_interval: 2 },
  },
  {
    name: 'every month on a date, ended by a count',
    pattern: { repeats: 'Monthly', on: 15, count: 3 },
    takesPlace: months.map((each) => `${each}-15`),
    recurrence: { type: 3, repeat_interval: 1, monthly_day: 15 },
  },
  {
    name: 'every month on the second Tuesday, ended by the date of the last',
    pattern: { repeats: 'Monthly', on: 'second Tuesday', until: secondTuesday(months[2] ?? '') },
    takesPlace: months.map(secondTuesday),
    recurrence: { type: 3, repeat_interval: 1, monthly_week: 2, monthly_week_day: 3 },
  },
  {
    name: 'every month on the last Friday, ended by a count',
    pattern: { repeats: 'Monthly', on: 'last Friday', count: 3 },
    takesPlace: months.map(lastFriday),
    recurrence: { type: 3, monthly_week: -1, monthly_week_day: 6 },
  },
])('$name', async ({ name, pattern, takesPlace, recurrence }) => {
  await outlook.ready({ subject: name, date: beginning }, pattern);
  await outlook.add();
  expect(await zoom.newest()).toMatchObject({ type: 8, recurrence });
  expect(await occurrences()).toEqual(every(takesPlace));
});

test.each<{ name: string; pattern: Pattern; reason: RegExp }>([
  {
    name: 'a yearly series',
    pattern: { repeats: 'Yearly', on: 24, count: 3 },
    reason: /Zoom has no series that repeat by the year/,
  },
  {
    name: 'a series without end',
    pattern: { repeats: 'Weekly' },
    reason: /Zoom has no series without an end/,
  },
])(
  '$name becomes a meeting without fixed time, and the pane says why before and after',
  async ({ name, pattern, reason }) => {
    await outlook.ready({ subject: name }, pattern);
    await outlook.pane.getByText(reason).waitFor();
    await outlook.add();
    expect(await zoom.newest()).toMatchObject({ type: 3, start: null, occurrences: [] });
    await outlook.pane.getByText(reason).waitFor();
    await outlook.pane.getByText('No fixed time', { exact: true }).waitFor();
    await outlook.pane.getByText('The link works at every time of this appointment.').waitFor();
  },
);

test('a changed pattern is noticed, and Update gives the same meeting the new one', async () => {
  await outlook.ready({ subject: 'Changing', date: firstMonday }, weekly);
  await outlook.add();
  const { id } = await zoom.newest();
  await outlook.repeat({ ...weekly, days: ['Monday', 'Wednesday'] });
  expect(await outlook.difference('Repeats')).toEqual([
    everyMonday,
    `Every week on Monday and Wednesday, until ${medium(addDays(firstMonday, 9))}`,
  ]);
  await outlook.update();
  expect(await zoom.newest()).toMatchObject({ id, type: 8 });
  expect(await occurrences()).toEqual(every([0, 2, 7, 9].map((days) => addDays(firstMonday, days))));
  expect(await body()).toContain('Every Monday and Wednesday, 9:00');
  expect(await outlook.updateButton.count()).toBe(1);
});

test('an occurrence moved to another day moves only that one in Zoom, its invitation tells its own time, and a new topic keeps it', async () => {
  await savedSeries('Moving');
  await outlook.open('Moving', third, 'this occurrence');
  await outlook.pane.getByText('This occurrence', { exact: true }).waitFor();
  const wednesday = addDays(third, 2);
  await outlook.fill({ date: wednesday, start: '15:15', end: '16:00' });
  // The fields are filled in one after the other, and the pane may show what is between.
  await outlook.pane.getByText(/3:15.*4:00/).waitFor();
  const [inZoom, here] = await outlook.difference('Time');
  expect([inZoom, here]).toEqual([expect.stringContaining('9:00'), expect.stringContaining('3:15')]);
  await outlook.update();

  const alone = every(mondays);
  alone[2] = [at(third), at(wednesday, '15:15')];
  expect(await occurrences()).toEqual(alone);
  expect((await zoom.newest()).occurrences[2]).toMatchObject({ duration: 45 });
  expect(await zoom.newest()).toMatchObject({ type: 8, duration: 30, start: at(firstMonday) });
  expect(await body()).toContain('3:15');
  expect(await body()).not.toContain('Every Monday');

  await outlook.saved('Moving', wednesday);
  await outlook.open('Moving', firstMonday, 'the series');
  await outlook.updateButton.waitFor();
  expect(await body()).toContain('Every Monday, 9:00');
  expect(await body()).not.toContain('3:15');
  await outlook.fill({ subject: 'Renamed' });
  expect(await outlook.difference('Topic')).toEqual(['Moving', 'Renamed']);
  await outlook.update();
  expect(await zoom.newest()).toMatchObject({ topic: 'Renamed' });
  expect(await occurrences()).toEqual(alone);
});

test('an occurrence that is dragged in the calendar is noticed when it is opened, and updated alone', async () => {
  await savedSeries('Dragged');
  await outlook.showWeek(third);
  await outlook.drag(outlook.tile('Dragged', third), { halfHours: 4 });
  await outlook.page.getByRole('button', { name: 'Move this occurrence' }).click();
  await outlook.page.getByText('"Dragged" is now').waitFor();
  await outlook.open('Dragged', third, 'this occurrence');
  await outlook.pane.getByText(/has changed since the meeting was made/).waitFor();
  await outlook.update();
  const alone = every(mondays);
  alone[2] = [at(third), at(third, '11:00')];
  expect(await occurrences()).toEqual(alone);
  expect(await body()).toContain('11:00');
});

test('removing the meeting from one occurrence cancels that one in Zoom and leaves the others', async () => {
  await savedSeries('Cancelled');
  await outlook.open('Cancelled', third, 'this occurrence');
  await outlook.pane.getByText(/Update and Remove concern this occurrence only/).waitFor();
  await outlook.button('Remove').click();
  await outlook.button('Add Zoom meeting').waitFor();
  const alone: (number | undefined)[][] = every(mondays);
  alone[2] = [at(third), undefined];
  expect(await occurrences()).toEqual(alone);
  expect(await body()).not.toContain('Join Zoom meeting');
  expect((await outlook.item()).location).not.toContain('/j/');

  await outlook.saved('Cancelled', third);
  await outlook.open('Cancelled', mondays[1] ?? '', 'this occurrence');
  await outlook.updateButton.waitFor();
  expect(await body()).toContain('Join Zoom meeting');
});

test('a series becomes a single meeting, and a single one a series', async () => {
  await outlook.ready({ subject: 'To and fro', date: firstMonday }, weekly);
  await outlook.add();
  const { id } = await zoom.newest();
  await outlook.repeatNoMore();
  expect(await outlook.difference('Repeats')).toEqual([everyMonday, 'Does not repeat']);
  await outlook.update();
  expect(await zoom.newest()).toMatchObject({ id, type: 2, start: at(firstMonday), occurrences: [] });
  expect(await body()).not.toContain('Every Monday');

  await outlook.repeat(weekly);
  expect(await outlook.difference('Repeats')).toEqual(['Does not repeat', everyMonday]);
  await outlook.update();
  expect(await zoom.newest()).toMatchObject({ id, type: 8 });
  expect(await occurrences()).toEqual(every(mondays));
});

test('an Outlook that tells no recurrence says so, and an update there leaves the series in Zoom whole', async () => {
  await savedSeries('On premises');
  await outlook.settings(presets['exchange-2019']);
  await outlook.newAppointment({ subject: 'Untold', date: firstMonday });
  await outlook.openPane();
  await outlook.pane.getByText(/This Outlook does not tell whether the appointment repeats/).waitFor();
  await outlook.page.getByRole('button', { name: 'Discard' }).click();

  await outlook.open('On premises', firstMonday, 'the series');
  await outlook.updateButton.waitFor();
  await outlook.fill({ subject: 'Renamed there', start: '10:00', end: '10:30' });
  await outlook.difference('Topic');
  await outlook.update();
  await outlook.pane.getByText(/does not tell how the appointment repeats, so the times/).waitFor();
  expect(await zoom.newest()).toMatchObject({ type: 8, topic: 'Renamed there', start: at(firstMonday) });
  expect(await occurrences()).toEqual(every(mondays));
});
