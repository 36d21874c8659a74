/**
 * The way to one side during one sync: no more calls at a time than it takes, none beyond its budget, faults that may
 * pass tried again, and an end to it when too many come in a row.
 */
import type { Budget, Capabilities, FaultKind } from '../ports';
import { SideFault } from '../ports';
import type { CallName } from './report';
import { noCalls } from './report';
import { mayPass, retryDelayMs } from './retry';
import type { EngineSettings } from './settings';

export interface CallerOptions {
  readonly side: { readonly capabilities: Capabilities; budget(): Budget | null };
  readonly signal: AbortSignal;
  readonly settings: EngineSettings;
  /** UTC milliseconds. */
  now(): number;
  random(): number;
  /** May end early when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export interface How {
  /** How often at most; after a `timeout` only a question is asked again, never a write. */
  readonly attempts?: number;
  /** It is to find out which item of a call is to blame, so a fault says less about the side. */
  readonly isSearch?: boolean;
}

export interface Caller {
  /**
   * Makes a call, again where its fault may pass.
   * @throws SideFault the last one
   */
  call<T>(name: CallName, send: () => Promise<T>, how?: How): Promise<T>;
  /** A fault that came as the answer for one item. */
  heard(fault: SideFault): void;
  /** Waits before the next attempt; throws the fault where the wait is too long for this sync. */
  pause(attempt: number, fault: SideFault): Promise<void>;
  /** What closed the way for the rest of this sync. */
  readonly closedBy: () => SideFault | undefined;
  /** Whether it was this side that said so. */
  readonly said: (fault: SideFault) => boolean;
  readonly counts: Readonly<Record<CallName, number>>;
}

const writes: readonly CallName[] = ['create', 'update', 'remove'];

/** How far one fault goes towards giving the side up; what may be the fault of a single item goes less far. */
function weightOf(kind: FaultKind, isSearch: boolean, breakerAfter: number): number {
  if (kind === 'broken' || (isSearch && (mayPass(kind) || kind === 'denied'))) return 1 / 4;
  if (kind === 'denied') return breakerAfter / 3;
  return mayPass(kind) ? 1 : 0;
}

export function createCaller({ side, signal, settings, now, random, sleep }: CallerOptions): Caller {
  const counts = noCalls();
  const waiting: (() => void)[] = [];
  let taken = 0;
  let sent = 0;
  let faultsInRow = 0;
  let quietUntil = 0;
  let closedBy: SideFault | undefined;
  const faults = new WeakSet<SideFault>();

  function stopIfOver(): void {
    if (signal.aborted) throw new SideFault('cancelled');
    if (closedBy) throw closedBy;
  }

  async function inTurn<T>(run: () => Promise<T>): Promise<T> {
    if (taken >= side.capabilities.parallel) await new Promise<void>((resolve) => waiting.push(resolve));
    else taken += 1;
    try {
      return await run();
    } finally {
      // The place is handed on, so that nobody slips in between.
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    }
  }

  /** Until when nothing more may be sent: the side said so, or its requests are used up. */
  function busyUntil(): number {
    const budget = side.budget();
    const isUsedUp = budget !== null && budget.remaining - sent <= 0;
    return isUsedUp ? Math.max(budget.resetsAt, quietUntil) : quietUntil;
  }

  async function waitUntil(until: number): Promise<void> {
    const milliseconds = until - now();
    if (milliseconds > settings.longestWaitMs) throw noted(new SideFault('busy', milliseconds));
    await sleep(milliseconds, signal);
  }

  function noted(fault: SideFault): SideFault {
    faults.add(fault);
    return fault;
  }

  function heard({ kind, retryAfterMs }: SideFault): void {
    if (kind === 'busy' && retryAfterMs !== undefined) {
      quietUntil = Math.max(quietUntil, now() + retryAfterMs);
    }
  }

  function note(fault: SideFault, isSearch: boolean): void {
    heard(noted(fault));
    const { breakerAfter } = settings;
    faultsInRow += weightOf(fault.kind, isSearch, breakerAfter);
    // Thirds do not add up to a whole.
    if (faultsInRow > breakerAfter - 0.01) closedBy ??= fault;
  }

  async function once<T>(name: CallName, send: () => Promise<T>, isSearch: boolean): Promise<T> {
    // Between the last look at what is left and the call nobody else gets a turn.
    for (stopIfOver(); busyUntil() > now(); stopIfOver()) await waitUntil(busyUntil());
    counts[name] += 1;
    sent += 1;
    try {
      const answer = await send();
      faultsInRow = 0;
      return answer;
    } catch (error) {
      if (error instanceof SideFault) note(error, isSearch);
      throw error;
    } finally {
      sent -= 1;
    }
  }

  async function pause(attempt: number, fault: SideFault): Promise<void> {
    stopIfOver();
    const milliseconds = retryDelayMs(attempt, random(), fault.retryAfterMs);
    if (milliseconds > settings.longestWaitMs) throw fault;
    await sleep(milliseconds, signal);
    stopIfOver();
  }

  return {
    counts,
    closedBy: () => closedBy,
    said: (fault) => faults.has(fault),
    heard,
    pause,
    async call(name, send, { attempts = settings.attempts, isSearch = false } = {}) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await inTurn(() => once(name, send, isSearch));
        } catch (error) {
          if (!(error instanceof SideFault)) throw error;
          const isUnknown = error.kind === 'timeout' && writes.includes(name);
          if (attempt >= attempts || isUnknown || !mayPass(error.kind)) throw error;
          await pause(attempt, error);
        }
      }
    },
  };
}
