/** Looks again at one task's meeting, and plans it anew: something of it was not as it had been seen. */
import type { Link } from '../model';
import { plan } from '../plan';
import type { Situation } from '../situation';
import { createLook } from './look';
import type { Looked } from './look';
import type { Run } from './run';
import { subjectsOf } from './steps';
import { targetsOf, workOf } from './work';
import type { Target, Work } from './work';

export interface Replanned {
  readonly works: readonly Work[];
  readonly unchanged: readonly Link[];
  readonly copiesGone: readonly string[];
  /** Other meetings came into sight. They may be under way at this moment, so they wait. */
  readonly others: readonly Target[];
  /** It cannot be gone on with in this sync: something cannot be read, or should be asked about. */
  readonly isOpen: boolean;
}

export async function replan(run: Run, work: Work): Promise<Replanned> {
  const look = createLook(run);
  for (const { side, id } of work.targets) {
    if (side === 'meeting') look.wantAll(id);
    else look.wantAppointment(id);
  }
  const looked = await look.resolve();
  const own = new Set(work.targets.flatMap(({ side, id }) => (side === 'meeting' ? [id] : [])));
  const sightings = looked.sightings.filter(({ meetingId }) => own.has(meetingId));
  const others = looked.sightings.filter(({ meetingId }) => !own.has(meetingId));
  const { tasks, questions } = plan(situationOf(run, { sightings }));
  const isOpen = looked.failed.length > 0 || questions.length > 0;
  return {
    works: isOpen ? [] : worksOf({ tasks }, looked, work.replans + 1),
    unchanged: looked.unchanged.filter(({ meetingId }) => own.has(meetingId)),
    copiesGone: looked.copiesGone,
    others: others.flatMap(targetsOf),
    isOpen,
  };
}

export const situationOf = (
  run: Run,
  { sightings }: Pick<Looked, 'sightings'>,
  listed: Situation['listed'] = {},
): Situation => ({
  now: run.now(),
  sightings,
  linked: run.journal.countLinks(),
  listed,
  settings: run.settings,
  can: {
    meeting: { occurrences: run.meetings.capabilities.occurrences },
    appointment: { occurrences: run.appointments.capabilities.occurrences },
  },
});

/** Each task with the sighting that it comes from. */
export function worksOf(
  { tasks }: Pick<ReturnType<typeof plan>, 'tasks'>,
  { sightings, observed }: Pick<Looked, 'sightings' | 'observed'>,
  replans = 0,
): readonly Work[] {
  const byMeeting = new Map(sightings.map((sighting) => [sighting.meetingId, sighting]));
  const byAppointment = new Map(
    sightings.flatMap((sighting) => sighting.appointments.map(({ id }) => [id, sighting] as const)),
  );
  return tasks.map((task) => {
    const subjects = subjectsOf(task);
    const sighting =
      byMeeting.get(task.key) ??
      [...subjects.appointment].flatMap((id) => byAppointment.get(id) ?? [])[0] ??
      [...subjects.meeting].flatMap((id) => byMeeting.get(id) ?? [])[0];
    const of = sighting && observed.get(sighting.meetingId);
    if (!of) throw new RangeError(`Nothing was seen of ${task.key}`);
    return workOf(task, sighting, of, replans);
  });
}
