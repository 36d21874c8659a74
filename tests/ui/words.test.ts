/** Words in the person's language: which language, which direction, and sentences of errors. */
import { catalogue, isErrorCode, ProductError } from '../../src/domain/errors';
import { sentenceOf } from '../../src/domain/errorSentences';
import { hostActions } from '../../src/domain/hostActions';
import { errorSentence } from '../../src/ui/errorWords';
import { directionOf } from '../../src/ui/languages';
import { englishWords, wordsFor } from '../../src/ui/words';

test('a language that there is none of is English, dates included', async () => {
  const words = await wordsFor('tlh-Latn');
  expect(words).toMatchObject({ language: 'en', locale: 'en-US', direction: 'ltr' });
  expect(words.t('new.add')).toBe('Add Zoom meeting');
});

test('English keeps the region for its dates', async () => {
  expect(await wordsFor('en-GB')).toMatchObject({ language: 'en', locale: 'en-GB' });
});

test('what an invitation follows is the language of Outlook, also where the words are English', async () => {
  expect(await wordsFor('fr-FR')).toMatchObject({
    language: 'en',
    locale: 'en-US',
    outlookLanguage: 'fr-FR',
  });
  expect(await wordsFor('de-AT')).toMatchObject({ locale: 'de-AT', outlookLanguage: 'de-AT' });
});

test('numbers in sentences are written as the language writes them', async () => {
  const tooLong = new ProductError('body-too-long', { excess: 12345 });
  expect(errorSentence(await wordsFor('de-DE'), tooLong)).toContain('12.345 Zeichen');
  expect(errorSentence(await wordsFor('ja-JP'), tooLong)).toContain('12,345');
  expect(errorSentence(await wordsFor('ar-SA'), tooLong)).toContain('12,345');
});

test('only languages that are written from right to left run that way', () => {
  expect([directionOf('ar'), directionOf('de')]).toEqual(['rtl', 'ltr']);
});

test('plural forms follow the number', () => {
  const { t } = englishWords();
  expect(t('unused.bar', { count: 1 })).toMatch(/^1 Zoom meeting that was made here has/);
  expect(t('unused.bar', { count: 2 })).toMatch(/^2 Zoom meetings that were made here have/);
});

test('every error of the catalogue has the sentence of the catalogue', () => {
  const words = englishWords();
  for (const code of Object.keys(catalogue).filter(isErrorCode)) {
    const error = new ProductError(code, { action: 'open the sign-in window', seconds: 5 });
    expect(errorSentence(words, error)).toBe(sentenceOf(error));
  }
});

test('a locked option is called as the form calls it, also whom one schedules for', async () => {
  const sentence = async (language: string, option: string) =>
    errorSentence(await wordsFor(language), new ProductError('option-locked', { option }));
  expect(await sentence('en-US', 'waitingRoom')).toContain('Waiting room');
  for (const language of ['en-US', 'de-DE', 'ja-JP', 'ar-SA']) {
    const { t } = await wordsFor(language);
    expect(await sentence(language, 'scheduleFor')).toContain(t('options.scheduleFor.label'));
    expect(await sentence(language, 'scheduleFor')).not.toContain('scheduleFor');
  }
});

test('what Outlook could not do stands in the sentence', () => {
  const words = englishWords();
  for (const action of hostActions) {
    expect(errorSentence(words, new ProductError('host-call-failed', { action }))).toBe(
      `Outlook could not ${action}. Nothing was changed; try again.`,
    );
  }
});

test('a detail that is missing leaves no braces behind', () => {
  expect(errorSentence(englishWords(), new ProductError('zoom-busy'))).not.toMatch(/[{}]/);
});
