/** What holds for a member's meetings: Zoom's settings, the policy, their own choices, and what is locked. */
import { Me, Meeting, MeetingChoices, type Preferences } from '../../src/api/backend';
import type { OpenDatabase } from '../../src/backend/database/open';
import type { MeetingRequest } from '../../src/domain/meeting';
import { CLAIM, emptyDatabase, openInMemory, problemCode, REQUEST, World, type TestBackend } from './support';
import { ADMIN, COLLEAGUE } from './zoomDouble';

const CREATE = /^POST \/v2\/users\/me\/meetings$/;

let open: OpenDatabase;
let world: World;

beforeAll(async () => {
  open = await openInMemory();
});
afterAll(() => open.close());
beforeEach(async () => {
  await emptyDatabase(open);
  world = new World(open);
});

/** A backend whose account has this policy for options. */
async function governed(policy: object): Promise<TestBackend> {
  const backend = await world.backend();
  await govern(backend, policy);
  return backend;
}

async function govern(backend: TestBackend, policy: object): Promise<void> {
  const { token } = await backend.signIn(ADMIN);
  const saved = await backend.as(
    token,
    'PUT',
    '/api/account/settings',
    { meeting: policy },
    { 'if-match': '*' },
  );
  expect(saved.statusCode).toBe(200);
}
const meOf = async (backend: TestBackend, token: string) =>
  Me.parse((await backend.as(token, 'GET', '/api/me')).json());
const preferring = (options: Preferences['options']): Preferences => ({
  options,
  updateByItself: false,
  invitationLanguage: null,
});
const plain: MeetingRequest = { ...REQUEST, options: {} };

/** The settings and passcode that Zoom was sent for the last new meeting. */
function sent() {
  const body = world.zoom.calls.filter(({ name }) => CREATE.test(name)).at(-1)?.body ?? '{}';
  return JSON.parse(body);
}

describe('a person’s description', () => {
  it('has Zoom’s settings as defaults, the personal id, and nothing locked or preferred', async () => {
    world.zoom.settings = {
      schedule_meeting: {
        host_video: true,
        participants_video: true,
        join_before_host: true,
        audio_type: 'voip',
        use_pmi_for_scheduled_meetings: true,
        require_password_for_scheduling_new_meetings: true,
      },
      in_meeting: { waiting_room: true },
      recording: { auto_recording: 'cloud' },
    };
    const backend = await world.backend();
    const { token } = await backend.signIn();
    expect(await meOf(backend, token)).toMatchObject({
      defaults: {
        personalId: true,
        waitingRoom: true,
        joinBeforeHost: true,
        hostVideo: true,
        participantVideo: true,
        audio: 'computer',
        muteOnEntry: false,
        recording: 'cloud',
        passcodeRequired: true,
      },
      locks: {},
      preferences: { options: {}, updateByItself: false, invitationLanguage: null },
      personalMeetingId: '9123456789',
    });
  });

  it.each([
    [true, true],
    [undefined, false],
  ])('says that only signed-in people may join where Zoom says so: %s', async (authentication, expected) => {
    world.zoom.authentication = authentication;
    const backend = await world.backend();
    const { token } = await backend.signIn();
    expect((await meOf(backend, token)).defaults.signedInOnly).toBe(expected);
  });
});

