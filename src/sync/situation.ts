/**
 * What a plan is made from: for each meeting that something may have happened to, what is known of it and what was
 * seen of it. Nothing that did not move is in it.
 */
import type { AppointmentItem, Copy, Link, MeetingItem } from './model';

/** What was seen of one meeting and all that carries it. */
export interface Sighting {
  readonly meetingId: string;
  readonly link: Link | undefined;
  /** `unread`: nothing says that it moved; where there is a link, it is as that has it. */
  readonly meeting: MeetingItem | 'gone' | 'unread';
  /**
   * Every appointment that carries this meeting and was seen now. The linked one is among them unless it is `unread` or
   * `gone`.
   */
  readonly appointments: readonly AppointmentItem[];
  /** Of the link's appointment. `none`: the link has none, or there is no link. */
  readonly linked: 'seen' | 'unread' | 'gone' | 'none';
  /** Copies that are known already; those that are gone now. */
  readonly copies: readonly Copy[];
  readonly copiesGone: readonly string[];
}

export interface PlanSettings {
  /** Meetings without an appointment get one. */
  readonly makeAppointments: boolean;
  /** What ended longer ago than this is left alone, and what begins later than that, in milliseconds. */
  readonly pastMs: number;
  readonly futureMs: number;
  /** More deletions on one side than this share of what is linked are asked about, from `deletionsFrom` of them on. */
  readonly deletionShare: number;
  readonly deletionsFrom: number;
}

export const defaultPlanSettings: PlanSettings = {
  makeAppointments: true,
  pastMs: 24 * 60 * 60_000,
  futureMs: 366 * 24 * 60 * 60_000,
  deletionShare: 0.2,
  deletionsFrom: 10,
};

export interface Situation {
  /** UTC milliseconds. */
  readonly now: number;
  readonly sightings: readonly Sighting[];
  /** How many meetings are linked with an appointment. */
  readonly linked: number;
  /** Sides that told everything they have, and how much that was; absent where a side told changes alone. */
  readonly listed: { readonly meeting?: number; readonly appointment?: number };
  readonly settings: PlanSettings;
  /** The meeting side can change single occurrences, and so on: what of a plan each side can carry out. */
  readonly can: {
    readonly meeting: { readonly occurrences: boolean };
    readonly appointment: { readonly occurrences: boolean };
  };
}
