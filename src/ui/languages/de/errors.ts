/** German: errors, and what Outlook could not do. */
import type { ErrorWords, HostActionWords } from '../types';

export const errors = {
  'end-before-start':
    'Der Termin endet, bevor er beginnt. Korrigieren Sie die Zeiten und versuchen Sie es dann erneut.',
  'appointment-over':
    'Dieser Termin ist bereits vorbei. Wählen Sie eine Zeit in der Zukunft und versuchen Sie es dann erneut.',
  'body-too-long':
    'Der Text dieses Termins ist zu lang, um auch die Einladung aufzunehmen. Kürzen Sie ihn um etwa {excess} Zeichen und versuchen Sie es dann erneut.',
  'no-meeting': 'In diesem Termin gibt es kein Zoom-Meeting.',
  'occurrence-gone':
    'Diesen Termin der Serie gibt es in Zoom nicht: Er wurde dort abgesagt oder die Serie geändert. Öffnen Sie die Serie und wählen Sie „Aktualisieren“.',
  'occurrence-moved':
    'Outlook gibt nicht an, welcher Termin der Serie hierher verschoben wurde. Wählen Sie ihn im Zoom-Bereich unter „Einstellungen“ aus.',
  'occurrence-only': 'Dies ist ein einzelner Termin einer Serie. Öffnen Sie dafür bitte die ganze Serie.',
  'meeting-without-time':
    'Dieses Meeting hat in Zoom keine feste Zeit, ein Termin aber immer. Wählen Sie „Aktualisieren“, um ihm die Zeit dieses Termins zu geben.',
  'alternative-host-refused':
    'Zoom lehnt diese alternativen Hosts ab: {people}. Nötig ist ein lizenziertes Zoom-Konto in Ihrer Organisation. Entfernen Sie sie und versuchen Sie es erneut.',
  'schedule-for-refused':
    'Sie dürfen nicht für {person} planen. Bitten Sie darum, Ihnen in den Zoom-Einstellungen die Planungsberechtigung zu geben.',
  'option-locked':
    'Ihr Administrator hat diese Option gesperrt: {option}. Lassen Sie sie unverändert oder bitten Sie ihn, sie freizugeben.',
  'meeting-of-another':
    'Dieses Meeting lässt sich hier nicht ändern: Es gehört jemand anderem, oder Zoom hat es nicht mehr. Fragen Sie den Host.',
  'shared-meeting':
    'Dieser Termin ist eine Kopie. Erstellen Sie im Zoom-Bereich unter „Einstellungen“ ein eigenes Meeting oder nutzen Sie dieses bewusst gemeinsam.',
  'perhaps-copy':
    'Dieser Termin wurde verschoben oder ist eine Kopie mit fremdem Meeting. Entfernen Sie es im Zoom-Bereich unter „Einstellungen“.',
  'signed-out': 'Melden Sie sich bei Zoom an, um fortzufahren.',
  'session-expired':
    'Ihre Sitzung ist abgelaufen. Melden Sie sich erneut bei Zoom an; es geht nichts verloren.',
  'sign-in-cancelled':
    'Die Anmeldung wurde nicht abgeschlossen. Versuchen Sie es erneut, wenn Sie so weit sind.',
  'sign-in-refused':
    'Zoom hat diese Anmeldung nicht zugelassen: {reason}. Fragen Sie Ihren Zoom-Administrator, ob die App genehmigt ist.',
  'sign-in-expired': 'Diese Anmeldung hat zu lange gedauert. Beginnen Sie von vorn.',
  'popup-blocked':
    'Der Browser hat das Anmeldefenster blockiert. Erlauben Sie Pop-ups für diese Seite oder melden Sie sich im Zoom-Bereich unter „Einstellungen“ an.',
  'zoom-consent-lost': 'Zoom hat diese Anmeldung widerrufen. Melden Sie sich erneut bei Zoom an.',
  'microsoft-off': 'Die Anmeldung mit Microsoft ist hier nicht eingerichtet. Melden Sie sich bei Zoom an.',
  'microsoft-refused':
    'Ihre Anmeldung mit Microsoft wurde nicht angenommen. Melden Sie sich erneut mit Microsoft an; wenn es so bleibt, melden Sie sich bei Zoom an.',
  'microsoft-elsewhere':
    'Dieses Microsoft-Konto gehört zu einer Organisation, die hier nicht eingerichtet ist. Wählen Sie Ihr Geschäftskonto oder melden Sie sich bei Zoom an.',
  'microsoft-unreachable':
    'Microsoft antwortet zurzeit nicht. Versuchen Sie es erneut oder melden Sie sich bei Zoom an.',
  'microsoft-not-tied':
    'Dieses Microsoft-Konto ist noch mit keinem Zoom-Konto verbunden. Melden Sie sich einmal bei Zoom an und verbinden Sie es dann in den Einstellungen.',
  'microsoft-taken':
    'Dieses Microsoft-Konto ist schon mit einem anderen Zoom-Konto verbunden. Trennen Sie es zuerst dort oder wählen Sie ein anderes Microsoft-Konto.',
  'microsoft-cancelled':
    'Die Anmeldung mit Microsoft wurde nicht abgeschlossen. Versuchen Sie es erneut, wenn Sie so weit sind.',
  'microsoft-not-allowed':
    'Microsoft hat diese Anmeldung nicht zugelassen: {reason}. Fragen Sie Ihren Microsoft-Administrator, ob die App genehmigt ist.',
  'meeting-gone': 'Dieses Meeting gibt es in Zoom nicht mehr.',
  'zoom-refused': 'Zoom hat das nicht angenommen: {reason}',
  'zoom-forbidden': 'Zoom erlaubt das für Ihr Konto nicht: {reason}',
  'zoom-busy': 'Zoom begrenzt zurzeit die Anfragen. Warten Sie {seconds} s und versuchen Sie es dann erneut.',
  'zoom-daily-limit': 'Das Tageslimit von Zoom ist aufgebraucht: {reason}',
  'zoom-unavailable': 'Zoom antwortet zurzeit nicht. Es wurde nichts geändert; versuchen Sie es erneut.',
  'zoom-outcome-unknown':
    'Zoom hat nicht gemeldet, ob der Vorgang abgeschlossen ist. Versuchen Sie es erneut: Ein zweites Meeting entsteht dabei nicht.',
  offline:
    'Es gibt keine Verbindung zum Zoom-Dienst für Outlook. Prüfen Sie Ihr Netzwerk und versuchen Sie es dann erneut.',
  'backend-unavailable': 'Der Zoom-Dienst für Outlook antwortet zurzeit nicht. Versuchen Sie es erneut.',
  'invalid-request': 'Die Anfrage wurde nicht verstanden: {reason}',
  'not-found': 'Unter dieser Adresse gibt es nichts.',
  'too-many-requests': 'Zu viele Anfragen. Warten Sie {seconds} s und versuchen Sie es dann erneut.',
  internal:
    'Bei uns ist etwas schiefgegangen. Versuchen Sie es erneut; wenn es so bleibt, nennen Sie Ihrem Administrator diese Nummer: {requestId}.',
  'admin-only':
    'Das darf nur ein Administrator oder der Inhaber Ihres Zoom-Kontos. Wenden Sie sich an einen von ihnen.',
  'own-role-lost':
    'Nichts wurde geändert: Danach wären Sie kein Administrator mehr. Führen Sie sich in der Liste als Administrator auf, oder lassen Sie es jemanden tun, der in Zoom Inhaber oder Administrator ist.',
  'changed-meanwhile':
    'Jemand anderes hat inzwischen andere Einstellungen gespeichert. Sehen Sie sich die Änderungen an und speichern Sie dann erneut.',
  'version-missing':
    'Es wurde nichts geändert: Die Anfrage nennt nicht die Version, die sie ändert (If-Match). Laden Sie die Seite neu und wiederholen Sie die Änderung.',
  'changed-since':
    'Das lässt sich nicht rückgängig machen: {settings} wurde danach erneut geändert. Ändern Sie die Einstellung selbst.',
  'not-undoable':
    'Dieser Schritt lässt sich nicht rückgängig machen. Was ein Mitglied verbunden hat, ändert es selbst; Personen kommen aus Zoom oder aus einer Liste: Korrigieren Sie sie dort und holen Sie sie dann erneut.',
  'file-refused': 'Die Datei wurde nicht übernommen: {reason}',
  'choice-refused':
    'Dieser Dienst kann hier nicht verbunden werden. Welche Dienste erlaubt sind, entscheidet Ihr Administrator.',
  'too-many-groups':
    'Ein Konto kann höchstens {most} Gruppen haben. Löschen Sie eine, die nicht mehr gebraucht wird, und versuchen Sie es dann erneut.',
  'group-exists': 'Eine Gruppe mit diesem Namen gibt es schon: {name}. Wählen Sie einen anderen Namen.',
  'group-from-elsewhere':
    'Die Mitglieder dieser Gruppe kommen aus Zoom oder aus einer Personenliste. Ändern Sie sie dort und holen Sie die Personen dann erneut.',
  'journal-in-use':
    'Ein anderes Programm auf diesem Computer synchronisiert Zoom bereits mit Ihrem Kalender. Beenden Sie es und versuchen Sie es dann erneut.',
  'journal-newer':
    'Der Stand der Synchronisierung stammt von einer neueren Programmversion. Installieren Sie die neueste Version und versuchen Sie es dann erneut.',
  'journal-full':
    'Kein Speicherplatz mehr frei: Die Synchronisierung wurde angehalten, verloren ist nichts. Schaffen Sie Platz und versuchen Sie es dann erneut.',
  'journal-damaged':
    'Der Stand der Synchronisierung ist beschädigt. Starten Sie sie erneut: Er wird aus Zoom und Ihrem Kalender neu aufgebaut; dort geht nichts verloren.',
  'journal-unusable':
    'Der Stand der Synchronisierung lässt sich nicht öffnen: {reason}. Prüfen Sie Ihre Schreibrechte im Ordner und versuchen Sie es dann erneut.',
  'host-call-failed': 'Outlook konnte {action}. Es wurde nichts geändert; versuchen Sie es erneut.',
  'calendar-refused':
    'In diesem Kalender lässt Outlook Add-Ins nichts an Terminen speichern, wahrscheinlich weil er jemand anderem gehört. Es wurde nichts geändert. Erstellen Sie den Termin in Ihrem eigenen Kalender oder bitten Sie den Besitzer des Kalenders, das Meeting hinzuzufügen.',
  'host-unsupported': 'Diese Version von Outlook kann das nicht: {reason}',
  'half-done':
    'Das Meeting ist noch nicht ganz im Termin: Outlook konnte {action}. Wählen Sie „Reparieren“, um es abzuschließen.',
  'half-updated':
    'Das Meeting ist in Zoom geändert, aber Outlook konnte {action}. Wählen Sie noch einmal „Aktualisieren“.',
  'half-followed':
    'Der Termin hat nur einen Teil aus Zoom übernommen: Outlook konnte {action}. Versuchen Sie es noch einmal.',
  'half-removed':
    'Das Meeting ist noch nicht ganz entfernt: Outlook konnte {action}. Wählen Sie noch einmal „Entfernen“.',
} satisfies ErrorWords;

