/**
 * The one place where a test (or a curious person) looks into the sandbox's Outlook and makes it fail.
 *
 * On the page it is `window.sandboxOutlook`:
 *   failNext(dispatchId, errorCode, times = 1)  the next calls with this id fail, without effect
 *   failAfter(dispatchId, errorCode, times = 1) the next calls with this id take effect, then say that they failed
 *   delay(dispatchId, msOrPromise, times = 1)   the next calls with this id wait before they take effect
 *   hold(dispatchId) / release(dispatchId)      every call with this id waits from now on / goes on
 *   calls() / clearCalls()                      the host calls so far, oldest first / forget them
 *   item()                                      the open item's live state, undefined when none is open
 *   commands()                                  the ribbon functions run so far, with their state
 *   settings()                                  which client this stands in for, and what goes wrong (`client/settings`)
 *   settings({ theme: 'dark', … })              changes some of that; open panes start again where they have to
 *   reset()                                     all of the above but the settings as at the start; held calls go on
 * Dispatch ids are those of `host/calls`; 1 is GetInitialData, 94 a finished ribbon function, 98 getAccessToken.
 */
import type { CallFault, ClientSettings, SettingsPatch } from './client/settings';
import { SettingsStore } from './client/settingsStore';
import { errorCode } from './protocol';
import type { ItemState } from './session';

/** Which of the add-in's pages asked. */
export type FrameRole = 'pane' | 'functions';

/** One call as it arrived. */
export interface CallRecord {
  readonly sequence: number;
  readonly kind: 'method' | 'register' | 'unregister' | 'start';
  readonly dispatchId: number;
  readonly name: string;
  readonly frame: FrameRole;
  /** Instants in UTC ms; `answered` is missing while the add-in waits. */
  readonly at: number;
  answered?: number;
  /** The error it was answered with. */
  errorCode?: number;
}

export interface CommandRecord {
  readonly id: string;
  readonly functionName: string;
  readonly state: 'starting' | 'running' | 'completed' | 'failed';
  readonly reason?: string;
}

type Fault =
  | { readonly kind: 'fail' | 'failAfter'; readonly errorCode: number; times: number }
  | { readonly kind: 'delay'; readonly wait: number | Promise<unknown>; times: number };

/** What is decided about one call before it runs. */
export interface Verdict {
  /** Resolves when the call may go on. */
  readonly ready: Promise<void>;
  readonly failBefore: number | undefined;
  readonly failAfter: number | undefined;
}

export class HostControl {
  #calls: CallRecord[] = [];
  #sequence = 0;
  readonly #faults = new Map<number, Fault[]>();
  readonly #holds = new Map<number, { readonly gate: Promise<void>; readonly open: () => void }>();
  #item: (() => ItemState) | undefined;
  readonly #commands = new Map<string, CommandRecord>();
  /** How often each call came that a setting makes fail. */
  readonly #counts = new Map<CallFault, number>();

  constructor(
    private readonly now: () => number,
    private readonly store: SettingsStore = new SettingsStore(),
  ) {}

  /** What holds now, after what is given was changed. Throws a `ZodError` for what is no setting. */
  readonly settings = (patch?: SettingsPatch): ClientSettings =>
    patch ? this.store.change(patch) : this.store.current();

  /** Calls back after every change of a setting; gives back how to stop that. */
  readonly watchSettings = (watcher: () => void): (() => void) => this.store.watch(watcher);

  failNext(dispatchId: number, errorCode: number, times = 1): void {
    this.#add(dispatchId, { kind: 'fail', errorCode, times });
  }

  failAfter(dispatchId: number, errorCode: number, times = 1): void {
    this.#add(dispatchId, { kind: 'failAfter', errorCode, times });
  }

  delay(dispatchId: number, wait: number | Promise<unknown>, times = 1): void {
    this.#add(dispatchId, { kind: 'delay', wait, times });
  }

  hold(dispatchId: number): void {
    if (this.#holds.has(dispatchId)) return;
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    this.#holds.set(dispatchId, { gate, open });
  }

  release(dispatchId: number): void {
    this.#holds.get(dispatchId)?.open();
    this.#holds.delete(dispatchId);
  }

  calls(): readonly CallRecord[] {
    return this.#calls.map((call) => ({ ...call }));
  }

  clearCalls(): void {
    this.#calls = [];
  }

  item(): ItemState | undefined {
    return this.#item?.();
  }

  commands(): readonly CommandRecord[] {
    return [...this.#commands.values()];
  }

  reset(): void {
    this.#faults.clear();
    for (const id of [...this.#holds.keys()]) this.release(id);
    this.#calls = [];
    this.#commands.clear();
  }

  /** For the page: which item is open now. Gives back how to say that it was closed. */
  watchItem(read: () => ItemState): () => void {
    this.#item = read;
    return () => {
      if (this.#item === read) this.#item = undefined;
    };
  }

  /** For the host: notes a call; the record is completed when it is answered. */
  record(call: Pick<CallRecord, 'kind' | 'dispatchId' | 'name' | 'frame'>): CallRecord {
    const record: CallRecord = { ...call, sequence: (this.#sequence += 1), at: this.now() };
    this.#calls.push(record);
    return record;
  }

  /** For the host: notes how far a ribbon function is. */
  recordCommand(command: CommandRecord): void {
    this.#commands.set(command.id, command);
  }

  /** For the host: what shall happen to the next call with this id and, for the settings' faults, this name. */
  judge(dispatchId: number, name = ''): Verdict {
    const { delayMs } = this.settings();
    const waits: Promise<unknown>[] = delayMs > 0 ? [pause(delayMs)] : [];
    const effect = this.#settingsFault(name);
    if (effect === 'hang') waits.push(new Promise(() => undefined));
    let failBefore: number | undefined = effect === 'fail' ? errorCode.internal : undefined;
    let failAfter: number | undefined = effect === 'fail-after' ? errorCode.internal : undefined;
    const held = this.#holds.get(dispatchId);
    if (held) waits.push(held.gate);
    const faults = this.#faults.get(dispatchId) ?? [];
    for (const kind of ['delay', 'fail', 'failAfter']) {
      const fault = faults.find((one) => one.kind === kind && one.times > 0);
      if (!fault) continue;
      fault.times -= 1;
      if (fault.kind === 'delay') waits.push(pause(fault.wait));
      else if (fault.kind === 'fail') failBefore = fault.errorCode;
      else failAfter = fault.errorCode;
    }
    return { ready: Promise.all(waits).then(() => undefined), failBefore, failAfter };
  }

  #settingsFault(name: string): CallFault['effect'] | undefined {
    const fault = this.settings().faults.find(({ call }) => call === name);
    if (!fault) return undefined;
    const before = this.#counts.get(fault) ?? 0;
    this.#counts.set(fault, before + 1);
    return before % fault.every === 0 ? fault.effect : undefined;
  }

  #add(dispatchId: number, fault: Fault): void {
    this.#faults.set(dispatchId, [...(this.#faults.get(dispatchId) ?? []), fault]);
  }
}

function pause(wait: number | Promise<unknown>): Promise<unknown> {
  return typeof wait === 'number'
    ? new Promise((resolve) => setTimeout(resolve, wait))
    : wait.catch(() => undefined);
}

declare global {
  interface Window {
    sandboxOutlook?: HostControl;
  }
}
