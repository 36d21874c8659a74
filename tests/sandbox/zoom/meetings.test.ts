/** Meetings in the Zoom stand-in: what creating, changing, deleting and recovering one does, and what is refused. */
import * as fc from 'fast-check';
import * as z from 'zod';
import {
  caller,
  control,
  createMeeting,
  invalid,
  signedIn,
  START,
  startTestCloud,
  type Call,
  type RunningTestCloud,
} from './harness';

const DAY = 24 * 3_600_000;

let cloud: RunningTestCloud;
let call: Call;
beforeEach(async () => {
  // Many calls within one second of a clock that stands still.
  cloud = await startTestCloud({ limits: { lightPerSecond: 100_000, mediumPerSecond: 100_000 } });
  call = caller(cloud.url, (await signedIn(cloud.url)).access_token);
});
afterEach(() => cloud.close());

describe('creating', () => {
  it('reads a start without Z as wall clock in the zone and answers in UTC', async () => {
    const summer = await createMeeting(call, {
      start_time: '2027-07-01T09:00:00',
      timezone: 'Europe/Berlin',
    });
    const winter = await createMeeting(call, {
      start_time: '2026-12-01T09:00:00',
      timezone: 'Europe/Berlin',
    });
    expect(summer.start_time).toBe('2027-07-01T07:00:00Z');
    expect(winter.start_time).toBe('2026-12-01T08:00:00Z');
    expect(winter).toMatchObject({ timezone: 'Europe/Berlin', duration: 30, type: 2, status: 'waiting' });
  });

  it('reads a start with Z as UTC whatever the zone', async () => {
    const meeting = await createMeeting(call, {
      start_time: '2026-12-01T09:00:00Z',
      timezone: 'America/New_York',
    });
    expect(meeting.start_time).toBe('2026-12-01T09:00:00Z');
  });

  it("takes the host's zone when none is given", async () => {
    const meeting = await createMeeting(call, { timezone: undefined });
    expect(meeting).toMatchObject({ timezone: 'Europe/Berlin', start_time: '2026-11-24T08:00:00Z' });
  });

  it.each([undefined, '2026-11-23T07:59:59Z'])('starts now when the start is %s', async (start_time) => {
    expect((await createMeeting(call, { start_time })).start_time).toBe('2026-11-23T08:00:00Z');
  });

  it('gives ids of eleven digits and a join link on its own origin with the passcode hidden in it', async () => {
    const meeting = await createMeeting(call);
    expect(String(meeting.id)).toMatch(/^8\d{10}$/);
    expect(meeting.join_url).toMatch(new RegExp(`^${cloud.url}/j/${meeting.id}\\?pwd=[\\w-]+\\.1$`));
    expect(meeting.join_url).not.toContain(meeting.password);
  });

  it('makes a passcode where the person requires one, and none where they do not', async () => {
    expect((await createMeeting(call)).password).toMatch(/^\d{6}$/);
    expect((await createMeeting(call, { default_password: false })).password).toBeUndefined();
    await control(cloud.url, 'PATCH', '/people/organizer@example.test/settings', {
      require_password_for_scheduling_new_meetings: false,
    });
    const open = await createMeeting(call);
    expect(open.password).toBeUndefined();
    expect(open.join_url).not.toContain('pwd');
  });

  it('puts a meeting without passcode behind a waiting room', async () => {
    const { settings } = await createMeeting(call, {
      default_password: false,
      settings: { join_before_host: true },
    });
    expect(settings).toMatchObject({ waiting_room: true, join_before_host: false });
  });

  it("obeys the account's passcode rules, for given and for made passcodes", async () => {
    await control(cloud.url, 'PATCH', '/people/organizer@example.test/settings', {
      passcode_rules: {
        length: 8,
        have_letter: true,
        have_number: true,
        have_special_character: true,
        only_allow_numeric: false,
      },
    });
    const weak = await call('POST', '/users/me/meetings', { password: '12345678' });
    expect(weak).toMatchObject({ status: 400, body: { code: 300, errors: [{ field: 'password' }] } });
    expect((await createMeeting(call, { password: 'abc-1234' })).password).toBe('abc-1234');
    expect((await createMeeting(call)).password).toMatch(/^(?=.*[a-zA-Z])(?=.*\d)(?=.*[@\-_*]).{8}$/);
  });

  it('starts from the settings of the person', async () => {
    await control(cloud.url, 'PATCH', '/people/organizer@example.test/settings', {
      host_video: true,
      waiting_room: true,
    });
    expect((await createMeeting(call)).settings).toMatchObject({ host_video: true, waiting_room: true });
    const asked = await createMeeting(call, { settings: { host_video: false, waiting_room: false } });
    expect(asked.settings).toMatchObject({ host_video: false, waiting_room: false });
  });

  it('makes instant meetings and meetings without fixed time, which have no start', async () => {
    for (const type of [1, 3]) {
      const meeting = await createMeeting(call, { type });
      expect(meeting).toMatchObject({ type });
      expect(meeting.start_time).toBeUndefined();
    }
  });

  it.each([
    ['topic', { topic: 'x'.repeat(201) }],
    ['agenda', { agenda: 'x'.repeat(2001) }],
    ['duration', { duration: 0 }],
    ['duration', { duration: 1441 }],
    ['duration', { duration: 1.5 }],
    ['duration', { duration: '30' }],
    ['password', { password: '12345678901' }],
    ['password', { password: 'p!ss' }],
    ['recurrence', { type: 8 }],
    ['type', { type: 5 }],
    ['timezone', { timezone: 'W. Europe Standard Time' }],
    ['timezone', { timezone: '+01:00' }],
    ['start_time', { start_time: 'tomorrow' }],
    ['start_time', { start_time: '2026-02-30T09:00:00' }],
    ['start_time', { start_time: '2026-11-24T09:00:00+01:00' }],
    ['settings.waiting_room', { settings: { waiting_room: 'yes' } }],
    ['settings.audio', { settings: { audio: 'loud' } }],
  ])('refuses %s of %j', async (field, body) => {
    const answer = await call('POST', '/users/me/meetings', body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual(invalid(field));
  });

  it('names every field that it refuses', async () => {
    const answer = await call('POST', '/users/me/meetings', { topic: 1, duration: 0 });
    expect(answer.body).toEqual(invalid('topic', 'duration'));
  });

  it('takes everything at its limit, counting characters and not code units', async () => {
    const topic = '\u{1F600}'.repeat(200);
    const limits = { topic, agenda: 'x'.repeat(2000), duration: 1440, password: 'aZ9@-_*aZ9' };
    expect(await createMeeting(call, limits)).toMatchObject(limits);
  });

  it.each(['{', '[]', '"text"', '42', 'null'])('refuses the body %s', async (body) => {
    const answer = await call('POST', '/users/me/meetings', body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ code: 300, message: 'Request Body should be a valid JSON object.' });
  });

  it('keeps any text that a topic may hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }), async (topic) => {
        const { id } = await createMeeting(call, { topic });
        expect((await call('GET', `/meetings/${id}`)).body).toMatchObject({ topic });
      }),
      { numRuns: 30, seed: 20261123 },
    );
  });

  it('is for oneself only', async () => {
    const other = await call('POST', '/users/attendee@example.test/meetings', {});
    expect(other.body).toMatchObject({ code: 4711 });
    const unknown = await call('POST', '/users/nobody@example.test/meetings', {});
    expect(unknown).toMatchObject({
      status: 404,
      body: { code: 1001, message: 'User does not exist: nobody@example.test.' },
    });
    const onBehalf = await call('POST', '/users/me/meetings', { schedule_for: 'attendee@example.test' });
    expect(onBehalf).toMatchObject({ status: 400, body: { code: 3000 } });
  });
});

