/** What the settings and their values are called on the page, and what differs from the usual in a few words. */
import { localeTitles } from '../../host/client/locales';
import type {
  CallFault,
  CalendarAccess,
  Client,
  ClientSettings,
  LocaleName,
  PresetName,
  RequirementSet,
  Rewriting,
  ThemeName,
} from '../../host/client/settings';
import { defaultSettings, presetNames, presets } from '../../host/client/settings';

export const presetTitles: Record<PresetName, string> = {
  default: 'Outlook on the web',
  'exchange-2019': 'Exchange 2019 on premises',
  'windows-new': 'New Outlook for Windows',
  'windows-classic': 'Classic Outlook for Windows',
  mac: 'Outlook for Mac',
  unsupported: 'Too old for the add-in',
};

export const requirementSetTitles: Record<RequirementSet, string> = {
  '1.3': 'Mailbox 1.3 (no dialog)',
  '1.4': 'Mailbox 1.4',
  '1.5': 'Mailbox 1.5 (on premises)',
  '1.7': 'Mailbox 1.7 (recurrence, events)',
  '1.8': 'Mailbox 1.8 (item ids)',
  '1.10': 'Mailbox 1.10',
};

export const clientTitles: Record<Client, string> = {
  web: 'Outlook on the web',
  'windows-new': 'New Outlook for Windows',
  'windows-classic': 'Classic Outlook for Windows',
  mac: 'Outlook for Mac',
};

export const rewritingTitles: Record<Rewriting, string> = {
  exact: 'Not at all',
  web: 'As Outlook on the web (x_ names)',
  'windows-classic': 'As Word (classic Windows)',
  mac: 'As Outlook for Mac',
  'to-plain-text': 'To plain text',
  'to-formatted': 'From plain text to formatted',
};

export const inlineImagesTitles: Record<ClientSettings['inlineImages'], string> = {
  kept: 'Keeps pictures in the text',
  lost: 'Loses pictures in the text',
};

export const nestedAuthTitles: Record<ClientSettings['nestedAuth'], string> = {
  none: 'In a window',
  claimed: 'Says that it can itself, but has no bridge',
};

export const themeTitles: Record<ThemeName, string> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  'high-contrast': 'High contrast',
};

export const calendarTitles: Record<CalendarAccess, string> = {
  own: "One's own",
  'read-only': 'Read only',
  shared: 'Shared by its owner',
};

export const effectTitles: Record<CallFault['effect'], string> = {
  fail: 'fails',
  'fail-after': 'works, but says it failed',
  hang: 'never answers',
};

/** `Deutsch` for `Deutsch (Deutschland)`. */
const language = (locale: LocaleName): string => localeTitles[locale].replace(/ \(.*$/, '');

export function faultTitle({ call, effect, every }: CallFault): string {
  const often = every === 1 ? 'always' : `every ${ordinal(every)} time`;
  return `${call} ${effectTitles[effect]}, ${often}`;
}

export function ordinal(count: number): string {
  const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
  return `${count}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(count)] ?? 'th'}`;
}

export const delayTitle = (ms: number): string => (ms === 0 ? 'None' : `${ms / 1000} s`);

/** Which preset the client settings are those of, whatever the others are. */
export function presetOf(settings: ClientSettings): PresetName | undefined {
  return presetNames.find((name) => {
    const { requirementSet, client, rewriting, inlineImages } = presets[name];
    return (
      settings.requirementSet === requirementSet &&
      settings.client === client &&
      settings.rewriting === rewriting &&
      settings.inlineImages === inlineImages
    );
  });
}

/** What differs from the defaults, such as `Exchange 2019 on premises`, `Deutsch`. Empty when nothing does. */
export function differences(settings: ClientSettings): string[] {
  const preset = presetOf(settings);
  const found: (string | false)[] = [
    ...(preset ? [preset !== 'default' && presetTitles[preset]] : clientDifferences(settings)),
    settings.locale !== defaultSettings.locale && language(settings.locale),
    settings.theme !== defaultSettings.theme && `${themeTitles[settings.theme]} theme`,
    settings.calendar !== defaultSettings.calendar &&
      (settings.calendar === 'shared' ? 'Shared calendar' : 'Read-only calendar'),
    settings.nestedAuth !== defaultSettings.nestedAuth && 'Claims nested app authentication',
    settings.delayMs > 0 && `${delayTitle(settings.delayMs)} slower`,
    settings.faults.length > 0 &&
      (settings.faults.length === 1 ? '1 fault' : `${settings.faults.length} faults`),
  ];
  return found.filter((text) => text !== false);
}

function clientDifferences(settings: ClientSettings): (string | false)[] {
  return [
    settings.client !== defaultSettings.client && clientTitles[settings.client],
    settings.requirementSet !== defaultSettings.requirementSet && `Mailbox ${settings.requirementSet}`,
    settings.rewriting !== defaultSettings.rewriting && `Bodies: ${rewritingTitles[settings.rewriting]}`,
    settings.inlineImages !== defaultSettings.inlineImages && inlineImagesTitles[settings.inlineImages],
  ];
}
