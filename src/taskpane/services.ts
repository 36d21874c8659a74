/**
 * Everything the pane does to the outside world, as one port: the controller calls it, `compose.ts` fills it with
 * Outlook, the session and the backend, tests fill it with doubles. All promises reject with a `ProductError`.
 */
import type { Me, MeetingChoices, Preferences, Session, UnusedMeetings, Whose } from '../api/backend';
import type { OpenAppointment, ComposeAppointment, ReadAppointment } from '../outlook/item';
import type { KeptText } from '../scheduling/lastSent';
import type { ReadableInvitation } from '../scheduling/readInvitation';
import type { AppointmentState, Choices, Done, Removed, RemovedFrom } from '../scheduling/types';
import type { MicrosoftAccount } from './microsoft/account';
import type { Integration } from './integration/controller';
import type { Noticed } from './noticed';
import type { Facts, Store, View } from './state';

/** What this client of Outlook cannot do and the person should know where it matters. */
export type Lack = 'recurrence' | 'itemId' | 'sharedStorage';

export interface PaneServices {
  /** UTC milliseconds. */
  now(): number;
  /** Where it is kept what was last sent to Zoom from here. */
  readonly kept: KeptText | undefined;
  /** Whether this Outlook has what the product cannot do without (Mailbox 1.4). */
  isSupported(): boolean;
  lacks(what: Lack): boolean;
  /** The item that is open; undefined when there is none or it is no appointment. */
  appointment(): OpenAppointment | undefined;
  /** Calls back when the pane stays open and another item is shown. */
  onItemChanged(listener: () => void): () => void;
  session(): Session | undefined;
  onSessionChanged(listener: () => void): () => void;
  signIn(): Promise<Session>;
  signOut(): Promise<void>;
  /** Opens a session again that has ended, unseen and within seconds, where that can be. Never rejects. */
  renewUnseen(): Promise<boolean>;
  /** Signing in with Microsoft; fetched when it is asked for. */
  microsoft(): Promise<MicrosoftAccount>;
  me(): Promise<Me>;
  /** The language in which the person usually invites; null follows Outlook, or is not known. Never rejects. */
  usualLanguage(): Promise<string | null>;
  savePreferences(preferences: Preferences): Promise<Me>;
  /** Whom one may schedule for, and templates. */
  choices(): Promise<MeetingChoices>;
  isOnline(): boolean;
  onOnlineChanged(listener: () => void): () => void;
  /** What is on the appointment, and the facts from the same look at it. */
  readState(item: ComposeAppointment): Promise<{ readonly state: AppointmentState; readonly facts: Facts }>;
  readInvitation(item: ReadAppointment): Promise<ReadableInvitation | undefined>;
  add(item: ComposeAppointment, choices: Choices): Promise<Done>;
  update(item: ComposeAppointment, choices: Choices): Promise<Done>;
  /** Writes onto the appointment what was changed in Zoom. */
  follow(item: ComposeAppointment): Promise<Done>;
  repair(item: ComposeAppointment): Promise<Done>;
  /** Gives a copy a meeting of its own. */
  own(item: ComposeAppointment, choices: Choices): Promise<Done>;
  /** Lets a copy keep the meeting of the other appointment. */
  share(item: ComposeAppointment): Promise<Done>;
  /** Makes the single meeting of this appointment out of the series in Zoom. */
  replaceSeries(item: ComposeAppointment, choices: Choices): Promise<Done>;
  /** Says which occurrence of the meeting is open. */
  chooseOccurrence(item: ComposeAppointment, occurrenceId: string): Promise<Done>;
  /** Rejects with `perhaps-copy` where nobody said what goes and the meeting may be another appointment's. */
  remove(item: ComposeAppointment, from?: RemovedFrom): Promise<Removed>;
  undoRemove(item: ComposeAppointment, removed: Removed): Promise<Done>;
  /** Tells the backend that the appointment is saved with its meeting; undefined as long as it is not saved. */
  confirmSaved(item: ComposeAppointment): Promise<Whose | undefined>;
  /** Without those whose draft is open in a pane, and without `current`. */
  unused(current: string | undefined): Promise<UnusedMeetings['meetings']>;
  keepUnused(meetingId: string): Promise<void>;
  removeUnused(meetingId: string): Promise<void>;
  /** Brings back what was removed, to where it stood: still unused. */
  restoreUnused(meetingId: string): Promise<void>;
  /** The unused meetings that the person closed the bar about, kept over panes of this Outlook. */
  readonly noticed: Noticed;
  /** Says to other panes that this draft is open, so that they do not list its meeting. Returns the way to let go. */
  holdDraft(meetingId: string): () => void;
  /** What follows the account's policy from now on, a chunk of its own. */
  integration(store: Store, show: (view: View) => unknown): Promise<Integration>;
  openLink(url: string): void;
  copyText(text: string): Promise<void>;
}
