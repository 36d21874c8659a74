/** A task on its way: which step is next, what was answered so far, and what is to be looked at when it cannot go on. */
import type { Step, Task } from '../actions';
import type { Due, Unfinished } from '../journal';
import type { AppointmentItem, Link, MeetingItem } from '../model';
import type { Sighting } from '../situation';
import type { Observed } from './seen';
import { subjectsOf } from './steps';

export interface Work {
  task: Task;
  /** Undefined until the journal knows it. */
  taskId: number | undefined;
  step: number;
  answers: (MeetingItem | AppointmentItem | null)[];
  observed: Observed;
  /** How often this step was tried without an answer that settles it. */
  tries: number;
  /** How often it was planned anew because something moved. */
  readonly replans: number;
  /** What has to be looked at again where it does not come to its end. */
  readonly targets: readonly Target[];
  /** What it was planned on; undefined of one that an earlier run left behind. */
  readonly sighting?: Sighting;
}

export type Target = Pick<Due, 'side' | 'id'>;

export function workOf(task: Task, sighting: Sighting, observed: Observed, replans = 0): Work {
  const isItsOwn = task.key === sighting.meetingId;
  return {
    task,
    taskId: undefined,
    step: 0,
    answers: [],
    observed: isItsOwn ? observed : { ...observed, link: undefined },
    tries: 0,
    replans,
    targets: targetsOf(sighting),
    sighting,
  };
}

/** The meeting, and what carries it that no link leads to. */
export const targetsOf = ({ meetingId, link, appointments }: Sighting): readonly Target[] => [
  { side: 'meeting', id: meetingId },
  ...appointments.flatMap(({ id }) =>
    id === link?.appointmentId ? [] : [{ side: 'appointment' as const, id }],
  ),
];

/** One that an earlier run left behind: what it was planned on may be long ago. */
export function workLeft({ taskId, task, step, answers }: Unfinished, link: Link | undefined): Work {
  const subjects = subjectsOf(task, answers);
  const targets: Target[] = [
    ...[...subjects.meeting].map((id) => ({ side: 'meeting' as const, id })),
    ...[...subjects.appointment].map((id) => ({ side: 'appointment' as const, id })),
  ];
  return {
    task,
    taskId,
    step,
    answers: [...answers],
    observed: { link, meetingRow: undefined, meetingReadAt: undefined, appointmentRows: new Map(), at: 0 },
    tries: 0,
    replans: 0,
    targets,
  };
}

export const stepOf = ({ task, step }: Work): Step | undefined => task.steps[step];

/** It made something that nobody would know of if it were given up. */
export const hasMade = ({ task, step }: Work): boolean =>
  task.steps.slice(0, step).some(({ kind }) => kind === 'create-meeting' || kind === 'create-appointment');

export const keyOf = ({ side, id }: Target): string => `${side} ${id}`;
