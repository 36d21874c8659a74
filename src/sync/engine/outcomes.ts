/** What becomes of a task after each answer: on with it, over, planned anew, later, or failed. */
import type { Due, Settled } from '../journal';
import type { Task } from '../actions';
import type { AppointmentItem, MeetingItem } from '../model';
import { SideFault } from '../ports';
import type { Book } from './book';
import { lookUp } from './lookUp';
import { replan } from './replan';
import type { Failure } from './report';
import { dueDelayMs, mayPass } from './retry';
import { readAppointments } from './run';
import type { Run } from './run';
import type { SideAnswer } from './send';
import { lookAgain, settledBy } from './settled';
import { sideOf, verbOf, writes } from './steps';
import { hasMade, keyOf, stepOf } from './work';
import type { Target, Work } from './work';

export interface Outcomes {
  answered(work: Work, answer: Exclude<SideAnswer, { kind: 'failed' }>): Promise<void>;
  /** Items of a call that went well for others. */
  failedAlone(those: readonly FailedAlone[]): Promise<void>;
  /** It was sent, and may or may not have happened. */
  unheard(works: readonly Work[]): Promise<void>;
  /** Nothing happened. */
  fault(work: Work, fault: SideFault): void;
  /** Something of it is not as it was seen. */
  moved(work: Work): Promise<void>;
  /** It did not fail; it is looked at again in a later sync. */
  later(work: Work, fault: SideFault): void;
  /** The sync was stopped before it was sent. */
  withdraw(work: Work): void;
  succeed(work: Work): void;
}

export interface FailedAlone {
  readonly work: Work;
  readonly fault: SideFault;
}

/** What came of all tasks together; by `keyOf` a target. */
export interface Tally {
  readonly done: Task[];
  readonly failed: (Failure & { readonly work: Work })[];
  later: number;
  total: number;
  /** Looked at, and nothing is left to do. */
  readonly settled: Map<string, Target>;
  /** To be looked at again, or not over. */
  readonly open: Set<string>;
}

export const createTally = (): Tally => ({
  done: [],
  failed: [],
  later: 0,
  total: 0,
  settled: new Map(),
  open: new Set(),
});

