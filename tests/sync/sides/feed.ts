/** What changed since when: the memory behind a cursor. */
import { SideFault } from '../../../src/sync/ports';

export interface Feed {
  /** Something happened to it. @returns a number that was never there before, for its version */
  touch(id: string): number;
  readonly cursor: () => string;
  /** The ids that changed since, in the order of their last change. @throws SideFault `cursor-invalid` */
  since(cursor: string): string[];
  /** All cursors that were ever given mean nothing any more. */
  forget(): void;
}

export function createFeed(): Feed {
  /** In the order of the last change. */
  const changed = new Map<string, number>();
  let last = 0;
  let epoch = 1;
  return {
    touch(id) {
      last += 1;
      changed.delete(id);
      changed.set(id, last);
      return last;
    },
    cursor: () => `${epoch}:${last}`,
    since(cursor) {
      const [, of, from] = /^(\d+):(\d+)$/.exec(cursor) ?? [];
      if (Number(of) !== epoch || from === undefined || Number(from) > last) {
        throw new SideFault('cursor-invalid');
      }
      return [...changed].filter(([, at]) => at > Number(from)).map(([id]) => id);
    },
    forget() {
      epoch += 1;
    },
  };
}
