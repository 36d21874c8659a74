/**
 * What a task that is over means for the links. Pure.
 *
 * The agreed state of a side becomes what the side answered, so that its echo says nothing new; but only in what the
 * task wrote. Where the answer differs in anything else, somebody else changed that in the meantime: it stays as it was
 * seen, and is looked at again.
 */
import type { Task } from '../actions';
import type { Due, Settled } from '../journal';
import type {
  AppointmentFacts,
  AppointmentItem,
  Deviation,
  Link,
  MeetingFacts,
  MeetingItem,
  Times,
} from '../model';
import type { MeetingPatch, OccurrencePatch } from '../ports';
import { endsAt } from '../ends';
import { isSame } from '../same';
import type { Observed } from './seen';
import { appointmentFieldsOf, isMeeting, madeMeeting, meetingFieldsOf, toSend } from './steps';
import type { Answers } from './steps';

/** One half of a link once a task is over. */
interface Half<Item, Facts> {
  readonly item: Item;
  readonly facts: Facts;
  readonly isWritten: boolean;
  /** Something else of it changed as well. */
  readonly isMoved: boolean;
}

/** @param now UTC milliseconds */
export function settledBy(task: Task, answers: Answers, observed: Observed, now: number): Settled {
  const { outcome, copies = [], forgetCopies = [] } = task;
  const { link } = observed;
  const base = { copies, copiesGone: forgetCopies };
  if (outcome.kind === 'unlinked') return { ...base, unlinked: [link?.meetingId ?? task.key] };
  const meeting = meetingHalf(task, answers);
  const facts = meeting?.facts ?? link?.meeting;
  if (!facts) return base;
  const keepMeeting = outcome.kind === 'linked' ? outcome.keep?.meeting : undefined;
  const agreed: MeetingFacts = { ...facts, ...keepMeeting };
  const ofMeeting = {
    meetingId: meeting?.item.id ?? link?.meetingId ?? task.key,
    kind: meeting?.item.kind ?? link?.kind ?? 'meeting',
    madeHere: meeting?.item.madeHere ?? link?.madeHere ?? false,
    hostedByMe: meeting?.item.hostedByMe ?? link?.hostedByMe ?? true,
    meeting: agreed,
    meetingVersion: meeting ? versionOf(meeting) : (link?.meetingVersion ?? null),
    meetingRow: rowOf(meeting, observed),
    endsAt: endsAt(facts.times),
    readAt: meeting?.isWritten ? now : (observed.meetingReadAt ?? link?.readAt ?? now),
  };
  if (outcome.kind === 'without-appointment') {
    const none = { appointmentId: null, appointment: null, appointmentVersion: null };
    const next: Link = { ...ofMeeting, ...none, origin: link?.origin ?? 'adopted' };
    return { ...base, links: [next], due: dueAgain(next, meeting?.isMoved === true, now) };
  }
  const appointment = appointmentHalf(task, answers);
  const appointmentId = appointment?.item.id ?? link?.appointmentId ?? null;
  const shown = appointment?.facts ?? link?.appointment ?? null;
  const next: Link = {
    ...ofMeeting,
    origin: outcome.link.origin,
    appointmentId,
    appointment: shown && { ...shown, ...outcome.keep?.appointment },
    appointmentVersion: appointment
      ? (versionOf(appointment) ?? appointmentRowOf(appointment, observed))
      : (link?.appointmentVersion ?? null),
  };
  const isMoved = meeting?.isMoved === true || appointment?.isMoved === true;
  // An appointment that is linked is none that is left alone.
  const copiesGone = appointmentId === null ? forgetCopies : [...new Set([...forgetCopies, appointmentId])];
  return { ...base, copiesGone, links: [next], due: dueAgain(next, isMoved, now) };
}

/** To look at again at once; no failure. */
export const lookAgain = (side: Due['side'], id: string, notBefore: number): Due => ({
  side,
  id,
  notBefore,
  failures: 0,
  problem: null,
});

const dueAgain = ({ meetingId }: Link, isMoved: boolean, now: number): Due[] =>
  isMoved ? [lookAgain('meeting', meetingId, now)] : [];

