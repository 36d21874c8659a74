/** The languages of the product's own words. English is always there; the others come when they are needed. */
import type { ErrorWords, HostActionWords, OtherLanguage } from './types';

/** A language as the reader of words takes it: the shape of its words was checked where it is written. */
interface AnyLanguage {
  readonly words: object;
  readonly errors: ErrorWords;
  readonly hostActions: HostActionWords;
}

/** Each a chunk of its own. A new language: its folder beside this file, its plural forms in `types.ts`, a line here. */
const others: Readonly<Record<OtherLanguage, () => Promise<AnyLanguage>>> = {
  de: () => import(/* webpackChunkName: "language-de" */ './de').then(({ de }) => de),
  ja: () => import(/* webpackChunkName: "language-ja" */ './ja').then(({ ja }) => ja),
  ar: () => import(/* webpackChunkName: "language-ar" */ './ar').then(({ ar }) => ar),
};

/** Codes of all languages that there are words in. */
export const languageCodes: readonly string[] = ['en', ...Object.keys(others)];

/** Fetches the language with this code; undefined where there is no such language. */
export const languageFor = (code: string): Promise<AnyLanguage> | undefined =>
  isOther(code) ? others[code]() : undefined;

export const isOther = (code: string): code is OtherLanguage => Object.hasOwn(others, code);

const rightToLeft: ReadonlySet<string> = new Set(['ar']);

export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(language) ? 'rtl' : 'ltr');
