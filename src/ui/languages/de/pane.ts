/** German: the pane itself: signing in, what every screen has, what this Outlook cannot do, settings. */
import type { Table } from '../types';

export const pane = {
  product: 'Zoom-Meetings',
  loading: 'Dieser Termin wird gelesen',
  outside: 'Diese Seite gehört in Outlook. Öffnen Sie sie über das Menüband eines Termins.',
  dialog: {
    done: 'Fertig. Sie können dieses Fenster schließen.',
    outside: 'Gehen Sie zurück zu Outlook und melden Sie sich dort an.',
  },
  signedOut: {
    title: 'Zoom-Meetings in Outlook',
    what: 'Versehen Sie diesen Termin mit einem Klick mit einem Zoom-Meeting. Einladung, Link und Uhrzeit bleiben mit Zoom im Einklang.',
    action: 'Bei Zoom anmelden',
    busy: 'Warten auf das Fenster von Zoom …',
    hint: 'Es öffnet sich ein Fenster von Zoom. Ihr Kennwort bleibt bei Zoom.',
  },
  expired: {
    title: 'Erneut anmelden',
    what: 'Ihre Sitzung ist abgelaufen. Melden Sie sich an, um dort weiterzumachen, wo Sie waren; es geht nichts verloren.',
  },
  offline: {
    title: 'Sie sind offline',
    what: 'Sobald die Verbindung wieder da ist, geht es hier von selbst weiter.',
  },
  failed: 'Das hat nicht geklappt',
  noAppointment: {
    title: 'Termin öffnen',
    what: 'Zoom-Meetings gehören zu Terminen. Öffnen Sie einen in Ihrem Kalender oder erstellen Sie einen neuen.',
  },
  unsupported: {
    title: 'Dieses Outlook ist zu alt',
    what: 'Zoom-Meetings brauchen ein Outlook mit Mailbox 1.4 oder neuer. Aktualisieren Sie Outlook oder öffnen Sie diesen Termin in Outlook im Web.',
  },
  reading: {
    title: 'Zoom-Meeting',
    none: 'Kein Zoom-Meeting',
    noneWhat: 'In diesem Termin gibt es kein Zoom-Meeting.',
    readOnly: 'Sie können diesen Termin hier nicht ändern',
    readOnlyWhat:
      'Outlook zeigt ihn nur zum Lesen an: Er wurde gesendet oder liegt in einem Kalender, in den Sie nicht schreiben dürfen. Öffnen Sie ihn zum Bearbeiten, um ein Zoom-Meeting hinzuzufügen oder zu ändern.',
  },
  missing: {
    recurrence:
      'Dieses Outlook verrät nicht, ob sich der Termin wiederholt. Das Meeting wird für die angezeigte Zeit erstellt.',
    shared:
      'In diesem Outlook können Add-Ins keine Anmeldung aufbewahren. Jedes Fenster fragt erneut danach.',
  },
  actions: {
    update: 'Aktualisieren',
    updating: 'Wird aktualisiert …',
    takeOver: 'Aus Zoom übernehmen',
    takingOver: 'Wird übernommen …',
    remove: 'Entfernen',
    removing: 'Wird entfernt …',
    undo: 'Rückgängig',
    undoing: 'Wird wiederhergestellt …',
    repair: 'Reparieren',
    repairing: 'Wird repariert …',
    change: 'Optionen ändern',
    close: 'Schließen',
    back: 'Zurück',
    retry: 'Erneut versuchen',
  },
  foot: {
    signedInAs: 'Angemeldet als',
    signOut: 'Abmelden',
    settings: 'Einstellungen',
  },
  settings: {
    title: 'Einstellungen',
    byItself: 'Meeting automatisch aktualisieren, wenn sich der Termin ändert',
    byItselfHint:
      'Zoom und die Einladung folgen, sobald Sie mit dem Ändern fertig sind. Sonst werden Sie gefragt.',
    usual: 'Meine übliche Auswahl',
    usualNone: 'Nichts gespeichert. Neue Meetings folgen Ihren Einstellungen in Zoom.',
    usualSome_one: '{count} Angabe ist für neue Meetings gespeichert.',
    usualSome_other: '{count} Angaben sind für neue Meetings gespeichert.',
    forget: 'Meine übliche Auswahl vergessen',
    language: 'Sprache der Einladungen',
    followsOutlook: 'Wie Outlook ({language})',
  },
} satisfies Table<'pane', 'de'>;
