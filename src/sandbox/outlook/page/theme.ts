/** Light, dark or high contrast: as the sandbox is set, else as the system says. */
import type { Theme } from '@fluentui/react-components';
import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Appearance } from '../host/client/officeTheme';
import { appearanceOf } from '../host/client/officeTheme';
import type { ThemeName } from '../host/client/settings';

const themes: Record<Appearance, Theme> = {
  light: webLightTheme,
  dark: webDarkTheme,
  'high-contrast': teamsHighContrastTheme,
};

/** Whether a media query holds, now and later. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Fluent's theme for what the settings ask for; the system decides where they leave it to it. */
export function usePageTheme(theme: ThemeName): Theme {
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  return themes[appearanceOf(theme, systemIsDark)];
}
