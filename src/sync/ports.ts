/**
 * What the engine needs of a side. Owned here, filled by `providers/` (any calendar) and by whoever reaches Zoom.
 *
 * A side never throws anything but a `SideFault`. It says what it can as data (`Capabilities`), and the engine makes the
 * best of it: a side without versions is read before it is written, one whose list rows carry few fields is asked for
 * details where a row moved, one that cannot tell deletions is asked for what is missing. `tests/sync/conformance/`
 * is what every side has to pass.
 */
import type { AppointmentItem, Deviation, JoinDetails, MeetingItem, Times } from './model';

export interface Capabilities {
  /** `delta`: with a cursor only what changed since; `list`: always everything. */
  readonly changes: 'delta' | 'list';
  /** What a change carries: the whole item, or a row with few of its fields. */
  readonly rows: 'items' | 'rows';
  /** Writes can be tied to the version that was read. */
  readonly versions: boolean;
  /** Says what was deleted. Otherwise what is no longer listed is asked for: it may only have expired. */
  readonly deletions: boolean;
  /** Can change and cancel single occurrences of a series. */
  readonly occurrences: boolean;
  /** Most items of one `read`, `create`, `update` or `remove`. */
  readonly batch: number;
  /** Calls at a time. */
  readonly parallel: number;
  /** Most creations in 24 hours; null: no limit. Zoom: 100 a host. */
  readonly creationsADay: number | null;
}

/** Something that may have changed. */
export type Change<Item> =
  | { readonly kind: 'item'; readonly item: Item }
  /** One row of a list with few fields, as one text: the same text, nothing moved that the row would show. */
  | { readonly kind: 'row'; readonly id: string; readonly row: string }
  | { readonly kind: 'deleted'; readonly id: string };

export interface ChangePage<Item> {
  readonly changes: readonly Change<Item>[];
  /** True on every page of an answer that names everything there is, rather than what changed. */
  readonly whole: boolean;
  /** On the last page: from where to go on next time. Null: from the beginning (a side without delta). */
  readonly cursor?: string | null;
}

/** What became of one write. Whatever is not `done` changed nothing. */
export type Written<Item> =
  /** As the side has it now: what was asked may have been brought into its own form. */
  | { readonly kind: 'done'; readonly item: Item }
  /** The expected version is no longer the present one. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'gone' }
  /** It will never be taken like this. `code` is one of the error catalogue. */
  | { readonly kind: 'refused'; readonly code: string }
  /** This one is to be tried again. */
  | { readonly kind: 'failed'; readonly fault: SideFault };

/** A write that removes answers no item. */
export type Removed = Exclude<Written<never>, { kind: 'done' }> | { readonly kind: 'done' };

export type FaultKind =
  /** Nothing was heard: it may or may not have happened. The only fault after which an effect has to be looked for. */
  | 'timeout'
  /** Too many requests. `retryAfterMs` where it was told. */
  | 'busy'
  /** The side, or the way to it, is down. */
  | 'down'
  /** The cursor means nothing to it any more: start again. */
  | 'cursor-invalid'
  /** The day's creations are used up. `retryAfterMs` until there are more. */
  | 'budget'
  /** The person has to sign in again, or may not do this. */
  | 'denied'
  /** It was stopped on purpose (`AbortSignal`). */
  | 'cancelled'
  /** What it said makes no sense. */
  | 'broken';

/** The one thing a side throws. Nothing happened, except perhaps after `timeout`. */
export class SideFault extends Error {
  constructor(
    readonly kind: FaultKind,
    readonly retryAfterMs?: number,
    options?: ErrorOptions,
  ) {
    super(kind, options);
    this.name = 'SideFault';
  }
}

/** How many requests are left, as the side said last: waited for before it bites. Null where it says nothing. */
export interface Budget {
  readonly remaining: number;
  /** UTC milliseconds from when on there are more again. */
  readonly resetsAt: number;
}

interface Side<Item, Draft, Patch> {
  readonly capabilities: Capabilities;
  /**
   * What changed since the cursor, page by page; from null on, everything.
   * @throws SideFault `cursor-invalid` before the first page: the caller starts again from null
   */
  changes(cursor: string | null, signal: AbortSignal): AsyncIterable<ChangePage<Item>>;
  /** @returns each of them as it is now; `gone` for what is not there (deleted, expired, never was, not ours to see) */
  read(ids: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, Item | 'gone'>>;
  /** One answer for each, in the same order. */
  create(drafts: readonly Draft[], signal: AbortSignal): Promise<readonly Written<Item>[]>;
  update(patches: readonly Patch[], signal: AbortSignal): Promise<readonly Written<Item>[]>;
  remove(those: readonly Expected[], signal: AbortSignal): Promise<readonly Removed[]>;
  budget(): Budget | null;
}

/** An item as it was when it was read. `version` null: whatever it is. */
export interface Expected {
  readonly id: string;
  readonly version: string | null;
}

/** What is to be of single occurrences: only those named are touched. `kind: 'as-series'` takes the deviation back. */
export type OccurrencePatch = Deviation | { readonly kind: 'as-series'; readonly original: string };

export interface MeetingDraft {
  /** The same claim never makes a second meeting, and finds the one that it made. */
  readonly claim: string;
  readonly topic: string;
  readonly times: Times;
  /** The meeting whose settings it gets. */
  readonly like: string | null;
}

export interface MeetingPatch extends Expected {
  readonly topic?: string;
  /** All times, occurrences included. Never beside `occurrences`. */
  readonly times?: Times;
  readonly occurrences?: readonly OccurrencePatch[];
}

export interface MeetingSide extends Side<MeetingItem, MeetingDraft, MeetingPatch> {
  /** Whether these claims made meetings; those that did not are left out. */
  findClaims(claims: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, MeetingItem>>;
}

export interface AppointmentDraft {
  readonly meetingId: string;
  readonly subject: string;
  readonly times: Times;
  readonly details: JoinDetails;
}

export interface AppointmentPatch extends Expected {
  readonly subject?: string;
  readonly times?: Times;
  readonly occurrences?: readonly OccurrencePatch[];
  /**
   * Writes the invitation, and the location where that is `join` or `none`; null takes everything of the meeting off:
   * invitation, property, our location. The person's own text stays byte for byte.
   */
  readonly details?: JoinDetails | null;
  /** The meeting that it carries from now on; beside `details`. */
  readonly meetingId?: string;
}

export interface AppointmentSide extends Side<AppointmentItem, AppointmentDraft, AppointmentPatch> {
  /** All appointments that carry one of these meetings. */
  find(meetingIds: readonly string[], signal: AbortSignal): Promise<readonly AppointmentItem[]>;
}
