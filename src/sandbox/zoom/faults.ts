/**
 * Faults that a test asked for, and which one strikes the next request of an operation.
 *
 * `403` (Zoom shut the account out), `429` and `500` answer so and have no effect; `slow` answers after `delayMs`; `timeout-before` has no effect and gives
 * no answer; `timeout-after` has its effect and gives no answer. A connection without answer is held for `delayMs`
 * (0: not at all) and then closed.
 */
import * as z from 'zod';
import { Operation } from './operations';

export const FaultKind = z.enum(['403', '429', '500', 'timeout-before', 'timeout-after', 'slow']);
export type FaultKind = z.infer<typeof FaultKind>;

/** The faults that are answers. */
export const RefusalKind = FaultKind.extract(['403', '429', '500']);
export type RefusalKind = z.infer<typeof RefusalKind>;

export const Fault = z.object({
  operation: Operation,
  fault: FaultKind,
  /** How many requests it still strikes. */
  times: z.int().min(1).default(1),
  delayMs: z.int().min(0).max(120_000).default(0),
});
export type Fault = z.infer<typeof Fault>;

/** The faults that wait, oldest first. */
export class Faults {
  private waiting: Fault[] = [];

  add(fault: Fault): void {
    this.waiting.push({ ...fault });
  }

  list(): Fault[] {
    return this.waiting.map((fault) => ({ ...fault }));
  }

  clear(): void {
    this.waiting = [];
  }

  /** The fault for a request of this operation, used up once. */
  take(operation: Operation): Fault | undefined {
    const fault = this.waiting.find((candidate) => candidate.operation === operation);
    if (fault === undefined) return undefined;
    fault.times -= 1;
    this.waiting = this.waiting.filter((candidate) => candidate.times > 0);
    return fault;
  }
}
