/** The machine's own clock for a Zoom client that was given no other. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Sleep, Timer } from './http';

export const systemSleep: Sleep = async (milliseconds, signal) => {
  try {
    await delay(milliseconds, undefined, signal ? { signal } : {});
  } catch (thrown) {
    // Node wraps the reason in an error of its own; callers compare with the signal's.
    throw signal?.aborted ? signal.reason : thrown;
  }
};

export const systemTimer: Timer = (milliseconds, fire) => {
  const timer = setTimeout(fire, milliseconds);
  return () => clearTimeout(timer);
};
