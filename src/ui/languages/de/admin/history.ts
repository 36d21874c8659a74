/** German: the history of changes. */
import type { AdminTable } from '../../types';

export const history = {
  title: 'Verlauf',
  text: 'Jede Änderung, die neueste zuerst. Nichts wird je daraus entfernt.',
  empty: 'Noch wurde nichts geändert.',
  list: 'Änderungen',
  line: '{name} am {when}',
  actions: {
    saved: 'Einstellungen gespeichert',
    undone: 'Änderung zurückgenommen',
    imported: 'Datei importiert',
    created: 'Gruppe angelegt',
    deleted: 'Gruppe gelöscht',
    ordered: 'Reihenfolge der Gruppen geändert',
    people: 'Liste der Mitglieder geändert',
    connected: 'Dienst verbunden',
    disconnected: 'Dienst getrennt',
  },
  scopes: { account: 'Konto', group: 'Gruppe {name}', member: 'Mitglied {name}' },
  what: {
    members: 'Mitglieder',
    name: 'Bezeichnung',
    order: 'Reihenfolge der Gruppen',
    group: 'Gruppe',
    people: 'Liste der Mitglieder',
    choice: 'Dienst',
  },
  inGroup: '{group}: {setting}',
  from: 'Von',
  to: 'Zu',
  setting: 'Einstellung',
  undo: 'Zurücknehmen',
  undoOf: 'Zurücknehmen: {what}, {when}',
  undone: 'Zurückgenommen.',
  more: 'Ältere Änderungen zeigen',
  request: 'Anfrage {id}',
} satisfies AdminTable<'history', 'de'>;
