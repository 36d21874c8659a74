/** German: the settings of an account or a group, and their locks. */
import type { AdminTable } from '../../types';

export const settings = {
  sections: {
    calendar: 'Kalender und Kontakte',
    others: 'Planen für andere',
    meetings: 'Voreinstellungen für neue Meetings',
  },
  meetingsHint: 'Neue Meetings beginnen damit. Was gesperrt ist, können Mitglieder nicht ändern.',
  search: {
    label: 'Einstellungen durchsuchen',
    found_one: '{count} Einstellung gefunden',
    found_other: '{count} Einstellungen gefunden',
    none: 'Keine Einstellung passt. Versuchen Sie ein anderes Wort.',
    clear: 'Alle Einstellungen zeigen',
  },
  names: {
    integration: 'Kalender und Kontakte integrieren',
    providers: 'Dienste, die Mitglieder wählen dürfen',
    mapi: 'Für die Integration mit dem Zoom-Desktop-Client MAPI verwenden (nur für Windows)',
    forcedProvider: 'Dienst für alle',
    permissions: 'Was der Dienst darf',
    exchange: 'Exchange-Server',
    scheduleForOthers: 'Mitglieder dürfen für andere planen, die es erlaubt haben',
    meeting: 'Voreinstellungen für neue Meetings',
  },
  hints: {
    integration: 'Aus: Niemandes Kalender wird integriert.',
    providers: 'Ist MAPI eingeschaltet, tritt es an die Stelle von Exchange.',
    mapi: 'Gesperrt wird jedes Mitglied automatisch eingerichtet, und nur Windows-Mitglieder haben die Integration. Nicht gesperrt dürfen Mitglieder am Mac Office 365 oder Google verwenden. Das neue Outlook für Windows hat kein MAPI.',
    forcedProvider: 'Mitglieder verbinden diesen Dienst und keinen anderen.',
    permissions: 'Gesperrt können Mitglieder es nicht selbst wählen.',
    exchange: 'Das finden Mitglieder ausgefüllt, wenn sie Exchange verbinden.',
    scheduleForOthers: 'Aus: Der Aufgabenbereich bietet nicht an, für eine andere Person zu planen.',
  },
  providers: {
    mapi: 'Outlook auf diesem Computer (MAPI)',
    exchange: 'Exchange',
    office365: 'Office 365',
    google: 'Google',
  },
  membersChoose: 'Mitglieder wählen',
  permissions: {
    calendar: 'Kalender',
    contacts: 'Kontakte',
    none: 'Keine',
    read: 'Lesen',
    'read-write': 'Lesen und schreiben',
  },
  exchange: {
    version: 'Exchange-Version',
    anyVersion: 'Nicht angegeben',
    versions: {
      '2010_SP2': '2010 SP2',
      '2013': '2013',
      '2013_SP1': '2013 SP1',
      '2016': '2016',
      '2019': '2019',
      SE: 'Subscription Edition',
    },
    url: 'EWS-URL',
  },
  options: {
    passcode: 'Jedes Meeting hat einen Kenncode',
    personalId: 'Persönliche Meeting-ID des Hosts verwenden',
    hostVideo: 'Mit dem Video des Hosts beginnen',
  },
  recordLocally: 'Auf dem Computer des Hosts',
  notSaid: 'Wie in Zoom',
  on: 'Ein',
  off: 'Aus',
  lock: {
    name: 'Sperre: {setting}',
    lock: 'Sperren',
    unlock: 'Entsperren',
    locked: 'Gesperrt',
    by: 'Gesperrt von {name}, {when}',
    willBe: 'Wird gesperrt, wenn Sie speichern',
    willNotBe: 'Wird entsperrt, wenn Sie speichern',
    byAccount: 'Für das ganze Konto gesperrt',
  },
  changed: 'Nicht gespeichert',
  faults: {
    'ews-url':
      'Schreiben Sie die ganze Adresse, etwa https://mail.example.com/EWS/Exchange.asmx, ohne Benutzernamen.',
    'mapi-locked-and-forced':
      'MAPI ist eingeschaltet und gesperrt, also kann kein anderer Dienst für alle gelten. Wählen Sie „Mitglieder wählen“, oder entsperren Sie MAPI.',
  },
  layer: {
    asAccount: 'Wie das Konto',
    own: 'Eigener Wert',
    choice: 'Was für die Gruppe gilt',
    accountHas: 'Im Konto: {value}',
  },
  lastSaved: 'Zuletzt gespeichert von {name}, {when}',
  neverSaved: 'Noch wurde nichts gespeichert: Das sind die Voreinstellungen des Produkts.',
} satisfies AdminTable<'settings', 'de'>;
