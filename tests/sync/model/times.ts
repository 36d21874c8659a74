/** Times for histories: on half hours from their beginning on, in a zone whose clocks change within them. */
import { toWallClock } from '../../../src/domain/timeZone';
import { toInstant } from '../../../src/domain/wallClock';
import type { Times } from '../../../src/sync/model';
import type { Pattern } from './steps';

export const ZONE = 'Europe/Berlin';
/** A week before clocks go back there. */
export const BEGINNING = Date.parse('2026-10-18T06:00:00Z');
const HALF_AN_HOUR = 30 * 60_000;

export const instantOf = (slot: number): number => BEGINNING + slot * HALF_AN_HOUR;

export const single = (slot: number, durationMinutes: number): Times => ({
  kind: 'single',
  start: toInstant(instantOf(slot)),
  durationMinutes,
  timeZone: ZONE,
});

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

export function series(slot: number, durationMinutes: number, pattern: Pattern): Times {
  const start = toWallClock(instantOf(slot), ZONE);
  const at = new Date(`${start}Z`);
  const day = weekdays[at.getUTCDay()] ?? 'monday';
  const count = (most: number) => ({ kind: 'count', count: most }) as const;
  const date = { kind: 'date', date: at.getUTCDate() } as const;
  const told = { start, durationMinutes, timeZone: ZONE };
  const recurrences = {
    daily: { rule: { frequency: 'daily', interval: 2 }, end: count(6), ...told },
    weekly: {
      rule: { frequency: 'weekly', interval: 1, days: [day], weekStart: 'monday' },
      end: count(5),
      ...told,
    },
    monthly: { rule: { frequency: 'monthly', interval: 1, on: date }, end: count(4), ...told },
    yearly: {
      rule: { frequency: 'yearly', interval: 1, month: at.getUTCMonth() + 1, on: date },
      end: count(3),
      ...told,
    },
    long: { rule: { frequency: 'daily', interval: 1 }, end: { kind: 'never' }, ...told },
  } as const;
  const recurrence = recurrences[pattern];
  const { rule } = recurrence;
  return {
    kind: 'series',
    recurrence: {
      ...recurrence,
      rule: rule.frequency === 'weekly' ? { ...rule, days: [...rule.days] } : rule,
    },
    deviations: [],
  };
}
