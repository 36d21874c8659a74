/**
 * The two people of the sandbox's Zoom account, and the settings that change what their meetings become.
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

/** What a person has chosen in their Zoom settings. */
export const PersonSettings = z.object({
  host_video: z.boolean(),
  participants_video: z.boolean(),
  join_before_host: z.boolean(),
  waiting_room: z.boolean(),
  mute_upon_entry: z.boolean(),
  audio_type: z.enum(['both', 'telephony', 'voip', 'thirdParty']),
  auto_recording: z.enum(['local', 'cloud', 'none']),
  /** A meeting that is given no passcode gets one. */
  require_password_for_scheduling_new_meetings: z.boolean(),
  /** Every meeting has a passcode or a waiting room. */
  auto_security: z.boolean(),
  embed_password_in_join_link: z.boolean(),
  passcode_rules: PasscodeRules,
});
export type PersonSettings = z.infer<typeof PersonSettings>;

/** One person in the account. */
export const Person = z.object({
  id: z.string(),
  email: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  timezone: z.string(),
  pmi: z.int(),
  settings: PersonSettings,
});
export type Person = z.infer<typeof Person>;

export const ACCOUNT_ID = 'sandbox-account-000001';

/** A person's name as Zoom shows it. */
export function displayName(person: Person): string {
  return `${person.first_name} ${person.last_name}`;
}

const defaults: PersonSettings = {
  host_video: false,
  participants_video: false,
  join_before_host: false,
  waiting_room: false,
  mute_upon_entry: false,
  audio_type: 'both',
  auto_recording: 'none',
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

/** The people as they are after a reset. */
export function initialPeople(): Person[] {
  const person = (role: string, pmi: number): Person => ({
    id: `sandbox${role}0000000001`,
    email: `${role.toLowerCase()}@example.test`,
    first_name: 'Sandbox',
    last_name: role,
    timezone: 'Europe/Berlin',
    pmi,
    settings: structuredClone(defaults),
  });
  return [person('Organizer', 3542471135), person('Attendee', 3542471136)];
}
