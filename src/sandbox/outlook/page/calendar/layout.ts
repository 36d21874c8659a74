/**
 * Where appointments lie in a grid of days: those with a time side by side in their columns, the others in lanes.
 *
 * Pure. Instants are UTC milliseconds; minutes count on the day's clock, so that a day with a change of the
 * clocks keeps its rows.
 */
import type { Appointment } from '../../../../helper/embedded/model';
import { addDays, daysBetween, startOfDay, toLocal } from '../dates';

/** A piece of an appointment within one day. */
export interface TimedBlock {
  readonly appointment: Appointment;
  /** Minutes of the day's clock. */
  readonly from: number;
  readonly to: number;
  /** Which of `columns` places side by side it takes. */
  readonly column: number;
  readonly columns: number;
}

/** A bar in the all-day row, over days counted from the first one shown. */
export interface LaneBar {
  readonly appointment: Appointment;
  readonly firstDay: number;
  readonly days: number;
  readonly lane: number;
}

export interface Layout {
  /** For each day shown. */
  readonly timed: readonly (readonly TimedBlock[])[];
  readonly lanes: readonly LaneBar[];
  readonly laneCount: number;
}

/** Shorter ones are drawn as long as this, so that they can be read and hit, in minutes. */
const shortest = 20;
const dayLength = 1440;
const longAsDay = dayLength * 60_000;

/** Lays out the appointments over days in a row. */
export function layOut(appointments: readonly Appointment[], days: readonly string[], zone: string): Layout {
  const bars = appointments.filter(isBar);
  const blocks = appointments.filter((one) => !isBar(one));
  const lanes = placeBars(bars, days, zone);
  return {
    timed: days.map((day) => placeBlocks(blocks, day, zone)),
    lanes,
    laneCount: lanes.reduce((most, bar) => Math.max(most, bar.lane + 1), 0),
  };
}

function isBar({ allDay, start, end }: Appointment): boolean {
  return allDay || end - start >= longAsDay;
}

function minutesOfDay(instant: number, zone: string): number {
  const [hours = 0, minutes = 0] = toLocal(instant, zone).time.split(':').map(Number);
  return hours * 60 + minutes;
}

function placeBlocks(appointments: readonly Appointment[], day: string, zone: string): TimedBlock[] {
  const opens = startOfDay(day, zone);
  const closes = startOfDay(addDays(day, 1), zone);
  const pieces = appointments
    .filter(({ start, end }) => start < closes && (end > opens || (start === end && start >= opens)))
    .map((appointment) => {
      const from = appointment.start <= opens ? 0 : minutesOfDay(appointment.start, zone);
      const until = appointment.end >= closes ? dayLength : minutesOfDay(appointment.end, zone);
      return { appointment, from, to: Math.min(Math.max(until, from + shortest), dayLength) };
    })
    .sort(
      (one, other) =>
        one.from - other.from || other.to - one.to || compareIds(one.appointment, other.appointment),
    );

  const placed: TimedBlock[] = [];
  let group: { appointment: Appointment; from: number; to: number; column: number }[] = [];
  let groupEnds = 0;
  const closeGroup = () => {
    const columns = group.reduce((most, piece) => Math.max(most, piece.column + 1), 0);
    placed.push(...group.map((piece) => ({ ...piece, columns })));
    group = [];
  };
  for (const piece of pieces) {
    if (piece.from >= groupEnds) closeGroup();
    const taken = new Set(group.filter((other) => other.to > piece.from).map((other) => other.column));
    let column = 0;
    while (taken.has(column)) column += 1;
    group.push({ ...piece, column });
    groupEnds = Math.max(groupEnds, piece.to);
  }
  closeGroup();
  return placed;
}

function placeBars(appointments: readonly Appointment[], days: readonly string[], zone: string): LaneBar[] {
  const [first] = days;
  if (first === undefined) return [];
  const bars: LaneBar[] = [];
  const spans = appointments
    .map((appointment) => {
      const from = daysBetween(first, toLocal(appointment.start, zone).day);
      // The end is exclusive; one that falls on midnight belongs to the day before.
      const lastInstant = Math.max(appointment.end - 1, appointment.start);
      return { appointment, from, to: daysBetween(first, toLocal(lastInstant, zone).day) };
    })
    .filter(({ from, to }) => to >= 0 && from < days.length)
    .map((span) => ({ ...span, from: Math.max(span.from, 0), to: Math.min(span.to, days.length - 1) }))
    .sort(
      (one, other) =>
        one.from - other.from || other.to - one.to || compareIds(one.appointment, other.appointment),
    );
  for (const { appointment, from, to } of spans) {
    const taken = new Set(
      bars.filter((bar) => bar.firstDay + bar.days > from && bar.firstDay <= to).map((bar) => bar.lane),
    );
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    bars.push({ appointment, firstDay: from, days: to - from + 1, lane });
  }
  return bars;
}

/** Stable, also when an item moves to another folder and for occurrences, which share a search key. */
function compareIds(one: Appointment, other: Appointment): number {
  const key = ({ searchKey, originalDate = '' }: Appointment): string => `${searchKey} ${originalDate}`;
  return key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0;
}
