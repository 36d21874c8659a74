/**
 * An example of each body and answer of the policy's interface, for its description. Tests hold that each is one of
 * what it stands for.
 */
import { fileProblem } from '../../api/fileProblem';
import type {
  Account,
  Group,
  GroupChange,
  GroupOrder,
  Groups,
  HistoryEntry,
  HistoryPage,
  ImportCheck,
  MemberPage,
  MemberPolicy,
  NewGroup,
  PeopleList,
  PeopleReport,
  Preview,
  SettingsFile,
  VersionedSettings,
} from '../../api/policy';
import { effectivePolicy, type MemberChoice } from '../../domain/policy/effective';
import type { SettingsLayer } from '../../domain/policy/settings';
import type { RouteExamples } from '../routeExample';
import { etagOf } from './versions';

const by = { id: 'KDcuGIm1QgePTO8WbOqwIQ', name: 'Sandbox Administrator', email: 'admin@example.test' };
const at = '2026-11-20T08:00:00.000Z';
const groupId = '5f0e6c5a-3f43-4d0b-9d53-0a3f0c1f7a10';

const settings: SettingsLayer = {
  integration: { value: true, locked: false },
  providers: { value: ['exchange', 'office365'], locked: false },
  mapi: { value: true, locked: true },
  exchange: {
    value: { version: '2016', ewsUrl: 'https://mail.example.test/EWS/Exchange.asmx' },
    locked: false,
  },
  meeting: { defaults: { waitingRoom: true }, locked: ['waitingRoom'] },
};
const versioned: VersionedSettings = {
  version: 7,
  settings,
  locks: [
    { setting: 'mapi', by, at },
    { setting: 'meeting', by, at },
  ],
  savedAt: at,
  savedBy: by,
};
const group: Group = {
  id: groupId,
  name: 'Sales',
  source: 'here',
  members: 12,
  settings: {
    version: 8,
    settings: { scheduleForOthers: { value: true, locked: false } },
    locks: [],
    savedAt: at,
    savedBy: by,
  },
};
const change = {
  what: 'mapi',
  from: { value: true, locked: false },
  to: { value: true, locked: true },
};
const preview: Preview = {
  changes: [change],
  impact: {
    configured: 312,
    losing: 41,
    losingOnMacOrMobile: 41,
    gaining: 0,
    reconnecting: 0,
    unaffected: 20,
    unseen: 7,
    members: 380,
    onMacOrMobile: 90,
    advice: 'many-without-mapi',
  },
};
const entry: HistoryEntry = {
  id: '7',
  at,
  by,
  requestId: '0e2f1c64-3a6e-4a0c-8a3a-7b8f2f7f7f11',
  scope: 'account',
  name: null,
  action: 'saved',
  changes: [change],
  undoable: true,
};
const own: MemberPolicy = {
  policy: effectivePolicy({ account: settings, groups: [], choice: null, platform: 'windows-classic' }),
  choice: null,
  role: 'member',
  revision: 8,
};
const file: SettingsFile = {
  format: 'zoom-calendar-settings',
  version: 1,
  account: settings,
  groups: [{ name: 'Sales', settings: group.settings.settings }],
};
const account: Account = {
  id: 'q6gBJVO5TzexKYTb_I2rpg',
  role: 'admin',
  revision: 8,
  members: 380,
  people: 'zoom',
  peopleAt: at,
};
const page: MemberPage = {
  members: [
    {
      ...by,
      role: 'admin',
      groups: ['Sales'],
      platforms: [{ platform: 'windows-classic', seenAt: at }],
      choice: { provider: 'mapi' },
    },
  ],
  total: 380,
  nextPageToken: 'WyJzYW5kYm94IGFkbWluaXN0cmF0b3IiLCJLRGN1R0ltMVFnZVBUTzhXYk9xd0lRIl0',
};
const choice: MemberChoice = {
  provider: 'office365',
  permissions: { calendar: 'read-write', contacts: 'none' },
};
const groups: Groups = { version: 8, groups: [group] };
const groupChange: GroupChange = { settings: group.settings.settings };
const order: GroupOrder = { ids: [groupId] };
const made: NewGroup = { name: 'Sales' };
const people: PeopleList = {
  people: [{ email: 'attendee@example.test', name: 'Sandbox Attendee', role: 'member', groups: ['Sales'] }],
};
const report: PeopleReport = { members: 380, groups: 4, admins: 2, removed: 3 };
const history: HistoryPage = { entries: [entry], nextPageToken: '7' };
const check: ImportCheck = {
  problems: [fileProblem('wrong-type', { expected: 'boolean' }, { where: 'account.mapi.value' })],
  preview: null,
  revision: 8,
};

const settingsTag = etagOf(versioned.version);
const groupTag = etagOf(group.settings.version);
const orderTag = etagOf(groups.version);

export const examples: RouteExamples = {
  'GET /api/me/policy': { answer: own },
  'PUT /api/me/calendar': { body: choice, answer: own },
  'DELETE /api/me/calendar': { answer: own },
  'GET /api/account': { answer: account },
  'GET /api/account/settings': { answer: versioned, etag: settingsTag },
  'PUT /api/account/settings': { body: settings, answer: versioned, etag: settingsTag },
  'POST /api/account/settings/preview': { body: settings, answer: preview },
  'GET /api/account/groups': { answer: groups, etag: orderTag },
  'POST /api/account/groups': { body: made, answer: group, etag: groupTag },
  'PUT /api/account/groups/order': { body: order, answer: groups, etag: orderTag },
  'GET /api/account/groups/:id': { answer: group, etag: groupTag },
  'PUT /api/account/groups/:id': { body: groupChange, answer: group, etag: groupTag },
  'POST /api/account/groups/:id/preview': { body: groupChange, answer: preview },
  'GET /api/account/members': { answer: page },
  'GET /api/account/members/:id/policy': { answer: own },
  'POST /api/account/people/refresh': { answer: report },
  'PUT /api/account/people': { body: people, answer: report },
  'GET /api/account/history': { answer: history },
  'POST /api/account/history/:id/undo': { answer: { ...entry, action: 'undone' } },
  'GET /api/account/export': { answer: file },
  'POST /api/account/import/check': { body: file, answer: check },
  'POST /api/account/import': { body: file, answer: { ...entry, action: 'imported' } },
};
