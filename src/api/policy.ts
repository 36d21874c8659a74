/**
 * The contract of the policy's HTTP interface, for both sides: paths and the shapes that go over them.
 *
 *   GET    /api/me/policy?platform            -> MemberPolicy          what holds for oneself here; notes the platform
 *   PUT    /api/me/calendar                   <- MemberChoice -> MemberPolicy   connects ("Done" of the wizard); ?platform
 *   DELETE /api/me/calendar                   -> MemberPolicy          disconnects; ?platform
 *   GET    /api/changes                       -> text/event-stream of ChangeEvent: what one's own policy depends on
 *
 * For admins and the owner of the account (`admin-only` for others):
 *   GET    /api/account                       -> Account
 *   GET    /api/account/settings              -> VersionedSettings     ETag: "<version>"
 *   PUT    /api/account/settings              <- SettingsLayer -> VersionedSettings   If-Match
 *   POST   /api/account/settings/preview      <- SettingsLayer -> Preview             what saving would do; saves nothing
 *   GET    /api/account/groups                -> Groups                ETag of the order
 *   POST   /api/account/groups                <- NewGroup -> Group     at the end of the order
 *   PUT    /api/account/groups/order          <- GroupOrder -> Groups  If-Match
 *   GET    /api/account/groups/:id            -> Group                 ETag
 *   PUT    /api/account/groups/:id            <- GroupChange -> Group  If-Match
 *   POST   /api/account/groups/:id/preview    <- GroupChange -> Preview
 *   DELETE /api/account/groups/:id            -> 204                   If-Match
 *   GET    /api/account/members?search&group&pageToken -> MemberPage   by name
 *   GET    /api/account/members/:id/policy?platform    -> MemberPolicy "see as"
 *   POST   /api/account/people/refresh        -> PeopleReport          from Zoom, where the app has the scope
 *   PUT    /api/account/people                <- PeopleList -> PeopleReport   an imported list instead
 *   GET    /api/account/history?pageToken     -> HistoryPage           newest first
 *   POST   /api/account/history/:id/undo      -> HistoryEntry          409 `changed-since` where a setting changed again
 *   GET    /api/account/export                -> SettingsFile
 *   POST   /api/account/import/check          <- anything -> ImportCheck   what is wrong, or what it would do
 *   POST   /api/account/import                <- SettingsFile -> HistoryEntry   all of it or nothing; If-Match of the account's revision
 *
 * All want `Authorization: Bearer <session token>`. Errors are `Problem` (RFC 9457) of the error catalogue. A write
 * without `If-Match` is refused (428 `version-missing`); one with an older version (412 `changed-meanwhile`) is told
 * in `meanwhile` what was changed since, by whom and when (RFC 9110, 13.1.1; RFC 6585, 3). Only a list of people may
 * come without, because it replaces whatever is there; it is refused alike where it says for which revision of the
 * account it was made.
 */
import * as z from 'zod/mini';
import { Instant } from '../domain/meeting';
import { SettingKey } from '../domain/policy/changes';
import { MemberChoice } from '../domain/policy/effective';
import { Impact } from '../domain/policy/impact';
import { foldedName, MOST_GROUPS } from '../domain/policy/names';
import { SettingsLayer } from '../domain/policy/settings';
import { Platform } from '../domain/policy/terms';
import { FileProblem } from './fileProblem';
import { ownPolicyPaths, Role } from './ownPolicy';

export * from './ownPolicy';

export const policyPaths = {
  ...ownPolicyPaths,
  account: '/api/account',
  settings: '/api/account/settings',
  previewSettings: '/api/account/settings/preview',
  groups: '/api/account/groups',
  groupOrder: '/api/account/groups/order',
  group: (id: string) => `/api/account/groups/${encodeURIComponent(id)}`,
  previewGroup: (id: string) => `/api/account/groups/${encodeURIComponent(id)}/preview`,
  members: '/api/account/members',
  memberPolicy: (id: string) => `/api/account/members/${encodeURIComponent(id)}/policy`,
  people: '/api/account/people',
  refreshPeople: '/api/account/people/refresh',
  history: '/api/account/history',
  undo: (id: string) => `/api/account/history/${encodeURIComponent(id)}/undo`,
  export: '/api/account/export',
  import: '/api/account/import',
  checkImport: '/api/account/import/check',
} as const;

/** Somebody as the history and the lists name them. */
export const Person = z.object({ id: z.string(), name: z.string(), email: z.string() });
export type Person = z.infer<typeof Person>;

export const Account = z.object({
  /** Zoom's account id. */
  id: z.string(),
  role: Role,
  revision: z.int(),
  members: z.int(),
  /** Where members, groups and roles come from; `signed-in`: only who ever signed in is known. */
  people: z.enum(['signed-in', 'zoom', 'list']),
  peopleAt: z.nullable(Instant),
});
export type Account = z.infer<typeof Account>;

/** Who locked a setting, and when. */
export const LockNote = z.object({ setting: SettingKey, by: Person, at: Instant });
export type LockNote = z.infer<typeof LockNote>;

export const VersionedSettings = z.object({
  version: z.int(),
  settings: SettingsLayer,
  /** Of those settings that are locked here. */
  locks: z.array(LockNote),
  /** Null: never saved. */
  savedAt: z.nullable(Instant),
  savedBy: z.nullable(Person),
});
export type VersionedSettings = z.infer<typeof VersionedSettings>;

