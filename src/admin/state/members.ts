/** Looking for members by name or address, a page at a time. What is typed is asked for when the typing pauses. */
import type { AccountClient } from '../../api/policyClient';
import type { AccountMember, MemberPage } from '../../api/policy';
import { endsSession, toProductError, type ProductError } from '../../domain/errors';
import type { AdminServices } from '../services';
import { Store } from './store';

export interface MemberSearchState {
  readonly text: string;
  /** Undefined: not asked yet. */
  readonly found: readonly AccountMember[] | undefined;
  readonly total: number;
  readonly next: string | undefined;
  readonly searching: boolean;
  readonly error: ProductError | undefined;
}

/** How long the typing pauses before it is searched. */
export const SEARCH_AFTER_MS = 250;

export class MemberSearch {
  private readonly store = new Store<MemberSearchState>({
    text: '',
    found: undefined,
    total: 0,
    next: undefined,
    searching: false,
    error: undefined,
  });
  private stopWaiting: () => void = () => undefined;
  private question = 0;
  readonly snapshot = this.store.snapshot;
  readonly subscribe = this.store.subscribe;

  constructor(
    private readonly account: AccountClient,
    private readonly later: AdminServices['later'],
    private readonly onSessionEnd: (error: ProductError) => void,
  ) {}

  readonly type = (text: string): void => {
    this.store.set({ text });
    this.stopWaiting();
    this.stopWaiting = this.later(SEARCH_AFTER_MS, () => void this.search());
  };

  /** Asks for the first page of what is typed; nothing typed: everybody. */
  readonly search = (): Promise<void> => {
    this.stopWaiting();
    return this.ask(undefined, (page) => page.members);
  };

  readonly more = (): Promise<void> => {
    const { next, found = [] } = this.snapshot();
    return next === undefined ? Promise.resolve() : this.ask(next, (page) => [...found, ...page.members]);
  };

  readonly clear = (): void => {
    this.stopWaiting();
    this.question += 1;
    this.store.set({ text: '', found: undefined, total: 0, next: undefined, searching: false });
  };

  private async ask(
    pageToken: string | undefined,
    found: (page: MemberPage) => readonly AccountMember[],
  ): Promise<void> {
    const question = (this.question += 1);
    this.store.set({ searching: true, error: undefined });
    try {
      const page = await this.account.members({ search: this.snapshot().text.trim(), pageToken });
      // The answer to what is no longer typed comes too late.
      if (question !== this.question) return;
      this.store.set({ found: found(page), total: page.total, next: page.nextPageToken, searching: false });
    } catch (thrown) {
      const error = toProductError(thrown);
      if (question === this.question) this.store.set({ searching: false, error });
      if (endsSession(error)) this.onSessionEnd(error);
    }
  }
}

/** Everybody in a group, all pages of it. */
export async function everybodyIn(account: AccountClient, group: string): Promise<AccountMember[]> {
  const members: AccountMember[] = [];
  let pageToken: string | undefined;
  do {
    const page: MemberPage = await account.members({ group, pageToken });
    members.push(...page.members);
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined);
  return members;
}
