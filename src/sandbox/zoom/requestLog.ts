/**
 * The last requests to Zoom's operations, for tests to look at. Paths without query; no headers, no bodies, no secrets.
 */
import type { FaultKind } from './faults';
import type { Operation } from './operations';

export interface LoggedRequest {
  /** UTC milliseconds of the stand-in's clock. */
  at: number;
  method: string;
  path: string;
  operation: Operation;
  /** Null when the connection was closed without an answer. */
  status: number | null;
  fault: FaultKind | null;
}

const KEPT = 2000;

export class RequestLog {
  private entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.entries.push(entry);
    if (this.entries.length > KEPT) this.entries.shift();
  }

  list(): LoggedRequest[] {
    return [...this.entries];
  }

  clear(): void {
    this.entries = [];
  }
}
