/**
 * What the ribbon's buttons say in the bar above the item. Outlook shows at most 150 characters of it.
 */
import { sentenceFor, type ProductError } from '../domain/errors';
import type { Note, Step } from '../scheduling/types';

export const words = {
  signingIn: 'Sign in to Zoom in the window that opens; then this goes on by itself.',
  adding: 'Adding a Zoom meeting …',
  removing: 'Removing the Zoom meeting …',
  added: 'A Zoom meeting was added.',
  alreadyThere: 'This appointment already has a Zoom meeting.',
  removed: 'The Zoom meeting was removed.',
} as const;

/** Progress in words; steps that take no time say nothing. */
export const stepWords: Readonly<Partial<Record<Step, string>>> = {
  creating: 'Zoom is making the meeting …',
  removing: 'Zoom is removing the meeting …',
  writing: 'Writing the appointment …',
};

const noteWords: Readonly<Record<Note, string>> = {
  'already-there': words.alreadyThere,
  'unknown-time-zone': 'Zoom does not know your time zone and shows the time in UTC.',
  'longer-than-a-day': 'Zoom meetings last a day at most.',
  'topic-shortened': 'Its topic was shortened.',
  'location-full': 'The location had no room for the join link.',
  'start-in-the-past': 'The appointment has begun already.',
};

/** What an add that is done says. */
export function addedWords(notes: readonly Note[]): string {
  const rest = notes.filter((note) => note !== 'already-there').map((note) => noteWords[note]);
  return [notes.includes('already-there') ? words.alreadyThere : words.added, ...rest].join(' ');
}

/** The error's sentence. There is no Repair among the ribbon's buttons: adding again finishes as well. */
export function errorWords(error: ProductError): string {
  return error.code === 'half-done'
    ? sentenceFor('half-done', error.details).replace('Press Repair', 'Press Add Zoom Meeting again')
    : error.message;
}
