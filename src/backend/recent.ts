/**
 * What was read from the database a moment ago, so that a busy caller does not cost a query for each request. Nothing
 * is trusted for longer than `FRESH_MS` after its reading began, whether or not anybody tells of a change; whoever knows
 * of one makes it forgotten at once.
 *
 * A clock that is put back makes nothing fresh again for more than another `FRESH_MS`, so two seconds hold even then.
 */

/** How long after its reading began something is trusted. */
export const FRESH_MS = 1_000;
/** More than these are not kept; the oldest go first. */
const MOST = 20_000;

export interface Recent<T> {
  /** What was read lately; otherwise it is read now, once for all who ask meanwhile. Failures are not kept. */
  get(key: string, read: () => Promise<T>): T | Promise<T>;
  /** @param isMeant unless this says no; what is still being read is always meant */
  forget(key: string, isMeant?: (value: T) => boolean): void;
  /** Looks at everything. */
  forgetWhere(isMeant: (value: T) => boolean): void;
}

interface Entry<T> {
  readonly begunAt: number;
  value: T | Promise<T>;
}

export interface RecentOptions {
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly most?: number;
}

export function createRecent<T extends object>({ now, most = MOST }: RecentOptions): Recent<T> {
  // In the order in which their readings began.
  const entries = new Map<string, Entry<T>>();

  const isFresh = ({ begunAt }: Entry<T>, at: number): boolean => at >= begunAt && at - begunAt < FRESH_MS;

  function makeRoom(at: number): void {
    for (const [key, entry] of entries) {
      if (entries.size < most && isFresh(entry, at)) return;
      entries.delete(key);
    }
  }

  async function readInto(key: string, entry: Entry<T>, reading: Promise<T>): Promise<T> {
    try {
      return (entry.value = await reading);
    } catch (error) {
      if (entries.get(key) === entry) entries.delete(key);
      throw error;
    }
  }

  return {
    get(key, read) {
      const at = now();
      const kept = entries.get(key);
      if (kept !== undefined && isFresh(kept, at)) return kept.value;
      entries.delete(key);
      makeRoom(at);
      const reading = read();
      const entry: Entry<T> = { begunAt: at, value: reading };
      entries.set(key, entry);
      return (entry.value = readInto(key, entry, reading));
    },
    forget(key, isMeant = () => true) {
      const entry = entries.get(key);
      if (entry !== undefined && (entry.value instanceof Promise || isMeant(entry.value)))
        entries.delete(key);
    },
    forgetWhere(isMeant) {
      for (const [key, { value }] of entries)
        if (value instanceof Promise || isMeant(value)) entries.delete(key);
    },
  };
}
