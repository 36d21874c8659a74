/**
 * Text that all frames of the add-in in this Outlook share: pane, ribbon functions, a second window.
 *
 * It is the browser's local storage under Outlook's partition key, so that an add-in inside one Outlook does not
 * read what it left inside another page. Where there is no such storage, a frame keeps its own in memory and says why.
 */

export interface SharedStorage {
  /** `memory` is forgotten with the frame and not shared. */
  readonly kind: 'shared' | 'memory';
  /** Why it is only memory. */
  readonly reason?: string;
  read(key: string): string | undefined;
  /** `undefined` takes the entry away. */
  write(key: string, value: string | undefined): void;
  /** Calls back after a change by this or another frame. Returns the way to stop. */
  onChange(key: string, listener: () => void): () => void;
}

/** What of a browser is needed; absent in the runtime that classic Outlook has for functions without a page. */
export interface StorageWorld {
  /** May throw where the browser forbids storage. */
  readonly storage: () => Storage | undefined;
  readonly partitionKey: string | undefined;
  /** Hears of changes by other frames: the full key, or null when everything was cleared. */
  readonly onForeignChange: (listener: (key: string | null) => void) => () => void;
}

/** The storage of this page. */
export function pageStorage(): SharedStorage {
  return sharedStorage({
    storage: () => globalThis.localStorage,
    partitionKey: typeof Office === 'undefined' ? undefined : Office.context?.partitionKey,
    onForeignChange(listener) {
      if (typeof globalThis.addEventListener !== 'function') return () => undefined;
      const heard = (event: StorageEvent) => listener(event.key);
      globalThis.addEventListener('storage', heard);
      return () => globalThis.removeEventListener('storage', heard);
    },
  });
}

export function sharedStorage(world: StorageWorld): SharedStorage {
  const full = (key: string) => `${world.partitionKey ?? ''}zoom-calendar.${key}`;
  const listeners = new Map<string, Set<() => void>>();
  const tell = (key: string) => listeners.get(key)?.forEach((listener) => listener());
  const opened = openStorage(world, full('probe'));

  return {
    kind: opened.kind,
    ...(opened.reason === undefined ? {} : { reason: opened.reason }),
    read: (key) => opened.get(full(key)),
    write(key, value) {
      opened.set(full(key), value);
      tell(key);
    },
    onChange(key, listener) {
      const own = listeners.get(key) ?? new Set();
      listeners.set(key, own.add(listener));
      const stop = world.onForeignChange((changed) => {
        if (changed === null || changed === full(key)) listener();
      });
      return () => {
        own.delete(listener);
        stop();
      };
    },
  };
}

interface OpenedStorage {
  readonly kind: SharedStorage['kind'];
  readonly reason?: string;
  get(key: string): string | undefined;
  set(key: string, value: string | undefined): void;
}

/** Opens the browser's storage by using it once: some browsers have it and refuse every write. */
function openStorage(world: StorageWorld, probe: string): OpenedStorage {
  try {
    const storage = world.storage();
    if (!storage) return memory('this Outlook has no storage for add-ins');
    storage.setItem(probe, '');
    storage.removeItem(probe);
    return {
      kind: 'shared',
      get: (key) => storage.getItem(key) ?? undefined,
      set: (key, value) => (value === undefined ? storage.removeItem(key) : storage.setItem(key, value)),
    };
  } catch {
    return memory('the browser does not allow add-ins to store anything');
  }
}

function memory(reason: string): OpenedStorage {
  const entries = new Map<string, string>();
  return {
    kind: 'memory',
    reason,
    get: (key) => entries.get(key),
    set: (key, value) => {
      if (value === undefined) entries.delete(key);
      else entries.set(key, value);
    },
  };
}
