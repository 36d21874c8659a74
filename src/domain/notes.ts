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
  | 'occurrence-options-kept';
