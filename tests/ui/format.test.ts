/** Times as people read them. */
import { formatInstant, formatRange } from '../../src/ui/format';

const nine = Date.UTC(2026, 10, 23, 8);

test('a range is shown in the zone that was asked for', () => {
  expect(formatRange(nine, nine + 1_800_000, 'en-US', 'Europe/Berlin')).toMatch(
    /Nov 23, 2026, 9:00\s–\s9:30\sAM/,
  );
});
test('days and months are those of the language, digits and calendar those of Outlook', () => {
  const range = (language: string) => formatRange(nine, nine + 5_400_000, language, 'Europe/Berlin');
  expect(range('de-AT')).toMatch(/^Mo\., 23\. Nov\. 2026, 09:00/);
  expect(range('ja-JP')).toMatch(/^2026\/11\/23\(月\)/);
  expect(range('ar-SA')).toMatch(/^الاثنين، 23 نوفمبر 2026، 9:00/);
  expect(formatInstant(nine, 'ar-SA', 'Europe/Berlin')).toMatch(/^23\u200f\/11\u200f\/2026/);
});
test('whole days are shown without times', () => {
  const midnight = Date.UTC(2026, 10, 22, 23);
  expect(formatRange(midnight, midnight + 86_400_000, 'en-US', 'Europe/Berlin')).toBe('Mon, Nov 23, 2026');
  expect(formatRange(midnight, midnight + 2 * 86_400_000, 'en-US', 'Europe/Berlin')).toMatch(/23.*24/);
  expect(formatRange(midnight, midnight, 'en-US', 'Europe/Berlin')).toContain('12:00');
});
test('an unknown zone or language does not keep the time from being shown', () => {
  expect(formatRange(nine, nine, 'en-US', 'Nowhere/Zone')).toContain('2026');
});
test('an end before the start is shown as the start', () => {
  expect(formatRange(nine, nine - 1, 'en-US', 'UTC')).toBe(formatRange(nine, nine, 'en-US', 'UTC'));
});
