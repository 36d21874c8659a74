/** English: the ribbon’s bar above the item, which shows 150 characters at most. */
import type { Note } from '../../../domain/notes';

export const ribbon = {
  signingIn: 'Sign in to Zoom in the window that opens; then this goes on by itself.',
  adding: 'Adding a Zoom meeting …',
  removing: 'Removing the Zoom meeting …',
  added: 'A Zoom meeting was added.',
  alreadyThere: 'This appointment already has a Zoom meeting.',
  removed: 'The Zoom meeting was removed.',
  removedHere: 'The Zoom meeting was taken off this appointment. It lives on in Zoom.',
  removedOccurrence: 'This occurrence was cancelled in Zoom. The rest of the series stays.',
  steps: {
    creating: 'Zoom is making the meeting …',
    changing: 'Zoom is changing the meeting …',
    removing: 'Zoom is removing the meeting …',
    writing: 'Writing the appointment …',
  },
  /** The ribbon has no Repair button: adding again finishes as well. */
  halfDone:
    'The meeting could not be put on the appointment completely: Outlook could not {action}. Press Add Zoom Meeting again to finish.',
  /** Beside them: that it was added, or `alreadyThere`. */
  notes: {
    'unknown-time-zone': 'Zoom does not know your time zone and shows the time in UTC.',
    'longer-than-a-day': 'Zoom meetings last a day at most.',
    'topic-shortened': 'Its topic was shortened.',
    'join-changed': 'Its passcode or join link was changed in Zoom; the new one is in now.',
    'location-full': 'The location had no room for the join link.',
    'start-in-the-past': 'The appointment has begun already.',
    'series-yearly': 'It has no fixed time: Zoom does not repeat by the year.',
    'series-endless': 'It has no fixed time: Zoom has no series without an end.',
    'series-too-many': 'It has no fixed time: Zoom takes at most 50 occurrences.',
    'series-too-wide': 'It has no fixed time: the interval is too long for Zoom.',
    'series-pattern': 'It has no fixed time: Zoom does not know the pattern.',
    'series-short-months': 'It has no fixed time: not every month has this day.',
    'occurrence-options-kept': 'Options of the series stayed as they were.',
    'series-exceptions-dropped': 'Zoom forgot the changes of single occurrences.',
    'series-times-kept': 'The times of the series stayed as they were.',
    'recurrence-unknown': 'Its time alone: this Outlook does not tell whether the appointment repeats.',
    'invitation-left':
      'Its invitation stays in the text to keep the pictures, with a dead link: delete it by hand.',
    'invitation-left-here': 'Its invitation is still in the text: delete it by hand.',
    'invitation-on-top': 'The new invitation is at the top. Delete the older one by hand (pictures).',
  } satisfies Record<Exclude<Note, 'already-there'>, string>,
} as const;
