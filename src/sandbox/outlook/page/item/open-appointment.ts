/**
 * One appointment opened in a window: what was read from the mailbox, what is being changed, and how it is saved.
 *
 * Independent of React. The live state is the host's session; this adds what the mailbox knows of it.
 */
import type { Appointment, Person, Store } from '../../../../helper/embedded/model';
import { samePattern } from '../../../../helper/embedded/series';
import type { SaveRequest } from '../../contract';
import type { ItemState } from '../../host/session';
import { ItemSession } from '../../host/session';
import type { Mailbox } from '../client';
import { MailboxError } from '../client';

/** What happened to the item elsewhere while it was open here with changes. */
export type Elsewhere = 'none' | 'changed' | 'deleted';

/** What a new appointment starts with. Instants in UTC ms. */
export interface Draft {
  readonly start: number;
  readonly end: number;
  readonly allDay: boolean;
  /** Everything else is taken from this one. */
  readonly copyOf?: Appointment;
}

export class OpenAppointment {
  readonly session: ItemSession;
  /** Made in this window; discarding it takes it out of the mailbox again. */
  readonly isNew: boolean;
  /** Occurrences that were changed or cancelled on their own, of the series as it lies in the mailbox. */
  #exceptions: Pick<Appointment, 'recurrence' | 'exceptionCount'> = { recurrence: null };
  #saved: string;
  #elsewhere: Elsewhere = 'none';
  #saving: Promise<unknown> = Promise.resolve();
  readonly #watchers = new Set<() => void>();

  constructor(
    private readonly mailbox: Mailbox,
    readonly store: Store,
    opened: Appointment | Draft,
    /** Whether the person may write into this calendar. */
    writable = true,
  ) {
    this.isNew = !('id' in opened);
    const state = 'id' in opened ? stateOf(opened) : freshState(opened, store);
    const received = 'id' in opened && !sameAddress(opened.organizer, store.owner);
    this.session = new ItemSession(received || !writable ? 'read' : 'compose', state, {
      saveDraft: async () => (await this.save({ send: false })).id,
      saveReceivedProperties: (all) => this.#saveReceived(all),
    });
    this.#saved = fingerprint(state);
    if ('id' in opened) this.#exceptions = opened;
    this.session.watch(() => this.#notify());
  }

  get elsewhere(): Elsewhere {
    return this.#elsewhere;
  }

  /** Whether something would be lost by closing the window. */
  get changed(): boolean {
    return fingerprint(this.session.state) !== this.#saved;
  }

  /** How many occurrences would lose what makes them differ if the series were saved now. */
  get lostExceptions(): number {
    const { recurrence, seriesId } = this.session.state;
    const { recurrence: saved, exceptionCount = 0 } = this.#exceptions;
    return seriesId === undefined && !samePattern(saved, recurrence) ? exceptionCount : 0;
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /**
   * Saves, and with `send` invites or updates the attendees. With `overwrite` the newest version in the mailbox
   * is replaced whatever it is. Rejects with a `MailboxError`; code `conflict` when it was changed elsewhere.
   */
  save(options: { send: boolean; overwrite?: boolean }): Promise<Appointment> {
    const saving = this.#saving.then(() => this.#write(options));
    this.#saving = saving.catch(() => undefined);
    return saving;
  }

  /** Gives up what was changed here and shows what the mailbox has. */
  async reload(): Promise<void> {
    const { savedId } = this.session.state;
    if (savedId !== undefined) this.#take(await this.mailbox.read(savedId));
  }

  /** Closes without keeping anything: an item that only an add-in saved meanwhile goes too. */
  async discard(): Promise<void> {
    const { savedId } = this.session.state;
    if (this.isNew && savedId !== undefined) await this.mailbox.remove(savedId);
  }

  /** The mailbox says that this item was touched, here or elsewhere. */
  async touched(): Promise<void> {
    await this.#saving;
    const { savedId, changeNumber } = this.session.state;
    if (savedId === undefined) return;
    let fresh: Appointment;
    try {
      fresh = await this.mailbox.read(savedId);
    } catch (error) {
      if (error instanceof MailboxError && error.status === 404) this.#hear('deleted');
      return;
    }
    if (fresh.changeNumber === changeNumber || fresh.changeNumber === this.session.state.changeNumber) return;
    if (this.session.mode === 'compose' && this.changed) this.#hear('changed');
    else this.#take(fresh);
  }

  /** The person keeps their version in spite of the other one. */
  keepMine(): void {
    this.#hear('none');
  }

  async #write({ send, overwrite }: { send: boolean; overwrite?: boolean }): Promise<Appointment> {
    const { state } = this.session;
    const request = requestOf(state, this.store, send);
    const saved = await this.#put(state, request, overwrite === true);
    this.#exceptions = saved;
    this.session.edit(identityOf(saved));
    // What the person typed while it was being saved is not saved yet.
    this.#saved = fingerprint({ ...state, ...identityOf(saved) });
    this.#hear('none');
    return saved;
  }

  async #put(state: ItemState, request: SaveRequest, overwrite: boolean): Promise<Appointment> {
    if (state.savedId === undefined) return this.mailbox.create(request);
    if (!overwrite)
      return this.mailbox.update(state.savedId, { ...request, changeNumber: state.changeNumber });
    try {
      const { changeNumber } = await this.mailbox.read(state.savedId);
      return await this.mailbox.update(state.savedId, { ...request, changeNumber });
    } catch (error) {
      if (error instanceof MailboxError && error.status === 404) return this.mailbox.create(request);
      throw error;
    }
  }

