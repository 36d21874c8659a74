/**
 * Creating a meeting so that a lost answer never makes two.
 *
 * POST cannot be repeated blindly and Zoom has no idempotency key. So the instant of the first sending is
 * recorded before it, and whenever an earlier POST of the same request may have had its effect, the member's list
 * is searched for a meeting that must be the one (`matching.ts`). It is adopted when the caller can take its id,
 * that is, when no other record of ours holds it; only after a whole search found nothing the POST is repeated,
 * once. If even then the outcome is unknown, the error says so and the next call goes on from the record.
 */
import type { MeetingRequest } from '../domain/meeting';
import type { ZoomClient } from './client';
import type { Sleep } from './http';
import type { ZoomMeeting } from './schemas';

export interface CreateOnceOptions {
  readonly client: Pick<ZoomClient, 'createMeeting' | 'allMeetings' | 'getMeeting'>;
  readonly request: MeetingRequest;
  /** The member's own Zoom user id: meetings hosted by others are never adopted. */
  readonly hostId: string;
  /** When an earlier call first sent this request (ms since the epoch); undefined: it never was. */
  readonly earlierSentAt: number | undefined;
  /** Records durably that the request is about to be sent for the first time. Called before the first POST. */
  readonly recordSending: (at: number) => Promise<void>;
  /**
   * Takes a meeting's id for this record, atomically; false when another record holds it already. Called for
   * the meeting that is returned, created or adopted; true again when this record holds it already.
   */
  readonly take: (meetingId: string) => Promise<boolean>;
  readonly now?: () => number;
  readonly sleep?: Sleep;
  readonly signal?: AbortSignal;
}

export interface CreatedOnce {
  readonly meeting: ZoomMeeting;
  /** `adopted`: made by an earlier POST whose answer was lost. */
  readonly how: 'created' | 'adopted';
}
