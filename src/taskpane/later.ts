/** The parts of the pane that are fetched beside its first script, each a chunk of its own. */
import { ProductError } from '../domain/errors';

export const screens = () => import(/* webpackChunkName: "screens" */ './screens');
export const options = () => import(/* webpackChunkName: "options" */ './options');
export const microsoft = () => import(/* webpackChunkName: "microsoftAccount" */ './microsoft/assemble');
/** What follows the account's policy while the pane is open. */
export const policy = () => import(/* webpackChunkName: "policy" */ './integration/compose');
/** What shows it, and the pages that connect a service. */
export const integration = () => import(/* webpackChunkName: "integration" */ './integration');
/** Rejects with `offline` where it cannot be fetched; it is fetched again at the next call. */
export const work = () =>
  import(/* webpackChunkName: "work" */ './work').catch((cause: unknown) => {
    throw new ProductError('offline', {}, { cause });
  });

/** Fetches what is sure to be needed soon, while nobody waits. What fails now is fetched when it is needed. */
export function fetchAhead(): void {
  for (const fetch of [screens, options]) void fetch().catch(() => undefined);
}
