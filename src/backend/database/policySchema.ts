/**
 * The tables of the account's settings as TypeScript sees them. Every row carries the account, and no query leaves
 * it out. A version is the account's revision at the last change of what it belongs to.
 */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** JSON: read as a value that still has to be parsed, written as its text. */
type Json = ColumnType<unknown, string, string>;
type JsonWithDefault = ColumnType<unknown, string | undefined, string>;

/** What account and group have alike. */
export interface LayerColumns {
  /** `SettingsLayer`. */
  settings: JsonWithDefault;
  /** Setting to who locked it and when; the database holds that it names exactly the locked ones. */
  locks: JsonWithDefault;
  version: Generated<number>;
  saved_at: Date | null;
  /** `Person`. */
  saved_by: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface AccountTable extends LayerColumns {
  /** Zoom's account id. */
  account_id: string;
  /** Grows with every entry of the history. */
  revision: Generated<number>;
  /** The revision of the last change that an administrator made. */
  decided_revision: Generated<number>;
  /** The revision of the last change of which groups there are and in which order. */
  order_version: Generated<number>;
  people_source: Generated<'signed-in' | 'zoom' | 'list'>;
  people_at: Date | null;
}

/** Somebody of the account: signed in, told by Zoom, or on an imported list. */
export interface PersonTable {
  account_id: string;
  /** Zoom user id, or `mail:<address in lower case>`. */
  id: string;
  name: string;
  email: string;
  /** As Zoom says; null: Zoom never said. */
  zoom_role: 'owner' | 'admin' | 'member' | 'custom' | null;
  /** As the imported list says. */
  list_role: 'admin' | 'member' | null;
  /** Since when they are no longer found where people come from. */
  removed_at: Date | null;
  /** The account's revision when they last chose a service or ended one. */
  choice_revision: Generated<number>;
  role: GeneratedAlways<'member' | 'admin' | 'owner'>;
}

export interface GroupTable extends LayerColumns {
  id: Generated<string>;
  account_id: string;
  name: string;
  source: 'here' | 'zoom' | 'list';
  zoom_id: string | null;
  position: number;
}

export interface GroupMemberTable {
  account_id: string;
  group_id: string;
  person_id: string;
}

/** What a member chose and connected. */
export interface CalendarChoiceTable {
  account_id: string;
  person_id: string;
  provider: 'mapi' | 'exchange' | 'office365' | 'google';
  /** Permissions of their own, both or none. */
  calendar: 'none' | 'read' | 'read-write' | null;
  contacts: 'none' | 'read' | 'read-write' | null;
  chosen_at: Date;
}

export interface PlatformTable {
  account_id: string;
  person_id: string;
  platform: 'windows-classic' | 'windows-new' | 'mac' | 'web' | 'mobile';
  seen_at: Date;
}

/** One step, only ever added. */
export interface HistoryTable {
  account_id: string;
  revision: number;
  at: Date;
  by_id: string;
  by_name: string;
  by_email: string;
  request_id: string;
  scope: 'account' | 'group' | 'member';
  /** The group's or person's id. */
  subject: string | null;
  name: string | null;
  action:
    | 'saved'
    | 'undone'
    | 'imported'
    | 'created'
    | 'deleted'
    | 'ordered'
    | 'people'
    | 'connected'
    | 'disconnected';
  /** `ShownChange[]`. */
  changes: Json;
  /** The revision of the step that this one took back. */
  undoes: number | null;
}