describe('preferences', () => {
  it('are kept for the member, in every later session, and for nobody else', async () => {
    const backend = await world.backend();
    const { token } = await backend.signIn();
    const mine = { options: { muteOnEntry: true }, updateByItself: true, invitationLanguage: 'ja' };
    const answer = await backend.as(token, 'PUT', '/api/me/preferences', mine);
    expect(Me.parse(answer.json())).toMatchObject({ preferences: mine, defaults: { muteOnEntry: true } });

    const later = (await backend.signIn()).token;
    expect((await meOf(backend, later)).preferences).toEqual(mine);
    expect((await backend.as(later, 'GET', '/api/me/preferences')).json()).toEqual(mine);
    const other = (await backend.signIn(COLLEAGUE)).token;
    expect((await meOf(backend, other)).preferences.options).toEqual({});
  });

  it('replace those before them as a whole', async () => {
    const backend = await world.backend();
    const { token } = await backend.signIn();
    await backend.as(token, 'PUT', '/api/me/preferences', preferring({ muteOnEntry: true }));
    await backend.as(token, 'PUT', '/api/me/preferences', preferring({ hostVideo: false }));
    expect((await meOf(backend, token)).preferences.options).toEqual({ hostVideo: false });
  });

  it.each([
    ['no switch', { options: { muteOnEntry: 'yes' }, updateByItself: false, invitationLanguage: null }],
    ...['x', 'en_GB', 'en-', 'en GB', '<b>en</b>', `en-${'a'.repeat(9)}`, `en${'-variant'.repeat(5)}`].map(
      (invitationLanguage): [string, object] => [
        `no language: ${invitationLanguage}`,
        { options: {}, updateByItself: false, invitationLanguage },
      ],
    ),
    ['no recording', { options: { recording: 'tape' }, updateByItself: false, invitationLanguage: null }],
    ['half of them', { options: {} }],
  ])('are refused with %s', async (_, body) => {
    const backend = await world.backend();
    const { token } = await backend.signIn();
    expect(problemCode(await backend.as(token, 'PUT', '/api/me/preferences', body))).toBe('invalid-request');
  });

  it.each(['de', 'zh-Hant-TW', 'es-419', 'sl-rozaj-biske', null])(
    'take a language tag: %s',
    async (invitationLanguage) => {
      const backend = await world.backend();
      const { token } = await backend.signIn();
      const body = { ...preferring({}), invitationLanguage };
      const answer = await backend.as(token, 'PUT', '/api/me/preferences', body);
      expect(Me.parse(answer.json()).preferences).toEqual(body);
    },
  );

  it('never hold a passcode, a template or another host', async () => {
    const backend = await world.backend();
    const { token } = await backend.signIn();
    await backend.as(token, 'PUT', '/api/me/preferences', {
      ...preferring({ hostVideo: true }),
      options: { hostVideo: true, passcode: 'abc', template: 't', scheduleFor: 'chair@example.test' },
    });
    expect((await meOf(backend, token)).preferences.options).toEqual({ hostVideo: true });
  });
});

