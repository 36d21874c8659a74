/**
 * What a plan has no task for, so that it is not looked at again and again: what has a link is marked with what the
 * lists say of it now, what has none is left alone for a while.
 */
import type { Plan } from '../actions';
import type { Due } from '../journal';
import type { Link } from '../model';
import type { Sighting } from '../situation';
import { markOf } from './changes';
import { beginsAt } from '../ends';
import type { Looked } from './look';
import { MISSING } from './memory';
import type { Run } from './run';
import { remarked } from './seen';
import type { Observed } from './seen';
import { lookAgain } from './settled';
import { subjectsOf } from './steps';
import type { Target } from './work';

/** Sightings that no task is about. */
export function idleOf({ tasks }: Pick<Plan, 'tasks'>, sightings: readonly Sighting[]): readonly Sighting[] {
  const subjects = tasks.map((task) => subjectsOf(task));
  const meetings = new Set(subjects.flatMap(({ meeting }) => [...meeting]));
  const appointments = new Set(subjects.flatMap(({ appointment }) => [...appointment]));
  return sightings.filter(
    (each) => !meetings.has(each.meetingId) && !each.appointments.some(({ id }) => appointments.has(id)),
  );
}

/** Links with their new marks, and meetings whose time is still to come. */
export function settledIdle(
  { settings, now }: Pick<Run, 'settings' | 'now'>,
  idle: readonly Sighting[],
  observed: Looked['observed'],
): { readonly links: readonly Link[]; readonly due: readonly Due[] } {
  const links: Link[] = [];
  const due: Due[] = [];
  for (const sighting of idle) {
    const of = observed.get(sighting.meetingId);
    const link = of && remarked(sighting, of);
    if (link) links.push(link);
    const { meeting, meetingId } = sighting;
    if (sighting.link || typeof meeting === 'string') continue;
    const begins = beginsAt(meeting.facts.times);
    const comes = begins === null ? undefined : begins - settings.futureMs;
    if (comes !== undefined && comes > now()) due.push(lookAgain('meeting', meetingId, comes));
  }
  return { links, due };
}

/** @param until UTC milliseconds */
export function leaveAlone(
  { memory }: Pick<Run, 'memory'>,
  { meetingId, meeting, appointments }: Sighting,
  observed: Observed,
  until: number,
): void {
  if (typeof meeting !== 'string') {
    memory.leaveAlone('meeting', meetingId, { mark: observed.meetingRow ?? markOf(meeting), until });
  }
  for (const item of appointments) {
    const mark = observed.appointmentRows.get(item.id) ?? markOf(item);
    memory.leaveAlone('appointment', item.id, { mark, until, meetingId });
  }
}

/** Known, asked for because a list named it no more, and still nothing was to be done about it. */
export function leaveMissing(
  { memory }: Pick<Run, 'memory'>,
  missing: readonly Target[],
  until: number,
): void {
  for (const { side, id } of missing) memory.leaveAlone(side, id, { mark: MISSING, until });
}
