/** What a sync says about itself when it is over, and while it runs. */
import type { Plan, Question, Reason, RuleCode, SideName } from '../actions';
import type { FaultKind } from '../ports';

/** One request to a side; each page of changes is one. */
export type CallName = 'changes' | 'read' | 'create' | 'update' | 'remove' | 'find' | 'findClaims';

export type CallCounts = Readonly<Record<CallName, number>>;

export interface Failure {
  readonly key: string;
  readonly title: string;
  readonly reasons: readonly Reason[];
  /** Code of the error catalogue, or the fault's kind. */
  readonly problem: string;
  /** How often in a row. */
  readonly failures: number;
  /** It is tried again then, UTC milliseconds. */
  readonly notBefore: number;
}

export interface SyncReport {
  /**
   * `asks`: nothing that was planned was written, `questions` want an answer. `stopped`: a side could not be read to its end, nothing was
   * planned. `cancelled`: what had begun is consistent, the rest comes next time.
   */
  readonly status: 'done' | 'asks' | 'stopped' | 'cancelled';
  /** What kept a side from going on, in this sync. */
  readonly faults: Readonly<Partial<Record<SideName, FaultKind>>>;
  /** How many tasks were carried out for each rule. */
  readonly done: Readonly<Partial<Record<RuleCode, number>>>;
  readonly failed: readonly Failure[];
  /** Tasks that did not fail but have to wait: no more creations today, a side that is down. */
  readonly later: number;
  readonly leftAlone: Plan['leftAlone'];
  /** Those that nobody has answered yet. */
  readonly questions: readonly Question[];
  readonly calls: Readonly<Record<SideName, CallCounts>>;
}

export interface Progress {
  readonly phase: 'recovering' | 'reading' | 'applying';
  readonly done: number;
  /** Grows while it is found out how much there is to do. */
  readonly total: number;
}

export const noCalls = (): Record<CallName, number> => ({
  changes: 0,
  read: 0,
  create: 0,
  update: 0,
  remove: 0,
  find: 0,
  findClaims: 0,
});

/** Counts tasks by the rules that asked for them. */
export function countRules(
  tasks: readonly { readonly reasons: readonly Reason[] }[],
): Partial<Record<RuleCode, number>> {
  const counts: Partial<Record<RuleCode, number>> = {};
  for (const { reasons } of tasks) {
    for (const rule of new Set(reasons.map((each) => each.rule))) counts[rule] = (counts[rule] ?? 0) + 1;
  }
  return counts;
}
