import { ZoomId, ZoomMeeting, ZoomMeetingPage, ZoomSettings, ZoomUser } from '../../src/zoom/schemas';
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
      settings: { waiting_room: false, host_video: false, participant_video: false },
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
      settings: { waiting_room: null, host_video: null, participant_video: null },
    };
    expect(ZoomMeeting.parse({ ...bare, ...nulls })).toMatchObject(empty);
    expect(ZoomUser.parse({ id: 'm', display_name: null, timezone: null })).toMatchObject({
      display_name: '',
      timezone: '',
    });
    expect(ZoomSettings.parse({ schedule_meeting: { host_video: null }, in_meeting: {} })).toMatchObject({
      schedule_meeting: { host_video: false },
    });
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
