/**
 * Keeps the times of an open series and its recurrence in agreement, whichever of them is changed. Pure.
 *
 * The form and an add-in change a series by its recurrence or by its first occurrence's times; the other follows. One
 * occurrence has times of its own beside the recurrence of its series, so nothing follows there.
 */
import { movedTo, slotOn } from '../../../helper/embedded/series';
import type { ItemState } from './session';

/** The state after a change. */
export function agreed(before: ItemState, patch: Partial<ItemState>): ItemState {
  const after = { ...before, ...patch };
  if (after.seriesId !== undefined || !after.recurrence) return after;
  if (patch.recurrence && patch.recurrence !== before.recurrence) {
    const { start, end } = slotOn(after.recurrence, after.recurrence.start.slice(0, 10));
    return { ...after, start, end };
  }
  const moved = after.start !== before.start || after.end !== before.end;
  // An end before the start is the person's to mend; until then there is no duration.
  if (!moved || after.end < after.start) return after;
  return { ...after, recurrence: movedTo(after.recurrence, after.start, after.end) };
}
