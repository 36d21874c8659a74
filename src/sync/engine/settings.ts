/** What can be set about a sync; times in milliseconds. */
import { defaultPlanSettings } from '../situation';
import type { PlanSettings } from '../situation';

export interface EngineSettings extends PlanSettings {
  /** So many meetings' details are read in each sync though no list says that they moved, the longest unread first. */
  readonly rotation: number;
  /** How often a call is made at most, the first time included. */
  readonly attempts: number;
  /** After so many faults in a row a side is left in peace until the next sync. */
  readonly breakerAfter: number;
  /** How often something is looked at and planned again in one sync because it moved in the meantime. */
  readonly replans: number;
  /** What was read longer ago is read again before it is written on a side without versions. */
  readonly freshMs: number;
  /** Where a side asks for more patience than this, the rest is left for a later sync. */
  readonly longestWaitMs: number;
  /** What was looked at and left alone without a link is looked at again after this time. */
  readonly leftAloneMs: number;
}

export const defaultEngineSettings: EngineSettings = {
  ...defaultPlanSettings,
  rotation: 5,
  attempts: 4,
  breakerAfter: 10,
  replans: 3,
  freshMs: 60_000,
  longestWaitMs: 60_000,
  leftAloneMs: 6 * 60 * 60_000,
};

/** What decides which meetings are left alone, as one text. */
export const scopeOf = ({ makeAppointments, pastMs, futureMs }: EngineSettings): string =>
  JSON.stringify({ makeAppointments, pastMs, futureMs });
