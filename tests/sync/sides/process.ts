/**
 * The process that an engine runs in, as far as the sides can see it: it can die at any call, before the call had its
 * effect or after. What it left under way finds nobody any more, while the sides live on for the next process.
 */
import type { Call } from './faults';

export interface Hooks {
  /** The call is about to be sent. What it throws is the end of the process; the call has no effect. */
  readonly beforeCall?: (call: Call) => void;
  /** The call had its effect, and nobody has heard the answer yet. What it throws is the end of the process. */
  readonly afterCall?: (call: Call) => void;
}

/** Thrown at everything that a dead process still tries. */
export class ProcessDied extends Error {
  constructor(options?: ErrorOptions) {
    super('The process died', options);
    this.name = 'ProcessDied';
  }
}

export interface EngineProcess {
  readonly isDead: () => boolean;
  kill(): void;
  /** @throws ProcessDied when it is dead */
  check(): void;
  before(call: Call): void;
  after(call: Call): void;
}

export function createProcess(hooks: Hooks = {}): EngineProcess {
  let death: ProcessDied | undefined;
  const check = (): void => {
    if (death) throw death;
  };
  const run = (hook: ((call: Call) => void) | undefined, call: Call): void => {
    check();
    try {
      hook?.(call);
    } catch (cause) {
      death = new ProcessDied({ cause });
    }
    check();
  };
  return {
    isDead: () => death !== undefined,
    kill() {
      death ??= new ProcessDied();
    },
    check,
    before: (call) => run(hooks.beforeCall, call),
    after: (call) => run(hooks.afterCall, call),
  };
}
