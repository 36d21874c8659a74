/** When a meeting is over for good, and when it begins. */
import { lastStartOf } from '../domain/recurrence/toCome';
import { fromWallClock, toIanaTimeZone } from '../domain/timeZone';
import type { Times } from './model';

const MINUTE_MS = 60_000;

/** UTC milliseconds of the last occurrence's end, moved ones included; null: endless, or without fixed time. */
export function endsAt(times: Times): number | null {
  if (times.kind === 'no-fixed-time') return null;
  if (times.kind === 'single') return Date.parse(times.start) + times.durationMinutes * MINUTE_MS;
  const { recurrence, deviations } = times;
  if (recurrence.end.kind === 'never') return null;
  const last = lastStartOf(recurrence) ?? recurrence.start;
  const moved = deviations.flatMap((each) =>
    each.kind === 'moved' ? [Date.parse(each.start) + each.durationMinutes * MINUTE_MS] : [],
  );
  return Math.max(wallMs(last, recurrence.timeZone) + recurrence.durationMinutes * MINUTE_MS, ...moved);
}

/** UTC milliseconds of the first start; null without fixed time. */
export function beginsAt(times: Times): number | null {
  if (times.kind === 'no-fixed-time') return null;
  if (times.kind === 'single') return Date.parse(times.start);
  return wallMs(times.recurrence.start, times.recurrence.timeZone);
}

const wallMs = (wallClock: string, timeZone: string): number =>
  fromWallClock(wallClock, toIanaTimeZone(timeZone) ?? 'UTC');
