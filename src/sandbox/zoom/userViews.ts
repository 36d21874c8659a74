/**
 * How a person and their settings look in Zoom's answers (GET /users/{userId} and /users/{userId}/settings).
 */
import { ACCOUNT_ID, displayName, type Person } from './people';

const CREATED = '2024-01-15T08:00:00Z';

/** The person as GET /users/{userId} shows them: a licensed member. */
export function userDetails(person: Person, joinOrigin: string) {
  return {
    id: person.id,
    first_name: person.first_name,
    last_name: person.last_name,
    display_name: displayName(person),
    email: person.email,
    type: 2,
    role_name: 'Member',
    role_id: '2',
    pmi: person.pmi,
    use_pmi: false,
    personal_meeting_url: `${joinOrigin}/j/${person.pmi}`,
    timezone: person.timezone,
    verified: 1,
    created_at: CREATED,
    user_created_at: CREATED,
    language: 'en-US',
    status: 'active',
    account_id: ACCOUNT_ID,
    login_types: [100],
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
      return { authentication_options: { meeting_authentication: { meeting_authentication: false } } };
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
          use_pmi_for_scheduled_meetings: false,
          use_pmi_for_instant_meetings: false,
        },
        in_meeting: { waiting_room: settings.waiting_room },
        recording: { auto_recording: settings.auto_recording },
      };
  }
}
