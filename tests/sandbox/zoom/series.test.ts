/** Series in the Zoom stand-in: making and changing whole ones, what is refused, how long they are there. */
import {
  caller,
  control,
  createMeeting,
  getMeeting,
  invalid,
  occurrencesOf,
  signedIn,
  START,
  startTestCloud,
  tuesdays,
  type Call,
  type RunningTestCloud,
} from './harness';

const DAY = 24 * 3_600_000;

let cloud: RunningTestCloud;
let call: Call;
beforeEach(async () => {
  cloud = await startTestCloud({ limits: { lightPerSecond: 100_000, mediumPerSecond: 100_000 } });
  call = caller(cloud.url, (await signedIn(cloud.url)).access_token);
});
afterEach(() => cloud.close());

const starts = async (id: number, query = '') =>
  occurrencesOf(await getMeeting(call, id, query)).map(({ start_time }) => start_time);

/** Moves the clock to an instant and signs in anew, since tokens last an hour. */
async function at(instant: number): Promise<void> {
  await control(cloud.url, 'PUT', '/clock', { offsetMs: instant - START });
  call = caller(cloud.url, (await signedIn(cloud.url)).access_token);
}

describe('creating a series', () => {
  it('answers each occurrence with its start as its id, and the recurrence; the times are only theirs', async () => {
    const series = await createMeeting(call, {
      start_time: '2027-03-22T09:00:00',
      type: 8,
      recurrence: { type: 2, weekly_days: '3,2', end_times: 3 },
    });
    expect(series).toMatchObject({
      type: 8,
      timezone: 'Europe/Berlin',
      recurrence: { type: 2, repeat_interval: 1, weekly_days: '2,3', end_times: 3 },
      // Nine in the morning, before and after the clocks change on the 28th.
      occurrences: ['2027-03-22T08:00:00Z', '2027-03-23T08:00:00Z', '2027-03-29T07:00:00Z'].map((start) => ({
        occurrence_id: String(Date.parse(start)),
        start_time: start,
        duration: 30,
        status: 'available',
      })),
    });
    expect(series).not.toHaveProperty('start_time');
    expect(series).not.toHaveProperty('duration');
    expect((await call('GET', `/meetings/${series.id}`)).body).toEqual(series);
  });

  it('begins with the first day that fits', async () => {
    const { id } = await createMeeting(call, {
      ...tuesdays,
      start_time: '2026-11-25T09:00:00',
      recurrence: { ...tuesdays.recurrence, end_times: 1 },
    });
    expect(await starts(id)).toEqual(['2026-12-01T08:00:00Z']);
  });

  it('ends with the last occurrence that starts by the end', async () => {
    const until = async (end_date_time: string) => {
      const recurrence = { type: 2, weekly_days: '3', end_date_time };
      return starts((await createMeeting(call, { type: 8, recurrence })).id);
    };
    const first = ['2026-11-24T08:00:00Z', '2026-12-01T08:00:00Z'];
    expect(await until('2026-12-08T08:00:00Z')).toEqual([...first, '2026-12-08T08:00:00Z']);
    expect(await until('2026-12-08T07:59:59Z')).toEqual(first);
  });

  it('takes everything at its limit', async () => {
    for (const recurrence of [
      { type: 1, repeat_interval: 90, end_times: 50 },
      { type: 2, repeat_interval: 12, weekly_days: '1,2,3,4,5,6,7', end_times: 50 },
      { type: 3, repeat_interval: 3, monthly_day: 1, end_times: 50 },
    ]) {
      expect(await starts((await createMeeting(call, { type: 8, recurrence })).id)).toHaveLength(50);
    }
  });

  it('has one occurrence when no end is given', async () => {
    const { id } = await createMeeting(call, { type: 8, recurrence: { type: 1 } });
    expect(await starts(id)).toEqual(['2026-11-24T08:00:00Z']);
  });

  it.each([
    ['recurrence', undefined],
    ['recurrence.type', { repeat_interval: 1 }],
    ['recurrence.type', { type: 4 }],
    ['recurrence.repeat_interval', { type: 1, repeat_interval: 0 }],
    ['recurrence.repeat_interval', { type: 1, repeat_interval: 91 }],
    ['recurrence.repeat_interval', { type: 2, weekly_days: '1', repeat_interval: 13 }],
    ['recurrence.repeat_interval', { type: 3, monthly_day: 1, repeat_interval: 4 }],
    ['recurrence.weekly_days', { type: 2 }],
    ['recurrence.weekly_days', { type: 2, weekly_days: '1,8' }],
    ['recurrence.weekly_days', { type: 2, weekly_days: [1, 3] }],
    ['recurrence.monthly_day', { type: 3 }],
    ['recurrence.monthly_day', { type: 3, monthly_day: 32 }],
    ['recurrence.monthly_day', { type: 3, monthly_day: 1, monthly_week: 1, monthly_week_day: 2 }],
    ['recurrence.monthly_week_day', { type: 3, monthly_week: 1 }],
    ['recurrence.monthly_week', { type: 3, monthly_week_day: 2 }],
    ['recurrence.monthly_week', { type: 3, monthly_week: 5, monthly_week_day: 2 }],
    ['recurrence.end_times', { type: 1, end_times: 0 }],
    ['recurrence.end_times', { type: 1, end_times: 51 }],
    ['recurrence.end_times', { type: 1, end_times: 2, end_date_time: '2026-12-08T08:00:00Z' }],
    ['recurrence.end_date_time', { type: 1, end_date_time: '2026-12-08' }],
    ['recurrence.end_date_time', { type: 1, end_date_time: '2026-11-24T07:59:59Z' }],
    ['recurrence.end_date_time', { type: 1, end_date_time: '2027-11-24T08:00:00Z' }],
  ])('refuses %s of %j', async (field, recurrence) => {
    const body = { type: 8, start_time: '2026-11-24T08:00:00Z', recurrence };
    expect(await call('POST', '/users/me/meetings', body)).toMatchObject({
      status: 400,
      body: invalid(field),
    });
    expect(await control(cloud.url, 'GET', '/meetings')).toEqual([]);
  });

  it('is no series without fixed time, whatever recurrence comes with it', async () => {
    const meeting = await createMeeting(call, { ...tuesdays, type: 3 });
    expect(meeting).toMatchObject({ type: 3 });
    for (const name of ['recurrence', 'occurrences', 'start_time']) expect(meeting).not.toHaveProperty(name);
  });
});