describe('changing', () => {
  it('answers 204 and changes only what it was given', async () => {
    const before = await createMeeting(call);
    const answer = await call('PATCH', `/meetings/${before.id}`, {
      topic: 'Review',
      settings: { host_video: true },
    });
    expect(answer).toMatchObject({ status: 204, body: undefined });
    const after = (await call('GET', `/meetings/${before.id}`)).body;
    expect(after).toEqual({ ...before, topic: 'Review', settings: { ...before.settings, host_video: true } });
  });

  it('moves the start, as wall clock in the zone that the meeting has', async () => {
    const { id } = await createMeeting(call);
    await call('PATCH', `/meetings/${id}`, { start_time: '2026-12-24T18:00:00' });
    expect((await call('GET', `/meetings/${id}`)).body).toMatchObject({ start_time: '2026-12-24T17:00:00Z' });
  });

  it('keeps the instant when only the zone changes', async () => {
    const { id } = await createMeeting(call);
    await call('PATCH', `/meetings/${id}`, { timezone: 'Asia/Tokyo' });
    const body = { start_time: '2026-11-24T08:00:00Z', timezone: 'Asia/Tokyo' };
    expect((await call('GET', `/meetings/${id}`)).body).toMatchObject(body);
  });

  it('ignores a start in the past and takes the rest', async () => {
    const { id } = await createMeeting(call);
    const answer = await call('PATCH', `/meetings/${id}`, {
      start_time: '2020-01-01T00:00:00Z',
      topic: 'Review',
    });
    expect(answer.status).toBe(204);
    const body = { topic: 'Review', start_time: '2026-11-24T08:00:00Z' };
    expect((await call('GET', `/meetings/${id}`)).body).toMatchObject(body);
  });

  it('gives a new link with a new passcode, and keeps the link otherwise', async () => {
    const { id, join_url } = await createMeeting(call);
    await call('PATCH', `/meetings/${id}`, { topic: 'Review' });
    expect((await call('GET', `/meetings/${id}`)).body).toMatchObject({ join_url });
    await call('PATCH', `/meetings/${id}`, { password: 'other1' });
    const changed = z.object({ join_url: z.string() }).parse((await call('GET', `/meetings/${id}`)).body);
    expect(changed.join_url).not.toBe(join_url);
  });

  it('refuses an occurrence, since there is none', async () => {
    const { id } = await createMeeting(call);
    const answer = await call('PATCH', `/meetings/${id}?occurrence_id=1648194360000`, { duration: 45 });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 300, message: 'Invalid parameter: occurrence_id.' },
    });
    expect((await call('GET', `/meetings/${id}`)).body).toMatchObject({ duration: 30 });
  });

  it('refuses invalid fields and leaves the meeting alone', async () => {
    const before = await createMeeting(call);
    const answer = await call('PATCH', `/meetings/${before.id}`, { topic: 'x'.repeat(201), duration: 45 });
    expect(answer.body).toEqual(invalid('topic'));
    expect((await call('GET', `/meetings/${before.id}`)).body).toEqual(before);
  });
});

