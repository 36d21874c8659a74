/** German: what is said beside a meeting that was made or changed. */
import type { Table } from '../types';

export const notes = {
  'unknown-time-zone':
    'Outlook hat eine Zeitzone genannt, die Zoom nicht kennt. Das Meeting beginnt zum richtigen Zeitpunkt, Zoom zeigt ihn aber in UTC an.',
  'longer-than-a-day': 'Zoom-Meetings dauern höchstens einen Tag; dieses wurde auf 24 Stunden festgelegt.',
  'topic-shortened': 'Der Betreff ist länger als die 200 Zeichen, die Zoom annimmt; das Thema wurde gekürzt.',
  'join-changed':
    'Kenncode oder Beitrittslink wurde in Zoom geändert. Einladung und Ort haben jetzt den neuen Stand.',
  'location-full': 'Im Ort ist kein Platz mehr für den Link. Er steht in der Einladung.',
  'already-there': 'Dieser Termin hat bereits ein Zoom-Meeting.',
  'start-in-the-past': 'Dieser Termin hat bereits begonnen.',
  'series-yearly': 'Zoom kennt keine jährlichen Serien, deshalb hat dieses Meeting keine feste Zeit.',
  'series-endless': 'Zoom kennt keine Serien ohne Ende, deshalb hat dieses Meeting keine feste Zeit.',
  'series-too-many': 'Zoom nimmt höchstens 50 Termine an, deshalb hat dieses Meeting keine feste Zeit.',
  'series-too-wide': 'Zoom nimmt so lange Abstände nicht an, deshalb hat dieses Meeting keine feste Zeit.',
  'series-pattern': 'Zoom kennt dieses Serienmuster nicht, deshalb hat dieses Meeting keine feste Zeit.',
  'series-short-months':
    'Nicht jeder Monat hat diesen Tag und Zoom würde einige auslassen, deshalb hat dieses Meeting keine feste Zeit.',
  'occurrence-options-kept': 'Optionen gelten für die ganze Serie und sind geblieben, wie sie waren.',
  'series-exceptions-dropped':
    'Zoom hat die Änderungen an einzelnen Terminen verworfen. Öffnen Sie diese Termine und wählen Sie „Aktualisieren“, um sie wiederherzustellen.',
  'series-times-kept':
    'Diese Outlook-Version gibt nicht an, wie sich der Termin wiederholt; daher sind die Zeiten der Serie in Zoom geblieben, wie sie waren.',
  'recurrence-unknown':
    'Diese Outlook-Version gibt nicht an, ob sich der Termin wiederholt. Das Meeting gilt nur für die angezeigte Zeit.',
  'invitation-left':
    'Die Einladung und ihr Link stehen noch im Text, weil beim Neuschreiben des Textes seine Bilder verloren gehen könnten. Der Link funktioniert nicht mehr: Löschen Sie die Einladung von Hand.',
  'invitation-left-here':
    'Die Einladung und ihr Link stehen noch im Text, weil beim Neuschreiben des Textes seine Bilder verloren gehen könnten. Löschen Sie die Einladung von Hand, wenn sie hier niemand benutzen soll.',
  'invitation-on-top':
    'Eine neue Einladung steht oben im Text. Die ältere weiter unten ist überholt: Löschen Sie sie von Hand. Sie wurde nicht ersetzt, weil beim Neuschreiben des Textes seine Bilder verloren gehen könnten.',
} satisfies Table<'notes', 'de'>;
