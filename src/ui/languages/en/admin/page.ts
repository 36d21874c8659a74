/** English: the frame of the account settings page, and its screens before the settings are there. */

export const page = {
  title: 'Account settings',
  places: {
    management: 'Account Management',
    settings: 'Account Settings',
    meeting: 'Meeting',
    groups: 'Groups',
    'see-as': 'See as a member',
    people: 'Members',
    history: 'History',
    files: 'Import and export',
  },
  trail: 'Where you are',
  navigation: 'Account settings',
  skip: 'Skip to the content',
  loading: 'Loading …',
  signIn: {
    title: 'Sign in as an administrator',
    text: 'Here an administrator or the owner of a Zoom account decides which calendar and contacts service its members use.',
    action: 'Sign in with Zoom',
    expired: 'Your session has ended. Sign in again; what you did not save comes back.',
    out: 'You are signed out.',
  },
  signOut: 'Sign out',
  notAdmin: {
    title: 'Only for administrators',
    text: 'You are signed in as {name}, who is not an administrator of this Zoom account. Ask an administrator or the owner, or sign in as somebody else.',
    other: 'Sign in as somebody else',
  },
  offline: {
    title: 'No connection',
    text: 'The settings appear as soon as there is a connection again.',
    bar: 'There is no connection at the moment. What you change stays here until you save it.',
  },
  failed: 'This did not work',
  retry: 'Try again',
  close: 'Close',
  back: 'Back to all groups',
  roles: { member: 'Member', admin: 'Administrator', owner: 'Owner' },
  live: { on: 'Changes of others appear by themselves.', off: 'Changes of others appear when you reload.' },
  unknownPerson: 'Somebody',
} as const;
