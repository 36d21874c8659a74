/**
 * Carries tasks out: a few calls at a time on each side, as many items in a call as the side takes, the steps of a task
 * in their order, and every beginning in the journal before it is sent.
 *
 * What becomes of a task that does not go well is in `outcomes.ts`.
 */
import type { SideName } from '../actions';
import { SideFault } from '../ports';
import type { Book } from './book';
import { compared } from './fresh';
import type { Compared } from './fresh';
import type { FailedAlone, Outcomes } from './outcomes';
import { capabilitiesOf } from './run';
import type { Run } from './run';
import { send } from './send';
import type { SideAnswer } from './send';
import { sideOf, verbOf } from './steps';
import type { Verb } from './steps';
import { stepOf } from './work';
import type { Work } from './work';

const DAY_MS = 24 * 60 * 60_000;
/** When a day's creations are used up and nobody says until when. */
const NEXT_CREATIONS_MS = 60 * 60_000;

/** So many tasks are begun beside those that are sent, to write to the disk less often. */
const BEGUN_AHEAD = 255;

const sides = ['meeting', 'appointment'] as const;
const verbs = ['remove', 'update', 'create'] as const;

type Queues = Record<SideName, Record<Verb, Work[]>>;

/** @throws whatever is no `SideFault`, as it is, when nothing is under way any more; the journal then knows enough */
export async function apply(
  run: Run,
  works: readonly Work[],
  book: Book,
  outcomes: (put: (work: Work) => void) => Outcomes,
): Promise<void> {
  const queues: Queues = {
    meeting: { remove: [], update: [], create: [] },
    appointment: { remove: [], update: [], create: [] },
  };
  const underway = { meeting: 0, appointment: 0 };
  const flights = new Set<Promise<void>>();
  const creations = {
    meeting: creationsLeft(run, 'meeting'),
    appointment: creationsLeft(run, 'appointment'),
  };
  let broken: { readonly error: unknown } | undefined;

  const put = (work: Work): void => {
    const step = stepOf(work);
    if (step) queues[sideOf(step)][verbOf(step)].push(work);
    else out.succeed(work);
  };
  const out = outcomes(put);

  const mayGoOn = (side: SideName): boolean =>
    !broken && !run.signal.aborted && run.callers[side].closedBy() === undefined;

  /** The longest queue first, so that calls are full. */
  function nextVerb(side: SideName): Verb | undefined {
    const [longest] = verbs
      .filter((verb) => queues[side][verb].length > 0)
      .sort((a, b) => queues[side][b].length - queues[side][a].length);
    return longest;
  }

  /** No more creations than the day has left. */
  function allowed(side: SideName, verb: Verb, group: Work[]): Work[] {
    if (verb !== 'create') return group;
    const granted = group.splice(0, Math.min(group.length, creations[side]));
    creations[side] -= granted.length;
    const until = run.memory.spentUntil(side);
    const wait = until > run.now() ? until - run.now() : NEXT_CREATIONS_MS;
    for (const work of group) out.later(work, new SideFault('budget', wait));
    return granted;
  }

  /** The side alone may know how many creations its day has left. */
  function spend(side: SideName, fault: SideFault): void {
    if (fault.kind !== 'budget') return;
    creations[side] = 0;
    run.memory.spend(side, run.now() + (fault.retryAfterMs ?? NEXT_CREATIONS_MS));
  }

  async function deliver(side: SideName, verb: Verb, group: readonly Work[]): Promise<void> {
    let verdict: Compared;
    try {
      verdict = await compared(run, side, group);
    } catch (error) {
      if (!(error instanceof SideFault)) throw error;
      group.forEach((work) => out.fault(work, error));
      return;
    }
    for (const work of verdict.unread) out.fault(work, new SideFault('broken'));
    for (const work of verdict.moved) await out.moved(work);
    if (verdict.asSeen.length > 0) await write(side, verb, verdict.asSeen);
  }

  async function write(side: SideName, verb: Verb, group: readonly Work[]): Promise<void> {
    if (run.signal.aborted) return group.forEach(out.withdraw);
    book.begin(group, queues[side][verb].slice(0, BEGUN_AHEAD), run.now());
    let answers: readonly SideAnswer[];
    try {
      answers = await send(run, side, verb, group);
    } catch (error) {
      if (!(error instanceof SideFault)) throw error;
      if (error.kind === 'timeout') return out.unheard(group);
      const half = Math.ceil(group.length / 2);
      if (error.kind === 'broken' && group.length > 1) {
        // One of them may be what the side cannot understand.
        await write(side, verb, group.slice(0, half));
        return write(side, verb, group.slice(half));
      }
      spend(side, error);
      return group.forEach((work) => out.fault(work, error));
    }
    const unheard: Work[] = [];
    const alone: FailedAlone[] = [];
    for (const [index, work] of group.entries()) {
      const [answer] = answers.slice(index, index + 1);
      if (answer === undefined) unheard.push(work);
      else if (answer.kind !== 'failed') await out.answered(work, answer);
      else if (answer.fault.kind === 'timeout') unheard.push(work);
      else {
        spend(side, answer.fault);
        alone.push({ work, fault: answer.fault });
      }
    }
    await out.unheard(unheard);
    await out.failedAlone(alone);
  }

  function launch(side: SideName): void {
    const { parallel, batch } = capabilitiesOf(run, side);
    for (
      let verb = nextVerb(side);
      verb && underway[side] < parallel && mayGoOn(side);
      verb = nextVerb(side)
    ) {
      const group = allowed(side, verb, queues[side][verb].splice(0, batch));
      if (group.length === 0) continue;
      underway[side] += 1;
      const flight = deliver(side, verb, group)
        .catch((error: unknown) => {
          broken ??= { error };
        })
        .finally(() => {
          underway[side] -= 1;
          flights.delete(flight);
        });
      flights.add(flight);
    }
  }

  works.forEach(put);
  for (;;) {
    try {
      sides.forEach(launch);
    } catch (error) {
      broken ??= { error };
    }
    if (flights.size === 0) break;
    await Promise.race(flights);
  }
  if (broken) throw broken.error;
  for (const side of sides) {
    for (const work of verbs.flatMap((verb) => queues[side][verb])) {
      if (run.signal.aborted) out.withdraw(work);
      else out.later(work, run.callers[side].closedBy() ?? new SideFault('down'));
    }
  }
  book.flush();
}

function creationsLeft(run: Run, side: SideName): number {
  const { creationsADay } = capabilitiesOf(run, side);
  if (run.memory.spentUntil(side) > run.now()) return 0;
  if (creationsADay === null) return Infinity;
  return Math.max(0, creationsADay - run.journal.creationsSince(side, run.now() - DAY_MS));
}
