/**
 * What Zoom's REST API answers about settings, locks, scheduling privilege and templates, in Zoom's own field names,
 * as far as this product uses it. A setting that Zoom does not tell stays unknown.
 *
 * Source: Zoom's OpenAPI (users/{userId}/settings, /schedulers, /meeting_templates; accounts/{accountId}/lock_settings).
 */
import * as z from 'zod';
import { flag, text, ZoomAudio, ZoomRecording } from './parts';

/** A switch of settings: what Zoom does not tell stays unknown. */
const knownFlag = z.boolean().optional().catch(undefined);

/** GET /users/me/settings: only what decides the defaults of a new meeting. */
export const ZoomSettings = z.object({
  schedule_meeting: z
    .object({
      host_video: knownFlag,
      participants_video: knownFlag,
      join_before_host: knownFlag,
      audio_type: ZoomAudio.optional().catch(undefined),
      use_pmi_for_scheduled_meetings: knownFlag,
      require_password_for_scheduling_new_meetings: knownFlag,
    })
    .prefault({}),
  in_meeting: z.object({ waiting_room: knownFlag, mute_upon_entry: knownFlag }).prefault({}),
  recording: z.object({ auto_recording: ZoomRecording.optional().catch(undefined) }).prefault({}),
});
export type ZoomSettings = z.infer<typeof ZoomSettings>;

/** Zoom's OpenAPI has the switch at the top of the answer and, in another variant, below `authentication_options`. */
const authentication = z.object({ meeting_authentication: knownFlag });

/** GET /users/me/settings?option=meeting_authentication: told nowhere else. */
export const ZoomAuthentication = z
  .object({
    meeting_authentication: knownFlag,
    authentication_options: z
      .object({ meeting_authentication: authentication.optional() })
      .optional()
      .catch(undefined),
  })
  .transform((answer) => ({
    meeting_authentication:
      answer.meeting_authentication ??
      answer.authentication_options?.meeting_authentication?.meeting_authentication,
  }));
export type ZoomAuthentication = z.infer<typeof ZoomAuthentication>;

/** GET /accounts/me/lock_settings: which settings the account has locked; true is locked. */
export const ZoomLockSettings = z.object({
  schedule_meeting: z
    .object({
      host_video: flag,
      participant_video: flag,
      join_before_host: flag,
      meeting_authentication: flag,
      audio_type: flag,
      use_pmi_for_scheduled_meetings: flag,
      require_password_for_scheduling_new_meetings: flag,
    })
    .prefault({}),
  recording: z.object({ auto_recording: flag }).prefault({}),
});
export type ZoomLockSettings = z.infer<typeof ZoomLockSettings>;

/** GET /accounts/me/lock_settings?option=meeting_security: the waiting room is told nowhere else. */
export const ZoomSecurityLocks = z.object({
  meeting_security: z.object({ waiting_room: flag }).prefault({}),
});
export type ZoomSecurityLocks = z.infer<typeof ZoomSecurityLocks>;

/** GET /users/me/schedulers: the people whom this member may schedule for (their assistant is this member). */
export const ZoomSchedulers = z.object({
  schedulers: z.array(z.object({ id: text, email: text })).prefault([]),
});
export type ZoomSchedulers = z.infer<typeof ZoomSchedulers>;

/** A template of the account; the others are somebody's own, which only Zoom's pages can schedule from. */
export const ADMIN_TEMPLATE = 2;

/** GET /users/me/meeting_templates. */
export const ZoomTemplates = z.object({
  templates: z.array(z.object({ id: text, name: text, type: z.int().optional() })).prefault([]),
});
export type ZoomTemplates = z.infer<typeof ZoomTemplates>;
