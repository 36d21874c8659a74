/**
 * Where the page runs: which Outlook, which language, which colours.
 */

/** The design's platforms; new Outlook for Windows is apart from classic because it has no MAPI. */
export type Platform = 'windows-classic' | 'windows-new' | 'mac' | 'web' | 'mobile' | 'unknown';

/** Colours as `#rrggbb`. */
export interface ThemeColors {
  readonly bodyBackground: string;
  readonly bodyForeground: string;
  readonly controlBackground: string;
  readonly controlForeground: string;
}

export interface Environment {
  readonly platform: Platform;
  /** Outlook's version as it says it; empty where it does not. */
  readonly version: string;
  /** Language tag of Outlook's own words, such as `en-US`. */
  readonly locale: string;
  /** The person's own zone, a Windows name on most clients; empty where Outlook does not say. */
  readonly timeZone: string;
  /** Undefined where the client does not tell its colours. */
  readonly theme: ThemeColors | undefined;
}

export function environment(): Environment {
  const context = typeof Office === 'undefined' ? undefined : Office.context;
  const mailbox = context?.mailbox;
  return {
    platform: platformOf(text(context?.diagnostics?.platform), text(mailbox?.diagnostics?.hostName)),
    version: text(context?.diagnostics?.version) || text(mailbox?.diagnostics?.hostVersion),
    locale: text(context?.displayLanguage) || 'en-US',
    timeZone: text(mailbox?.userProfile?.timeZone),
    theme: themeOf(context?.officeTheme),
  };
}

/**
 * Calls back with Outlook's colours when they change, on some clients also at once. Outlook on the web tells them by
 * this event alone. A client without the event never calls. Returns the way to stop.
 */
export function onThemeChanged(listener: (theme: ThemeColors) => void): () => void {
  let stopped = false;
  const heard = (event: { readonly officeTheme?: Office.OfficeTheme } | undefined): void => {
    const theme = themeOf(event?.officeTheme);
    if (theme && !stopped) listener(theme);
  };
  try {
    // Whatever becomes of it: without the event the system's own colours are followed.
    Office.context.mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, heard, () => undefined);
  } catch {
    // A client that is too old for the event may refuse by throwing.
  }
  return () => {
    stopped = true;
  };
}

const mailboxHosts: Readonly<Record<string, Platform>> = {
  Outlook: 'windows-classic',
  newOutlookWindows: 'windows-new',
  'Mac Outlook': 'mac',
  OutlookWebApp: 'web',
  OutlookIOS: 'mobile',
  OutlookAndroid: 'mobile',
};

const officePlatforms: Readonly<Record<string, Platform>> = {
  PC: 'windows-classic',
  Mac: 'mac',
  OfficeOnline: 'web',
  iOS: 'mobile',
  Android: 'mobile',
};

/** The mailbox's own word first: new Outlook for Windows calls itself `OfficeOnline` elsewhere. */
const platformOf = (platform: string, hostName: string): Platform =>
  mailboxHosts[hostName] ?? officePlatforms[platform] ?? 'unknown';

function themeOf(theme: Office.OfficeTheme | undefined): ThemeColors | undefined {
  if (!theme) return undefined;
  const colors = {
    bodyBackground: text(theme.bodyBackgroundColor),
    bodyForeground: text(theme.bodyForegroundColor),
    controlBackground: text(theme.controlBackgroundColor),
    controlForeground: text(theme.controlForegroundColor),
  };
  return Object.values(colors).every((color) => /^#[\da-f]{6}$/i.test(color)) ? colors : undefined;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
