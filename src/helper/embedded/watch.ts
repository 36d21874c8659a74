/**
 * Tells followers of the profile every change once and in order, whoever made it.
 *
 * SQLite's `data_version` moves when another connection committed; it is asked on every tick, and at once when the
 * file system says that the write-ahead log was touched. What is told comes from the change log only, each follower
 * having its own cursor in it, so that a signal that comes twice, late or for nothing costs a look and no more.
 */
import { watch as watchFiles } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { ChangePage } from './changes';
import type { Change } from './model';

/** What a follower hears. `failed` is told once for a run of failures; nothing was skipped by it. */
export type WatchEvent =
  | { kind: 'change'; change: Change }
  | { kind: 'start-again'; sequence: number }
  | { kind: 'failed'; error: unknown };

export type WatchListener = (event: WatchEvent) => void;

/** Where the watcher's impulses come from; tests give their own. Each returns a function that stops it. */
export interface Impulses {
  /** Calls `action` again and again, `milliseconds` apart. */
  every(milliseconds: number, action: () => void): () => void;
  /** Calls `action` when a file whose path begins with `file` is touched; it may miss touches. */
  touched(file: string, action: () => void): () => void;
}

/** Impulses of a real process: a timer that does not keep it alive, and the file system's notifications. */
export const systemImpulses: Impulses = {
  every(milliseconds, action) {
    const timer = setInterval(action, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
  touched(file, action) {
    const name = basename(file);
    try {
      const watcher = watchFiles(dirname(file), { persistent: false }, (_event, touched) => {
        if (touched === null || touched.startsWith(name)) action();
      });
      // The notifications are a fast path: without them the timer still finds every change.
      watcher.on('error', () => watcher.close());
      return () => watcher.close();
    } catch {
      return () => undefined;
    }
  },
};

/** Throws where nobody catches: a listener's error is a fault of the program. */
export function throwUncaught(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

/** What the watcher needs of the profile. */
export interface Watched {
  file: string;
  /** Moves when another connection committed. */
  version(): number;
  page(cursor: number, limit: number): ChangePage;
}

interface Follower {
  cursor: number;
  listener: WatchListener;
  active: boolean;
  failing: boolean;
}

const pageSize = 500;

export class Watcher {
  private readonly followers = new Set<Follower>();
  private seenVersion: number | null = null;
  private poked = false;
  private stops: (() => void)[] = [];

  constructor(
    private readonly watched: Watched,
    private readonly impulses: Impulses,
    private readonly milliseconds: number,
    private readonly onListenerError: (error: unknown) => void,
  ) {}

  /** Follows from after `cursor`; returns a function that ends it, after which the listener is not called again. */
  follow(listener: WatchListener, cursor: number): () => void {
    const follower: Follower = { cursor, listener, active: true, failing: false };
    this.followers.add(follower);
    if (this.stops.length === 0) {
      const look = (): void => this.look();
      this.stops = [
        this.impulses.every(this.milliseconds, look),
        this.impulses.touched(this.watched.file, look),
      ];
    }
    this.poke();
    return () => {
      follower.active = false;
      this.followers.delete(follower);
      if (this.followers.size === 0) this.rest();
    };
  }

  /** This connection wrote: `data_version` does not tell, so look as soon as the caller is done. */
  poke(): void {
    if (this.poked || this.followers.size === 0) return;
    this.poked = true;
    queueMicrotask(() => {
      this.poked = false;
      for (const follower of [...this.followers]) this.tell(follower);
    });
  }

  /** Ends every following. */
  close(): void {
    for (const follower of this.followers) follower.active = false;
    this.followers.clear();
    this.rest();
  }

  private rest(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
  }

  private look(): void {
    let version: number | null = null;
    try {
      // Read before the log: what is committed in between moves it again and is looked at on the next tick.
      version = this.watched.version();
    } catch {
      // Unknown version: telling finds and reports the failure.
    }
    const retry = [...this.followers].some(({ failing }) => failing);
    if (version !== null && version === this.seenVersion && !retry) return;
    this.seenVersion = version;
    for (const follower of [...this.followers]) this.tell(follower);
  }

  private tell(follower: Follower): void {
    let more = true;
    while (more && follower.active) {
      let page: ChangePage;
      try {
        page = this.watched.page(follower.cursor, pageSize);
      } catch (error) {
        if (!follower.failing) {
          follower.failing = true;
          this.call(follower, { kind: 'failed', error });
        }
        return;
      }
      follower.failing = false;
      more = page.kind === 'changes' && page.more;
      this.hand(follower, page);
    }
  }

  private hand(follower: Follower, page: ChangePage): void {
    if (page.kind === 'start-again') {
      follower.cursor = page.sequence;
      this.call(follower, { kind: 'start-again', sequence: page.sequence });
      return;
    }
    for (const change of page.changes) {
      if (!follower.active) return;
      // Before the listener: if it throws, or writes to the profile itself, nothing is told twice.
      follower.cursor = change.sequence;
      this.call(follower, { kind: 'change', change });
    }
  }

  /** A listener that throws must not keep the others from hearing. */
  private call(follower: Follower, event: WatchEvent): void {
    try {
      follower.listener(event);
    } catch (error) {
      this.onListenerError(error);
    }
  }
}
