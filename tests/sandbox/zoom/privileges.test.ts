/** Scheduling for somebody else in the Zoom stand-in: who may, whose meeting it becomes, who may manage it then. */
import {
  caller,
  control,
  createMeeting,
  getMeeting,
  signedIn,
  startTestCloud,
  type Call,
  type RunningTestCloud,
} from './harness';

const ORGANIZER = 'sandboxOrganizer0000000001';
const MANAGER = 'sandboxManager0000000001';

let cloud: RunningTestCloud;
let organizer: Call;
let manager: Call;
let attendee: Call;
beforeEach(async () => {
  cloud = await startTestCloud({ limits: { lightPerSecond: 100_000, mediumPerSecond: 100_000 } });
  const as = async (email: string) => caller(cloud.url, (await signedIn(cloud.url, email)).access_token);
  organizer = await as('organizer@example.test');
  manager = await as('manager@example.test');
  attendee = await as('attendee@example.test');
});
afterEach(() => cloud.close());

const forManager = (changes: object = {}) =>
  createMeeting(organizer, { schedule_for: 'manager@example.test', ...changes });
const giveNobody = () => control(cloud.url, 'PUT', '/people/manager@example.test/assistants', []);
const refused = { status: 400, body: { code: 4711 } };
/** As of a meeting that is not there. */
const hiddenFrom = { status: 404, body: { code: 3001 } };

describe('scheduling privilege', () => {
  it('is told to both sides', async () => {
    expect((await organizer('GET', '/users/me/schedulers')).body).toEqual({
      schedulers: [{ id: MANAGER, email: 'manager@example.test', pmi: 3542471137 }],
    });
    expect((await organizer('GET', '/users/me/assistants')).body).toEqual({ assistants: [] });
    expect((await manager('GET', '/users/me/schedulers')).body).toEqual({ schedulers: [] });
    expect((await manager('GET', '/users/me/assistants')).body).toEqual({
      assistants: [{ id: ORGANIZER, email: 'organizer@example.test', can_manage_host_private_event: false }],
    });
  });

  it('is asked about oneself only', async () => {
    for (const what of ['schedulers', 'assistants', 'meeting_templates']) {
      expect(await organizer('GET', `/users/manager@example.test/${what}`)).toMatchObject(refused);
      expect(await organizer('GET', `/users/nobody@example.test/${what}`)).toMatchObject({
        status: 404,
        body: { code: 1001 },
      });
    }
  });

  it('is given and taken by control', async () => {
    await control(cloud.url, 'PUT', '/people/attendee@example.test/assistants', [
      { who: 'organizer@example.test', can_manage_host_private_event: true },
    ]);
    await giveNobody();
    expect((await organizer('GET', '/users/me/schedulers')).body).toMatchObject({
      schedulers: [{ email: 'attendee@example.test' }],
    });
  });
});

describe('a meeting scheduled for somebody', () => {
  it.each(['manager@example.test', MANAGER])('named by %s is theirs', async (schedule_for) => {
    await control(cloud.url, 'PATCH', '/people/manager@example.test/settings', { host_video: true });
    expect(await createMeeting(organizer, { schedule_for })).toMatchObject({
      host_id: MANAGER,
      host_email: 'manager@example.test',
      assistant_id: ORGANIZER,
      settings: { host_video: true },
    });
  });

  it('is in the lists of both', async () => {
    const { id } = await forManager();
    for (const call of [organizer, manager]) {
      expect((await call('GET', '/users/me/meetings')).body).toMatchObject({
        meetings: [{ id, host_id: MANAGER }],
      });
    }
    expect((await attendee('GET', '/users/me/meetings')).body).toMatchObject({ meetings: [] });
  });

  it('counts towards the day’s creations of its host', async () => {
    await control(cloud.url, 'PATCH', '/limits', { createsPerDayPerHost: 1 });
    await forManager();
    const again = { schedule_for: 'manager@example.test' };
    expect((await organizer('POST', '/users/me/meetings', again)).status).toBe(429);
    expect((await organizer('POST', '/users/me/meetings', {})).status).toBe(201);
  });

  it('can be managed by who scheduled it, and by nobody else', async () => {
    const { id } = await forManager();
    for (const [method, path, body] of [
      ['GET', `/meetings/${id}`],
      ['PATCH', `/meetings/${id}`, { topic: 'Review' }],
      ['DELETE', `/meetings/${id}`],
      ['PUT', `/meetings/${id}/status`, { action: 'recover' }],
    ] as const) {
      expect(await attendee(method, path, body)).toMatchObject(hiddenFrom);
      expect((await organizer(method, path, body)).status).toBeLessThan(300);
    }
    expect(await getMeeting(manager, id)).toMatchObject({ topic: 'Review', host_id: MANAGER });
  });

  it('is out of reach when the privilege is taken away', async () => {
    const { id } = await forManager();
    await giveNobody();
    expect(await organizer('GET', `/meetings/${id}`)).toMatchObject(refused);
  });

  it('is refused without privilege, for an instant meeting and for nobody', async () => {
    const post = (body: object) => organizer('POST', '/users/me/meetings', body);
    expect(await post({ schedule_for: 'attendee@example.test' })).toMatchObject({
      status: 400,
      body: { code: 3000, message: 'You cannot schedule a meeting for attendee@example.test' },
    });
    expect(await post({ schedule_for: 'manager@example.test', type: 1 })).toMatchObject({
      status: 400,
      body: { code: 3000, message: expect.stringContaining('Instant meetings do not support') },
    });
    expect(await post({ schedule_for: 'nobody@example.test' })).toMatchObject({
      status: 400,
      body: { code: 300, message: expect.stringContaining('`schedule_for` field is invalid') },
    });
    expect(await control(cloud.url, 'GET', '/meetings')).toEqual([]);
  });

  it('for oneself is one’s own', async () => {
    const own = await createMeeting(organizer, { schedule_for: 'organizer@example.test' });
    expect(own).toMatchObject({ host_id: ORGANIZER });
    expect(own).not.toHaveProperty('assistant_id');
  });
});

describe('a meeting that the host made', () => {
  it('can be managed by those whom the host lets schedule, private ones only where that was allowed', async () => {
    const open = await createMeeting(manager);
    const hidden = await createMeeting(manager, { settings: { private_meeting: true } });
    expect((await organizer('GET', `/meetings/${open.id}`)).status).toBe(200);
    expect(await organizer('GET', `/meetings/${hidden.id}`)).toMatchObject(hiddenFrom);
    await control(cloud.url, 'PUT', '/people/manager@example.test/assistants', [
      { who: ORGANIZER, can_manage_host_private_event: true },
    ]);
    expect((await organizer('GET', `/meetings/${hidden.id}`)).status).toBe(200);
  });

  it('is handed to somebody whom one may schedule for', async () => {
    const { id } = await createMeeting(organizer);
    const hand = (schedule_for: string) => organizer('PATCH', `/meetings/${id}`, { schedule_for });
    expect(await hand('attendee@example.test')).toMatchObject({ status: 400, body: { code: 3000 } });
    expect((await hand('manager@example.test')).status).toBe(204);
    expect(await getMeeting(manager, id)).toMatchObject({
      host_id: MANAGER,
      assistant_id: ORGANIZER,
    });
    expect((await hand('organizer@example.test')).status).toBe(204);
    expect(await getMeeting(organizer, id)).toMatchObject({ host_id: ORGANIZER });
    expect(await getMeeting(organizer, id)).not.toHaveProperty('assistant_id');
  });
});
