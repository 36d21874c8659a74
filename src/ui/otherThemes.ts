/** The themes that are fetched when Outlook is dark or the system asks for high contrast. */
import { createDarkTheme, teamsHighContrastTheme, type Theme } from '@fluentui/react-components';
import { brand } from './theme';

// The lighter steps are needed for text on dark ground (WCAG 2.1, 1.4.3).
export const darkTheme: Theme = {
  ...createDarkTheme(brand),
  colorBrandForeground1: brand[110],
  colorBrandForeground2: brand[120],
};

export const highContrastTheme: Theme = teamsHighContrastTheme;
