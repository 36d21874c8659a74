/**
 * The engine: reads what changed on both sides, plans, and carries the plan out so that it may be stopped anywhere, by
 * whatever, and the next sync goes on from there.
 *
 * A sync recovers what an earlier one left unfinished, observes (`observe.ts`), plans (`../plan`), asks where it has to,
 * applies (`apply.ts`) and only then moves the cursors.
 */
import type { Plan, Question } from '../actions';
import type { Due, Journal } from '../journal';
import type { AppointmentSide, MeetingSide } from '../ports';
import { SideFault } from '../ports';
import { plan } from '../plan';
import { apply } from './apply';
import { createBook } from './book';
import { createCaller } from './caller';
import type { Caller } from './caller';
import { conclude } from './conclude';
import { checkedAppointments, checkedMeetings } from './door';
import { createMemory } from './memory';
import { observe } from './observe';
import type { Observation } from './observe';
import { createOutcomes, createTally } from './outcomes';
import type { Tally } from './outcomes';
import { unanswered } from './questions';
import { recover } from './recover';
import { worksOf } from './replan';
import { countRules } from './report';
import type { Progress, SyncReport } from './report';
import type { Run } from './run';
import { lookAgain } from './settled';
import { isSame } from '../same';
import { defaultEngineSettings } from './settings';
import type { EngineSettings } from './settings';
import { keyOf } from './work';
import type { Work } from './work';

export { defaultEngineSettings } from './settings';
export type { EngineSettings } from './settings';
export type { CallCounts, CallName, Failure, Progress, SyncReport } from './report';

export interface EngineOptions {
  readonly meetings: MeetingSide;
  readonly appointments: AppointmentSide;
  readonly journal: Journal;
  /** What is not given is as in `defaultEngineSettings`. */
  readonly settings?: Partial<EngineSettings>;
  /** UTC milliseconds. */
  now(): number;
  /** From 0 up to, but not including, 1. */
  random(): number;
  /** May end early when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  onProgress?(progress: Progress): void;
}

export interface SyncOptions {
  readonly signal?: AbortSignal;
  /** Ids of meetings that notifications named; in any order, also more than once. */
  readonly hints?: readonly string[];
  /** Questions of an earlier report that somebody said yes to; each is good for the very numbers in it. */
  readonly approved?: readonly Question[];
}

export interface Engine {
  /**
   * One after the other: a second one waits for the first.
   * @throws ProductError where the journal cannot be used any more; nothing is lost then
   */
  sync(options?: SyncOptions): Promise<SyncReport>;
  /**
   * What a sync would do now. Writes nothing anywhere.
   * @throws SideFault where a side cannot be read
   */
  dryRun(options?: Pick<SyncOptions, 'signal'>): Promise<Plan>;
}

export function createEngine(options: EngineOptions): Engine {
  const memory = createMemory();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    sync: ({ signal = new AbortController().signal, hints = [], approved = [] } = {}) =>
      inTurn(() => sync(createRun(options, memory, signal), hints, approved)),
    dryRun: ({ signal = new AbortController().signal } = {}) =>
      inTurn(async () => {
        return planFor(await observe(createRun(options, memory, signal), { hints: [], approved: [] }));
      }),
  };
}

function createRun(options: EngineOptions, memory: Run['memory'], signal: AbortSignal): Run {
  const { journal, now, random, onProgress } = options;
  const meetings = checkedMeetings(options.meetings);
  const appointments = checkedAppointments(options.appointments);
  const settings = { ...defaultEngineSettings, ...options.settings };
  const to = (side: MeetingSide | AppointmentSide) =>
    createCaller({ side, signal, settings, now, random, sleep: options.sleep });
  return {
    meetings,
    appointments,
    journal,
    settings,
    signal,
    memory,
    now,
    random,
    callers: { meeting: to(meetings), appointment: to(appointments) },
    tell: (progress) => onProgress?.(progress),
  };
}

async function sync(run: Run, hints: readonly string[], approved: readonly Question[]): Promise<SyncReport> {
  const tally = createTally();
  try {
    await applyAll(run, tally, await recover(run, createBook(run.journal), tally));
    const observation = await observe(run, { hints: remembered(run, hints), approved });
    const planned = planFor(observation);
    const questions = unanswered(planned.questions, approved);
    if (questions.length > 0) return reportOf(run, tally, 'asks', { ...planned, questions });
    const works = worksOf(planned, observation.looked);
    tally.total = works.length;
    await applyAll(run, tally, works);
    if (run.signal.aborted) return reportOf(run, tally, 'cancelled', { ...planned, questions });
    conclude(run, tally, planned, observation);
    return reportOf(run, tally, 'done', { ...planned, questions });
  } catch (error) {
    if (!(error instanceof SideFault)) throw error;
    return reportOf(run, tally, run.signal.aborted ? 'cancelled' : 'stopped', nothing, error);
  }
}

function planFor({ situation, questions }: Observation): Plan {
  const planned = plan(situation);
  const asked = questions.filter((each) => !planned.questions.some((other) => isSame(each, other)));
  return { ...planned, questions: [...asked, ...planned.questions] };
}

const nothing = { leftAlone: [], questions: [] };

/**
 * Hints come once. In the journal they stay until they were looked at; what failed before is tried again for one.
 * @returns those that are not due already
 */
function remembered({ journal, now }: Run, hints: readonly string[]): readonly string[] {
  const due = new Set(journal.due(now()).map(keyOf));
  const failed = new Map(journal.failed().map((each) => [keyOf(each), each]));
  const fresh = [...new Set(hints)].filter((id) => !due.has(keyOf({ side: 'meeting', id })));
  if (fresh.length > 0) {
    const again = fresh.map((id) => ({
      ...lookAgain('meeting', id, now()),
      ...failed.get(keyOf({ side: 'meeting', id })),
      notBefore: now(),
    }));
    journal.settle({ due: again });
  }
  return fresh.filter((id) => !failed.has(keyOf({ side: 'meeting', id })));
}

async function applyAll(run: Run, tally: Tally, works: readonly Work[]): Promise<void> {
  if (works.length === 0) return;
  const book = createBook(run.journal);
  const failing = new Map(run.journal.failed().map((due): [string, Due] => [keyOf(due), due]));
  await apply(run, works, book, (put) => createOutcomes(run, book, tally, failing, put));
}

function reportOf(
  { callers }: Run,
  { done, failed, later }: Tally,
  status: SyncReport['status'],
  { leftAlone, questions }: Pick<Plan, 'leftAlone' | 'questions'>,
  fault?: SideFault,
): SyncReport {
  const faultOf = (caller: Caller): SideFault | undefined =>
    caller.closedBy() ?? (fault && caller.said(fault) ? fault : undefined);
  const [meeting, appointment] = [faultOf(callers.meeting), faultOf(callers.appointment)];
  return {
    status,
    faults: {
      ...(meeting ? { meeting: meeting.kind } : {}),
      ...(appointment ? { appointment: appointment.kind } : {}),
    },
    done: countRules(done),
    failed: failed.map(({ work: _, ...failure }) => failure),
    later,
    leftAlone,
    questions,
    calls: { meeting: { ...callers.meeting.counts }, appointment: { ...callers.appointment.counts } },
  };
}
