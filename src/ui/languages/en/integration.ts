/** English: the pane's calendar and contact integration: what holds and why, and the pages that connect a service. */

export const integration = {
  section: {
    title: 'Calendar and Contact Integration',
    connect: 'Connect to Calendar and Contact Service',
    other: 'Choose another service',
    changePermissions: 'Change permissions',
    disconnect: 'Disconnect',
    disconnecting: 'Disconnecting …',
    decidedBy: 'Decided by',
    mayChoose: 'You may choose',
    stale:
      'There is no connection at the moment. What your administrator changed meanwhile is not shown here yet.',
  },
  /** What holds, by the reason. */
  headline: {
    'integration-off': 'Calendar and contact integration is off.',
    'mapi-locked': 'The calendar is automatically integrated for your Zoom Windows application.',
    'mapi-locked-elsewhere': 'Calendar integration is for Windows only.',
    'mapi-locked-new-outlook': 'New Outlook for Windows has no calendar integration.',
    'forced-connected': '{service} is connected.',
    'forced-connect': '{service} is not connected yet.',
    'member-chose': '{service} is connected.',
    'nothing-chosen': 'No calendar and contact service is connected.',
    'force-not-allowed': 'No calendar and contact service is connected.',
    'choice-no-longer-allowed': 'The service that you had connected is no longer allowed.',
    'choice-not-here': 'The service that you connected does not work here.',
    'nothing-allowed': 'There is no service that you may connect.',
    'nothing-allowed-here': 'There is no service that you can connect here.',
  },
  /** Why it is so. */
  why: {
    'integration-off': 'Zoom does not use your calendar and contacts.',
    'mapi-locked': 'Zoom uses the Outlook on this computer (MAPI). You do not have to connect anything.',
    'mapi-locked-elsewhere':
      'Your administrator makes everybody use the Outlook on a Windows computer (MAPI).',
    'mapi-locked-new-outlook':
      'Your administrator makes everybody use the Outlook on a Windows computer (MAPI).',
    'forced-connected': 'Your administrator makes you use a specific service.',
    'forced-connect': 'Your administrator makes you use a specific service.',
    'member-chose': 'You chose this service.',
    'nothing-chosen': 'Zoom does not use your calendar and contacts until you connect one.',
    'force-not-allowed':
      'Zoom does not use your calendar and contacts until you connect one. A service was chosen for you that your account does not allow, so that you may choose yourself.',
    'choice-no-longer-allowed': 'Your administrator changed which services may be used.',
    'choice-not-here': 'You chose the Outlook on your Windows computer (MAPI), and it stays connected there.',
    'nothing-allowed': 'Your administrator allows none.',
    'nothing-allowed-here': 'Your administrator allows only the Outlook on a Windows computer (MAPI).',
  },
  /** What the place has to do with it, where it has. */
  place: {
    'windows-classic': 'Classic Outlook for Windows has MAPI.',
    'windows-new': 'New Outlook for Windows has no MAPI.',
    mac: 'A Mac has no MAPI.',
    web: 'Outlook on the web has no MAPI.',
    mobile: 'Phones and tablets have no MAPI.',
  },
  /** What to do next. */
  next: {
    'integration-off':
      'You can still put Zoom meetings on your appointments here. Ask your Zoom administrator if you want your calendar to be integrated.',
    'mapi-locked':
      'The Zoom bridge on this computer does the syncing; as long as it does not run, nothing is synced.',
    'mapi-locked-elsewhere':
      'Use classic Outlook on a Windows computer, where the calendar is integrated automatically, or ask your Zoom administrator to let you choose another service.',
    'mapi-locked-new-outlook':
      'Use classic Outlook on this computer, where the calendar is integrated automatically, or ask your Zoom administrator to let you choose another service.',
    'forced-connected': 'For another service, ask your Zoom administrator.',
    'forced-connect': 'Connect it to use it.',
    'member-chose': 'You can choose another service, or disconnect this one, at any time.',
    'nothing-chosen': 'Connect one whenever you like.',
    'force-not-allowed': 'Connect one of those that are allowed.',
    'choice-no-longer-allowed': 'Choose one of those that are allowed now.',
    'choice-not-here': 'What you choose here takes its place everywhere.',
    'nothing-allowed': 'Ask your Zoom administrator which service you can use.',
    'nothing-allowed-here':
      'Use classic Outlook on a Windows computer, or ask your Zoom administrator to allow another service.',
  },
  /** Who decided it, and who can change it. */
  who: {
    product: 'Nobody in your account has set this. Your Zoom administrator can.',
    account: 'Set by your account. Your Zoom administrator can change it.',
    accountLocked: 'Set and locked by your account. Only your Zoom administrator can change it.',
    group: 'Set for your group {group}. Your Zoom administrator can change it.',
    groupLocked: 'Set and locked for your group {group}. Only your Zoom administrator can change it.',
    member: 'You. You can change it at any time.',
    platform: 'The Outlook that you use here.',
  },
  /** A service that is made to be used, permissions that are, and both. */
  forced: {
    both: 'Your administrator makes you use a specific service and prevents you from choosing calendar/contact permissions. For more details, contact your Zoom administrator.',
    service:
      'Your administrator makes you use a specific service. For more details, contact your Zoom administrator.',
    permissions:
      'Your administrator prevents you from choosing calendar/contact permissions. For more details, contact your Zoom administrator.',
  },
  providers: {
    mapi: 'Exchange',
    exchange: 'Exchange',
    office365: 'Office 365',
    google: 'Google',
  },
  permissions: {
    calendar: 'Calendar',
    contacts: 'Contacts',
    none: 'None',
    read: 'Read',
    'read-write': 'Read and write',
  },
  /** What a connected service does, truthfully. */
  does: {
    mapi: 'It uses the Outlook on this computer (MAPI). Your choice is kept, and the Zoom bridge on this computer takes it up: it syncs Zoom and Outlook without a server in between that sees your calendar. As long as the bridge does not run, nothing is synced.',
    later: 'Your choice is kept, but this version cannot sync with {service} yet.',
    notYet: 'This version cannot connect to {service} yet.',
    noneYet: 'This version cannot connect to any of these services yet.',
  },
  disconnecting: {
    title: 'Disconnect {service}?',
    what: 'Zoom no longer syncs with it. Your appointments and Zoom meetings stay as they are, and you can connect it again.',
    whatForced:
      'Zoom no longer syncs with it until you connect it again. Your appointments and Zoom meetings stay as they are.',
  },
  news: {
    changed: 'Your administrator changed this just now.',
    connected: '{service} was connected.',
    disconnected: 'The service was disconnected.',
    permissions: 'The permissions were changed.',
    refused: 'It was not connected, because your administrator changed the settings meanwhile.',
  },
  wizard: {
    choose: 'Choose a service',
    chooseWhat: 'Where are your calendar and contacts?',
    usesOutlook: 'Uses the Outlook on this computer (MAPI).',
    notYet: 'This version cannot connect to it yet.',
    notHere: 'Your administrator does not allow this service here.',
    exchangeNotHere:
      'It cannot be chosen here. Where your account uses MAPI, Exchange works in classic Outlook for Windows only; otherwise your administrator does not allow it.',
    another: 'Your administrator makes you use another service.',
    notYetTitle: '{service} comes later',
    notYetWhat:
      'You may use {service}, but this version cannot connect to it yet. Nothing was changed. Your Zoom administrator can tell you when a newer version is there.',
    prepared: 'Your administrator has already entered for it:',
    version: 'Exchange version',
    url: 'EWS URL',
    permissions: 'Permissions for {service}',
    permissionsWhat: 'What may Zoom do with your calendar and contacts?',
    next: 'Next',
    done: 'Done',
    connecting: 'Connecting …',
  },
  versions: {
    '2010_SP2': '2010 SP2',
    '2013': '2013',
    '2013_SP1': '2013 SP1',
    '2016': '2016',
    '2019': '2019',
    SE: 'Subscription Edition',
  },
} as const;
