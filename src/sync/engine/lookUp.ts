/** Asks the sides what became of steps of which nothing was heard. */
import type { AppointmentItem, MeetingItem } from '../model';
import type { SideFault } from '../ports';
import { appointmentEffect, meetingEffect } from './effect';
import type { Effect } from './effect';
import type { Read } from './reading';
import { findAppointments, findClaims, readAppointments, readMeetings } from './run';
import type { Run } from './run';
import { toSend, writes } from './steps';
import { stepOf } from './work';
import type { Work } from './work';

/** `unknown`: the side does not answer this either. */
export type Fate = Effect | { readonly kind: 'unknown'; readonly fault: SideFault };

/** @throws SideFault where the side, and not the item, is the trouble */
export async function lookUp(run: Run, works: readonly Work[]): Promise<ReadonlyMap<Work, Fate>> {
  const fates = new Map<Work, Fate>();
  const of = (...kinds: readonly string[]): Work[] =>
    works.filter((work) => kinds.includes(stepOf(work)?.kind ?? ''));

  await judge(
    of('create-meeting'),
    claimOf,
    (ids) => findClaims(run, ids),
    (work, made) => (made === null ? { kind: 'not-done' } : { kind: 'done', answer: asAsked(work, made) }),
  );
  await judge(
    of('update-meeting', 'delete-meeting'),
    idOf,
    (ids) => readMeetings(run, ids),
    (work, found) => meetingEffect(beforeOf(work), found),
  );
  await judge(
    of('create-appointment'),
    meetingOf,
    (ids) => findAppointments(run, ids),
    (work, found) => {
      const made = oldestOwn(found);
      return made === undefined ? { kind: 'not-done' } : { kind: 'done', answer: asAsked(work, made) };
    },
  );
  await judge(
    of('update-appointment', 'give-meeting', 'delete-appointment'),
    idOf,
    (ids) => readAppointments(run, ids),
    (work, found) => appointmentEffect(beforeOf(work), found),
  );
  return fates;

  async function judge<Answer>(
    some: readonly Work[],
    asked: (work: Work) => string,
    ask: (ids: readonly string[]) => Promise<Read<Answer>>,
    fate: (work: Work, answer: Answer) => Effect,
  ): Promise<void> {
    if (some.length === 0) return;
    const { found, failed } = await ask([...new Set(some.map(asked))]);
    for (const work of some) {
      const answer = found.get(asked(work));
      const fault = failed.get(asked(work));
      if (answer !== undefined) fates.set(work, fate(work, answer));
      else if (fault) fates.set(work, { kind: 'unknown', fault });
    }
  }
}

const claimOf = (work: Work): string => {
  const step = stepOf(work);
  return step?.kind === 'create-meeting' ? step.draft.claim : '';
};

const idOf = (work: Work): string => {
  const step = stepOf(work);
  return (step && writes(step)?.id) ?? '';
};

/** The meeting whose appointment was to be made. */
export const meetingOf = (work: Work): string => {
  const step = stepOf(work);
  const sent = step && toSend(work.task, step, work.answers, true);
  return sent?.to === 'appointment' && sent.verb === 'create' ? sent.draft.meetingId : '';
};

function beforeOf({ task, step: at, answers, observed }: Work) {
  const [step] = task.steps.slice(at, at + 1);
  if (!step) throw new RangeError(`Task ${task.key} has no step ${at}`);
  return { task, step, answers, link: observed.link };
}

/** None carried the meeting before, so one that was made for it is ours. */
const oldestOwn = (found: readonly AppointmentItem[]): AppointmentItem | undefined =>
  [...found].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))[0];

const rank = ({ madeFor }: AppointmentItem): number => ['this', 'untold', 'another'].indexOf(madeFor);

/**
 * What was made and is only found now may have been edited since. What was asked for is then what the two sides agreed
 * on, in a version that nobody knows, and the difference a change like any other.
 */
function asAsked<Item extends MeetingItem | AppointmentItem>(work: Work, made: Item): Item {
  const step = stepOf(work);
  const { facts } = made;
  const asked =
    step?.kind === 'create-meeting' && 'topic' in facts
      ? { ...facts, topic: step.draft.topic, times: step.draft.times }
      : step?.kind === 'create-appointment' && 'subject' in facts
        ? { ...facts, subject: step.draft.subject, times: step.draft.times }
        : facts;
  return { ...made, version: null, facts: asked };
}