describe('deleting and recovering', () => {
  it('hides a deleted meeting until it is recovered, then has it as it was', async () => {
    const before = await createMeeting(call);
    const gone = await call(
      'DELETE',
      `/meetings/${before.id}?schedule_for_reminder=false&cancel_meeting_reminder=false`,
    );
    expect(gone).toMatchObject({ status: 204, body: undefined });
    const missing = { status: 404, body: { code: 3001, message: `Meeting does not exist: ${before.id}.` } };
    expect(await call('GET', `/meetings/${before.id}`)).toMatchObject(missing);
    expect(await call('PATCH', `/meetings/${before.id}`, {})).toMatchObject(missing);
    expect(await call('DELETE', `/meetings/${before.id}`)).toMatchObject(missing);
    expect((await call('GET', '/users/me/meetings')).body).toMatchObject({ total_records: 0 });

    expect((await call('PUT', `/meetings/${before.id}/status`, { action: 'recover' })).status).toBe(204);
    expect((await call('GET', `/meetings/${before.id}`)).body).toEqual(before);
  });

  it('recovers for seven days', async () => {
    const { id } = await createMeeting(call, { start_time: '2026-12-20T09:00:00' });
    await call('DELETE', `/meetings/${id}`);
    await control(cloud.url, 'PUT', '/clock', { offsetMs: 7 * DAY + 1 });
    const later = caller(cloud.url, (await signedIn(cloud.url)).access_token);
    expect(await later('PUT', `/meetings/${id}/status`, { action: 'recover' })).toMatchObject({
      status: 404,
      body: { code: 3001 },
    });
  });

  it('does not mind recovering what is there', async () => {
    const { id } = await createMeeting(call);
    expect((await call('PUT', `/meetings/${id}/status`, { action: 'recover' })).status).toBe(204);
  });

  it('ends an instant meeting for good', async () => {
    const { id } = await createMeeting(call, { type: 1 });
    expect((await call('PUT', `/meetings/${id}/status`, { action: 'end' })).status).toBe(204);
    expect((await call('GET', `/meetings/${id}`)).status).toBe(404);
  });

  it('refuses actions that it does not know', async () => {
    const { id } = await createMeeting(call);
    expect((await call('PUT', `/meetings/${id}/status`, { action: 'explode' })).body).toEqual(
      invalid('action'),
    );
  });
});

describe('a meeting of somebody else', () => {
  it('answers to its host only', async () => {
    const { id } = await createMeeting(call);
    const other = caller(cloud.url, (await signedIn(cloud.url, 'attendee@example.test')).access_token);
    for (const [method, path, body] of [
      ['GET', `/meetings/${id}`],
      ['PATCH', `/meetings/${id}`, { topic: 'Mine' }],
      ['PUT', `/meetings/${id}/status`, { action: 'recover' }],
      ['DELETE', `/meetings/${id}`],
    ] as const) {
      expect(await other(method, path, body)).toMatchObject({ status: 404, body: { code: 3001 } });
    }
    expect((await call('GET', `/meetings/${id}`)).body).toMatchObject({ topic: 'Planning' });
  });
});

describe('expiry', () => {
  it('takes a scheduled meeting away 30 days after its start, and not before', async () => {
    const { id } = await createMeeting(call);
    const start = Date.UTC(2026, 10, 24, 8);
    for (const [now, status] of [
      [start + 30 * DAY, 200],
      [start + 30 * DAY + 1, 404],
    ] as const) {
      await control(cloud.url, 'PUT', '/clock', { offsetMs: now - START });
      const later = caller(cloud.url, (await signedIn(cloud.url)).access_token);
      expect((await later('GET', `/meetings/${id}`)).status).toBe(status);
      expect((await later('GET', '/users/me/meetings')).body).toMatchObject({
        total_records: status === 200 ? 1 : 0,
      });
    }
  });
});

describe('requests that lead nowhere', () => {
  it.each([
    ['GET', '/nonsense', 404, 2300],
    ['GET', '/meetings/not-a-number', 400, 300],
    ['GET', '/meetings/81234567890', 404, 3001],
    ['GET', '/users/nobody', 404, 1001],
    ['GET', '/users/me/settings?option=nonsense', 400, 300],
  ])('%s %s answers %i with code %i', async (method, path, status, code) => {
    expect(await call(method, path)).toMatchObject({ status, body: { code } });
  });
});
