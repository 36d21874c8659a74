/**
 * What the journal is told while tasks are carried out: their beginnings before anything is sent, their ends some at a
 * time, for each costs a write to the disk. An end that is not yet written is found again by asking the side.
 */
import type { Due, Journal, Settled } from '../journal';
import type { Work } from './work';

const ENDS_AT_ONCE = 256;
const BEGINNINGS_AT_ONCE = 256;

export interface Book {
  /** Before the first of these is sent. `ahead`: those that come next, begun in the same write. */
  begin(works: readonly Work[], ahead: readonly Work[], at: number): void;
  /** For good or not. Of a task that had not begun only what it means is written. */
  end(work: Work, settled: Settled): void;
  flush(): void;
}

export function createBook(journal: Journal): Book {
  let ends: { readonly taskId: number | undefined; readonly settled: Settled }[] = [];

  function flush(): void {
    if (ends.length === 0) return;
    const over = ends;
    ends = [];
    const taskIds = over.flatMap(({ taskId }) => (taskId === undefined ? [] : [taskId]));
    const settled = merged(over.map((each) => each.settled));
    if (taskIds.length > 0) journal.finish(taskIds, settled);
    else journal.settle(settled);
  }

  return {
    begin(works, ahead, at) {
      const fresh = works.filter(({ taskId }) => taskId === undefined);
      if (fresh.length === 0) return;
      const next = ahead.filter(({ taskId }) => taskId === undefined);
      const begun = [...fresh, ...next.slice(0, Math.max(0, BEGINNINGS_AT_ONCE - fresh.length))];
      const ids = journal.begin(
        begun.map(({ task }) => task),
        at,
      );
      begun.forEach((work, index) => {
        work.taskId = ids[index];
      });
    },
    end({ taskId }, settled) {
      ends.push({ taskId, settled });
      if (ends.length >= ENDS_AT_ONCE) flush();
    },
    flush,
  };
}

function merged(all: readonly Settled[]): Settled {
  const due = new Map<string, Due>();
  for (const each of all.flatMap((settled) => settled.due ?? [])) {
    const key = `${each.side} ${each.id}`;
    const known = due.get(key);
    // A failure says more than that something has to be looked at.
    if (!known || known.failures <= each.failures) due.set(key, each);
  }
  return {
    links: all.flatMap(({ links = [] }) => links),
    unlinked: all.flatMap(({ unlinked = [] }) => unlinked),
    copies: all.flatMap(({ copies = [] }) => copies),
    copiesGone: all.flatMap(({ copiesGone = [] }) => copiesGone),
    due: [...due.values()],
  };
}
