/** What a step is, and what is sent for it. Pure. */
import type { SideName, Step, Task } from '../actions';
import type {
  AppointmentFacts,
  AppointmentItem,
  Deviation,
  MeetingFacts,
  MeetingItem,
  Times,
} from '../model';
import type {
  AppointmentDraft,
  AppointmentPatch,
  Expected,
  MeetingDraft,
  MeetingPatch,
  OccurrencePatch,
} from '../ports';

export type Verb = 'create' | 'update' | 'remove';
/** What the steps so far answered; null for a removal. */
export type Answers = readonly (MeetingItem | AppointmentItem | null)[];

export const sideOf = ({ kind }: Step): SideName =>
  kind === 'create-meeting' || kind === 'update-meeting' || kind === 'delete-meeting'
    ? 'meeting'
    : 'appointment';

export function verbOf({ kind }: Step): Verb {
  if (kind === 'create-meeting' || kind === 'create-appointment') return 'create';
  return kind === 'delete-meeting' || kind === 'delete-appointment' ? 'remove' : 'update';
}

/** The item that it writes, and the version on which it was decided; undefined for one that it makes. */
export function writes(step: Step): Expected | undefined {
  if ('patch' in step) return step.patch;
  return 'expected' in step ? step.expected : undefined;
}

export const isMeeting = (item: MeetingItem | AppointmentItem): item is MeetingItem => 'hostedByMe' in item;

/** The meeting that an earlier step of the task made. */
export function madeMeeting({ steps }: Task, answers: Answers): MeetingItem | undefined {
  const at = steps.findIndex(({ kind }) => kind === 'create-meeting');
  const made = at < 0 ? undefined : answers[at];
  return made && isMeeting(made) ? made : undefined;
}

/** As an earlier step of the task left it, or else as it was decided on. */
function expected({ id, version }: Expected, answers: Answers, hasVersions: boolean): Expected {
  const last = answers.findLast((answer) => answer?.id === id);
  return { id, version: hasVersions ? (last ?? { version }).version : null };
}

export type Sent =
  | { readonly to: 'meeting'; readonly verb: 'create'; readonly draft: MeetingDraft }
  | { readonly to: 'meeting'; readonly verb: 'update'; readonly patch: MeetingPatch }
  | { readonly to: 'appointment'; readonly verb: 'create'; readonly draft: AppointmentDraft }
  | { readonly to: 'appointment'; readonly verb: 'update'; readonly patch: AppointmentPatch }
  | { readonly to: SideName; readonly verb: 'remove'; readonly expected: Expected };

/** Undefined where an earlier step did not make what it needs. */
export function toSend(task: Task, step: Step, answers: Answers, hasVersions: boolean): Sent | undefined {
  const made = madeMeeting(task, answers);
  switch (step.kind) {
    case 'create-meeting':
      return { to: 'meeting', verb: 'create', draft: step.draft };
    case 'update-meeting':
      return {
        to: 'meeting',
        verb: 'update',
        patch: { ...step.patch, ...expected(step.patch, answers, hasVersions) },
      };
    case 'create-appointment': {
      const draft = made ? { ...step.draft, meetingId: made.id, details: made.facts.details } : step.draft;
      return { to: 'appointment', verb: 'create', draft };
    }
    case 'update-appointment':
      return {
        to: 'appointment',
        verb: 'update',
        patch: { ...step.patch, ...expected(step.patch, answers, hasVersions) },
      };
    case 'give-meeting': {
      if (!made) return undefined;
      const { id: meetingId, facts } = made;
      const patch = { ...expected(step.expected, answers, hasVersions), meetingId, details: facts.details };
      return { to: 'appointment', verb: 'update', patch };
    }
    case 'delete-meeting':
    case 'delete-appointment':
      return { to: sideOf(step), verb: 'remove', expected: expected(step.expected, answers, hasVersions) };
  }
}

/** A meeting's facts with a patch, if the side took it word for word. */
export const patchedMeeting = (
  facts: MeetingFacts,
  { topic, times, occurrences }: MeetingPatch,
): MeetingFacts => ({
  ...facts,
  ...(topic === undefined ? {} : { topic }),
  times: patchedTimes(facts.times, times, occurrences),
});

export function patchedAppointment(facts: AppointmentFacts, patch: AppointmentPatch): AppointmentFacts {
  const { subject, times, occurrences, details } = patch;
  const own = facts.location === 'own';
  return {
    ...facts,
    ...(subject === undefined ? {} : { subject }),
    times: patchedTimes(facts.times, times, occurrences),
    ...(details === undefined ? {} : { shown: details }),
    ...(details === undefined || own ? {} : { location: details === null ? 'none' : 'join' }),
  };
}

function patchedTimes(
  present: Times,
  times: Times | undefined,
  occurrences: readonly OccurrencePatch[] | undefined,
): Times {
  if (times) return times;
  if (!occurrences || present.kind !== 'series') return present;
  const deviations = new Map<string, Deviation>(present.deviations.map((each) => [each.original, each]));
  for (const patch of occurrences) {
    if (patch.kind === 'as-series') deviations.delete(patch.original);
    else deviations.set(patch.original, patch);
  }
  const sorted = [...deviations.values()].sort((a, b) => (a.original < b.original ? -1 : 1));
  return { ...present, deviations: sorted };
}

/** The fields that a patch may change; what else moved with them somebody else did. Occurrences are a matter apart. */
export const meetingFieldsOf = ({ topic, times }: MeetingPatch): readonly (keyof MeetingFacts)[] => [
  ...(topic === undefined ? [] : (['topic'] as const)),
  ...(times ? (['times'] as const) : []),
];

export const appointmentFieldsOf = (patch: AppointmentPatch): readonly (keyof AppointmentFacts)[] => [
  ...(patch.subject === undefined ? [] : (['subject'] as const)),
  ...(patch.times ? (['times'] as const) : []),
  ...(patch.details === undefined ? [] : (['shown', 'location'] as const)),
];

/** Everything that a task is about: what it observed, what it writes, what it made. */
export function subjectsOf(task: Task, answers: Answers = []): Record<SideName, Set<string>> {
  const meeting = new Set<string>();
  const appointment = new Set<string>();
  for (const step of task.steps) {
    const written = writes(step);
    if (written) (sideOf(step) === 'meeting' ? meeting : appointment).add(written.id);
    if (step.kind === 'create-appointment') meeting.add(step.draft.meetingId);
  }
  const { outcome } = task;
  if ('meeting' in outcome && outcome.meeting) meeting.add(outcome.meeting.id);
  if ('appointment' in outcome && outcome.appointment) appointment.add(outcome.appointment.id);
  for (const answer of answers) {
    if (answer) (isMeeting(answer) ? meeting : appointment).add(answer.id);
  }
  if (!task.steps.some(({ kind }) => kind === 'create-meeting')) meeting.add(task.key);
  return { meeting, appointment };
}
