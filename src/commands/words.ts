/**
 * What the ribbon's buttons say in the bar above the item. Outlook shows at most 150 characters of it.
 */
import type { ProductError } from '../domain/errors';
import type { Note, Step } from '../scheduling/types';
import { actionOf, errorSentence } from '../ui/errorWords';
import type { Words } from '../ui/words';

/** Progress in words; steps that take no time say nothing. */
export const stepWords = (step: Step, { t }: Words): string | undefined =>
  step === 'reading' ? undefined : t(`ribbon.steps.${step}`);

/** What an add that is done says. */
export function addedWords(notes: readonly Note[], { t }: Words): string {
  const rest = notes.filter((note) => note !== 'already-there').map((note) => t(`ribbon.notes.${note}`));
  const first = notes.includes('already-there') ? t('ribbon.alreadyThere') : t('ribbon.added');
  return [first, ...rest].join(' ');
}

/** The error's sentence. There is no Repair among the ribbon's buttons: adding again finishes as well. */
export function errorWords(error: ProductError, words: Words): string {
  return error.code === 'half-done'
    ? words.t('ribbon.halfDone', { action: '…', ...actionOf(words, error.details) })
    : errorSentence(words, error);
}
