/** Every option of a meeting, from the person's own defaults in Zoom to what arrives there, and what is locked. */
import type { Locator } from 'playwright-core';
import { AdminPage } from './support/admin';
import { dayFromNow } from './support/outlook';
import { browser, outlook, product, zoom, withProduct } from './support/suite';

const day = dayFromNow(1);
const field = (label: string) => outlook.pane.getByLabel(label, { exact: true });
const chosen = (label: string) => field(label).locator('option:checked').innerText();
const isOn = (label: string) => field(label).isChecked();

/** Turns a switch; a press that the form swallowed while it unfolded is made again, as a person would. */
async function turn(label: string, on: boolean): Promise<void> {
  for (let presses = 0; presses < 3 && (await isOn(label)) !== on; presses++) await field(label).click();
  expect(await isOn(label)).toBe(on);
}
const body = async () => (await outlook.item()).body.content;
const removeHost = (address: string) =>
  outlook.pane.getByRole('option', { name: `Remove ${address}` }).click();
const hosts = () => outlook.pane.getByRole('combobox', { name: 'Alternative hosts' });
/** What is shown in place of a control that is locked. */
const locked = (label: string): Locator => outlook.pane.locator('dl.locked', { hasText: label });

async function reopened(subject: string): Promise<void> {
  await outlook.saved(subject, day);
  await outlook.open(subject, day);
  await outlook.button('Update').waitFor();
  await outlook.changeOptions();
}

/** An administrator saves defaults and locks for new meetings, with the session of their settings page. */
async function govern(meeting: object): Promise<void> {
  const { page } = await AdminPage.signedIn(browser, product);
  const asked = page.waitForRequest((request) => request.url().endsWith('/api/account/settings'));
  await page.reload();
  const { authorization = '' } = await (await asked).allHeaders();
  const answer = await page.request.put(`${product.addIn}/api/account/settings`, {
    data: { meeting },
    headers: { authorization, 'if-match': '*' },
  });
  expect(answer.status()).toBe(200);
  await page.context().close();
}

/** Asks the backend as the pane does, with the pane's own session: what a page of somebody else could do as well. */
async function askBackend(method: 'POST' | 'PATCH', path: string, data: unknown) {
  const asked = outlook.page.waitForRequest((request) => request.url().endsWith('/api/meetings/unused'));
  await outlook.button('Unused meetings').click();
  const { authorization = '' } = await (await asked).allHeaders();
  const answer = await outlook.page.request.fetch(`${product.addIn}${path}`, {
    method,
    data,
    headers: { authorization, 'idempotency-key': 'a-claim-of-a-test' },
  });
  return { status: answer.status(), problem: await answer.json() };
}

const aMeeting = {
  topic: 'Asked for directly',
  start: `${day}T09:00:00`,
  durationMinutes: 30,
  timeZone: 'Europe/Berlin',
};

