/**
 * The settings that hold now: those of the address, else those that this browser remembers, else the defaults.
 *
 * Those of the address are a link's or a test's: they hold for as long as it is open and are not remembered, until
 * somebody changes a setting, which remembers all that hold then.
 */
import { parseJson } from '../../../../domain/json';
import type { ClientSettings, SettingsPatch } from './settings';
import {
  SettingsPatch as Patch,
  defaultSettings,
  readSettings,
  settingParameters,
  settingsInQuery,
} from './settings';

/** Where settings come from and are kept; the page gives the browser's. */
export interface SettingsPlace {
  /** The address's query. */
  query(): string;
  /** Takes these parameters out of the address. */
  forgetQuery(names: readonly string[]): void;
  /** What was remembered, as JSON. */
  load(): string | null;
  save(json: string): void;
}

/** A place that remembers nothing, for tests and for hosts without an address. */
export const nowhere: SettingsPlace = {
  query: () => '',
  forgetQuery: () => undefined,
  load: () => null,
  save: () => undefined,
};

export class SettingsStore {
  #current: ClientSettings;
  readonly #watchers = new Set<() => void>();

  constructor(private readonly place: SettingsPlace = nowhere) {
    const remembered = readSettings(parseJson(place.load() ?? ''));
    this.#current = settingsInQuery(place.query(), defaultSettings) ?? remembered;
  }

  readonly current = (): ClientSettings => this.#current;

  /** Changes some and remembers all. Throws a `ZodError` for what is no setting. */
  change(patch: SettingsPatch): ClientSettings {
    this.#current = { ...this.#current, ...Patch.parse(patch) };
    this.place.save(JSON.stringify(this.#current));
    this.place.forgetQuery(settingParameters);
    for (const watcher of [...this.#watchers]) watcher();
    return this.#current;
  }

  /** Calls back after every change; gives back how to stop that. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
}

const remembered = 'sandbox-outlook-client';

/** The browser's address and local storage. */
export function browserPlace(view: Window): SettingsPlace {
  return {
    query: () => view.location.search,
    forgetQuery: (names) => {
      const address = new URL(view.location.href);
      if (!names.some((name) => address.searchParams.has(name))) return;
      for (const name of names) address.searchParams.delete(name);
      view.history.replaceState(null, '', address);
    },
    load: () => safely(() => view.localStorage.getItem(remembered)),
    save: (json) => {
      safely(() => {
        view.localStorage.setItem(remembered, json);
        return null;
      });
    },
  };
}

/** A browser may refuse its storage. */
function safely(access: () => string | null): string | null {
  try {
    return access();
  } catch {
    return null;
  }
}
