/**
 * What is done about one meeting: which appointment is its one, which are copies, and then the rules that fit.
 *
 * A sighting that contradicts itself (a linked appointment that is said to be seen and is not there) is taken at the
 * harmless side: as unread.
 */
import type { Reason } from '../actions';
import type { AppointmentItem, Copy, Link, MeetingItem } from '../model';
import { originNow } from '../origin';
import type { Sighting, Situation } from '../situation';
import { isSame } from '../same';
import { appointmentGone, meetingGone } from './gone';
import { bringTogether } from './linked';
import type { Decided } from './linked';
import type { Pair } from './pair';
import { inOrderOfFitness } from './pairing';
import { meetingForSecondHalf, secondHalves } from './secondHalf';
import { timesField } from './times';
import { topicField } from './topic';
import { allLeftAlone, meetingAlone } from './unlinked';
import { titleOf } from './words';

const nothing: Decided = { tasks: [], leftAlone: [] };

export function decide(sighting: Sighting, situation: Situation): Decided {
  const { link } = sighting;
  return link ? withLink(sighting, link, situation) : withoutLink(sighting, situation);
}

function withoutLink({ meetingId, meeting, appointments }: Sighting, situation: Situation): Decided {
  if (meeting === 'gone' || meeting === 'unread') {
    return allLeftAlone(meetingId, appointments, { rule: 'appointment-of-unknown-meeting' });
  }
  if (appointments.length === 0) return meetingAlone(meeting, situation);
  if (meeting.kind === 'instant') return allLeftAlone(meetingId, appointments, { rule: 'meeting-instant' });
  // What carries somebody else's meeting in its text alone is that person's invitation.
  const ours = meeting.hostedByMe
    ? appointments
    : appointments.filter(({ foundBy }) => foundBy === 'property');
  const [first] = inOrderOfFitness(ours, meeting, situation.now);
  if (!first) {
    return allLeftAlone(meetingId, appointments, {
      rule: 'not-ours-to-change',
      facts: { field: 'appointment' },
    });
  }
  return linkWith(first, { meeting, appointments, link: undefined, copies: [], gone: [] }, situation, {
    rule: 'adopt-by-mark',
    facts: { by: first.foundBy },
  });
}

/** The meeting as it is known to be: as it was read, or as its link has it. */
interface Present {
  readonly meeting: MeetingItem;
  readonly appointments: readonly AppointmentItem[];
  readonly link: Link | undefined;
  /** Known copies, and those of them that are gone. */
  readonly copies: readonly Copy[];
  readonly gone: readonly string[];
}

function withLink(sighting: Sighting, link: Link, situation: Situation): Decided {
  const { appointments, copies, copiesGone } = sighting;
  const linked = linkedOf(sighting, link);
  const known = copies.map(({ appointmentId }) => appointmentId);
  if (sighting.meeting === 'gone') {
    const state = linked === 'none' ? 'gone' : linked;
    return { tasks: [meetingGone(link, state, known, situation.now)], leftAlone: [] };
  }
  const meeting = sighting.meeting === 'unread' ? meetingOf(link) : sighting.meeting;
  const gone = copiesGone.filter((id) => known.includes(id));
  const present: Present = { meeting, appointments, link, copies, gone };
  if (linked === 'gone' || linked === 'none') return withoutIts(linked, present, situation);
  const its = linked === 'unread' ? appointmentOf(link) : linked;
  return its ? linkWith(its, present, situation) : nothing;
}

/** The link's appointment is gone, or there was none: what else carries the meeting may be its one from now on. */
function withoutIts(why: 'gone' | 'none', present: Present, situation: Situation): Decided {
  const { meeting, appointments, copies, gone } = present;
  const link = present.link;
  if (!link) return nothing;
  const known = new Set(copies.map(({ appointmentId }) => appointmentId));
  const unseen = [...known].filter(
    (id) => !gone.includes(id) && !appointments.some((each) => each.id === id),
  );
  const others = appointments.filter(({ id }) => id !== link.appointmentId);
  const carrying = others.length + unseen.length;
  const [only] = others;
  if (carrying === 1 && only) {
    const rule = why === 'gone' || known.has(only.id) ? 'copy-takes-over' : 'adopt-by-mark';
    return linkWith(only, present, situation, { rule, facts: { by: only.foundBy } });
  }
  const own = why === 'none' ? others.filter(({ madeFor, id }) => madeFor === 'this' && !known.has(id)) : [];
  const [first] = inOrderOfFitness(own, meeting, situation.now);
  if (first)
    return linkWith(first, present, situation, { rule: 'adopt-by-mark', facts: { by: first.foundBy } });
  if (carrying > 0) return shared(why, present, link, carrying);
  if (why === 'gone') {
    return { tasks: [appointmentGone(link, meeting, gone, situation.now)], leftAlone: [] };
  }
  return stayingWithout(present, link, { rule: 'appointment-stays-deleted' }, []);
}

