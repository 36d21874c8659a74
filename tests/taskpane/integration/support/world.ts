/** Doubles of everything outside the integration: an account's settings decide by the real rules. */
import type { Me } from '../../../../src/api/backend';
import type { MemberPolicy } from '../../../../src/api/policy';
import { ProductError } from '../../../../src/domain/errors';
import { effectivePolicy, type MemberChoice } from '../../../../src/domain/policy/effective';
import { SettingsLayer } from '../../../../src/domain/policy/settings';
import type { Platform } from '../../../../src/domain/policy/terms';
import { Integration } from '../../../../src/taskpane/integration/controller';
import type { IntegrationServices, PaneSide } from '../../../../src/taskpane/integration/services';
import type { View } from '../../../../src/taskpane/state';
import { me, session, settled } from '../../support/world';

type Watch = Parameters<IntegrationServices['watchChanges']>[0];

/** Timers that a test lets run out. */
interface Timer {
  readonly milliseconds: number;
  readonly act: () => void;
}

export class IntegrationWorld {
  account: SettingsLayer = SettingsLayer.parse({});
  choice: MemberChoice | null = null;
  revision = 1;
  signedIn: typeof session | undefined = session;
  me: Me = me;
  visible = true;
  saving = false;
  /** What the next call of each kind rejects with. */
  fail: Partial<Record<'read' | 'write' | 'me', ProductError>> = {};
  /** The stream that is open. */
  stream: Watch | undefined;
  streams = 0;
  asked = 0;
  readonly sent: (MemberChoice | 'disconnect')[] = [];
  readonly learned: Me[] = [];
  readonly shown: View[] = [];
  readonly timers = new Set<Timer>();
  private readonly sessionListeners = new Set<() => void>();
  private readonly paneListeners = new Set<() => void>();
  private visibility: () => void = () => undefined;
  /** Holds back what is written until it is called. */
  gate: Promise<void> = Promise.resolve();

  constructor(readonly platform: Platform) {}

  get policy(): MemberPolicy {
    const layers = { account: this.account, groups: [] };
    const policy = effectivePolicy({ ...layers, choice: this.choice, platform: this.platform });
    return { policy, choice: this.choice, role: 'member', revision: this.revision };
  }

  readonly services: IntegrationServices = {
    platform: 'web',
    policy: {
      myPolicy: async () => {
        this.asked += 1;
        if (this.fail.read) throw this.fail.read;
        return this.policy;
      },
      connect: async (choice) => {
        await this.written(choice);
        if (!this.policy.policy.service.choices.includes(choice.provider))
          throw new ProductError('choice-refused');
        this.choice = choice;
        this.revision += 1;
        return this.policy;
      },
      disconnect: async () => {
        await this.written('disconnect');
        this.choice = null;
        this.revision += 1;
        return this.policy;
      },
    },
    me: async () => {
      if (this.fail.me) throw this.fail.me;
      return this.me;
    },
    session: () => this.signedIn,
    onSessionChanged: (listener) => {
      this.sessionListeners.add(listener);
      return () => this.sessionListeners.delete(listener);
    },
    watchChanges: (on) => {
      this.stream = on;
      this.streams += 1;
      return () => {
        if (this.stream === on) this.stream = undefined;
      };
    },
    later: (milliseconds, act) => {
      const timer = { milliseconds, act };
      this.timers.add(timer);
      return () => this.timers.delete(timer);
    },
    isVisible: () => this.visible,
    onVisibilityChanged: (listener) => {
      this.visibility = listener;
      return () => (this.visibility = () => undefined);
    },
  };

  readonly pane: PaneSide = {
    me: () => this.me,
    isSaving: () => this.saving,
    subscribe: (listener) => {
      this.paneListeners.add(listener);
      return () => this.paneListeners.delete(listener);
    },
    learn: (learned) => void this.learned.push(learned),
    show: (view) => void this.shown.push(view),
  };

  private async written(what: MemberChoice | 'disconnect'): Promise<void> {
    this.sent.push(what);
    await this.gate;
    if (this.fail.write) throw this.fail.write;
  }

  /** An administrator saves these settings; the stream tells it where it is open. */
  async saves(account: object, tell = true): Promise<void> {
    this.account = SettingsLayer.parse(account);
    this.revision += 1;
    if (tell) this.stream?.onChange(this.revision);
    await settled();
  }

  async seen(visible: boolean): Promise<void> {
    this.visible = visible;
    this.visibility();
    await settled();
  }

  /** All timers of this length run out. */
  async pass(milliseconds: number): Promise<void> {
    for (const timer of [...this.timers]) {
      if (timer.milliseconds !== milliseconds) continue;
      this.timers.delete(timer);
      timer.act();
    }
    await settled();
  }

  async signsIn(as: typeof session | undefined): Promise<void> {
    this.signedIn = as;
    for (const listener of this.sessionListeners) listener();
    await settled();
  }

  async saved(): Promise<void> {
    this.saving = false;
    for (const listener of this.paneListeners) listener();
    await settled();
  }
}

/** An integration that has asked what holds. */
export async function following(
  account: object,
  { platform = 'mac', change }: { platform?: Platform; change?: (world: IntegrationWorld) => void } = {},
) {
  const world = new IntegrationWorld(platform);
  world.account = SettingsLayer.parse(account);
  change?.(world);
  const integration = new Integration(world.services, world.pane);
  await settled();
  return { world, integration, state: integration.snapshot };
}

export const on = { integration: { value: true } };
export const mapiOn = { ...on, mapi: { value: true } };
export const mapiLocked = { ...on, mapi: { value: true, locked: true } };
