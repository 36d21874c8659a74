/**
 * What every call to a side passes: the caller's process, its signal, the injected faults, the side's own limits.
 *
 * Between a call's arrival and its answer a few turns of the microtask queue go by, so that calls made together
 * interleave; no timer is ever used. What a caller does against the side's word (too large a batch, too many calls at
 * a time) is kept in `misuses`.
 */
import { SideFault } from '../../../src/sync/ports';
import type { Budget, Capabilities, Written } from '../../../src/sync/ports';
import type { Clock } from './clock';
import type { Call, CallName, Fault, FaultScript, SideName } from './faults';
import { createFaultQueue } from './faults';
import type { EngineProcess } from './process';
import type { Random } from './random';

/** How many calls in how long the side allows. */
export interface Rate {
  readonly calls: number;
  readonly windowMs: number;
}

export interface DoorOptions {
  readonly side: SideName;
  readonly capabilities: Capabilities;
  readonly clock: Clock;
  readonly random: Random;
  readonly faults?: FaultScript;
  readonly rate?: Rate;
  /** Most turns of the microtask queue that a call takes on its way. */
  readonly turns?: number;
}

/** What a test sees of, and does to, the way to a side. */
export interface Control {
  /** The next call (of this name) goes wrong in this way. */
  fail(fault: Fault, name?: CallName): void;
  /** Faults from now on. */
  script(script: FaultScript | undefined): void;
  /** How often each was called, whatever came of it. */
  readonly calls: Readonly<Record<CallName, number>>;
  readonly misuses: readonly string[];
}

export interface Door {
  readonly control: Control;
  budget(): Budget | null;
  /** One call; `effect` happens at once, in one piece. */
  pass<T>(caller: Caller, name: CallName, size: number, effect: () => T): Promise<T>;
  /** One call that writes items, one by one. */
  passEach<In, Out>(
    caller: Caller,
    name: CallName,
    inputs: readonly In[],
    one: (input: In) => Out,
  ): Promise<(Out | Extract<Written<never>, { kind: 'failed' }>)[]>;
}

export interface Caller {
  readonly process: EngineProcess;
  readonly signal: AbortSignal;
}

/** What `Capabilities.batch` is about. */
const limited: ReadonlySet<CallName> = new Set(['read', 'create', 'update', 'remove']);

export function createDoor(options: DoorOptions): Door {
  const { side, capabilities, clock, random, rate, turns = 2 } = options;
  const calls = { changes: 0, read: 0, create: 0, update: 0, remove: 0, find: 0, findClaims: 0 };
  const misuses: string[] = [];
  let script = options.faults;
  const queue = createFaultQueue((call) => script?.(call));
  let number = 0;
  /** By process: what a dead one left is nobody's misuse. */
  const underway = new WeakMap<EngineProcess, number>();
  let down = 0;
  let window = { began: -Infinity, used: 0 };

  const stopIfAborted = ({ signal }: Caller): void => {
    if (signal.aborted) throw new SideFault('cancelled');
  };

  function count(): void {
    if (rate === undefined) return;
    const now = clock.now();
    if (now >= window.began + rate.windowMs) window = { began: now, used: 0 };
    if (window.used >= rate.calls) throw new SideFault('busy', window.began + rate.windowMs - now);
    window.used += 1;
  }

  const onItsWay = async (): Promise<void> => {
    for (let left = random.below(turns + 1); left > 0; left -= 1) await Promise.resolve();
  };

  function leave(caller: Caller, call: Call): void {
    if (limited.has(call.name) && call.size > capabilities.batch) {
      misuses.push(`${call.name} of ${call.size} items, not ${capabilities.batch} at most`);
      throw new SideFault('broken');
    }
    const together = underway.get(caller.process) ?? 0;
    if (together > capabilities.parallel) misuses.push(`${together} calls at a time`);
    caller.process.before(call);
    stopIfAborted(caller);
  }

  /** At the moment at which the call has its effect; the fault that is left for then. */
  function arrive(caller: Caller, call: Call): Fault | undefined {
    caller.process.check();
    const fault = queue.script(call);
    if (fault?.kind === 'meanwhile') fault.happens();
    stopIfAborted(caller);
    if (fault?.kind === 'down') down = fault.calls;
    if (down > 0) {
      down -= 1;
      throw new SideFault('down');
    }
    if (fault?.kind === 'says') throw new SideFault(fault.fault, fault.retryAfterMs);
    if (fault?.kind === 'lost' && fault.done === 'none') throw new SideFault('timeout');
    count();
    return fault;
  }

  async function through<T>(
    caller: Caller,
    name: CallName,
    size: number,
    effect: (fault: Fault | undefined) => T,
  ): Promise<T> {
    caller.process.check();
    number += 1;
    calls[name] += 1;
    underway.set(caller.process, (underway.get(caller.process) ?? 0) + 1);
    const call: Call = { side, name, number, size };
    try {
      leave(caller, call);
      await onItsWay();
      const fault = arrive(caller, call);
      const answer = effect(fault);
      caller.process.after(call);
      await onItsWay();
      caller.process.check();
      if (fault?.kind === 'lost') throw new SideFault('timeout');
      return answer;
    } finally {
      underway.set(caller.process, (underway.get(caller.process) ?? 1) - 1);
    }
  }

  return {
    control: {
      fail: (fault, name) => queue.add(fault, name),
      script(next) {
        script = next;
      },
      calls,
      misuses,
    },
    budget() {
      if (rate === undefined) return null;
      const isOver = clock.now() >= window.began + rate.windowMs;
      return {
        remaining: isOver ? rate.calls : rate.calls - window.used,
        resetsAt: isOver ? clock.now() : window.began + rate.windowMs,
      };
    },
    pass: (caller, name, size, effect) => through(caller, name, size, () => effect()),
    passEach: (caller, name, inputs, one) =>
      through(caller, name, inputs.length, (fault) => {
        const done = fault?.kind === 'lost' && typeof fault.done === 'number' ? fault.done : inputs.length;
        return inputs.slice(0, done).map((input, index) => {
          if (fault?.kind === 'items-fail' && fault.failing.includes(index)) {
            return { kind: 'failed' as const, fault: new SideFault(fault.fault) };
          }
          return one(input);
        });
      }),
  };
}
