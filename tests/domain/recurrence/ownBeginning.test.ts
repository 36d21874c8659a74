/** Zoom's series with the appointment's own first date: nothing past is lost, nothing to come is another. */
import fc from 'fast-check';
import type { Recurrence } from '../../../src/domain/recurrence';
import { occurrencesOf } from '../../../src/domain/recurrence/expand';
import { withOwnBeginning } from '../../../src/domain/recurrence/ownBeginning';
import { stillToCome } from '../../../src/domain/recurrence/toCome';

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY_MS = 86_400_000;

const series = (change: Partial<Recurrence> = {}): Recurrence => ({
  rule: { frequency: 'weekly', interval: 2, days: ['tuesday'], weekStart: 'sunday' },
  end: { kind: 'count', count: 3 },
  start: '2026-11-24T10:00:00',
  durationMinutes: 30,
  timeZone: 'Europe/Berlin',
  ...change,
});

const toCome = (each: Recurrence) => {
  const rest = stillToCome(each, 'Europe/Berlin', NOW);
  return rest && occurrencesOf(rest, 100);
};

it('keeps the first date, with pattern, end and time of day from Zoom', () => {
  const own = series({ start: '2026-10-27T09:00:00', timeZone: 'W. Europe Standard Time' });
  expect(withOwnBeginning(series(), own, NOW)).toEqual(
    series({ start: '2026-10-27T10:00:00', end: { kind: 'until', date: '2026-12-22' } }),
  );
});

it('keeps the rhythm where Zoom moved it by a week', () => {
  const own = series({ start: '2026-10-20T09:00:00' });
  expect(withOwnBeginning(series(), own, NOW).start).toBe('2026-10-27T10:00:00');
});

it('takes Zoom’s first date where the series was put off as a whole', () => {
  const own = series({ start: '2026-12-01T09:00:00' });
  const putOff = series({ start: '2026-12-15T09:00:00' });
  expect(withOwnBeginning(putOff, own, NOW)).toBe(putOff);
});

it('takes Zoom’s first date where that is the earlier one', () => {
  const own = series({ start: '2026-12-08T10:00:00' });
  const theirs = series();
  expect(withOwnBeginning(theirs, own, NOW)).toBe(theirs);
});

it('keeps what is past of a series that Zoom ended', () => {
  const own = series({ start: '2026-10-13T09:00:00' });
  const ended = series({ start: '2026-11-10T09:00:00', end: { kind: 'count', count: 1 } });
  expect(withOwnBeginning(ended, own, NOW)).toMatchObject({
    start: '2026-10-13T09:00:00',
    end: { kind: 'until', date: '2026-11-10' },
  });
});

it('never makes another occurrence to come than Zoom has, nor a later beginning', () => {
  fc.assert(
    fc.property(
      fc.record({
        daily: fc.boolean(),
        interval: fc.integer({ min: 1, max: 12 }),
        count: fc.integer({ min: 1, max: 50 }),
        theirs: fc.integer({ min: -40, max: 40 }),
        own: fc.integer({ min: -400, max: 40 }),
      }),
      ({ daily, interval, count, theirs: theirDay, own: ownDay }) => {
        const dateOf = (day: number) => new Date(NOW + day * DAY_MS).toISOString().slice(0, 10);
        const rule = daily ? ({ frequency: 'daily', interval } as const) : { ...series().rule, interval };
        const theirs = series({ rule, start: `${dateOf(theirDay)}T10:00:00`, end: { kind: 'count', count } });
        const kept = withOwnBeginning(theirs, series({ start: `${dateOf(ownDay)}T09:00:00` }), NOW);
        expect(toCome(kept)).toEqual(toCome(theirs));
        expect((occurrencesOf(kept, 1)[0] ?? '') <= (occurrencesOf(theirs, 1)[0] ?? '')).toBe(true);
      },
    ),
  );
});