describe('without a policy', () => {
  withProduct();
  beforeEach(() => zoom.reset());

  test("the person's own settings in Zoom are filled in, and hold for a meeting that nothing was chosen for", async () => {
    await zoom.settings({
      host_video: true,
      participants_video: true,
      waiting_room: true,
      meeting_authentication: true,
      audio_type: 'voip',
      auto_recording: 'cloud',
    });
    await outlook.ready({ subject: 'As usual' });
    await field('Waiting room').waitFor();
    for (const label of [
      'Waiting room',
      'Only people signed in to Zoom',
      'Start with my video on',
      'Start with video of participants on',
    ]) {
      expect([label, await isOn(label)]).toEqual([label, true]);
    }
    expect(await isOn('People may join before the host')).toBe(false);
    expect(await chosen('Audio')).toBe('Computer');
    expect(await chosen('Record automatically')).toBe('In the cloud');
    await outlook.add();
    expect((await zoom.newest()).settings).toMatchObject({
      host_video: true,
      participant_video: true,
      waiting_room: true,
      meeting_authentication: true,
      audio: 'voip',
      auto_recording: 'cloud',
      join_before_host: false,
    });
  });

  test('every option that is chosen arrives in Zoom, is shown again after opening, and can be changed', async () => {
    await outlook.newAppointment({ subject: 'All of them' });
    await outlook.invite('attendee@example.test');
    await outlook.openPane();
    await outlook.signIn();
    await field('Passcode').fill('Ab-1_2*3@');
    await turn('People may join before the host', true);
    await turn('Only people signed in to Zoom', true);
    await turn('Start with my video on', true);
    await turn('Start with video of participants on', true);
    await turn('Mute people when they join', true);
    await field('Audio').selectOption('Telephone');
    await field('Record automatically').selectOption('On my computer');
    await hosts().click();
    await outlook.pane.getByRole('option', { name: /attendee@example\.test/ }).click();
    await outlook.add();
    expect(await zoom.newest()).toMatchObject({
      password: 'Ab-1_2*3@',
      settings: {
        waiting_room: false,
        join_before_host: true,
        meeting_authentication: true,
        host_video: true,
        participant_video: true,
        mute_upon_entry: true,
        audio: 'telephony',
        auto_recording: 'local',
        alternative_hosts: 'attendee@example.test',
      },
    });
    expect(await body()).toContain('Ab-1_2*3@');

    await reopened('All of them');
    expect(await field('Passcode').inputValue()).toBe('Ab-1_2*3@');
    expect(await isOn('People may join before the host')).toBe(true);
    expect(await isOn('Waiting room')).toBe(false);
    expect(await isOn('Only people signed in to Zoom')).toBe(true);
    expect(await isOn('Start with my video on')).toBe(true);
    expect(await isOn('Start with video of participants on')).toBe(true);
    expect(await isOn('Mute people when they join')).toBe(true);
    expect(await chosen('Audio')).toBe('Telephone');
    expect(await chosen('Record automatically')).toBe('On my computer');

    await field('Passcode').fill('other');
    await turn('Waiting room', true);
    await turn('Only people signed in to Zoom', false);
    await turn('Start with my video on', false);
    await turn('Start with video of participants on', false);
    await turn('Mute people when they join', false);
    await field('Audio').selectOption('Telephone and computer');
    await field('Record automatically').selectOption('In the cloud');
    await removeHost('attendee@example.test');
    await outlook.update();
    expect(await zoom.newest()).toMatchObject({
      password: 'other',
      settings: {
        waiting_room: true,
        join_before_host: false,
        meeting_authentication: false,
        host_video: false,
        participant_video: false,
        mute_upon_entry: false,
        audio: 'both',
        auto_recording: 'cloud',
        alternative_hosts: '',
      },
    });
    expect(await body()).toContain('other');
    expect(await body()).not.toContain('Ab-1_2*3@');
  });

  test('the personal meeting id: link, location and invitation carry it, Update and Remove find the meeting', async () => {
    await outlook.ready({ subject: 'My room', location: 'Room 5', body: 'Words.' });
    await turn('Use my personal meeting ID', true);
    await outlook.pane.getByText(/Everybody who knows 354 247 1135 can come/).waitFor();
    await outlook.add();
    const made = await zoom.newest();
    expect(made.settings).toMatchObject({ use_pmi: true });
    const item = await outlook.item();
    expect(item.location).toMatch(/^Room 5; https:\/\/localhost:\d+\/j\/3542471135/);
    expect(item.body.content).toContain('354 247 1135');
    expect(item.body.content).toContain('/j/3542471135');
    expect(JSON.stringify(item.customProperties)).toContain(String(made.id));

    await reopened('My room');
    expect(await isOn('Use my personal meeting ID')).toBe(true);
    await outlook.pane.getByText('354 247 1135', { exact: true }).waitFor();
    await outlook.fill({ start: '15:00', end: '16:00' });
    await outlook.difference('Time');
    await outlook.update();
    expect(await zoom.newest()).toMatchObject({ id: made.id, duration: 60 });
    expect((await body()).match(/Join Zoom meeting/g)).toHaveLength(1);

    await outlook.button('Remove').click();
    await outlook.button('Add Zoom meeting').waitFor();
    expect(await zoom.living()).toEqual([]);
    const after = await outlook.item();
    expect(after.location).toBe('Room 5');
    expect(after.body.content).not.toContain('3542471135');
    expect(after.body.content).toContain('Words.');
  });

  test('a generated id instead of the personal one, later: the old link goes everywhere', async () => {
    await outlook.ready({ subject: 'Out of my room' });
    await turn('Use my personal meeting ID', true);
    await outlook.add();
    await outlook.changeOptions();
    await turn('Use my personal meeting ID', false);
    await outlook.update();
    const { id } = await zoom.newest();
    const item = await outlook.item();
    expect(item.location).toContain(`/j/${id}`);
    expect(item.body.content).toContain(`/j/${id}`);
    expect(item.location + item.body.content).not.toContain('3542471135');
  });

  test("a passcode against the account's rules is refused in a sentence, nothing is half-done, and a better one goes on", async () => {
    await zoom.settings({
      passcode_rules: {
        length: 6,
        have_letter: true,
        have_number: true,
        have_special_character: false,
        only_allow_numeric: false,
      },
    });
    await outlook.ready({ subject: 'Strict', body: 'Words.' });
    const before = await outlook.item();
    await field('Passcode').fill('12345678901');
    await outlook.pane.getByText('At most 10 letters, digits or @ - _ *').waitFor();
    expect(await outlook.button('Add Zoom meeting').getAttribute('aria-disabled')).toBe('true');
    await field('Passcode').fill('abc');
    await outlook.button('Add Zoom meeting').click();
    await outlook.pane.getByText(/Zoom did not accept this: .*passcode requirements/).waitFor();
    expect(await zoom.living()).toEqual([]);
    expect(await outlook.item()).toMatchObject({ body: before.body, location: before.location });
    await field('Passcode').fill('abc123');
    await outlook.add();
    expect(await zoom.newest()).toMatchObject({ password: 'abc123' });
  });

  test('alternative hosts: those who are invited are suggested, any address can be typed, a refused one is named', async () => {
    await outlook.ready({ subject: 'Hosts', body: 'Words.' });
    const before = await outlook.item();
    await outlook.invite('attendee@example.test');
    await hosts().click();
    await outlook.pane.getByRole('option', { name: /Attendee/ }).waitFor();
    await hosts().fill('mana');
    await outlook.pane.getByText('mana is not an e-mail address.').waitFor();
    await hosts().fill('manager@example.test');
    await hosts().press('Enter');
    await outlook.pane.getByRole('option', { name: 'Remove manager@example.test' }).waitFor();
    await hosts().pressSequentially('nobody@example.test');
    await outlook.pane.getByRole('option', { name: 'Add nobody@example.test' }).click();
    await outlook.button('Add Zoom meeting').click();
    await outlook.pane
      .getByText(/Zoom does not accept these people as alternative hosts: nobody@example\.test\./)
      .waitFor();
    expect(await zoom.living()).toEqual([]);
    expect(await outlook.item()).toMatchObject({ body: before.body, location: before.location });

    await removeHost('nobody@example.test');
    await outlook.add();
    expect((await zoom.newest()).settings).toMatchObject({ alternative_hosts: 'manager@example.test' });
  });

  test("scheduled for somebody else it is their meeting, and one's own to change and remove", async () => {
    await outlook.ready({ subject: 'For the manager' });
    await field('Schedule for').selectOption('manager@example.test');
    await outlook.add();
    // Zoom tells the name of somebody else to administrators only.
    await outlook.pane.getByRole('definition').getByText('manager@example.test', { exact: true }).waitFor();
    const made = await zoom.newest();
    expect(made.hostId).toContain('Manager');
    expect(await body()).toMatch(/manager@example\.test<.*is inviting you to a Zoom meeting\./);

    await reopened('For the manager');
    expect(await field('Schedule for').count()).toBe(0);
    await outlook.fill({ start: '11:00', end: '12:00' });
    await outlook.difference('Time');
    await outlook.update();
    expect(await zoom.newest()).toMatchObject({ id: made.id, hostId: made.hostId, duration: 60 });
    await outlook.button('Remove').click();
    await outlook.button('Add Zoom meeting').waitFor();
    expect(await zoom.living()).toEqual([]);
  });

  test('a template brings its settings', async () => {
    await outlook.ready({ subject: 'A workshop' });
    await field('Template').waitFor();
    expect(await field('Template').locator('option').allInnerTexts()).toEqual(['No template', 'Workshop']);
    await field('Template').selectOption('Workshop');
    await outlook.add();
    expect(await zoom.newest()).toMatchObject({
      templateId: 'sandboxTemplateWorkshop==',
      settings: { mute_upon_entry: true, waiting_room: true, participant_video: true },
    });
  });

  test("what Zoom's account has locked is shown with the reason instead of a control, and the backend holds to it", async () => {
    await zoom.settings({ waiting_room: true, audio_type: 'voip' });
    await zoom.lock({
      meeting_security: { waiting_room: true },
      schedule_meeting: { audio_type: true, require_password_for_scheduling_new_meetings: true },
    });
    await outlook.ready({ subject: 'Locked' });
    for (const [label, value] of [
      ['Waiting room', 'On'],
      ['Audio', 'Computer'],
    ] as const) {
      expect((await locked(label).innerText()).split('\n').map((line) => line.trim())).toEqual([
        label,
        value,
        'Set in Zoom by your account',
      ]);
      expect(await field(label).count()).toBe(0);
    }
    await outlook.pane.getByText('There is always one. Set in Zoom by your account.').waitFor();
    const refused = await askBackend('POST', '/api/meetings', {
      ...aMeeting,
      options: { waitingRoom: false },
    });
    expect(refused).toMatchObject({ status: 422, problem: { code: 'option-locked' } });
    expect(await zoom.living()).toEqual([]);
  });

  test("one's own usual choices are kept, used by the one-click ribbon, and forgotten on request", async () => {
    await outlook.ready({ subject: 'Kept' });
    await turn('Start with my video on', true);
    await field('Record automatically').selectOption('On my computer');
    await outlook.button('Keep these as my usual choices').click();
    await outlook.pane.getByText('Your usual choices are kept').waitFor({ state: 'attached' });
    await outlook.discard();

    await outlook.newAppointment({ subject: 'One click' });
    await outlook.ribbon('Add Zoom Meeting').click();
    await outlook.messages.getByText('A Zoom meeting was added.').waitFor();
    expect(await zoom.newest()).toMatchObject({
      topic: 'One click',
      settings: { host_video: true, auto_recording: 'local' },
    });

    await outlook.openPane();
    await outlook.button('Settings').click();
    await outlook.pane.getByText('2 choices are kept for new meetings.').waitFor();
    await outlook.button('Forget my usual choices').click();
    await outlook.pane.getByText('None kept. New meetings follow your settings in Zoom.').waitFor();
    await outlook.button('Back').click();
    await outlook.button('Remove').click();
    await outlook.button('Add Zoom meeting').waitFor();
    await outlook.add();
    expect((await zoom.newest()).settings).toMatchObject({ host_video: false, auto_recording: 'none' });
  });

  test('the invitation has a language of its own, kept with the meeting, changed with it, and usual if wanted', async () => {
    await outlook.ready({ subject: 'Sprachen' });
    await field('Language of the invitation').selectOption('de');
    await outlook.add();
    expect(await body()).toContain('Zoom-Meeting beitreten');

    await reopened('Sprachen');
    expect(await chosen('Language of the invitation')).toBe('Deutsch');
    await outlook.fill({ start: '11:00', end: '12:00' });
    await outlook.difference('Time');
    await outlook.update();
    expect(await body()).toMatch(/11:00 . 12:00 Uhr/);
    expect(await body()).not.toContain('Join Zoom meeting');
    await field('Language of the invitation').selectOption('ar');
    await outlook.update();
    expect(await body()).toContain('الانضمام إلى اجتماع Zoom');
    expect(await body()).not.toContain('Zoom-Meeting beitreten');

    await outlook.button('Settings').click();
    await field('Language of invitations').selectOption('fr');
    await outlook.pane.getByText('Saved', { exact: true }).waitFor({ state: 'attached' });
    await outlook.saved('Sprachen', day);
    await outlook.newAppointment({ subject: 'Langues' });
    await outlook.ribbon('Add Zoom Meeting').click();
    await outlook.messages.getByText('A Zoom meeting was added.').waitFor();
    expect(await body()).toContain('Rejoindre la réunion Zoom');
  });
});

