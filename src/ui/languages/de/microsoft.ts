/** German: signing in with Microsoft, and the Microsoft account in the settings. */
import type { Table } from '../types';

export const microsoft = {
  window: 'Mit Microsoft anmelden',
  signIn: 'Mit Microsoft anmelden',
  waiting: 'Warten auf Microsoft …',
  notTied:
    'Dieses Microsoft-Konto ist noch mit keinem Zoom-Konto verbunden. Melden Sie sich einmal bei Zoom an: Danach genügt Microsoft.',
  consentLost:
    'Zoom braucht Ihre Zustimmung noch einmal, wie nach jedem Abmelden. Melden Sie sich einmal bei Zoom an: Danach genügt wieder Microsoft.',
  tiedByItself: 'Ihr Microsoft-Konto {name} ist verbunden. Ab jetzt genügt es zum Anmelden.',
  settings: {
    title: 'Microsoft-Konto',
    none: 'Mit Ihrem Microsoft-Konto melden Sie sich hier an, ohne zu Zoom zu gehen.',
    use: 'Mein Microsoft-Konto zum Anmelden verwenden',
    tied: 'Sie können sich hier als {name} anmelden, ohne zu Zoom zu gehen.',
    stop: 'Nicht mehr verwenden',
    stopping: 'Einen Moment …',
  },
} satisfies Table<'microsoft', 'de'>;
