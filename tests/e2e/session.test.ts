/** The sign-in and its end: refreshed unseen, withdrawn, declined, given up; what was pressed and typed is not lost. */
import { outlook, zoom, withProduct } from './support/suite';

withProduct();

/** Resolves when the pane has asked Zoom all that it asks without a press. */
const backgroundQuestions = () =>
  Promise.all(
    [/\/api\/me\/choices$/, /\/api\/meetings\/unused$/].map((path) => outlook.page.waitForResponse(path)),
  );

describe('the session', () => {
  test('an access token of Zoom that expired during an add is refreshed once, unseen', async () => {
    await outlook.ready({ subject: 'Expired token' });
    await zoom.forgetRequests();
    await zoom.expireAccessTokens();
    await outlook.add();
    expect((await zoom.requests('oauth.token')).length).toBe(1);
  });

  test('that Zoom has withdrawn asks for a new sign-in, then goes on with what was pressed and typed', async () => {
    const questions = backgroundQuestions();
    await outlook.ready({ subject: 'Withdrawn' });
    await outlook.pane.getByLabel('Topic').fill('Still here');
    // Whichever asks Zoom next hears of it: here the press shall be the first.
    await questions;
    await zoom.revokeGrants();
    await outlook.button('Add Zoom meeting').click();
    await outlook.pane.getByText('Sign in again').waitFor();
    await outlook.signIn();
    // What was pressed goes on by itself.
    await outlook.pane.getByRole('heading', { name: 'Still here' }).waitFor();
    expect((await zoom.living()).at(-1)).toMatchObject({ topic: 'Still here' });
  });

  test('that Zoom has withdrawn is noticed by a question in the background, too, and what was typed stays', async () => {
    // Only with a meeting in it does that list ask Zoom.
    await outlook.ready({ subject: 'Left behind' });
    await outlook.add();
    await outlook.discard();
    const questions = backgroundQuestions();
    await outlook.newAppointment({ subject: 'Withdrawn' });
    await outlook.openPane();
    await outlook.pane.getByLabel('Topic').fill('Still here');
    await questions;
    await zoom.revokeGrants();
    await outlook.button('Unused meetings').click();
    await outlook.pane.getByText('Sign in again').waitFor();
    await outlook.signIn();
    expect(await outlook.pane.getByLabel('Topic').inputValue()).toBe('Still here');
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
