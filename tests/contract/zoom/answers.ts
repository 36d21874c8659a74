/**
 * Every answer that the stand-in can give, provoked: each operation with each status that it has. Returns the exchanges,
 * those of valid requests apart from those that are wrong on purpose.
 */
import * as z from 'zod';
import {
  caller,
  control,
  createMeeting,
  signedIn,
  startTestCloud,
  type Call,
} from '../../sandbox/zoom/harness';
import type { Exchange } from './checker';
import { operationIds } from './operationIds';
import { Recorder } from './recorder';

export interface Answers {
  valid: Exchange[];
  invalid: Exchange[];
}

const WithOccurrences = z.object({ occurrences: z.array(z.object({ occurrence_id: z.string() })) });

const weekly = { type: 2, repeat_interval: 2, weekly_days: '2,4', end_times: 7 };
const monthly = { type: 3, monthly_week: -1, monthly_week_day: 6, end_date_time: '2027-06-30T22:00:00Z' };

const fullSettings = {
  alternative_hosts: 'attendee@example.test;manager@example.test',
  approval_type: 2,
  audio: 'voip',
  auto_recording: 'local',
  calendar_type: 1,
  encryption_type: 'e2ee',
  host_video: true,
  jbh_time: 5,
  join_before_host: true,
  meeting_authentication: true,
  meeting_invitees: [{ email: 'attendee@example.test' }],
  mute_upon_entry: true,
  participant_video: true,
  private_meeting: true,
  push_change_to_calendar: false,
  registration_type: 1,
  use_pmi: false,
  waiting_room: false,
  watermark: true,
};

/** Changes one occurrence, cancels another, then changes the whole series. */
async function changeSeries(call: Call, id: number): Promise<void> {
  const at = `/meetings/${id}`;
  const { occurrences } = WithOccurrences.parse((await call('GET', at)).body);
  const [first = '', second = ''] = occurrences.map(({ occurrence_id }) => occurrence_id);
  await call('PATCH', `${at}?occurrence_id=${first}`, {
    agenda: 'Another agenda',
    start_time: '2026-11-26T10:00:00Z',
    duration: 45,
    settings: { host_video: false, waiting_room: true },
  });
  await call('DELETE', `${at}?occurrence_id=${second}`);
  for (const query of [`occurrence_id=${first}`, 'show_previous_occurrences=true']) {
    await call('GET', `${at}?${query}`);
  }
  for (const method of ['GET', 'PATCH', 'DELETE']) {
    await call(method, `${at}?occurrence_id=${second}`, method === 'PATCH' ? { duration: 15 } : undefined);
  }
  await call('PATCH', at, {
    type: 8,
    start_time: '2026-12-01T09:00:00',
    timezone: 'America/New_York',
    recurrence: monthly,
  });
  await call('GET', at);
  await call('PATCH', at, { type: 3 });
}

