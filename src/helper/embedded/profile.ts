/**
 * The embedded profile: people's calendars in one SQLite file that several processes share.
 *
 * Every write is one transaction: the item, and the row of the change log whose sequence becomes the item's change
 * number. Errors are `ProfileError`s. Nothing here is asynchronous except what `watch` tells.
 */
import { randomBytes } from 'node:crypto';
import type { LocalDate, Recurrence } from '../../domain/recurrence';
import type { ChangePage } from './changes';
import { openConnection, type Connection } from './database';
import { ConflictError, ProfileError } from './errors';
import { makeItemId, makeSearchKey, makeUid, splitOccurrenceId, type RandomBytes } from './ids';
import { Items } from './items';
import { ChangeLog } from './log';
import type { Appointment, AppointmentFields, Folder, FolderKind, Person, Store } from './model';
import { occurrencesBetween } from './occurrences';
import { OccurrenceStore } from './occurrenceStore';
import { storable, type Found, type Settings } from './rows';
import { isOnPattern, movedTo, samePattern } from './series';
import { Stores } from './stores';
import { systemImpulses, throwUncaught, Watcher, type Impulses, type WatchListener } from './watch';

/** How to open a profile; everything but `file` has the value that a real process wants. */
export interface ProfileOptions {
  file: string;
  /** The current instant, in UTC ms. */
  now?: () => number;
  random?: RandomBytes;
  impulses?: Impulses;
  /** Told what a watch's listener throws; by default it is thrown on where nobody catches it. */
  onListenerError?: (error: unknown) => void;
  /** How often other processes' changes are looked for, in ms. */
  watchMilliseconds?: number;
  /** How long a writer waits for another one, in ms. */
  busyMilliseconds?: number;
  /** How many rows the change log keeps; followers further behind must start again. */
  keepChanges?: number;
}

/** A new appointment; without a `uid` it gets one of its own, without a `folderKind` it goes into the calendar. */
export interface NewAppointment {
  storeId: string;
  fields: AppointmentFields;
  folderKind?: FolderKind;
  uid?: string;
}

/** Which items to list: those of a folder that overlap [from, to), instants in UTC ms. */
export interface ListQuery {
  storeId: string;
  folderKind?: FolderKind;
  from?: number;
  to?: number;
}

/** Opens the profile in `file`, making it when it is not there. Errors: `damaged`, `newer-file`, `busy`. */
export function openProfile(options: ProfileOptions): Profile {
  return new Profile(openConnection(options.file, options.busyMilliseconds ?? 5000), options);
}

export class Profile {
  private readonly now: () => number;
  private readonly random: RandomBytes;
  private readonly storeTable: Stores;
  private readonly changeLog: ChangeLog;
  private readonly items: Items;
  private readonly occurrences: OccurrenceStore;
  private readonly watcher: Watcher;

  /** Use `openProfile`. */
  constructor(
    private readonly connection: Connection,
    options: ProfileOptions,
  ) {
    this.now = options.now ?? Date.now;
    this.random = options.random ?? randomBytes;
    this.storeTable = new Stores(connection, this.random);
    this.changeLog = new ChangeLog(connection, Math.max(1, options.keepChanges ?? 100_000));
    this.items = new Items(connection, this.changeLog);
    this.occurrences = new OccurrenceStore(this.items, this.now);
    const watched = {
      file: options.file,
      version: () => connection.dataVersion(),
      page: (cursor: number, limit: number) => this.changeLog.since(cursor, limit),
    };
    this.watcher = new Watcher(
      watched,
      options.impulses ?? systemImpulses,
      options.watchMilliseconds ?? 100,
      options.onListenerError ?? throwUncaught,
    );
  }

  /** Ends every watch and lets go of the file. */
  close(): void {
    this.watcher.close();
    this.connection.close();
  }

  /** Runs `action` as one transaction: all that it writes, or nothing. It must not be asynchronous. */
  transaction<Result>(action: () => Result): Result {
    const result = this.connection.transaction(action);
    if (!this.connection.inTransaction) this.watcher.poke();
    return result;
  }

  /** This person's store with its folders, made when it is not there; name and zone become those given. */
  ensureStore(owner: Person, timeZone: string): Store {
    return this.transaction(() => this.storeTable.ensure(owner, timeZone));
  }

