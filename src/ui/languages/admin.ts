/**
 * The words of the account settings page, apart from those of pane and ribbon, which do not load them. English is
 * always there; the others come when they are needed.
 */
import type { OtherLanguage } from './types';
import { isOther } from '.';

/** Each a chunk of its own. */
const others: Readonly<Record<OtherLanguage, () => Promise<object>>> = {
  de: () => import(/* webpackChunkName: "admin-de" */ './de/admin').then(({ admin }) => admin),
  ja: () => import(/* webpackChunkName: "admin-ja" */ './ja/admin').then(({ admin }) => admin),
  ar: () => import(/* webpackChunkName: "admin-ar" */ './ar/admin').then(({ admin }) => admin),
};

/** Fetches the page's words in the language with this code; undefined where there is no such language. */
export const adminLanguageFor = (code: string): Promise<object> | undefined =>
  isOther(code) ? others[code]() : undefined;