/** Names are shown in lists: nothing in them breaks a line, or turns the direction of what follows. */
const SHOWN_TEXT = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u;

export const GroupName = z.string().check(z.trim(), z.minLength(1), z.maxLength(100), z.regex(SHOWN_TEXT));

export const Group = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Zoom's group or a list's: its members change there and not here. */
  source: z.enum(['here', 'zoom', 'list']),
  members: z.int(),
  settings: VersionedSettings,
});
export type Group = z.infer<typeof Group>;

/** In the order that decides: the first group that says something about a setting. */
export const Groups = z.object({ version: z.int(), groups: z.array(Group) });
export type Groups = z.infer<typeof Groups>;

export const NewGroup = z.strictObject({ name: GroupName });
export type NewGroup = z.infer<typeof NewGroup>;

/** Every group's id once. */
export const GroupOrder = z.strictObject({ ids: z.array(z.uuid()).check(z.maxLength(MOST_GROUPS)) });
export type GroupOrder = z.infer<typeof GroupOrder>;

/** What is absent stays. `members`: Zoom user ids, only of a group made here. */
export const GroupChange = z.strictObject({
  name: z.optional(GroupName),
  settings: z.optional(SettingsLayer),
  members: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(10_000))),
});
export type GroupChange = z.infer<typeof GroupChange>;

/** One change of the history or of a preview, with the values as JSON. */
export const ShownChange = z.object({
  /** A setting, or `members`, `name`, `order`, `group`, `people`, `choice`. */
  what: z.string(),
  from: z.unknown(),
  to: z.unknown(),
  /** In the history: what the groups of an order, and those who joined or left a group, were called then, by id. */
  names: z.optional(z.record(z.string(), z.string())),
});
export type ShownChange = z.infer<typeof ShownChange>;

export const Preview = z.object({ changes: z.array(ShownChange), impact: Impact });
export type Preview = z.infer<typeof Preview>;

export const AccountMember = z.object({
  ...Person.shape,
  role: Role,
  /** In the order that decides. */
  groups: z.array(z.string()),
  /** From which pane or bridge were seen. */
  platforms: z.array(z.object({ platform: Platform, seenAt: Instant })),
  choice: z.nullable(MemberChoice),
});
export type AccountMember = z.infer<typeof AccountMember>;

export const MemberPage = z.object({
  members: z.array(AccountMember),
  total: z.int(),
  nextPageToken: z.optional(z.string()),
});
export type MemberPage = z.infer<typeof MemberPage>;

/** A list of people that an administrator brings; whoever is absent from it is no longer a member. */
export const PeopleList = z.strictObject({
  people: z
    .array(
      z.strictObject({
        email: z.string().check(z.maxLength(254), z.regex(/^[^\s;,@<>"]+@[^\s;,@<>"]+$/)),
        name: z.string().check(z.minLength(1), z.maxLength(200), z.regex(SHOWN_TEXT)),
        role: z._default(z.enum(['member', 'admin']), 'member'),
        groups: z._default(z.array(GroupName).check(z.maxLength(50)), []),
      }),
    )
    .check(z.maxLength(20_000)),
});
export type PeopleList = z.infer<typeof PeopleList>;

export const PeopleReport = z.object({
  members: z.int(),
  groups: z.int(),
  admins: z.int(),
  /** Those who were no longer found. */
  removed: z.int(),
});
export type PeopleReport = z.infer<typeof PeopleReport>;

/** One saved step, with what it changed. */
export const HistoryEntry = z.object({
  id: z.string(),
  at: Instant,
  by: Person,
  requestId: z.string(),
  /** The account itself, a group, or a member's own choice. */
  scope: z.enum(['account', 'group', 'member']),
  /** The group's or member's name. */
  name: z.nullable(z.string()),
  action: z.enum([
    'saved',
    'undone',
    'imported',
    'created',
    'deleted',
    'ordered',
    'people',
    'connected',
    'disconnected',
  ]),
  changes: z.array(ShownChange),
  undoable: z.boolean(),
  /** The id of the entry that this one took back. */
  undoes: z.optional(z.string()),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const HistoryPage = z.object({
  entries: z.array(HistoryEntry),
  nextPageToken: z.optional(z.string()),
});
export type HistoryPage = z.infer<typeof HistoryPage>;

/** All settings of an account as a file; groups are told apart by name. */
export const SettingsFile = z.strictObject({
  format: z.literal('zoom-calendar-settings'),
  version: z.literal(1),
  account: SettingsLayer,
  groups: z.array(z.strictObject({ name: GroupName, settings: SettingsLayer })).check(
    z.maxLength(MOST_GROUPS),
    z.refine(
      (groups) => new Set(groups.map(({ name }) => foldedName(name))).size === groups.length,
      'two groups have the same name',
    ),
  ),
});
export type SettingsFile = z.infer<typeof SettingsFile>;

/** Everything that is wrong with a file, at once; or what applying it would do. */
export const ImportCheck = z.object({
  problems: z.array(FileProblem),
  /** Null while there are problems. */
  preview: z.nullable(Preview),
  revision: z.int(),
});
export type ImportCheck = z.infer<typeof ImportCheck>;

/** What a refused write (412) is told beside the problem. */
export const Meanwhile = z.object({ version: z.int(), entries: z.array(HistoryEntry) });
export type Meanwhile = z.infer<typeof Meanwhile>;
