/** An account in memory, as the client of the backend shows it to the page: a double for tests. */
import type {
  Account,
  AccountMember,
  Group,
  HistoryEntry,
  ImportCheck,
  Preview,
  VersionedSettings,
} from '../../../src/api/policy';
import { ChangedMeanwhile, type AccountClient } from '../../../src/api/policyClient';
import type { ErrorCode } from '../../../src/domain/errors';
import { ProductError } from '../../../src/domain/errors';
import { changesBetween } from '../../../src/domain/policy/changes';
import { effectivePolicy } from '../../../src/domain/policy/effective';
import type { Impact } from '../../../src/domain/policy/impact';
import type { SettingsLayer } from '../../../src/domain/policy/settings';

export const OTHER = { id: 'other', name: 'Sandbox Owner', email: 'owner@example.test' };
export const ME = { id: 'me', name: 'Sandbox Manager', email: 'manager@example.test' };
export const AT = '2026-11-22T10:00:00Z';

export const settingsOf = (
  settings: SettingsLayer = {},
  version = 1,
  more: Partial<VersionedSettings> = {},
): VersionedSettings => ({
  version,
  settings,
  locks: [],
  savedAt: AT,
  savedBy: OTHER,
  ...more,
});

export const impact: Impact = {
  configured: 0,
  losing: 0,
  losingOnMacOrMobile: 0,
  gaining: 0,
  reconnecting: 0,
  unaffected: 0,
  unseen: 0,
  members: 0,
  onMacOrMobile: 0,
  advice: null,
};

export const entryOf = (id: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id,
  at: AT,
  by: OTHER,
  requestId: `request-${id}`,
  scope: 'account',
  name: null,
  action: 'saved',
  changes: [],
  undoable: true,
  ...more,
});

export const memberOf = (id: string, more: Partial<AccountMember> = {}): AccountMember => ({
  id,
  name: `Sandbox ${id}`,
  email: `${id.toLowerCase()}@example.test`,
  role: 'member',
  groups: [],
  platforms: [],
  choice: null,
  ...more,
});

export class AccountDouble implements AccountClient {
  readonly calls: string[] = [];
  /** Files that were looked at. */
  readonly checked: unknown[] = [];
  revision = 1;
  role: Account['role'] = 'admin';
  present = settingsOf();
  groupList: Group[] = [];
  order = 1;
  people: AccountMember[] = [];
  inGroup = new Map<string, string[]>();
  entries: HistoryEntry[] = [];
  check: ImportCheck = { problems: [], preview: null, revision: 1 };
  private failures: { call: string; error: ProductError }[] = [];
  private held: { call: string; until: Promise<void> } | undefined;

  /** The next call of this name fails. */
  fail(call: string, code: ErrorCode): void {
    this.failures.push({ call, error: new ProductError(code) });
  }

  /** The next call of this name waits. Returns the way to let it go on. */
  hold(call: string): () => void {
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.held = { call, until };
    return release;
  }

  /** Another administrator saves. */
  saveByOther(settings: SettingsLayer): void {
    const changes = changesBetween(this.present.settings, settings).map(({ setting, ...rest }) => ({
      what: setting,
      ...rest,
    }));
    this.revision += 1;
    this.present = settingsOf(settings, this.present.version + 1);
    this.entries.unshift(entryOf(`by-other-${this.revision}`, { changes }));
  }

  private async called(call: string): Promise<void> {
    this.calls.push(call);
    if (this.held?.call === call) {
      const { until } = this.held;
      this.held = undefined;
      await until;
    }
    const index = this.failures.findIndex((failure) => failure.call === call);
    const [failure] = index < 0 ? [] : this.failures.splice(index, 1);
    if (failure) throw failure.error;
  }

  async account(): Promise<Account> {
    await this.called('account');
    if (this.role === 'member') throw new ProductError('admin-only');
    return {
      id: 'account',
      role: this.role,
      revision: this.revision,
      members: this.people.length,
      people: 'signed-in',
      peopleAt: null,
    };
  }

  async settings() {
    await this.called('settings');
    return this.present;
  }

  async saveSettings(settings: SettingsLayer, version: number) {
    await this.called('saveSettings');
    this.mustBe(version, this.present.version);
    this.revision += 1;
    this.present = settingsOf(settings, version + 1, { savedBy: ME });
    return this.present;
  }

  async previewSettings(settings: SettingsLayer): Promise<Preview> {
    await this.called('previewSettings');
    return { changes: [], impact: { ...impact, configured: Object.keys(settings).length } };
  }

