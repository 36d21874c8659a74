/** The main job, end to end: a meeting on an appointment by one press, changed, taken off, brought back, and read. */
import type { OutlookPage } from './support/outlook';
import { dayFromNow } from './support/outlook';
import { outlook, zoom, withProduct } from './support/suite';

withProduct();

const link = () => outlook.item().then(({ customProperties }) => JSON.stringify(customProperties));

test('a person signs in through the window of Zoom and sees who they are', async () => {
  await outlook.ready();
  await outlook.pane.getByText('Signed in as Sandbox Organizer').waitFor();
});

test('adding puts one meeting into Zoom, the invitation into the text, the link into the location', async () => {
  await outlook.ready({ subject: 'Quarterly planning', location: 'Room 5', body: 'Bring the figures.' });
  const before = (await zoom.living()).length;
  await zoom.forgetRequests();
  await outlook.add();

  const meetings = await zoom.living();
  expect(meetings).toHaveLength(before + 1);
  const meeting = meetings.at(-1);
  expect(meeting).toMatchObject({ topic: 'Quarterly planning', duration: 30, timezone: 'Europe/Berlin' });
  expect(await zoom.requests('meetings.create')).toHaveLength(1);

  const item = await outlook.item();
  expect(item.location).toMatch(/^Room 5; https:\/\/localhost:\d+\/j\/\d+\?pwd=/);
  expect(item.location).toContain(String(meeting?.id));
  expect(item.body.content).toContain('Bring the figures.');
  expect(item.body.content).toContain('Join Zoom meeting');
  expect(await link()).toContain(String(meeting?.id));
  await outlook.pane.getByText('Zoom meeting added').waitFor({ state: 'attached' });
});

