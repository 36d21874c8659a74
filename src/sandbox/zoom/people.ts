/**
 * The people of the sandbox's Zoom account: their settings, which change what their meetings become, their licence, and
 * who may schedule for them.
 *
 * Settings keep Zoom's own names (GET /users/{id}/settings), so that answers are a matter of picking.
 */
import * as z from 'zod';

/** Passcode rules (`meeting_password_requirement`); zero and false mean no rule. */
export const PasscodeRules = z.object({
  length: z.int().min(0).max(10),
  have_letter: z.boolean(),
  have_number: z.boolean(),
  have_special_character: z.boolean(),
  only_allow_numeric: z.boolean(),
});
export type PasscodeRules = z.infer<typeof PasscodeRules>;

const settings = {
  host_video: z.boolean(),
  participants_video: z.boolean(),
  join_before_host: z.boolean(),
  waiting_room: z.boolean(),
  mute_upon_entry: z.boolean(),
  audio_type: z.enum(['both', 'telephony', 'voip', 'thirdParty']),
  auto_recording: z.enum(['local', 'cloud', 'none']),
  /** The person's plan has recording in the cloud. */
  cloud_recording: z.boolean(),
  local_recording: z.boolean(),
  /** Only people who are signed in may join. */
  meeting_authentication: z.boolean(),
  use_pmi_for_scheduled_meetings: z.boolean(),
  /** A meeting that is given no passcode gets one. */
  require_password_for_scheduling_new_meetings: z.boolean(),
  /** Every meeting has a passcode or a waiting room. */
  auto_security: z.boolean(),
  embed_password_in_join_link: z.boolean(),
  passcode_rules: PasscodeRules,
};

/** What a person has chosen in their Zoom settings. */
export const PersonSettings = z.object(settings);
export type PersonSettings = z.infer<typeof PersonSettings>;

/** Settings that earlier versions did not keep. */
const laterSettings = {
  cloud_recording: settings.cloud_recording.default(true),
  local_recording: settings.local_recording.default(true),
  meeting_authentication: settings.meeting_authentication.default(false),
  use_pmi_for_scheduled_meetings: settings.use_pmi_for_scheduled_meetings.default(false),
};

/** Somebody who may schedule for the person who has this. */
export const Assistant = z.object({ id: z.string(), can_manage_host_private_event: z.boolean() });
export type Assistant = z.infer<typeof Assistant>;

/** The account of the first people. */
export const ACCOUNT_ID = 'sandbox-account-000001';

/** One person of an account. What has a default was not kept by earlier versions. */
export const Person = z.object({
  id: z.string(),
  email: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  timezone: z.string(),
  pmi: z.int(),
  settings: z.object({ ...settings, ...laterSettings }),
  /** Zoom's type 2; without a licence nobody can be an alternative host. */
  licensed: z.boolean().default(true),
  /** An administrator of the account, whose tokens have an administrator's scopes. */
  admin: z.boolean().default(false),
  /** Zoom's id of the account. Groups and locks are those of the first one. */
  account: z.string().default(ACCOUNT_ID),
  /** At most 30. */
  assistants: z.array(Assistant).max(30).default([]),
});
export type Person = z.infer<typeof Person>;

/** A person's name as Zoom shows it. */
export function displayName(person: Person): string {
  return `${person.first_name} ${person.last_name}`;
}

/** The id of a person of the first ones. */
export const personId = (role: string) => `sandbox${role}0000000001`;

const defaults: PersonSettings = {
  host_video: false,
  participants_video: false,
  join_before_host: false,
  waiting_room: false,
  mute_upon_entry: false,
  audio_type: 'both',
  auto_recording: 'none',
  cloud_recording: true,
  local_recording: true,
  meeting_authentication: false,
  use_pmi_for_scheduled_meetings: false,
  require_password_for_scheduling_new_meetings: true,
  auto_security: true,
  embed_password_in_join_link: true,
  passcode_rules: {
    length: 0,
    have_letter: false,
    have_number: false,
    have_special_character: false,
    only_allow_numeric: false,
  },
};

/** The people as they are after a reset: the organizer may schedule for the manager, who administrates the account. */
export function initialPeople(): Person[] {
  const person = (role: string, pmi: number, assistants: Assistant[] = []): Person => ({
    id: personId(role),
    email: `${role.toLowerCase()}@example.test`,
    first_name: 'Sandbox',
    last_name: role,
    timezone: 'Europe/Berlin',
    pmi,
    settings: structuredClone(defaults),
    licensed: true,
    admin: false,
    account: ACCOUNT_ID,
    assistants,
  });
  const manager = person('Manager', 3542471137, [
    { id: personId('Organizer'), can_manage_host_private_event: false },
  ]);
  return [person('Organizer', 3542471135), person('Attendee', 3542471136), { ...manager, admin: true }];
}
