/**
 * The engine's memory, as the engine sees it; `journal/` keeps it in a SQLite file. Synchronous: a local file.
 *
 * What holds at any moment, also after a power cut between two calls:
 *  - Before a step of a task is sent to a side, the task stands here as unfinished with the number of that step.
 *  - A task's outcome for the links, and its end, are one transaction.
 *  - A side's cursor moves in the transaction that records everything that was seen up to it: links that were settled
 *    without any write, and what is still to be looked at (`due`), failed tasks included.
 * So whatever is unfinished is looked up on its side and finished or withdrawn, and nothing is forgotten.
 */
import type { Task, SideName } from './actions';
import type { AppointmentItem, Copy, Link, MeetingItem } from './model';

/** A task whose outcome is not known. */
export interface Unfinished {
  readonly taskId: number;
  readonly task: Task;
  /** The step that was, or was about to be, sent. Those before it are done. */
  readonly step: number;
  /** What the steps before it answered, in their order; null for a removal. */
  readonly answers: readonly (MeetingItem | AppointmentItem | null)[];
}

/** Something to look at again, though no side may tell of it again. */
export interface Due {
  readonly side: SideName;
  readonly id: string;
  /** Not before then, UTC milliseconds. */
  readonly notBefore: number;
  /** How often it failed in a row; 0: it has only to be looked at. */
  readonly failures: number;
  /** Code of the error catalogue, or of a fault, that the person is told; null where nothing failed. */
  readonly problem: string | null;
}

/** Changes of what is known, written together. */
export interface Settled {
  readonly links?: readonly Link[];
  /** By meeting. */
  readonly unlinked?: readonly string[];
  readonly copies?: readonly Copy[];
  /** By appointment. */
  readonly copiesGone?: readonly string[];
  readonly due?: readonly Due[];
  readonly dueDone?: readonly Pick<Due, 'side' | 'id'>[];
  /** Absent: stays where it is. Null: from the beginning. */
  readonly cursors?: Partial<Record<SideName, string | null>>;
  /** What the cursors were read for. Absent: stays as it is. */
  readonly scope?: string;
}

export interface Journal {
  cursor(side: SideName): string | null;
  /** As it was last settled; null where it never was. Another one than this means that what was left alone may not be now. */
  scope(): string | null;
  /** How many meetings are linked with an appointment. */
  countLinks(): number;
  linksOfMeetings(ids: readonly string[]): ReadonlyMap<string, Link>;
  /** By appointment id. */
  linksOfAppointments(ids: readonly string[]): ReadonlyMap<string, Link>;
  /** Copies of these meetings' appointments. */
  copiesOfMeetings(ids: readonly string[]): readonly Copy[];
  copiesOfAppointments(ids: readonly string[]): readonly Copy[];
  /**
   * Every known id of a side with what its list last said of it (`meetingRow`, or the version), to compare a whole list
   * with; in no order, without reading the links' facts. Copies are among the appointments, with no mark and no end.
   */
  known(
    side: SideName,
  ): Iterable<{ readonly id: string; readonly mark: string | null; readonly endsAt: number | null }>;
  /** The meetings whose details were read longest ago and that have not ended by `after`, for the slow rotation. */
  leastRecentlyRead(most: number, after: number): readonly string[];
  due(now: number): readonly Due[];
  /** All that failed, whenever they are due. */
  failed(): readonly Due[];

  /** The steps are about to be sent. Durable when it returns. @returns an id for each */
  begin(tasks: readonly Task[], at: number): readonly number[];
  /** The step before `step` was answered, and `step` is about to be sent. Durable when it returns. */
  advance(taskId: number, step: number, answer: MeetingItem | AppointmentItem | null): void;
  /** The tasks are over, for good or not, and this is what it means. One transaction, durable when it returns. */
  finish(taskIds: readonly number[], settled: Settled): void;
  /** Without any task. One transaction, durable when it returns. */
  settle(settled: Settled): void;
  unfinished(): readonly Unfinished[];
  /** How many creations on this side were finished since then. */
  creationsSince(side: SideName, since: number): number;

  close(): void;
}
