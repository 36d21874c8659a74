/** The use cases that change or read an appointment, as one chunk that is fetched while Outlook gets ready. */
export {
  addMeeting,
  confirmSaved,
  followZoom,
  ownMeeting,
  readInvitation,
  readState,
  removeMeeting,
  repairMeeting,
  shareMeeting,
  undoRemove,
  updateMeeting,
} from '../scheduling';
export { disagreementOf, ByItself } from './agreement';