describe("with the account's own policy", () => {
  withProduct();
  beforeAll(() =>
    govern({
      defaults: { recording: 'cloud', muteOnEntry: true, hostVideo: true, passcodeRequired: true },
      locked: ['recording', 'muteOnEntry', 'passcode'],
    }),
  );
  beforeEach(() => zoom.reset());

  test('its locks are shown with the reason and enforced, its defaults can be chosen otherwise', async () => {
    await zoom.settings({ require_password_for_scheduling_new_meetings: false });
    await outlook.ready({ subject: 'By policy' });
    for (const [label, value] of [
      ['Mute people when they join', 'On'],
      ['Record automatically', 'In the cloud'],
    ] as const) {
      expect((await locked(label).innerText()).split('\n').map((line) => line.trim())).toEqual([
        label,
        value,
        'Set by your administrator',
      ]);
    }
    await outlook.pane.getByText('There is always one. Set by your administrator.').waitFor();
    expect(await isOn('Start with my video on')).toBe(true);
    await turn('Start with my video on', false);
    await outlook.add();
    const made = await zoom.newest();
    expect(made.settings).toMatchObject({
      auto_recording: 'cloud',
      mute_upon_entry: true,
      host_video: false,
    });
    expect(made.password).not.toBe('');

    for (const options of [{ recording: 'none' }, { muteOnEntry: false }, { passcode: '' }]) {
      const refused = await askBackend('POST', '/api/meetings', { ...aMeeting, options });
      expect(refused).toMatchObject({ status: 422, problem: { code: 'option-locked' } });
      await outlook.button('Unused meetings').click();
    }
    const refused = await askBackend('PATCH', `/api/meetings/${made.id}`, {
      topic: made.topic,
      options: { recording: 'none' },
    });
    expect(refused).toMatchObject({ status: 422, problem: { code: 'option-locked' } });
    expect((await zoom.newest()).settings).toMatchObject({ auto_recording: 'cloud' });
    expect(await zoom.living()).toHaveLength(1);
  });

  test('the one-click ribbon follows it', async () => {
    await outlook.ready({ subject: 'One click' });
    await outlook.ribbon('Add Zoom Meeting').click();
    await outlook.messages.getByText('A Zoom meeting was added.').waitFor();
    expect((await zoom.newest()).settings).toMatchObject({
      auto_recording: 'cloud',
      mute_upon_entry: true,
      host_video: true,
    });
  });
});
