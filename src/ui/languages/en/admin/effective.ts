/** English: the effective policy of a member, with its reasons and levels in a person’s words. */

export const effective = {
  title: 'See as a member',
  text: 'What holds for one member in one place, who decided it, and why.',
  who: 'Choose a member',
  see: 'See as',
  where: 'Where they are',
  platforms: {
    'windows-classic': 'Classic Outlook for Windows',
    'windows-new': 'New Outlook for Windows',
    mac: 'Mac',
    web: 'Web browser',
    mobile: 'Mobile',
  },
  seenOn: 'Seen on: {platforms}',
  neverSeen: 'Never seen in Outlook',
  inGroups: 'In the groups: {groups}',
  holds: 'What holds for {name}',
  service: 'Calendar and contacts service',
  states: {
    automatic: 'The calendar is automatically integrated for the Zoom Windows application.',
    connected: '{service} is connected.',
    connect: '{service} has to be connected by the member.',
    choose: 'The member may choose: {services}.',
    none: 'No integration.',
  },
  reasons: {
    'integration-off': 'Calendar and contacts integration is off.',
    'mapi-locked': 'MAPI is on and locked.',
    'mapi-locked-elsewhere': 'MAPI is on and locked, and MAPI is for Windows only.',
    'mapi-locked-new-outlook':
      'MAPI is on and locked, and new Outlook for Windows has no MAPI: classic Outlook has.',
    'provider-forced': 'This service was chosen for everybody.',
    'member-chose': 'The member connected it.',
    'nothing-chosen': 'The member has connected nothing yet.',
    'force-not-allowed':
      'A service was chosen for everybody that is not among those that are allowed and locked, so this does not count. The member has connected nothing yet.',
    'choice-no-longer-allowed': 'What the member had connected is no longer allowed.',
    'choice-not-here': 'What the member has connected does not work here.',
    'nothing-allowed': 'No service is allowed.',
    'nothing-allowed-here': 'None of the allowed services works here.',
  },
  levels: {
    product: 'The product’s own setting',
    account: 'Set by the account',
    group: 'Set by the group {group}',
    member: 'Chosen by the member',
    platform: 'From what this place can do',
  },
  lockedLevels: {
    account: 'Set and locked by the account',
    group: 'Set and locked by the group {group}',
  },
  nobodyChosen: 'Choose a member to see what holds for them.',
  meetingNothing: 'Nothing: the member’s Zoom settings hold.',
} as const;
