/**
 * What becomes of times that a meeting side is asked for.
 *
 * Zoom's rules: a past start of a new meeting is now, in an update it is ignored; a series is only what Zoom can hold,
 * begins with its first occurrence, and has no first day of the week; no occurrence is moved into the past.
 */
import { DURATION_LIMIT_MINUTES } from '../../../src/domain/meeting';
import type { Recurrence } from '../../../src/domain/recurrence';
import { occurrencesOf } from '../../../src/domain/recurrence/expand';
import { meetingRepeatsFor } from '../../../src/domain/recurrence/zoomLimits';
import { fromWallClock, toWallClock, toZoomTimeZone } from '../../../src/domain/timeZone';
import { toInstant } from '../../../src/domain/wallClock';
import type { Deviation, Times } from '../../../src/sync/model';
import { tidy } from './series';

/** @returns the times as Zoom has them then; undefined where it refuses. `present`: what it has so far. */
export function zoomTimes(wanted: Times, present: Times | undefined, now: number): Times | undefined {
  if (wanted.kind === 'no-fixed-time') return wanted;
  const named = wanted.kind === 'single' ? wanted : wanted.recurrence;
  const timeZone = zoomZone(named.timeZone);
  if (timeZone === undefined || !isLength(named.durationMinutes)) return undefined;
  if (wanted.kind === 'single') {
    return { ...wanted, timeZone, start: toInstant(startFor(Date.parse(wanted.start), present, now)) };
  }
  const { recurrence } = wanted;
  const [first] = occurrencesOf(recurrence, 1);
  if (first === undefined || meetingRepeatsFor(recurrence).repeats.kind !== 'series') return undefined;
  const start = startFor(fromWallClock(first, timeZone), present, now);
  const held: Recurrence = { ...zoomRule(recurrence), timeZone, start: toWallClock(start, timeZone) };
  return zoomOccurrences({ kind: 'series', recurrence: held, deviations: wanted.deviations }, present, now);
}

/** Takes back what moves an occurrence into the past; undefined where a length is none. */
export function zoomOccurrences(
  times: Extract<Times, { kind: 'series' }>,
  present: Times | undefined,
  now: number,
): Times | undefined {
  const before = new Map(
    present?.kind === 'series' ? present.deviations.map((each) => [each.original, each]) : [],
  );
  if (times.deviations.some((each) => each.kind === 'moved' && !isLength(each.durationMinutes))) {
    return undefined;
  }
  const deviations = times.deviations.flatMap((each): readonly Deviation[] => {
    const known = before.get(each.original);
    if (each.kind === 'cancelled' || Date.parse(each.start) >= now) return [each];
    const isAsItWas = known?.kind === 'moved' && known.start === each.start;
    if (isAsItWas) return [each];
    return known === undefined ? [] : [known];
  });
  return tidy({ ...times, deviations });
}

const zones = new Map<string, string | undefined>();

function zoomZone(timeZone: string): string | undefined {
  if (!zones.has(timeZone)) zones.set(timeZone, toZoomTimeZone(timeZone));
  return zones.get(timeZone);
}

const isLength = (minutes: number): boolean => minutes >= 1 && minutes <= DURATION_LIMIT_MINUTES;

function startFor(wanted: number, present: Times | undefined, now: number): number {
  if (wanted >= now) return wanted;
  if (present?.kind === 'single') return Date.parse(present.start);
  if (present?.kind === 'series') return fromWallClock(present.recurrence.start, present.recurrence.timeZone);
  return now;
}

const zoomRule = (recurrence: Recurrence): Recurrence =>
  recurrence.rule.frequency === 'weekly'
    ? { ...recurrence, rule: { ...recurrence.rule, weekStart: 'sunday' } }
    : recurrence;
