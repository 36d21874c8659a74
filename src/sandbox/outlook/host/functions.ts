/**
 * Ribbon functions: a hidden page of the add-in for each open item, started at the first press.
 *
 * A press while a function runs is passed on as well; what two presses do is the add-in's business. A function
 * that does not end within five minutes is given up, and its page with it, as Outlook does.
 */
import { startedWith } from './client/settings';
import type { HostControl } from './control';
import type { FrameListeners, FrameOptions } from './frame';
import { AddInFrame } from './frame';

/** How long a function may run, and how long its page may take to start, in ms. */
const functionLimit = 5 * 60_000;
const startLimit = 60_000;

export interface FunctionsOptions {
  readonly url: string;
  readonly context: FrameOptions['context'];
  readonly control: HostControl;
  readonly now: () => number;
  /** Where the page lies; not visible but while Office.js asks something there. */
  readonly container: HTMLElement;
  /** Calls back after ms unless stopped. */
  readonly schedule: (callback: () => void, ms: number) => () => void;
  /** How many functions run. */
  readonly onRunning: (count: number) => void;
  /** A function ended badly; the reason is for the person. */
  readonly onFailed: (functionName: string, reason: string) => void;
  readonly onPrompt: FrameListeners['onPrompt'];
  readonly onWindowBlocked: FrameListeners['onWindowBlocked'];
}

interface Run {
  readonly functionName: string;
  readonly sourceId: string;
  readonly stopLimit: () => void;
  started: boolean;
}

export class RibbonFunctions {
  readonly #options: FunctionsOptions;
  readonly #runs = new Map<string, Run>();
  #page: { readonly frame: AddInFrame; readonly stopLimit: () => void; readonly client: string } | undefined;

  constructor(options: FunctionsOptions) {
    this.#options = options;
  }

  /** Runs a function; it is passed on as soon as the page is there. */
  press(functionName: string, sourceId: string): void {
    const id = crypto.randomUUID();
    const stopLimit = this.#options.schedule(() => this.#giveUp('It did not finish in time.'), functionLimit);
    this.#runs.set(id, { functionName, sourceId, stopLimit, started: false });
    this.#options.control.recordCommand({ id, functionName, state: 'starting' });
    this.#options.onRunning(this.#runs.size);
    // A page that was told of one client makes room for one that is told of another, once nothing runs in it.
    if (this.#runs.size === 1 && this.#page && this.#page.client !== this.#client()) this.#close();
    const page = (this.#page ??= this.#open());
    if (page.frame.ready) this.#passOn();
  }

  /** The item is closed: what still runs loses its page. */
  dispose(): void {
    for (const [id, run] of this.#runs) {
      run.stopLimit();
      this.#options.control.recordCommand({
        id,
        functionName: run.functionName,
        state: 'failed',
        reason: 'closed',
      });
    }
    this.#runs.clear();
    this.#close();
  }

  #open() {
    const frame = new AddInFrame({
      container: this.#options.container,
      title: `${this.#options.context.host.addIn.name}, ribbon functions`,
      url: this.#options.url,
      role: 'functions',
      context: this.#options.context,
      control: this.#options.control,
      now: this.#options.now,
      listeners: {
        onReady: () => {
          this.#page?.stopLimit();
          this.#passOn();
        },
        onCommandCompleted: (id, status) => this.#completed(id, status),
        onPrompt: this.#options.onPrompt,
        onWindowBlocked: this.#options.onWindowBlocked,
      },
    });
    const stopLimit = this.#options.schedule(() => this.#giveUp('The add-in did not start.'), startLimit);
    frame.start();
    return { frame, stopLimit, client: this.#client() };
  }

  #client(): string {
    return startedWith(this.#options.control.settings());
  }

  #passOn(): void {
    for (const [id, run] of this.#runs) {
      if (run.started || !this.#page?.frame.invoke(id, run.functionName, run.sourceId)) continue;
      run.started = true;
      this.#options.control.recordCommand({ id, functionName: run.functionName, state: 'running' });
    }
  }

  #completed(id: string, status: number): void {
    const run = this.#runs.get(id);
    if (!run) return;
    run.stopLimit();
    this.#runs.delete(id);
    const failed = status === 0 ? undefined : `It ended with error ${status}.`;
    this.#options.control.recordCommand({
      id,
      functionName: run.functionName,
      state: failed ? 'failed' : 'completed',
      ...(failed ? { reason: failed } : {}),
    });
    this.#options.onRunning(this.#runs.size);
    if (failed) this.#options.onFailed(run.functionName, failed);
  }

  #giveUp(reason: string): void {
    const runs = [...this.#runs];
    this.#runs.clear();
    this.#close();
    for (const [id, run] of runs) {
      run.stopLimit();
      this.#options.control.recordCommand({ id, functionName: run.functionName, state: 'failed', reason });
      this.#options.onFailed(run.functionName, reason);
    }
    this.#options.onRunning(0);
  }

  #close(): void {
    if (!this.#page) return;
    this.#page.stopLimit();
    this.#page.frame.dispose();
    this.#page = undefined;
    this.#options.onPrompt?.(false);
  }
}
