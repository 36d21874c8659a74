/** German: the pane's calendar and contact integration. */
import type { IntegrationTable } from '../types';

export const integration = {
  section: {
    title: 'Kalender- und Kontaktintegration',
    connect: 'Mit Kalender- und Kontaktdienst verbinden',
    other: 'Anderen Dienst wählen',
    changePermissions: 'Berechtigungen ändern',
    disconnect: 'Trennen',
    disconnecting: 'Wird getrennt …',
    decidedBy: 'Entschieden von',
    mayChoose: 'Zur Auswahl',
    stale:
      'Zurzeit besteht keine Verbindung. Was Ihr Administrator inzwischen geändert hat, ist hier noch nicht zu sehen.',
  },
  headline: {
    'integration-off': 'Die Kalender- und Kontaktintegration ist ausgeschaltet.',
    'mapi-locked': 'Der Kalender ist für Ihre Zoom-Anwendung unter Windows automatisch integriert.',
    'mapi-locked-elsewhere': 'Die Kalenderintegration gibt es nur unter Windows.',
    'mapi-locked-new-outlook': 'Im neuen Outlook für Windows gibt es keine Kalenderintegration.',
    'forced-connected': '{service} ist verbunden.',
    'forced-connect': '{service} ist noch nicht verbunden.',
    'member-chose': '{service} ist verbunden.',
    'nothing-chosen': 'Es ist kein Kalender- und Kontaktdienst verbunden.',
    'force-not-allowed': 'Es ist kein Kalender- und Kontaktdienst verbunden.',
    'choice-no-longer-allowed': 'Der Dienst, den Sie verbunden hatten, ist nicht mehr erlaubt.',
    'choice-not-here': 'Der Dienst, den Sie verbunden haben, funktioniert hier nicht.',
    'nothing-allowed': 'Es gibt keinen Dienst, den Sie verbinden dürfen.',
    'nothing-allowed-here': 'Es gibt keinen Dienst, den Sie hier verbinden können.',
  },
  why: {
    'integration-off': 'Zoom verwendet Ihren Kalender und Ihre Kontakte nicht.',
    'mapi-locked': 'Zoom verwendet Outlook auf diesem Computer (MAPI). Sie müssen nichts verbinden.',
    'mapi-locked-elsewhere':
      'Ihr Administrator gibt allen vor, Outlook auf einem Windows-Computer zu verwenden (MAPI).',
    'mapi-locked-new-outlook':
      'Ihr Administrator gibt allen vor, Outlook auf einem Windows-Computer zu verwenden (MAPI).',
    'forced-connected': 'Ihr Administrator gibt Ihnen einen bestimmten Dienst vor.',
    'forced-connect': 'Ihr Administrator gibt Ihnen einen bestimmten Dienst vor.',
    'member-chose': 'Sie haben diesen Dienst gewählt.',
    'nothing-chosen': 'Zoom verwendet Ihren Kalender und Ihre Kontakte erst, wenn Sie einen verbinden.',
    'force-not-allowed':
      'Zoom verwendet Ihren Kalender und Ihre Kontakte erst, wenn Sie einen verbinden. Für Sie wurde ein Dienst vorgegeben, den Ihr Konto nicht erlaubt; deshalb wählen Sie selbst.',
    'choice-no-longer-allowed': 'Ihr Administrator hat geändert, welche Dienste verwendet werden dürfen.',
    'choice-not-here':
      'Sie haben Outlook auf Ihrem Windows-Computer gewählt (MAPI), und dort bleibt es verbunden.',
    'nothing-allowed': 'Ihr Administrator erlaubt keinen.',
    'nothing-allowed-here': 'Ihr Administrator erlaubt nur Outlook auf einem Windows-Computer (MAPI).',
  },
  place: {
    'windows-classic': 'Das klassische Outlook für Windows hat MAPI.',
    'windows-new': 'Das neue Outlook für Windows hat kein MAPI.',
    mac: 'Auf dem Mac gibt es kein MAPI.',
    web: 'Outlook im Web hat kein MAPI.',
    mobile: 'Auf Smartphones und Tablets gibt es kein MAPI.',
  },
  next: {
    'integration-off':
      'Zoom-Meetings können Sie Ihren Terminen hier trotzdem hinzufügen. Fragen Sie Ihren Zoom-Administrator, wenn Ihr Kalender integriert werden soll.',
    'mapi-locked':
      'Die Zoom-Bridge auf diesem Computer gleicht ab; solange sie nicht läuft, wird nichts abgeglichen.',
    'mapi-locked-elsewhere':
      'Verwenden Sie das klassische Outlook auf einem Windows-Computer, wo der Kalender automatisch integriert ist, oder bitten Sie Ihren Zoom-Administrator, Sie einen anderen Dienst wählen zu lassen.',
    'mapi-locked-new-outlook':
      'Verwenden Sie auf diesem Computer das klassische Outlook, wo der Kalender automatisch integriert ist, oder bitten Sie Ihren Zoom-Administrator, Sie einen anderen Dienst wählen zu lassen.',
    'forced-connected': 'Wenn Sie einen anderen Dienst brauchen, fragen Sie Ihren Zoom-Administrator.',
    'forced-connect': 'Verbinden Sie ihn, um ihn zu verwenden.',
    'member-chose': 'Sie können jederzeit einen anderen Dienst wählen oder diesen trennen.',
    'nothing-chosen': 'Sie können jederzeit einen verbinden.',
    'force-not-allowed': 'Verbinden Sie einen von denen, die erlaubt sind.',
    'choice-no-longer-allowed': 'Wählen Sie einen von denen, die jetzt erlaubt sind.',
    'choice-not-here': 'Was Sie hier wählen, tritt überall an seine Stelle.',
    'nothing-allowed': 'Fragen Sie Ihren Zoom-Administrator, welchen Dienst Sie verwenden können.',
    'nothing-allowed-here':
      'Verwenden Sie das klassische Outlook auf einem Windows-Computer, oder bitten Sie Ihren Zoom-Administrator, einen anderen Dienst zu erlauben.',
  },
  who: {
    product: 'Niemand in Ihrem Konto hat das festgelegt. Ihr Zoom-Administrator kann es.',
    account: 'Von Ihrem Konto festgelegt. Ihr Zoom-Administrator kann es ändern.',
    accountLocked: 'Von Ihrem Konto festgelegt und gesperrt. Nur Ihr Zoom-Administrator kann es ändern.',
    group: 'Für Ihre Gruppe {group} festgelegt. Ihr Zoom-Administrator kann es ändern.',
    groupLocked:
      'Für Ihre Gruppe {group} festgelegt und gesperrt. Nur Ihr Zoom-Administrator kann es ändern.',
    member: 'Ihnen. Sie können es jederzeit ändern.',
    platform: 'Dem Outlook, das Sie hier verwenden.',
  },
  forced: {
    both: 'Ihr Administrator gibt Ihnen einen bestimmten Dienst vor und lässt Sie die Berechtigungen für Kalender und Kontakte nicht wählen. Näheres erfahren Sie von Ihrem Zoom-Administrator.',
    service:
      'Ihr Administrator gibt Ihnen einen bestimmten Dienst vor. Näheres erfahren Sie von Ihrem Zoom-Administrator.',
    permissions:
      'Ihr Administrator lässt Sie die Berechtigungen für Kalender und Kontakte nicht wählen. Näheres erfahren Sie von Ihrem Zoom-Administrator.',
  },
  providers: {
    mapi: 'Exchange',
    exchange: 'Exchange',
    office365: 'Office 365',
    google: 'Google',
  },
  permissions: {
    calendar: 'Kalender',
    contacts: 'Kontakte',
    none: 'Keine',
    read: 'Lesen',
    'read-write': 'Lesen und schreiben',
  },
  does: {
    mapi: 'Verwendet wird Outlook auf diesem Computer (MAPI). Ihre Wahl ist gespeichert, und die Zoom-Bridge auf diesem Computer übernimmt sie: Sie gleicht Zoom und Outlook ab, ohne dass ein Server dazwischen Ihren Kalender sieht. Solange die Bridge nicht läuft, wird nichts abgeglichen.',
    later: 'Ihre Wahl ist gespeichert, aber diese Version kann mit {service} noch nicht abgleichen.',
    notYet: 'Diese Version kann sich mit {service} noch nicht verbinden.',
    noneYet: 'Diese Version kann sich noch mit keinem dieser Dienste verbinden.',
  },
  disconnecting: {
    title: '{service} trennen?',
    what: 'Zoom gleicht dann nicht mehr damit ab. Ihre Termine und Zoom-Meetings bleiben, wie sie sind, und Sie können den Dienst wieder verbinden.',
    whatForced:
      'Zoom gleicht dann nicht mehr damit ab, bis Sie den Dienst wieder verbinden. Ihre Termine und Zoom-Meetings bleiben, wie sie sind.',
  },
  news: {
    changed: 'Ihr Administrator hat das gerade geändert.',
    connected: '{service} wurde verbunden.',
    disconnected: 'Der Dienst wurde getrennt.',
    permissions: 'Die Berechtigungen wurden geändert.',
    refused: 'Es wurde nichts verbunden, weil Ihr Administrator die Einstellungen inzwischen geändert hat.',
  },
  wizard: {
    choose: 'Dienst wählen',
    chooseWhat: 'Wo sind Ihr Kalender und Ihre Kontakte?',
    usesOutlook: 'Verwendet Outlook auf diesem Computer (MAPI).',
    notYet: 'Diese Version kann sich noch nicht damit verbinden.',
    notHere: 'Ihr Administrator erlaubt diesen Dienst hier nicht.',
    exchangeNotHere:
      'Kann hier nicht gewählt werden. Wo Ihr Konto MAPI verwendet, gibt es Exchange nur im klassischen Outlook für Windows; sonst erlaubt es Ihr Administrator nicht.',
    another: 'Ihr Administrator gibt Ihnen einen anderen Dienst vor.',
    notYetTitle: '{service} kommt später',
    notYetWhat:
      'Sie dürfen {service} verwenden, aber diese Version kann sich noch nicht damit verbinden. Es wurde nichts geändert. Ihr Zoom-Administrator kann Ihnen sagen, wann es eine neuere Version gibt.',
    prepared: 'Ihr Administrator hat dafür schon eingetragen:',
    version: 'Exchange-Version',
    url: 'EWS-URL',
    permissions: 'Berechtigungen für {service}',
    permissionsWhat: 'Was darf Zoom mit Ihrem Kalender und Ihren Kontakten tun?',
    next: 'Weiter',
    done: 'Fertig',
    connecting: 'Wird verbunden …',
  },
  versions: {
    '2010_SP2': '2010 SP2',
    '2013': '2013',
    '2013_SP1': '2013 SP1',
    '2016': '2016',
    '2019': '2019',
    SE: 'Subscription Edition',
  },
} satisfies IntegrationTable<'de'>;
