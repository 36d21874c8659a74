/** Options of meetings in the Zoom stand-in: personal id, recording, alternative hosts, templates, locks, settings. */
import {
  caller,
  control,
  createMeeting,
  getMeeting,
  invalid,
  signedIn,
  startTestCloud,
  tuesdays,
  type Call,
  type RunningTestCloud,
} from './harness';

let cloud: RunningTestCloud;
let call: Call;
beforeEach(async () => {
  cloud = await startTestCloud({ limits: { lightPerSecond: 100_000, mediumPerSecond: 100_000 } });
  call = caller(cloud.url, (await signedIn(cloud.url)).access_token);
});
afterEach(() => cloud.close());

const mySettings = (change: object) =>
  control(cloud.url, 'PATCH', '/people/organizer@example.test/settings', change);
const lock = (change: object) => control(cloud.url, 'PATCH', '/locks', change);
const settingsOf = async (settings: object, body: object = {}) =>
  (await createMeeting(call, { ...body, settings })).settings;

it('keeps what was chosen about sound, recording, muting and signing in', async () => {
  const chosen = {
    audio: 'voip',
    auto_recording: 'local',
    mute_upon_entry: true,
    join_before_host: true,
    meeting_authentication: true,
  };
  const { id, settings } = await createMeeting(call, { settings: chosen });
  expect(settings).toMatchObject(chosen);
  await call('PATCH', `/meetings/${id}`, { settings: { audio: 'telephony' } });
  expect((await getMeeting(call, id)).settings).toMatchObject({ ...chosen, audio: 'telephony' });
});

it('starts from the settings of the person', async () => {
  const own = { mute_upon_entry: true, join_before_host: true, meeting_authentication: true };
  await mySettings({ ...own, audio_type: 'voip', auto_recording: 'cloud' });
  expect(await settingsOf({})).toMatchObject({ ...own, audio: 'voip', auto_recording: 'cloud' });
});

describe('the personal meeting id', () => {
  const PMI = 3542471135;

  it('is what people join with, while the meeting keeps an id of its own', async () => {
    const meeting = await createMeeting(call, { settings: { use_pmi: true } });
    expect(String(meeting.id)).toMatch(/^8\d{10}$/);
    expect(meeting).toMatchObject({ pmi: String(PMI), settings: { use_pmi: true } });
    expect(meeting.join_url).toMatch(new RegExp(`^${cloud.url}/j/${PMI}\\?pwd=`));
    expect((await call('GET', '/users/me/meetings')).body).toMatchObject({
      meetings: [{ id: meeting.id, pmi: String(PMI), join_url: meeting.join_url }],
    });
  });

  it('gives way to the generated id again', async () => {
    const { id } = await createMeeting(call, { settings: { use_pmi: true } });
    await call('PATCH', `/meetings/${id}`, { settings: { use_pmi: false } });
    const after = await getMeeting(call, id);
    expect(after).not.toHaveProperty('pmi');
    expect(after.join_url).toContain(`/j/${id}`);
  });

  it('is for scheduled meetings and those without fixed time only', async () => {
    expect(await settingsOf({ use_pmi: true }, { type: 3 })).toMatchObject({ use_pmi: true });
    expect(await settingsOf({ use_pmi: true }, tuesdays)).toMatchObject({ use_pmi: false });
  });

  it('is used where the person has it so', async () => {
    await mySettings({ use_pmi_for_scheduled_meetings: true });
    expect(await settingsOf({})).toMatchObject({ use_pmi: true });
    expect(await settingsOf({ use_pmi: false })).toMatchObject({ use_pmi: false });
  });

  it('leads to the meeting that uses it, and to the room when none does', async () => {
    const page = async () => (await fetch(`${cloud.url}/j/${PMI}`)).text();
    expect(await page()).toContain('Personal meeting room');
    await createMeeting(call, { topic: 'In my room', settings: { use_pmi: true } });
    expect(await page()).toContain('In my room');
    expect((await fetch(`${cloud.url}/j/1234567890`)).status).toBe(404);
  });
});

