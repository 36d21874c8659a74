/**
 * How the add-in learns of the theme on this transport.
 *
 * The package leaves `Office.context.officeTheme` undefined on the web. It hears of a theme by the event
 * `OfficeThemeChanged` of the mailbox, which the host sends as soon as a page asks for it and at each change; and,
 * light or dark, by `prefers-color-scheme`, which follows the colour scheme of the frame that the page lies in.
 */
import type { ThemeName } from './settings';

export type Appearance = Exclude<ThemeName, 'system'>;

/** What the theme amounts to on this screen. */
export function appearanceOf(theme: ThemeName, systemIsDark: boolean): Appearance {
  if (theme !== 'system') return theme;
  return systemIsDark ? 'dark' : 'light';
}

/** The colours of the event, as numbers: Office.js makes `#rrggbb` of them. */
export const officeThemes: Record<Appearance, Readonly<Record<string, number>>> = {
  light: {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0x242424,
    controlBackgroundColor: 0xf0f0f0,
    controlForegroundColor: 0x242424,
  },
  dark: {
    bodyBackgroundColor: 0x292929,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x1f1f1f,
    controlForegroundColor: 0xffffff,
  },
  'high-contrast': {
    bodyBackgroundColor: 0x000000,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x000000,
    controlForegroundColor: 0xffff00,
  },
};

/** What the frame's colour scheme is set to; with `system` it is the page's own. */
export function colorSchemeOf(theme: ThemeName): string {
  if (theme === 'system') return '';
  return theme === 'light' ? 'light' : 'dark';
}
