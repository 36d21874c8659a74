import { Meeting, type MeetingRequest } from '../../src/domain/meeting';
import { createBody, occurrenceBody, toMeeting, toMember, toRow, updateBody } from '../../src/zoom/mapping';
import type { ZoomMeetingSettings } from '../../src/zoom/bodies';
import { ZoomMeeting, ZoomMeetingRow, ZoomUser } from '../../src/zoom/schemas';
import { toZoomDefaults, toZoomLocks } from '../../src/zoom/options';
import { ZoomLockSettings, ZoomSecurityLocks, ZoomSettings } from '../../src/zoom/settingsSchemas';
import { zoomMeeting } from './support';

const request = (options: MeetingRequest['options'] = {}): MeetingRequest => ({
  topic: 'Weekly review',
  start: '2026-11-24T09:00:00',
  timeZone: 'Europe/Berlin',
  durationMinutes: 45,
  options,
});

const times = {
  topic: 'Weekly review',
  start_time: '2026-11-24T09:00:00',
  timezone: 'Europe/Berlin',
  duration: 45,
};

describe('the body of a create', () => {
  test('is a scheduled meeting from Outlook at a wall clock in a zone, and nothing that was not chosen', () => {
    expect(createBody(request())).toEqual({ ...times, type: 2, settings: { calendar_type: 1 } });
  });

  test('carries what was chosen, also what was chosen off', () => {
    expect(
      createBody(
        request({ passcode: 'a1-B2', waitingRoom: false, hostVideo: true, participantVideo: false }),
      ),
    ).toEqual({
      ...times,
      type: 2,
      password: 'a1-B2',
      settings: { calendar_type: 1, waiting_room: false, host_video: true, participant_video: false },
    });
  });

  test('declines the automatic passcode when none is wanted', () => {
    expect(createBody(request({ passcode: '' }))).toEqual({
      ...times,
      type: 2,
      default_password: false,
      settings: { calendar_type: 1 },
    });
  });
});

const everything: Meeting['options'] = {
  personalId: true,
  waitingRoom: true,
  joinBeforeHost: false,
  signedInOnly: true,
  hostVideo: false,
  participantVideo: true,
  audio: 'telephone',
  muteOnEntry: true,
  recording: 'cloud',
  alternativeHosts: ['chair@example.test', 'attendee@example.test'],
};
const allSettings: Required<Omit<ZoomMeetingSettings, 'calendar_type'>> = {
  use_pmi: true,
  waiting_room: true,
  join_before_host: false,
  meeting_authentication: true,
  host_video: false,
  participant_video: true,
  audio: 'telephony',
  mute_upon_entry: true,
  auto_recording: 'cloud',
  alternative_hosts: 'chair@example.test;attendee@example.test',
};

describe('every option', () => {
  test('goes to Zoom by its name there', () => {
    expect(createBody(request(everything)).settings).toEqual({ calendar_type: 1, ...allSettings });
    expect(updateBody(request(everything)).settings).toEqual(allSettings);
  });

  test('comes back as it went', () => {
    const meeting = ZoomMeeting.parse(zoomMeeting({ settings: allSettings, pmi: '9123456789' }));
    expect(toMeeting(meeting, { id: 'member-1', name: 'Sandbox Organizer' })).toMatchObject({
      options: everything,
      joinNumber: '9123456789',
    });
  });

  test('that only a new meeting can have is left out of a change', () => {
    const only = { scheduleFor: 'chair@example.test', template: 'template-1' };
    expect(createBody(request(only))).toMatchObject({
      schedule_for: 'chair@example.test',
      template_id: 'template-1',
    });
    expect(updateBody(request(only))).toEqual({ ...times, type: 2 });
  });

  test('nobody as alternative host takes them all away', () => {
    expect(updateBody(request({ alternativeHosts: [] })).settings).toEqual({ alternative_hosts: '' });
  });
});

