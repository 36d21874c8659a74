/** English: what is said beside a meeting that was made or changed. */
import type { Note } from '../../../domain/notes';

export const notes = {
  'unknown-time-zone':
    'Outlook named a time zone that Zoom does not know. The meeting starts at the right moment, but Zoom shows it in UTC.',
  'longer-than-a-day': 'Zoom meetings last a day at most; this one is set to 24 hours.',
  'topic-shortened':
    'The subject is longer than the 200 characters that Zoom takes; the topic was shortened.',
  'location-full': 'The location has no room left for the link. It is in the invitation.',
  'already-there': 'This appointment already has its Zoom meeting.',
  'start-in-the-past': 'This appointment has already begun.',
  'series-yearly': 'Zoom has no series that repeat by the year, so this meeting has no fixed time.',
  'series-endless': 'Zoom has no series without an end, so this meeting has no fixed time.',
  'series-too-many': 'Zoom takes at most 50 occurrences, so this meeting has no fixed time.',
  'series-too-wide': 'Zoom does not take such long intervals, so this meeting has no fixed time.',
  'series-pattern': 'Zoom does not know this pattern, so this meeting has no fixed time.',
  'series-short-months':
    'Not every month has this day, and Zoom would leave some out, so this meeting has no fixed time.',
  'occurrence-options-kept': 'Options belong to the whole series and stayed as they were.',
  'series-exceptions-dropped':
    'Zoom forgot the changes of single occurrences. Open those and press Update to bring them back.',
  'series-times-kept':
    'This Outlook does not tell how the appointment repeats, so the times of the series in Zoom stayed as they were.',
  'invitation-left':
    'The text has pictures that Outlook could lose, so the invitation in it was left as it was.',
  'invitation-on-top':
    'The text has pictures that Outlook could lose, so the new invitation stands at the top and the old one further down. Delete the old one.',
} as const satisfies Record<Note, string>;
