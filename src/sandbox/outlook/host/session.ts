/**
 * One opened appointment: its live state, shared by the form and by every frame of the add-in that belongs to it.
 *
 * A compose session holds what the person and the add-in are writing; nothing reaches the mailbox before it is
 * saved. A read session shows a received appointment. Instants are UTC milliseconds.
 */
import type { Recurrence } from '../../../domain/recurrence';
import type { Body, Person } from '../../../helper/embedded/model';
import { splitLocations } from './locations';
import { agreed } from './series';

export type NotificationType =
  'informationalMessage' | 'progressIndicator' | 'errorMessage' | 'insightMessage';

/** A message of the add-in in the bar above the item. */
export interface Notification {
  readonly key: string;
  readonly type: NotificationType;
  readonly message: string;
  readonly icon?: string | undefined;
  readonly persistent?: boolean | undefined;
}

/** What an opened appointment holds; replaced as a whole with every change. */
export interface ItemState {
  readonly subject: string;
  readonly body: Body;
  readonly location: string;
  readonly start: number;
  readonly end: number;
  readonly allDay: boolean;
  readonly timeZone: string;
  /** How the series repeats, also while one occurrence of it is open; null for a single appointment. */
  readonly recurrence: Recurrence | null;
  /** Id of the series while one occurrence of it is open. */
  readonly seriesId: string | undefined;
  readonly organizer: Person;
  readonly required: readonly Person[];
  readonly optional: readonly Person[];
  /** The properties of every add-in, by add-in id, each one JSON string. */
  readonly customProperties: Readonly<Record<string, string>>;
  readonly notifications: readonly Notification[];
  /** What the add-in keeps for as long as the item is open. */
  readonly sessionData: Readonly<Record<string, string>>;
  /** The item's id once it is in the mailbox. */
  readonly savedId: string | undefined;
  readonly changeNumber: number | undefined;
  readonly sent: boolean;
  readonly created: number | undefined;
  readonly modified: number | undefined;
}

/** What Outlook tells add-ins that asked for it. */
export type ItemEvent =
  | { readonly kind: 'timeChanged'; readonly start: number; readonly end: number }
  /** Not told when the recurrence is taken away, as in Outlook. */
  | { readonly kind: 'recurrenceChanged'; readonly recurrence: Recurrence }
  | { readonly kind: 'recipientsChanged'; readonly required: boolean; readonly optional: boolean }
  | { readonly kind: 'locationsChanged'; readonly locations: readonly string[] }
  | { readonly kind: 'itemChanged' };

/** What the session needs from around it. Each rejects when it could not be done. */
export interface ItemPorts {
  /** Saves the item as it is, without sending; gives back its id. */
  saveDraft(): Promise<string>;
  /** Writes the properties of a received item straight to the mailbox, as there is no save in a read view. */
  saveReceivedProperties(all: Readonly<Record<string, string>>): Promise<void>;
}

/** Puts data where the person's cursor is. */
export type CursorWriter = (data: string) => void;

export class ItemSession {
  #state: ItemState;
  readonly #watchers = new Set<() => void>();
  readonly #eventListeners = new Set<(event: ItemEvent) => void>();
  #cursorWriter: CursorWriter | undefined;

  constructor(
    readonly mode: 'compose' | 'read',
    initial: ItemState,
    readonly ports: ItemPorts,
  ) {
    this.#state = initial;
  }

  get state(): ItemState {
    return this.#state;
  }

  /** Calls back after every change; gives back how to stop that. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Changes the item and tells add-ins what Outlook would tell them. */
  edit(patch: Partial<ItemState>): void {
    const before = this.#state;
    this.#state = agreed(before, patch);
    for (const event of eventsBetween(before, this.#state)) this.#emit(event);
    this.#notify();
  }

  /** Replaces the item by what the mailbox holds now; what only lives in the open form stays. */
  replace(fresh: ItemState): void {
    const { notifications, sessionData } = this.#state;
    this.edit({ ...fresh, notifications, sessionData });
    if (this.mode === 'read') this.#emit({ kind: 'itemChanged' });
  }

  listen(listener: (event: ItemEvent) => void): () => void {
    this.#eventListeners.add(listener);
    return () => this.#eventListeners.delete(listener);
  }

  /** The editor offers to write at its cursor, as long as it is on screen. */
  offerCursor(writer: CursorWriter): () => void {
    this.#cursorWriter = writer;
    return () => {
      if (this.#cursorWriter === writer) this.#cursorWriter = undefined;
    };
  }

  /** Writes at the cursor; false when there is none. */
  writeAtCursor(data: string): boolean {
    if (!this.#cursorWriter) return false;
    this.#cursorWriter(data);
    return true;
  }

  #emit(event: ItemEvent): void {
    for (const listener of [...this.#eventListeners]) listener(event);
  }

  #notify(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

function eventsBetween(before: ItemState, after: ItemState): ItemEvent[] {
  const events: ItemEvent[] = [];
  if (before.start !== after.start || before.end !== after.end) {
    events.push({ kind: 'timeChanged', start: after.start, end: after.end });
  }
  const { recurrence } = after;
  if (recurrence && JSON.stringify(recurrence) !== JSON.stringify(before.recurrence)) {
    events.push({ kind: 'recurrenceChanged', recurrence });
  }
  const required = !samePeople(before.required, after.required);
  const optional = !samePeople(before.optional, after.optional);
  if (required || optional) events.push({ kind: 'recipientsChanged', required, optional });
  if (before.location !== after.location) {
    events.push({ kind: 'locationsChanged', locations: splitLocations(after.location) });
  }
  return events;
}

function samePeople(one: readonly Person[], other: readonly Person[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
