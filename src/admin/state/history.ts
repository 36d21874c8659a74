/** Who changed what and when, newest first, and taking a step back. */
import type { AccountClient } from '../../api/policyClient';
import type { HistoryEntry } from '../../api/policy';
import { endsSession, toProductError, type ProductError } from '../../domain/errors';
import { Store } from './store';
import { idle, Worker, type WorkState } from './work';

type Work = 'loading' | 'loading-more' | 'undoing';

export interface HistoryState extends WorkState<Work> {
  readonly entries: readonly HistoryEntry[] | undefined;
  readonly next: string | undefined;
  /** The entry that is being taken back. */
  readonly undoing: string | undefined;
  readonly said: 'undone' | undefined;
}

export class History {
  private readonly store = new Store<HistoryState>({
    ...idle,
    entries: undefined,
    next: undefined,
    undoing: undefined,
    said: undefined,
  });
  private readonly worker: Worker<Work, HistoryState>;
  readonly snapshot = this.store.snapshot;
  readonly subscribe = this.store.subscribe;

  constructor(
    private readonly account: AccountClient,
    private readonly onSessionEnd: (error: ProductError) => void,
    private readonly onUndone: () => void,
  ) {
    this.worker = new Worker(this.store, onSessionEnd);
  }

  readonly load = (): Promise<void> =>
    this.worker.run('loading', async () => {
      const page = await this.account.history();
      this.store.set({ entries: page.entries, next: page.nextPageToken, said: undefined });
    });

  readonly more = (): Promise<void> =>
    this.worker.run('loading-more', async () => {
      const { entries = [], next } = this.snapshot();
      if (next === undefined) return;
      const page = await this.account.history(next);
      this.store.set({ entries: [...entries, ...page.entries], next: page.nextPageToken });
    });

  readonly undo = (id: string): Promise<void> => {
    this.store.set({ undoing: id, said: undefined });
    return this.worker.run('undoing', async () => {
      await this.account.undo(id);
      this.store.set({ said: 'undone' });
      await this.lookAtFirst();
      this.onUndone();
    });
  };

  readonly lookAgain = async (): Promise<void> => {
    if (this.snapshot().working || !this.snapshot().entries) return;
    try {
      await this.lookAtFirst();
    } catch (thrown) {
      const error = toProductError(thrown);
      if (endsSession(error)) this.onSessionEnd(error);
    }
  };

  readonly retry = (): Promise<void> => this.worker.retry();
  readonly dismiss = (): void => this.worker.dismiss();

  /** The newest page, with what was shown below it. */
  private async lookAtFirst(): Promise<void> {
    const page = await this.account.history();
    const { entries = [], next } = this.snapshot();
    const fresh = new Set(page.entries.map(({ id }) => id));
    const meets = entries.some(({ id }) => fresh.has(id));
    const older = meets ? entries.slice(entries.findLastIndex(({ id }) => fresh.has(id)) + 1) : [];
    this.store.set({
      entries: [...page.entries, ...older],
      next: older.length > 0 ? next : page.nextPageToken,
    });
  }
}
