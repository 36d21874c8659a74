/**
 * The embedded profile: people's calendars in one SQLite file that several processes share.
 *
 * Every write is one transaction: the item, and the row of the change log whose sequence becomes the item's change
 * number. Errors are `ProfileError`s. Nothing here is asynchronous except what `watch` tells.
 */
import { randomBytes } from 'node:crypto';
import { changeBetween, type ChangePage, type Place } from './changes';
import { openConnection, type Connection } from './database';
import { ConflictError, ProfileError } from './errors';
import { makeItemId, makeSearchKey, makeUid, type RandomBytes } from './ids';
import { ChangeLog } from './log';
import type { Appointment, AppointmentFields, Folder, FolderKind, Person, Store } from './model';
import { storable, toItem, type Found, type Settings } from './rows';
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

/** Beyond every instant, in ms either side of 1970. */
const forever = 1e16;
const selectItem =
  'SELECT items.*, folders.kind AS folder_kind FROM items JOIN folders ON folders.id = items.folder_id';

function placeOf({ appointment, folderKind }: Found): Place {
  const { id, searchKey, storeId, folderId } = appointment;
  return { id, searchKey, storeId, folderId, folderKind };
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
      return this.write(null, { appointment, folderKind });
    });
  }

  /** The appointment with this id, wherever it is. Errors: `not-found`, `damaged`. */
  read(id: string): Appointment {
    return this.find(id).appointment;
  }

  /** Those of the given appointments that are there, in the order of the ids. */
  readMany(ids: readonly string[]): Appointment[] {
    const wanted = `${selectItem} WHERE items.id IN (SELECT value FROM json_each(?))`;
    const found = this.connection.rows(wanted, [JSON.stringify(ids)]).map((row) => toItem(row).appointment);
    const byId = new Map(found.map((item) => [item.id, item]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /**
   * Sets some fields of an appointment. With `expected`, only if its change number is still that one.
   * Errors: `conflict` (a `ConflictError` with the item as it is), `not-found`, `invalid`.
   */
  update(id: string, fields: Partial<AppointmentFields>, expected?: number): Appointment {
    return this.transaction(() => {
      const before = this.expect(id, expected);
      const merged = storable({ ...before.appointment, ...fields });
      const appointment = { ...before.appointment, ...merged, modified: this.now() };
      return this.write(before, { appointment, folderKind: before.folderKind });
    });
  }

  /** Puts an appointment into another folder, where it has a new id. Errors: as `update`. */
  move(id: string, folderId: string, expected?: number): Appointment {
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
      return this.write(before, { appointment, folderKind: folder.kind });
    });
  }

  /**
   * Moves an appointment to its store's Deleted Items and returns it as it is there, with its new id; one that
   * is there already is gone for good, and null is returned. Errors: as `update`.
   */
  delete(id: string, expected?: number): Appointment | null {
    return this.transaction(() => {
      const before = this.expect(id, expected);
      if (before.folderKind !== 'deleted-items')
        return this.move(id, this.folder(before.appointment.storeId, 'deleted-items').id);
      this.connection.run('DELETE FROM items WHERE id = ?', [id]);
      this.changeLog.append(changeBetween(placeOf(before), null));
      return null;
    });
  }

  /** The appointments of a folder (the calendar when none is named) by start; see `ListQuery` for the range. */
  list({ storeId, folderKind = 'calendar', from = -forever, to = forever }: ListQuery): Appointment[] {
    // An appointment without duration at `from` counts as inside, although it ends there.
    const rows = this.connection.rows(
      `${selectItem} WHERE items.folder_id = ? AND items.ends >= ? AND items.starts < ?
         AND (items.ends > ? OR items.starts = items.ends)
       ORDER BY items.starts, items.created, items.search_key`,
      [this.folder(storeId, folderKind).id, from, to, from],
    );
    return rows.map((row) => toItem(row).appointment);
  }

  /** The copies of one appointment in the calendars (of one store, if it is named); deleted ones are left out. */
  findByUid(uid: string, storeId?: string): Appointment[] {
    return this.connection
      .rows(`${selectItem} WHERE items.uid = ? AND folders.kind = 'calendar' ORDER BY items.created`, [uid])
      .map((row) => toItem(row).appointment)
      .filter((item) => storeId === undefined || item.storeId === storeId);
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

  private find(id: string): Found {
    const [row] = this.connection.rows(`${selectItem} WHERE items.id = ?`, [id]);
    if (row === undefined) throw new ProfileError('not-found', 'The appointment is not there any more.');
    return toItem(row);
  }

  private expect(id: string, expected?: number): Found {
    const found = this.find(id);
    if (expected !== undefined && expected !== found.appointment.changeNumber)
      throw new ConflictError(found.appointment);
    return found;
  }

  /** Logs the write, stores the item with the log's sequence as its change number, and returns it so. */
  private write(before: Found | null, after: Found): Appointment {
    const changeNumber = this.changeLog.append(changeBetween(before && placeOf(before), placeOf(after)));
    const appointment = { ...after.appointment, changeNumber };
    const { id, searchKey, uid, storeId, folderId, created, modified } = appointment;
    const fields = storable(appointment);
    const { start, end } = fields;
    this.connection.run(
      `INSERT INTO items (search_key, id, uid, store_id, folder_id, change_number, created, modified, starts, ends, fields)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (search_key) DO UPDATE SET id = excluded.id, store_id = excluded.store_id,
         folder_id = excluded.folder_id, change_number = excluded.change_number,
         modified = excluded.modified, starts = excluded.starts, ends = excluded.ends, fields = excluded.fields`,
      [
        searchKey,
        id,
        uid,
        storeId,
        folderId,
        changeNumber,
        created,
        modified,
        start,
        end,
        JSON.stringify(fields),
      ],
    );
    return appointment;
  }
}
