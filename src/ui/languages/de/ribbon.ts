/** German: the ribbon’s bar above the item, which shows 150 characters at most. */
import type { Table } from '../types';

export const ribbon = {
  signingIn: 'Melden Sie sich im Fenster, das sich öffnet, bei Zoom an; dann geht es von selbst weiter.',
  adding: 'Zoom-Meeting wird hinzugefügt …',
  removing: 'Zoom-Meeting wird entfernt …',
  added: 'Ein Zoom-Meeting wurde hinzugefügt.',
  alreadyThere: 'Dieser Termin hat bereits ein Zoom-Meeting.',
  removed: 'Das Zoom-Meeting wurde entfernt.',
  removedHere: 'Das Zoom-Meeting wurde aus diesem Termin entfernt. In Zoom bleibt es bestehen.',
  removedOccurrence: 'Dieser eine Termin wurde in Zoom abgesagt. Die übrige Serie bleibt.',
  steps: {
    creating: 'Zoom erstellt das Meeting …',
    changing: 'Zoom ändert das Meeting …',
    removing: 'Zoom entfernt das Meeting …',
    writing: 'Der Termin wird geschrieben …',
  },
  halfDone:
    'Das Meeting ist noch nicht ganz im Termin: Outlook konnte {action}. Wählen Sie noch einmal „Zoom-Meeting hinzufügen“.',
  notes: {
    'unknown-time-zone': 'Zoom kennt Ihre Zeitzone nicht und zeigt die Zeit in UTC an.',
    'longer-than-a-day': 'Zoom-Meetings dauern höchstens einen Tag.',
    'topic-shortened': 'Sein Thema wurde gekürzt.',
    'join-changed': 'Kenncode oder Link wurde in Zoom geändert und ist jetzt eingetragen.',
    'location-full': 'Im Ort war kein Platz für den Link.',
    'start-in-the-past': 'Der Termin hat bereits begonnen.',
    'series-yearly': 'Es hat keine feste Zeit: Zoom kennt keine jährlichen Serien.',
    'series-endless': 'Es hat keine feste Zeit: Zoom kennt keine Serien ohne Ende.',
    'series-too-many': 'Es hat keine feste Zeit: Zoom nimmt höchstens 50 Termine an.',
    'series-too-wide': 'Es hat keine feste Zeit: Der Abstand ist zu lang für Zoom.',
    'series-pattern': 'Es hat keine feste Zeit: Zoom kennt das Serienmuster nicht.',
    'series-short-months': 'Es hat keine feste Zeit: Nicht jeder Monat hat diesen Tag.',
    'occurrence-options-kept': 'Die Optionen der Serie sind geblieben, wie sie waren.',
    'series-exceptions-dropped': 'Zoom hat die Änderungen an einzelnen Terminen verworfen.',
    'series-times-kept': 'Die Zeiten der Serie sind geblieben, wie sie waren.',
    'recurrence-unknown': 'Nur für diese Zeit: Outlook gibt nicht an, ob sich der Termin wiederholt.',
    'invitation-left':
      'Wegen der Bilder bleibt die Einladung mit totem Link im Text: Löschen Sie sie von Hand.',
    'invitation-left-here': 'Die Einladung steht noch im Text: Löschen Sie sie von Hand.',
    'invitation-on-top': 'Die neue Einladung steht oben. Löschen Sie die ältere von Hand (Bilder).',
  },
} satisfies Table<'ribbon', 'de'>;
