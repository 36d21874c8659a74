/** The words of the pane's calendar and contact integration in the language that the pane has already. */
import { createInstance, type TFunction } from 'i18next';
import { integrationLanguageFor } from './languages/integration';
import { integration } from './languages/en/integration';
import { readerOptions, type Words } from './words';

/** Reads a text of the integration's own tables: `t('section.title')`. */
export type ReadIntegration = TFunction<'integration'>;

export interface IntegrationWords {
  readonly t: ReadIntegration;
  /** What every part of the pane says: errors, Back, Try again. */
  readonly words: Words;
}

/** The words beside those of the pane. Rejects where the language cannot be fetched: one language all over the pane. */
export async function integrationWordsFor(words: Words): Promise<IntegrationWords> {
  const table = (await integrationLanguageFor(words.language)) ?? integration;
  const i18n = createInstance();
  void i18n.init({
    ...readerOptions,
    lng: words.language,
    resources: { [words.language]: { integration: { ...table } } },
    ns: ['integration'],
    defaultNS: 'integration',
  });
  return { t: i18n.getFixedT(words.language, 'integration'), words };
}

/** "Office 365 or Google" as the language has it. */
export const oneOf = (items: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(items);
