/** The languages that the sandbox's Outlook can be set to: their own names and their direction. */
import type { LocaleName } from './settings';

export const localeTitles: Record<LocaleName, string> = {
  'en-US': 'English (United States)',
  'de-DE': 'Deutsch (Deutschland)',
  'de-AT': 'Deutsch (Österreich)',
  'ja-JP': '日本語 (日本)',
  'ar-SA': 'العربية (المملكة العربية السعودية)',
  'fr-FR': 'Français (France)',
  'es-ES': 'Español (España)',
};

export const directionOf = (locale: LocaleName): 'ltr' | 'rtl' => (locale === 'ar-SA' ? 'rtl' : 'ltr');
