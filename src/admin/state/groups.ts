/** The groups of the account in the order that decides: making one, and moving one before or after another. */
import { ChangedMeanwhile, type AccountClient } from '../../api/policyClient';
import { GroupName, type Groups } from '../../api/policy';
import type { ProductError } from '../../domain/errors';
import { endsSession, toProductError } from '../../domain/errors';
import { Store } from './store';
import { idle, Worker, type WorkState } from './work';

type Work = 'loading' | 'creating' | 'ordering';

export interface GroupListState extends WorkState<Work> {
  readonly groups: Groups | undefined;
  /** The name of a group to be made, as it is typed. */
  readonly name: string;
  /** For the line that screen readers announce. */
  readonly said:
    { readonly what: 'created' | 'moved'; readonly name: string; readonly place: number } | undefined;
}

/** The list with this one moved by so many places; the same list where it cannot go further. */
export function moved<T>(list: readonly T[], index: number, by: number): readonly T[] {
  const target = index + by;
  const item = list[index];
  if (item === undefined || target < 0 || target >= list.length) return list;
  const others = list.filter((_, at) => at !== index);
  return [...others.slice(0, target), item, ...others.slice(target)];
}

export class GroupList {
  private readonly store = new Store<GroupListState>({
    ...idle,
    groups: undefined,
    name: '',
    said: undefined,
  });
  private readonly worker: Worker<Work, GroupListState>;
  readonly snapshot = this.store.snapshot;
  readonly subscribe = this.store.subscribe;

  constructor(
    private readonly account: AccountClient,
    private readonly onSessionEnd: (error: ProductError) => void,
  ) {
    this.worker = new Worker(this.store, onSessionEnd);
  }

  readonly load = (): Promise<void> =>
    this.worker.run('loading', async () => this.store.set({ groups: await this.account.groups() }));

  readonly lookAgain = async (): Promise<void> => {
    if (this.snapshot().working) return;
    try {
      this.store.set({ groups: await this.account.groups() });
    } catch (thrown) {
      const error = toProductError(thrown);
      if (endsSession(error)) this.onSessionEnd(error);
    }
  };

  readonly setName = (name: string): void => this.store.set({ name });

  /** Makes the group that was named, at the end. */
  readonly create = (): Promise<void> =>
    this.worker.run('creating', async () => {
      const name = GroupName.safeParse(this.snapshot().name);
      if (!name.success) return;
      const group = await this.account.createGroup(name.data);
      const groups = await this.account.groups();
      const place = groups.groups.findIndex(({ id }) => id === group.id) + 1;
      this.store.set({ groups, name: '', said: { what: 'created', name: group.name, place } });
    });

  /** Moves a group; where somebody else changed the order meanwhile, theirs is shown and nothing is moved. */
  readonly move = (id: string, by: 1 | -1): Promise<void> =>
    this.worker.run('ordering', async () => {
      const { groups } = this.snapshot();
      if (!groups) return;
      const index = groups.groups.findIndex((group) => group.id === id);
      const order = moved(groups.groups, index, by);
      if (order === groups.groups) return;
      // Shown at once: who presses again moves on from there.
      this.store.set({ groups: { ...groups, groups: [...order] } });
      try {
        const ids = order.map((group) => group.id);
        this.store.set({ groups: await this.account.orderGroups(ids, groups.version) });
      } catch (thrown) {
        this.store.set({ groups });
        if (thrown instanceof ChangedMeanwhile) this.store.set({ groups: await this.account.groups() });
        throw thrown;
      }
      const place = index + by + 1;
      this.store.set({ said: { what: 'moved', name: order[index + by]?.name ?? '', place } });
    });

  readonly retry = (): Promise<void> => this.worker.retry();
  readonly dismiss = (): void => this.worker.dismiss();
}
