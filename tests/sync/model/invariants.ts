/**
 * What must hold of a history's end, whatever happened in it. Each is a sentence about what is wrong, with the items
 * that it is wrong with; none is right.
 */
import { topicFor } from '../../../src/domain/meetingFacts';
import { meetingRepeatsFor } from '../../../src/domain/recurrence/zoomLimits';
import type { AppointmentItem, JoinDetails, Link, MeetingItem, Times } from '../../../src/sync/model';
import { endsAt } from '../../../src/sync/ends';
import { isSame } from '../../../src/sync/same';
import { occurrencesWith } from '../../../src/sync/occurrences';
import { ruleOf } from './world';
import type { World } from './world';

const DAY = 86_400_000;

/** @param links of the meetings that are there, by meeting */
export function faultsOf(world: World, links: ReadonlyMap<string, Link>): string[] {
  return [
    ...world.appointments.violations(),
    ...world.appointments.control.misuses,
    ...world.meetings.control.misuses,
    ...duplicates(world),
    ...losses(world),
    ...overwritten(world),
    ...disagreements(world, links),
  ];
}

/** Never two appointments for one meeting, unless people copied; nor more meetings than there were reasons for. */
function duplicates({ appointments, meetings, ledger }: World): string[] {
  const made = new Map<string, string[]>();
  for (const { id, meetingId } of appointments.carrying())
    if (!ledger.copies.has(id)) made.set(meetingId, [...(made.get(meetingId) ?? []), id]);
  const twice = [...made].filter(
    ([, ids]) => ids.length > 1 && !ids.every((id) => isPeoples(appointments, id)),
  );
  const ours = new Set(meetings.writes.filter(({ kind }) => kind === 'create').map(({ id }) => id));
  const created = meetings.meetings().filter(({ id }) => ours.has(id)).length;
  return [
    ...twice.map(([meetingId, ids]) => `meeting ${meetingId} has the appointments ${ids.join(', ')}`),
    ...(created > ledger.splits ? [`${created} meetings were made for ${ledger.splits} split series`] : []),
  ];
}

const isPeoples = ({ writes }: World['appointments'], id: string): boolean =>
  !writes.some((write) => write.kind === 'create' && write.id === id);

/** Nothing was deleted that the rules do not delete. */
function losses({ appointments, meetings, ledger }: World): string[] {
  const ours = new Set(appointments.writes.filter(({ kind }) => kind === 'create').map(({ id }) => id));
  const removedAppointments = appointments.writes.filter(({ kind }) => kind === 'remove');
  const removedMeetings = meetings.writes.filter(({ kind }) => kind === 'remove');
  const carried = new Set(appointments.carrying().map(({ meetingId }) => meetingId));
  const made = new Set(meetings.writes.filter(({ kind }) => kind === 'create').map(({ id }) => id));
  const hasVersions = appointments.capabilities.versions;
  return [
    ...removedAppointments
      .filter(({ id }) => !ours.has(id))
      .map(({ id }) => `appointment ${id} of a person was deleted`),
    ...removedMeetings
      .filter(({ id }) => carried.has(id))
      .map(({ id }) => `meeting ${id} was deleted beside its appointment`),
    ...removedMeetings
      .filter(({ id }) => ledger.deletedMeetings.has(id) && !ledger.recovered.has(id))
      .map(({ id }) => `meeting ${id} was deleted twice`),
    ...removedMeetings
      .filter(({ id }) => !made.has(id) && !ledger.scheduled.has(id))
      .map(({ id }) => `meeting ${id}, which was not scheduled here, was deleted`),
    ...removedMeetings
      .filter(({ id }) => !made.has(id) && !ledger.givenUp.has(id))
      .map(({ id }) => `meeting ${id} was deleted, though nobody took it off an appointment`),
    ...removedAppointments
      .filter(({ before }) => !ledger.deletedMeetings.has(before?.property?.meetingId ?? ''))
      .map(({ id }) => `appointment ${id} was deleted, though nobody deleted its meeting`),
    ...(hasVersions ? removedAppointments : [])
      .filter(({ id }) => ledger.edited.has(id))
      .map(({ id }) => `appointment ${id} was deleted, though a person had changed it`),
  ];
}

