/** English: the form of meeting options. */

export const options = {
  about: {
    join: 'Who can join',
    sound: 'Sound and picture',
    people: 'People',
    more: 'More',
  },
  locked: {
    policy: 'Set by your administrator',
    zoom: 'Set in Zoom by your account',
  },
  on: 'On',
  off: 'Off',
  keep: 'Keep these as my usual choices',
  keepHint: 'New meetings start with them, in every Outlook that you use.',
  reset: 'Back to my usual choices',
  resetToDefaults: 'Back to the defaults',
  topic: {
    label: 'Topic',
    follows: 'Follows the subject of the appointment.',
    own: 'Follow the subject again',
    empty: 'Zoom meeting',
  },
  passcode: {
    label: 'Passcode',
    left: {
      made: 'Leave it empty and Zoom makes one.',
      unmade: 'Leave it empty and there is none.',
      kept: 'Leave it empty and it stays as it is.',
      none: 'Everybody who has the link can come.',
    },
    none: 'No passcode',
    wrong: 'At most 10 letters, digits or @ - _ *',
    always: 'There is always one. {reason}.',
  },
  personalId: {
    label: 'Use my personal meeting ID',
    hint: 'Everybody who knows {id} can come. Its passcode and waiting room are those of your personal room.',
  },
  waitingRoom: { label: 'Waiting room', hint: 'You let people in one by one.' },
  joinBeforeHost: {
    label: 'People may join before the host',
    waiting: 'While the waiting room is on, people wait there instead.',
  },
  signedInOnly: { label: 'Only people signed in to Zoom' },
  hostVideo: { label: 'Start with my video on' },
  participantVideo: { label: 'Start with video of participants on' },
  audio: {
    label: 'Audio',
    values: { telephone: 'Telephone', computer: 'Computer', both: 'Telephone and computer' },
  },
  muteOnEntry: { label: 'Mute people when they join' },
  recording: {
    label: 'Record automatically',
    values: { none: 'Do not record', local: 'On my computer', cloud: 'In the cloud' },
  },
  alternativeHosts: {
    label: 'Alternative hosts',
    hint: 'People of your organisation who may start the meeting.',
    placeholder: 'Name or address',
    wrong: '{address} is not an e-mail address.',
    remove: 'Remove {address}',
    add: 'Add {address}',
    chosen: 'Chosen alternative hosts',
  },
  scheduleFor: {
    label: 'Schedule for',
    myself: 'Myself',
    hint: 'It becomes the meeting of that person.',
  },
  template: { label: 'Template', none: 'No template' },
  language: { label: 'Language of the invitation', follows: 'As Outlook ({language})' },
} as const;
