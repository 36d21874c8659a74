/** Where members, groups and roles come from: asked of Zoom, or brought as a list. */
import type { AccountClient } from '../../api/policyClient';
import { fileProblem, problemsOf, type FileProblem } from '../../api/fileProblem';
import { PeopleList, type PeopleReport } from '../../api/policy';
import type { ProductError } from '../../domain/errors';
import type { ChosenFile } from './files';
import type { MemberSearch } from './members';
import { Store } from './store';
import { idle, Worker, type WorkState } from './work';

export interface PeopleState extends WorkState<'refreshing' | 'importing'> {
  readonly report: PeopleReport | undefined;
  readonly problems: readonly FileProblem[];
  readonly said: 'refreshed' | 'listed' | 'refused' | undefined;
}

/** Twenty thousand people with their groups. In characters. */
const LIST_LIMIT = 8_000_000;
/** Who has corrected so many finds the others as well. */
const MOST_LISTED = 100;

export class People {
  private readonly store = new Store<PeopleState>({
    ...idle,
    report: undefined,
    problems: [],
    said: undefined,
  });
  private readonly worker: Worker<'refreshing' | 'importing', PeopleState>;
  readonly snapshot = this.store.snapshot;
  readonly subscribe = this.store.subscribe;

  constructor(
    private readonly account: AccountClient,
    readonly search: MemberSearch,
    onSessionEnd: (error: ProductError) => void,
    private readonly onChanged: () => void,
  ) {
    this.worker = new Worker(this.store, onSessionEnd);
  }

  /** Lists the first members. */
  readonly load = (): Promise<void> => this.search.search();

  readonly refresh = (): Promise<void> =>
    this.worker.run('refreshing', async () => {
      this.store.set({ problems: [], report: undefined });
      this.store.set({ report: await this.account.refreshPeople(), said: 'refreshed' });
      this.changed();
    });

  /** Brings a list; one that has something wrong in it is not sent. */
  readonly bring = (chosen: ChosenFile): Promise<void> =>
    this.worker.run('importing', async () => {
      this.store.set({ problems: [], report: undefined, said: undefined });
      if (chosen.size > LIST_LIMIT) return this.refuse([fileProblem('too-large')]);
      const contents = parsed(await chosen.text());
      if (contents === undefined) return this.refuse([fileProblem('not-json')]);
      const list = PeopleList.safeParse(contents.value);
      if (!list.success) return this.refuse(problemsOf(contents.value, list.error));
      this.store.set({ report: await this.account.importPeople(list.data), said: 'listed' });
      this.changed();
    });

  private changed(): void {
    void this.search.search();
    this.onChanged();
  }

  private refuse(problems: readonly FileProblem[]): void {
    this.store.set({ problems: problems.slice(0, MOST_LISTED), said: 'refused' });
  }

  readonly retry = (): Promise<void> => this.worker.retry();
  readonly dismiss = (): void => this.worker.dismiss();
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
