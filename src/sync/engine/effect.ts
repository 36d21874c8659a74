/**
 * Whether a step has happened, told by what is there now. Pure.
 *
 * Only what is word for word what was there before, or that with the step's change, tells it; anything else is
 * `unclear`, and is planned anew from the state that was last agreed: whichever of the two it was, nothing is lost then.
 */
import type { Step, Task } from '../actions';
import type { AppointmentItem, Link, MeetingItem } from '../model';
import { isSame } from '../same';
import { patchedAppointment, patchedMeeting, toSend, verbOf, writes } from './steps';
import type { Answers } from './steps';

export type Effect =
  | { readonly kind: 'done'; readonly answer: MeetingItem | AppointmentItem | null }
  | { readonly kind: 'not-done' }
  | { readonly kind: 'unclear' };

const unclear: Effect = { kind: 'unclear' };

export interface Before {
  readonly task: Task;
  readonly step: Step;
  readonly answers: Answers;
  readonly link: Link | undefined;
}

/** The item as it was before the step: as the steps before left it, as it was seen, or as it was last agreed. */
export function meetingBefore({ task, step, answers, link }: Before): Pick<MeetingItem, 'facts'> | undefined {
  const id = writes(step)?.id;
  const answered = answers.findLast(
    (each): each is MeetingItem => each?.id === id && each !== null && 'hostedByMe' in each,
  );
  if (answered) return answered;
  const { outcome } = task;
  if ('meeting' in outcome && outcome.meeting?.id === id) return outcome.meeting;
  return link?.meetingId === id && link ? { facts: link.meeting } : undefined;
}

export function appointmentBefore({
  task,
  step,
  answers,
  link,
}: Before): Pick<AppointmentItem, 'facts'> | undefined {
  const id = writes(step)?.id;
  const answered = answers.findLast(
    (each): each is AppointmentItem => each?.id === id && each !== null && 'foundBy' in each,
  );
  if (answered) return answered;
  const { outcome } = task;
  if ('appointment' in outcome && outcome.appointment?.id === id) return outcome.appointment;
  return link?.appointment && link.appointmentId === id ? { facts: link.appointment } : undefined;
}

/** Of a step that changes or removes a meeting. `found`: the meeting as it is now. */
export function meetingEffect(before: Before, found: MeetingItem | 'gone'): Effect {
  const { step } = before;
  if (found === 'gone') return verbOf(step) === 'remove' ? { kind: 'done', answer: null } : unclear;
  if (isUntouched(step, found)) return { kind: 'not-done' };
  const was = meetingBefore(before)?.facts;
  if (was && step.kind === 'update-meeting' && isSame(found.facts, patchedMeeting(was, step.patch))) {
    return { kind: 'done', answer: found };
  }
  return was && isSame(found.facts, was) ? { kind: 'not-done' } : unclear;
}

/** Of a step that changes or removes an appointment. */
export function appointmentEffect(before: Before, found: AppointmentItem | 'gone'): Effect {
  const { task, step, answers } = before;
  if (found === 'gone') {
    const isTakenOff = step.kind === 'update-appointment' && step.patch.details === null;
    return verbOf(step) === 'remove' || (isTakenOff && task.outcome.kind !== 'linked')
      ? { kind: 'done', answer: null }
      : unclear;
  }
  if (isUntouched(step, found)) return { kind: 'not-done' };
  const was = appointmentBefore(before)?.facts;
  const sent = toSend(task, step, answers, true);
  if (was && sent?.to === 'appointment' && sent.verb === 'update') {
    const { patch } = sent;
    const carries = patch.meetingId === undefined || found.meetingId === patch.meetingId;
    if (carries && isSame(found.facts, patchedAppointment(was, patch)))
      return { kind: 'done', answer: found };
    if (!carries && isSame(found.facts, was)) return { kind: 'not-done' };
    if (patch.meetingId !== undefined) return unclear;
  }
  return was && isSame(found.facts, was) ? { kind: 'not-done' } : unclear;
}

/** Still the very version that the step was decided on. */
const isUntouched = (step: Step, { version }: MeetingItem | AppointmentItem): boolean =>
  version !== null && version === writes(step)?.version;
