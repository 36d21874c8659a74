import { ZoomId, ZoomMeeting, ZoomMeetingPage, ZoomUser } from '../../src/zoom/schemas';
import { ZoomAuthentication, ZoomLockSettings, ZoomSettings } from '../../src/zoom/settingsSchemas';
import { zoomMeeting } from './support';

describe('an id', () => {
  test.each([
    [85746065123, '85746065123'],
    ['9223372036854775807', '9223372036854775807'],
  ])('%j is "%s"', (id, text) => expect(ZoomId.parse(id)).toBe(text));

  test.each([1234567, 1.5, -85746065123, 2 ** 60, 'abc', '', null, '8574606512 3'])('%j is none', (id) =>
    expect(ZoomId.safeParse(id).success).toBe(false),
  );
});

describe('what Zoom leaves out or answers as null', () => {
  test('is empty, off, nought or UTC', () => {
    const bare = { id: 85746065123, type: 2, join_url: 'https://zoom.example.test/j/1' };
    const empty = {
      host_id: '',
      host_email: '',
      topic: '',
      duration: 0,
      timezone: 'UTC',
      password: '',
      occurrences: [],
      settings: {
        waiting_room: false,
        host_video: false,
        participant_video: false,
        join_before_host: false,
        meeting_authentication: false,
        mute_upon_entry: false,
        use_pmi: false,
        audio: 'both',
        auto_recording: 'none',
        alternative_hosts: '',
      },
    };
    expect(ZoomMeeting.parse(bare)).toEqual({ ...bare, id: '85746065123', ...empty });
    const nulls = {
      host_id: null,
      host_email: null,
      topic: null,
      duration: null,
      timezone: null,
      password: null,
      start_time: null,
      created_at: null,
      occurrences: null,
      settings: {
        waiting_room: null,
        host_video: null,
        participant_video: null,
        join_before_host: null,
        meeting_authentication: null,
        mute_upon_entry: null,
        use_pmi: null,
        audio: null,
        auto_recording: null,
        alternative_hosts: null,
      },
    };
    expect(ZoomMeeting.parse({ ...bare, ...nulls })).toMatchObject(empty);
    expect(ZoomUser.parse({ id: 'm', display_name: null, timezone: null })).toMatchObject({
      display_name: '',
      timezone: '',
    });
  });

  test('is unknown in settings, and not locked', () => {
    const settings = ZoomSettings.parse({ schedule_meeting: { host_video: null }, in_meeting: {} });
    expect(settings.schedule_meeting.host_video).toBeUndefined();
    expect(settings.recording.auto_recording).toBeUndefined();
    expect(ZoomLockSettings.parse({}).schedule_meeting.host_video).toBe(false);
  });

  test.each([
    [{ meeting_authentication: true }, true],
    [{ authentication_options: { meeting_authentication: { meeting_authentication: true } } }, true],
    [{ meeting_authentication: false, authentication_options: [{ id: 'a' }] }, false],
    [{}, undefined],
  ])('who may join is read from either of Zoom’s two shapes: %j', (answer, expected) => {
    expect(ZoomAuthentication.parse(answer).meeting_authentication).toBe(expected);
  });

  test('a page without token is the last', () => {
    for (const next_page_token of [undefined, null, '']) {
      expect(ZoomMeetingPage.parse({ meetings: [], next_page_token }).next_page_token).toBeUndefined();
    }
    expect(ZoomMeetingPage.parse({ meetings: [], next_page_token: 'two' }).next_page_token).toBe('two');
  });
});

test('keys that nobody knows are dropped', () => {
  expect(Object.keys(ZoomMeeting.parse(zoomMeeting({ brand_new: 1 })))).not.toContain('brand_new');
});
