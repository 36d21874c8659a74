/** What holds for a meeting without being chosen: one's settings in Zoom, locks, policy, one's own usual choices. */
import {
  aMeeting,
  askBackend,
  body,
  chosen,
  field,
  govern,
  isOn,
  locked,
  reopened,
  turn,
} from './support/options';
import { dayFromNow, hostCall } from './support/outlook';
import { outlook, zoom, withProduct } from './support/suite';

const day = dayFromNow(1);

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
      expect(await locked(label)).toEqual([label, value, 'Set in Zoom by your account']);
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

  test('what is locked is never shown as a choice, not even before it is known who the person is', async () => {
    await zoom.lock({ meeting_security: { waiting_room: true } });
    await outlook.ready({ subject: 'Known late' });
    await outlook.add();
    await outlook.saved('Known late', day);
    let tell: () => void = () => undefined;
    const told = new Promise<void>((resolve) => (tell = resolve));
    await outlook.page.route(/\/api\/me$/, async (route) => {
      await told;
      await route.continue();
    });
    await outlook.open('Known late', day);
    await outlook.updateButton.waitFor();
    await outlook.button('Change options').click();
    await outlook.pane.getByRole('progressbar').waitFor();
    expect(await field('Waiting room').count()).toBe(0);
    tell();
    await field('Topic').waitFor();
    expect((await locked('Waiting room')).at(-1)).toBe('Set in Zoom by your account');
  });

  test('what is chosen while a meeting is made is in view afterwards, and goes with the next update', async () => {
    await outlook.ready({ subject: 'Quick hands' });
    await field('Mute people when they join').waitFor();
    await outlook.hold(hostCall.bodySet);
    await outlook.button('Add Zoom meeting').click();
    await outlook.button('Adding …').waitFor();
    await turn('Mute people when they join', true);
    await outlook.release(hostCall.bodySet);
    await outlook.updateButton.waitFor();
    expect(await isOn('Mute people when they join')).toBe(true);
    expect((await zoom.newest()).settings).toMatchObject({ mute_upon_entry: false });
    await outlook.update();
    expect((await zoom.newest()).settings).toMatchObject({ mute_upon_entry: true });
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
  beforeEach(async () => {
    await zoom.reset();
    await govern({
      defaults: { recording: 'cloud', muteOnEntry: true, hostVideo: true, passcodeRequired: true },
      locked: ['recording', 'muteOnEntry', 'passcode'],
    });
  });

  test('its locks are shown with the reason and enforced, its defaults can be chosen otherwise', async () => {
    await zoom.settings({ require_password_for_scheduling_new_meetings: false });
    await outlook.ready({ subject: 'By policy' });
    for (const [label, value] of [
      ['Mute people when they join', 'On'],
      ['Record automatically', 'In the cloud'],
    ] as const) {
      expect(await locked(label)).toEqual([label, value, 'Set by your administrator']);
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
