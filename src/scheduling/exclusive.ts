/**
 * One piece of work at a time: among all frames of this person's browser where there are Web Locks, else in this
 * frame. A frame that closes lets go of its turn.
 */

/** The part of `navigator.locks` that is used. */
export interface Locks {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export type Exclusively = <T>(work: () => Promise<T>) => Promise<T>;

/** Takes turns under one name. `locks` is undefined where the browser has none. */
export function exclusiveOver(locks: Locks | undefined, name: string): Exclusively {
  let last: Promise<unknown> = Promise.resolve();
  const inThisFrame: Exclusively = (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
  if (!locks) return inThisFrame;
  return async (work) => {
    let begun = false;
    try {
      return await locks.request(name, () => {
        begun = true;
        return work();
      });
    } catch (thrown) {
      // Pages without a real origin have the API and may not use it.
      if (begun) throw thrown;
      return inThisFrame(work);
    }
  };
}
