/** Kept data that cannot be used any more, told to whoever can mend it: what, what is wrong, and the remedy. */
import { isAbsolute, relative } from 'node:path';

export interface Damage {
  /** What is kept there, as the beginning of a sentence: `The database in`. */
  readonly what: string;
  /** The file or folder. */
  readonly path: string;
  /** What is wrong with it, as the end of a sentence. */
  readonly because: string;
  /** What to delete to begin anew; `path` itself unless given. */
  readonly remove?: string;
}

/** Its message is whole sentences; the cause, if any, is for the log. */
export class DamagedDataError extends Error {
  override readonly name = 'DamagedDataError';

  constructor({ what, path, because, remove = path }: Damage, cause?: unknown) {
    super(
      `${what} ${forPeople(path)} is damaged: ${because.trim().replace(/\.$/, '')}. ` +
        `Delete ${forPeople(remove)} to begin anew; nothing outside it is lost.`,
      { cause },
    );
  }
}

/** A path as seen from the working directory, which is the project for whoever runs it there. */
export function forPeople(path: string, from = process.cwd()): string {
  const short = relative(from, path);
  return short === '' || short.startsWith('..') || isAbsolute(short) ? path : short;
}
