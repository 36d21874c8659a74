/** The use cases that change or read an appointment, as one chunk that is fetched while Outlook gets ready. */
export {
  addMeeting,
  chooseOccurrence,
  confirmSaved,
  lookAt,
  followZoom,
  ownMeeting,
  readInvitation,
  readState,
  removeMeeting,
  repairMeeting,
  replaceSeries,
  shareMeeting,
  undoRemove,
  updateMeeting,
} from '../scheduling';
export { isLastSent } from '../scheduling/lastSent';
export { disagreementOf, ByItself } from './agreement';
