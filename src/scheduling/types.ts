/**
 * What the use cases of this room need from outside, and what they answer. Pane and ribbon fill the same
 * dependencies, so that one press means the same in both. No DOM, no Office.
 */
import type {
  Meeting,
  MeetingChange,
  MeetingOptions,
  MeetingRequest,
  Occurrence,
  OccurrenceRequest,
} from '../domain/meeting';
import type { MeetingPage, Whose } from '../api/backend';
import type { BodyFormat } from '../domain/appointment';
import type { Link } from '../domain/link';
import type { Note } from '../domain/notes';
import type { RemovedInvitation } from '../domain/invitation';
import type { KeptText } from './lastSent';

/** The backend's meetings, as the use cases call them. All reject with a `ProductError`. */
export interface MeetingsService {
  /** Idempotent by claim: see `api/backend.ts`. */
  create(request: MeetingRequest, claim: string): Promise<Meeting>;
  get(id: string): Promise<Meeting>;
  /** Times that are left out stay as Zoom has them. */
  update(id: string, change: MeetingChange): Promise<Meeting>;
  remove(id: string): Promise<void>;
  recover(id: string): Promise<Meeting>;
  /** Changes the times of one occurrence. `occurrence-gone` when the meeting has no such occurrence (any more). */
  updateOccurrence(id: string, occurrenceId: string, request: OccurrenceRequest): Promise<Meeting>;
  /** Cancels one occurrence; fine when it is cancelled already. */
  removeOccurrence(id: string, occurrenceId: string): Promise<Meeting>;
  /**
   * The appointment with this fingerprint carries the meeting and is saved. Tells whether another one did before. The
   * first one told is the meeting's own, unless it is perhaps a copy. An unsaved form has no fingerprint and only asks.
   */
  confirm(
    id: string,
    appointment: string | undefined,
    as?: 'shared' | 'perhaps-copy' | 'unsaved',
  ): Promise<Whose>;
  /** The member's meetings still to come; asked only for an invitation by the personal meeting id without a link. */
  list?(): Promise<MeetingPage>;
}

export interface SchedulingDependencies {
  readonly meetings: MeetingsService;
  /** Instants in UTC milliseconds. */
  readonly now: () => number;
  /** A fresh claim: unguessable, `[A-Za-z0-9_-]{8,64}`. */
  readonly newClaim: () => string;
  /** Runs one piece of work at a time among all frames of this person's browser (Web Locks where there are). */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** Language tag of the invitation where neither the person nor the link names one. */
  readonly language: string;
  /**
   * The language that the member keeps for all invitations, null follows `language`; asked only while Zoom makes a
   * meeting for choices that name none. Absent where the choices name it already.
   */
  readonly usualLanguage?: () => Promise<string | null>;
  /** The member's personal meeting id, null where there is none; asked only about an invitation without a link. */
  readonly personalMeetingId?: () => Promise<string | null>;
  /** Whether this client tells the id of the item that is open (Mailbox 1.8). Absent: it does. */
  readonly tellsItemIds?: () => boolean;
  /** Meetings put on forms that were not saved then, where the client tells no ids. */
  readonly drafts?: DraftMemory;
  /** Where it is kept what was last sent to Zoom from here; absent: nowhere. */
  readonly kept?: KeptText;
}

/** Remembers over frames, for a day, which meetings were put on unsaved forms in this browser. */
export interface DraftMemory {
  remember(meetingId: string): void;
  has(meetingId: string): boolean;
}

/** What a person chose in the pane; what is absent follows the appointment or the member's defaults. */
export interface Choices {
  /** A topic of its own; `null` follows the subject; absent leaves it as it was, for a new meeting the subject. */
  readonly topic?: string | null;
  readonly options: MeetingOptions;
  /** Language tag of the invitation; absent keeps the link's, or Outlook's own. */
  readonly language?: string;
}

export type { Note } from '../domain/notes';

/** Told to who waits: what the work is at now. */
export type Step = 'reading' | 'creating' | 'changing' | 'removing' | 'writing';
export type Progress = (step: Step) => void;

export interface Done {
  /** Of one occurrence the whole series, as everywhere. */
  readonly meeting: Meeting;
  /** Where one occurrence of the series is open: which one of Zoom's it is. */
  readonly occurrence?: Occurrence;
  readonly link: Link;
  readonly notes: readonly Note[];
}

/** From where a meeting goes that may be another appointment's: its text off this one only, or out of Zoom too. */
export type RemovedFrom = 'appointment' | 'zoom';

/** What was removed, and everything needed to put it back, kept by the pane for its Undo. */
export interface Removed {
  /** Undefined where Zoom had no such meeting any more. */
  readonly meeting: Meeting | undefined;
  /** The occurrence that was cancelled, where only that was. */
  readonly occurrence?: Occurrence;
  readonly link: Link;
  readonly bodyBlock: RemovedInvitation | undefined;
  /** The format that `bodyBlock` is in. */
  readonly bodyFormat: BodyFormat;
  readonly locationHadLink: boolean;
  /** False where Zoom cannot bring it back: then there is nothing to offer. */
  readonly canUndo: boolean;
  /** The meeting lives on in Zoom: it is another appointment's, or a series or a room that others use too. */
  readonly stays: boolean;
  readonly notes: readonly Note[];
}

/** What is on the appointment now. */
export type AppointmentState =
  /** Nothing of ours. */
  | { readonly kind: 'empty' }
  /** A meeting, and everything that belongs to it. */
  | {
      readonly kind: 'linked';
      readonly link: Link;
      readonly meeting: Meeting;
      /** Where one occurrence of the series is open: which one of Zoom's it is. */
      readonly occurrence?: Occurrence;
    }
  /** One occurrence is open, and none of the meeting fits: the person says which one it is. */
  | {
      readonly kind: 'lost';
      readonly link: Link | undefined;
      readonly meeting: Meeting;
      /** Those that it may be, the nearest first. */
      readonly mayBe: readonly Occurrence[];
    }
  /** A copy of the appointment that the meeting was made for: the person decides whether it shares the meeting. */
  | {
      readonly kind: 'copy';
      readonly link: Link;
      readonly meeting: Meeting;
      /** A single appointment with the meeting of a series: a copy of one occurrence, or what became of the series. */
      readonly outOfSeries?: true;
    }
  /** Begun and not finished, or something of it was lost: `repair` finishes it. */
  | {
      readonly kind: 'incomplete';
      readonly meeting: Meeting | undefined;
      readonly missing: readonly ('invitation' | 'location' | 'property' | 'meeting')[];
      /** Nothing was lost: Zoom has another passcode or join link than the appointment tells. */
      readonly joinChanged?: true;
    }
  /** The appointment names a meeting that this person made here and Zoom no longer has. */
  | { readonly kind: 'gone'; readonly link: Link }
  /** A meeting that Zoom does not show to this person, by its link or by its invitation alone. */
  | {
      readonly kind: 'foreign';
      readonly link?: Link;
      /** The number that people join with. */
      readonly meetingId: string;
      readonly joinUrl: string;
    };
