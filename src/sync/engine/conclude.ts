/** The end of a sync: everything that was seen is settled, unfinished or due by now, so the cursors may move. */
import type { Plan } from '../actions';
import type { Due, Journal, Settled } from '../journal';
import { idleOf, leaveAlone, leaveMissing, settledIdle } from './idle';
import type { Observation } from './observe';
import type { Tally } from './outcomes';
import { dueDelayMs } from './retry';
import type { Run } from './run';
import { lookAgain } from './settled';
import { scopeOf } from './settings';
import { keyOf } from './work';
import type { Target } from './work';

export function conclude(
  run: Run,
  tally: Tally,
  planned: Plan,
  { looked, cursors, due, missing }: Observation,
): void {
  const { journal, settings } = run;
  const now = run.now();
  const idle = idleOf(planned, looked.sightings);
  const settled = settledIdle(run, idle, looked.observed);
  const nextDue = [
    ...settled.due,
    ...waitingAgain(journal, looked, now),
    ...unreadable(run, looked.failed, now),
  ];
  const open = new Set([...tally.open, ...nextDue.map(keyOf), ...looked.waiting.map(keyOf)]);
  const over = new Map<string, Target>([
    ...due.map((each) => [keyOf(each), each] as const),
    ...tally.settled,
  ]);
  settleUnlessEmpty(journal, {
    cursors,
    scope: scopeOf(settings),
    links: [...looked.unchanged, ...settled.links],
    copiesGone: looked.copiesGone,
    due: nextDue,
    dueDone: [...over].flatMap(([key, { side, id }]) => (open.has(key) ? [] : [{ side, id }])),
  });

  for (const sighting of idle) {
    const observed = looked.observed.get(sighting.meetingId);
    if (observed && !sighting.link) leaveAlone(run, sighting, observed, now + settings.leftAloneMs);
  }
  for (const { work, notBefore } of tally.failed) {
    if (work.sighting) leaveAlone(run, work.sighting, work.observed, notBefore);
  }
  leaveMissing(run, missing, now + settings.leftAloneMs);
}

/** A write to the journal costs one to the disk: most syncs have nothing to say. */
function settleUnlessEmpty(
  journal: Journal,
  { cursors, scope, ...rest }: Settled & { readonly scope: string },
): void {
  const isWhereItWas = (['meeting', 'appointment'] as const).every(
    (side) => cursors?.[side] === journal.cursor(side),
  );
  if (isWhereItWas && scope === journal.scope() && Object.values(rest).every((each) => each.length === 0))
    return;
  journal.settle({ cursors, scope, ...rest });
}

/** What failed, before or just now, has its time already. */
function waitingAgain(
  journal: Journal,
  { waiting, failed }: Pick<Observation['looked'], 'waiting' | 'failed'>,
  now: number,
): Due[] {
  if (waiting.length === 0) return [];
  const failing = new Set([...journal.failed(), ...failed].map(keyOf));
  return waiting.flatMap(({ side, id }) =>
    failing.has(keyOf({ side, id })) ? [] : [lookAgain(side, id, now)],
  );
}

function unreadable({ journal, random }: Run, failed: Observation['looked']['failed'], now: number): Due[] {
  if (failed.length === 0) return [];
  const before = new Map(journal.failed().map((each) => [keyOf(each), each.failures]));
  return failed.map(({ side, id, fault }) => {
    const failures = (before.get(keyOf({ side, id })) ?? 0) + 1;
    return { side, id, failures, problem: fault.kind, notBefore: now + dueDelayMs(failures, random()) };
  });
}
