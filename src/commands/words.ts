/**
 * What the ribbon's buttons say in the bar above the item. Outlook shows at most 150 characters of it.
 */
import type { ProductError } from '../domain/errors';
import { isWarning } from '../domain/notes';
import { NOTIFICATION_LIMIT } from '../outlook/notifications';
import type { Note, Removed, Step } from '../scheduling/types';
import { actionOf, errorSentence } from '../ui/errorWords';
import type { Words } from '../ui/words';

/** Progress in words; steps that take no time say nothing. */
export const stepWords = (step: Step, { t }: Words): string | undefined =>
  step === 'reading' ? undefined : t(`ribbon.steps.${step}`);

/** What an add that is done says. */
export const addedWords = (notes: readonly Note[], words: Words): string =>
  withNotes(words.t(notes.includes('already-there') ? 'ribbon.alreadyThere' : 'ribbon.added'), notes, words);

/** What a removal that is done says. */
export function removedWords(
  { stays, occurrence, notes }: Pick<Removed, 'stays' | 'occurrence' | 'notes'>,
  words: Words,
): string {
  const whole = occurrence ? 'ribbon.removedOccurrence' : 'ribbon.removed';
  return withNotes(words.t(stays ? 'ribbon.removedHere' : whole), notes, words);
}

/** What was done and the notes that fit behind it, those that matter most first. */
function withNotes(done: string, notes: readonly Note[], { t }: Words): string {
  const others = notes.filter((note) => note !== 'already-there').sort((a, b) => rankOf(a) - rankOf(b));
  return others.reduce((text, note) => {
    const longer = `${text} ${t(`ribbon.notes.${note}`)}`;
    return longer.length <= NOTIFICATION_LIMIT ? longer : text;
  }, done);
}

/** First what is left to do, then what the meeting's times are. */
function rankOf(note: Note): number {
  if (isWarning(note)) return 0;
  return note === 'recurrence-unknown' || note.startsWith('series-') ? 1 : 2;
}

/** The error's sentence. There is no Repair among the ribbon's buttons: adding again finishes as well. */
export function errorWords(error: ProductError, words: Words): string {
  return error.code === 'half-done'
    ? words.t('ribbon.halfDone', { action: '…', ...actionOf(words, error.details) })
    : errorSentence(words, error);
}