describe('a new meeting', () => {
  it('gets the person’s usual choices for what the request leaves out', async () => {
    const backend = await world.backend();
    const { token } = await backend.signIn();
    const own = { muteOnEntry: true, audio: 'computer', alternativeHosts: ['chair@example.test'] } as const;
    await backend.as(
      token,
      'PUT',
      '/api/me/preferences',
      preferring({ ...own, alternativeHosts: [...own.alternativeHosts] }),
    );
    await backend.create(token, CLAIM, { ...plain, options: { audio: 'telephone' } });

    expect(sent().settings).toMatchObject({
      mute_upon_entry: true,
      audio: 'telephony',
      alternative_hosts: 'chair@example.test',
      host_video: true,
      waiting_room: true,
    });
  });

  it('asks Zoom for nothing but itself once the person was described', async () => {
    const backend = await world.backend();
    const { token } = await backend.signIn();
    await meOf(backend, token);
    world.zoom.calls.length = 0;
    await backend.create(token, CLAIM, plain);
    expect(world.zoom.calls.map(({ name }) => name)).toEqual(['POST /v2/users/me/meetings']);
  });

  it('is made though Zoom does not tell its settings just now', async () => {
    const backend = await world.backend();
    const { token } = await backend.signIn();
    for (let time = 0; time < 12; time += 1)
      world.zoom.fail(/^GET .*settings$/, new Response('', { status: 503 }));
    expect((await backend.create(token, CLAIM, plain)).statusCode).toBe(201);
    expect(sent().settings).toEqual({ calendar_type: 1 });
  });

  it('keeps a template’s settings, and another host’s, but for what the policy locks', async () => {
    world.zoom.scheduler = COLLEAGUE;
    const policy = { defaults: { waitingRoom: true, muteOnEntry: true }, locked: ['waitingRoom'] };
    const backend = await governed(policy);
    const { token } = await backend.signIn();
    await backend.as(token, 'PUT', '/api/me/preferences', preferring({ hostVideo: false }));

    await backend.create(token, CLAIM, { ...plain, options: { template: 'template-1' } });
    expect(sent()).toMatchObject({ template_id: 'template-1' });
    expect(sent().settings).toEqual({ calendar_type: 1, waiting_room: true });

    const answer = await backend.create(token, 'for-a-colleague', {
      ...plain,
      options: { scheduleFor: COLLEAGUE.email },
    });
    expect(sent()).toMatchObject({ schedule_for: COLLEAGUE.email });
    expect(sent().settings).toEqual({ calendar_type: 1, waiting_room: true, mute_upon_entry: true });
    expect(Meeting.parse(answer.json())).toMatchObject({ hostedByMe: false, hostName: COLLEAGUE.email });
  });

  it('has a passcode where the policy wants one and Zoom would make none', async () => {
    const backend = await governed({ defaults: { passcodeRequired: true } });
    const { token } = await backend.signIn();
    await backend.create(token, CLAIM, plain);
    expect(sent().password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9]{8}$/);
    await backend.create(token, 'another-claim', { ...plain, options: { passcode: 'mine' } });
    expect(sent().password).toBe('mine');
  });

  describe('of somebody who uses the personal id', () => {
    const insisting = { defaults: { passcodeRequired: true }, locked: ['passcode'] };
    const series: MeetingRequest = {
      ...plain,
      repeats: {
        kind: 'series',
        rule: { frequency: 'daily', interval: 1 },
        end: { kind: 'count', count: 3 },
      },
    };
    const patched = () =>
      JSON.parse(world.zoom.calls.filter(({ name }) => /^PATCH/.test(name)).at(-1)?.body ?? '{}');

    it('has a passcode of its own as a series, which cannot use that id', async () => {
      world.zoom.settings = { schedule_meeting: { use_pmi_for_scheduled_meetings: true } };
      const backend = await governed(insisting);
      const { token } = await backend.signIn();
      await backend.create(token, CLAIM, plain);
      expect(sent()).not.toHaveProperty('password');
      await backend.create(token, 'another-claim', series);
      expect(sent().password).toMatch(/^\w{8}$/);
    });

    it.each<[string, MeetingRequest]>([
      ['the switch', { ...plain, options: { personalId: false } }],
      ['becoming a series', series],
    ])('gets one when it leaves that id by %s', async (_, change) => {
      const backend = await governed(insisting);
      const { token } = await backend.signIn();
      const options = { personalId: true };
      const { id } = Meeting.parse((await backend.create(token, CLAIM, { ...plain, options })).json());
      Object.assign(world.zoom.meetings.get(id)?.fields ?? {}, { password: '' });
      const answer = await backend.as(token, 'PATCH', `/api/meetings/${id}`, change);
      expect(Meeting.parse(answer.json()).passcode).toMatch(/^\w{8}$/);
    });

    it('keeps the passcode that it has or that is chosen when it leaves that id', async () => {
      const backend = await governed(insisting);
      const { token } = await backend.signIn();
      const options = { personalId: true };
      const made = Meeting.parse((await backend.create(token, CLAIM, { ...plain, options })).json());
      const change = (changed: MeetingRequest['options']) =>
        backend.as(token, 'PATCH', `/api/meetings/${made.id}`, { ...plain, options: changed });
      await change({ personalId: false });
      expect(patched().password).toBe(made.passcode);
      await change({ personalId: true });
      await change({ personalId: false, passcode: 'mine' });
      expect(patched().password).toBe('mine');
    });

    it.each<[string, object, boolean]>([
      ['nobody insists on passcodes', {}, true],
      ['it did not use that id', insisting, false],
    ])('keeps its passcode to Zoom where %s', async (_, policy, personalId) => {
      const backend = await governed(policy);
      const { token } = await backend.signIn();
      const request = { ...plain, options: { personalId } };
      const { id } = Meeting.parse((await backend.create(token, CLAIM, request)).json());
      await backend.as(token, 'PATCH', `/api/meetings/${id}`, { ...plain, options: { personalId: false } });
      expect(patched()).not.toHaveProperty('password');
    });
  });

  it('whose answer was lost is found again with the passcode that it was sent', async () => {
    const backend = await governed({ defaults: { passcodeRequired: true } });
    const { token } = await backend.signIn();
    world.zoom.fail(CREATE, 'lost-after');
    const answer = await backend.create(token, CLAIM, plain);
    expect(Meeting.parse(answer.json()).passcode).toBe(sent().password);
    expect(world.zoom.living()).toHaveLength(1);
    expect((await backend.create(token, CLAIM, plain)).json()).toEqual(answer.json());
  });
});

