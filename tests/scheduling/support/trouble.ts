/**
 * Trouble on demand for doubles: each call passes a gate that may refuse it before or after its effect, or make it
 * wait for its turn.
 */
import { ProductError } from '../../../src/domain/errors';

/** When a call fails: before it did anything, or after, as when an answer is lost. */
export type Fault = 'before' | 'after';

export class Trouble {
  /** Names of the calls so far, in order. */
  readonly calls: string[] = [];
  private readonly faults: { call: string; nth: number; fault: Fault }[] = [];
  private readonly seen = new Map<string, number>();
  /** Faults by a rule instead of by name; asked for every call while set. */
  rule: ((call: string) => Fault | undefined) | undefined;
  /** What every call waits for before its effect. */
  turn: (call: string) => Promise<void> = () => Promise.resolve();
  /** What happens in the world during a call. */
  during: (call: string) => void = () => undefined;

  constructor(private readonly errorFor: (call: string, fault: Fault) => ProductError) {}

  /** Makes the nth call from now of this name fail, or every one with `nth` 0. */
  fail(call: string, fault: Fault = 'before', nth = 1): void {
    this.faults.push({ call, fault, nth: nth === 0 ? 0 : (this.seen.get(call) ?? 0) + nth });
  }

  heal(): void {
    this.faults.length = 0;
    this.rule = undefined;
  }

  async through<T>(call: string, effect: () => T): Promise<T> {
    this.calls.push(call);
    const count = (this.seen.get(call) ?? 0) + 1;
    this.seen.set(call, count);
    const fault =
      this.rule?.(call) ??
      this.faults.find((each) => each.call === call && (each.nth === 0 || each.nth === count))?.fault;
    await this.turn(call);
    this.during(call);
    if (fault === 'before') throw this.errorFor(call, fault);
    const result = effect();
    if (fault === 'after') throw this.errorFor(call, fault);
    return result;
  }
}

/** What a host that refuses (or does not answer in time) is heard as. */
export const hostError = (call: string, fault: Fault): ProductError =>
  new ProductError('host-call-failed', {
    action: call,
    ...(fault === 'after' ? { timedOut: true } : { hostCode: 5000 }),
  });

/** What a backend that is away, or whose answer is lost, is heard as. */
export const backendError = (_call: string, fault: Fault): ProductError =>
  new ProductError(fault === 'after' ? 'zoom-outcome-unknown' : 'backend-unavailable');