/** @param failing what failed before, by `keyOf` its target */
export function createOutcomes(
  run: Run,
  book: Book,
  tally: Tally,
  failing: ReadonlyMap<string, Due>,
  put: (work: Work) => void,
): Outcomes {
  const over = new Set<Work>();

  function end(work: Work, settled: Settled): void {
    over.add(work);
    book.end(work, settled);
  }

  function open({ targets }: Work): void {
    for (const target of targets) tally.open.add(keyOf(target));
  }

  function tell(): void {
    const done = tally.done.length + tally.failed.length + tally.later;
    run.tell({ phase: 'applying', done, total: Math.max(tally.total, done) });
  }

  function succeed(work: Work): void {
    const settled = settledBy(work.task, work.answers, work.observed, run.now());
    for (const target of work.targets) tally.settled.set(keyOf(target), target);
    for (const target of settled.due ?? []) tally.open.add(keyOf(target));
    end(work, settled);
    tally.done.push(work.task);
    tell();
  }

  function goOn(work: Work, answer: MeetingItem | AppointmentItem | null): void {
    work.answers.push(answer);
    work.step += 1;
    work.tries = 0;
    if (stepOf(work) && work.taskId !== undefined) run.journal.advance(work.taskId, work.step, answer);
    put(work);
  }

  /** What it made is known to the journal alone; the next sync goes on from there. */
  function strand(work: Work): void {
    over.add(work);
    open(work);
    tally.later += 1;
    tell();
  }

  function later(work: Work, { retryAfterMs = 0 }: SideFault): void {
    if (hasMade(work)) return strand(work);
    open(work);
    tally.later += 1;
    end(work, {
      due: work.targets.map((target) => ({
        ...lookAgain(target.side, target.id, run.now() + retryAfterMs),
        ...pick(failing.get(keyOf(target))),
      })),
    });
    tell();
  }

  function fail(work: Work, problem: string): void {
    const { key, title, reasons } = work.task;
    const before = work.targets.map((target) => failing.get(keyOf(target))?.failures ?? 0);
    const failures = Math.max(0, ...before) + 1;
    const notBefore = run.now() + dueDelayMs(failures, run.random());
    tally.failed.push({ key, title, reasons, problem, failures, notBefore, work });
    open(work);
    const due = work.targets.map((target) => ({ ...target, notBefore, failures, problem }));
    if (hasMade(work)) {
      // The task itself stays, and with it what it made.
      over.add(work);
      book.end({ ...work, taskId: undefined }, { due });
    } else end(work, { due });
    tell();
  }

  async function moved(work: Work): Promise<void> {
    if (hasMade(work)) return giveAgain(work);
    if (work.replans >= run.settings.replans) return fail(work, 'conflict');
    // Until it is planned anew the journal knows that there is something to look at.
    end(work, { due: work.targets.map(({ side, id }) => lookAgain(side, id, run.now())) });
    book.flush();
    try {
      const { works, unchanged, copiesGone, others, isOpen } = await replan(run, work);
      const due = others.map(({ side, id }) => lookAgain(side, id, run.now()));
      for (const target of others) tally.open.add(keyOf(target));
      book.end({ ...work, taskId: undefined }, { links: unchanged, copiesGone, due });
      if (isOpen) {
        open(work);
        tally.later += 1;
      } else {
        for (const target of work.targets) tally.settled.set(keyOf(target), target);
        tally.total += works.length - 1;
        works.forEach(put);
      }
    } catch (error) {
      if (!(error instanceof SideFault)) throw error;
      open(work);
      tally.later += 1;
    }
    tell();
  }

  /** The new meeting is there; the appointment that is to carry it moved. That decides nothing unless it is gone. */
  async function giveAgain(work: Work): Promise<void> {
    const step = stepOf(work);
    const { outcome } = work.task;
    if (step?.kind !== 'give-meeting' || outcome.kind !== 'linked' || !outcome.appointment)
      return strand(work);
    work.tries += 1;
    if (work.tries > run.settings.replans) return strand(work);
    const { id } = step.expected;
    try {
      const item = (await readAppointments(run, [id])).found.get(id);
      if (item === undefined) return strand(work);
      if (item === 'gone' || item.meetingId !== outcome.appointment.meetingId) {
        // Linked with what is gone, the meeting goes the way of every meeting whose appointment was deleted.
        return giveUp(work);
      }
      const steps = work.task.steps.map((each) =>
        each === step ? { ...step, expected: { id, version: item.version } } : each,
      );
      work.task = { ...work.task, steps };
      work.observed = { ...work.observed, at: run.now() };
      put(work);
    } catch (error) {
      if (!(error instanceof SideFault)) throw error;
      strand(work);
    }
  }

  function giveUp(work: Work): void {
    const { links = [], ...settled } = settledBy(work.task, work.answers, work.observed, run.now());
    const due = links.map(({ meetingId }) => lookAgain('meeting', meetingId, run.now()));
    for (const target of [...due, ...work.targets]) tally.open.add(keyOf(target));
    end(work, { ...settled, links, due });
    tally.later += 1;
  }

  function fault(work: Work, trouble: SideFault): void {
    const step = stepOf(work);
    const isClosed = step !== undefined && run.callers[sideOf(step)].closedBy() !== undefined;
    if (trouble.kind === 'cancelled') withdraw(work);
    else if (trouble.kind === 'broken' || (trouble.kind === 'denied' && !isClosed)) fail(work, trouble.kind);
    else later(work, trouble);
  }

  /** All of them wait together, as long as the most patient has to. */
  async function failedAlone(those: readonly FailedAlone[]): Promise<void> {
    const again: FailedAlone[] = [];
    for (const each of those) {
      const { work, fault: trouble } = each;
      work.tries += 1;
      if (mayPass(trouble.kind) && work.tries < run.settings.attempts) again.push(each);
      else fault(work, trouble);
    }
    const [longest] = [...again].sort((a, b) => (b.fault.retryAfterMs ?? 0) - (a.fault.retryAfterMs ?? 0));
    const step = longest && stepOf(longest.work);
    if (!longest || !step) return;
    const caller = run.callers[sideOf(step)];
    caller.heard(longest.fault);
    try {
      await caller.pause(Math.max(...again.map(({ work }) => work.tries)), longest.fault);
      again.forEach(({ work }) => put(work));
    } catch (error) {
      if (!(error instanceof SideFault)) throw error;
      again.forEach(({ work }) => fault(work, error));
    }
  }

  /** Again and again, though the side answers others: then it is the item. */
  function timedOut(work: Work): void {
    const step = stepOf(work);
    const isClosed = step !== undefined && run.callers[sideOf(step)].closedBy() !== undefined;
    if (isClosed) later(work, new SideFault('timeout'));
    else fail(work, 'timeout');
  }

  function withdraw(work: Work): void {
    over.add(work);
    open(work);
    if (work.taskId === undefined || hasMade(work)) return;
    end(work, { due: work.targets.map(({ side, id }) => lookAgain(side, id, run.now())) });
  }

  return {
    fault,
    moved,
    later,
    withdraw,
    succeed,
    failedAlone,
    async answered(work, answer) {
      const step = stepOf(work);
      if (!step) return;
      switch (answer.kind) {
        case 'done':
          return goOn(work, 'item' in answer ? answer.item : null);
        case 'conflict':
          return moved(work);
        case 'gone':
          if (verbOf(step) === 'remove') return goOn(work, null);
          return writes(step) ? moved(work) : fail(work, 'meeting-gone');
        case 'refused':
          return fail(work, answer.code);
      }
    },
    async unheard(works) {
      if (works.length === 0) return;
      try {
        const fates = await lookUp(run, works);
        for (const work of works) {
          const fate = fates.get(work);
          if (fate?.kind === 'done') goOn(work, fate.answer);
          else if (fate?.kind === 'unclear') await moved(work);
          else if (fate?.kind !== 'not-done') strand(work);
          else {
            work.tries += 1;
            if (work.tries < run.settings.attempts) put(work);
            else timedOut(work);
          }
        }
      } catch (error) {
        if (!(error instanceof SideFault)) throw error;
        for (const work of works) if (!over.has(work)) strand(work);
      }
    },
  };
}

/** A task that has to wait keeps what it failed with before. */
const pick = (due: Due | undefined): Partial<Due> =>
  due === undefined ? {} : { failures: due.failures, problem: due.problem };
