/** German: the effective policy of a member. */
import type { AdminTable } from '../../types';

export const effective = {
  title: 'Als Mitglied ansehen',
  text: 'Was für ein Mitglied an einem Ort gilt, wer es entschieden hat und warum.',
  who: 'Mitglied wählen',
  see: 'Ansehen als',
  where: 'Wo es ist',
  platforms: {
    'windows-classic': 'Klassisches Outlook für Windows',
    'windows-new': 'Neues Outlook für Windows',
    mac: 'Am Mac',
    web: 'Webbrowser',
    mobile: 'Mobil',
  },
  seenOn: 'Gesehen auf: {platforms}',
  neverSeen: 'Nie in Outlook gesehen',
  inGroups: 'In den Gruppen: {groups}',
  holds: 'Was für {name} gilt',
  service: 'Kalender- und Kontaktdienst',
  states: {
    automatic: 'Der Kalender ist für die Zoom-Anwendung unter Windows automatisch integriert.',
    connected: '{service} ist verbunden.',
    connect: '{service} muss vom Mitglied verbunden werden.',
    choose: 'Das Mitglied darf wählen: {services}.',
    none: 'Keine Integration.',
  },
  reasons: {
    'integration-off': 'Die Integration von Kalender und Kontakten ist ausgeschaltet.',
    'mapi-locked': 'MAPI ist eingeschaltet und gesperrt.',
    'mapi-locked-elsewhere': 'MAPI ist eingeschaltet und gesperrt, und MAPI gibt es nur unter Windows.',
    'mapi-locked-new-outlook':
      'MAPI ist eingeschaltet und gesperrt, und das neue Outlook für Windows hat kein MAPI: Das klassische Outlook hat es.',
    'provider-forced': 'Dieser Dienst wurde für alle gewählt.',
    'member-chose': 'Das Mitglied hat ihn verbunden.',
    'nothing-chosen': 'Das Mitglied hat noch nichts verbunden.',
    'force-not-allowed':
      'Für alle wurde ein Dienst gewählt, der nicht zu denen gehört, die erlaubt und gesperrt sind; deshalb gilt das nicht. Das Mitglied hat noch nichts verbunden.',
    'choice-no-longer-allowed': 'Was das Mitglied verbunden hatte, ist nicht mehr erlaubt.',
    'choice-not-here': 'Was das Mitglied verbunden hat, funktioniert hier nicht.',
    'nothing-allowed': 'Kein Dienst ist erlaubt.',
    'nothing-allowed-here': 'Keiner der erlaubten Dienste funktioniert hier.',
  },
  levels: {
    product: 'Voreinstellung des Produkts',
    account: 'Vom Konto festgelegt',
    group: 'Von der Gruppe {group} festgelegt',
    member: 'Vom Mitglied gewählt',
    platform: 'Aus dem, was dieser Ort kann',
  },
  lockedLevels: {
    account: 'Vom Konto festgelegt und gesperrt',
    group: 'Von der Gruppe {group} festgelegt und gesperrt',
  },
  nobodyChosen: 'Wählen Sie ein Mitglied, um zu sehen, was für es gilt.',
  meetingNothing: 'Nichts: Es gelten die Zoom-Einstellungen des Mitglieds.',
} satisfies AdminTable<'effective', 'de'>;
