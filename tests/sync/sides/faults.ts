/** What can go wrong with a call to a side, said beforehand by a script or by chance. */
import type { FaultKind } from '../../../src/sync/ports';
import type { Random } from './random';

export type SideName = 'meeting' | 'appointment';

/** One page of `changes` is one call. */
export type CallName = 'changes' | 'read' | 'create' | 'update' | 'remove' | 'find' | 'findClaims';

export interface Call {
  readonly side: SideName;
  readonly name: CallName;
  /** Counted from 1 over all calls of this side. */
  readonly number: number;
  /** How many items it is about; of a page of changes 0. */
  readonly size: number;
}

export type Fault =
  /** Nothing is heard. Of a write, so many of its items (from the first on) were done all the same. */
  | { readonly kind: 'lost'; readonly done: 'none' | 'all' | number }
  /** Nothing happens, and the side says why. */
  | {
      readonly kind: 'says';
      readonly fault: Exclude<FaultKind, 'timeout'>;
      readonly retryAfterMs?: number;
    }
  /** This call and those after it, so many in all, find nobody there. */
  | { readonly kind: 'down'; readonly calls: number }
  /** These items of a write fail, the others are done. */
  | {
      readonly kind: 'items-fail';
      readonly failing: readonly number[];
      readonly fault: Exclude<FaultKind, 'timeout'>;
    }
  /** Before it arrives, something else happens: somebody edits the item, or the caller's signal is aborted. */
  | { readonly kind: 'meanwhile'; readonly happens: () => void };

/** Asked at each call. */
export type FaultScript = (call: Call) => Fault | undefined;

export interface FaultChances {
  /** Share of the calls that go wrong, 0 to 1. */
  readonly share: number;
  /** Out of which; by default all that a side can say by itself and that pass again. */
  readonly kinds?: readonly ('lost' | 'busy' | 'down' | 'items-fail' | 'cursor-invalid' | 'broken')[];
}

/** Faults by chance. `cursor-invalid` comes over pages of changes alone, and never twice in a row. */
export function faultsByChance(random: Random, { share, kinds = usual }: FaultChances): FaultScript {
  let cursorWasInvalid = false;
  return (call) => {
    if (!random.chance(share)) return undefined;
    const kind = random.pick(kinds);
    switch (kind) {
      case 'lost':
        return { kind, done: random.pick(['none', 'all', random.below(call.size + 1)] as const) ?? 'none' };
      case 'busy':
        return {
          kind: 'says',
          fault: kind,
          ...(random.chance(0.5) ? { retryAfterMs: 1000 * (1 + random.below(5)) } : {}),
        };
      case 'down':
        return { kind, calls: 1 + random.below(4) };
      case 'items-fail':
        return { kind, failing: [random.below(Math.max(call.size, 1))], fault: 'busy' };
      case 'cursor-invalid':
        if (call.name !== 'changes') return undefined;
        cursorWasInvalid = !cursorWasInvalid;
        return cursorWasInvalid ? { kind: 'says', fault: kind } : undefined;
      case 'broken':
        return { kind: 'says', fault: kind };
      case undefined:
        return undefined;
    }
  };
}

const usual = ['lost', 'busy', 'down', 'items-fail', 'cursor-invalid'] as const;

/** These faults one after the other, each at the first call that it is meant for; later calls go well. */
export interface FaultQueue {
  readonly script: FaultScript;
  /** `name` absent: at the next call, whichever it is. */
  add(fault: Fault, name?: CallName): void;
  readonly waiting: () => number;
}

export function createFaultQueue(otherwise?: FaultScript): FaultQueue {
  const queue: { fault: Fault; name: CallName | undefined }[] = [];
  return {
    script(call) {
      const at = queue.findIndex(({ name }) => name === undefined || name === call.name);
      return at < 0 ? otherwise?.(call) : queue.splice(at, 1)[0]?.fault;
    },
    add(fault, name) {
      queue.push({ fault, name });
    },
    waiting: () => queue.length,
  };
}
