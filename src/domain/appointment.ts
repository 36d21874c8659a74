/**
 * An appointment as a client of Outlook can read it, before anything is decided about it.
 *
 * Times are instants in UTC milliseconds, as Office.js gives them. `timeZone` is the person's own zone
 * (a Windows name on most clients, an IANA name on some): Office.js has none for a single appointment.
 */
import type { Repetition } from './recurrence';

export type BodyFormat = 'html' | 'text';

export interface AppointmentSnapshot {
  readonly subject: string;
  readonly start: number;
  readonly end: number;
  readonly timeZone: string;
  readonly location: string;
  readonly body: { readonly format: BodyFormat; readonly content: string };
  /** The raw value of the link property; undefined when there is none. */
  readonly linkProperty: unknown;
  /** The item's id where it was saved before and the client can tell without saving (Mailbox 1.8). */
  readonly savedId: string | undefined;
  readonly repetition: Repetition;
}
