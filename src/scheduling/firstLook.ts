/**
 * What an item showed when it was first looked at, kept until somebody asks what it came with (`saved.ts`). Knows
 * nothing else, so that the pane's first script stays small.
 */
import type { AppointmentSnapshot } from '../domain/appointment';
import type { ComposeAppointment } from '../outlook/item';

const firstLooks = new WeakMap<ComposeAppointment, AppointmentSnapshot>();

export const firstLookAt = (item: ComposeAppointment): AppointmentSnapshot | undefined =>
  firstLooks.get(item);

export const noteFirstLook = (item: ComposeAppointment, snapshot: AppointmentSnapshot): void =>
  void firstLooks.set(item, snapshot);
