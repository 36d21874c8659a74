/** Where the account's policy for meeting options comes from. The one place to replace when it is kept elsewhere. */
import type { MeetingPolicy } from '../domain/meetingDefaults';

export interface MeetingPolicies {
  of(accountId: string): Promise<MeetingPolicy>;
}

export const noPolicy: MeetingPolicy = { defaults: {}, locked: [] };

/** One policy for every account that this installation serves. */
export const configuredPolicy = (policy: MeetingPolicy): MeetingPolicies => ({ of: async () => policy });
