/** A passcode for a meeting that must have one where Zoom itself would make none. */
import { randomInt } from 'node:crypto';

const LENGTH = 8;
// Without letters and digits that look alike.
const KINDS = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'] as const;

/** Random, with small and capital letters and digits, as Zoom's usual requirements want them. */
export function newPasscode(random: (below: number) => number = randomInt): string {
  const all = KINDS.join('');
  const pick = (from: string) => from.charAt(random(from.length));
  const characters = [...KINDS.map(pick), ...Array.from({ length: LENGTH - KINDS.length }, () => pick(all))];
  // Shuffled (Fisher and Yates), so that the kinds do not have places of their own.
  for (let last = characters.length - 1; last > 0; last -= 1) {
    const other = random(last + 1);
    const [moved = '', kept = ''] = [characters[last], characters[other]];
    characters[other] = moved;
    characters[last] = kept;
  }
  return characters.join('');
}
