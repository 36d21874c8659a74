/** The ribbon's buttons: one click, no pane, and a bar on the item that tells of it. */
import { presets } from '../../src/sandbox/outlook/host/client/settings';
import { finishSignIn, hostCall } from './support/outlook';
import { outlook, zoom, withProduct } from './support/suite';

withProduct();

/** Signs in by the pane and closes it again. */
async function signedIn(): Promise<void> {
  await outlook.ready({ subject: 'From the ribbon' });
  await outlook.page.getByRole('button', { name: /^Close Zoom/ }).click();
}

/** Presses a ribbon button and goes through whatever asks before the window of Zoom opens. */
async function pressAndSignIn(button: string): Promise<void> {
  const opened = outlook.page.waitForEvent('popup');
  await outlook.ribbon(button).click();
  const question = outlook.page.getByRole('dialog', { name: /asks/ });
  const allow = question.frameLocator('iframe').getByRole('button', { name: 'Allow' });
  const first = await Promise.race([
    opened.then(() => 'window' as const),
    allow.waitFor().then(() => 'question' as const),
  ]);
  if (first === 'question') await allow.click();
  await finishSignIn(await opened);
}

test('Add Zoom Meeting puts a meeting on the appointment without opening the pane', async () => {
  await signedIn();
  await outlook.ribbon('Add Zoom Meeting').click();
  await outlook.messages.getByText('A Zoom meeting was added.').waitFor();
  const item = await outlook.item();
  expect(item.body.content).toContain('Join Zoom meeting');
  expect(item.location).toContain('/j/');
  expect(await outlook.page.getByRole('button', { name: /^Close Zoom/ }).count()).toBe(0);
});

test('signed out, it signs in by the window and then finishes what was asked', async () => {
  await outlook.newAppointment({ subject: 'Signed out' });
  await pressAndSignIn('Add Zoom Meeting');
  await outlook.messages.getByText('A Zoom meeting was added.').waitFor();
  expect((await zoom.living()).at(-1)).toMatchObject({ topic: 'Signed out' });
});

test('the pane is signed in too after the ribbon signed in', async () => {
  await outlook.newAppointment({ subject: 'Shared session' });
  await pressAndSignIn('Add Zoom Meeting');
  await outlook.messages.getByText('A Zoom meeting was added.').waitFor();
  await outlook.openPane();
  await outlook.updateButton.waitFor();
});

test('two presses make one meeting', async () => {
  await signedIn();
  await outlook.page.evaluate(() => undefined);
  const before = (await zoom.living()).length;
  await zoom.fault('slow', 'meetings.create', { delayMs: 700 });
  await outlook.ribbon('Add Zoom Meeting').click();
  await outlook.ribbon('Add Zoom Meeting').click();
  await outlook.messages.getByText(/A Zoom meeting was added|already has/).waitFor();
  expect((await zoom.living()).length).toBe(before + 1);
  expect((await outlook.item()).body.content.match(/Join Zoom meeting/g)).toHaveLength(1);
});

test('Remove takes the meeting off', async () => {
  await signedIn();
  await outlook.ribbon('Add Zoom Meeting').click();
  await outlook.messages.getByText('A Zoom meeting was added.').waitFor();
  const id = (await zoom.living()).at(-1)?.id;
  await outlook.ribbon('Remove').click();
  await outlook.messages.getByText('The Zoom meeting was removed.').waitFor();
  expect((await zoom.living()).map((meeting) => meeting.id)).not.toContain(id);
  const item = await outlook.item();
  expect(item.location).toBe('');
  expect(item.body.content).not.toContain('Join Zoom meeting');
});

test('Remove on an appointment without a meeting says so', async () => {
  await signedIn();
  await outlook.ribbon('Remove').click();
  await outlook.messages.getByText('There is no Zoom meeting on this appointment.').waitFor();
});

test('errors are told in the bar, with what to do next', async () => {
  await signedIn();
  await outlook.fill({ start: '10:00', end: '10:30' });
  await zoom.fault('500', 'meetings.create', { times: 10 });
  await outlook.ribbon('Add Zoom Meeting').click();
  await outlook.messages.getByText(/try again/i).waitFor();
  await zoom.clean();
  await outlook.ribbon('Add Zoom Meeting').click();
  await outlook.messages.getByText('A Zoom meeting was added.').waitFor();
});

test('a host call that fails is told in the bar', async () => {
  await signedIn();
  await outlook.failNext(hostCall.bodyGet);
  await outlook.ribbon('Add Zoom Meeting').click();
  await outlook.messages.getByText(/Outlook could not/).waitFor();
});

test('pane and ribbon pressed at the same moment make one meeting', async () => {
  await outlook.ready({ subject: 'Both at once' });
  const before = (await zoom.living()).length;
  await zoom.fault('slow', 'meetings.create', { delayMs: 700 });
  await Promise.all([outlook.button('Add Zoom meeting').click(), outlook.ribbon('Add Zoom Meeting').click()]);
  await outlook.updateButton.waitFor();
  await outlook.messages.getByText(/added|already has/).waitFor();
  expect((await zoom.living()).length).toBe(before + 1);
  expect((await outlook.item()).body.content.match(/Join Zoom meeting/g)).toHaveLength(1);
});

test('the open pane follows what the ribbon does', async () => {
  await outlook.ready({ subject: 'Followed' });
  await outlook.ribbon('Add Zoom Meeting').click();
  await outlook.pane.getByRole('heading', { name: 'Followed' }).waitFor();
  await outlook.ribbon('Remove').click();
  await outlook.button('Add Zoom meeting').waitFor();
});

test('in an Outlook without recurrence, bar and pane say that the meeting is for one time', async () => {
  await outlook.settings({ requirementSet: '1.5' });
  await signedIn();
  await outlook.ribbon('Add Zoom Meeting').click();
  await outlook.messages.getByText(/this Outlook does not tell whether the appointment repeats/).waitFor();
  await outlook.openPane();
  await outlook.updateButton.waitFor();
  await outlook.pane.getByText(/The meeting is for the time shown only/).waitFor();
});

test('in an Outlook that is too old, Add says so as the pane does, and makes nothing', async () => {
  await outlook.settings(presets.unsupported);
  await outlook.newAppointment({ subject: 'Too old' });
  const before = (await zoom.living()).length;
  await outlook.ribbon('Add Zoom Meeting').click();
  await outlook.messages.getByText(/Zoom meetings need an Outlook with Mailbox 1.4 or later/).waitFor();
  expect((await zoom.living()).length).toBe(before);
});