// They follow „Outlook konnte“, so each says „nicht“ where German wants it.
export const hostActions = {
  'read the subject of the appointment': 'den Betreff des Termins nicht lesen',
  'read the times of the appointment': 'die Zeiten des Termins nicht lesen',
  'read the location of the appointment': 'den Ort des Termins nicht lesen',
  'read the text of the appointment': 'den Text des Termins nicht lesen',
  'read how the appointment repeats': 'nicht lesen, wie sich der Termin wiederholt',
  'read who is invited': 'nicht lesen, wer eingeladen ist',
  'read what the add-in keeps on the appointment': 'Angaben des Add-Ins nicht aus dem Termin lesen',
  'write the subject of the appointment': 'den Betreff des Termins nicht schreiben',
  'write the times of the appointment': 'die Zeiten des Termins nicht schreiben',
  'write the location of the appointment': 'den Ort des Termins nicht schreiben',
  'write the text of the appointment': 'den Text des Termins nicht schreiben',
  'write how the appointment repeats': 'nicht schreiben, wie sich der Termin wiederholt',
  'save what the add-in keeps on the appointment': 'Angaben des Add-Ins nicht im Termin speichern',
  'tell the id of the appointment': 'die Kennung des Termins nicht nennen',
  'tell when times change': 'nicht melden, wann sich Zeiten ändern',
  'tell when another item is chosen': 'nicht melden, wann ein anderes Element gewählt wird',
  'show a message on the appointment': 'keine Meldung im Termin anzeigen',
  'take a message off the appointment': 'eine Meldung nicht vom Termin nehmen',
  'open the sign-in window': 'das Anmeldefenster nicht öffnen',
  'let one window finish first': 'nicht auf ein anderes Fenster warten',
  'change the appointment': 'den Termin nicht ändern',
} satisfies HostActionWords;
