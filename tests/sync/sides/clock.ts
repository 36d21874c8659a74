/** A side's clock: it stands still until somebody moves it, and need not agree with anybody else's. */
export interface Clock {
  /** UTC milliseconds. */
  now(): number;
}

export interface TestClock extends Clock {
  advance(milliseconds: number): void;
  set(instant: number): void;
}

/** @param start UTC milliseconds */
export function createClock(start: number): TestClock {
  let at = start;
  return {
    now: () => at,
    advance(milliseconds) {
      at += milliseconds;
    },
    set(instant) {
      at = instant;
    },
  };
}

/** A clock that is ahead of another one by so much. */
export const skewed = (clock: Clock, milliseconds: number): Clock => ({
  now: () => clock.now() + milliseconds,
});
