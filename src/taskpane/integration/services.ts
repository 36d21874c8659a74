/**
 * Everything that the integration does to the outside world, as one port: `compose.ts` fills it with session, backend
 * and browser, tests fill it with doubles. All promises reject with a `ProductError`.
 */
import type { Me, Session } from '../../api/backend';
import type { ChangeStreamOptions } from '../../api/changeStream';
import type { OwnPolicyClient } from '../../api/ownPolicyClient';
import type { Platform } from '../../domain/policy/terms';
import type { View } from '../state';

export interface IntegrationServices {
  readonly platform: Platform;
  readonly policy: OwnPolicyClient;
  me(): Promise<Me>;
  session(): Session | undefined;
  onSessionChanged(listener: () => void): () => void;
  watchChanges(on: Pick<ChangeStreamOptions, 'onChange' | 'onLive' | 'onEnd'>): () => void;
  /** Calls back once after this many milliseconds, unless stopped. */
  later(milliseconds: number, act: () => void): () => void;
  /** Whether the pane is seen. */
  isVisible(): boolean;
  onVisibilityChanged(listener: () => void): () => void;
}

/** What the rest of the pane does for the integration. */
export interface PaneSide {
  /** What is known of who is signed in; undefined while it is not. */
  me(): Me | undefined;
  /** Whether a change of their own is on its way. */
  isSaving(): boolean;
  /** Calls back after each change of what the pane shows. */
  subscribe(listener: () => void): () => void;
  learn(me: Me): void;
  show(view: View): void;
}