  /** All stores, in the order in which they were made. */
  stores(): Store[] {
    return this.storeTable.all();
  }

  /** The store with this id. Errors: `not-found`. */
  store(storeId: string): Store {
    return this.storeTable.read(storeId);
  }

  /** The store of the person with this address, in any case of letters, if there is one here. */
  findStore(address: string): Store | undefined {
    return this.storeTable.findByAddress(address);
  }

  /** One folder of a store. Errors: `not-found`. */
  folder(storeId: string, kind: FolderKind): Folder {
    return this.storeTable.folder(storeId, kind);
  }

  /** A store's roaming settings: a JSON string by name, as an add-in keeps them in the mailbox. Errors: `not-found`. */
  settings(storeId: string): Settings {
    return this.storeTable.settings(storeId);
  }

  /** Replaces a store's roaming settings. Errors: `not-found`. */
  saveSettings(storeId: string, settings: Settings): void {
    this.transaction(() => this.storeTable.saveSettings(storeId, settings));
  }

  /** Puts a new appointment into a folder. Errors: `not-found` (store), `invalid`. */
  create({ storeId, fields, folderKind = 'calendar', uid }: NewAppointment): Appointment {
    return this.transaction(() => {
      const folder = this.folder(storeId, folderKind);
      const now = this.now();
      const appointment: Appointment = {
        ...storable(fields),
        id: makeItemId(folder.id, this.random),
        searchKey: makeSearchKey(this.random),
        uid: uid ?? makeUid(this.random),
        storeId,
        folderId: folder.id,
        changeNumber: 0,
        created: now,
        modified: now,
      };
      return this.items.write(null, { appointment, folderKind });
    });
  }

  /** The appointment or occurrence with this id, wherever it is. Errors: `not-found`, `damaged`. */
  read(id: string): Appointment {
    return splitOccurrenceId(id) ? this.occurrences.read(id) : this.items.find(id).appointment;
  }

  /** Those of the given appointments and occurrences that are there, in the order of the ids. */
  readMany(ids: readonly string[]): Appointment[] {
    const byId = new Map(this.items.findMany(ids).map((item) => [item.id, item]));
    return ids.flatMap((id) => byId.get(id) ?? this.occurrences.find(id) ?? []);
  }

  /**
   * Sets some fields of an appointment or of one occurrence, which is an exception of its series from then on. With
   * `expected`, only if its change number is still that one. A series that takes place at other times loses its
   * exceptions, as in Outlook; moved by `start` and `end` alone, its pattern moves along.
   * Errors: `conflict` (a `ConflictError` with the item as it is), `not-found`, `invalid`, `crosses-occurrence`.
   */
  update(id: string, fields: Partial<AppointmentFields>, expected?: number): Appointment {
    return this.transaction(() =>
      splitOccurrenceId(id)
        ? this.occurrences.update(id, fields, expected)
        : this.updateItem(id, fields, expected),
    );
  }

  /** Puts an appointment into another folder, where it has a new id. Errors: as `update`; `invalid` for an occurrence. */
  move(id: string, folderId: string, expected?: number): Appointment {
    if (splitOccurrenceId(id))
      throw new ProfileError('invalid', 'One occurrence cannot leave the folder of its series.');
    return this.transaction(() => {
      const before = this.expect(id, expected);
      const folder = this.storeTable.folderById(folderId);
      if (folder.id === before.appointment.folderId) return before.appointment;
      const appointment = {
        ...before.appointment,
        id: makeItemId(folder.id, this.random),
        folderId: folder.id,
        storeId: folder.storeId,
        modified: this.now(),
      };
      return this.items.write(before, { appointment, folderKind: folder.kind });
    });
  }

  /**
   * Moves an appointment to its store's Deleted Items and returns it as it is there, with its new id; one that
   * is there already is gone for good, and null is returned. One occurrence is cancelled (null); the last one takes
   * its series along. Errors: as `update`.
   */
  delete(id: string, expected?: number): Appointment | null {
    return this.transaction(() => {
      if (splitOccurrenceId(id)) {
        const { left, series } = this.occurrences.cancel(id, expected);
        if (!left) this.delete(series.id);
        return null;
      }
      const before = this.expect(id, expected);
      if (before.folderKind !== 'deleted-items')
        return this.move(id, this.folder(before.appointment.storeId, 'deleted-items').id);
      this.items.remove(before);
      return null;
    });
  }

