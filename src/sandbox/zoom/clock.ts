/**
 * The stand-in's clock: a source of time plus an offset that tests move.
 */
export class Clock {
  /** Milliseconds added to the source. */
  offset = 0;

  constructor(private readonly source: () => number) {}

  /** Milliseconds since 1970. */
  now(): number {
    return this.source() + this.offset;
  }
}
