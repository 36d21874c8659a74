/** The profile's change log: rows are appended by each write, kept for a while, and read from a cursor on. */
import { canResume, type ChangeDraft, type ChangePage, type LogBounds } from './changes';
import type { Connection } from './database';
import { toBounds, toChange } from './rows';

export class ChangeLog {
  constructor(
    private readonly connection: Connection,
    private readonly keep: number,
  ) {}

  /** Appends a change, drops rows that are too old, and returns the change's sequence. */
  append({ kind, storeId, folderId, itemId, searchKey, originalDate }: ChangeDraft): number {
    const sequence = this.connection.run(
      'INSERT INTO changes (kind, store_id, folder_id, item_id, search_key, original_date) VALUES (?, ?, ?, ?, ?, ?)',
      [kind, storeId, folderId, itemId, searchKey, originalDate ?? null],
    );
    this.connection.run('DELETE FROM changes WHERE sequence <= ?', [sequence - this.keep]);
    return sequence;
  }

  /** The first and last sequence kept. */
  bounds(): LogBounds {
    return toBounds(
      this.connection.rows('SELECT MIN(sequence) AS first, MAX(sequence) AS last FROM changes')[0],
    );
  }

  /** At most `limit` changes after `cursor`, or the news that the log does not reach back to there. */
  since(cursor: number, limit: number): ChangePage {
    const bounds = this.bounds();
    const startAgain: ChangePage = { kind: 'start-again', sequence: bounds.last };
    if (!canResume(cursor, bounds)) return startAgain;
    const changes = this.connection
      .rows('SELECT * FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?', [cursor, limit])
      .map(toChange);
    // Sequences have no gaps; one here means that another process cut the log between the two looks at it.
    const first = changes[0]?.sequence;
    if (first !== undefined && first !== cursor + 1) return startAgain;
    const next = changes.at(-1)?.sequence ?? cursor;
    return { kind: 'changes', changes, next, more: next < bounds.last };
  }
}
