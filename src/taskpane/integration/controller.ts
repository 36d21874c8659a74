/**
 * The calendar and contact integration without its looks: what holds, live; connecting, changing and disconnecting the
 * service of one's choice. It also tells the rest of the pane when the options of new meetings changed.
 */
import { endsSession, toProductError } from '../../domain/errors';
import type { MemberPolicy } from '../../api/ownPolicy';
import type { Me } from '../../api/backend';
import type { Permissions, Provider } from '../../domain/policy/terms';
import { Following } from './following';
import type { IntegrationServices, PaneSide } from './services';
import {
  beginning,
  choiceOf,
  firstPage,
  pageBeside,
  stillFits,
  type IntegrationState,
  type News,
  type NewsName,
} from './state';

export class Integration {
  private state = beginning;
  private readonly listeners = new Set<() => void>();
  private readonly following: Following;
  private readonly stopSession: () => void;
  private memberId: string | undefined;
  /** Grows with every question and every person: an answer to an earlier one is dropped. */
  private asking = 0;
  private learning: Promise<void> | undefined;
  private learnsAgain = false;
  private newsCount = 0;

  constructor(
    private readonly services: IntegrationServices,
    private readonly pane: PaneSide,
  ) {
    this.memberId = services.session()?.member.id;
    this.stopSession = services.onSessionChanged(() => this.sessionChanged());
    this.following = new Following(services, {
      changed: (revision) => this.changed(revision),
      stale: (stale) => this.set({ stale }),
      ask: () => this.askAll(),
      refused: async () => {
        const me = await services.me();
        if (services.session()?.member.id === me.member.id) pane.learn(me);
      },
    });
    if (this.memberId !== undefined) void this.begin();
  }

  readonly snapshot = (): IntegrationState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  close(): void {
    this.stopSession();
    this.following.end();
  }

  /** Asks what holds. What fails is shown where nothing is known yet; otherwise the stream brings it. */
  readonly read = async (): Promise<void> => {
    const asked = ++this.asking;
    try {
      const own = await this.services.policy.myPolicy(this.services.platform);
      if (asked === this.asking) this.take(own);
    } catch (thrown) {
      if (asked === this.asking && !this.state.own) this.set({ error: toProductError(thrown) });
    }
  };

  /** The section is where the person wants to be: from the profile, or at the end of the wizard. */
  readonly arrive = (): void => this.set({ arrives: true });
  readonly arrived = (): void => {
    if (this.state.arrives) this.set({ arrives: false });
  };

  readonly dismiss = (): void => this.set({ news: undefined });

  /** Opens the wizard. */
  readonly open = (): void => {
    this.set({ page: { name: 'services' }, error: undefined, news: undefined, asksDisconnect: false });
    this.pane.show('integration');
  };

  /** Opens the permissions of the service that is connected. */
  readonly openPermissions = (provider: Provider): void => {
    this.set({ page: firstPage(provider, true), error: undefined, news: undefined, asksDisconnect: false });
    this.pane.show('integration');
  };

  readonly choose = (provider: Provider): void => {
    this.set({ page: firstPage(provider), error: undefined, news: undefined });
  };

  readonly setPermissions = (permissions: Permissions): void => {
    const { page } = this.state;
    if (page?.name === 'step') this.set({ page: { ...page, permissions } });
  };

  readonly back = (): void => {
    const { page } = this.state;
    if (this.state.working) return;
    if (page === undefined || page.name === 'services') return this.leave();
    const before = page.name === 'step' ? pageBeside(page, -1) : undefined;
    if (before) return this.set({ page: before, error: undefined });
    if (page.name === 'step' && page.changes) return this.leave();
    this.set({ page: { name: 'services' }, error: undefined });
  };

  /** Goes on to the next page; after the last one, connects. */
  readonly next = async (): Promise<void> => {
    const { page, own, working } = this.state;
    if (page?.name !== 'step' || !own || working) return;
    const after = pageBeside(page, 1);
    if (after) return this.set({ page: after, error: undefined });
    const choice = choiceOf(page, own);
    await this.write('connecting', page.changes ? 'permissions' : 'connected', () =>
      this.services.policy.connect(choice, this.services.platform),
    );
  };

  readonly askDisconnect = (asksDisconnect: boolean): void =>
    this.set({ asksDisconnect, news: undefined, error: undefined });

  readonly disconnect = (): Promise<void> =>
    this.write('disconnecting', 'disconnected', () =>
      this.services.policy.disconnect(this.services.platform),
    );