/** Several copies are left, and nothing says which of them the meeting should follow. */
function shared(why: 'gone' | 'none', present: Present, link: Link, carrying: number): Decided {
  const { appointments, copies } = present;
  const known = new Set(copies.map(({ appointmentId }) => appointmentId));
  const found = appointments.filter(({ id }) => id !== link.appointmentId && !known.has(id));
  const fresh = found.map(({ id }) => ({ appointmentId: id, meetingId: link.meetingId }));
  const reason: Reason = { rule: 'copy-shares', facts: { count: carrying } };
  const decided = stayingWithout(present, link, reason, fresh, why === 'gone');
  return { ...decided, leftAlone: [...decided.leftAlone, ...leftAsCopies(found, link.meetingId)] };
}

function stayingWithout(
  { meeting, gone }: Present,
  link: Link,
  reason: Reason,
  copies: readonly Copy[],
  isNews = false,
): Decided {
  const isAsKnown = !isNews && copies.length + gone.length === 0 && isAsLinked(meeting, link);
  const title = titleOf(link.appointment, meeting.facts);
  const entry = { key: link.meetingId, title, reasons: [reason] };
  if (isAsKnown) return { tasks: [], leftAlone: [entry] };
  const task = {
    ...entry,
    steps: [],
    outcome: { kind: 'without-appointment', meeting },
    ...(copies.length > 0 ? { copies } : {}),
    ...(gone.length > 0 ? { forgetCopies: gone } : {}),
  } as const;
  return { tasks: [task], leftAlone: [entry] };
}

/** @param why these two belong together, where that is new */
function linkWith(its: AppointmentItem, present: Present, situation: Situation, why?: Reason): Decided {
  const { meeting, appointments, link, copies, gone } = present;
  const { now, can } = situation;
  const known = new Set(copies.map(({ appointmentId }) => appointmentId));
  const before = link?.appointment;
  const hasMoved = before != null && !isSame(its.facts.times, before.times);
  const others = appointments.filter(({ id }) => id !== its.id);
  const mayGoOn = others.filter(({ id }) => !known.has(id) || hasMoved);
  const halves = canBeLike(meeting) ? secondHalves(its.facts.times, mayGoOn, now) : [];
  const fresh = others.filter((each) => !known.has(each.id) && !halves.includes(each));
  const forget = [...gone, ...(known.has(its.id) && !gone.includes(its.id) ? [its.id] : [])];
  const reasons: Reason[] = [
    ...(why ? [why] : []),
    ...(fresh.length > 0 ? [{ rule: 'copy-shares', facts: { count: fresh.length } } as const] : []),
    ...(gone.length > 0 ? [{ rule: 'copy-gone', facts: { count: gone.length } } as const] : []),
  ];
  const isNew = why !== undefined && link?.appointmentId !== its.id;
  const isInTextOnly = isNew && its.foundBy !== 'property';
  const agreed = link && before ? { meeting: link.meeting, appointment: before } : undefined;
  const base = isInTextOnly ? { meeting: meeting.facts, appointment: its.facts } : agreed;
  const pair = { meeting, appointment: its, base, now, can };
  if (isInTextOnly && wouldChange({ ...pair, base: undefined }))
    reasons.push({ rule: 'text-decides-nothing' });
  const decided = bringTogether(
    {
      pair,
      link,
      origin: originNow(link, its),
      reasons,
      copies: fresh.map(({ id }) => ({ appointmentId: id, meetingId: meeting.id })),
      forgetCopies: forget,
    },
    situation,
  );
  return {
    tasks: [...decided.tasks, ...halves.map((half) => meetingForSecondHalf(half, meeting, situation))],
    leftAlone: [...decided.leftAlone, ...leftAsCopies(fresh, meeting.id)],
  };
}

const wouldChange = (pair: Pair): boolean =>
  [topicField(pair), timesField(pair)].some(({ toMeeting, toAppointment }) => toMeeting ?? toAppointment);

const isAsLinked = (meeting: MeetingItem, link: Link): boolean => isSame(meeting, meetingOf(link));

/** Whether a series that goes on without it gets a meeting of its own. */
const canBeLike = ({ kind, hostedByMe }: MeetingItem): boolean => kind === 'meeting' && hostedByMe;

const leftAsCopies = (copies: readonly AppointmentItem[], key: string): Decided['leftAlone'] =>
  copies.map(({ facts }) => ({
    key,
    title: facts.subject,
    reasons: [{ rule: 'copy-shares', facts: { count: 1 } }],
  }));

function linkedOf(
  { linked, appointments }: Sighting,
  link: Link,
): AppointmentItem | 'unread' | 'gone' | 'none' {
  if (link.appointmentId === null) return 'none';
  if (linked === 'gone') return 'gone';
  return appointments.find(({ id }) => id === link.appointmentId) ?? 'unread';
}

/** Nothing says that it moved. */
const meetingOf = (link: Link): MeetingItem => ({
  id: link.meetingId,
  version: link.meetingVersion,
  kind: link.kind,
  hostedByMe: link.hostedByMe,
  madeHere: link.madeHere,
  facts: link.meeting,
});

const appointmentOf = ({
  meetingId,
  appointmentId,
  appointmentVersion,
  appointment,
}: Link): AppointmentItem | undefined =>
  appointmentId === null || appointment === null
    ? undefined
    : {
        id: appointmentId,
        version: appointmentVersion,
        meetingId,
        foundBy: 'property',
        madeFor: 'untold',
        facts: appointment,
      };
