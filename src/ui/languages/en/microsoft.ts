/** English: signing in with Microsoft, and the Microsoft account in the settings. */

export const microsoft = {
  /** Title of the window. */
  window: 'Sign in with Microsoft',
  signIn: 'Sign in with Microsoft',
  waiting: 'Waiting for Microsoft …',
  notTied:
    'This Microsoft account is not connected to a Zoom account yet. Sign in to Zoom once: from then on Microsoft is enough.',
  consentLost:
    'Zoom needs your consent again, as after every signing out. Sign in to Zoom once more: from then on Microsoft is enough again.',
  tiedByItself: 'Your Microsoft account {name} is connected. From now on it is enough to sign in.',
  settings: {
    title: 'Microsoft account',
    none: 'With your Microsoft account you sign in here without going to Zoom.',
    use: 'Use my Microsoft account to sign in',
    tied: 'You can sign in here as {name} without going to Zoom.',
    stop: 'Stop using it',
    stopping: 'One moment …',
  },
} as const;
