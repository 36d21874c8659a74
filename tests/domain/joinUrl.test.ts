import fc from 'fast-check';
import { findJoinUrls, parseJoinUrl } from '../../src/domain/joinUrl';

test.each([
  ['https://zoom.us/j/12345678901', '12345678901'],
  ['https://us02web.zoom.us/j/12345678901?pwd=aBc.1', '12345678901'],
  ['https://example-company.zoom.us/j/123456789#success', '123456789'],
  ['https://example.zoomgov.com/j/1234567890', '1234567890'],
  ['https://zoom.us/w/98765432109?tk=abc&pwd=x', '98765432109'],
  ['https://zoom.us/wc/join/12345678901?pwd=x', '12345678901'],
  ['https://app.zoom.us/wc/12345678901/join', '12345678901'],
  ['HTTPS://ZOOM.US/j/12345678901', '12345678901'],
  ['https://localhost:4443/j/12345678901?pwd=x', '12345678901'],
  ['http://127.0.0.1:4001/j/12345678901', '12345678901'],
])('%s is a join link', (url, meetingId) => {
  expect(parseJoinUrl(url)).toEqual({ meetingId, url });
});

test.each([
  ['a personal link, which has no id', 'https://zoom.us/my/12345678901'],
  ['a start link, which is the host’s secret', 'https://zoom.us/s/12345678901?zak=x'],
  ['another host that begins like Zoom', 'https://zoom.us.example.test/j/12345678901'],
  ['another host that ends like Zoom', 'https://notzoom.us/j/12345678901'],
  ['a host hidden behind a name', 'https://zoom.us@example.test/j/12345678901'],
  ['a backslash before the real host', 'https://example.test\\.zoom.us/j/12345678901'],
  ['plain HTTP to Zoom', 'http://zoom.us/j/12345678901'],
  ['another scheme', 'javascript:https://zoom.us/j/12345678901'],
  ['an id with letters', 'https://zoom.us/j/1234567890a'],
  ['an id too short', 'https://zoom.us/j/1234567'],
  ['an address of absurd length', `https://zoom.us/j/12345678901?pwd=${'x'.repeat(5000)}`],
  ['nothing', ''],
])('%s is none', (_, url) => {
  expect(parseJoinUrl(url)).toBeUndefined();
});

test('a domain that the caller names counts as Zoom’s, its subdomains too', () => {
  const url = 'https://meet.example.test/j/12345678901';
  expect(parseJoinUrl(url)).toBeUndefined();
  expect(parseJoinUrl(url, ['example.test'])).toEqual({ meetingId: '12345678901', url });
});

test('Safe Links are looked through, once', () => {
  const url = 'https://us02web.zoom.us/j/12345678901?pwd=a.1';
  const wrap = (inner: string) =>
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(inner)}&data=05%7C`;
  expect(parseJoinUrl(wrap(url))).toEqual({ meetingId: '12345678901', url });
  expect(parseJoinUrl(wrap(wrap(url)))).toBeUndefined();
  expect(parseJoinUrl(wrap('https://example.test/j/12345678901'))).toBeUndefined();
  expect(parseJoinUrl('https://eur01.safelinks.protection.outlook.com/?url=%E0%A4%A')).toBeUndefined();
});

test('links are found in text with their places, without the punctuation around them', () => {
  const text =
    'Join (https://zoom.us/j/12345678901?pwd=x), or <https://zoom.us/w/98765432109>. Not https://zoom.us/my/me.';
  expect(findJoinUrls(text).map(({ meetingId, start, end }) => [meetingId, text.slice(start, end)])).toEqual([
    ['12345678901', 'https://zoom.us/j/12345678901?pwd=x'],
    ['98765432109', 'https://zoom.us/w/98765432109'],
  ]);
});

test.each(['。', '、', '」', '）', '،', '؟', '\u200e', '\u2069', '\u00a0', '…'])(
  'a link ends before %j',
  (behind) => {
    const url = 'https://zoom.us/j/12345678901?pwd=x.1';
    expect(findJoinUrls(`参加:${url}${behind}です`)).toMatchObject([{ url }]);
  },
);

test('whatever the text, what is found stands where it says', () => {
  const piece = fc.constantFrom(
    'https://zoom.us/j/12345678901',
    'https://zoom.us/j/1234567890?pwd=a.',
    ' ',
    ';',
    'x',
    '.',
    'http',
    '://',
    '🙂',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      for (const { start, end, url, meetingId } of findJoinUrls(text)) {
        expect(text.slice(start, end)).toBe(url);
        expect(parseJoinUrl(url)?.meetingId).toBe(meetingId);
      }
    }),
  );
});
