/** How long to wait before something is tried again. Pure; `random` is from 0 up to, but not including, 1. */
import type { FaultKind } from '../ports';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
const FIRST_DUE_MS = 60_000;
const LONGEST_DUE_MS = 6 * 60 * 60_000;

/** Between half of it and all of it, so that what failed together is not tried together again. */
const jittered = (milliseconds: number, random: number): number =>
  Math.round(milliseconds * (0.5 + random / 2));

/** Faults after which the same call may go well. After a `timeout` of a write its effect is looked for first. */
export const mayPass = (kind: FaultKind): boolean => kind === 'busy' || kind === 'down' || kind === 'timeout';

/** Faults that say nothing about the item that was asked for: another one would have met them as well. */
export const isOfTheSide = (kind: FaultKind): boolean =>
  kind !== 'broken' && kind !== 'timeout' && kind !== 'denied';

/** @param attempt how many there were, from 1 on; the side's own word is waited for in any case */
export const retryDelayMs = (attempt: number, random: number, retryAfterMs = 0): number =>
  Math.max(retryAfterMs, jittered(Math.min(FIRST_RETRY_MS * 2 ** (attempt - 1), LONGEST_RETRY_MS), random));

/** @param failures how many there were in a row, from 1 on */
export const dueDelayMs = (failures: number, random: number): number =>
  jittered(Math.min(FIRST_DUE_MS * 4 ** (failures - 1), LONGEST_DUE_MS), random);
