/** The table of what is to be looked at again. */
import type { Due } from '../journal';
import type { Connection } from './connection';
import { toDue } from './rows';
import { toColumn, toList, toNullableColumn } from './text';

const columns = 'side, id, not_before, failures, problem';
const removal = 'DELETE FROM due WHERE side = ? AND id IN (SELECT value FROM json_each(?))';
const order = 'ORDER BY not_before, side, id';

export class DueTable {
  constructor(
    private readonly connection: Connection,
    private readonly now: () => number,
  ) {}

  /** What was noted in the future, before the clock was set back, would wait nobody knows how long: it is due. */
  at(now: number): Due[] {
    const sql = `SELECT ${columns} FROM due WHERE not_before <= ? OR noted_at > ? ${order}`;
    return this.connection.rows(sql, [now, now]).map(toDue);
  }

  failed(): Due[] {
    return this.connection.rows(`SELECT ${columns} FROM due WHERE failures > 0 ${order}`).map(toDue);
  }

  put({ side, id, notBefore, failures, problem }: Due): void {
    this.connection.run(`INSERT OR REPLACE INTO due (${columns}, noted_at) VALUES (?, ?, ?, ?, ?, ?)`, [
      side,
      toColumn(id),
      notBefore,
      failures,
      toNullableColumn(problem),
      this.now(),
    ]);
  }

  remove(those: readonly Pick<Due, 'side' | 'id'>[]): void {
    for (const side of ['meeting', 'appointment'] as const) {
      const ids = those.flatMap((one) => (one.side === side ? [one.id] : []));
      if (ids.length > 0) this.connection.run(removal, [side, toList(ids)]);
    }
  }
}
