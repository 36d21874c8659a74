/**
 * The settings of a member's layers without what a lock forbids that stands above them: a lock holds not only against
 * the same setting further down (`layers.ts`), but against every other that would come to the same. Pure.
 *
 * Below, that is from the account to its groups, and from a group to those after it:
 *   - where MAPI is on and locked: integration is not turned off, and no service is forced;
 *   - where a service is forced and locked: integration is not turned off, and MAPI stays as it is above;
 *   - where it is locked that none is forced: MAPI can be turned on as a choice, but not locked;
 *   - where the services are locked: none but them is forced. This also holds for what the account merely has as its
 *     default, because a group decides before it.
 * That fewer services remain is not forbidden by a lock of the services: a forced service and MAPI can be locked
 * themselves.
 */
import type { PolicyLayers } from './layers';
import type { Setting, SettingsLayer, SettingValues } from './settings';

type Watched = 'mapi' | 'forcedProvider' | 'providers';

/** The locks that hold for the next layer; null: the setting was decided without a lock. */
type Above = { readonly [Name in Watched]?: Setting<SettingValues[Name]> | null };

/** @returns the layers with what counts of each; those of the same names, in the same order */
export function heardOf({ account, groups }: PolicyLayers): PolicyLayers {
  let above: Above = {
    mapi: lockOf(account.mapi),
    forcedProvider: lockOf(account.forcedProvider),
    providers: lockOf(account.providers),
  };
  const heard = groups.map(({ name, settings: said }) => {
    const settings = withoutForbidden(said, above);
    above = {
      mapi: next(above.mapi, settings.mapi),
      forcedProvider: next(above.forcedProvider, settings.forcedProvider),
      providers: next(above.providers, settings.providers),
    };
    return { name, settings };
  });
  const isDefault = account.forcedProvider?.locked === false && account.providers?.locked !== true;
  return {
    account: isDefault && isOutside(account, above) ? without(account, 'forcedProvider') : account,
    groups: heard,
  };
}

const lockOf = <T>(setting: Setting<T> | undefined): Setting<T> | undefined =>
  setting?.locked === true ? setting : undefined;

/** Of the groups the first that says something decides, with a lock or without. */
const next = <T>(
  above: Setting<T> | null | undefined,
  said: Setting<T> | undefined,
): Setting<T> | null | undefined =>
  above !== undefined ? above : said === undefined ? undefined : (lockOf(said) ?? null);

function withoutForbidden(said: SettingsLayer, above: Above): SettingsLayer {
  const isMapiLocked = above.mapi?.value === true;
  const forced = above.forcedProvider?.value;
  const isForceLocked = forced !== undefined && forced !== null;
  let settings = said;
  if ((isMapiLocked || isForceLocked) && settings.integration?.value === false)
    settings = without(settings, 'integration');
  if (isForceLocked) settings = without(settings, 'mapi');
  if (isOutside(settings, above) || (isMapiLocked && (settings.forcedProvider?.value ?? null) !== null))
    settings = without(settings, 'forcedProvider');
  return forced === null && settings.mapi?.value === true && settings.mapi.locked
    ? { ...settings, mapi: { value: true, locked: false } }
    : settings;
}

/** Whether the layer forces a service that is not among those that are locked above. */
function isOutside({ forcedProvider }: SettingsLayer, { providers }: Above): boolean {
  const forced = forcedProvider?.value ?? null;
  return forced !== null && providers?.value.includes(forced) === false;
}

function without(settings: SettingsLayer, name: keyof SettingsLayer): SettingsLayer {
  if (settings[name] === undefined) return settings;
  const { [name]: _left, ...rest } = settings;
  return rest;
}
