/**
 * The plan of a sync: what is known and what was seen in, what is to be done and why out. Pure, total and
 * deterministic; the rules are in `docs/sync.md`, each by its code.
 */
import type { Plan } from '../actions';
import type { Sighting, Situation } from '../situation';
import { questionsOf } from './guards';
import { decide } from './sighting';

export function plan(situation: Situation): Plan {
  const decided = inOrder(situation.sightings).map((sighting) => decide(sighting, situation));
  const tasks = decided.flatMap((each) => each.tasks);
  return {
    tasks,
    leftAlone: decided.flatMap((each) => each.leftAlone),
    questions: questionsOf(tasks, situation),
  };
}

/** By meeting, each once, with its appointments and copies in an order of their own. */
function inOrder(sightings: readonly Sighting[]): readonly Sighting[] {
  const byMeeting = new Map<string, Sighting>();
  for (const sighting of [...sightings].sort(by(({ meetingId }) => meetingId))) {
    if (byMeeting.has(sighting.meetingId)) continue;
    byMeeting.set(sighting.meetingId, {
      ...sighting,
      appointments: once([...sighting.appointments].sort(by(({ id }) => id)), ({ id }) => id),
      copies: once(
        [...sighting.copies].sort(by(({ appointmentId }) => appointmentId)),
        (copy) => copy.appointmentId,
      ),
      copiesGone: [...new Set(sighting.copiesGone)].sort(),
    });
  }
  return [...byMeeting.values()];
}

/** Two that have the same name are told apart by all that they say. */
const by =
  <T>(name: (each: T) => string) =>
  (a: T, b: T): number =>
    compare(name(a), name(b)) || compare(JSON.stringify(a), JSON.stringify(b));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const once = <T>(those: readonly T[], name: (each: T) => string): readonly T[] =>
  those.filter((each, at) => at === 0 || name(each) !== name(those[at - 1] ?? each));
