/** One occurrence of a series in the Zoom stand-in: looking at it, changing it, cancelling it. */
import {
  caller,
  control,
  createMeeting,
  getMeeting,
  invalid,
  occurrencesOf,
  signedIn,
  startTestCloud,
  tuesdays,
  type Call,
  type RunningTestCloud,
} from './harness';

let cloud: RunningTestCloud;
let call: Call;
let id: number;
let ids: string[];
beforeEach(async () => {
  cloud = await startTestCloud({ limits: { lightPerSecond: 100_000, mediumPerSecond: 100_000 } });
  call = caller(cloud.url, (await signedIn(cloud.url)).access_token);
  const series = await createMeeting(call, { ...tuesdays, agenda: 'Agenda' });
  id = series.id;
  ids = occurrencesOf(series).map(({ occurrence_id }) => occurrence_id);
});
afterEach(() => cloud.close());

/** Something done to the nth occurrence of the series. */
const occurrence = (method: string, index: number, body?: unknown) =>
  call(method, `/meetings/${id}?occurrence_id=${ids[index]}`, body);
const all = async () => occurrencesOf(await getMeeting(call, id));
const gone = () => ({ status: 404, body: { code: 3001, message: `Meeting does not exist: ${id}.` } });

describe('one occurrence', () => {
  it('is answered with its own times', async () => {
    expect((await occurrence('GET', 1)).body).toMatchObject({
      id,
      type: 8,
      topic: 'Planning',
      start_time: '2026-12-01T08:00:00Z',
      duration: 30,
    });
  });

  it('moves alone and keeps its id', async () => {
    const before = await all();
    const moved = await occurrence('PATCH', 1, { start_time: '2026-12-02T13:00:00Z', duration: 45 });
    expect(moved).toMatchObject({ status: 204, body: undefined });
    const change = { start_time: '2026-12-02T13:00:00Z', duration: 45 };
    expect(await all()).toEqual(before.map((one, index) => (index === 1 ? { ...one, ...change } : one)));
  });

  it('reads a start without Z as wall clock in the zone that comes with it, or in that of the series', async () => {
    await occurrence('PATCH', 1, { start_time: '2026-12-02T13:00:00' });
    expect((await all())[1]?.start_time).toBe('2026-12-02T12:00:00Z');
    await occurrence('PATCH', 1, { start_time: '2026-12-02T13:00:00', timezone: 'America/New_York' });
    expect((await all())[1]?.start_time).toBe('2026-12-02T18:00:00Z');
    expect(await getMeeting(call, id)).toMatchObject({ timezone: 'Europe/Berlin' });
  });

  it('ignores a start in the past and takes the rest', async () => {
    await occurrence('PATCH', 1, { start_time: '2020-01-01T00:00:00Z', duration: 15 });
    expect((await all())[1]).toMatchObject({ start_time: '2026-12-01T08:00:00Z', duration: 15 });
  });

  it('takes agenda, start, duration and seven settings, and nothing else', async () => {
    const before = await getMeeting(call, id);
    const seven = {
      host_video: true,
      participant_video: true,
      join_before_host: true,
      mute_upon_entry: true,
      waiting_room: false,
      watermark: true,
      auto_recording: 'local',
    };
    await occurrence('PATCH', 0, {
      agenda: 'Another',
      topic: 'Other topic',
      password: 'other1',
      type: 2,
      recurrence: { type: 1, end_times: 2 },
      settings: { ...seven, audio: 'voip', alternative_hosts: 'attendee@example.test' },
    });
    expect((await occurrence('GET', 0)).body).toMatchObject({
      agenda: 'Another',
      topic: 'Planning',
      password: before.password,
      type: 8,
      settings: { ...seven, audio: 'both', alternative_hosts: '' },
    });
    expect(await getMeeting(call, id)).toEqual(before);
  });

  it('lets nobody in early past its own waiting room', async () => {
    await occurrence('PATCH', 0, { settings: { join_before_host: true, waiting_room: true } });
    expect((await occurrence('GET', 0)).body).toMatchObject({
      settings: { waiting_room: true, join_before_host: false },
    });
  });

  it('refuses invalid fields and stays as it is', async () => {
    const before = await all();
    expect((await occurrence('PATCH', 0, { duration: 1441 })).body).toEqual(invalid('duration'));
    expect(await all()).toEqual(before);
  });

  it('counts towards the updates of the meeting', async () => {
    await control(cloud.url, 'PATCH', '/limits', { updatesPerDayPerMeeting: 1 });
    expect((await occurrence('PATCH', 0, { duration: 45 })).status).toBe(204);
    expect((await occurrence('PATCH', 1, { duration: 45 })).status).toBe(429);
  });
});

describe('cancelling one occurrence', () => {
  it('leaves the others, and the cancelled one in the list as deleted', async () => {
    const before = await all();
    expect(await occurrence('DELETE', 1)).toMatchObject({ status: 204, body: undefined });
    expect(await all()).toEqual(
      before.map((one, index) => (index === 1 ? { ...one, status: 'deleted' } : one)),
    );
  });

  it('makes it be gone for whoever asks after it', async () => {
    await occurrence('DELETE', 1);
    expect(await occurrence('GET', 1)).toMatchObject(gone());
    expect(await occurrence('PATCH', 1, { duration: 45 })).toMatchObject(gone());
    expect(await occurrence('DELETE', 1)).toMatchObject(gone());
  });

  it('makes the next available one the next of the list', async () => {
    await occurrence('DELETE', 0);
    expect((await call('GET', '/users/me/meetings')).body).toMatchObject({
      meetings: [{ start_time: '2026-12-01T08:00:00Z' }],
    });
  });

  it('takes the meeting with it when it was the last, and recovering brings both back', async () => {
    for (const index of [0, 1, 2, 3, 4]) expect((await occurrence('DELETE', index)).status).toBe(204);
    expect(await call('GET', `/meetings/${id}`)).toMatchObject(gone());
    expect((await call('PUT', `/meetings/${id}/status`, { action: 'recover' })).status).toBe(204);
    expect((await all()).map(({ status }) => status)).toEqual([
      ...Array<string>(4).fill('deleted'),
      'available',
    ]);
  });
});

describe('an occurrence that the series never had', () => {
  it('is not there to be looked at, and an invalid parameter to change or cancel', async () => {
    ids = ['1648194360000'];
    const refused = { status: 400, body: { code: 300, message: 'Invalid parameter: occurrence_id.' } };
    expect(await occurrence('GET', 0)).toMatchObject(gone());
    expect(await occurrence('PATCH', 0, { duration: 45 })).toMatchObject(refused);
    expect(await occurrence('DELETE', 0)).toMatchObject(refused);
  });
});
