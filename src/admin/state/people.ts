/** Where members, groups and roles come from: asked of Zoom, or brought as a list. */
import type { AccountClient } from '../../api/policyClient';
import { PeopleList, type PeopleReport } from '../../api/policy';
import type { ProductError } from '../../domain/errors';
import type { ChosenFile } from './files';
import { Store } from './store';
import { idle, Worker, type WorkState } from './work';

/** What is wrong with a list, by where it is. */
export interface ListProblem {
  readonly where: string;
  readonly message: string;
}

export interface PeopleState extends WorkState<'refreshing' | 'importing'> {
  readonly report: PeopleReport | undefined;
  readonly problems: readonly ListProblem[];
  readonly said: 'refreshed' | 'listed' | 'refused' | undefined;
}

/** Twenty thousand people with their groups. In characters. */
const LIST_LIMIT = 8_000_000;

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
    onSessionEnd: (error: ProductError) => void,
    private readonly onChanged: () => void,
  ) {
    this.worker = new Worker(this.store, onSessionEnd);
  }

  readonly refresh = (): Promise<void> =>
    this.worker.run('refreshing', async () => {
      this.store.set({ problems: [], report: undefined });
      this.store.set({ report: await this.account.refreshPeople(), said: 'refreshed' });
      this.onChanged();
    });

  /** Brings a list; one that has something wrong in it is not sent. */
  readonly bring = (chosen: ChosenFile): Promise<void> =>
    this.worker.run('importing', async () => {
      this.store.set({ problems: [], report: undefined, said: undefined });
      const text = chosen.size > LIST_LIMIT ? undefined : await chosen.text();
      const list = PeopleList.safeParse(parsed(text));
      if (!list.success) {
        const problems = list.error.issues.map(({ path, message }) => ({ where: path.join('.'), message }));
        return this.store.set({ problems, said: 'refused' });
      }
      this.store.set({ report: await this.account.importPeople(list.data), said: 'listed' });
      this.onChanged();
    });

  readonly retry = (): Promise<void> => this.worker.retry();
  readonly dismiss = (): void => this.worker.dismiss();
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
