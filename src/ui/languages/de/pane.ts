/** German: the pane itself: signing in, what every screen has, what this Outlook cannot do, settings. */
import type { Table } from '../types';

export const pane = {
  product: 'Zoom-Meetings',
  loading: 'Termin wird geladen',
  outside: 'Diese Seite gehört in Outlook. Öffnen Sie sie über das Menüband eines Termins.',
  dialog: {
    title: 'Bei Zoom anmelden',
    done: 'Fertig. Sie können dieses Fenster schließen.',
    outside: 'Gehen Sie zurück zu Outlook und melden Sie sich dort an.',
  },
  signedOut: {
    title: 'Zoom-Meetings in Outlook',
    what: 'Fügen Sie diesem Termin mit einem Klick ein Zoom-Meeting hinzu. Einladung, Link und Uhrzeit bleiben mit Zoom auf demselben Stand.',
    action: 'Bei Zoom anmelden',
    busy: 'Warten auf das Zoom-Fenster …',
    hint: 'Ein Zoom-Fenster wird geöffnet. Ihr Kennwort bleibt bei Zoom.',
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
    title: 'Diese Outlook-Version ist zu alt',
    what: 'Für Zoom-Meetings ist Outlook mit Mailbox 1.4 oder höher erforderlich. Aktualisieren Sie Outlook oder öffnen Sie diesen Termin in Outlook im Web.',
  },
  reading: {
    title: 'Zoom-Meeting',
    none: 'Kein Zoom-Meeting',
    noneWhat: 'In diesem Termin gibt es kein Zoom-Meeting.',
    readOnly: 'Sie können diesen Termin hier nicht ändern',
    readOnlyWhat:
      'Outlook zeigt diesen Termin nur zum Lesen an: Er wurde gesendet oder liegt in einem Kalender, in den Sie nicht schreiben dürfen. Öffnen Sie ihn zum Bearbeiten, um ein Zoom-Meeting hinzuzufügen oder zu ändern.',
  },
  missing: {
    recurrence:
      'Diese Outlook-Version gibt nicht an, ob sich der Termin wiederholt. Das Meeting wird für die angezeigte Zeit erstellt.',
    shared:
      'In dieser Outlook-Version können Add-Ins keine Anmeldung speichern. Sie müssen sich in jedem Fenster erneut anmelden.',
  },
  actions: {
    update: 'Aktualisieren',
    updateZoom: 'Zoom aktualisieren',
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
    profile: 'Profil',
  },
  settings: {
    title: 'Einstellungen',
    byItself: 'Meeting automatisch aktualisieren, wenn sich der Termin ändert',
    byItselfHint:
      'Zoom und die Einladung werden angepasst, sobald Sie mit den Änderungen fertig sind. Andernfalls werden Sie gefragt.',
    usual: 'Meine übliche Auswahl',
    usualNone: 'Nichts gespeichert. Neue Meetings folgen Ihren Einstellungen in Zoom.',
    usualSome_one: '{count} Option ist für neue Meetings gespeichert.',
    usualSome_other: '{count} Optionen sind für neue Meetings gespeichert.',
    forget: 'Meine übliche Auswahl löschen',
    language: 'Sprache der Einladungen',
    followsOutlook: 'Wie Outlook ({language})',
  },
} satisfies Table<'pane', 'de'>;
