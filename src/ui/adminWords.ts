/** The words of the account settings page in the person's language: its own, and those that it shares with the pane. */
import { createInstance, type TFunction } from 'i18next';
import { adminLanguageFor } from './languages/admin';
import { admin } from './languages/en/admin';
import { englishWords, readerOptions, wordsFor, type Words } from './words';

/** Reads a text of the page's own tables: `t('page.title')`. */
export type ReadAdmin = TFunction<'admin'>;

export interface AdminWords {
  readonly t: ReadAdmin;
  /** What the pane says too: errors, and the options of meetings. */
  readonly words: Words;
}

/** The words for a language tag such as `de-AT`; English where there are none in it, or where they cannot be loaded. */
export async function adminWordsFor(displayLanguage: string): Promise<AdminWords> {
  const words = await wordsFor(displayLanguage);
  try {
    const table = await adminLanguageFor(words.language);
    if (table) return wordsOf(words, table);
    if (words.language === 'en') return wordsOf(words, admin);
  } catch {
    // One language all over the page, rather than two.
  }
  return wordsOf(englishWords('en-US', displayLanguage), admin);
}

function wordsOf(words: Words, table: object): AdminWords {
  const i18n = createInstance();
  void i18n.init({
    ...readerOptions,
    lng: words.language,
    resources: { [words.language]: { admin: table } },
    ns: ['admin'],
    defaultNS: 'admin',
  });
  return { t: i18n.getFixedT(words.language, 'admin'), words };
}
