/**
 * The product's words in the person's language, through i18next; typed, so that a key that is not in the English
 * table does not compile.
 */
import { createInstance, type InitOptions, type TFunction } from 'i18next';
import type { ErrorCode } from '../domain/errors';
import { sentences } from '../domain/errorSentences';
import { type HostAction, hostActions } from '../domain/hostActions';
import { directionOf, languageFor } from './languages';
import { en } from './languages/en';
import type { admin } from './languages/en/admin';
import type { integration } from './languages/en/integration';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: {
      words: typeof en;
      admin: typeof admin;
      integration: typeof integration;
      errors: Record<ErrorCode, string>;
      hostActions: Record<HostAction, string>;
    };
    interpolationPrefix: '{';
    interpolationSuffix: '}';
  }
}

/** Reads a text of the tables: `t('new.add')`, `t('errors:offline')`. */
export type Read = TFunction<['words', 'errors', 'hostActions']>;

export interface Words {
  readonly t: Read;
  /** The language of the words. */
  readonly language: string;
  /** Language tag for dates, times and lists: Outlook's own where the words are in its language. */
  readonly locale: string;
  /** Outlook's display language, whatever the words are in: what an invitation follows that nobody chose one for. */
  readonly outlookLanguage: string;
  readonly direction: 'ltr' | 'rtl';
}

/** How every reader of words is set up. */
export const readerOptions = {
  fallbackLng: false,
  // Said although these are the defaults: i18next would take the host's actions for sentences, not for keys.
  nsSeparator: ':',
  keySeparator: '.',
  initAsync: false,
  // React escapes what it shows; the ribbon's bar takes plain text.
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  // A detail that is missing leaves no braces behind.
  missingInterpolationHandler: () => '…',
} satisfies InitOptions;

const english = {
  words: en,
  errors: sentences,
  // The actions are their own English.
  hostActions: Object.fromEntries(hostActions.map((action) => [action, action])),
};

/** English words, without waiting for anything. */
export const englishWords = (locale = 'en-US', outlookLanguage = locale): Words =>
  wordsOf('en', locale, outlookLanguage, english);

/**
 * The words for Outlook's display language (a tag such as `de-AT`); English where there are none in it, or where they
 * cannot be loaded.
 */
export async function wordsFor(displayLanguage: string): Promise<Words> {
  const code = displayLanguage.split('-')[0]?.toLowerCase() ?? '';
  try {
    const table = await languageFor(code);
    if (table) return wordsOf(code, displayLanguage, displayLanguage, table);
  } catch {
    // A language that cannot be fetched: English is here.
  }
  return englishWords(code === 'en' ? displayLanguage : 'en-US', displayLanguage);
}

function wordsOf(language: string, locale: string, outlookLanguage: string, table: object): Words {
  const i18n = createInstance();
  void i18n.init({
    ...readerOptions,
    lng: language,
    resources: { [language]: { ...table } },
    ns: ['words', 'errors', 'hostActions'],
    defaultNS: 'words',
  });
  return {
    t: i18n.getFixedT(language, ['words', 'errors', 'hostActions']),
    language,
    locale,
    outlookLanguage,
    direction: directionOf(language),
  };
}
