/**
 * The client of Zoom's REST API for one signed-in member: one method an operation, answers parsed, errors of
 * the catalogue.
 *
 * Every method throws `ProductError` only, or the abort reason when the caller's signal aborted. What the codes
 * promise: `zoom-unavailable` = nothing was changed in Zoom; `zoom-outcome-unknown` = a write was sent and its
 * answer was lost or not understood. Create through `createOnce` (createOnce.ts), which settles the latter.
 * Reads and repeatable writes are repeated by themselves a few times; POST is never repeated blindly.
 */
import type { MeetingId } from '../domain/meeting';
import type { Fetch, Sleep, Timer } from './http';
import type { RateLimiter } from './layers/rateLimit';
import type {
  ZoomCreateBody,
  ZoomMeeting,
  ZoomMeetingPage,
  ZoomMeetingRow,
  ZoomSettings,
  ZoomUpdateBody,
  ZoomUser,
} from './schemas';

/** Where access tokens come from; the backend's keeper of tokens. */
export interface TokenSource {
  /** A token that is not known to be stale. */
  current(): Promise<string>;
  /**
   * A token other than `rejected`, which Zoom has just refused; throws `zoom-consent-lost` when there is none.
   * Many calls may ask at the same moment: the source refreshes once.
   */
  refreshed(rejected: string): Promise<string>;
}

export interface ZoomClientOptions {
  /** Zoom's own is `https://api.zoom.us/v2`. */
  readonly apiUrl: string;
  readonly token: TokenSource;
  readonly fetch?: Fetch;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly sleep?: Sleep;
  readonly timer?: Timer;
  /** From 0 up to 1; spreads waiting times. */
  readonly random?: () => number;
  /** One attempt, body included; 10 seconds unless said otherwise. */
  readonly timeoutMs?: number;
  /** Zoom counts requests by account: share one among the clients of an account. Own one unless given. */
  readonly limiter?: RateLimiter;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export type ListType = 'scheduled' | 'live' | 'upcoming' | 'upcoming_meetings' | 'previous_meetings';

export interface ListOptions extends CallOptions {
  /** `scheduled` unless said otherwise: everything unexpired, past and to come. */
  readonly type?: ListType;
  /** 1 to 300, which is also the default. */
  readonly pageSize?: number;
  readonly nextPageToken?: string;
}

export interface ZoomClient {
  me(options?: CallOptions): Promise<ZoomUser>;
  mySettings(options?: CallOptions): Promise<ZoomSettings>;
  /** One POST, not repeated when its answer is lost: prefer `createOnce`. */
  createMeeting(body: ZoomCreateBody, options?: CallOptions): Promise<ZoomMeeting>;
  getMeeting(id: MeetingId, options?: CallOptions): Promise<ZoomMeeting>;
  updateMeeting(id: MeetingId, body: ZoomUpdateBody, options?: CallOptions): Promise<void>;
  /** Throws `meeting-gone` when Zoom no longer has it (also after a repeated delete). */
  deleteMeeting(id: MeetingId, options?: CallOptions): Promise<void>;
  /** Brings a deleted meeting back; fine when it was not deleted. */
  recoverMeeting(id: MeetingId, options?: CallOptions): Promise<void>;
  listMeetings(options?: ListOptions): Promise<ZoomMeetingPage>;
  /** Every row of every page, asked for page by page as they are used. */
  allMeetings(options?: Omit<ListOptions, 'nextPageToken'>): AsyncIterableIterator<ZoomMeetingRow>;
  /** The invitation in Zoom's own words, plain text. */
  getInvitation(id: MeetingId, options?: CallOptions): Promise<string>;
}
