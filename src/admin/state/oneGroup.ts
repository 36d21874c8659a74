/** One group: its name, its members, and its own layer of settings. Name and members are saved as soon as they change. */
import { ChangedMeanwhile, type AccountClient } from '../../api/policyClient';
import { GroupName, type AccountMember, type Group, type GroupChange } from '../../api/policy';
import type { ProductError } from '../../domain/errors';
import type { AdminServices } from '../services';
import { Editor } from './editor';
import { everybodyIn, type MemberSearch } from './members';
import { Store } from './store';
import { idle, Worker, type WorkState } from './work';

type Work = 'loading' | 'renaming' | 'changing-members' | 'deleting';

export interface OneGroupState extends WorkState<Work> {
  readonly group: Group | undefined;
  readonly members: readonly AccountMember[] | undefined;
  /** As it is typed. */
  readonly name: string;
  readonly deleted: boolean;
  readonly said:
    { readonly what: 'renamed' | 'added' | 'removed' | 'group-deleted'; readonly name: string } | undefined;
}

export class OneGroup {
  private readonly store = new Store<OneGroupState>({
    ...idle,
    group: undefined,
    members: undefined,
    name: '',
    deleted: false,
    said: undefined,
  });
  private readonly worker: Worker<Work, OneGroupState>;
  readonly editor: Editor;
  readonly snapshot = this.store.snapshot;
  readonly subscribe = this.store.subscribe;

  constructor(
    readonly id: string,
    private readonly account: AccountClient,
    later: AdminServices['later'],
    readonly search: MemberSearch,
    onSessionEnd: (error: ProductError) => void,
  ) {
    this.worker = new Worker(this.store, onSessionEnd);
    this.editor = new Editor(
      {
        level: 'group',
        load: async () => this.take(await account.group(id)).settings,
        save: async (settings, version) =>
          this.take(await account.changeGroup(id, { settings }, version)).settings,
        preview: (settings) => account.previewGroup(id, { settings }),
      },
      later,
      onSessionEnd,
    );
  }

  readonly load = (): Promise<void> =>
    this.worker.run('loading', async () => {
      this.take(await this.account.group(this.id));
      await this.editor.load();
      this.store.set({ members: await everybodyIn(this.account, this.id) });
    });

  readonly lookAgain = async (): Promise<void> => {
    const before = this.snapshot().group;
    await this.editor.lookAgain();
    const { group, working } = this.snapshot();
    if (group && before && group.settings.version > before.settings.version && !working)
      await this.worker.run('loading', async () =>
        this.store.set({ members: await everybodyIn(this.account, this.id) }),
      );
  };

  readonly setName = (name: string): void => this.store.set({ name });

  readonly rename = (): Promise<void> =>
    this.worker.run('renaming', async () => {
      const name = GroupName.safeParse(this.snapshot().name);
      if (!name.success || name.data === this.snapshot().group?.name) return;
      await this.change({ name: name.data });
      this.store.set({ said: { what: 'renamed', name: name.data } });
    });

  readonly add = (member: AccountMember): Promise<void> =>
    this.worker.run('changing-members', async () => {
      const { members = [] } = this.snapshot();
      if (members.some(({ id }) => id === member.id)) return;
      await this.setMembers([...members, member]);
      this.store.set({ said: { what: 'added', name: member.name } });
    });

  readonly remove = (member: AccountMember): Promise<void> =>
    this.worker.run('changing-members', async () => {
      const { members = [] } = this.snapshot();
      await this.setMembers(members.filter(({ id }) => id !== member.id));
      this.store.set({ said: { what: 'removed', name: member.name } });
    });

  readonly delete = (): Promise<void> =>
    this.worker.run('deleting', async () => {
      const { group } = this.snapshot();
      if (!group) return;
      await this.account.deleteGroup(this.id, group.settings.version).catch(this.tooLate);
      this.store.set({ deleted: true, said: { what: 'group-deleted', name: group.name } });
      this.editor.discard();
    });

  readonly retry = (): Promise<void> => this.worker.retry();
  readonly dismiss = (): void => this.worker.dismiss();

  close(): void {
    this.editor.close();
  }

  private async setMembers(members: readonly AccountMember[]): Promise<void> {
    await this.change({ members: members.map(({ id }) => id) });
    this.store.set({ members });
  }

  /** Saves a change that is no setting; what is not saved of the settings stays so. */
  private async change(change: GroupChange): Promise<void> {
    const version = this.snapshot().group?.settings.version ?? 0;
    const group = await this.account.changeGroup(this.id, change, version).catch(this.tooLate);
    this.editor.rebase(this.take(group).settings);
  }

  /** Somebody else was faster: theirs is shown, and mine may be pressed again. */
  private readonly tooLate = async (thrown: unknown): Promise<never> => {
    if (thrown instanceof ChangedMeanwhile) {
      this.editor.rebase(this.take(await this.account.group(this.id)).settings);
      this.store.set({ members: await everybodyIn(this.account, this.id) });
    }
    throw thrown;
  };

  private take(group: Group): Group {
    const { group: before, name } = this.snapshot();
    // A name that is being typed stays.
    const isTyping = before !== undefined && name !== before.name;
    this.store.set({ group, name: isTyping ? name : group.name });
    return group;
  }
}