export async function provokeAnswers(): Promise<Answers> {
  const cloud = await startTestCloud({ limits: { lightPerSecond: 100_000, mediumPerSecond: 100_000 } });
  try {
    const token = (await signedIn(cloud.url)).access_token;
    const [valid, invalid] = [new Recorder(cloud.url), new Recorder(cloud.url)];
    const call = caller(cloud.url, token, valid.fetch);
    const wrong = caller(cloud.url, token, invalid.fetch);
    const stranger = caller(cloud.url, 'no-token', valid.fetch);
    const other = caller(
      cloud.url,
      (await signedIn(cloud.url, 'attendee@example.test')).access_token,
      valid.fetch,
    );

    await control(cloud.url, 'PATCH', '/people/manager@example.test', { admin: true });
    const managersToken = (await signedIn(cloud.url, 'manager@example.test')).access_token;
    const manager = caller(cloud.url, managersToken, valid.fetch);
    const wrongAsManager = caller(cloud.url, managersToken, invalid.fetch);

    const meeting = await createMeeting(call, {
      agenda: 'Agenda',
      password: 'aB1@-_*',
      settings: fullSettings,
    });
    await createMeeting(call, { start_time: '2026-12-01T09:00:00Z', default_password: false });
    await createMeeting(call, { type: 3 });
    const instant = await createMeeting(call, { type: 1 });
    const series = await createMeeting(call, { type: 8, recurrence: weekly, settings: fullSettings });
    await createMeeting(call, { type: 8, recurrence: monthly, schedule_for: 'manager@example.test' });
    await createMeeting(call, {
      template_id: 'sandboxTemplateWorkshop==',
      settings: { use_pmi: true, auto_recording: 'cloud' },
    });
    const gone = 81_234_567_890;
    const at = `/meetings/${meeting.id}`;

    for (const user of ['me', 'organizer@example.test']) {
      await call('GET', `/users/${user}`);
      await call('GET', `/users/${user}/settings`);
      await call('GET', `/users/${user}/meetings`);
      await call('GET', `/users/${user}/schedulers`);
      await call('GET', `/users/${user}/assistants`);
      await call('GET', `/users/${user}/meeting_templates`);
    }
    await manager('GET', '/users/me/assistants');
    for (const query of ['', '?page_size=2', '?status=pending', '?status=inactive', '?role_id=1']) {
      await manager('GET', `/users${query}`);
    }
    await manager('GET', '/users?next_page_token=made-up');
    await control(cloud.url, 'POST', '/faults', { operation: 'users.list', fault: '403' });
    await manager('GET', '/users');
    for (const account of ['me', 'sandbox-account-000001', 'nobodys-account']) {
      await manager('GET', `/accounts/${account}/lock_settings`);
      await manager('GET', `/accounts/${account}/lock_settings?option=meeting_security`);
    }
    for (const option of ['meeting_authentication', 'recording_authentication', 'meeting_security']) {
      await call('GET', `/users/me/settings?option=${option}`);
    }
    for (const type of ['scheduled', 'live', 'upcoming', 'upcoming_meetings', 'previous_meetings']) {
      await call('GET', `/users/me/meetings?type=${type}&page_size=2&page_number=1`);
    }
    await call('GET', '/users/me/meetings?from=2026-11-01&to=2026-12-31&timezone=Europe/Berlin');
    for (const id of [meeting.id, instant.id, series.id]) {
      await call('GET', `/meetings/${id}`);
    }
    await changeSeries(call, series.id);
    await call('PATCH', at, {
      topic: 'Review',
      start_time: '2026-11-25T09:00:00',
      timezone: 'Asia/Tokyo',
      settings: fullSettings,
    });
    await call('DELETE', `${at}?schedule_for_reminder=false&cancel_meeting_reminder=false`);
    await call('PUT', `${at}/status`, { action: 'recover' });
    await call('PUT', `/meetings/${instant.id}/status`, { action: 'end' });

    /** One request an operation, for what can happen to any of them. */
    const each = async (ask: typeof call, user: string, id: number) => {
      await ask('GET', `/users/${user}`);
      await ask('GET', `/users/${user}/settings`);
      await ask('GET', `/users/${user}/meetings`);
      await ask('GET', `/users/${user}/schedulers`);
      await ask('GET', `/users/${user}/assistants`);
      await ask('GET', `/users/${user}/meeting_templates`);
      await ask('GET', '/accounts/me/lock_settings');
      await ask('GET', '/users');
      await ask('POST', `/users/${user}/meetings`, { topic: 'Planning' });
      await ask('GET', `/meetings/${id}`);
      await ask('PATCH', `/meetings/${id}`, { topic: 'Planning' });
      await ask('DELETE', `/meetings/${id}`);
      await ask('PUT', `/meetings/${id}/status`, { action: 'recover' });
    };
    await each(stranger, 'me', meeting.id);
    await each(call, 'nobody@example.test', gone);
    await each(other, 'organizer@example.test', meeting.id);
    for (const fault of ['429', '500']) {
      for (const operation of Object.keys(operationIds)) {
        await control(cloud.url, 'POST', '/faults', { operation, fault });
      }
      await each(call, 'me', meeting.id);
    }

    await wrong('POST', '/users/me/meetings', { topic: 'x'.repeat(201), duration: 0, timezone: 'Here' });
    for (const refused of [
      { schedule_for: 'attendee@example.test' },
      { schedule_for: 'nobody@example.test' },
      { schedule_for: 'manager@example.test', type: 1 },
      { settings: { alternative_hosts: 'nobody@example.test' } },
      { template_id: 'no-template' },
      { type: 8 },
      { type: 8, recurrence: { ...weekly, repeat_interval: 13 } },
    ]) {
      await call('POST', '/users/me/meetings', refused);
      await call('PATCH', at, refused);
    }
    await wrong('POST', '/users/me/meetings', { type: 8, recurrence: { end_times: 61 } });
    await wrong('PATCH', at, { type: 8, recurrence: { type: 4 } });
    await wrong('PATCH', at, { duration: 1441, password: 'p!ss' });
    await wrong('PUT', `${at}/status`, { action: 'explode' });
    await wrong('GET', '/users/me/meetings?page_size=301');
    await wrongAsManager('GET', '/users?page_size=2001');
    await wrong('GET', '/users/me/settings?option=nonsense');
    await wrong('GET', '/meetings/not-a-number');
    await call('GET', '/users/me/meetings?next_page_token=made-up');
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      await call(method, `${at}?occurrence_id=1648194360000`, method === 'PATCH' ? {} : undefined);
    }
    await control(cloud.url, 'PATCH', '/limits', { createsPerDayPerHost: 0, updatesPerDayPerMeeting: 0 });
    await call('POST', '/users/me/meetings', { topic: 'Planning' });
    await call('PATCH', at, { topic: 'Planning' });
    return { valid: valid.exchanges, invalid: invalid.exchanges };
  } finally {
    await cloud.close();
  }
}