  /** Takes back the cancelling of one occurrence. Errors: `not-found`, also for one that is not cancelled. */
  restoreOccurrence(id: string): Appointment {
    return this.transaction(() => this.occurrences.restore(id));
  }

  /** Whether this is the id of an occurrence that was cancelled. */
  isCancelled(id: string): boolean {
    return this.occurrences.isCancelled(id);
  }

  /** The occurrences of a series that were changed (as they are) or cancelled (null). Errors: `not-found`. */
  exceptions(seriesId: string): { originalDate: LocalDate; occurrence: Appointment | null }[] {
    return this.occurrences.exceptions(seriesId);
  }

  /** The items of a folder (the calendar when none is named) by start, a series once; see `ListQuery` for the range. */
  list({ storeId, folderKind = 'calendar', from, to }: ListQuery): Appointment[] {
    return this.items
      .inFolder(this.folder(storeId, folderKind).id, from, to)
      .map(({ appointment }) => appointment);
  }

  /**
   * What a calendar shows: the appointments that overlap [from, to) by start, each series as its occurrences there (of
   * one series at most as many as one that ends may have).
   */
  view({ storeId, folderKind = 'calendar', from, to }: ListQuery): Appointment[] {
    const found = this.items.inFolder(this.folder(storeId, folderKind).id, from, to);
    const shown = this.items
      .asSeries(found)
      .flatMap((one) =>
        one.appointment.recurrence
          ? occurrencesBetween(one, from ?? -Infinity, to ?? Infinity)
          : [one.appointment],
      );
    return shown.sort(
      (one, other) => one.start - other.start || one.created - other.created || (one.id < other.id ? -1 : 1),
    );
  }

  /** The copies of one appointment in the calendars (of one store, if it is named); deleted ones are left out. */
  findByUid(uid: string, storeId?: string): Appointment[] {
    return this.items.byUid(uid).filter((item) => storeId === undefined || item.storeId === storeId);
  }

  /** The appointment with this search key, in whatever folder. */
  findBySearchKey(searchKey: string): Appointment | undefined {
    return this.items.bySearchKey(searchKey)?.appointment;
  }

  /** The sequence of the newest change, 0 when nothing was ever written. */
  latestSequence(): number {
    return this.changeLog.bounds().last;
  }

  /** At most `limit` changes after `sequence`, or the news that the log no longer reaches back to there. */
  changesSince(sequence: number, limit: number): ChangePage {
    return this.changeLog.since(sequence, limit);
  }

  /**
   * Tells every change after `since` (after now, when it is not given) once and in order, also those of other
   * processes. Returns a function that ends it.
   */
  watch(listener: WatchListener, since: number = this.latestSequence()): () => void {
    this.connection.usable();
    return this.watcher.follow(listener, since);
  }

  private expect(id: string, expected?: number): Found {
    const found = this.items.find(id);
    if (expected !== undefined && expected !== found.appointment.changeNumber)
      throw new ConflictError(found.appointment);
    return found;
  }

  private updateItem(id: string, fields: Partial<AppointmentFields>, expected?: number): Appointment {
    const before = this.expect(id, expected);
    const present = before.appointment;
    const recurrence = fields.recurrence === undefined ? followed(present, fields) : fields.recurrence;
    const merged = storable({ ...present, ...fields, recurrence });
    const { searchKey } = present;
    const outdated = this.occurrences
      .exceptions(id)
      .map(({ originalDate }) => originalDate)
      .filter((date) => !merged.recurrence || !isOnPattern(merged.recurrence, date));
    if (!samePattern(present.recurrence, merged.recurrence)) this.items.exceptions.dropAll(searchKey);
    else this.items.exceptions.drop(searchKey, outdated);
    const appointment = { ...present, ...merged, modified: this.now() };
    return this.items.write(before, { appointment, folderKind: before.folderKind });
  }
}

/** The recurrence of an item that is given other times only: a series moves along with its first occurrence. */
function followed(present: Appointment, fields: Partial<AppointmentFields>): Recurrence | null {
  const { recurrence } = present;
  const { start = present.start, end = present.end } = fields;
  const moved = start !== present.start || end !== present.end;
  return recurrence && moved && end >= start ? movedTo(recurrence, start, end) : recurrence;
}
