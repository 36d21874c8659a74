/**
 * Everything that the page does to the outside world, as one port: `compose.ts` fills it with session, backend and
 * browser, tests fill it with doubles. All promises reject with a `ProductError`.
 */
import type { Session } from '../api/backend';
import type { ChangeStreamOptions } from '../api/changeStream';
import type { AccountClient } from '../api/policyClient';

export interface AdminServices {
  session(): Session | undefined;
  onSessionChanged(listener: () => void): () => void;
  /** Leaves the page for Zoom; what comes after it comes after the page was loaded again. */
  signIn(): Promise<void>;
  /** Ends a sign-in that this page came back from; false: it did not come from one. */
  finishSignIn(): Promise<boolean>;
  signOut(): Promise<void>;
  /** Every call of it renews the session where it is time. */
  readonly account: AccountClient;
  watchChanges(on: Pick<ChangeStreamOptions, 'onChange' | 'onLive' | 'onEnd'>): () => void;
  isOnline(): boolean;
  onOnlineChanged(listener: () => void): () => void;
  /** Calls back once after this many milliseconds, unless stopped. */
  later(milliseconds: number, act: () => void): () => void;
  /** Text that outlives leaving the page for Zoom, in this window alone. */
  readonly notes: Notes;
  /** The address behind `#`, and changes of it. */
  readonly address: Address;
  /** Hands a file to the person. */
  download(name: string, text: string): void;
}

export interface Notes {
  read(key: string): string | undefined;
  write(key: string, text: string | undefined): void;
}

export interface Address {
  read(): string;
  /** @param how `replace` leaves nothing to go back to */
  write(hash: string, how: 'go' | 'replace'): void;
  onChange(listener: () => void): () => void;
}
