/** Puts the room of the account's settings together, and registers its routes. */
import type { Member } from '../../api/backend';
import { memberRevision } from '../database/memberPolicy';
import type { OpenDatabase } from '../database/open';
import { revisionsOf } from '../database/accounts';
import { countPeople, roleOf, savePerson } from '../database/people';
import { callerOf } from '../caller';
import { refuseUnkeepable } from '../keepable';
import type { MemberKey } from '../member';
import type { Sessions } from '../sessions';
import type { TypedApp } from '../typedApp';
import { createAccountSettings } from './accountSettings';
import { createDecide, NEWS_CHANNEL } from './deciding';
import { registerGroupPreview, registerGroups } from './groupRoutes';
import { createGroupSettings } from './groupSettings';
import { createHistory } from './history';
import { registerHistory } from './historyRoutes';
import { createImpacts } from './impacts';
import type { MeetingPolicies } from './meetingPolicies';
import { createMemberPolicies } from './memberPolicies';
import { registerMemberPolicy } from './memberRoutes';
import { createNewsDesk, followOthers } from './news';
import { createPeople } from './people';
import { registerPeople, registerPeopleSources } from './peopleRoutes';
import { requireAdmin } from './roles';
import { registerSettings, registerSettingsPreview } from './settingsRoutes';
import { createStreams, type Every } from './streams';
import { createTransfer } from './transfer';
import { registerExport, registerImport } from './transferRoutes';
import { zoomRoleOf, type ZoomPeople } from './zoomPeople';

export interface PolicyRoomOptions {
  readonly open: OpenDatabase;
  readonly sessions: Sessions;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly every: Every;
  /** The account's people as Zoom has them, asked in this administrator's name. */
  readonly zoomPeople: (admin: MemberKey) => ZoomPeople;
  /** Told of what went wrong where nobody waits for an answer. */
  readonly onError: (error: unknown) => void;
}

export interface PolicyRoom {
  readonly forMeetings: MeetingPolicies;
  /** Keeps who somebody is and what Zoom says of their role. */
  savePerson(member: Member, zoomRoleId: string): Promise<void>;
  /** Routes of everybody, in a scope that wants a session. */
  registerForMembers(app: TypedApp): void;
  /** Routes of admins and the owner, likewise. */
  registerForAdmins(app: TypedApp): void;
  /** Routes of theirs that look at everybody of the account, likewise. */
  registerCostlyForAdmins(app: TypedApp): Promise<void>;
  /** Ends the streams, so that the service can stop. */
  end(): Promise<void>;
}

export function createPolicyRoom(options: PolicyRoomOptions): PolicyRoom {
  const { open, sessions, now, every, zoomPeople, onError } = options;
  const { database } = open;
  const news = createNewsDesk((told) => policies.changed(told));
  const decide = createDecide({ database, news, now });
  const impacts = createImpacts(database);
  const policies = createMemberPolicies({ database, decide, now });
  const settings = createAccountSettings({ database, decide, impacts });
  const groups = createGroupSettings({ database, decide, impacts });
  const people = createPeople({ database, decide });
  const history = createHistory({ database, decide });
  const transfer = createTransfer({ database, decide, impacts });
  const stopListening = open.listen?.({
    channel: NEWS_CHANNEL,
    onError,
    ...followOthers({ news, revisionsOf: (accounts) => revisionsOf(database, accounts), onError }),
  });
  const streams = createStreams({
    news,
    async revisionOf(member) {
      const revision = await memberRevision(database, member);
      policies.told(member, revision);
      return revision;
    },
    every,
  });

  return {
    forMeetings: policies.forMeetings,
    async savePerson({ id, accountId, name, email }, zoomRoleId) {
      await savePerson(database, accountId, { id, name, email, role: zoomRoleOf(zoomRoleId) });
      policies.changed({ accountId, personId: id });
    },
    registerForMembers: (app) => registerMemberPolicy(app, { policies, streams, sessions }),
    registerForAdmins(app) {
      requireAdmin(app, (member) => roleOf(database, member));
      refuseUnkeepable(app);
      registerSettings(app, { settings, countPeople: (accountId) => countPeople(database, accountId) });
      registerGroups(app, groups);
      registerPeople(app, people, policies);
      registerHistory(app, history);
      registerExport(app, transfer);
    },
    async registerCostlyForAdmins(app) {
      requireAdmin(app, (member) => roleOf(database, member));
      refuseUnkeepable(app);
      registerSettingsPreview(app, settings);
      registerGroupPreview(app, groups);
      registerPeopleSources(app, people, (request) => zoomPeople(callerOf(request).key));
      await app.register(async (scope: TypedApp) => registerImport(scope, transfer));
    },
    async end() {
      streams.end();
      await stopListening?.();
    },
  };
}
