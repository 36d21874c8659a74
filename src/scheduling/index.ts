/**
 * The use cases that pane and ribbon share: add, update, remove (and undo), repair, read a meeting on an appointment,
 * and the session they need. No DOM, no Office.
 */
export { addMeeting } from './addMeeting';
export { updateMeeting } from './updateMeeting';
export { removeMeeting, undoRemove } from './removeMeeting';
export { repairMeeting } from './repairMeeting';
export { readState } from './readState';
export { readInvitation, type ReadableInvitation } from './readInvitation';
export { assemble, type Assembled, type PageWorld } from './assemble';
export { signInAnswerFrom, SignInAnswer } from './signInAnswer';
export type { Sessions } from './session';
export type * from './types';
