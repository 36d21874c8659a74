/** Carries a plan out on two ideal sides, which take everything as it is said and answer at once. */
import type { Plan, Task } from '../../../src/sync/actions';
import type {
  AppointmentFacts,
  AppointmentItem,
  Link,
  MeetingFacts,
  MeetingItem,
  Times,
} from '../../../src/sync/model';
import type { AppointmentPatch, MeetingPatch, OccurrencePatch } from '../../../src/sync/ports';
import type { Sighting, Situation } from '../../../src/sync/situation';
import { linkOf, meeting, situation } from './support';

/** @returns what everybody would see then, were everything looked at */
export function carriedOut(before: Situation, { tasks }: Plan): Situation {
  const seen = new Map(before.sightings.map((each) => [each.meetingId, each]));
  const done = tasks.flatMap((task) => doTask(task, seen.get(task.key)));
  const given = new Set(done.flatMap(({ given: id }) => id ?? []));
  const after = before.sightings.map((sighting): Sighting => {
    const task = tasks.find(({ key }) => key === sighting.meetingId);
    const end = done.find(({ key }) => key === sighting.meetingId);
    const copies = [...sighting.copies, ...(task?.copies ?? [])].filter(
      ({ appointmentId }) => !task?.forgetCopies?.includes(appointmentId) && !given.has(appointmentId),
    );
    const link = task ? end?.link : sighting.link;
    const written = end?.appointment;
    const appointments = sighting.appointments
      .map((item) => (item.id === written?.id ? written : item))
      .filter(({ id }) => !given.has(id) && !end?.gone.includes(id));
    if (written && !appointments.some(({ id }) => id === written.id) && link) appointments.push(written);
    return {
      ...sighting,
      link,
      meeting: end?.meeting ?? sighting.meeting,
      appointments,
      linked: link?.appointmentId == null ? 'none' : 'seen',
      copies,
      copiesGone: [],
    };
  });
  const made = done
    .filter(({ key }) => !seen.has(key))
    .map(({ key, link, meeting: its, appointment }): Sighting => ({
      meetingId: link?.meetingId ?? key,
      link,
      meeting: its ?? 'unread',
      appointments: appointment ? [appointment] : [],
      linked: 'seen',
      copies: [],
      copiesGone: [],
    }));
  return situation([...after, ...made], { now: before.now, settings: before.settings, can: before.can });
}

interface Done {
  readonly key: string;
  readonly link: Link | undefined;
  readonly meeting: MeetingItem | 'gone' | undefined;
  readonly appointment: AppointmentItem | undefined;
  readonly gone: readonly string[];
  /** The appointment that was given another meeting. */
  readonly given?: string;
}

function doTask(task: Task, sighting: Sighting | undefined): Done {
  const { outcome } = task;
  let its: MeetingItem | 'gone' | undefined = 'meeting' in outcome ? outcome.meeting : undefined;
  let item: AppointmentItem | undefined = 'appointment' in outcome ? outcome.appointment : undefined;
  const gone: string[] = [];
  let given: string | undefined;
  for (const step of task.steps) {
    switch (step.kind) {
      case 'create-meeting': {
        const id = `9${task.key.replace(/\D/g, '').slice(-10).padStart(10, '0')}`;
        its = meeting({ topic: step.draft.topic, times: step.draft.times }, { id, madeHere: true });
        break;
      }
      case 'update-meeting':
        if (its && its !== 'gone') its = { ...its, facts: patchedMeeting(its.facts, step.patch) };
        break;
      case 'delete-meeting':
        its = 'gone';
        break;
      case 'create-appointment': {
        const { meetingId, subject, times, details } = step.draft;
        const facts: AppointmentFacts = { subject, times, shown: details, location: 'join' };
        item = {
          id: `made-${meetingId}`,
          version: 'v1',
          meetingId,
          foundBy: 'property',
          madeFor: 'this',
          facts,
        };
        break;
      }
      case 'give-meeting':
        if (item && its && its !== 'gone') {
          given = item.id;
          const facts = { ...item.facts, shown: its.facts.details };
          item = { ...item, meetingId: its.id, madeFor: 'this', version: 'given', facts };
        }
        break;
      case 'update-appointment':
        if (step.patch.details === null) gone.push(step.patch.id);
        if (item) item = { ...item, version: 'written', facts: patchedAppointment(item.facts, step.patch) };
        break;
      case 'delete-appointment':
        gone.push(step.expected.id);
        break;
    }
  }
  return {
    key: task.key,
    link: linkAfter(task, its, item, sighting),
    meeting: its,
    appointment: item,
    gone,
    ...(given ? { given } : {}),
  };
}

function linkAfter(
  { outcome }: Task,
  its: MeetingItem | 'gone' | undefined,
  item: AppointmentItem | undefined,
  sighting: Sighting | undefined,
): Link | undefined {
  if (outcome.kind === 'unlinked' || !its || its === 'gone') return undefined;
  if (outcome.kind === 'without-appointment') {
    return linkOf(its, undefined, { origin: sighting?.link?.origin ?? 'adopted' });
  }
  if (!item) return undefined;
  const keep = outcome.keep?.appointment;
  return linkOf(its, item, { origin: outcome.link.origin, appointment: { ...item.facts, ...keep } });
}

const patchedMeeting = (facts: MeetingFacts, { topic, times, occurrences }: MeetingPatch): MeetingFacts => ({
  ...facts,
  ...(topic === undefined ? {} : { topic }),
  times: withOccurrences(times ?? facts.times, occurrences),
});

const patchedAppointment = (facts: AppointmentFacts, patch: AppointmentPatch): AppointmentFacts => ({
  ...facts,
  ...(patch.subject === undefined ? {} : { subject: patch.subject }),
  ...(patch.details ? { shown: patch.details } : {}),
  times: withOccurrences(patch.times ?? facts.times, patch.occurrences),
});

function withOccurrences(times: Times, patches: readonly OccurrencePatch[] | undefined): Times {
  if (!patches || times.kind !== 'series') return times;
  const touched = new Set(patches.map(({ original }) => Date.parse(original)));
  const deviations = times.deviations.filter(({ original }) => !touched.has(Date.parse(original)));
  for (const patch of patches) if (patch.kind !== 'as-series') deviations.push(patch);
  return { ...times, deviations: deviations.sort((a, b) => (a.original < b.original ? -1 : 1)) };
}
