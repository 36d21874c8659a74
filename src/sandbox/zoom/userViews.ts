/**
 * How people, their settings, their privileges, and the account's locks and templates look in Zoom's answers.
 */
import type { LockSettings, Template } from './account';
import { displayName, type Assistant, type Person } from './people';
import type { FindPerson } from './privileges';

const CREATED = '2024-01-15T08:00:00Z';

/** The person as GET /users/{userId} shows them: a member, licensed (type 2) or basic (type 1). */
export function userDetails(person: Person, joinOrigin: string) {
  return {
    id: person.id,
    first_name: person.first_name,
    last_name: person.last_name,
    display_name: displayName(person),
    email: person.email,
    type: person.licensed ? 2 : 1,
    role_name: person.admin ? 'Admin' : 'Member',
    role_id: person.admin ? '1' : '2',
    pmi: person.pmi,
    use_pmi: person.settings.use_pmi_for_scheduled_meetings,
    personal_meeting_url: `${joinOrigin}/j/${person.pmi}`,
    timezone: person.timezone,
    verified: 1,
    created_at: CREATED,
    user_created_at: CREATED,
    language: 'en-US',
    status: 'active',
    account_id: person.account,
    login_types: [100],
  };
}

/** The person as GET /users lists them. */
export function userRow(person: Person) {
  return {
    id: person.id,
    first_name: person.first_name,
    last_name: person.last_name,
    display_name: displayName(person),
    email: person.email,
    type: person.licensed ? 2 : 1,
    role_id: person.admin ? '1' : '2',
    pmi: person.pmi,
    timezone: person.timezone,
    verified: 1,
    user_created_at: CREATED,
    status: 'active',
  };
}

/** Zoom's `option` of the settings operation. */
export type SettingsOption = 'meeting_authentication' | 'recording_authentication' | 'meeting_security';

/** The part of a person's settings that was asked for; without an option, the general part. */
export function settingsView(person: Person, option: SettingsOption | undefined) {
  const { settings } = person;
  switch (option) {
    case 'meeting_security':
      return {
        meeting_security: {
          auto_security: settings.auto_security,
          embed_password_in_join_link: settings.embed_password_in_join_link,
          encryption_type: 'enhanced_encryption',
          end_to_end_encrypted_meetings: false,
          meeting_password: settings.require_password_for_scheduling_new_meetings,
          meeting_password_requirement: settings.passcode_rules,
          waiting_room: settings.waiting_room,
        },
      };
    case 'meeting_authentication':
      return {
        authentication_options: {
          meeting_authentication: { meeting_authentication: settings.meeting_authentication },
        },
      };
    case 'recording_authentication':
      return { authentication_options: { recording_authentication: { recording_authentication: false } } };
    case undefined:
      return {
        schedule_meeting: {
          host_video: settings.host_video,
          participants_video: settings.participants_video,
          audio_type: settings.audio_type,
          join_before_host: settings.join_before_host,
          embed_password_in_join_link: settings.embed_password_in_join_link,
          meeting_password_requirement: settings.passcode_rules,
          require_password_for_scheduling_new_meetings: settings.require_password_for_scheduling_new_meetings,
          personal_meeting: true,
          use_pmi_for_scheduled_meetings: settings.use_pmi_for_scheduled_meetings,
          use_pmi_for_instant_meetings: false,
        },
        in_meeting: { waiting_room: settings.waiting_room },
        recording: {
          auto_recording: settings.auto_recording,
          cloud_recording: settings.cloud_recording,
          local_recording: settings.local_recording,
        },
      };
  }
}

/** GET /users/{userId}/schedulers: those for whom the person may schedule. */
export function schedulersView(hosts: readonly Person[]) {
  return { schedulers: hosts.map(({ id, email, pmi }) => ({ id, email, pmi })) };
}

/** GET /users/{userId}/assistants: those who may schedule for the person. */
export function assistantsView(assistants: readonly Assistant[], find: FindPerson) {
  return {
    assistants: assistants.map(({ id, can_manage_host_private_event }) => ({
      id,
      email: find(id)?.email ?? '',
      can_manage_host_private_event,
    })),
  };
}

/** GET /users/{userId}/meeting_templates. */
export function templatesView(templates: readonly Template[]) {
  return {
    templates: templates.map(({ id, name, type }) => ({ id, name, type })),
    total_records: templates.length,
  };
}

/** GET /accounts/{accountId}/lock_settings: the general part, or that of security. */
export function lockSettingsView(locks: LockSettings, option: 'meeting_security' | undefined) {
  const { schedule_meeting, recording, meeting_security } = locks;
  if (option === undefined) return { schedule_meeting, in_meeting: {}, recording };
  return {
    meeting_security: {
      waiting_room: meeting_security.waiting_room,
      meeting_password: schedule_meeting.require_password_for_scheduling_new_meetings,
    },
  };
}
