/**
 * Which view the address names, in the part after `#`.
 *
 *   #/                         the current week          #/week/2030-01-07   the week with that day
 *   #/new?start=MS&end=MS      a new appointment         #/appointment/ID    an existing one, a series or an occurrence
 *   #/new?copy=ID              a copy of an existing one, not saved yet
 */
import { useEffect, useState } from 'react';

export type Route =
  | { readonly view: 'week'; readonly day: string | undefined }
  | {
      readonly view: 'new';
      readonly start: number | undefined;
      readonly end: number | undefined;
      readonly allDay: boolean;
      /** Id of the appointment that this one starts as a copy of. */
      readonly copy?: string | undefined;
    }
  | { readonly view: 'appointment'; readonly id: string };

/** Reads an address; what cannot be understood is the current week. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const [, view, rest = ''] = path.split('/', 3);
  if (view === 'appointment' && rest !== '') {
    const id = decode(path.slice('/appointment/'.length));
    if (id !== undefined) return { view, id };
  }
  if (view === 'new') {
    const parameters = new URLSearchParams(query);
    return {
      view,
      start: instant(parameters.get('start')),
      end: instant(parameters.get('end')),
      allDay: parameters.get('allDay') === 'true',
      ...(parameters.has('copy') ? { copy: parameters.get('copy') ?? '' } : {}),
    };
  }
  return { view: 'week', day: view === 'week' && /^\d{4}-\d{2}-\d{2}$/.test(rest) ? rest : undefined };
}

export function formatRoute(route: Route): string {
  switch (route.view) {
    case 'appointment':
      return `#/appointment/${encodeURIComponent(route.id)}`;
    case 'new': {
      const parameters = new URLSearchParams();
      if (route.start !== undefined) parameters.set('start', String(route.start));
      if (route.end !== undefined) parameters.set('end', String(route.end));
      if (route.allDay) parameters.set('allDay', 'true');
      if (route.copy !== undefined) parameters.set('copy', route.copy);
      const query = parameters.toString();
      return query === '' ? '#/new' : `#/new?${query}`;
    }
    case 'week':
      return route.day === undefined ? '#/' : `#/week/${route.day}`;
  }
}

export function goTo(route: Route): void {
  window.location.hash = formatRoute(route);
}

/** Corrects the address without a new step in the history: the view that is open stays open. */
export function correctAddress(route: Route): void {
  window.history.replaceState(null, '', formatRoute(route));
}

/** The address after `#` that the person went to last; a corrected one is not a new one. */
export function useHash(): string {
  const [hash, setHash] = useState(() => window.location.hash);
  useEffect(() => {
    const changed = () => setHash(window.location.hash);
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  return hash;
}

function instant(text: string | null): number | undefined {
  return text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
