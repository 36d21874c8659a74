/** A meeting and its appointment side by side, and what one field of them comes to. */
import type { Reason } from '../actions';
import type { AppointmentFacts, AppointmentItem, MeetingFacts, MeetingItem } from '../model';
import type { AppointmentPatch, MeetingPatch } from '../ports';
import type { Situation } from '../situation';

export interface Pair {
  readonly meeting: MeetingItem;
  readonly appointment: AppointmentItem;
  /** As each was when they last agreed; undefined where they meet for the first time. */
  readonly base: { readonly meeting: MeetingFacts; readonly appointment: AppointmentFacts } | undefined;
  /** UTC milliseconds. */
  readonly now: number;
  readonly can: Situation['can'];
}

/** What is to be written on either side, and why; or why nothing is. */
export interface Field {
  readonly reasons: readonly Reason[];
  readonly toMeeting?: Omit<MeetingPatch, 'id' | 'version'>;
  readonly toAppointment?: Omit<AppointmentPatch, 'id' | 'version'>;
  /** What of the appointment stays agreed as it was. */
  readonly keep?: Partial<AppointmentFacts>;
}

/** Nothing changed. */
export const unchanged: Field = { reasons: [] };

/** It changed, and both sides have it now. */
export const agreed: Field = { reasons: [{ rule: 'agree-already' }] };
