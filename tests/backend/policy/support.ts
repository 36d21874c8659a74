/** What the policy's tests share: an account with an owner, admins and members, signed in at two backends. */
import * as z from 'zod';
import {
  Group,
  HistoryPage,
  Meanwhile,
  MemberPolicy,
  VersionedSettings,
  type HistoryEntry,
} from '../../../src/api/policy';
import type { BackendDependencies } from '../../../src/backend/server';
import type { SettingsLayer } from '../../../src/domain/policy/settings';
import type { Platform } from '../../../src/domain/policy/terms';
import type { TestBackend } from '../support';
import { emptyDatabase, World } from '../support';
import { ADMIN, ORGANIZER, OWNER, SECOND_ADMIN, type Person } from '../zoomDouble';
import type { Place } from './places';

export const on = { value: true, locked: false } as const;
export const locked = { value: true, locked: true } as const;

/** The settings that make MAPI the one way. */
export const onlyMapi: SettingsLayer = { integration: on, mapi: locked };

type Answer = Awaited<ReturnType<TestBackend['as']>>;

/** Somebody signed in at one of the backends. */
export class Caller {
  constructor(
    readonly backend: TestBackend,
    readonly token: string,
  ) {}

  send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    version?: number,
  ): Promise<Answer> {
    return this.backend.as(
      this.token,
      method,
      url,
      body,
      version === undefined ? {} : { 'if-match': `"${version}"` },
    );
  }

  async settings(): Promise<VersionedSettings> {
    return VersionedSettings.parse((await this.send('GET', '/api/account/settings')).json());
  }

  put(settings: SettingsLayer, version: number): Promise<Answer> {
    return this.send('PUT', '/api/account/settings', settings, version);
  }

  /** Saves, whatever was there. */
  async save(settings: SettingsLayer): Promise<VersionedSettings> {
    const { version } = await this.settings();
    return VersionedSettings.parse(ok(await this.put(settings, version)).json());
  }

  async policy(platform: Platform): Promise<MemberPolicy> {
    return MemberPolicy.parse(ok(await this.send('GET', `/api/me/policy?platform=${platform}`)).json());
  }

  async group(name: string): Promise<Group> {
    return Group.parse(ok(await this.send('POST', '/api/account/groups', { name })).json());
  }

  async changeGroup(group: Group, change: object): Promise<Group> {
    const { version } = group.settings;
    return Group.parse(ok(await this.send('PUT', `/api/account/groups/${group.id}`, change, version)).json());
  }

  async history(): Promise<HistoryEntry[]> {
    return HistoryPage.parse(ok(await this.send('GET', '/api/account/history')).json()).entries;
  }

  undo(entry: HistoryEntry | undefined): Promise<Answer> {
    return this.send('POST', `/api/account/history/${entry?.id ?? 'none'}/undo`);
  }
}

/** The answer, which is a success. */
export function ok(answer: Answer): Answer {
  if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${answer.body}`);
  return answer;
}

/** What a refused write was told. */
export const meanwhileOf = (answer: Answer): Meanwhile =>
  z.object({ meanwhile: Meanwhile }).parse(answer.json()).meanwhile;

/** An empty database, and two backends on it. */
export class Installation {
  private constructor(
    readonly world: World,
    readonly backends: readonly [TestBackend, TestBackend],
  ) {}

  static async at(
    { processes: [one, other] }: Place,
    changes: Partial<BackendDependencies> = {},
  ): Promise<Installation> {
    await emptyDatabase(one);
    const world = new World(one);
    const backend = await world.backend(changes);
    // The embedded database is of one process alone.
    const second = other === one ? backend : await world.backend({ open: other, ...changes });
    return new Installation(world, [backend, second]);
  }

  async signedIn(person: Person, backend: 0 | 1 = 0): Promise<Caller> {
    return new Caller(this.backends[backend], (await this.backends[backend].signIn(person)).token);
  }

  owner = () => this.signedIn(OWNER);
  admin = () => this.signedIn(ADMIN);
  secondAdmin = () => this.signedIn(SECOND_ADMIN, 1);
  member = () => this.signedIn(ORGANIZER);

  close = async (): Promise<void> => {
    for (const { built } of new Set(this.backends)) await built.app.close();
  };
}

/** A suite runs on every place; it makes an installation for each of its tests. */
export type Suite = (installation: (changes?: Partial<BackendDependencies>) => Promise<Installation>) => void;
