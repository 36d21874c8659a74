/** Seeing the policy as a member on a platform does. */
import type { AccountClient } from '../../api/policyClient';
import type { AccountMember, MemberPolicy } from '../../api/policy';
import { endsSession, toProductError, type ProductError } from '../../domain/errors';
import type { Platform } from '../../domain/policy/terms';
import type { MemberSearch } from './members';
import { Store } from './store';
import { idle, Worker, type WorkState } from './work';

export interface SeeAsState extends WorkState<'asking'> {
  readonly member: AccountMember | undefined;
  readonly platform: Platform;
  /** For this member on this platform; undefined until it is known. */
  readonly seen: MemberPolicy | undefined;
}

export class SeeAs {
  private readonly store = new Store<SeeAsState>({
    ...idle,
    member: undefined,
    platform: 'windows-classic',
    seen: undefined,
  });
  private readonly worker: Worker<'asking', SeeAsState>;
  readonly snapshot = this.store.snapshot;
  readonly subscribe = this.store.subscribe;

  constructor(
    private readonly account: AccountClient,
    readonly search: MemberSearch,
    private readonly onSessionEnd: (error: ProductError) => void,
  ) {
    this.worker = new Worker(this.store, onSessionEnd);
  }

  /** Lists the first members, and looks again at the one who was chosen before. */
  readonly load = async (): Promise<void> => {
    await Promise.all([this.search.search(), this.lookAgain()]);
  };

  /** Chooses a member, on the platform from which they were seen last, if they were. */
  readonly choose = (member: AccountMember): Promise<void> => {
    const [last] = [...member.platforms].sort(
      (one, other) => Date.parse(other.seenAt) - Date.parse(one.seenAt),
    );
    this.store.set({ member, platform: last?.platform ?? this.snapshot().platform, seen: undefined });
    return this.ask();
  };

  readonly setPlatform = (platform: Platform): Promise<void> => {
    this.store.set({ platform, seen: undefined });
    return this.ask();
  };

  readonly lookAgain = async (): Promise<void> => {
    const { member, platform } = this.snapshot();
    if (!member) return;
    try {
      const seen = await this.account.memberPolicy(member.id, platform);
      if (this.isStill(member, platform)) this.store.set({ seen });
    } catch (thrown) {
      const error = toProductError(thrown);
      if (endsSession(error)) this.onSessionEnd(error);
    }
  };

  readonly retry = (): Promise<void> => this.worker.retry();
  readonly dismiss = (): void => this.worker.dismiss();

  private readonly ask = (): Promise<void> =>
    this.worker.run('asking', async () => {
      // Whoever chooses on while it is asked gets the answer for what they chose last.
      while (this.snapshot().seen === undefined) {
        const { member, platform } = this.snapshot();
        if (!member) return;
        const seen = await this.account.memberPolicy(member.id, platform);
        if (this.isStill(member, platform)) this.store.set({ seen });
      }
    });

  private isStill(member: AccountMember, platform: Platform): boolean {
    const now = this.snapshot();
    return now.member?.id === member.id && now.platform === platform;
  }
}
