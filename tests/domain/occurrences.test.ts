/** Which occurrence of the series in Zoom an appointment may be that Outlook moved to a day the series does not have. */
import type { Occurrence } from '../../src/domain/meeting';
import { possibleOccurrences } from '../../src/domain/occurrences';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MONDAY = Date.UTC(2026, 10, 23, 8);
const NOW = MONDAY - DAY;

const at = (instant: number): string => new Date(instant).toISOString();

/** Every Monday at nine in Berlin; each of `changes` concerns one of them. */
const mondays = (changes: Readonly<Record<number, Partial<Occurrence>>> = {}) => ({
  timeZone: 'Europe/Berlin',
  durationMinutes: 30,
  occurrences: Array.from({ length: 6 }, (_, week): Occurrence => {
    const start = MONDAY + week * 7 * DAY;
    return { id: String(start), start: at(start), durationMinutes: 30, cancelled: false, ...changes[week] };
  }),
});

/** The weeks of those that an appointment may be which starts so many days after the first Monday. */
const weeks = (series: ReturnType<typeof mondays>, days: number, now = NOW): number[] => {
  const start = MONDAY + days * DAY;
  return possibleOccurrences(series, { start, end: start + HOUR / 2 }, now).map(
    ({ id }) => (Number(id) - MONDAY) / (7 * DAY),
  );
};

it('are those around it, the nearest first, and a few at most', () => {
  expect(weeks(mondays(), 16)).toEqual([2, 3, 1, 4]);
});

it('are none beyond one that is known to be another appointment', () => {
  const moved = { start: at(MONDAY + 8 * DAY) };
  expect(weeks(mondays({ 1: moved }), 16)).toEqual([2, 3, 4, 5]);
  const longer = { durationMinutes: 60 };
  expect(weeks(mondays({ 3: longer }), 16)).toEqual([2, 1, 0]);
});

it('are none that was cancelled or is over', () => {
  expect(weeks(mondays({ 2: { cancelled: true } }), 16)).toEqual([3, 1, 4, 0]);
  expect(weeks(mondays(), 16, MONDAY + 15 * DAY)).toEqual([3, 4, 5]);
});

it('are none where Zoom cancelled the one of that day: then it was not moved', () => {
  expect(weeks(mondays({ 2: { cancelled: true } }), 14)).toEqual([]);
});

it('are none for an appointment that is over, since Zoom takes no change of it', () => {
  expect(weeks(mondays(), 2, MONDAY + 3 * DAY)).toEqual([]);
});
