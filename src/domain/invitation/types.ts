/** What finding, putting and removing an invitation speak about. All offsets count UTF-16 units of the body as given. */
import type { BodyFormat } from '../appointment';
import type { Typed } from './page';

/** The meeting whose invitation is looked for. */
export interface OwnMeeting {
  readonly id: string;
  /** The number that people join with, where it differs from the id: that of the host's personal meeting id. */
  readonly joinNumber?: string;
  /**
   * The topics that its invitation can tell: as last agreed, as it is now. Where they are known, what a person wrote
   * on the topic's line outlives the invitation.
   */
  readonly topics?: readonly string[];
}

export interface Invitation {
  /** The invitation is `body.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  /** By the mark where there is one that tells it, otherwise the number that people join with. */
  readonly meetingId: string;
  /** The number that people join with, as the lines and the join link have it. */
  readonly joinNumber: string;
  /** The join link in it, out of any wrapper; undefined where somebody took it out of a marked block. */
  readonly joinUrl: string | undefined;
  /** As it is written in the invitation (for a link alone: on a line soon after it); undefined where there is none. */
  readonly passcode: string | undefined;
  /**
   * `marker`: our mark as we wrote it. `rewritten-marker`: the mark as a client changed it.
   * `join-url`: no mark; a join link alone, or a block that only its wording gives away.
   */
  readonly foundBy: 'marker' | 'rewritten-marker' | 'join-url';
  /** Whether the range is exactly one invitation of ours, so that it may be replaced or removed. */
  readonly certain: boolean;
  /** Inside a quotation (or indented by the person, which looks the same). */
  readonly quoted: boolean;
  /** What a person typed inside, in order; it outlives the invitation. */
  readonly typed: readonly Typed[];
}

/** What a removal took, with enough of its surroundings to know the place again. Plain data; survives JSON. */
export interface RemovedInvitation {
  readonly meetingId: string;
  /** The format that the body had; in another one `text` means nothing. */
  readonly format: BodyFormat;
  readonly text: string;
  /** What the person had typed inside, which was left at its place. */
  readonly kept: string;
  readonly offset: number;
  /** What stood right before and right after. */
  readonly before: string;
  readonly after: string;
}