  async #saveReceived(customProperties: Readonly<Record<string, string>>): Promise<void> {
    const { state } = this.session;
    if (state.savedId === undefined) return;
    const request = requestOf({ ...state, customProperties }, this.store, false);
    const write = this.mailbox.update(state.savedId, { ...request, changeNumber: state.changeNumber });
    this.#saving = write.catch(() => undefined);
    this.session.edit(identityOf(await write));
  }

  #take(fresh: Appointment): void {
    const state = stateOf(fresh);
    this.#exceptions = fresh;
    this.#saved = fingerprint(state);
    this.#elsewhere = 'none';
    this.session.replace(state);
  }

  #hear(elsewhere: Elsewhere): void {
    this.#elsewhere = elsewhere;
    this.#notify();
  }

  #notify(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

function sameAddress(one: Person, other: Person): boolean {
  return one.address.toLowerCase() === other.address.toLowerCase();
}

function identityOf(saved: Appointment): Partial<ItemState> {
  const { id, changeNumber, sent, created, modified } = saved;
  return { savedId: id, changeNumber, sent, created, modified };
}

function stateOf(appointment: Appointment): ItemState {
  const { subject, body, location, start, end, allDay, timeZone, organizer, required, optional } =
    appointment;
  const { customProperties, id, changeNumber, sent, created, modified } = appointment;
  return {
    ...{ subject, body, location, start, end, allDay, timeZone, organizer, required, optional },
    ...{ customProperties, savedId: id, changeNumber, sent, created, modified },
    ...{ recurrence: appointment.recurrence, seriesId: appointment.seriesId },
    ...{ notifications: [], sessionData: {} },
  };
}

function freshState({ start, end, allDay, copyOf }: Draft, store: Store): ItemState {
  const blank: ItemState = {
    subject: '',
    body: { format: 'html', content: '' },
    location: '',
    start,
    end,
    allDay,
    timeZone: store.timeZone,
    recurrence: null,
    seriesId: undefined,
    organizer: store.owner,
    required: [],
    optional: [],
    customProperties: {},
    notifications: [],
    sessionData: {},
    savedId: undefined,
    changeNumber: undefined,
    sent: false,
    created: undefined,
    modified: undefined,
  };
  if (!copyOf) return blank;
  const { subject, body, location, timeZone, required, optional, customProperties } = copyOf;
  // A copy of one occurrence is a single appointment.
  const recurrence = copyOf.seriesId === undefined ? copyOf.recurrence : null;
  return { ...blank, subject, body, location, timeZone, required, optional, customProperties, recurrence };
}

/** The fields of the item that a save writes. */
function fieldsOf(state: ItemState) {
  const { subject, body, location, start, end, allDay, timeZone, required, optional, customProperties } =
    state;
  // The recurrence of an occurrence is its series'.
  const recurrence = state.seriesId === undefined ? state.recurrence : null;
  return {
    ...{ subject, body, location, start, end, allDay, timeZone, recurrence },
    required: [...required],
    optional: [...optional],
    customProperties: { ...customProperties },
  };
}

function requestOf(state: ItemState, store: Store, send: boolean): SaveRequest {
  return { ...fieldsOf(state), storeId: store.id, send };
}

function fingerprint(state: ItemState): string {
  return JSON.stringify(fieldsOf(state));
}
