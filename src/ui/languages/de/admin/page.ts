/** German: the frame of the account settings page. */
import type { AdminTable } from '../../types';

export const page = {
  title: 'Kontoeinstellungen',
  places: {
    management: 'Kontoverwaltung',
    settings: 'Kontoeinstellungen',
    meeting: 'Meeting',
    groups: 'Gruppen',
    'see-as': 'Als Mitglied ansehen',
    people: 'Mitglieder',
    history: 'Verlauf',
    files: 'Import und Export',
  },
  trail: 'Wo Sie sind',
  navigation: 'Kontoeinstellungen',
  skip: 'Zum Inhalt springen',
  loading: 'Wird geladen …',
  signIn: {
    title: 'Als Administrator anmelden',
    text: 'Hier entscheidet ein Administrator oder der Inhaber eines Zoom-Kontos, welchen Kalender- und Kontaktdienst die Mitglieder verwenden.',
    action: 'Mit Zoom anmelden',
    expired:
      'Ihre Sitzung ist beendet. Melden Sie sich wieder an; was Sie nicht gespeichert haben, kommt zurück.',
    out: 'Sie sind abgemeldet.',
  },
  signOut: 'Abmelden',
  notAdmin: {
    title: 'Nur für Administratoren',
    text: 'Sie sind als {name} angemeldet, und das ist kein Administrator dieses Zoom-Kontos. Bitten Sie einen Administrator oder den Inhaber, oder melden Sie sich als jemand anderes an.',
    other: 'Als jemand anderes anmelden',
  },
  offline: {
    title: 'Keine Verbindung',
    text: 'Die Einstellungen erscheinen, sobald es wieder eine Verbindung gibt.',
    bar: 'Im Moment gibt es keine Verbindung. Was Sie ändern, bleibt hier, bis Sie es speichern.',
  },
  failed: 'Das hat nicht geklappt',
  retry: 'Erneut versuchen',
  close: 'Schließen',
  back: 'Zurück zu allen Gruppen',
  roles: { member: 'Mitglied', admin: 'Administrator', owner: 'Inhaber' },
  live: {
    on: 'Änderungen anderer erscheinen von selbst.',
    off: 'Änderungen anderer erscheinen, wenn Sie neu laden.',
  },
  unknownPerson: 'Jemand',
} satisfies AdminTable<'page', 'de'>;
