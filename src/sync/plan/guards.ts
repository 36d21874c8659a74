/** What a plan stops at until somebody says yes: a side that is suddenly empty, and too many deletions at once. */
import type { Question, RuleCode, SideName, Task } from '../actions';
import type { Situation } from '../situation';

/** One that is gone is what people do; only of more than one it is asked whether the side is really empty. */
const EMPTY_FROM = 2;

const sides = ['meeting', 'appointment'] as const;

/** What is done because something is gone on a side. */
const becauseGone: Readonly<Record<SideName, readonly RuleCode[]>> = {
  meeting: [
    'meeting-deleted-appointment-ours',
    'meeting-deleted-appointment-changed',
    'meeting-deleted-appointment-theirs',
  ],
  appointment: [
    'appointment-deleted-meeting-ours',
    'appointment-deleted-meeting-changed',
    'appointment-deleted-meeting-theirs',
    'appointment-deleted-webinar',
  ],
};

export function questionsOf(
  tasks: readonly Task[],
  { listed, linked, settings }: Pick<Situation, 'listed' | 'linked' | 'settings'>,
): Question[] {
  const empty = sides.flatMap((side): readonly Question[] => {
    const lost = tasks.filter(({ reasons }) => reasons.some(({ rule }) => becauseGone[side].includes(rule)));
    // Of a side that tells changes alone: all that is linked, if anything is deleted for it.
    const isAll = lost.length >= linked && lost.some(({ steps }) => steps.length > 0);
    const isEmpty = listed[side] === 0 || (listed[side] === undefined && isAll);
    return isEmpty && lost.length >= EMPTY_FROM ? [{ kind: 'side-empty', side, known: linked }] : [];
  });
  const many = sides.flatMap((side): readonly Question[] => {
    // Whoever says yes to the emptiness of the other side says yes to all that follows from it.
    if (empty.some((question) => question.side !== side)) return [];
    const deletions = tasks.filter((task) => deletesOn(side, task)).length;
    const share = settings.deletionShare;
    const isMany = deletions > 0 && deletions >= settings.deletionsFrom && deletions > share * linked;
    return isMany ? [{ kind: 'many-deletions', side, deletions, known: linked, share }] : [];
  });
  return [...empty, ...many];
}

/** Taking the meeting off an appointment counts as well: nobody puts it back. */
const deletesOn = (side: SideName, { steps }: Task): boolean =>
  steps.some((step) =>
    side === 'meeting'
      ? step.kind === 'delete-meeting'
      : step.kind === 'delete-appointment' ||
        (step.kind === 'update-appointment' && step.patch.details === null),
  );
