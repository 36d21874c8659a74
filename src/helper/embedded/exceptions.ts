/** The profile's table of exceptions: occurrences that differ from their series, by the search key of the series. */
import type { LocalDate } from '../../domain/recurrence';
import type { Connection } from './database';
import type { Exception } from './occurrences';
import { toException } from './rows';

export class Exceptions {
  constructor(private readonly connection: Connection) {}

  /** Those of each of the given series, by original date. */
  ofSeries(searchKeys: readonly string[]): Map<string, Exception[]> {
    const found = this.connection
      .rows(
        `SELECT * FROM exceptions WHERE search_key IN (SELECT value FROM json_each(?))
         ORDER BY search_key, original_date`,
        [JSON.stringify(searchKeys)],
      )
      .map(toException);
    const bySeries = new Map<string, Exception[]>();
    for (const { searchKey, ...exception } of found)
      bySeries.set(searchKey, [...(bySeries.get(searchKey) ?? []), exception]);
    return bySeries;
  }

  /** Keeps an exception, in place of the one on its date. */
  put(searchKey: string, { originalDate, cancelled, changeNumber, modified, fields }: Exception): void {
    this.connection.run(
      `INSERT INTO exceptions (search_key, original_date, cancelled, change_number, modified, fields)
         VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (search_key, original_date) DO UPDATE SET cancelled = excluded.cancelled,
         change_number = excluded.change_number, modified = excluded.modified, fields = excluded.fields`,
      [searchKey, originalDate, cancelled ? 1 : 0, changeNumber, modified, JSON.stringify(fields)],
    );
  }

  /** Gives up the exceptions on these dates: the occurrences are as their series again. */
  drop(searchKey: string, dates: readonly LocalDate[]): void {
    this.connection.run(
      'DELETE FROM exceptions WHERE search_key = ? AND original_date IN (SELECT value FROM json_each(?))',
      [searchKey, JSON.stringify(dates)],
    );
  }

  /** Gives up all exceptions of a series. */
  dropAll(searchKey: string): void {
    this.connection.run('DELETE FROM exceptions WHERE search_key = ?', [searchKey]);
  }
}
