/**
 * The end of the engine's process at one chosen moment: before or after one of its external calls, or of its writes to
 * the journal. Moments are counted from 0 on over one process.
 */
import type { Journal } from '../../../src/sync/journal';
import { createProcess, type EngineProcess } from '../sides';

export interface Doomed {
  readonly process: EngineProcess;
  /** The journal as this process sees it: it ends with it. */
  readonly journal: (journal: Journal) => Journal;
  /** How many moments there were so far. */
  readonly moments: () => number;
}

/** @param at the moment at which it ends; undefined: never */
export function createDoomed(at?: number): Doomed {
  let moment = 0;
  const look = (): void => {
    if (moment++ === at) throw new Error('power cut');
  };
  const process = createProcess({ beforeCall: look, afterCall: look });
  /** Before: nothing of it is written. After: it is written, and nobody hears of it. */
  const around = <T>(write: () => T): T => {
    process.check();
    try {
      look();
      const result = write();
      look();
      return result;
    } catch (error) {
      if (moment - 1 === at) process.kill();
      process.check();
      throw error;
    }
  };
  return {
    process,
    moments: () => moment,
    journal: (journal) => ({
      cursor: (side) => journal.cursor(side),
      scope: () => journal.scope(),
      countLinks: () => journal.countLinks(),
      linksOfMeetings: (ids) => journal.linksOfMeetings(ids),
      linksOfAppointments: (ids) => journal.linksOfAppointments(ids),
      copiesOfMeetings: (ids) => journal.copiesOfMeetings(ids),
      copiesOfAppointments: (ids) => journal.copiesOfAppointments(ids),
      known: (side) => journal.known(side),
      leastRecentlyRead: (most, after) => journal.leastRecentlyRead(most, after),
      due: (now) => journal.due(now),
      failed: () => journal.failed(),
      unfinished: () => journal.unfinished(),
      creationsSince: (side, since) => journal.creationsSince(side, since),
      begin: (tasks, when) => around(() => journal.begin(tasks, when)),
      advance: (taskId, step, answer) => around(() => journal.advance(taskId, step, answer)),
      finish: (taskIds, settled) => around(() => journal.finish(taskIds, settled)),
      settle: (settled) => around(() => journal.settle(settled)),
      close: () => journal.close(),
    }),
  };
}
