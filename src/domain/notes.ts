/** What the person should know though the work is done, such as a time zone that Zoom does not know. */
export type Note =
  | 'unknown-time-zone'
  | 'longer-than-a-day'
  | 'topic-shortened'
  | 'location-full'
  | 'already-there'
  // The passcode or join link was changed in Zoom, and the appointment has the new one now.
  | 'join-changed'
  | 'start-in-the-past'
  // Why a series became a meeting without fixed time.
  | 'series-yearly'
  | 'series-endless'
  | 'series-too-many'
  | 'series-too-wide'
  | 'series-pattern'
  | 'series-short-months'
  // Options that did not hold for this meeting.
  | 'occurrence-options-kept'
  // Zoom forgot occurrences that had been changed or cancelled by themselves.
  | 'series-exceptions-dropped'
  // This client does not tell how the appointment repeats, so the series in Zoom kept its times.
  | 'series-times-kept'
  // This client does not tell whether the appointment repeats, so the meeting is for one time.
  | 'recurrence-unknown'
  // The text has pictures that Outlook could lose, so the invitation to the removed meeting is still in it.
  | 'invitation-left'
  // The same where the meeting itself, or the rest of its series, lives on in Zoom.
  | 'invitation-left-here'
  // For the same reason a new invitation stands at the top of the text, and the old one stays below.
  | 'invitation-on-top';

const warnings: ReadonlySet<Note> = new Set(['invitation-left', 'invitation-left-here', 'invitation-on-top']);

/** Whether something is left to the person that misleads others until it is done. */
export const isWarning = (note: Note): boolean => warnings.has(note);
