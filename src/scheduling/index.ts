/**
 * The use cases that pane and ribbon share: add, update, remove (and undo), repair, take Zoom's side, decide about a
 * copy, read a meeting on an appointment. No DOM, no Office.
 *
 * They bring the parser of invitations along. What a page needs before anything is pressed (session, backend, drafts)
 * is in `assemble.ts` and `page.ts`, which import nothing of it.
 */
export { addMeeting } from './addMeeting';
export { updateMeeting } from './updateMeeting';
export { followZoom } from './followZoom';
export { removeMeeting } from './removeMeeting';
export { undoRemove } from './undoRemove';
export { repairMeeting } from './repairMeeting';
export { ownMeeting, replaceSeries, shareMeeting } from './copies';
export { chooseOccurrence } from './chooseOccurrence';
export { confirmSaved, lookAt } from './saved';
export { readState } from './readState';
export { readInvitation, type ReadableInvitation } from './readInvitation';
export type * from './types';
