/** German: what saving would do, what others changed, and the bar of what is not saved. */
import type { AdminTable } from '../../types';

export const changes = {
  unsaved: {
    region: 'Nicht gespeicherte Änderungen',
    count_one: '{count} Änderung ist nicht gespeichert',
    count_other: '{count} Änderungen sind nicht gespeichert',
    save: 'Speichern',
    saving: 'Wird gespeichert …',
    discard: 'Verwerfen',
    asking: 'Was das bewirkt, wird ermittelt …',
    unknown: 'Was das bewirkt, lässt sich im Moment nicht sagen. Speichern können Sie trotzdem.',
  },
  said: {
    saved: 'Gespeichert.',
    discarded: 'Verworfen. Alles ist so, wie es gespeichert war.',
    'decide-first': 'Entscheiden Sie zuerst, was gilt, wo jemand anderes dasselbe geändert hat.',
    'correct-first': 'Berichtigen Sie zuerst, was markiert ist.',
    'came-in': 'Jemand anderes hat Einstellungen gespeichert. Die Seite zeigt sie.',
  },
  impact: {
    configured_one: '{count} Windows-Mitglied wird automatisch eingerichtet',
    configured_other: '{count} Windows-Mitglieder werden automatisch eingerichtet',
    losingOnMacOrMobile_one: '{count} nur am Mac oder mobil verliert die Integration',
    losingOnMacOrMobile_other: '{count} nur am Mac oder mobil verlieren die Integration',
    losing_one: '{count} weiteres Mitglied verliert die Integration',
    losing_other: '{count} weitere Mitglieder verlieren die Integration',
    gaining_one: '{count} Mitglied darf nun einen Kalender integrieren',
    gaining_other: '{count} Mitglieder dürfen nun einen Kalender integrieren',
    reconnecting_one: '{count} Mitglied muss einen anderen Dienst verbinden',
    reconnecting_other: '{count} Mitglieder müssen einen anderen Dienst verbinden',
    nobody: 'Für kein Mitglied ändert sich die Integration.',
    unseen_one:
      '{count} Mitglied wurde nie in Outlook gesehen, daher weiß niemand, was das für dieses bedeutet.',
    unseen_other:
      '{count} Mitglieder wurden nie in Outlook gesehen, daher weiß niemand, was das für sie bedeutet.',
    advice:
      '{share} Ihrer Mitglieder verwenden einen Mac oder ein Mobilgerät, was MAPI nicht unterstützt. Dann raten wir davon ab, MAPI für die Kalenderintegration zu verwenden.',
  },
  conflict: {
    title: 'Jemand anderes hat dasselbe geändert',
    by: '{name} hat „{setting}“ geändert, {when}',
    theirs: 'Andere: {value}',
    mine: 'Meine: {value}',
    keepMine: 'Meine behalten',
    takeTheirs: 'Andere übernehmen',
    keepMineOf: 'Meine behalten: {setting}',
    takeTheirsOf: 'Andere übernehmen: {setting}',
  },
  news: '{name} hat gerade gespeichert: {settings}.',
  value: {
    nothing: 'Nicht festgelegt',
    locked: '{value}, gesperrt',
    nobody: 'Niemand',
    permissions: 'Kalender: {calendar}; Kontakte: {contacts}',
    noService: 'Kein Dienst',
    joined: 'Hinzugefügt: {names}',
    left: 'Entfernt: {names}',
    more_one: '{count} weitere Person',
    more_other: '{count} weitere Personen',
  },
} satisfies AdminTable<'changes', 'de'>;
