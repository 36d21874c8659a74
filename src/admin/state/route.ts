/** Which part of the page an address behind `#` means. Pure. */

export type Route =
  | { readonly name: 'settings' }
  | { readonly name: 'groups' }
  | { readonly name: 'group'; readonly id: string }
  | { readonly name: 'see-as' }
  | { readonly name: 'history' }
  | { readonly name: 'people' }
  | { readonly name: 'files' };

/** Those that the navigation lists, in its order. */
export const places = ['settings', 'groups', 'see-as', 'people', 'history', 'files'] as const;
export type Place = (typeof places)[number];

const GROUP = '#/groups/';

/** Anything unknown is the settings. */
export function routeOf(hash: string): Route {
  if (hash.startsWith(GROUP) && hash.length > GROUP.length)
    return { name: 'group', id: decoded(hash.slice(GROUP.length)) };
  const place = places.find((name) => hash === hashOf({ name }));
  return { name: place ?? 'settings' };
}

export const hashOf = (route: Route): string =>
  route.name === 'group' ? GROUP + encodeURIComponent(route.id) : `#/${route.name}`;

/** Under which entry of the navigation a part stands. */
export const placeOf = (route: Route): Place => (route.name === 'group' ? 'groups' : route.name);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