describe('changing a series', () => {
  const weekdays = { type: 1, repeat_interval: 1, end_times: 2 };

  it('makes its occurrences anew for another recurrence, from the same start', async () => {
    const { id } = await createMeeting(call, tuesdays);
    const answer = await call('PATCH', `/meetings/${id}`, { recurrence: weekdays });
    expect(answer).toMatchObject({ status: 204, body: undefined });
    expect(await starts(id)).toEqual(['2026-11-24T08:00:00Z', '2026-11-25T08:00:00Z']);
  });

  it('moves with its start and zone, and loses what was changed in single occurrences', async () => {
    const { id, ...series } = await createMeeting(call, tuesdays);
    const [first] = occurrencesOf({ id, ...series });
    await call('DELETE', `/meetings/${id}?occurrence_id=${first?.occurrence_id}`);
    await call('PATCH', `/meetings/${id}`, {
      start_time: '2026-11-24T10:00:00',
      timezone: 'America/New_York',
      recurrence: { ...tuesdays.recurrence, end_times: 2 },
    });
    expect(occurrencesOf(await getMeeting(call, id))).toMatchObject([
      { start_time: '2026-11-24T15:00:00Z', status: 'available' },
      { start_time: '2026-12-01T15:00:00Z', status: 'available' },
    ]);
  });

  it('keeps single occurrences as they are when the same series is sent again', async () => {
    const { id, ...series } = await createMeeting(call, tuesdays);
    const [first] = occurrencesOf({ id, ...series });
    await call('DELETE', `/meetings/${id}?occurrence_id=${first?.occurrence_id}`);
    await call('PATCH', `/meetings/${id}`, {
      ...tuesdays,
      topic: 'Review',
      duration: 45,
      start_time: '2026-11-24T09:00:00',
      timezone: 'Europe/Berlin',
    });
    const after = await getMeeting(call, id);
    expect(after.topic).toBe('Review');
    expect(occurrencesOf(after)[0]).toMatchObject({ status: 'deleted' });
    expect(occurrencesOf(after)[1]).toMatchObject({ status: 'available', duration: 45 });
  });

  it('leaves its times alone when none are sent', async () => {
    const before = await createMeeting(call, tuesdays);
    await call('PATCH', `/meetings/${before.id}`, { topic: 'Review' });
    expect(await getMeeting(call, before.id)).toEqual({ ...before, topic: 'Review' });
  });

  it.each([
    ['a new start without recurrence', 'recurrence', { start_time: '2026-11-25T09:00:00' }],
    ['a new zone without recurrence', 'recurrence', { timezone: 'Asia/Tokyo' }],
    ['a part of a recurrence', 'recurrence.type', { recurrence: { end_times: 9 } }],
    ['a weekly one without days', 'recurrence.weekly_days', { recurrence: { type: 2, end_times: 9 } }],
  ])('refuses %s and leaves the series alone', async (_what, field, body) => {
    const before = await createMeeting(call, tuesdays);
    const answer = await call('PATCH', `/meetings/${before.id}`, body);
    expect(answer).toMatchObject({ status: 400, body: invalid(field) });
    expect(await getMeeting(call, before.id)).toEqual(before);
  });

  it('ignores a start in the past', async () => {
    const { id } = await createMeeting(call, tuesdays);
    await call('PATCH', `/meetings/${id}`, { start_time: '2020-01-07T09:00:00', recurrence: weekdays });
    expect(await starts(id)).toEqual(['2026-11-24T08:00:00Z', '2026-11-25T08:00:00Z']);
  });

  it('becomes a single meeting at its next occurrence, or at the start that is given', async () => {
    const next = await createMeeting(call, tuesdays);
    await call('PATCH', `/meetings/${next.id}`, { type: 2 });
    expect(await getMeeting(call, next.id)).toMatchObject({ type: 2, start_time: '2026-11-24T08:00:00Z' });
    const given = await createMeeting(call, tuesdays);
    await call('PATCH', `/meetings/${given.id}`, { type: 2, start_time: '2026-11-30T09:00:00' });
    const single = await getMeeting(call, given.id);
    expect(single).toMatchObject({ type: 2, start_time: '2026-11-30T08:00:00Z', duration: 30 });
    expect(single.occurrences).toBeUndefined();
    expect(single).not.toHaveProperty('recurrence');
  });

  it('turns into one without fixed time and back', async () => {
    const { id } = await createMeeting(call, tuesdays);
    await call('PATCH', `/meetings/${id}`, { type: 3 });
    const unfixed = await getMeeting(call, id);
    expect(unfixed).toMatchObject({ type: 3 });
    expect(unfixed.start_time ?? unfixed.occurrences).toBeUndefined();
    await call('PATCH', `/meetings/${id}`, { ...tuesdays, start_time: '2026-12-01T09:00:00' });
    expect((await starts(id))[0]).toBe('2026-12-01T08:00:00Z');
  });

  it('is made of a single meeting by type and recurrence, and by no less', async () => {
    const { id } = await createMeeting(call);
    expect((await call('PATCH', `/meetings/${id}`, { type: 8 })).body).toEqual(invalid('recurrence'));
    await call('PATCH', `/meetings/${id}`, { recurrence: tuesdays.recurrence });
    expect(await getMeeting(call, id)).toMatchObject({ type: 2 });
    await call('PATCH', `/meetings/${id}`, tuesdays);
    expect(await starts(id)).toHaveLength(5);
  });
});

