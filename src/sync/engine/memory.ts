/**
 * What was looked at and has no link, by what the list said of it then: as long as the list says the same it need not
 * be looked at again; and until when a side takes no more creations. Kept by the engine while it runs; a new engine looks once more, and that is all that is lost.
 */
import type { SideName } from '../actions';

export interface Memory {
  /** @param until UTC milliseconds; @param meetingId of an appointment, the meeting that it carries */
  leaveAlone(side: SideName, id: string, seen: { mark: string; until: number; meetingId?: string }): void;
  isLeftAlone(side: SideName, id: string, mark: string, now: number): boolean;
  /** Whether an appointment that carries this meeting was left alone. */
  carries(meetingId: string): boolean;
  forget(side: SideName, id: string): void;
  /** The side takes no more creations before then, UTC milliseconds. */
  spend(side: SideName, until: number): void;
  spentUntil(side: SideName): number;
}

/** What a list says of something that it no longer names. */
export const MISSING = 'missing';

export function createMemory(): Memory {
  const marks = { meeting: new Map<string, Left>(), appointment: new Map<string, Left>() };
  const carriers = new Map<string, number>();
  const spent = new Map<SideName, number>();
  const count = (meetingId: string | undefined, by: number): void => {
    if (meetingId === undefined) return;
    const left = (carriers.get(meetingId) ?? 0) + by;
    if (left > 0) carriers.set(meetingId, left);
    else carriers.delete(meetingId);
  };
  function forget(side: SideName, id: string): void {
    count(marks[side].get(id)?.meetingId, -1);
    marks[side].delete(id);
  }
  return {
    leaveAlone(side, id, seen) {
      forget(side, id);
      marks[side].set(id, seen);
      count(seen.meetingId, 1);
    },
    isLeftAlone(side, id, mark, now) {
      const left = marks[side].get(id);
      return left !== undefined && left.mark === mark && now < left.until;
    },
    spend: (side, until) => void spent.set(side, until),
    spentUntil: (side) => spent.get(side) ?? -Infinity,
    carries: (meetingId) => carriers.has(meetingId),
    forget,
  };
}

interface Left {
  readonly mark: string;
  readonly until: number;
  readonly meetingId?: string;
}
