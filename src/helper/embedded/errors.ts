/** The embedded profile's errors: one class, its codes, and what each tells the caller. */
import type { Appointment } from './model';

/**
 * - `not-found`: no such item, store or folder (an item's id also ends when it moves to another folder)
 * - `conflict`: the item was changed since the caller read it; the error carries it as it is now
 * - `invalid`: the values given cannot be stored, e.g. an end before its start
 * - `crosses-occurrence`: an occurrence would come to lie on the day of its neighbour in the series, or past it
 * - `damaged`: the file, or a row of it, does not hold what this profile wrote
 * - `newer-file`: the file was written by a newer version of the product
 * - `busy`: another process kept the file locked for longer than the time allowed
 * - `closed`: the profile was closed
 */
export type ProfileErrorCode =
  'not-found' | 'conflict' | 'invalid' | 'crosses-occurrence' | 'damaged' | 'newer-file' | 'busy' | 'closed';

/** Thrown by every operation of the embedded profile; `message` is one sentence fit for a log or a person. */
export class ProfileError extends Error {
  override readonly name: string = 'ProfileError';

  constructor(
    readonly code: ProfileErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A refused write, with the item as it is in the file now, so that the caller can merge or ask. */
export class ConflictError extends ProfileError {
  override readonly name = 'ConflictError';

  constructor(readonly current: Appointment) {
    super('conflict', 'The appointment was changed meanwhile.');
  }
}
