/**
 * What the ribbon's buttons say in the bar above the item. Outlook shows at most 150 characters of it.
 */
import type { ProductError } from '../domain/errors';
import { isHostAction } from '../domain/hostActions';
import type { Note, Step } from '../scheduling/types';
import { errorSentence, hostAction, type Words } from '../ui/words';

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
  const { action } = error.details;
  return error.code === 'half-done'
    ? words.t('ribbon.halfDone', {
        action: isHostAction(action) ? hostAction(words.t, action) : String(action),
      })
    : errorSentence(words, error);
}
