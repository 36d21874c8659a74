/**
 * Every state that the pane can be in, as data: its name, when it is shown, and how a person gets there. The gallery
 * shows them all; whoever adds a screen adds it here.
 */
import { besides } from './states/besides';
import { decisions } from './states/decisions';
import type { PaneState } from './states/state';
import { withMeeting } from './states/withMeeting';
import { withoutMeeting } from './states/withoutMeeting';

/** In the order in which they are reached; the last one ends the session. */
export const states: readonly PaneState[] = [...withoutMeeting, ...withMeeting, ...besides, ...decisions];
