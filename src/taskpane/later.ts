/** The parts of the pane that are fetched after the first paint, each a chunk of its own. */

export const screens = () => import(/* webpackChunkName: "screens" */ './screens');
export const options = () => import(/* webpackChunkName: "options" */ './options');
export const work = () => import(/* webpackChunkName: "work" */ './work');

/** Fetches what is sure to be needed soon, while nobody waits. What fails now is fetched when it is needed. */
export function fetchAhead(): void {
  for (const fetch of [screens, options]) void fetch().catch(() => undefined);
}
