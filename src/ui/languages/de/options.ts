/** German: the form of meeting options. */
import type { Table } from '../types';

export const options = {
  about: {
    join: 'Wer beitreten kann',
    sound: 'Ton und Bild',
    people: 'Personen',
    more: 'Weiteres',
  },
  locked: {
    policy: 'Von Ihrem Administrator festgelegt',
    zoom: 'In Zoom für Ihr Konto festgelegt',
  },
  on: 'Ein',
  off: 'Aus',
  keep: 'Als meine übliche Auswahl speichern',
  keepHint: 'Sie gilt für neue Meetings in jedem Outlook, das Sie verwenden.',
  reset: 'Zurück zu meiner üblichen Auswahl',
  resetToDefaults: 'Zurück zu den Standardwerten',
  topic: {
    label: 'Thema',
    follows: 'Folgt dem Betreff des Termins.',
    own: 'Wieder dem Betreff folgen',
    empty: 'Zoom-Meeting',
  },
  passcode: {
    label: 'Kenncode',
    left: {
      made: 'Lassen Sie das Feld leer, dann vergibt Zoom einen.',
      unmade: 'Lassen Sie das Feld leer, dann gibt es keinen.',
      kept: 'Lassen Sie das Feld leer, dann bleibt es, wie es ist.',
      none: 'Alle, die den Link haben, können beitreten.',
    },
    none: 'Kein Kenncode',
    wrong: 'Höchstens 10 Buchstaben, Ziffern oder @ - _ *',
    always: 'Es gibt immer einen. {reason}.',
  },
  personalId: {
    label: 'Meine persönliche Meeting-ID verwenden',
    hint: 'Alle, die {id} kennen, können beitreten. Kenncode und Warteraum sind die Ihres persönlichen Meetingraums.',
  },
  waitingRoom: { label: 'Warteraum', hint: 'Sie lassen die Personen einzeln ein.' },
  joinBeforeHost: {
    label: 'Beitritt vor dem Host erlauben',
    waiting: 'Solange der Warteraum eingeschaltet ist, wird stattdessen dort gewartet.',
  },
  signedInOnly: { label: 'Nur bei Zoom angemeldete Personen' },
  hostVideo: { label: 'Mein Video beim Start einschalten' },
  participantVideo: { label: 'Video der Teilnehmer beim Start einschalten' },
  audio: {
    label: 'Audio',
    values: { telephone: 'Telefon', computer: 'Computer', both: 'Telefon und Computer' },
  },
  muteOnEntry: { label: 'Teilnehmer beim Beitritt stummschalten' },
  recording: {
    label: 'Automatisch aufzeichnen',
    values: { none: 'Nicht aufzeichnen', local: 'Auf meinem Computer', cloud: 'In der Cloud' },
  },
  alternativeHosts: {
    label: 'Alternative Hosts',
    hint: 'Personen Ihrer Organisation, die das Meeting starten dürfen.',
    placeholder: 'Name oder Adresse',
    wrong: '{address} ist keine E-Mail-Adresse.',
    remove: '{address} entfernen',
    add: '{address} hinzufügen',
    chosen: 'Ausgewählte alternative Hosts',
  },
  scheduleFor: {
    label: 'Planen für',
    myself: 'Mich selbst',
    hint: 'Das Meeting gehört dann dieser Person.',
  },
  template: { label: 'Vorlage', none: 'Keine Vorlage' },
  language: { label: 'Sprache der Einladung', follows: 'Wie Outlook ({language})' },
} satisfies Table<'options', 'de'>;
