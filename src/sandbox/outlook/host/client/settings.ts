/**
 * Which Outlook the sandbox stands in for, as data: what it can do, how it looks and speaks, and what goes wrong.
 *
 * The transport stays that of Outlook on the web, whatever client is chosen; see `docs/outlook-clients.md` for what
 * each setting changes and what the package of Office.js does not let a host change.
 */
import * as z from 'zod';
import { clientNames } from '../../rewriting';

/** The Mailbox sets that can be advertised; what is newer than the last is not in the package of Office.js. */
export const requirementSets = ['1.3', '1.4', '1.5', '1.7', '1.8', '1.10'] as const;
export const RequirementSet = z.enum(requirementSets);
export type RequirementSet = z.infer<typeof RequirementSet>;

export const themeNames = ['system', 'light', 'dark', 'high-contrast'] as const;
export const ThemeName = z.enum(themeNames);
export type ThemeName = z.infer<typeof ThemeName>;

export const localeNames = ['en-US', 'de-DE', 'de-AT', 'ja-JP', 'ar-SA', 'fr-FR', 'es-ES'] as const;
export const LocaleName = z.enum(localeNames);
export type LocaleName = z.infer<typeof LocaleName>;

export const clients = ['web', 'windows-new', 'windows-classic', 'mac'] as const;
export const Client = z.enum(clients);
export type Client = z.infer<typeof Client>;

/** `read-only`: one's own appointments without write access. `shared`: the calendar is somebody else's. */
export const calendarAccesses = ['own', 'read-only', 'shared'] as const;
export const CalendarAccess = z.enum(calendarAccesses);
export type CalendarAccess = z.infer<typeof CalendarAccess>;

export const nestedAuths = ['none', 'claimed'] as const;

/** Whose habits bodies are rewritten with; `exact` changes nothing. */
export const rewritings = clientNames;
export const Rewriting = z.enum(rewritings);
export type Rewriting = z.infer<typeof Rewriting>;

/** `fail`: an error without effect. `fail-after`: it takes effect, then says that it failed. `hang`: no answer. */
export const faultEffects = ['fail', 'fail-after', 'hang'] as const;
/** What happens to a host call, by its name in `host/calls`: to the first, then to every `every`th after it. */
export const CallFault = z.strictObject({
  call: z.string().min(1),
  effect: z.enum(faultEffects),
  every: z.int().min(1).max(100),
});
export type CallFault = z.infer<typeof CallFault>;

const longestDelay = 60_000;

export const ClientSettings = z.strictObject({
  /** Newest Mailbox set that the host advertises and answers. */
  requirementSet: RequirementSet,
  theme: ThemeName,
  /** Display and content language, as BCP 47. */
  locale: LocaleName,
  /** What the host says it is, as far as the transport lets it. */
  client: Client,
  /** How bodies are rewritten: when the add-in writes them, when they are saved and when they are read. */
  rewriting: Rewriting,
  /** What replacing the whole body does to images in it. */
  inlineImages: z.enum(['kept', 'lost']),
  calendar: CalendarAccess,
  /**
   * Whether the host says that it fetches Microsoft's tokens for add-ins. The bridge for it comes with Microsoft's own
   * Office.js, so here it is a host that says so and cannot.
   */
  nestedAuth: z.enum(nestedAuths),
  /** How long every host call takes at least, in ms. */
  delayMs: z.int().min(0).max(longestDelay),
  faults: z.array(CallFault).max(8),
});
export type ClientSettings = z.infer<typeof ClientSettings>;

export const defaultSettings: ClientSettings = {
  requirementSet: '1.10',
  theme: 'system',
  locale: 'en-US',
  client: 'web',
  rewriting: 'exact',
  inlineImages: 'kept',
  calendar: 'own',
  nestedAuth: 'none',
  delayMs: 0,
  faults: [],
};

/** Some of the settings; the others stay as they are. */
export const SettingsPatch = ClientSettings.partial();
export type SettingsPatch = z.infer<typeof SettingsPatch>;

export const presetNames = [
  'default',
  'exchange-2019',
  'windows-new',
  'windows-classic',
  'mac',
  'unsupported',
] as const;
export const PresetName = z.enum(presetNames);
export type PresetName = z.infer<typeof PresetName>;

/** What a preset says of client and body; how it looks, whose calendar it is and what fails stays as it was. */
export const presets: Record<
  PresetName,
  Pick<ClientSettings, 'requirementSet' | 'client' | 'rewriting' | 'inlineImages'>
> = {
  default: { requirementSet: '1.10', client: 'web', rewriting: 'exact', inlineImages: 'kept' },
  'exchange-2019': {
    requirementSet: '1.5',
    client: 'windows-classic',
    rewriting: 'windows-classic',
    inlineImages: 'kept',
  },
  'windows-new': { requirementSet: '1.10', client: 'windows-new', rewriting: 'web', inlineImages: 'lost' },
  'windows-classic': {
    requirementSet: '1.10',
    client: 'windows-classic',
    rewriting: 'windows-classic',
    inlineImages: 'kept',
  },
  mac: { requirementSet: '1.10', client: 'mac', rewriting: 'mac', inlineImages: 'kept' },
  unsupported: { requirementSet: '1.3', client: 'windows-classic', rewriting: 'exact', inlineImages: 'kept' },
};

/** Takes what is a valid setting out of anything; the rest is as in `base`. Never throws. */
export function readSettings(from: unknown, base: ClientSettings = defaultSettings): ClientSettings {
  const given = z.record(z.string(), z.unknown()).safeParse(from);
  if (!given.success) return base;
  return Object.entries(given.data).reduce((settings, [name, value]) => {
    const one = SettingsPatch.safeParse({ [name]: value });
    return one.success ? { ...settings, ...one.data } : settings;
  }, base);
}

/**
 * Settings in the query of an address: their names with their values, `preset` for several at once, and `fault` once
 * or more as `call:effect:every`. Example: `?preset=exchange-2019&theme=dark&fault=body.set:fail:2`.
 * Undefined when the query names none.
 */
export function settingsInQuery(query: string, base: ClientSettings): ClientSettings | undefined {
  const parameters = new URLSearchParams(query);
  const named = settingParameters.filter((name) => parameters.has(name));
  if (named.length === 0) return undefined;
  const preset = PresetName.safeParse(parameters.get('preset'));
  const faults = parameters.getAll('fault').map((text) => {
    const [call, effect = 'fail', every = '1'] = text.split(':');
    return { call, effect, every: Number(every) };
  });
  const delay = parameters.get('delayMs');
  return readSettings(
    {
      ...Object.fromEntries(parameters),
      ...(delay === null ? {} : { delayMs: Number(delay) }),
      ...(faults.length === 0 ? {} : { faults }),
    },
    preset.success ? { ...base, ...presets[preset.data] } : base,
  );
}

/** The names that `settingsInQuery` understands. */
export const settingParameters = [
  'preset',
  'fault',
  ...Object.keys(ClientSettings.shape).filter((name) => name !== 'faults'),
];

/**
 * What a page of the add-in is told only once, at its start: where this differs, the page starts again. The theme is
 * told at once; delays and faults are the host's own business.
 */
export function startedWith(settings: ClientSettings): string {
  const { requirementSet, locale, client, rewriting, inlineImages, calendar, nestedAuth } = settings;
  return JSON.stringify({ requirementSet, locale, client, rewriting, inlineImages, calendar, nestedAuth });
}
