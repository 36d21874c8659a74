/** The link property: what counts as one, and what of a foreign hand does not. */
import { joinNumberOf, readLinkProperty } from '../../src/domain/link';

const link = {
  v: 1,
  state: 'linked',
  meetingId: '81234567890',
  joinUrl: 'https://zoom.us/j/81234567890',
  claim: 'claim-000001',
  agreed: { topic: 'Planning', start: null, durationMinutes: 30 },
};

it('is read from JSON text and from an object alike', () => {
  expect(readLinkProperty(JSON.stringify(link))).toEqual(link);
  expect(readLinkProperty(link)).toEqual(link);
});

it.each([
  ['a later version', { ...link, v: 2 }],
  ['no meeting id', { ...link, meetingId: '1/../2' }],
  ['an address that runs a script', { ...link, joinUrl: 'javascript:alert(1)//' }],
  ['an address of a file', { ...link, joinUrl: 'file:///C:/x.exe' }],
  ['no JSON', 'linked'],
  ['nothing', undefined],
])('does not count with %s', (_, value) => {
  expect(readLinkProperty(value)).toBeUndefined();
});

it.each([
  ['the meeting’s own id', 'https://zoom.us/j/81234567890', '81234567890'],
  ['the personal meeting id', 'https://zoom.us/j/5550001234?pwd=x', '5550001234'],
  ['the id, of an address that nobody can read a number from', 'https://zoom.us/my/somebody', '81234567890'],
])('is joined by %s', (_, joinUrl, number) => {
  expect(joinNumberOf({ meetingId: '81234567890', joinUrl })).toBe(number);
});

it('that shares its meeting is known by what older links say of the meeting of a series', () => {
  expect(readLinkProperty({ ...link, shares: true })).toEqual({ ...link, shares: true });
  expect(readLinkProperty({ ...link, sharesSeries: true })).toEqual({ ...link, shares: true });
});

it('keeps what one occurrence, a language and a series add to it', () => {
  const more = { ...link, occurrenceId: '1794812400000', language: 'de', ownTopic: true };
  expect(readLinkProperty({ ...more, agreed: { ...more.agreed, repeats: 'FREQ=DAILY;COUNT=2' } })).toEqual({
    ...more,
    agreed: { ...more.agreed, repeats: 'FREQ=DAILY;COUNT=2' },
  });
});
