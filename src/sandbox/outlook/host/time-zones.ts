/**
 * Windows zone names, and the offsets of a zone over the years as Office.js wants them.
 */
import { Temporal } from 'temporal-polyfill';
import { findIana } from 'windows-iana';

/** The IANA name for a Windows zone name; UTC for one that nobody knows. */
export function ianaName(windowsName: string): string {
  return findIana(windowsName)[0] ?? 'UTC';
}

/** Whether Windows has a zone of this name. */
export function isWindowsZone(name: string): boolean {
  return findIana(name).length > 0;
}

/** Minutes that a zone is ahead of UTC at an instant. */
export function offsetAt(instant: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
}

export interface OffsetRange {
  readonly start: number;
  readonly end: number;
  /** Minutes ahead of UTC. */
  readonly offset: number;
}

/** The zone's offsets between two instants, one range for each time between two changes of the clocks. */
export function offsetRanges(zone: string, from: number, to: number): OffsetRange[] {
  const ranges: OffsetRange[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    const end = next && next.epochMilliseconds < to ? next.epochMilliseconds : to;
    ranges.push({ start: at.epochMilliseconds, end, offset: at.offsetNanoseconds / 60e9 });
    if (!next || end === to) return ranges;
    at = next;
  }
}
