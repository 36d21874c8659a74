/** English: what is said beside a meeting that was made or changed. */
import type { Note } from '../../../domain/notes';

export const notes = {
  'unknown-time-zone':
    'Outlook named a time zone that Zoom does not know. The meeting starts at the right moment, but Zoom shows it in UTC.',
  'longer-than-a-day': 'Zoom meetings last a day at most; this one is set to 24 hours.',
  'topic-shortened':
    'The subject is longer than the 200 characters that Zoom takes; the topic was shortened.',
  'join-changed':
    'The passcode or join link was changed in Zoom. The invitation and the location have the new one now.',
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
  'recurrence-unknown':
    'This Outlook does not tell whether the appointment repeats. The meeting is for the time shown only.',
  'invitation-left':
    'The invitation and its link are still in the text, because rewriting the text could lose its pictures. The link no longer works: delete the invitation by hand.',
  'invitation-left-here':
    'The invitation and its link are still in the text, because rewriting the text could lose its pictures. Delete the invitation by hand if nobody is to use it here.',
  'invitation-on-top':
    'A new invitation stands at the top of the text. The older one further down is out of date: delete it by hand. It was not replaced because rewriting the text could lose its pictures.',
} as const satisfies Record<Note, string>;
