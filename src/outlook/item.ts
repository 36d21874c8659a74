/**
 * The appointment that is open in Outlook, as the rest of the product sees it: a small port with no Office in it.
 *
 * The adapter (`office.ts`) fills it from Office.js; tests fill it with a double. Every method rejects with a
 * `ProductError` (`host-call-failed` with the action in words and Office's own code, or `host-unsupported`).
 * Nothing is cached: each read asks the host anew.
 */
import type { AppointmentSnapshot, BodyFormat } from '../domain/appointment';
import type { Recurrence, Repetition } from '../domain/recurrence';

export interface Person {
  readonly name: string;
  readonly address: string;
}

/** The bar that Outlook shows above the item. */
export interface NotificationBar {
  show(message: { readonly kind: 'progress' | 'info' | 'error'; readonly text: string }): Promise<void>;
  clear(): Promise<void>;
}

/** An appointment that its organizer is writing. */
export interface ComposeAppointment {
  readonly mode: 'compose';
  /** All reads go out together. */
  snapshot(): Promise<AppointmentSnapshot>;
  /** Only what the pane's screen shows, without body and properties. */
  subjectAndTimes(): Promise<
    Pick<AppointmentSnapshot, 'subject' | 'start' | 'end' | 'timeZone' | 'repetition'>
  >;
  /** The id that the item got when it was saved; undefined while it has none, or where the client does not tell. */
  readSavedId(): Promise<string | undefined>;
  writeSubject(subject: string): Promise<void>;
  /** Instants in UTC milliseconds. Outlook refuses an end before the start; both are written in an order that it takes. */
  writeTimes(start: number, end: number): Promise<void>;
  /** `null` makes a series a single appointment. Rejects with `host-unsupported` where the client has no recurrence. */
  writeRecurrence(recurrence: Recurrence | null): Promise<void>;
  /** Required and optional attendees, as far as the form has resolved them to addresses. */
  readAttendees(): Promise<readonly Person[]>;
  readBody(): Promise<AppointmentSnapshot['body']>;
  /** Replaces the whole body, in the format that it has. */
  writeBody(format: BodyFormat, content: string): Promise<void>;
  /** Adds to the top of the body, which keeps inline images that replacing can lose. */
  prependBody(format: BodyFormat, content: string): Promise<void>;
  readLocation(): Promise<string>;
  writeLocation(location: string): Promise<void>;
  readLinkProperty(): Promise<unknown>;
  /** `undefined` takes the property away. Other properties stay as they are. */
  writeLinkProperty(value: unknown): Promise<void>;
  readonly notifications: NotificationBar;
  /** Calls back when times or recurrence change; where the client has no events it never calls. Returns the way to stop. */
  onTimesChanged(listener: () => void): () => void;
}

/** An appointment that is only being read: an attendee's, or one in a calendar without write access. */
export interface ReadAppointment {
  readonly mode: 'read';
  readonly subject: string;
  readonly start: number;
  readonly end: number;
  readonly location: string;
  readonly organizer: Person | undefined;
  /** The signed-in mailbox is the organizer's: a received or sent item of one's own that cannot be written here. */
  readonly organizedByMe: boolean;
  readonly repetition: Repetition;
  readBody(): Promise<AppointmentSnapshot['body']>;
  readLinkProperty(): Promise<unknown>;
}

export type OpenAppointment = ComposeAppointment | ReadAppointment;
