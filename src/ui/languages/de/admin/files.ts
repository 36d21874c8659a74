/** German: settings as a file, and where the members come from. */
import type { AdminTable } from '../../types';

export const files = {
  title: 'Import und Export',
  export: {
    title: 'Exportieren',
    text: 'Alle Einstellungen des Kontos und seiner Gruppen als Datei, ohne Daten von Mitgliedern.',
    action: 'Einstellungen exportieren',
    done: 'Die Datei wurde Ihrem Browser übergeben.',
  },
  import: {
    title: 'Importieren',
    text: 'Eine Datei, die hier oder in einem anderen Konto exportiert wurde. Sie wird zuerst geprüft; nichts wird übernommen, bevor Sie es sagen.',
    choose: 'Datei wählen',
    checking: 'Die Datei wird geprüft …',
    wrong_one: '{count} Fehler in {file}. Nichts wurde übernommen.',
    wrong_other: '{count} Fehler in {file}. Nichts wurde übernommen.',
    'not-json': '{file} lässt sich nicht lesen: Es ist keine JSON-Datei. Nichts wurde übernommen.',
    'too-large': '{file} ist zu groß für eine Datei mit Einstellungen. Nichts wurde übernommen.',
    good: '{file} kann übernommen werden. Das ändert sich:',
    same: '{file} kann übernommen werden, ändert aber nichts.',
    whole: 'Die ganze Datei',
    where: 'Wo',
    what: 'Was falsch ist',
    apply: 'Datei übernehmen',
    cancel: 'Nicht übernehmen',
    done: 'Die Datei wurde übernommen.',
    checked: 'Mit der Datei ist alles in Ordnung.',
    refused: 'Die Datei kann nicht übernommen werden.',
  },
  people: {
    title: 'Mitglieder',
    sources: {
      'signed-in': 'Bekannt sind nur die, die sich hier angemeldet haben.',
      zoom: 'Mitglieder, Gruppen und Rollen kommen aus Zoom.',
      list: 'Mitglieder, Gruppen und Rollen kommen aus einer importierten Liste.',
    },
    count_one: '{count} Mitglied',
    count_other: '{count} Mitglieder',
    asOf: 'Stand {when}',
    refresh: 'Zoom erneut fragen',
    refreshHint: 'Zoom antwortet, wenn seine App die Berechtigung eines Administrators hat.',
    bring: 'Liste importieren',
    bringHint:
      'Eine JSON-Datei: „people“ mit Adresse, Name, Rolle und Gruppen aller. Wer nicht darin steht, ist kein Mitglied mehr.',
    report:
      'Mitglieder: {members}, Gruppen: {groups}, Administratoren: {admins}, nicht mehr gefunden: {removed}.',
    refused: 'Die Liste wurde nicht übernommen.',
  },
} satisfies AdminTable<'files', 'de'>;
