/**
 * Appointments that are copied together with their meeting: recognised, asked about, and harmless to the original until
 * the person has decided.
 */
import { dayFromNow } from './support/outlook';
import { outlook, zoom, withProduct } from './support/suite';

withProduct();
beforeEach(() => zoom.reset());

const day = dayFromNow(1);
const nextDay = dayFromNow(2);
const meetingIds = async () => (await zoom.living()).map(({ id }) => id);
const body = async () => (await outlook.item()).body.content;
const question = () => outlook.pane.getByRole('heading', { name: 'A copy of another appointment' });

/** Resolves with what the backend answers when it is told that a saved appointment carries a meeting. */
const confirmed = async (): Promise<unknown> =>
  (
    await outlook.page.waitForResponse(
      (answer) =>
        /\/api\/meetings\/\d+\/confirm$/.test(answer.url()) &&
        answer.request().postData()?.includes('appointment') === true,
    )
  ).json();

/** A saved appointment with a meeting, which a pane has seen saved. */
async function original(subject: string): Promise<number> {
  await outlook.ready({ subject, body: 'My own words.' });
  await outlook.add();
  await outlook.saved(subject, day);
  const telling = confirmed();
  await outlook.open(subject, day);
  await telling;
  return (await zoom.newest()).id;
}

/** What Duplicate makes of it, saved at another time and opened. */
async function opensCopy(subject: string, copy: string): Promise<void> {
  await outlook.duplicate(subject, day, { subject: copy, date: nextDay, start: '14:00', end: '15:00' });
  await outlook.saved(copy, nextDay);
  await outlook.open(copy, nextDay);
  await question().waitFor();
}

test('a copy is asked about, and gets a meeting and an invitation of its own; the original stays as it was', async () => {
  const first = await original('Original');
  const before = await outlook.item();
  await opensCopy('Original', 'Copy');
  await outlook.button('Give it a meeting of its own').click();
  await outlook.updateButton.waitFor();
  const second = (await meetingIds()).find((id) => id !== first);
  expect(await zoom.living()).toMatchObject([
    { id: first, topic: 'Original', duration: 30 },
    { id: second, topic: 'Copy', duration: 60, start: (await outlook.item()).start },
  ]);
  const copy = await outlook.item();
  expect(copy.body.content).toContain('My own words.');
  expect(copy.body.content.match(/Join Zoom meeting/g)).toHaveLength(1);
  expect(copy.body.content + copy.location).toContain(`/j/${second}`);
  expect(copy.body.content + copy.location + JSON.stringify(copy.customProperties)).not.toContain(
    String(first),
  );

  await outlook.saved('Copy', nextDay);
  await outlook.open('Original', day);
  await outlook.updateButton.waitFor();
  const after = await outlook.item();
  expect([after.body, after.location, after.customProperties]).toEqual([
    before.body,
    before.location,
    before.customProperties,
  ]);
  await outlook.open('Copy', nextDay);
  await outlook.pane.getByRole('heading', { name: 'Copy', exact: true }).waitFor();
  expect(await outlook.updateButton.count()).toBe(1);
});

test('a copy of which the backend cannot say whose the meeting is changes nothing; when it can, an update asks first', async () => {
  const first = await original('Asked first');
  await outlook.duplicate('Asked first', day, { date: nextDay });
  await outlook.saved('Asked first', nextDay);
  await outlook.page.clock.install();
  await outlook.page.reload();
  const asked = /\/api\/meetings\/\d+\/confirm$/;
  await outlook.page.route(asked, (route) => route.abort());
  await outlook.open('Asked first', nextDay);
  await outlook.difference('Time');
  await zoom.forgetRequests();
  const before = await outlook.item();
  await outlook.updateButton.click();
  await outlook.button('Try again').waitFor();

  await outlook.page.unroute(asked);
  await outlook.updateButton.click();
  await question().waitFor();
  expect(await outlook.updateButton.count()).toBe(0);
  expect(await outlook.item()).toEqual(before);
  expect(await zoom.requests('meetings.update')).toEqual([]);
  expect(await meetingIds()).toEqual([first]);
});

test('a copy and the ribbon: adding says whose the meeting is, removing takes it off the copy only', async () => {
  const first = await original('Of the ribbon');
  await opensCopy('Of the ribbon', 'From the ribbon');
  const before = await outlook.item();
  await outlook.ribbon('Add Zoom Meeting').click();
  await outlook.messages.getByText(/This appointment is a copy/).waitFor();
  expect(await outlook.item()).toMatchObject({ body: before.body, location: before.location });
  await outlook.ribbon('Remove').click();
  await outlook.messages.getByText(/lives on in Zoom/).waitFor();
  await outlook.button('Add Zoom meeting').waitFor();
  const after = await outlook.item();
  expect(after.body.content).toContain('My own words.');
  expect(after.body.content + after.location).not.toContain(`/j/${first}`);
  expect(await meetingIds()).toEqual([first]);
});

