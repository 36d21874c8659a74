/**
 * The words of the pane's calendar and contact integration, apart from the others, since a pane that shows a meeting
 * does not load them.
 */
import type { OtherLanguage } from './types';
import { isOther } from '.';

/** Each a chunk of its own. */
const others: Readonly<Record<OtherLanguage, () => Promise<object>>> = {
  de: () => import(/* webpackChunkName: "integration-de" */ './de/integration').then((m) => m.integration),
  ja: () => import(/* webpackChunkName: "integration-ja" */ './ja/integration').then((m) => m.integration),
  ar: () => import(/* webpackChunkName: "integration-ar" */ './ar/integration').then((m) => m.integration),
};

/** Fetches the words in the language with this code; undefined where there is no such language. */
export const integrationLanguageFor = (code: string): Promise<object> | undefined =>
  isOther(code) ? others[code]() : undefined;
