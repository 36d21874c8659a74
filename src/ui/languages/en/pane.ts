/** English: the pane itself: signing in, what every screen has, what this Outlook cannot do, settings. */

export const pane = {
  product: 'Zoom meetings',
  loading: 'Looking at this appointment',
  outside: 'This page belongs in Outlook. Open it from the ribbon of an appointment.',
  /** The sign-in window, before and after Zoom's pages. */
  dialog: {
    title: 'Sign in to Zoom',
    done: 'Done. You can close this window.',
    outside: 'Go back to Outlook and sign in from there.',
  },
  signedOut: {
    title: 'Zoom meetings in Outlook',
    what: 'Put a Zoom meeting on this appointment with one press. The invitation, the link and the time stay in step with Zoom.',
    action: 'Sign in to Zoom',
    busy: 'Waiting for the window of Zoom …',
    hint: 'A window of Zoom opens. Your password stays with Zoom.',
  },
  expired: {
    title: 'Sign in again',
    what: 'Your session has ended. Sign in to go on where you were; nothing is lost.',
  },
  offline: {
    title: 'You are offline',
    what: 'This page goes on by itself when the connection is back.',
  },
  failed: 'That did not work',
  noAppointment: {
    title: 'Open an appointment',
    what: 'Zoom meetings can be put on appointments. Open one in your calendar, or make a new one.',
  },
  unsupported: {
    title: 'This Outlook is too old',
    what: 'Zoom meetings need an Outlook with Mailbox 1.4 or later. Update Outlook, or open this appointment in Outlook on the web.',
  },
  reading: {
    title: 'Zoom meeting',
    none: 'No Zoom meeting',
    noneWhat: 'There is no Zoom meeting in this appointment.',
    readOnly: 'You cannot change this appointment here',
    readOnlyWhat:
      'Outlook shows this appointment for reading only, because the appointment was sent or is in a calendar that you cannot write to. Open it for editing to add or change a Zoom meeting.',
  },
  missing: {
    recurrence:
      'This Outlook does not tell whether the appointment repeats. The meeting is made for the time shown.',
    shared: 'This Outlook does not let add-ins keep a sign-in. Every window asks for it again.',
  },
  actions: {
    update: 'Update',
    updateZoom: 'Update Zoom',
    updating: 'Updating …',
    takeOver: 'Take over from Zoom',
    takingOver: 'Taking over …',
    remove: 'Remove',
    removing: 'Removing …',
    undo: 'Undo',
    undoing: 'Bringing it back …',
    repair: 'Repair',
    repairing: 'Repairing …',
    change: 'Change options',
    close: 'Close',
    back: 'Back',
    retry: 'Try again',
  },
  foot: {
    signedInAs: 'Signed in as',
    signOut: 'Sign out',
    settings: 'Settings',
    profile: 'Profile',
  },
  settings: {
    title: 'Settings',
    byItself: 'Update the meeting by itself when the appointment changes',
    byItselfHint: 'Zoom and the invitation follow as soon as you stop changing it. Otherwise you are asked.',
    usual: 'My usual choices',
    usualNone: 'None kept. New meetings follow your settings in Zoom.',
    usualSome_one: '{count} choice is kept for new meetings.',
    usualSome_other: '{count} choices are kept for new meetings.',
    forget: 'Forget my usual choices',
    language: 'Language of invitations',
    followsOutlook: 'As Outlook ({language})',
  },
} as const;