describe('a series', () => {
  const weekly: MeetingRequest = {
    ...request({ personalId: true, hostVideo: true }),
    repeats: {
      kind: 'series',
      rule: { frequency: 'weekly', interval: 2, days: ['tuesday'], weekStart: 'sunday' },
      end: { kind: 'count', count: 3 },
    },
  };
  const recurrence = { type: 2, repeat_interval: 2, weekly_days: '3', end_times: 3 };
  const viewer = { id: 'member-1', name: 'Sandbox Organizer' };
  const occurrence = (start_time: string, changes: object = {}) => ({
    occurrence_id: String(Date.parse(start_time)),
    start_time,
    duration: 45,
    status: 'available',
    ...changes,
  });
  const stored = (...occurrences: object[]) =>
    ZoomMeeting.parse(zoomMeeting({ type: 8, start_time: undefined, recurrence, occurrences }));

  test('goes with its type and whole recurrence, also in a change; Zoom has none on the personal id', () => {
    const settings = { host_video: true };
    expect(createBody(weekly)).toMatchObject({ type: 8, recurrence });
    expect(createBody(weekly).settings).toEqual({ calendar_type: 1, ...settings });
    expect(updateBody(weekly)).toEqual({ ...times, type: 8, recurrence, settings });
  });

  test('whose times stay is changed without type and times, so that Zoom keeps its occurrences', () => {
    const { topic } = weekly;
    expect(updateBody({ topic, options: { hostVideo: true, passcode: '' } })).toEqual({
      topic,
      password: '',
      settings: { host_video: true },
    });
  });

  test('without fixed time may have the personal id', () => {
    const body = createBody({ ...weekly, repeats: { kind: 'no-fixed-time' } });
    expect(body).toMatchObject({ type: 3, settings: { use_pmi: true } });
    expect(body).not.toHaveProperty('recurrence');
  });

  test('comes back with its occurrences in order, cancelled ones marked', () => {
    const meeting = toMeeting(
      stored(occurrence('2026-12-08T08:00:00Z', { status: 'deleted' }), occurrence('2026-11-24T08:00:00Z')),
      viewer,
    );
    expect(Meeting.parse(meeting)).toMatchObject({
      start: '2026-11-24T08:00:00Z',
      durationMinutes: 45,
      repeats: weekly.repeats,
      occurrences: [
        { id: String(Date.parse('2026-11-24T08:00:00Z')), start: '2026-11-24T08:00:00Z', cancelled: false },
        { start: '2026-12-08T08:00:00Z', cancelled: true },
      ],
    });
  });

  test('begins where its pattern begins, though the first occurrence was moved', () => {
    const moved = { ...occurrence('2026-11-24T08:00:00Z'), start_time: '2026-11-25T13:00:00Z' };
    expect(toMeeting(stored(moved), viewer)).toMatchObject({
      start: '2026-11-24T08:00:00Z',
      occurrences: [{ start: '2026-11-25T13:00:00Z' }],
    });
  });

  test('is as long as most of its occurrences that stand where they were', () => {
    const series = ZoomMeeting.parse({
      ...zoomMeeting({ type: 8, recurrence, duration: 10 }),
      occurrences: [
        occurrence('2026-11-24T08:00:00Z', { duration: 10 }),
        occurrence('2026-12-08T08:00:00Z'),
        occurrence('2026-12-22T08:00:00Z'),
        { ...occurrence('2027-01-05T08:00:00Z', { duration: 20 }), start_time: '2027-01-06T08:00:00Z' },
      ],
    });
    expect(toMeeting(series, viewer).durationMinutes).toBe(45);
  });

  test('whose occurrences have ids of another kind begins with the first of them', () => {
    const odd = { ...occurrence('2026-11-24T08:00:00Z'), occurrence_id: '17' };
    expect(toMeeting(stored(odd), viewer).start).toBe('2026-11-24T08:00:00Z');
  });

  test('has one occurrence changed by an instant, because Zoom takes no zone there', () => {
    const asked = { start: '2026-07-01T07:00:00.500Z', durationMinutes: 20 };
    expect(occurrenceBody(asked)).toEqual({ start_time: '2026-07-01T07:00:00Z', duration: 20 });
    expect(() => occurrenceBody({ ...asked, start: '2026-99-01T07:00:00Z' })).toThrow(/^invalid-request/);
  });
});

describe('the body of an update', () => {
  test('leaves origin, passcode and settings alone unless they were chosen', () => {
    expect(updateBody(request())).toEqual({ ...times, type: 2 });
  });

  test('takes a passcode away with an empty one', () => {
    expect(updateBody(request({ passcode: '', waitingRoom: true }))).toEqual({
      ...times,
      type: 2,
      password: '',
      settings: { waiting_room: true },
    });
  });
});

