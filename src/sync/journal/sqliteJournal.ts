/** The journal on an open file: every call guarded, every write one transaction. */
import type { SideName } from '../actions';
import type { Journal, Settled } from '../journal';
import type { Connection } from './connection';
import { DueTable } from './due';
import { isDamage } from './failures';
import { writeState } from './files';
import { LinkTable } from './links';
import { closeFile } from './open';
import { TaskTable } from './tasks';

/** @param release lets go of what the caller holds for it, when it is closed */
export function createJournal(
  connection: Connection,
  file: string,
  now: () => number,
  release: () => void,
): Journal {
  const links = new LinkTable(connection, now);
  const due = new DueTable(connection, now);
  const tasks = new TaskTable(connection, now);
  let isOpen = true;
  let isDamaged = false;

  /** Remembers damage for the next opening. */
  const noting = (error: unknown): unknown => {
    if (isDamage(error)) {
      isDamaged = true;
      writeState(file, { left: 'damaged' });
    }
    return error;
  };
  const guarded = <Result>(action: () => Result): Result => {
    try {
      return action();
    } catch (error) {
      throw noting(error);
    }
  };
  const write = <Result>(action: () => Result): Result =>
    guarded(() => {
      try {
        return connection.transaction(() => {
          tasks.redate();
          return action();
        });
      } catch (error) {
        tasks.forget();
        throw error;
      }
    });

  function* known(side: SideName) {
    try {
      yield* links.known(side);
    } catch (error) {
      throw noting(error);
    }
  }

  /** What goes, goes first: an id in both lists of a pair stays. */
  const settle = (settled: Settled): void => {
    links.remove(settled.unlinked ?? []);
    links.removeCopies(settled.copiesGone ?? []);
    due.remove(settled.dueDone ?? []);
    settled.links?.forEach((link) => links.put(link));
    settled.copies?.forEach((copy) => links.putCopy(copy));
    settled.due?.forEach((one) => due.put(one));
    for (const side of ['meeting', 'appointment'] as const) {
      const cursor = settled.cursors?.[side];
      if (cursor !== undefined) links.setCursor(side, cursor);
    }
    if (settled.scope !== undefined) links.setCursor('scope', settled.scope);
  };

  return {
    cursor: (side) => guarded(() => links.cursor(side)),
    scope: () => guarded(() => links.cursor('scope')),
    countLinks: () => guarded(() => links.count()),
    linksOfMeetings: (ids) => guarded(() => links.ofMeetings(ids)),
    linksOfAppointments: (ids) => guarded(() => links.ofAppointments(ids)),
    copiesOfMeetings: (ids) => guarded(() => links.copiesOfMeetings(ids)),
    copiesOfAppointments: (ids) => guarded(() => links.copiesOfAppointments(ids)),
    known,
    leastRecentlyRead: (most, after) => guarded(() => links.leastRecentlyRead(most, after)),
    due: (at) => guarded(() => due.at(at)),
    failed: () => guarded(() => due.failed()),
    begin: (begun, at) => write(() => begun.map((task) => tasks.begin(task, at))),
    advance: (taskId, step, answer) => write(() => tasks.advance(taskId, step, answer)),
    finish: (taskIds, settled) =>
      write(() => {
        tasks.end(taskIds, settled.links ?? []);
        settle(settled);
      }),
    settle: (settled) => write(() => settle(settled)),
    unfinished: () => guarded(() => tasks.unfinished()),
    creationsSince: (side, since) => guarded(() => tasks.creationsSince(side, since)),
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      try {
        closeFile(connection, file, isDamaged);
      } finally {
        release();
      }
    },
  };
}
