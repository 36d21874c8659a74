/** The profile's table of items: read, searched and written, each write with its row in the change log. */
import { changeBetween, type Place } from './changes';
import type { Connection } from './database';
import { ProfileError } from './errors';
import { Exceptions } from './exceptions';
import type { ChangeLog } from './log';
import type { Appointment } from './model';
import type { Exception, Series } from './occurrences';
import { storable, toItem, type Found } from './rows';
import { spanOf } from './series';

/** Beyond every instant that an item may have, in ms either side of 1970. */
const forever = 1e16;
const selectItem = `SELECT items.*, folders.kind AS folder_kind,
    (SELECT COUNT(*) FROM exceptions WHERE exceptions.search_key = items.search_key) AS exception_count
  FROM items JOIN folders ON folders.id = items.folder_id`;

function placeOf({ appointment, folderKind }: Pick<Found, 'appointment' | 'folderKind'>): Place {
  const { id, searchKey, storeId, folderId } = appointment;
  return { id, searchKey, storeId, folderId, folderKind };
}

/** From the first to the last instant that an item has something at, all occurrences of a series included. */
function wholeSpan(
  { start, end, recurrence }: Appointment,
  exceptions: readonly Exception[],
): { starts: number; ends: number } {
  const span = recurrence ? spanOf(recurrence) : undefined;
  const moved = exceptions.flatMap(({ cancelled, fields }) => (cancelled ? [] : [fields]));
  const lastEnd = span ? (span.end ?? forever) : end;
  return {
    starts: Math.min(span?.start ?? start, ...moved.map((fields) => fields.start ?? Infinity)),
    ends: Math.max(lastEnd, ...moved.map((fields) => fields.end ?? -Infinity)),
  };
}

export class Items {
  readonly exceptions: Exceptions;

  constructor(
    private readonly connection: Connection,
    private readonly changeLog: ChangeLog,
  ) {
    this.exceptions = new Exceptions(connection);
  }

  /** The item with this id, a series as a whole. Errors: `not-found`, `damaged`. */
  find(id: string): Found {
    const [row] = this.connection.rows(`${selectItem} WHERE items.id = ?`, [id]);
    if (row === undefined) throw new ProfileError('not-found', 'The appointment is not there any more.');
    return toItem(row);
  }

  /** Those of these ids that are there. */
  findMany(ids: readonly string[]): Appointment[] {
    const wanted = `${selectItem} WHERE items.id IN (SELECT value FROM json_each(?))`;
    return this.connection.rows(wanted, [JSON.stringify(ids)]).map((row) => toItem(row).appointment);
  }

  /** The copies of one appointment in the calendars, oldest first. */
  byUid(uid: string): Appointment[] {
    return this.connection
      .rows(`${selectItem} WHERE items.uid = ? AND folders.kind = 'calendar' ORDER BY items.created`, [uid])
      .map((row) => toItem(row).appointment);
  }

  /** The item with this search key, in whatever folder. */
  bySearchKey(searchKey: string): Found | undefined {
    const [row] = this.connection.rows(`${selectItem} WHERE items.search_key = ?`, [searchKey]);
    return row === undefined ? undefined : toItem(row);
  }

  /** The items of a folder that overlap [from, to), by start; a series with its whole span. */
  inFolder(folderId: string, from: number = -forever, to: number = forever): Found[] {
    // An appointment without duration at `from` counts as inside, although it ends there.
    return this.connection
      .rows(
        `${selectItem} WHERE items.folder_id = ? AND items.ends >= ? AND items.starts < ?
           AND (items.ends > ? OR items.starts = items.ends)
         ORDER BY items.starts, items.created, items.search_key`,
        [folderId, from, to, from],
      )
      .map(toItem);
  }

  /** The items with what is known of their occurrences. */
  asSeries(found: readonly Found[]): Series[] {
    const keys = found.filter(({ appointment }) => appointment.recurrence).map(keyOf);
    const exceptions = keys.length === 0 ? new Map() : this.exceptions.ofSeries(keys);
    return found.map((one) => ({
      appointment: one.appointment,
      ownChange: one.ownChange,
      exceptions: exceptions.get(keyOf(one)) ?? [],
    }));
  }

  /** Logs the write, stores the item with the log's sequence as its change number, and returns it so. */
  write(before: Found | null, after: Pick<Found, 'appointment' | 'folderKind'>): Appointment {
    const change = changeBetween(before && placeOf(before), placeOf(after));
    const changeNumber = this.changeLog.append(change);
    const fields = storable(after.appointment);
    const appointment = { ...after.appointment, ...fields, changeNumber };
    const { id, searchKey, uid, storeId, folderId, created, modified } = appointment;
    const { starts, ends } = wholeSpan(appointment, this.exceptionsOf(searchKey));
    this.connection.run(
      `INSERT INTO items (search_key, id, uid, store_id, folder_id, change_number, own_change, created, modified, starts, ends, fields)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (search_key) DO UPDATE SET id = excluded.id, store_id = excluded.store_id,
         folder_id = excluded.folder_id, change_number = excluded.change_number,
         own_change = excluded.own_change, modified = excluded.modified, starts = excluded.starts,
         ends = excluded.ends, fields = excluded.fields`,
      [
        ...[searchKey, id, uid, storeId, folderId, changeNumber, changeNumber, created, modified],
        ...[starts, ends, JSON.stringify(fields)],
      ],
    );
    return this.find(id).appointment;
  }

  /** Logs the write of one occurrence and keeps it; `null` makes it as its series again. */
  writeException(series: Found, originalDate: string, kept: Omit<Exception, 'changeNumber'> | null): void {
    const place = placeOf(series);
    const changeNumber = this.changeLog.append({ ...changeBetween(place, place), originalDate });
    const { searchKey } = series.appointment;
    if (kept) this.exceptions.put(searchKey, { ...kept, changeNumber });
    else this.exceptions.drop(searchKey, [originalDate]);
    const { starts, ends } = wholeSpan(series.appointment, this.exceptionsOf(searchKey));
    this.connection.run(
      'UPDATE items SET change_number = ?, own_change = MAX(own_change, ?), starts = ?, ends = ? WHERE search_key = ?',
      // Taking an exception back changes the occurrence without leaving a row that could carry the number.
      [changeNumber, kept ? 0 : changeNumber, starts, ends, searchKey],
    );
  }

  /** Takes an item away for good. */
  remove(found: Found): void {
    this.connection.run('DELETE FROM items WHERE id = ?', [found.appointment.id]);
    this.changeLog.append(changeBetween(placeOf(found), null));
  }

  private exceptionsOf(searchKey: string): readonly Exception[] {
    return this.exceptions.ofSeries([searchKey]).get(searchKey) ?? [];
  }
}

const keyOf = ({ appointment }: Found): string => appointment.searchKey;
