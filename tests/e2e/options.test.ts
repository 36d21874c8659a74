/** What a person chooses for a meeting: that it arrives in Zoom, is shown again, and can be changed. */
import { body, chosen, field, isOn, reopened, turn } from './support/options';
import { outlook, zoom, withProduct } from './support/suite';

withProduct();
beforeEach(() => zoom.reset());

const removeHost = (address: string) =>
  outlook.pane.getByRole('option', { name: `Remove ${address}` }).click();
const hosts = () => outlook.pane.getByRole('combobox', { name: 'Alternative hosts' });

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

describe('the passcode', () => {
  const wrong = () => outlook.pane.getByText('At most 10 letters, digits or @ - _ *');

  test('that is typed goes to Zoom, is shown, and stands in the invitation; cleared again it stays as it is', async () => {
    await outlook.ready({ subject: 'My own code' });
    expect(await field('Passcode').inputValue()).toBe('');
    await outlook.pane.getByText('Leave it empty and Zoom makes one.').waitFor();
    await field('Passcode').fill('Ab-1_2*3@x');
    await outlook.add();
    expect(await zoom.newest()).toMatchObject({ password: 'Ab-1_2*3@x' });
    await outlook.pane.getByRole('definition').getByText('Ab-1_2*3@x', { exact: true }).waitFor();
    expect(await body()).toContain('Ab-1_2*3@x');

    await outlook.changeOptions();
    await field('Passcode').fill('');
    await field('Topic').focus();
    expect(await field('Passcode').inputValue()).toBe('Ab-1_2*3@x');
    await outlook.update();
    expect(await zoom.newest()).toMatchObject({ password: 'Ab-1_2*3@x' });
  });

  test('can be none: on a new meeting, and taken from one that has one', async () => {
    await outlook.ready({ subject: 'Open to all' });
    await outlook.pane.getByRole('switch', { name: 'No passcode' }).click();
    await outlook.pane.getByText('Everybody who has the link can come.').waitFor();
    expect(await field('Passcode').isDisabled()).toBe(true);
    await outlook.add();
    expect(await zoom.newest()).toMatchObject({ password: '' });
    expect(await body()).not.toContain('Passcode');

    await outlook.changeOptions();
    await field('Passcode').fill('abc123');
    await outlook.update();
    expect(await zoom.newest()).toMatchObject({ password: 'abc123' });
    await outlook.changeOptions();
    await outlook.pane.getByRole('switch', { name: 'No passcode' }).click();
    await outlook.update();
    expect(await zoom.newest()).toMatchObject({ password: '' });
    expect(await body()).not.toContain('abc123');
  });

  test('that is left empty is made by Zoom, and shown', async () => {
    await outlook.ready({ subject: 'Made by Zoom' });
    await outlook.add();
    const { password } = await zoom.newest();
    expect(String(password)).toMatch(/^[a-zA-Z0-9@\-_*]{1,10}$/);
    await outlook.pane.getByRole('definition').getByText(String(password), { exact: true }).waitFor();
    expect(await body()).toContain(String(password));
  });

  test('that Zoom could not take is refused in a sentence while it is typed: on a new meeting and on one that is there', async () => {
    await outlook.ready({ subject: 'Wrong code' });
    for (const typed of ['12345678901', 'with space', 'grüße', 'a+b']) {
      await field('Passcode').fill(typed);
      await wrong().waitFor();
      expect(await field('Passcode').getAttribute('aria-invalid')).toBe('true');
      expect(await outlook.button('Add Zoom meeting').getAttribute('aria-disabled')).toBe('true');
    }
    await field('Passcode').fill('1234567890');
    await wrong().waitFor({ state: 'detached' });
    await outlook.add();
    expect(await zoom.newest()).toMatchObject({ password: '1234567890' });

    await outlook.changeOptions();
    await field('Passcode').fill('much too long');
    await wrong().waitFor();
    expect(await outlook.updateButton.getAttribute('aria-disabled')).toBe('true');
    expect(await zoom.newest()).toMatchObject({ password: '1234567890' });
  });

  test("against the account's rules is refused in a sentence, nothing is half-done, and a better one goes on", async () => {
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
    await field('Passcode').fill('abc');
    await outlook.button('Add Zoom meeting').click();
    await outlook.pane.getByText(/Zoom did not accept this: .*passcode requirements/).waitFor();
    expect(await zoom.living()).toEqual([]);
    expect(await outlook.item()).toMatchObject({ body: before.body, location: before.location });
    await field('Passcode').fill('abc123');
    await outlook.add();
    expect(await zoom.newest()).toMatchObject({ password: 'abc123' });
  });
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
