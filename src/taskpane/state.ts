/**
 * What the pane shows, as data: the screen, what is under way, what was said, what was typed. React reads it and the
 * controller's parts change it; nothing here knows of the DOM.
 */
import type { Me, MeetingChoices, UnusedMeetings } from '../api/backend';
import type { SharedField } from '../domain/agreement';
import type { AppointmentSnapshot } from '../domain/appointment';
import type { ProductError } from '../domain/errors';
import type { Link } from '../domain/link';
import type { Meeting, MeetingOptions, Occurrence } from '../domain/meeting';
import { EmailAddress, Passcode } from '../domain/meetingOptions';
import type { Person } from '../outlook/item';
import type { ReadableInvitation } from '../scheduling/readInvitation';
import type { AppointmentState, Done, Note, Removed } from '../scheduling/types';

export type Screen =
  | { readonly name: 'loading' }
  | { readonly name: 'unsupported' }
  | { readonly name: 'signed-out'; readonly expired: boolean }
  | { readonly name: 'offline' }
  | { readonly name: 'failed'; readonly error: ProductError }
  | { readonly name: 'no-appointment' }
  | { readonly name: 'new' }
  | LinkedScreen
  | LostScreen
  | CopyScreen
  | {
      readonly name: 'incomplete';
      readonly meeting: Meeting | undefined;
      /** Nothing was lost: Zoom has another passcode or join link by now. */
      readonly joinChanged: boolean;
    }
  | { readonly name: 'gone'; readonly link: Link }
  | ForeignScreen
  | {
      readonly name: 'reading';
      readonly invitation: ReadableInvitation | undefined;
      /** One's own appointment that cannot be written here. */
      readonly readOnly: boolean;
    };

export interface LinkedScreen {
  readonly name: 'linked';
  readonly link: Link;
  readonly meeting: Meeting;
  /** Where one occurrence of a series is open: which one of Zoom's it is. */
  readonly occurrence: Occurrence | undefined;
}

/** One occurrence of a series is open, and nobody knows which one of Zoom's it is. */
export interface LostScreen {
  readonly name: 'lost';
  readonly link: Link | undefined;
  readonly meeting: Meeting;
  /** Those that it may be, the nearest first. */
  readonly mayBe: readonly Occurrence[];
}

export interface CopyScreen {
  readonly name: 'copy';
  readonly link: Link;
  readonly meeting: Meeting;
  /** The appointment does not repeat, and its meeting is that of a series. */
  readonly outOfSeries: boolean;
}

/** A meeting that can be joined here and not changed. */
export interface ForeignScreen {
  readonly name: 'foreign';
  readonly joinUrl: string;
  /** The number that people join with. */
  readonly meetingId: string;
  /** The appointment has it by its link, not by its text alone: it was put on here, by this person or another one. */
  readonly linked: boolean;
}

/** What stands over the appointment's screen, until the person goes back. */
export type View = 'appointment' | 'unused' | 'settings' | 'integration';

export type Work =
  | 'signing-in'
  | 'adding'
  | 'updating'
  | 'following'
  | 'removing'
  | 'undoing'
  | 'repairing'
  | 'owning'
  | 'replacing'
  | 'choosing'
  | 'sharing'
  | 'saving'
  | 'sorting';

/** What was last done, for the line that screen readers announce. */
export type Said =
  | 'added'
  | 'already-there'
  | 'updated'
  | 'updated-by-itself'
  | 'followed'
  | 'removed'
  | 'removed-here'
  | 'removed-occurrence'
  | 'restored'
  | 'repaired'
  | 'owned'
  | 'shared'
  | 'chosen'
  | 'replaced'
  | 'copied'
  | 'kept'
  | 'forgotten'
  | 'saved'
  | 'unused-kept'
  | 'unused-all-kept'
  | 'unused-removed'
  | 'signed-out'
  | 'microsoft-tied'
  | 'microsoft-untied';

/** The subject, times and repetition of the appointment as last looked at; instants in UTC milliseconds. */
export type Facts = Pick<AppointmentSnapshot, 'subject' | 'start' | 'end' | 'timeZone' | 'repetition'>;

/** In what the appointment and its meeting do not agree (any more). */
export interface Disagreement {
  readonly fields: readonly SharedField[];
  /**
   * The side that moved since both agreed last; `unsaved`: the meeting did, by an update from here that was not saved
   * with the appointment.
   */
  readonly moved: 'appointment' | 'meeting' | 'unsaved';
  /** Names this very change. */
  readonly key: string;
}

export interface Form {
  /** Undefined while nobody touched it; `null` after "follow the subject". */
  readonly topic: string | null | undefined;
  readonly options: MeetingOptions;
  /** Language tag of the invitation; undefined while nobody touched it. */
  readonly language: string | undefined;
}

