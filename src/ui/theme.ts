/** Fluent's theme for what Outlook shows around the pane: light, dark, or the system's high contrast. */
import { createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';

/** Outlook's blue, from dark to light, so that the pane looks at home beside it. */
export const brand: BrandVariants = {
  10: '#061724',
  20: '#082338',
  30: '#0a2e4a',
  40: '#0c3b5e',
  50: '#0e4775',
  60: '#0f548c',
  70: '#115ea3',
  80: '#0f6cbd',
  90: '#2886de',
  100: '#479ef5',
  110: '#62abf5',
  120: '#77b7f7',
  130: '#96c6fa',
  140: '#b4d6fa',
  150: '#cfe4fa',
  160: '#ebf3fc',
};

export type Appearance = 'light' | 'dark' | 'high-contrast';

const lightTheme: Theme = createLightTheme(brand);

/** The theme; those beside light are fetched. Light where they cannot be. */
export async function themeFor(appearance: Appearance): Promise<Theme> {
  if (appearance === 'light') return lightTheme;
  try {
    const themes = await import(/* webpackChunkName: "themes" */ './otherThemes');
    return appearance === 'dark' ? themes.darkTheme : themes.highContrastTheme;
  } catch {
    return lightTheme;
  }
}

/**
 * The appearance to use.
 * @param bodyBackground Outlook's own background where it tells one (`#rrggbb`), otherwise undefined. Pure black is
 *   high contrast: Outlook's dark is a grey.
 * @param prefersDark the system's wish, used when Outlook tells nothing
 * @param forcedColors the system's high contrast, which goes before everything
 */
export function appearanceFor(
  bodyBackground: string | undefined,
  prefersDark: boolean,
  forcedColors: boolean,
): Appearance {
  if (forcedColors || bodyBackground === '#000000') return 'high-contrast';
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(bodyBackground ?? '');
  if (!match) return prefersDark ? 'dark' : 'light';
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? 'dark' : 'light';
}
