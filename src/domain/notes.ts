/** What the person should know though the work is done, such as a time zone that Zoom does not know. */
export type Note =
  | 'unknown-time-zone'
  | 'longer-than-a-day'
  | 'topic-shortened'
  | 'location-full'
  | 'already-there'
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
  // The text has pictures that Outlook could lose, so the invitation in it was left as it was.
  | 'invitation-left'
  // For the same reason a new invitation stands at the top of the text, and the old one stays below.
  | 'invitation-on-top';
