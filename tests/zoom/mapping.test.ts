import { Meeting, type MeetingRequest } from '../../src/domain/meeting';
import { createBody, toDefaults, toMeeting, toMember, toRow, updateBody } from '../../src/zoom/mapping';
import { ZoomMeeting, ZoomMeetingRow, ZoomSettings, ZoomUser } from '../../src/zoom/schemas';
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

describe('the body of an update', () => {
  test('leaves origin, passcode and settings alone unless they were chosen', () => {
    expect(updateBody(request())).toEqual(times);
  });

  test('takes a passcode away with an empty one', () => {
    expect(updateBody(request({ passcode: '', waitingRoom: true }))).toEqual({
      ...times,
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
      passcode: 'a1b2c3',
      options: { waitingRoom: true, hostVideo: false, participantVideo: true },
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
        require_password_for_scheduling_new_meetings: true,
        audio_type: 'both',
      },
      in_meeting: { waiting_room: true },
    });
    expect(toDefaults(settings)).toEqual({
      passcodeRequired: true,
      waitingRoom: true,
      hostVideo: true,
      participantVideo: true,
    });
  });

  test('that Zoom does not tell are off', () => {
    expect(toDefaults(ZoomSettings.parse({}))).toEqual({
      passcodeRequired: false,
      waitingRoom: false,
      hostVideo: false,
      participantVideo: false,
    });
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
