/**
 * What an earlier run left unfinished: each step of which nothing is known is looked up on its side. What happened is
 * finished, what did not is withdrawn and looked at again; only a task that made something goes on.
 */
import type { Due } from '../journal';
import { SideFault } from '../ports';
import type { Book } from './book';
import { lookUp } from './lookUp';
import type { Fate } from './lookUp';
import type { Tally } from './outcomes';
import type { Run } from './run';
import { lookAgain, settledBy } from './settled';
import { sideOf, subjectsOf } from './steps';
import { hasMade, keyOf, stepOf, workLeft } from './work';
import type { Work } from './work';

/** @returns tasks that go on, from their next step */
export async function recover(run: Run, book: Book, tally: Tally): Promise<readonly Work[]> {
  const works = leftOver(run);
  if (works.length === 0) return [];
  const fates = await fatesOf(run, works);
  const next: Work[] = [];
  let done = 0;
  for (const work of works) {
    const fate = fates.get(work);
    if (fate?.kind === 'done') {
      work.answers.push(fate.answer);
      work.step += 1;
    }
    if (!stepOf(work)) finish(run, book, tally, work);
    else if (hasMade(work)) {
      if (fate?.kind === 'done' && work.taskId !== undefined) {
        run.journal.advance(work.taskId, work.step, fate.answer);
      }
      if (fate && fate.kind !== 'unknown') next.push(work);
    } else if (fate && fate.kind !== 'unknown') {
      book.end(work, { due: dueOf(run, work) });
    }
    run.tell({ phase: 'recovering', done: (done += 1), total: works.length });
  }
  book.flush();
  return next;
}

/** Ids that tasks are about which are not over. */
export function unfinishedSubjects({ journal }: Run): {
  readonly meetings: ReadonlySet<string>;
  readonly appointments: ReadonlySet<string>;
} {
  const all = journal.unfinished().map(({ task, answers }) => subjectsOf(task, answers));
  return {
    meetings: new Set(all.flatMap(({ meeting }) => [...meeting])),
    appointments: new Set(all.flatMap(({ appointment }) => [...appointment])),
  };
}

/** Without those that failed, until their time has come. */
function leftOver({ journal, now }: Run): Work[] {
  const unfinished = journal.unfinished();
  if (unfinished.length === 0) return [];
  const links = journal.linksOfMeetings(unfinished.map(({ task }) => task.key));
  const waiting = new Set(journal.failed().flatMap((due) => (due.notBefore > now() ? [keyOf(due)] : [])));
  return unfinished
    .map((each) => workLeft(each, links.get(each.task.key)))
    .filter(({ targets }) => !targets.some((target) => waiting.has(keyOf(target))));
}

/** Where a side does not answer, its tasks stay as they are, and so does all that they are about. */
async function fatesOf(run: Run, works: readonly Work[]): Promise<ReadonlyMap<Work, Fate>> {
  const fates = new Map<Work, Fate>();
  for (const side of ['meeting', 'appointment'] as const) {
    const some = works.filter((work) => sideOfWork(work) === side);
    try {
      for (const [work, fate] of await lookUp(run, some)) fates.set(work, fate);
    } catch (error) {
      if (!(error instanceof SideFault)) throw error;
    }
  }
  return fates;
}

function finish(run: Run, book: Book, tally: Tally, work: Work): void {
  const settled = settledBy(work.task, work.answers, work.observed, run.now());
  // It may have been long ago, so what it is about is looked at once more.
  const due = dueOf(run, work);
  book.end(work, { ...settled, due });
  tally.done.push(work.task);
}

const dueOf = (run: Run, { targets }: Work): Due[] =>
  targets.map(({ side, id }) => lookAgain(side, id, run.now()));

const sideOfWork = (work: Work) => {
  const step = stepOf(work);
  return step && sideOf(step);
};
