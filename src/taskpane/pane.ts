/** What every component of the pane gets: the state to show and the controller to call. */
import type { PaneController } from './controller';
import type { PaneState } from './state';

export interface PaneProps {
  readonly state: PaneState;
  readonly controller: PaneController;
}
