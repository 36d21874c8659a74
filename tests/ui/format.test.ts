/** Times and ids as people read them. */
import { formatMeetingId, formatRange } from '../../src/ui/format';

const nine = Date.UTC(2026, 10, 23, 8);

test.each([
  ['81234567890', '812 3456 7890'],
  ['8123456789', '812 345 6789'],
  ['812345678', '812 345 678'],
  ['12345678', '12345678'],
])('meeting id %s reads %s', (id, shown) => expect(formatMeetingId(id)).toBe(shown));

test('a range is shown in the zone that was asked for', () => {
  expect(formatRange(nine, nine + 1_800_000, 'en-US', 'Europe/Berlin')).toMatch(
    /Nov 23, 2026, 9:00\s–\s9:30\sAM/,
  );
});
test('an unknown zone or language does not keep the time from being shown', () => {
  expect(formatRange(nine, nine, 'en-US', 'Nowhere/Zone')).toContain('2026');
});
test('an end before the start is shown as the start', () => {
  expect(formatRange(nine, nine - 1, 'en-US', 'UTC')).toBe(formatRange(nine, nine, 'en-US', 'UTC'));
});
