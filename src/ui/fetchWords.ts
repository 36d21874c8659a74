/** The words as a chunk of its own, fetched while Outlook and its Office.js meet: pane and ribbon share it. */
import type { Words } from './words';

const chunk = () => import(/* webpackChunkName: "words" */ './words');

/** Fetches what every language needs. Nobody waits for it; what fails now is fetched when it is needed. */
export const fetchAhead = (): void => void chunk().catch(() => undefined);

/** The words for Outlook's display language, a tag such as `de-AT`. */
export const wordsFor = async (displayLanguage: string): Promise<Words> =>
  (await chunk()).wordsFor(displayLanguage);
