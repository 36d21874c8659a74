/** What the administrator's settings say about a member's meetings: the one place that meetings ask. */
import type { MeetingPolicy } from '../../domain/meetingDefaults';
import type { MemberKey } from '../member';

export interface MemberMeetingPolicy {
  /** Defaults and locks of the options. */
  readonly options: MeetingPolicy;
  /** Whether the member may schedule for others. */
  readonly scheduleForOthers: boolean;
}

export interface MeetingPolicies {
  of(member: MemberKey): Promise<MemberMeetingPolicy>;
}
