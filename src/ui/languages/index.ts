/** The languages of the product's own words. English is always there; the others come when they are needed. */
import type { Language } from './types';

/** A language as the reader of words takes it: the shape of its words was checked where it is written. */
type AnyLanguage = Pick<Language<'other'>, 'errors' | 'hostActions'> & { readonly words: object };

/** Each a chunk of its own. A new language: its file beside this one, and its line here. */
const others: Readonly<Record<string, () => Promise<AnyLanguage>>> = {
  de: () => import(/* webpackChunkName: "language-de" */ './de').then(({ de }) => de),
  ja: () => import(/* webpackChunkName: "language-ja" */ './ja').then(({ ja }) => ja),
  ar: () => import(/* webpackChunkName: "language-ar" */ './ar').then(({ ar }) => ar),
};

/** Codes of all languages that there are words in. */
export const languageCodes: readonly string[] = ['en', ...Object.keys(others)];

/** Fetches the language with this code; undefined where there is no such language. */
export const languageFor = (code: string): Promise<AnyLanguage> | undefined =>
  Object.hasOwn(others, code) ? others[code]?.() : undefined;

const rightToLeft: ReadonlySet<string> = new Set(['ar']);

export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(language) ? 'rtl' : 'ltr');
