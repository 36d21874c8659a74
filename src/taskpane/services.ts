/**
 * Everything the pane does to the outside world, as one port: the controller calls it, `compose.ts` fills it with
 * Outlook, the session and the backend, tests fill it with doubles. All promises reject with a `ProductError`.
 */
import type { Me, Session } from '../api/backend';
import type { OpenAppointment, ComposeAppointment, ReadAppointment } from '../outlook/item';
import type { ReadableInvitation } from '../scheduling/readInvitation';
import type { AppointmentState, Choices, Done, Removed } from '../scheduling/types';

export interface PaneServices {
  /** UTC milliseconds. */
  now(): number;
  /** The item that is open; undefined when there is none or it is no appointment. */
  appointment(): OpenAppointment | undefined;
  /** Calls back when the pane stays open and another item is shown. */
  onItemChanged(listener: () => void): () => void;
  session(): Session | undefined;
  onSessionChanged(listener: () => void): () => void;
  signIn(): Promise<Session>;
  signOut(): Promise<void>;
  me(): Promise<Me>;
  isOnline(): boolean;
  onOnlineChanged(listener: () => void): () => void;
  readState(item: ComposeAppointment): Promise<AppointmentState>;
  readInvitation(item: ReadAppointment): Promise<ReadableInvitation | undefined>;
  add(item: ComposeAppointment, choices: Choices): Promise<Done>;
  update(item: ComposeAppointment, choices: Choices): Promise<Done>;
  repair(item: ComposeAppointment): Promise<Done>;
  remove(item: ComposeAppointment): Promise<Removed>;
  undoRemove(item: ComposeAppointment, removed: Removed): Promise<Done>;
  openLink(url: string): void;
  copyText(text: string): Promise<void>;
}