describe('recording', () => {
  it.each([
    ['cloud', { cloud_recording: false }],
    ['local', { local_recording: false }],
  ])('in the plan without %s recording does not happen', async (auto_recording, plan) => {
    expect(await settingsOf({ auto_recording })).toMatchObject({ auto_recording });
    await mySettings(plan);
    expect(await settingsOf({ auto_recording })).toMatchObject({ auto_recording: 'none' });
  });
});

describe('alternative hosts', () => {
  const asked = (alternative_hosts: string) => settingsOf({ alternative_hosts });

  it.each([
    ['attendee@example.test;manager@example.test'],
    ['attendee@example.test,manager@example.test'],
    [' Attendee@example.test ; sandboxManager0000000001;'],
  ])('are read from %j and answered as addresses', async (list) => {
    expect(await asked(list)).toMatchObject({
      alternative_hosts: 'attendee@example.test;manager@example.test',
    });
  });

  it.each([['somebody@elsewhere.test'], ['organizer@example.test'], ['manager@example.test']])(
    'cannot be %s: outside the account, the host, without licence',
    async (email) => {
      await control(cloud.url, 'PATCH', '/people/manager@example.test', { licensed: false });
      const settings = { alternative_hosts: `attendee@example.test;${email}` };
      const message = `Unable to assign "${email}" as an alternative host because the user cannot be selected at this time`;
      const refused = { status: 400, body: { code: 1114, message } };
      expect(await call('POST', '/users/me/meetings', { settings })).toMatchObject(refused);
      const { id } = await createMeeting(call);
      expect(await call('PATCH', `/meetings/${id}`, { settings })).toMatchObject(refused);
      expect((await getMeeting(call, id)).settings).toMatchObject({ alternative_hosts: '' });
    },
  );

  it('are taken away by an empty list, and by nothing else', async () => {
    const { id } = await createMeeting(call, { settings: { alternative_hosts: 'attendee@example.test' } });
    await call('PATCH', `/meetings/${id}`, { settings: { host_video: true } });
    expect((await getMeeting(call, id)).settings).toMatchObject({
      alternative_hosts: 'attendee@example.test',
    });
    await call('PATCH', `/meetings/${id}`, { settings: { alternative_hosts: '' } });
    expect((await getMeeting(call, id)).settings).toMatchObject({ alternative_hosts: '' });
  });
});

describe('templates', () => {
  const WORKSHOP = 'sandboxTemplateWorkshop==';

  it('are listed, the account’s and one’s own', async () => {
    expect((await call('GET', '/users/me/meeting_templates')).body).toEqual({
      templates: [
        { id: WORKSHOP, name: 'Workshop', type: 2 },
        { id: 'sandboxTemplateOwn==', name: 'My own template', type: 1 },
      ],
      total_records: 2,
    });
  });

  it('come before one’s own settings and after what was asked', async () => {
    const meeting = await createMeeting(call, {
      template_id: WORKSHOP,
      settings: { participant_video: false },
    });
    expect(meeting).toMatchObject({ template_id: WORKSHOP });
    expect(meeting.settings).toMatchObject({
      mute_upon_entry: true,
      waiting_room: true,
      participant_video: false,
    });
    expect(await createMeeting(call)).not.toHaveProperty('template_id');
  });

  it.each(['sandboxTemplateOwn==', 'no such template'])('%s is refused', async (template_id) => {
    expect(await call('POST', '/users/me/meetings', { template_id })).toMatchObject({
      status: 400,
      body: invalid('template_id'),
    });
  });

  it('are replaced by control', async () => {
    const templates = [{ id: 'other', name: 'Other', type: 2, settings: { audio: 'voip' } }];
    expect(await control(cloud.url, 'PUT', '/templates', templates)).toEqual(templates);
    expect(await control(cloud.url, 'GET', '/templates')).toEqual(templates);
    expect((await createMeeting(call, { template_id: 'other' })).settings).toMatchObject({ audio: 'voip' });
  });
});

