/**
 * What a deletion on one side does to the other. Loss of what is a person's weighs more than something stale: whatever
 * was changed since both agreed, whatever is past, somebody else's, or carried by others as well, is not deleted.
 */
import type { Reason, RuleCode, Step, Task } from '../actions';
import { endsAt } from '../ends';
import { isSame } from '../same';
import type { AppointmentItem, Link, MeetingItem, Times } from '../model';
import { isUnderstood, sameAsBefore } from './compare';
import { titleOf } from './words';

/** The meeting is gone. `appointment`: as it was seen, or that nothing says it moved, or that it is gone too. */
export function meetingGone(
  link: Link,
  appointment: AppointmentItem | 'unread' | 'gone',
  forgetCopies: readonly string[],
  now: number,
): Task {
  const seen = typeof appointment === 'string' ? undefined : appointment;
  const { rule, steps } = forAppointment(link, appointment, now);
  return {
    key: link.meetingId,
    title: titleOf(seen?.facts ?? link.appointment, link.meeting),
    reasons: [{ rule }],
    steps,
    outcome: { kind: 'unlinked' },
    ...(forgetCopies.length > 0 ? { forgetCopies } : {}),
  };
}

function forAppointment(
  link: Link,
  appointment: AppointmentItem | 'unread' | 'gone',
  now: number,
): { readonly rule: RuleCode; readonly steps: readonly Step[] } {
  const { appointmentId } = link;
  if (appointment === 'gone' || appointmentId === null) return { rule: 'both-gone', steps: [] };
  if (!link.hostedByMe) return { rule: 'not-ours-to-change', steps: [] };
  if (isOver(link.meeting.times, now)) return { rule: 'meeting-expired', steps: [] };
  const version = appointment === 'unread' ? link.appointmentVersion : appointment.version;
  const id = appointmentId;
  const takeOff: readonly Step[] = [{ kind: 'update-appointment', patch: { id, version, details: null } }];
  // A meeting for any time expires a year after its last use: nothing tells that from a deletion.
  const mayHaveExpired = link.meeting.times.kind === 'no-fixed-time';
  if (link.origin !== 'appointment-made' || mayHaveExpired) {
    return { rule: 'meeting-deleted-appointment-theirs', steps: takeOff };
  }
  if (!isAppointmentAsAgreed(link, appointment)) {
    return { rule: 'meeting-deleted-appointment-changed', steps: takeOff };
  }
  return {
    rule: 'meeting-deleted-appointment-ours',
    steps: [{ kind: 'delete-appointment', expected: { id, version } }],
  };
}

/** A version that nobody knows may stand for anything. */
function isAppointmentAsAgreed(link: Link, appointment: AppointmentItem | 'unread'): boolean {
  if (appointment === 'unread') return link.appointmentVersion !== null;
  const { version, facts } = appointment;
  return isSame(facts, link.appointment) && (version === null || version === link.appointmentVersion);
}

/** The appointment is gone, and nothing else carries the meeting. */
export function appointmentGone(
  link: Link,
  meeting: MeetingItem,
  forgetCopies: readonly string[],
  now: number,
): Task {
  const task = {
    key: link.meetingId,
    title: titleOf(link.appointment, meeting.facts),
    ...(forgetCopies.length > 0 ? { forgetCopies } : {}),
  };
  const because = keptBecause(link, meeting, now);
  if (because) {
    const reasons: readonly Reason[] = [{ rule: because }];
    return { ...task, reasons, steps: [], outcome: { kind: 'without-appointment', meeting } };
  }
  const { id, version } = meeting;
  return {
    ...task,
    reasons: [{ rule: 'appointment-deleted-meeting-ours' }],
    steps: [{ kind: 'delete-meeting', expected: { id, version } }],
    outcome: { kind: 'unlinked' },
  };
}

/** Undefined: it is deleted as well. */
function keptBecause(link: Link, meeting: MeetingItem, now: number): RuleCode | undefined {
  if (meeting.kind === 'webinar') return 'appointment-deleted-webinar';
  if (!meeting.hostedByMe || !meeting.madeHere) return 'appointment-deleted-meeting-theirs';
  if (isOver(meeting.facts.times, now)) return 'past-stays';
  return isMeetingAsAgreed(link, meeting, now) ? undefined : 'appointment-deleted-meeting-changed';
}

function isMeetingAsAgreed(link: Link, { facts }: MeetingItem, now: number): boolean {
  const { times, ...rest } = facts;
  const { times: before, ...restBefore } = link.meeting;
  if (!isSame(rest, restBefore)) return false;
  if (isSame(times, before)) return true;
  return (
    isUnderstood(times) &&
    isUnderstood(before) &&
    sameAsBefore(times, before, now) &&
    isSame(deviationsOf(times), deviationsOf(before))
  );
}

const deviationsOf = (times: Times): unknown => (times.kind === 'series' ? times.deviations : []);

/** Whether the last of it has ended. `now` in UTC milliseconds. */
export function isOver(times: Times, now: number): boolean {
  const end = isUnderstood(times) ? endsAt(times) : null;
  return end !== null && end < now;
}
