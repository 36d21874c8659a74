import fc from 'fast-check';
import { addJoinLink, LOCATION_LIMIT, removeJoinLink } from '../../src/domain/location';

const link = 'https://us02web.zoom.us/j/12345678901?pwd=abc.1';
const id = '12345678901';
const other = 'https://us02web.zoom.us/j/98765432109?pwd=xyz';

test.each([
  ['an empty location becomes the link', '', link],
  ['a room stays, before the link', 'Room 5', `Room 5; ${link}`],
  ['several rooms stay', 'Room 5; Room 6', `Room 5; Room 6; ${link}`],
  ['another meeting’s link stays', other, `${other}; ${link}`],
  ['the link is not put twice', `Room 5; ${link}`, `Room 5; ${link}`],
  [
    'an older link of the meeting is replaced in place',
    `https://zoom.us/j/${id}?pwd=old; Room 5`,
    `${link}; Room 5`,
  ],
])('%s', (_, before, after) => {
  expect(addJoinLink(before, link)).toEqual({ location: after, full: false });
});

test('a link that does not fit leaves the location as it is', () => {
  const room = 'R'.repeat(LOCATION_LIMIT - link.length - 1);
  expect(addJoinLink(room, link)).toEqual({ location: room, full: true });
  expect(addJoinLink(room.slice(1), link).full).toBe(false);
});

test.each([
  ['the link alone leaves nothing', link, ''],
  ['the link goes with the separator before it', `Room 5; ${link}`, 'Room 5'],
  ['the first of several goes with the separator behind it', `${link}; Room 5`, 'Room 5'],
  ['from the middle one separator stays', `A; ${link}; B`, 'A; B'],
  ['another meeting’s link stays', `${other}; ${link}`, other],
  ['a meeting whose id begins the same stays', `https://zoom.us/j/${id}2`, `https://zoom.us/j/${id}2`],
  ['every copy goes', `${link}; Room 5; ${link}`, 'Room 5'],
  ['a link with another passcode goes too', `Room 5; https://zoom.us/j/${id}?pwd=old`, 'Room 5'],
])('removing: %s', (_, before, after) => {
  expect(removeJoinLink(before, id)).toBe(after);
});

const locations = fc
  .array(
    fc.constantFrom('Room 5', ';', '; ', ' ', ',', other, 'https://', '\u202e', '🙂', '\n', '<b>', '.', 'ß'),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

test('removing what was added gives the location back, whatever it was', () => {
  fc.assert(
    fc.property(fc.oneof(locations, fc.string({ unit: 'binary' })), (location) => {
      const added = addJoinLink(location, link);
      expect(added.location.length).toBeLessThanOrEqual(Math.max(LOCATION_LIMIT, location.length));
      expect(removeJoinLink(added.location, id)).toBe(location);
    }),
  );
});

test('adding twice is adding once', () => {
  fc.assert(
    fc.property(locations, (location) => {
      const once = addJoinLink(location, link);
      expect(addJoinLink(once.location, link)).toEqual(once);
    }),
  );
});