describe('a meeting of Zoom', () => {
  const parsed = (changes = {}) => ZoomMeeting.parse(zoomMeeting(changes));
  const viewer = { id: 'member-1', name: 'Sandbox Organizer' };

  test('is one of ours, as the contract says', () => {
    const meeting = toMeeting(parsed(), viewer);
    expect(meeting).toEqual({
      id: '85746065123',
      topic: 'Weekly review',
      start: '2026-11-24T08:00:00Z',
      durationMinutes: 45,
      timeZone: 'Europe/Berlin',
      joinUrl: 'https://zoom.example.test/j/85746065123?pwd=abc',
      repeats: null,
      occurrences: [],
      passcode: 'a1b2c3',
      joinNumber: '85746065123',
      options: {
        personalId: false,
        waitingRoom: true,
        joinBeforeHost: false,
        signedInOnly: false,
        hostVideo: false,
        participantVideo: true,
        audio: 'both',
        muteOnEntry: false,
        recording: 'none',
        alternativeHosts: [],
      },
      hostedByMe: true,
      hostName: 'Sandbox Organizer',
    });
    expect(Meeting.parse(meeting)).toEqual(meeting);
  });

  test('without fixed time and settings is still one', () => {
    const meeting = toMeeting(
      parsed({ type: 3, start_time: undefined, settings: undefined, password: undefined }),
      viewer,
    );
    expect(Meeting.parse(meeting)).toMatchObject({
      start: null,
      passcode: '',
      options: { waitingRoom: false, hostVideo: false, participantVideo: false },
    });
  });

  test('of another host names that host by address', () => {
    const meeting = toMeeting(parsed({ host_id: 'member-2', host_email: 'chair@example.test' }), viewer);
    expect(meeting).toMatchObject({ hostedByMe: false, hostName: 'chair@example.test' });
  });

  test('as a row has what the list tells', () => {
    expect(toRow(ZoomMeetingRow.parse(zoomMeeting({ settings: undefined, password: undefined })))).toEqual({
      id: '85746065123',
      topic: 'Weekly review',
      start: '2026-11-24T08:00:00Z',
      durationMinutes: 45,
      timeZone: 'Europe/Berlin',
      joinUrl: 'https://zoom.example.test/j/85746065123?pwd=abc',
    });
  });
});

describe('a member’s settings', () => {
  test('are the defaults of a new meeting', () => {
    const settings = ZoomSettings.parse({
      schedule_meeting: {
        host_video: true,
        participants_video: true,
        join_before_host: true,
        audio_type: 'voip',
        use_pmi_for_scheduled_meetings: false,
        require_password_for_scheduling_new_meetings: true,
      },
      in_meeting: { waiting_room: true, mute_upon_entry: true },
      recording: { auto_recording: 'local' },
    });
    expect(toZoomDefaults(settings, { meeting_authentication: true })).toEqual({
      personalId: false,
      waitingRoom: true,
      joinBeforeHost: true,
      signedInOnly: true,
      hostVideo: true,
      participantVideo: true,
      audio: 'computer',
      muteOnEntry: true,
      recording: 'local',
      passcodeRequired: true,
    });
  });

  test('that Zoom does not tell, or that have no word here, are absent', () => {
    expect(Object.keys(toZoomDefaults(ZoomSettings.parse({})))).toEqual([]);
    const thirdParty = ZoomSettings.parse({ schedule_meeting: { audio_type: 'thirdParty' } });
    expect(Object.keys(toZoomDefaults(thirdParty))).toEqual([]);
  });

  test('are locked by the account one by one', () => {
    const locks = ZoomLockSettings.parse({
      schedule_meeting: { audio_type: true, host_video: false, participant_video: true },
      recording: { auto_recording: true },
    });
    const security = ZoomSecurityLocks.parse({ meeting_security: { waiting_room: true } });
    expect(toZoomLocks(locks, security)).toEqual(['waitingRoom', 'participantVideo', 'audio', 'recording']);
    expect(toZoomLocks(ZoomLockSettings.parse({}))).toEqual([]);
  });
});

describe('the signed-in person', () => {
  const user = (changes: object) =>
    toMember(ZoomUser.parse({ id: 'm', account_id: 'a', email: 'organizer@example.test', ...changes }));

  test.each([
    [{ display_name: 'Shown', first_name: 'Sandbox', last_name: 'Organizer' }, 'Shown'],
    [{ first_name: 'Sandbox', last_name: 'Organizer' }, 'Sandbox Organizer'],
    [{ first_name: 'Sandbox' }, 'Sandbox'],
    [{}, 'organizer@example.test'],
  ])('%j is called %s', (changes, name) => expect(user(changes).name).toBe(name));

  test('is in UTC when no zone was chosen', () => {
    expect(user({}).timeZone).toBe('UTC');
    expect(user({ timezone: 'Asia/Tokyo' }).timeZone).toBe('Asia/Tokyo');
  });
});
