/**
 * The file of a side of this bench: its items as JSON in SQLite, each with the number of its last change, so that what
 * changed since a cursor is found without looking at the rest.
 */
import Database from 'libsql';
import * as z from 'zod/mini';

const Row = z.object({ id: z.string(), json: z.string(), sequence: z.number(), deleted: z.number() });
export type Row = z.infer<typeof Row>;
const Last = z.object({ last: z.nullable(z.number()) });

export interface StoredItem {
  readonly id: string;
  /** The meeting that it carries, or the claim under which it was made. */
  readonly key: string;
  readonly json: string;
}

export class Store {
  private readonly db: InstanceType<typeof Database>;
  private sequence: number;

  constructor(file: string) {
    this.db = new Database(file);
    this.db.exec('pragma journal_mode = wal');
    this.db.exec('pragma synchronous = normal');
    this.db.exec(`create table if not exists items (
      id text primary key, key text not null, json text not null, sequence integer not null, deleted integer not null default 0
    ) without rowid`);
    this.db.exec('create index if not exists by_sequence on items (sequence)');
    this.db.exec('create index if not exists by_key on items (key)');
    const { last } = Last.parse(this.db.prepare('select max(sequence) as last from items').get());
    this.sequence = last ?? 0;
  }

  get last(): number {
    return this.sequence;
  }

  /** In the order of their changes. */
  since(sequence: number, most: number): Row[] {
    return z
      .array(Row)
      .parse(
        this.db
          .prepare(
            'select id, json, sequence, deleted from items where sequence > ? order by sequence limit ?',
          )
          .all(sequence, most),
      );
  }

  /** By id, those that are there. */
  after(id: string, most: number): Row[] {
    return z
      .array(Row)
      .parse(
        this.db
          .prepare(
            'select id, json, sequence, deleted from items where id > ? and deleted = 0 order by id limit ?',
          )
          .all(id, most),
      );
  }

  byId(ids: readonly string[]): Row[] {
    return this.by('id', ids);
  }

  byKey(keys: readonly string[]): Row[] {
    return this.by('key', keys);
  }

  private by(column: 'id' | 'key', values: readonly string[]): Row[] {
    const found = this.db
      .prepare(
        `select id, json, sequence, deleted from items where ${column} in (select value from json_each(?)) and deleted = 0`,
      )
      .all(JSON.stringify(values));
    return z.array(Row).parse(found);
  }

  /** @param item gets the number of its change, which is its version */
  put(items: readonly ((version: number) => StoredItem)[]): StoredItem[] {
    const statement = this.db.prepare(
      `insert into items (id, key, json, sequence) values (?, ?, ?, ?)
      on conflict (id) do update set key = excluded.key, json = excluded.json, sequence = excluded.sequence, deleted = 0`,
    );
    return this.together(() =>
      items.map((make) => {
        const item = make(++this.sequence);
        statement.run(item.id, item.key, item.json, this.sequence);
        return item;
      }),
    );
  }

  remove(ids: readonly string[]): void {
    const statement = this.db.prepare('update items set deleted = 1, sequence = ? where id = ?');
    this.together(() => ids.forEach((id) => statement.run(++this.sequence, id)));
  }

  private together<T>(work: () => T): T {
    this.db.exec('begin immediate');
    const result = work();
    this.db.exec('commit');
    return result;
  }

  close(): void {
    this.db.close();
  }
}