describe('what the account has locked', () => {
  it.each([
    ['schedule_meeting', 'audio_type', { audio: 'voip' }, { audio: 'both' }],
    ['schedule_meeting', 'host_video', { host_video: true }, { host_video: false }],
    ['schedule_meeting', 'join_before_host', { join_before_host: true }, { join_before_host: false }],
    [
      'schedule_meeting',
      'meeting_authentication',
      { meeting_authentication: true },
      { meeting_authentication: false },
    ],
    ['schedule_meeting', 'participant_video', { participant_video: true }, { participant_video: false }],
    ['schedule_meeting', 'use_pmi_for_scheduled_meetings', { use_pmi: true }, { use_pmi: false }],
    ['recording', 'auto_recording', { auto_recording: 'cloud' }, { auto_recording: 'none' }],
    ['meeting_security', 'waiting_room', { waiting_room: true }, { waiting_room: false }],
  ])('in %s as %s holds against %j', async (group, name, asked, own) => {
    const { id, settings } = await createMeeting(call, { settings: asked });
    expect(settings).toMatchObject(asked);
    await lock({ [group]: { [name]: true } });
    expect(await settingsOf(asked)).toMatchObject(own);
    await call('PATCH', `/meetings/${id}`, { settings: asked });
    expect((await getMeeting(call, id)).settings).toMatchObject(own);
  });

  it('holds for single occurrences', async () => {
    const { id, occurrences = [] } = await createMeeting(call, tuesdays);
    const one = `?occurrence_id=${occurrences[0]?.occurrence_id}`;
    await lock({ schedule_meeting: { host_video: true } });
    await call('PATCH', `/meetings/${id}${one}`, { settings: { host_video: true } });
    expect((await getMeeting(call, id, one)).settings).toMatchObject({ host_video: false });
  });

  it('gives every meeting a passcode, whatever is asked', async () => {
    await lock({ schedule_meeting: { require_password_for_scheduling_new_meetings: true } });
    const { id, password } = await createMeeting(call, { default_password: false });
    expect(password).toMatch(/^\d{6}$/);
    await call('PATCH', `/meetings/${id}`, { password: '' });
    expect((await getMeeting(call, id)).password).toBe(password);
  });

  it('can be read with an administrator’s token only', async () => {
    const refused = {
      status: 400,
      body: {
        code: 4711,
        message: 'Invalid access token, does not contain scopes:[account:read:lock_settings:master].',
      },
    };
    expect(await call('GET', '/accounts/me/lock_settings')).toMatchObject(refused);
    await control(cloud.url, 'PATCH', '/people/organizer@example.test', { admin: true });
    await lock({ schedule_meeting: { host_video: true }, meeting_security: { waiting_room: true } });
    for (const account of ['me', 'sandbox-account-000001']) {
      expect(await call('GET', `/accounts/${account}/lock_settings`)).toMatchObject({
        status: 200,
        body: {
          schedule_meeting: { host_video: true, participant_video: false },
          recording: { auto_recording: false },
        },
      });
    }
    expect((await call('GET', '/accounts/me/lock_settings?option=meeting_security')).body).toEqual({
      meeting_security: { waiting_room: true, meeting_password: false },
    });
    expect(await call('GET', '/accounts/other/lock_settings')).toMatchObject({
      status: 400,
      body: { code: 2001, message: 'Account does not exist: other.' },
    });
    const { scope } = await signedIn(cloud.url);
    expect(scope.split(' ')).toContain('account:read:lock_settings:master');
  });
});

it('tells a person’s settings, those that decide the defaults of a meeting included', async () => {
  await mySettings({
    audio_type: 'voip',
    auto_recording: 'local',
    cloud_recording: false,
    meeting_authentication: true,
    use_pmi_for_scheduled_meetings: true,
  });
  expect((await call('GET', '/users/me/settings')).body).toMatchObject({
    schedule_meeting: {
      host_video: false,
      participants_video: false,
      join_before_host: false,
      audio_type: 'voip',
      use_pmi_for_scheduled_meetings: true,
      require_password_for_scheduling_new_meetings: true,
    },
    in_meeting: { waiting_room: false },
    recording: { auto_recording: 'local', cloud_recording: false, local_recording: true },
  });
  expect((await call('GET', '/users/me/settings?option=meeting_authentication')).body).toEqual({
    authentication_options: { meeting_authentication: { meeting_authentication: true } },
  });
});
