/**
 * The database's tables as TypeScript sees them. Times are `timestamptz`; every row that belongs to a member
 * carries the member's key (Zoom account id and user id), and no query leaves it out.
 */
import type { Generated, Kysely } from 'kysely';
import type {
  AccountTable,
  CalendarChoiceTable,
  GroupMemberTable,
  GroupTable,
  HistoryTable,
  PersonTable,
  PlatformTable,
} from './policySchema';

export interface Schema {
  members: MemberTable;
  zoom_tokens: ZoomTokenTable;
  sign_in_states: SignInStateTable;
  sign_in_codes: SignInCodeTable;
  sessions: SessionTable;
  made_meetings: MadeMeetingTable;
  shared_appointments: SharedAppointmentTable;
  member_settings: MemberSettingsTable;
  accounts: AccountTable;
  people: PersonTable;
  policy_groups: GroupTable;
  group_members: GroupMemberTable;
  calendar_choices: CalendarChoiceTable;
  platforms_seen: PlatformTable;
  policy_history: HistoryTable;
  microsoft_ties: MicrosoftTieTable;
}

export type Database = Kysely<Schema>;

/** Whose row it is. */
export interface MemberColumns {
  account_id: string;
  user_id: string;
}

/** A person who signed in at least once, as Zoom described them then. */
export interface MemberTable extends MemberColumns {
  name: string;
  email: string;
  /** IANA. */
  time_zone: string;
  updated_at: Date;
}

/** A member's Zoom tokens, encrypted; one row a member. */
export interface ZoomTokenTable extends MemberColumns {
  /** `secrets.ts`; the JSON of access and refresh token. */
  sealed: string;
  /** Grows with every refresh: a writer that read an older version has lost. */
  version: number;
  /** When the access token ends. */
  expires_at: Date;
  /** Until when one process has the refresh to itself. */
  leased_until: Date | null;
}

/** A sign-in that was begun: the `state` that Zoom will bring back. Used once. */
export interface SignInStateTable {
  /** SHA-256 of the state, hex. */
  state_hash: string;
  /** The pane's challenge (base64url SHA-256 of its verifier). */
  challenge: string;
  return_path: string;
  /** Our own PKCE verifier towards Zoom, encrypted. */
  sealed_verifier: string;
  created_at: Date;
}

/** A sign-in that Zoom finished and the pane has not yet fetched. Used once. */
export interface SignInCodeTable extends MemberColumns {
  /** SHA-256 of the code, hex. */
  code_hash: string;
  challenge: string;
  created_at: Date;
}

export interface SessionTable extends MemberColumns {
  /** SHA-256 of the token, hex. */
  token_hash: string;
  /** Which sign-in it comes from; survives renewal. */
  sign_in_id: string;
  /** When the person signed in; survives renewal. */
  started_at: Date;
  used_at: Date;
  /** The end that no use moves: 30 days after sign-in, or shortly after it was renewed. */
  ends_at: Date;
}

export type MadeState = 'pending' | 'unconfirmed' | 'confirmed' | 'removed';

/** A meeting that was made through this product, or is about to be. */
export interface MadeMeetingTable extends MemberColumns {
  id: Generated<string>;
  /** Unique a member among rows that are not removed; null once a newer meeting took it over. */
  claim: string | null;
  state: MadeState;
  /** Null until Zoom's answer was understood. One row a member and meeting. */
  meeting_id: string | null;
  /** SHA-256 of the request that the meeting was last made to match, hex. */
  request_hash: string;
  /** While pending: the request as it was sent and when last, encrypted, because a meeting whose answer was lost is found by it. */
  sealed_request: string | null;
  created_at: Date;
  /** When Zoom was first asked for it; null: never yet. */
  sent_at: Date | null;
  confirmed_at: Date | null;
  /** While pending: until when one process has the making to itself. */
  leased_until: Date | null;
  /** Fingerprint of the saved appointment that the meeting belongs to: the first that was told. */
  appointment: string | null;
  removed_at: Date | null;
}

/** A further appointment that shares a meeting on purpose. */
export interface SharedAppointmentTable {
  made_meeting_id: string;
  /** Its fingerprint. */
  appointment: string;
}

/** What is kept about a member beside who they are; both as JSON. */
export interface MemberSettingsTable extends MemberColumns {
  /** What the person keeps as their own; null: nothing yet. */
  preferences: string | null;
  /** What Zoom last said about their settings; null: not asked yet. */
  zoom_side: string | null;
  updated_at: Date;
}

/** Which Microsoft identity is which member; one each way. */
export interface MicrosoftTieTable extends MemberColumns {
  /** GUIDs in lower case. */
  tenant_id: string;
  object_id: string;
  /** As Entra said it when they were tied; for showing only. */
  name: string;
  tied_at: Date;
}