const versionOf = <Item extends { readonly version: string | null }>({
  item,
  isMoved,
}: Half<Item, unknown>) => (isMoved ? null : item.version);

/** What the list says of it next time, as far as that can be known: nothing of one that was written. */
function rowOf(
  half: Half<MeetingItem, MeetingFacts> | undefined,
  { link, meetingRow }: Observed,
): string | null {
  if (!half) return link?.meetingRow ?? null;
  if (half.isWritten || half.isMoved) return null;
  if (meetingRow !== undefined) return meetingRow;
  // What a row shows may have moved after the list was read.
  const { options: _, ...listed } = half.facts;
  const { options: _before, ...before } = link?.meeting ?? half.facts;
  return link && isSame(listed, before) ? link.meetingRow : null;
}

const appointmentRowOf = (
  { item, isWritten, isMoved }: Half<AppointmentItem, AppointmentFacts>,
  { appointmentRows }: Observed,
): string | null => (isWritten || isMoved ? null : (appointmentRows.get(item.id) ?? null));

function meetingHalf(task: Task, answers: Answers): Half<MeetingItem, MeetingFacts> | undefined {
  const made = madeMeeting(task, answers);
  const seen = 'meeting' in task.outcome ? task.outcome.meeting : undefined;
  let half = start<MeetingItem, MeetingFacts>(made ?? seen, made !== undefined);
  task.steps.forEach((step, index) => {
    const answer = answers[index];
    if (step.kind !== 'update-meeting' || !answer || !isMeeting(answer)) return;
    half = written<MeetingItem, MeetingFacts>(half, answer, meetingFieldsOf(step.patch), step.patch);
  });
  return half;
}

function appointmentHalf(task: Task, answers: Answers): Half<AppointmentItem, AppointmentFacts> | undefined {
  const seen = 'appointment' in task.outcome ? task.outcome.appointment : undefined;
  let half = start<AppointmentItem, AppointmentFacts>(seen, false);
  task.steps.forEach((step, index) => {
    const answer = answers[index];
    if (!answer || isMeeting(answer)) return;
    if (step.kind === 'create-appointment') half = start<AppointmentItem, AppointmentFacts>(answer, true);
    const sent = toSend(task, step, answers, true);
    if (sent?.to !== 'appointment' || sent.verb !== 'update') return;
    half = written<AppointmentItem, AppointmentFacts>(
      half,
      answer,
      appointmentFieldsOf(sent.patch),
      sent.patch,
    );
  });
  return half;
}

const start = <Item extends { readonly facts: Facts }, Facts>(
  item: Item | undefined,
  isWritten: boolean,
): Half<Item, Facts> | undefined => item && { item, facts: item.facts, isWritten, isMoved: false };

/** What was seen with the fields, and the occurrences, that were written as they were answered. */
function written<Item extends { readonly facts: Facts }, Facts extends { times: Times }>(
  before: Half<Item, Facts> | undefined,
  item: Item,
  fields: readonly (keyof Facts)[],
  { occurrences }: Pick<MeetingPatch, 'occurrences'>,
): Half<Item, Facts> {
  if (!before) return { item, facts: item.facts, isWritten: true, isMoved: false };
  const facts: Facts = { ...before.facts };
  for (const field of fields) facts[field] = item.facts[field];
  if (occurrences) facts.times = withAnswered(facts.times, item.facts.times, occurrences);
  const isMoved = before.isMoved || !isSame(facts, item.facts);
  return { item, facts, isWritten: true, isMoved };
}

/** The series as it was seen, with those of its occurrences that were written as they were answered. */
function withAnswered(seen: Times, answered: Times, patches: readonly OccurrencePatch[]): Times {
  if (seen.kind !== 'series' || answered.kind !== 'series') return seen;
  const asked = new Set(patches.map(({ original }) => Date.parse(original)));
  const isAsked = ({ original }: Deviation): boolean => asked.has(Date.parse(original));
  const deviations = [
    ...seen.deviations.filter((each) => !isAsked(each)),
    ...answered.deviations.filter(isAsked),
  ].sort((a, b) => Date.parse(a.original) - Date.parse(b.original));
  return { ...seen, deviations };
}