describe('a locked option', () => {
  const locking = {
    defaults: { waitingRoom: true, passcodeRequired: true },
    locked: ['waitingRoom', 'passcode'],
  };

  it('is shown with who locked it, and holds over what a person prefers', async () => {
    const free = await world.backend();
    const { token } = await free.signIn();
    await free.as(token, 'PUT', '/api/me/preferences', preferring({ waitingRoom: false, hostVideo: false }));
    const backend = free;
    await govern(backend, locking);
    expect(await meOf(backend, token)).toMatchObject({
      locks: { waitingRoom: 'policy', passcode: 'policy' },
      defaults: { waitingRoom: true, hostVideo: false, passcodeRequired: true },
      preferences: { options: { hostVideo: false } },
    });
    expect((await backend.as(token, 'GET', '/api/me/preferences')).json().options).toEqual({
      hostVideo: false,
    });
    await backend.create(token, CLAIM, plain);
    expect(sent().settings).toMatchObject({ waiting_room: true, host_video: false });
  });

  it.each<[string, MeetingRequest['options']]>([
    ['waitingRoom', { waitingRoom: false }],
    ['passcode', { passcode: '' }],
  ])('is refused, by name: %s', async (option, options) => {
    const backend = await governed(locking);
    const { token } = await backend.signIn();
    const { id } = Meeting.parse((await backend.create(token, CLAIM, plain)).json());
    world.zoom.calls.length = 0;
    for (const answer of [
      await backend.create(token, 'another-claim', { ...plain, options }),
      await backend.as(token, 'PATCH', `/api/meetings/${id}`, { ...plain, options }),
    ]) {
      expect(problemCode(answer)).toBe('option-locked');
      expect(answer.json().details).toMatchObject({ option });
    }
    expect(world.zoom.calls).toEqual([]);
  });

  it('cannot be preferred otherwise', async () => {
    const backend = await governed(locking);
    const { token } = await backend.signIn();
    const save = (options: Preferences['options']) =>
      backend.as(token, 'PUT', '/api/me/preferences', preferring(options));
    expect(problemCode(await save({ waitingRoom: false }))).toBe('option-locked');
    expect((await save({ waitingRoom: true })).statusCode).toBe(200);
    expect((await meOf(backend, token)).preferences.options).toEqual({});
  });

  it('may be asked for as it is', async () => {
    const backend = await governed(locking);
    const { token } = await backend.signIn();
    const options = { waitingRoom: true, passcode: 'mine' };
    expect((await backend.create(token, CLAIM, { ...plain, options })).statusCode).toBe(201);
  });

  it('of the Zoom account is known with an administrator’s scope, and not asked for without', async () => {
    world.zoom.locks = {
      schedule_meeting: { host_video: true, join_before_host: true },
      meeting_security: { waiting_room: true },
    };
    const backend = await world.backend();
    const { token } = await backend.signIn();
    expect((await meOf(backend, token)).locks).toEqual({});
    expect(world.zoom.count(/lock_settings/)).toBe(0);

    world.zoom.scope = 'meeting:write:meeting account:read:lock_settings:master';
    const admin = (await backend.signIn()).token;
    // Whether people may join early Zoom does not tell here, so its lock has no value to show.
    expect((await meOf(backend, admin)).locks).toEqual({ hostVideo: 'zoom', waitingRoom: 'zoom' });
    expect(problemCode(await backend.create(admin, CLAIM, { ...plain, options: { hostVideo: false } }))).toBe(
      'option-locked',
    );
  });
});

describe('choices', () => {
  it('are the people who gave the privilege, by name where that is known, and the account’s templates', async () => {
    world.zoom.scheduler = COLLEAGUE;
    world.zoom.scope = 'user:read:list_schedulers';
    const backend = await world.backend();
    const { token } = await backend.signIn();
    const ask = async () => MeetingChoices.parse((await backend.as(token, 'GET', '/api/me/choices')).json());
    expect(await ask()).toEqual({
      scheduleFor: [{ email: COLLEAGUE.email, name: COLLEAGUE.email }],
      templates: [{ id: 'template-1', name: 'Workshop' }],
    });
    await backend.signIn(COLLEAGUE);
    expect((await ask()).scheduleFor).toEqual([{ email: COLLEAGUE.email, name: 'Sandbox Colleague' }]);
  });

  it('are empty where Zoom did not grant reading them', async () => {
    const backend = await world.backend();
    const { token } = await backend.signIn();
    const answer = await backend.as(token, 'GET', '/api/me/choices');
    expect(MeetingChoices.parse(answer.json()).scheduleFor).toEqual([]);
  });
});
