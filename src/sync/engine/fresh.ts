/**
 * Compare before writing: on a side without versions nothing but a look tells that somebody was faster. What was seen a
 * while ago is seen again, and an appointment is made only where none carries the meeting by now.
 */
import type { SideName } from '../actions';
import { appointmentBefore, meetingBefore } from './effect';
import { meetingOf } from './lookUp';
import { capabilitiesOf, findAppointments, readAppointments, readMeetings } from './run';
import type { Run } from './run';
import { isSame } from '../same';
import { verbOf, writes } from './steps';
import { hasMade, stepOf } from './work';
import type { Work } from './work';

export interface Compared {
  readonly asSeen: readonly Work[];
  /** Something moved: to be planned anew. */
  readonly moved: readonly Work[];
  /** It could not be read. */
  readonly unread: readonly Work[];
}

export async function compared(run: Run, side: SideName, works: readonly Work[]): Promise<Compared> {
  const { versions } = capabilitiesOf(run, side);
  const now = run.now();
  const asSeen: Work[] = [];
  const old: Work[] = [];
  for (const work of works) {
    const step = stepOf(work);
    const written = step && writes(step);
    const isAnswered = work.answers.some((answer) => answer?.id === written?.id);
    const isChecked =
      step?.kind === 'create-appointment'
        ? !hasMade(work)
        : written !== undefined && !versions && !isAnswered;
    // What is deleted is gone: not even a moment is too long then.
    const fresh = step && verbOf(step) === 'remove' ? -1 : run.settings.freshMs;
    (isChecked && now - work.observed.at > fresh ? old : asSeen).push(work);
  }
  if (old.length === 0) return { asSeen, moved: [], unread: [] };

  const moved: Work[] = [];
  const unread: Work[] = [];
  const verdicts = await verdictsOf(run, side, old);
  for (const work of old) {
    const verdict = verdicts(work);
    if (verdict === 'as-seen') work.observed = { ...work.observed, at: now };
    ({ 'as-seen': asSeen, moved, unread })[verdict].push(work);
  }
  return { asSeen, moved, unread };
}

type Verdict = 'as-seen' | 'moved' | 'unread';

async function verdictsOf(
  run: Run,
  side: SideName,
  works: readonly Work[],
): Promise<(work: Work) => Verdict> {
  const makes = works.filter((work) => stepOf(work)?.kind === 'create-appointment');
  if (makes.length > 0) {
    const { found } = await findAppointments(run, makes.map(meetingOf));
    return (work) => {
      const carrying = found.get(meetingOf(work));
      if (carrying === undefined) return 'unread';
      return carrying.length === 0 ? 'as-seen' : 'moved';
    };
  }
  const ids = works.map(idOf);
  if (side === 'meeting') {
    const { found } = await readMeetings(run, ids);
    return (work) => verdict(found.get(idOf(work)), factsBefore(work, meetingBefore));
  }
  const { found } = await readAppointments(run, ids);
  return (work) => verdict(found.get(idOf(work)), factsBefore(work, appointmentBefore));
}

const verdict = (item: { readonly facts: unknown } | 'gone' | undefined, facts: unknown): Verdict => {
  if (item === undefined) return 'unread';
  return item !== 'gone' && isSame(item.facts, facts) ? 'as-seen' : 'moved';
};

function factsBefore<Facts>(
  { task, answers, observed: { link }, ...work }: Work,
  before: (of: Parameters<typeof meetingBefore>[0]) => { readonly facts: Facts } | undefined,
): Facts | undefined {
  const [step] = task.steps.slice(work.step, work.step + 1);
  return step && before({ task, step, answers, link })?.facts;
}

const idOf = (work: Work): string => {
  const step = stepOf(work);
  return (step && writes(step)?.id) ?? '';
};