test('a copy that shares on purpose is not asked about again, and decides nothing of the meeting', async () => {
  const first = await original('Shared');
  await opensCopy('Shared', 'Sharing');
  const copied = await body();
  const before = await zoom.living();
  await outlook.button('Share the meeting on purpose').click();
  await outlook.pane.getByText('Both appointments share the meeting').waitFor({ state: 'attached' });
  const shared = () => outlook.pane.getByText(/shares the meeting of another appointment/);
  await shared().waitFor();
  expect(await body()).toBe(copied);
  await outlook.saved('Sharing', nextDay);
  await outlook.open('Shared', day);
  await outlook.updateButton.waitFor();
  expect(await shared().count()).toBe(0);

  await outlook.open('Sharing', nextDay);
  await shared().waitFor();
  expect(await outlook.pane.getByText('The appointment has changed').count()).toBe(0);
  await zoom.forgetRequests();
  await outlook.button('Remove').click();
  await outlook.button('Add Zoom meeting').waitFor();
  expect((await outlook.item()).location).not.toContain(String(first));
  expect(await zoom.requests('meetings.update')).toEqual([]);
  expect(await zoom.living()).toEqual(before);
});

test('an unsaved duplicate is asked about at once, on its day or another; the ribbon takes the meeting off it only', async () => {
  const first = await original('Twice');
  const before = await zoom.living();
  await outlook.duplicate('Twice', day);
  await outlook.openPane();
  await question().waitFor();
  expect(await outlook.updateButton.count()).toBe(0);
  await outlook.fill({ date: nextDay });
  await outlook.ribbon('Add Zoom Meeting').click();
  await outlook.messages.getByText(/This appointment is a copy/).waitFor();
  await outlook.ribbon('Remove').click();
  await outlook.messages.getByText(/lives on in Zoom/).waitFor();
  await outlook.button('Add Zoom meeting').waitFor();
  expect((await outlook.item()).location).not.toContain(String(first));
  expect(await zoom.living()).toEqual(before);
});

test('an unsaved duplicate on another day shares the meeting without moving it, or gets its own', async () => {
  const first = await original('Thrice');
  const before = await zoom.living();
  await outlook.duplicate('Thrice', day, { date: nextDay });
  await outlook.openPane();
  await outlook.button('Share the meeting on purpose').click();
  await outlook.updateButton.click();
  await outlook.pane.getByText(/shares the meeting of another appointment/).waitFor();
  await outlook.saved('Thrice', nextDay);
  expect(await zoom.living()).toEqual(before);

  await outlook.duplicate('Thrice', day, { date: nextDay, start: '16:00', end: '17:00' });
  await outlook.openPane();
  await outlook.button('Give it a meeting of its own').click();
  await outlook.pane
    .getByText('This appointment has a Zoom meeting of its own')
    .waitFor({ state: 'attached' });
  expect((await zoom.living()).find(({ id }) => id === first)).toEqual(before[0]);
  expect(await meetingIds()).toHaveLength(2);
});

test('Remove on what may be a copy asks first, with the focus on what harms nobody', async () => {
  await outlook.ready({ subject: 'Perhaps' });
  await outlook.add();
  await outlook.saved('Perhaps', day);
  const { id } = await zoom.newest();
  await outlook.duplicate('Perhaps', day, { date: nextDay });
  await outlook.saved('Perhaps', nextDay);
  await outlook.open('Perhaps', nextDay);
  await outlook.button('Remove').click();
  const question = outlook.pane.getByRole('group', { name: 'Is this a copy of another appointment?' });
  await question.waitFor();
  const focused = () => outlook.pane.locator(':focus').innerText();
  expect(await focused()).toBe('Take it off this appointment only');
  await outlook.page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await outlook.button('Remove').click();
  await question.waitFor();
  await outlook.page.keyboard.press('Enter');
  await outlook.button('Add Zoom meeting').waitFor();
  expect((await outlook.item()).location).not.toContain(String(id));
  expect(await meetingIds()).toEqual([id]);
});

test('a copy that is opened before its original was ever seen saved is asked about where it takes place at another time', async () => {
  await outlook.ready({ subject: 'Never seen' });
  await outlook.add();
  await outlook.saved('Never seen', day);
  const { id } = await zoom.newest();
  await outlook.duplicate('Never seen', day, { date: nextDay });
  await outlook.openPane();
  await outlook.pane.getByText('Is this a copy of another appointment?').waitFor();
  await outlook.saved('Never seen', nextDay);
  await outlook.open('Never seen', nextDay);
  await outlook.button('Give it a meeting of its own').click();
  await outlook.pane
    .getByText('This appointment has a Zoom meeting of its own')
    .waitFor({ state: 'attached' });
  await outlook.saved('Never seen', nextDay);

  const telling = confirmed();
  await outlook.open('Never seen', day);
  expect(await telling).toEqual({ appointment: 'this' });
  await outlook.updateButton.waitFor();
  expect(await body()).toContain(`/j/${id}`);
  expect(await meetingIds()).toHaveLength(2);
});
