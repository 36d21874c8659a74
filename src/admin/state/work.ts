/**
 * One piece of work at a time in a part of the page: what is under way, what went wrong, how to try again. An error
 * that ends the session is told to the page, which asks to sign in.
 */
import { endsSession, toProductError, type ProductError } from '../../domain/errors';
import type { Store } from './store';

export interface WorkState<Work extends string> {
  readonly working: Work | undefined;
  readonly error: ProductError | undefined;
}

export const idle: WorkState<never> = { working: undefined, error: undefined };

const LOADING: string = 'loading';

export class Worker<Work extends string, S extends WorkState<Work>> {
  private last: (() => Promise<void>) | undefined;
  /** What is only being read: whoever presses something meanwhile need not press again. */
  private loading: Promise<void> | undefined;

  constructor(
    private readonly store: Pick<Store<S>, 'snapshot'> & { set(change: Partial<WorkState<Work>>): void },
    private readonly onSessionEnd: (error: ProductError) => void,
  ) {}

  /**
   * Runs it unless other work is under way; after what is only being read. Never rejects: what went wrong is in the
   * state.
   */
  readonly run = async (working: Work, work: () => Promise<void>): Promise<void> => {
    if (working === LOADING) {
      this.loading ??= this.now(working, work).finally(() => (this.loading = undefined));
      return this.loading;
    }
    if (this.loading !== undefined) await this.loading;
    return this.now(working, work);
  };

  private readonly now = async (working: Work, work: () => Promise<void>): Promise<void> => {
    if (this.store.snapshot().working !== undefined) return;
    this.last = () => this.run(working, work);
    this.store.set({ working, error: undefined });
    try {
      await work();
      this.store.set({ working: undefined });
    } catch (thrown) {
      const error = toProductError(thrown);
      this.store.set({ working: undefined, error });
      if (endsSession(error)) this.onSessionEnd(error);
    }
  };

  readonly retry = async (): Promise<void> => {
    await this.last?.();
  };

  readonly dismiss = (): void => this.store.set({ error: undefined });
}