/** The calendar wins: what somebody wrote there last stays, unless somebody changed it in Zoom afterwards. */
function overwritten({ appointments, ledger }: World): string[] {
  // Without versions nothing tells of an edit between a look and a write.
  if (!appointments.capabilities.versions) return [];
  const subjects = [...ledger.lastSubject].flatMap(([id, subject]) => {
    const now = appointments.stored(id)?.subject;
    return now === undefined || now === subject ? [] : [`appointment ${id} was ${subject}, and is ${now}`];
  });
  const times = [...ledger.lastTimes].flatMap(([id, before]) => {
    const now = appointments.stored(id)?.times;
    return now === undefined || isSame(ruleOf(now), ruleOf(before))
      ? []
      : [`appointment ${id} was at ${JSON.stringify(before)}, and is at ${JSON.stringify(now)}`];
  });
  return [...subjects, ...times];
}

/** What is linked agrees, in everything that is still to come and can be said on both sides. */
function disagreements(world: World, links: ReadonlyMap<string, Link>): string[] {
  return world.meetings.meetings().flatMap((meeting) => {
    const link = links.get(meeting.id);
    const appointment = link?.appointmentId ? world.appointments.appointment(link.appointmentId) : undefined;
    if (!appointment || !meeting.hostedByMe) return [];
    // What was over before things became quiet is left alone.
    const isToCome = ({ times }: { readonly times: Times }) => startOf(times) > world.quietSince;
    if (!isToCome(meeting.facts) || !isToCome(appointment.facts)) return [];
    return differences(meeting, appointment, world.clock.now()).map(
      (what) => `meeting ${meeting.id} and appointment ${appointment.id} differ in ${what}`,
    );
  });
}

function differences(meeting: MeetingItem, { facts }: AppointmentItem, now: number): string[] {
  const topic = topicFor(facts.subject).text === topicFor(meeting.facts.topic).text;
  const said = ({ joinUrl, passcode, joinNumber }: JoinDetails): string =>
    [joinUrl, passcode, joinNumber].join(' ');
  const shown = facts.shown === null || said(facts.shown) === said(meeting.facts.details);
  return [
    ...(topic ? [] : [`topic: ${meeting.facts.topic} / ${facts.subject}`]),
    ...(shown ? [] : ['what the invitation says']),
    ...(sameTimes(meeting.facts.times, facts.times, now)
      ? []
      : [`times: ${JSON.stringify(meeting.facts.times)} / ${JSON.stringify(facts.times)}`]),
  ];
}

function sameTimes(meeting: Times, appointment: Times, now: number): boolean {
  if (meeting.kind === 'no-fixed-time') return true;
  if (
    appointment.kind === 'series' &&
    meetingRepeatsFor(appointment.recurrence).repeats.kind === 'no-fixed-time'
  )
    return true;
  return toCome(meeting, now) === toCome(appointment, now);
}

/** Starts and lengths of what is still to come within a year, a day from now on: what is nearer may have begun. */
function toCome(times: Times, now: number): string {
  if (times.kind === 'no-fixed-time') return '';
  const all =
    times.kind === 'single'
      ? [{ start: times.start, durationMinutes: times.durationMinutes }]
      : occurrencesWith(times.recurrence, times.deviations, { from: now, to: now + 365 * DAY });
  return all
    .filter(({ start }) => Date.parse(start) > now + DAY)
    .map(({ start, durationMinutes }) => `${Date.parse(start)} ${durationMinutes}`)
    .join('; ');
}

/** Of a series as long as it goes on, and without fixed time always: as far as those are compared they are to come. */
const startOf = (times: Times): number =>
  times.kind === 'single' ? Date.parse(times.start) : (endsAt(times) ?? Infinity);
