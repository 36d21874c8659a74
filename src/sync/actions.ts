/**
 * What a plan consists of. A plan is data: it can be printed, asked about, counted, and carried out.
 *
 * One `Task` is all that is done about one meeting and its appointment, in order; tasks do not depend on each other.
 * A step that writes names what it was decided on (`expected`), and every task says what the link is afterwards.
 */
import type {
  AppointmentFacts,
  AppointmentItem,
  Copy,
  JoinDetails,
  Link,
  MeetingFacts,
  MeetingItem,
} from './model';
import type { AppointmentDraft, AppointmentPatch, Expected, MeetingDraft, MeetingPatch } from './ports';

export type SideName = 'meeting' | 'appointment';

/** Why something is done or left alone: a rule of `docs/sync.md` by its code, and what fills its sentence. */
export interface Reason {
  readonly rule: RuleCode;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Every rule by its code. The sentences are in `rules.ts`, the table in `docs/sync.md`. */
export const ruleCodes = [
  // Two sides that know each other.
  'adopt-by-mark',
  'text-decides-nothing',
  'agree-already',
  'topic-from-calendar',
  'topic-from-zoom',
  'times-from-calendar',
  'times-from-zoom',
  'occurrence-from-calendar',
  'occurrence-from-zoom',
  'details-from-zoom',
  'calendar-wins',
  'invitation-was-removed',
  'not-ours-to-change',
  'times-without-fixed-time',
  'occurrences-not-possible',
  'past-stays',
  'times-not-understood',
  // Something is new.
  'appointment-for-meeting',
  'meeting-for-second-half',
  'meeting-instant',
  'meeting-out-of-window',
  'meeting-without-times',
  'meeting-of-another',
  'appointments-switched-off',
  'appointment-not-saved-yet',
  'appointment-of-unknown-meeting',
  'copy-shares',
  'copy-takes-over',
  'copy-gone',
  // Something is gone.
  'meeting-deleted-appointment-ours',
  'meeting-deleted-appointment-changed',
  'meeting-deleted-appointment-theirs',
  'meeting-expired',
  'appointment-deleted-meeting-ours',
  'appointment-deleted-meeting-changed',
  'appointment-deleted-meeting-theirs',
  'appointment-deleted-webinar',
  'appointment-stays-deleted',
  'both-gone',
] as const;
export type RuleCode = (typeof ruleCodes)[number];

export type Step =
  | { readonly kind: 'create-meeting'; readonly draft: MeetingDraft }
  | { readonly kind: 'update-meeting'; readonly patch: MeetingPatch }
  | { readonly kind: 'delete-meeting'; readonly expected: Expected }
  /** `draft.details` null: those of the meeting that the step before made. */
  | { readonly kind: 'create-appointment'; readonly draft: AppointmentDraft }
  | { readonly kind: 'update-appointment'; readonly patch: AppointmentPatch }
  /** After `create-meeting`: the new meeting's number and details, which nobody knows before. */
  | { readonly kind: 'give-meeting'; readonly expected: Expected }
  | { readonly kind: 'delete-appointment'; readonly expected: Expected };

/** What a task means for the links once its steps are done. `meeting` and `appointment` of the link come from the answers. */
export type Outcome =
  /** Linked now or still: what no step wrote is as it was observed. */
  | {
      readonly kind: 'linked';
      readonly link: Pick<Link, 'origin'>;
      /** What was observed; absent where a step creates it. */
      readonly meeting?: MeetingItem;
      readonly appointment?: AppointmentItem;
      /**
       * Facts that stay as they were last agreed, because they are not the engine's to settle (somebody else's meeting,
       * an invitation that the person removed): otherwise what was observed and written is the agreed state.
       */
      readonly keep?: {
        readonly meeting?: Partial<MeetingFacts>;
        readonly appointment?: Partial<AppointmentFacts>;
      };
    }
  /** The meeting is known and has no appointment, and gets none. */
  | { readonly kind: 'without-appointment'; readonly meeting: MeetingItem }
  | { readonly kind: 'unlinked' };

export interface Task {
  /** The meeting that it is about; of one that is still to be made, its claim. */
  readonly key: string;
  /** What a person calls it. */
  readonly title: string;
  readonly reasons: readonly Reason[];
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
  /** Appointments that are known as copies from now on, and no longer. */
  readonly copies?: readonly Copy[];
  readonly forgetCopies?: readonly string[];
}

/** What stops a sync until somebody says yes. */
export type Question =
  | { readonly kind: 'side-empty'; readonly side: SideName; readonly known: number }
  | {
      readonly kind: 'many-deletions';
      readonly side: SideName;
      readonly deletions: number;
      readonly known: number;
      /** Above this share it is asked, 0 to 1. */
      readonly share: number;
    };

export interface Plan {
  readonly tasks: readonly Task[];
  /** What was looked at and is left alone, with why; for the dry run. */
  readonly leftAlone: readonly {
    readonly key: string;
    readonly title: string;
    readonly reasons: readonly Reason[];
  }[];
  readonly questions: readonly Question[];
}

export type { JoinDetails };