test('the start goes to Zoom as the moment that the appointment shows', async () => {
  const date = dayFromNow(3);
  await outlook.ready({ subject: 'On time', date, start: '14:15', end: '15:45' });
  await outlook.add();
  const { start, end } = await outlook.item();
  const meeting = (await zoom.living()).at(-1);
  expect(meeting).toMatchObject({ start, duration: (end - start) / 60_000 });
  expect(new Date(start).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' })).toBe(`${date} 14:15:00`);
});

test('what is chosen in the pane is what Zoom gets', async () => {
  await outlook.ready({ subject: 'Subject' });
  await outlook.pane.getByLabel('Topic').fill('A topic of its own');
  await outlook.pane.getByLabel('Passcode', { exact: true }).fill('Ab-1_2*3@');
  await outlook.pane.getByLabel('Waiting room').check();
  await outlook.pane.getByLabel('Start with my video on').check();
  await outlook.add();
  expect((await zoom.living()).at(-1)).toMatchObject({
    topic: 'A topic of its own',
    password: 'Ab-1_2*3@',
    settings: { waiting_room: true, host_video: true },
  });
});

test('a passcode that Zoom would refuse is said before anything is made', async () => {
  await outlook.ready();
  await outlook.pane.getByLabel('Passcode', { exact: true }).fill('with space');
  await outlook.pane.getByText('At most 10 letters, digits or @ - _ *').waitFor();
  expect(await outlook.button('Add Zoom meeting').getAttribute('aria-disabled')).toBe('true');
});

test('the topic follows the subject until somebody edits it', async () => {
  await outlook.ready({ subject: 'First' });
  const topic = outlook.pane.getByLabel('Topic');
  await expectValue(topic, 'First');
  await outlook.fill({ subject: 'Second' });
  await expectValue(topic, 'Second');
  await topic.fill('Mine');
  await outlook.fill({ subject: 'Third' });
  await outlook.button('Follow the subject again').click();
  await expectValue(topic, 'Third');
});

test('a meeting stays with the appointment when it is saved and opened again', async () => {
  await outlook.ready({ subject: 'Saved' });
  await outlook.add();
  await outlook.save();
  await outlook.page.getByRole('button', { name: /^Saved,/ }).click();
  await outlook.openPane();
  await outlook.updateButton.waitFor();
  await outlook.pane.getByRole('heading', { name: 'Saved' }).waitFor();
});

test('a moved appointment is noticed, and Update moves the same meeting', async () => {
  await outlook.ready({ subject: 'Moving', body: 'Keep me.' });
  await outlook.add();
  const before = (await zoom.living()).at(-1);
  await outlook.fill({ date: dayFromNow(2), start: '16:00', end: '17:00', subject: 'Moved' });
  await outlook.pane.getByText(/has changed since the meeting was made/).waitFor();
  await outlook.updateButton.click();
  await outlook.pane.getByText('Zoom meeting updated').waitFor({ state: 'attached' });
  await outlook.pane.getByText(/has changed since/).waitFor({ state: 'detached' });

  const after = (await zoom.living()).at(-1);
  const item = await outlook.item();
  expect(after).toMatchObject({ id: before?.id, topic: 'Moved', start: item.start, duration: 60 });
  expect(item.body.content).toContain('Keep me.');
  expect(item.body.content.match(/Join Zoom meeting/g)).toHaveLength(1);
  expect(item.body.content).toContain('4:00');
});

test('a topic of its own survives a changed subject and an update, until it shall follow again', async () => {
  await outlook.ready({ subject: 'Subject' });
  await outlook.pane.getByLabel('Topic').fill('Mine');
  await outlook.add();
  await outlook.fill({ subject: 'Another subject', start: '13:00', end: '13:30' });
  await outlook.pane.getByText(/has changed since/).waitFor();
  await outlook.updateButton.click();
  await outlook.pane.getByText('Zoom meeting updated').waitFor({ state: 'attached' });
  expect((await zoom.living()).at(-1)).toMatchObject({ topic: 'Mine' });

  await outlook.button('Change options').click();
  await outlook.button('Follow the subject again').click();
  await outlook.updateButton.click();
  await outlook.pane.getByRole('heading', { name: 'Another subject' }).waitFor();
  expect((await zoom.living()).at(-1)).toMatchObject({ topic: 'Another subject' });
});

test('Remove takes meeting, invitation, link and property, keeps the rest, and Undo puts all of it back', async () => {
  await outlook.ready({ subject: 'Removed', location: 'Room 5', body: 'My own words.' });
  const before = await outlook.item();
  await outlook.add();
  const withMeeting = await outlook.item();
  const meeting = (await zoom.living()).at(-1);

  await outlook.button('Remove').click();
  await outlook.button('Undo').waitFor();
  const without = await outlook.item();
  expect(without.body).toEqual(before.body);
  expect(without.location).toBe('Room 5');
  expect(await link()).not.toContain(String(meeting?.id));
  expect((await zoom.living()).map(({ id }) => id)).not.toContain(meeting?.id);

  await outlook.button('Undo').click();
  await outlook.updateButton.waitFor();
  const restored = await outlook.item();
  expect(restored.body).toEqual(withMeeting.body);
  expect(restored.location).toBe(withMeeting.location);
  expect((await zoom.living()).map(({ id }) => id)).toContain(meeting?.id);
});

test('a plain text body gets a plain text invitation, and gives it back', async () => {
  await outlook.newAppointment({ subject: 'Plain' });
  await outlook.page.getByLabel('Plain text').check();
  await outlook.fill({ body: 'Line one\nLine two' });
  await outlook.openPane();
  await outlook.signIn();
  const before = await outlook.item();
  await outlook.add();
  const { body } = await outlook.item();
  expect(body.format).toBe('text');
  expect(body.content).toContain('Line one');
  expect(body.content).toMatch(/https:\/\/localhost:\d+\/j\/\d+/);
  await outlook.button('Remove').click();
  await outlook.button('Undo').waitFor();
  expect((await outlook.item()).body).toEqual(before.body);
});

test('Copy link puts the join link into the clipboard', async () => {
  await outlook.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await outlook.ready({ subject: 'Copied' });
  await outlook.add();
  await outlook.button('Copy link').click();
  await outlook.pane.getByText('Link copied').waitFor({ state: 'attached' });
  expect(await outlook.page.evaluate(() => navigator.clipboard.readText())).toContain('/j/');
});

test('Join opens the meeting in a window of its own', async () => {
  await outlook.ready({ subject: 'Joined' });
  await outlook.add();
  const opened = outlook.page.waitForEvent('popup');
  await outlook.button('Join').click();
  const window = await opened;
  await window.waitForURL(/\/j\/\d+/);
  await window.getByText('Joined').first().waitFor();
});

test('an attendee reads the meeting without signing in', async () => {
  await outlook.ready({ subject: 'For attendees' });
  await outlook.page.getByLabel('Required attendees').fill('attendee@example.test');
  await outlook.page.keyboard.press('Enter');
  await outlook.add();
  const meeting = (await zoom.living()).at(-1);
  await outlook.page.getByRole('button', { name: 'Send', exact: true }).click();
  await outlook.page.getByRole('button', { name: /Signed in as/ }).click();
  await outlook.page.getByRole('menuitemradio', { name: /Sandbox Attendee/ }).click();
  await outlook.page.getByRole('button', { name: /^For attendees,/ }).click();
  await outlook.ribbon('Zoom Meeting').click();
  await outlook.button('Join').waitFor();
  const shown = await outlook.pane.locator('main').innerText();
  expect(shown.replace(/ /g, '')).toContain(String(meeting?.id));
  expect(shown).toContain(String(meeting?.password));
});

test('adding waits for Zoom once and for the host in four rounds of calls', async () => {
  await outlook.ready({ subject: 'Counted' });
  await outlook.clearCalls();
  await zoom.forgetRequests();
  await outlook.add();
  // What the pane looks at for its own screen is no part of it.
  const looks = /^(subject|time|recurrence|attendees)\.get$/;
  const calls = (await outlook.calls()).filter((name) => !looks.test(name));
  expect(calls.sort()).toEqual(
    [
      ...['body.get', 'body.get', 'body.getType', 'body.getType', 'location.get', 'location.get'],
      ...['customProperties.load', 'customProperties.load', 'item.getItemId'],
      ...['body.set', 'location.set', 'customProperties.save', 'customProperties.save'],
    ].sort(),
  );
  expect((await zoom.requests('meetings.create')).length).toBe(1);
});

async function expectValue(locator: ReturnType<OutlookPage['button']>, value: string): Promise<void> {
  await locator.and(outlook.pane.locator(`input[value=${JSON.stringify(value)}]`)).waitFor();
}