  async groups() {
    await this.called('groups');
    return { version: this.order, groups: this.groupList };
  }

  async createGroup(name: string) {
    await this.called('createGroup');
    if (this.groupList.some((group) => group.name === name)) throw new ProductError('group-exists', { name });
    const id = `00000000-0000-4000-8000-00000000000${this.groupList.length + 1}`;
    const group: Group = { id, name, source: 'here', members: 0, settings: settingsOf() };
    this.groupList = [...this.groupList, group];
    return group;
  }

  async orderGroups(ids: readonly string[], version: number) {
    await this.called('orderGroups');
    this.mustBe(version, this.order);
    this.order += 1;
    this.groupList = ids.flatMap((id) => this.groupList.filter((group) => group.id === id));
    return { version: this.order, groups: this.groupList };
  }

  async group(id: string) {
    await this.called('group');
    const found = this.groupList.find((group) => group.id === id);
    if (!found) throw new ProductError('not-found');
    return found;
  }

  async changeGroup(
    id: string,
    change: { name?: string; settings?: SettingsLayer; members?: string[] },
    version: number,
  ) {
    await this.called('changeGroup');
    const before = await this.group(id);
    this.mustBe(version, before.settings.version);
    if (change.members) this.inGroup.set(id, change.members);
    const group = {
      ...before,
      name: change.name ?? before.name,
      members: this.inGroup.get(id)?.length ?? 0,
      settings: settingsOf(change.settings ?? before.settings.settings, version + 1),
    };
    this.groupList = this.groupList.map((one) => (one.id === id ? group : one));
    return group;
  }

  async previewGroup(): Promise<Preview> {
    await this.called('previewGroup');
    return { changes: [], impact };
  }

  async deleteGroup(id: string, version: number) {
    await this.called('deleteGroup');
    this.mustBe(version, (await this.group(id)).settings.version);
    this.groupList = this.groupList.filter((group) => group.id !== id);
  }

  async members({ search = '', group }: { search?: string; group?: string } = {}) {
    await this.called(`members ${group ?? search}`);
    const ids = group === undefined ? undefined : (this.inGroup.get(group) ?? []);
    const members = this.people.filter(({ id, name }) => (ids ? ids.includes(id) : name.includes(search)));
    return { members, total: members.length };
  }

  async memberPolicy(id: string, platform: 'windows-classic' | 'windows-new' | 'mac' | 'web' | 'mobile') {
    await this.called(`memberPolicy ${id} ${platform}`);
    const policy = effectivePolicy({ account: this.present.settings, groups: [], choice: null, platform });
    return { policy, choice: null, role: 'member' as const, revision: this.revision };
  }

  async refreshPeople() {
    await this.called('refreshPeople');
    return { members: this.people.length, groups: 0, admins: 1, removed: 0 };
  }

  async importPeople() {
    await this.called('importPeople');
    return { members: 1, groups: 0, admins: 0, removed: 2 };
  }

  async history() {
    await this.called('history');
    return { entries: this.entries };
  }

  async undo(id: string) {
    await this.called(`undo ${id}`);
    const entry = entryOf(`undo-${id}`, { action: 'undone' });
    this.entries = [entry, ...this.entries];
    return entry;
  }

  async exportSettings() {
    await this.called('exportSettings');
    return {
      format: 'zoom-calendar-settings' as const,
      version: 1 as const,
      account: this.present.settings,
      groups: [],
    };
  }

  async checkImport(file: unknown) {
    this.checked.push(file);
    await this.called('checkImport');
    return this.check;
  }

  async importSettings(_file: unknown, revision: number) {
    await this.called('importSettings');
    this.mustBe(revision, this.revision);
    return entryOf('imported', { action: 'imported' });
  }

  private mustBe(version: number, present: number): void {
    if (version !== present) throw new ChangedMeanwhile({ version: present, entries: this.entries });
  }
}

/** Clocks that wait until they are told to go on. */
export class Timers {
  private waiting: { readonly after: number; readonly act: () => void }[] = [];

  readonly later = (after: number, act: () => void): (() => void) => {
    const timer = { after, act };
    this.waiting.push(timer);
    return () => {
      this.waiting = this.waiting.filter((one) => one !== timer);
    };
  };

  get pauses(): number[] {
    return this.waiting.map(({ after }) => after);
  }

  /** All that wait at the moment. */
  run(): void {
    for (const { act } of this.waiting.splice(0)) act();
  }
}

/** Lets everything that is ready go on, until nothing is. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}
