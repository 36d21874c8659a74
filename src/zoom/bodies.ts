/**
 * What Zoom's REST API takes, in Zoom's own field names, as far as this product sends it.
 *
 * Source: Zoom's OpenAPI (POST /users/{userId}/meetings, PATCH /meetings/{meetingId}).
 */
import type { ZoomOptionsBody } from './options';
import type { ZoomRecurrenceBody, ZoomType } from './recurrence';

/** Settings of a meeting that we set; what is absent stays as Zoom has it. */
export interface ZoomMeetingSettings extends ZoomOptionsBody {
  /** 1: scheduled from Outlook. */
  readonly calendar_type?: 1;
  /** Addresses, separated by semicolons; empty: nobody. */
  readonly alternative_hosts?: string;
}

/** Body of POST /users/me/meetings. `start_time` is wall clock in `timezone`; with `Z` it is an instant in UTC. */
export interface ZoomCreateBody {
  readonly topic: string;
  readonly type: ZoomType;
  readonly start_time: string;
  readonly timezone: string;
  /** Minutes, 1 to 1440. */
  readonly duration: number;
  /** Of type 8 only. */
  readonly recurrence?: ZoomRecurrenceBody;
  readonly password?: string;
  /** False: no passcode unless one is given or the account insists. */
  readonly default_password?: false;
  /** The address of the person whose meeting it becomes. */
  readonly schedule_for?: string;
  readonly template_id?: string;
  readonly settings: ZoomMeetingSettings;
}

/** Body of PATCH /meetings/{id}. A `start_time` in the past is ignored by Zoom. */
export interface ZoomUpdateBody {
  readonly topic?: string;
  readonly type?: ZoomType;
  readonly start_time?: string;
  readonly timezone?: string;
  readonly duration?: number;
  /** Whole: Zoom refuses parts of one. */
  readonly recurrence?: ZoomRecurrenceBody;
  /** Empty text: none. */
  readonly password?: string;
  readonly settings?: ZoomMeetingSettings;
}

/** Body of PATCH /meetings/{id}?occurrence_id=…: Zoom takes these, some settings and the agenda. */
export interface ZoomOccurrenceBody {
  /** In UTC, with `Z`: a zone cannot be given here. */
  readonly start_time: string;
  readonly duration: number;
}