  private async write(
    working: 'connecting' | 'disconnecting',
    done: NewsName,
    send: () => Promise<MemberPolicy>,
  ): Promise<void> {
    if (this.state.working) return;
    const { memberId } = this;
    // What is asked from here on may know less than the answer to this.
    const asked = ++this.asking;
    this.set({ working, error: undefined, news: undefined });
    try {
      const own = await send();
      if (memberId !== this.memberId) return;
      // Somebody asked meanwhile: whichever knows more.
      const known = this.state.own;
      const isNewest = asked === this.asking || !known || own.revision >= known.revision;
      this.asking += 1;
      this.set({
        working: undefined,
        own: isNewest ? own : known,
        news: this.newsOf(done),
        asksDisconnect: false,
      });
      this.leave();
    } catch (thrown) {
      if (memberId !== this.memberId) return;
      const error = toProductError(thrown);
      // The pane asks for the sign-in.
      if (endsSession(error)) return this.set({ ...beginning });
      if (error.code !== 'choice-refused') return this.set({ working: undefined, error });
      await this.read();
      this.set({ working: undefined, news: this.newsOf('refused') });
      this.leave();
    }
  }

  /** Closes the wizard; the section is what is seen next. */
  private leave(): void {
    const wasOpen = this.state.page !== undefined;
    this.set({ page: undefined, error: undefined, ...(wasOpen ? { arrives: true } : {}) });
    if (wasOpen) this.pane.show('settings');
  }

  private take(own: MemberPolicy): void {
    const before = this.state.own;
    const { page, working } = this.state;
    if (before && own.revision < before.revision) return;
    const isNews = before !== undefined && !working && whatHolds(before) !== whatHolds(own);
    this.set({
      own,
      error: undefined,
      ...(isNews ? { news: this.newsOf('changed'), asksDisconnect: false } : {}),
    });
    if (page && !working && !stillFits(page, own)) this.leave();
  }

  /** The first look. What the pane knew before it may be older than a change just then. */
  private async begin(): Promise<void> {
    await this.read();
    const { own } = this.state;
    const me = this.pane.me();
    if (own && me && !knows(me, own)) this.learn();
  }

  private changed(revision: number): void {
    const { own } = this.state;
    // The first message of a stream tells where things are; what is known already is no change.
    if (own && revision <= own.revision) return;
    if (own) this.askAll();
    else void this.begin();
  }

  private askAll(): void {
    void this.read();
    this.learn();
  }

  /** Brings the pane what new meetings begin with. One question at a time; what comes meanwhile is asked once more. */
  private learn(): void {
    if (this.learning) {
      this.learnsAgain = true;
      return;
    }
    this.learning = this.learnOnce()
      .catch(() => undefined)
      .finally(() => {
        this.learning = undefined;
        if (!this.learnsAgain) return;
        this.learnsAgain = false;
        this.learn();
      });
  }

  private async learnOnce(): Promise<void> {
    for (;;) {
      await this.saved();
      const before = this.pane.me();
      if (!before) return;
      const me = await this.services.me();
      const now = this.pane.me();
      if (now?.member.id !== me.member.id) return;
      // What the person changes just now is not taken back: once it is saved, it is asked anew.
      if (now === before && !this.pane.isSaving()) return this.pane.learn(me);
    }
  }

  private saved(): Promise<void> {
    if (!this.pane.isSaving()) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.pane.subscribe(() => {
        if (this.pane.isSaving()) return;
        stop();
        resolve();
      });
    });
  }

  private sessionChanged(): void {
    const memberId = this.services.session()?.member.id;
    if (memberId === this.memberId) return;
    this.memberId = memberId;
    this.asking += 1;
    const wasOpen = this.state.page !== undefined;
    this.set({ ...beginning });
    if (memberId === undefined) return;
    if (wasOpen) this.pane.show('settings');
    void this.begin();
  }

  private newsOf(name: NewsName): News {
    this.newsCount += 1;
    return { name, id: this.newsCount };
  }

  private set(change: Partial<IntegrationState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** What a person sees of it: a revision that concerns other things is no news. */
const whatHolds = ({ policy: { service, permissions, exchange }, choice }: MemberPolicy): string =>
  JSON.stringify([service, permissions, exchange, choice]);

/** Whether what the pane knows of the options agrees with the policy about what is locked. */
const knows = ({ locks }: Me, { policy: { meeting } }: MemberPolicy): boolean =>
  meeting.policy.locked.every((option) => locks[option] !== undefined) &&
  Object.entries(locks).every(
    ([option, by]) => by !== 'policy' || meeting.policy.locked.some((locked) => locked === option),
  );