export interface PaneState {
  readonly screen: Screen;
  readonly view: View;
  readonly working: Work | undefined;
  readonly error: ProductError | undefined;
  readonly notes: readonly Note[];
  readonly said: Said | undefined;
  /** The meeting was updated by itself, and nobody has closed the bar that says so. */
  readonly updatedByItself: boolean;
  /** The name of the Microsoft account that was tied by itself, until somebody has closed the bar that says so. */
  readonly microsoftTied: string | undefined;
  /** The meeting may be another appointment's: what Remove takes off is still to be said. */
  readonly asksRemoval: boolean;
  /** What was removed last and can still be brought back. */
  readonly undo: Removed | undefined;
  readonly me: Me | undefined;
  readonly facts: Facts | undefined;
  /** Undefined while both agree, or there is no meeting. */
  readonly disagreement: Disagreement | undefined;
  readonly form: Form;
  /** What the options need beside: whom one may schedule for, templates; undefined until it is known. */
  readonly choices: MeetingChoices | undefined;
  /** People who are invited, as suggestions for alternative hosts. */
  readonly attendees: readonly Person[];
  /** Meetings made here and never seen on a saved appointment; undefined until asked. */
  readonly unused: UnusedMeetings['meetings'] | undefined;
  /** One of them joined since the person last closed the bar about them. */
  readonly unusedBar: boolean;
  /** The one that was deleted in Zoom last and can still be brought back. */
  readonly unusedUndo: UnusedMeeting | undefined;
}

export type UnusedMeeting = UnusedMeetings['meetings'][number];

export const emptyForm: Form = { topic: undefined, options: {}, language: undefined };

/** Whether anything was chosen in it. */
export const isTouched = ({ topic, options, language }: Form): boolean =>
  topic !== undefined || language !== undefined || Object.keys(options).length > 0;

/** What was chosen after `sent` had gone to Zoom is still to come, as far as a meeting that exists can have it. */
export function chosenSince(sent: Form, { topic, options, language }: Form): Form {
  const { scheduleFor: _person, template: _template, ...lasting } = options;
  const before: Readonly<Record<string, unknown>> = sent.options;
  return {
    topic: topic === sent.topic ? undefined : topic,
    options: Object.fromEntries(Object.entries(lasting).filter(([name, value]) => value !== before[name])),
    language: language === sent.language ? undefined : language,
  };
}

export const beginning: PaneState = {
  screen: { name: 'loading' },
  view: 'appointment',
  working: undefined,
  error: undefined,
  notes: [],
  said: undefined,
  updatedByItself: false,
  microsoftTied: undefined,
  asksRemoval: false,
  undo: undefined,
  me: undefined,
  facts: undefined,
  disagreement: undefined,
  form: emptyForm,
  choices: undefined,
  attendees: [],
  unused: undefined,
  unusedBar: false,
  unusedUndo: undefined,
};

/** Holds the state and tells who listens. */
export class Store {
  private state = beginning;
  private readonly listeners = new Set<() => void>();

  readonly snapshot = (): PaneState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(change: Partial<PaneState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** The screen that shows what is on the appointment. */
export function screenFor(state: AppointmentState): Screen {
  switch (state.kind) {
    case 'empty':
      return { name: 'new' };
    case 'linked':
      return { name: 'linked', link: state.link, meeting: state.meeting, occurrence: state.occurrence };
    case 'lost':
      return { name: 'lost', link: state.link, meeting: state.meeting, mayBe: state.mayBe };
    case 'copy':
      return {
        name: 'copy',
        link: state.link,
        meeting: state.meeting,
        outOfSeries: state.outOfSeries === true,
      };
    case 'incomplete':
      return { name: 'incomplete', meeting: state.meeting, joinChanged: state.joinChanged === true };
    case 'gone':
      return { name: 'gone', link: state.link };
    case 'foreign':
      return {
        name: 'foreign',
        joinUrl: state.joinUrl,
        meetingId: state.meetingId,
        linked: state.link !== undefined,
      };
  }
}

/** The meeting that the appointment is shown to carry. */
export const shownMeeting = (screen: Screen): Meeting | undefined =>
  screen.name === 'linked' || screen.name === 'copy' || screen.name === 'lost' ? screen.meeting : undefined;

/** The meeting that was made for the appointment or is on it, also while it is not completely there. */
export const meetingOn = (screen: Screen): Meeting | undefined =>
  screen.name === 'incomplete' ? screen.meeting : shownMeeting(screen);

/** What is shown of work that left a meeting on the appointment. */
export const linkedState = ({ link, meeting, occurrence, notes }: Done, said: Said): Partial<PaneState> => ({
  screen: { name: 'linked', link, meeting, occurrence },
  notes: notes.filter((note) => note !== 'already-there'),
  said,
  undo: undefined,
  updatedByItself: false,
  asksRemoval: false,
  form: emptyForm,
});

/** Whether Zoom would take what was typed. */
export const formIsGood = ({ options: { passcode, alternativeHosts } }: Form): boolean =>
  passcodeIsGood(passcode) &&
  (alternativeHosts ?? []).every((address) => EmailAddress.safeParse(address).success);

/** An empty passcode is none. */
export const passcodeIsGood = (passcode: string | undefined): boolean =>
  passcode === undefined || passcode === '' || Passcode.safeParse(passcode).success;