describe('a series as time goes by', () => {
  it('shows the occurrences that are not over, all of them when asked to', async () => {
    const { id } = await createMeeting(call, tuesdays);
    const all = await starts(id);
    await at(Date.parse('2026-12-01T08:29:59Z'));
    expect(await starts(id)).toEqual(all.slice(1));
    await at(Date.parse('2026-12-01T08:30:00Z'));
    expect(await starts(id)).toEqual(all.slice(2));
    expect(await starts(id, '?show_previous_occurrences=true')).toEqual(all);
  });

  it('expires 30 days after its last occurrence, and not before', async () => {
    const { id } = await createMeeting(call, tuesdays);
    const last = Date.parse('2026-12-22T08:00:00Z');
    await at(last + 30 * DAY);
    expect((await call('GET', `/meetings/${id}`)).status).toBe(200);
    await at(last + 30 * DAY + 1);
    expect((await call('GET', `/meetings/${id}`)).status).toBe(404);
    expect((await call('GET', '/users/me/meetings')).body).toMatchObject({ total_records: 0 });
  });

  it('is one row of a list, with its next occurrence’s times, until the last is over', async () => {
    const { id } = await createMeeting(call, { ...tuesdays, duration: 60 });
    const row = { id, type: 8, start_time: '2026-11-24T08:00:00Z', duration: 60 };
    expect((await call('GET', '/users/me/meetings')).body).toMatchObject({
      total_records: 1,
      meetings: [row],
    });
    await at(Date.parse('2026-12-08T12:00:00Z'));
    for (const [type, total_records] of [
      ['scheduled', 1],
      ['upcoming', 1],
      ['previous_meetings', 1],
      ['live', 0],
    ] as const) {
      expect((await call('GET', `/users/me/meetings?type=${type}`)).body).toMatchObject({ total_records });
    }
    expect((await call('GET', '/users/me/meetings')).body).toMatchObject({
      meetings: [{ id, start_time: '2026-12-15T08:00:00Z' }],
    });
    await at(Date.parse('2026-12-23T12:00:00Z'));
    expect((await call('GET', '/users/me/meetings?type=upcoming')).body).toMatchObject({ total_records: 0 });
  });

  it('is listed on the days of its occurrences', async () => {
    await createMeeting(call, tuesdays);
    for (const [day, total_records] of [
      ['2026-12-15', 1],
      ['2026-12-16', 0],
    ] as const) {
      const path = `/users/me/meetings?from=${day}&to=${day}`;
      expect((await call('GET', path)).body).toMatchObject({ total_records });
    }
  });

  it('comes back whole when it is recovered', async () => {
    const before = await createMeeting(call, tuesdays);
    await call('DELETE', `/meetings/${before.id}`);
    expect((await call('GET', `/meetings/${before.id}`)).status).toBe(404);
    await call('PUT', `/meetings/${before.id}/status`, { action: 'recover' });
    expect(await getMeeting(call, before.id)).toEqual(before);
  });
});
