/**
 * The English sentence of every error: what happened, and what to do next. `{name}` is filled from the details.
 * Apart from the catalogue, because the pane's first script needs the codes and not their words.
 */
import { OFFLINE_SENTENCE, type ErrorCode, type ErrorDetails } from './errors';

export const sentences: Readonly<Record<ErrorCode, string>> = {
  // What the person asked for cannot be done with this appointment.
  'end-before-start': 'The appointment ends before it starts. Correct its times, then try again.',
  'appointment-over':
    'This appointment is already over. Choose a time that is still to come, then try again.',
  'body-too-long':
    'The text of this appointment is too long for Outlook to take the invitation as well. Shorten it by about {excess} characters, then try again.',
  'no-meeting': 'There is no Zoom meeting on this appointment.',
  'occurrence-gone':
    'Zoom has no such occurrence of this series: it was cancelled there, or the series was changed. Open the whole series and press Update.',
  'occurrence-moved':
    'Outlook does not tell which occurrence of the series was moved here. Open the Zoom settings pane and choose it there.',
  'occurrence-only': 'This is one occurrence of a series. Open the whole series to do this.',
  'meeting-without-time':
    'This meeting has no fixed time in Zoom, and an appointment always has one. Press Update to give it the time of this appointment.',
  'alternative-host-refused':
    'Zoom does not accept these people as alternative hosts: {people}. They need a licensed Zoom account in your organisation. Remove them, then try again.',
  'schedule-for-refused':
    'You may not schedule for {person}. Ask them to give you the scheduling privilege in their Zoom settings.',
  'option-locked':
    'Your administrator has locked this option: {option}. Leave it as it is, or ask them to unlock it.',
  // Zoom says the same of somebody else's meeting and of one that is gone. One code for both and for a meeting that
  // is surely another person's, because the person can do the same about it: nothing but ask.
  'meeting-of-another':
    'This meeting cannot be changed here: it belongs to another person, or Zoom no longer has it. Ask its host.',
  'shared-meeting':
    'This appointment is a copy. Open the Zoom settings pane to make a meeting of its own, or to share this one on purpose.',
  'perhaps-copy':
    'This appointment was moved, or it is a copy with the meeting of another one. Open the Zoom settings pane and remove it there.',

  // Signing in.
  'signed-out': 'Sign in to Zoom to continue.',
  'session-expired': 'Your session has ended. Sign in to Zoom again; nothing is lost.',
  'sign-in-cancelled': 'Sign-in was not finished. Try again when you are ready.',
  'sign-in-refused':
    'Zoom did not allow this sign-in: {reason}. Ask your Zoom administrator whether the app is approved.',
  'sign-in-expired': 'This sign-in took too long. Start again.',
  'popup-blocked':
    'The browser blocked the sign-in window. Allow pop-ups for this page, or open the Zoom settings pane and sign in there.',
  'zoom-consent-lost': 'Zoom has withdrawn this sign-in. Sign in to Zoom again.',

  // Signing in with Microsoft. None of these says anything about the session that is open with Zoom.
  'microsoft-off': 'Signing in with Microsoft is not set up here. Sign in to Zoom instead.',
  'microsoft-refused':
    'Your Microsoft sign-in was not accepted. Sign in with Microsoft again; if it stays, sign in to Zoom instead.',
  'microsoft-elsewhere':
    'This Microsoft account belongs to an organisation that is not set up here. Choose your work account, or sign in to Zoom instead.',
  'microsoft-unreachable': 'Microsoft does not answer at the moment. Try again, or sign in to Zoom instead.',
  'microsoft-not-tied':
    'This Microsoft account is not connected to a Zoom account yet. Sign in to Zoom once, then connect it in the settings.',
  'microsoft-taken':
    'This Microsoft account is already connected to another Zoom account. Disconnect it there first, or choose another Microsoft account.',
  'microsoft-cancelled': 'Signing in with Microsoft was not finished. Try again when you are ready.',
  'microsoft-not-allowed':
    'Microsoft did not allow this sign-in: {reason}. Ask your Microsoft administrator whether the app is approved.',

  // Zoom.
  'meeting-gone': 'This meeting no longer exists in Zoom.',
  'zoom-refused': 'Zoom did not accept this: {reason}',
  'zoom-forbidden': 'Zoom does not allow this for your account: {reason}',
  'zoom-busy': 'Zoom is limiting requests at the moment. Wait {seconds} s, then try again.',
  'zoom-daily-limit': "Zoom's limit for today is used up: {reason}",
  'zoom-unavailable': 'Zoom does not answer at the moment. Nothing was changed; try again.',
  'zoom-outcome-unknown': 'Zoom did not say whether it finished. Try again: no second meeting will be made.',

  // Our own service.
  offline: OFFLINE_SENTENCE,
  'backend-unavailable': 'The Zoom service for Outlook does not answer at the moment. Try again.',
  'invalid-request': 'The request was not understood: {reason}',
  'not-found': 'There is nothing at this address.',
  'too-many-requests': 'Too many requests. Wait {seconds} s, then try again.',
  internal:
    'Something went wrong on our side. Try again; if it stays, give your administrator this number: {requestId}.',

  // The account's settings.
  'admin-only': 'Only an administrator or the owner of your Zoom account may do this. Ask one of them.',
  'own-role-lost':
    'Nothing was changed: you would no longer be an administrator afterwards. Name yourself as admin in the list, or have somebody do it who is owner or admin in Zoom.',
  'changed-meanwhile':
    'Somebody else has saved other settings meanwhile. Look at what they changed, then save again.',
  'version-missing':
    'Nothing was changed: the request does not say which version it changes (If-Match). Load the page again, then repeat your change.',
  'changed-since':
    'This cannot be taken back: {settings} changed again afterwards. Change the setting itself.',
  'not-undoable':
    'This step cannot be taken back. What a member connected they change themselves; people come from Zoom or from a list: correct them there, then bring them again.',
  'file-refused': 'The file was not applied: {reason}',
  'choice-refused':
    'This service cannot be connected here. Your administrator decides which services may be used.',
  'too-many-groups':
    'An account can have at most {most} groups. Delete one that is no longer needed, then try again.',
  'group-exists': 'There is already a group with this name: {name}. Choose another name.',
  'group-from-elsewhere':
    'Who is in this group comes from Zoom or from a list of people. Change it there, then bring the people again.',

  // The record of what the sync knows, on this computer.
  'journal-in-use':
    'Another program on this computer is already syncing Zoom with your calendar. Quit it first, then try again.',
  'journal-newer':
    'What was synced so far was recorded by a newer version of this program. Install the latest version, then try again.',
  'journal-full':
    'There is no space left on this computer, so the sync has stopped. Nothing is lost. Free some space, then try again.',
  'journal-damaged':
    'The record of what was synced is damaged. Start the sync again: it is made anew from Zoom and your calendar, and nothing in them is lost.',
  'journal-unusable':
    'The record of what was synced cannot be opened: {reason}. Check that you may write to its folder, then try again.',

  // Outlook.
  'host-call-failed': 'Outlook could not {action}. Nothing was changed; try again.',
  'calendar-refused':
    'Outlook does not let add-ins keep anything on appointments of this calendar, probably because it belongs to somebody else. Nothing was changed. Make the appointment in your own calendar, or ask the owner to add the meeting.',
  'host-unsupported': 'This version of Outlook cannot do this: {reason}',
  'half-done':
    'The meeting could not be put on the appointment completely: Outlook could not {action}. Press Repair to finish.',
  'half-updated':
    'The meeting is changed in Zoom, but Outlook could not {action}. Press Update again to finish.',
  'half-followed':
    'The appointment has taken over a part of what changed in Zoom, but Outlook could not {action}. Try again to finish.',
  'half-removed':
    'The meeting could not be taken off the appointment completely: Outlook could not {action}. Press Remove again to finish.',
};

/** The sentence for people, with its details filled in; a detail that is missing leaves no braces behind. */
export const sentenceOf = ({ code, details }: { code: ErrorCode; details: ErrorDetails }): string =>
  sentences[code].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '…'));
