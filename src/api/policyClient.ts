/**
 * The typed client of the policy's HTTP interface (`policy.ts`), for pane, bridge and account settings page.
 *
 * Every method rejects with a `ProductError`. A write names the version that it changes; where somebody else was
 * faster it rejects with `ChangedMeanwhile`, which knows what they did. Nothing that has a version is harmed by being
 * sent twice: the second sending is refused by its version.
 */
import * as z from 'zod/mini';
import { ProductError, type ErrorDetails } from '../domain/errors';
import type { SettingsLayer } from '../domain/policy/settings';
import type { Platform } from '../domain/policy/terms';
import { createHttp, type Call, type HttpOptions } from './http';
import { createOwnPolicyClient, withQuery, type OwnPolicyClient } from './ownPolicyClient';
import {
  Account,
  Group,
  Groups,
  HistoryEntry,
  HistoryPage,
  ImportCheck,
  Meanwhile,
  MemberPage,
  MemberPolicy,
  PeopleReport,
  policyPaths,
  Preview,
  SettingsFile,
  VersionedSettings,
  type GroupChange,
  type PeopleList,
} from './policy';

/** A write that came too late: `meanwhile` says what the others changed, newest first. */
export class ChangedMeanwhile extends ProductError {
  constructor(
    readonly meanwhile: Meanwhile,
    details: ErrorDetails = {},
  ) {
    super('changed-meanwhile', details);
  }
}

export interface MemberQuery {
  /** Part of a name or an address. */
  readonly search?: string | undefined;
  /** A group's id. */
  readonly group?: string | undefined;
  readonly pageToken?: string | undefined;
}

/** What admins and the owner may ask; others hear `admin-only`. */
export interface AccountClient {
  account(): Promise<Account>;
  settings(): Promise<VersionedSettings>;
  saveSettings(settings: SettingsLayer, version: number): Promise<VersionedSettings>;
  /** What saving would do; saves nothing. */
  previewSettings(settings: SettingsLayer): Promise<Preview>;
  groups(): Promise<Groups>;
  createGroup(name: string): Promise<Group>;
  orderGroups(ids: readonly string[], version: number): Promise<Groups>;
  group(id: string): Promise<Group>;
  changeGroup(id: string, change: GroupChange, version: number): Promise<Group>;
  previewGroup(id: string, change: GroupChange): Promise<Preview>;
  deleteGroup(id: string, version: number): Promise<void>;
  members(query?: MemberQuery): Promise<MemberPage>;
  /** "See as": what holds for this member there. */
  memberPolicy(id: string, platform: Platform): Promise<MemberPolicy>;
  refreshPeople(): Promise<PeopleReport>;
  importPeople(list: PeopleList): Promise<PeopleReport>;
  history(pageToken?: string): Promise<HistoryPage>;
  undo(id: string): Promise<HistoryEntry>;
  exportSettings(): Promise<SettingsFile>;
  /** @param file anything: what is wrong with it is in the answer */
  checkImport(file: unknown): Promise<ImportCheck>;
  importSettings(file: SettingsFile, revision: number): Promise<HistoryEntry>;
}

export type PolicyClient = OwnPolicyClient & AccountClient;

export function createPolicyClient(options: HttpOptions): PolicyClient {
  const { ask, send } = createHttp(options);
  const get = <T>(schema: z.ZodMiniType<T>, path: string): Promise<T> => ask(schema, { method: 'GET', path });
  const post = <T>(schema: z.ZodMiniType<T>, path: string, body?: unknown): Promise<T> =>
    ask(schema, { method: 'POST', path, body });

  return {
    ...createOwnPolicyClient(options),

    account: () => get(Account, policyPaths.account),
    settings: () => get(VersionedSettings, policyPaths.settings),
    saveSettings: (settings, version) =>
      ask(VersionedSettings, {
        method: 'PUT',
        path: policyPaths.settings,
        body: settings,
        ...ifUnchanged(version),
      }),
    previewSettings: (settings) => post(Preview, policyPaths.previewSettings, settings),
    groups: () => get(Groups, policyPaths.groups),
    // Sent twice it would say that the name is taken, by ourselves.
    createGroup: (name) =>
      ask(Group, { method: 'POST', path: policyPaths.groups, body: { name }, repeatable: false }),
    orderGroups: (ids, version) =>
      ask(Groups, { method: 'PUT', path: policyPaths.groupOrder, body: { ids }, ...ifUnchanged(version) }),
    group: (id) => get(Group, policyPaths.group(id)),
    changeGroup: (id, change, version) =>
      ask(Group, { method: 'PUT', path: policyPaths.group(id), body: change, ...ifUnchanged(version) }),
    previewGroup: (id, change) => post(Preview, policyPaths.previewGroup(id), change),
    deleteGroup: async (id, version) => {
      await send({ method: 'DELETE', path: policyPaths.group(id), ...ifUnchanged(version) });
    },
    members: (query = {}) => get(MemberPage, withQuery(policyPaths.members, { ...query })),
    memberPolicy: (id, platform) => get(MemberPolicy, withQuery(policyPaths.memberPolicy(id), { platform })),
    refreshPeople: () => post(PeopleReport, policyPaths.refreshPeople),
    importPeople: (list) => ask(PeopleReport, { method: 'PUT', path: policyPaths.people, body: list }),
    history: (pageToken) => get(HistoryPage, withQuery(policyPaths.history, { pageToken })),
    undo: (id) => ask(HistoryEntry, { method: 'POST', path: policyPaths.undo(id), repeatable: false }),
    exportSettings: () => get(SettingsFile, policyPaths.export),
    checkImport: (file) => post(ImportCheck, policyPaths.checkImport, file),
    importSettings: (file, revision) =>
      ask(HistoryEntry, { method: 'POST', path: policyPaths.import, body: file, ...ifUnchanged(revision) }),
  };
}

/** Only this version may be written over (RFC 9110, 13.1.1); a network failure leaves open whether it was. */
const ifUnchanged = (version: number): Pick<Call, 'headers' | 'repeatable' | 'refusal'> => ({
  headers: { 'if-match': `"${version}"` },
  repeatable: false,
  refusal(status, body) {
    const parsed = z.object({ meanwhile: Meanwhile }).safeParse(body);
    return status === 412 && parsed.success ? new ChangedMeanwhile(parsed.data.meanwhile) : undefined;
  },
});
