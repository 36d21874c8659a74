/**
 * The invitation: the block of text with the join details in an appointment's body.
 *
 * Rendered in the body's format, found again after clients rewrote it, and put, replaced or removed by splicing the
 * original string, so that everything else in the string stays byte for byte. No DOM.
 */
export { renderInvitation, groupedMeetingId } from './render';
export type { RenderContext } from './render';
export { findInvitations, ownBlock } from './find';
export { putInvitation, prependBlock, removeInvitation, restoreInvitation, BODY_LIMIT } from './splice';
export { saysTheSame } from './sameWords';
export { hasInlineImages } from './pictures';
export { ruleInWords } from './seriesInWords';
export { timeInWords } from './timeInWords';
export { invitationLanguages, wordsFor } from './words';
export type { Wording } from './words';
export type { Invitation, OwnMeeting, RemovedInvitation } from './types';
