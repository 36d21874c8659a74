/** Notifications on their way: some get lost, some come twice, and they overtake each other. */
import type { Random } from './random';

export interface HintChances {
  readonly lost: number;
  readonly repeated: number;
  /** Share that is still on its way when the others are taken. */
  readonly late: number;
}

export interface Hints {
  tell(id: string): void;
  /** The ids that have arrived by now, in no order, perhaps some of them more than once. */
  drain(): string[];
}

export const reliableHints: HintChances = { lost: 0, repeated: 0, late: 0 };

export function createHints(random: Random, chances: HintChances): Hints {
  let underway: string[] = [];
  return {
    tell(id) {
      if (random.chance(chances.lost)) return;
      underway.push(id);
      if (random.chance(chances.repeated)) underway.push(id);
    },
    drain() {
      const late = new Set(underway.filter(() => random.chance(chances.late)));
      const arrived = underway.filter((id) => !late.has(id));
      underway = underway.filter((id) => late.has(id));
      return random.shuffled(arrived);
    },
  };
}
