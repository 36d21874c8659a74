/** English: settings as a file, and where the members come from. */

export const files = {
  title: 'Import and export',
  export: {
    title: 'Export',
    text: 'All settings of the account and its groups as a file, without any member’s data.',
    action: 'Export settings',
    done: 'The file was handed to your browser.',
  },
  import: {
    title: 'Import',
    text: 'A file that was exported here, or in another account. It is looked at first; nothing is applied before you say so.',
    choose: 'Choose a file',
    checking: 'Looking at the file …',
    wrong_one: '{count} thing is wrong with {file}. Nothing was applied.',
    wrong_other: '{count} things are wrong with {file}. Nothing was applied.',
    'not-json': '{file} cannot be read: it is not a JSON file. Nothing was applied.',
    'too-large': '{file} is too large for a file of settings. Nothing was applied.',
    good: '{file} can be applied. This is what it changes:',
    same: '{file} can be applied, but it changes nothing.',
    whole: 'The whole file',
    where: 'Where',
    what: 'What is wrong',
    apply: 'Apply the file',
    cancel: 'Do not apply',
    done: 'The file was applied.',
    checked: 'Nothing is wrong with the file.',
    refused: 'The file cannot be applied.',
  },
  people: {
    title: 'Members',
    sources: {
      'signed-in': 'Known are only those who signed in here.',
      zoom: 'Members, groups and roles come from Zoom.',
      list: 'Members, groups and roles come from an imported list.',
    },
    count_one: '{count} member',
    count_other: '{count} members',
    asOf: 'As of {when}',
    refresh: 'Ask Zoom again',
    refreshHint: 'Zoom answers where its app has the permission of an administrator.',
    bring: 'Import a list',
    bringHint:
      'A JSON file: “people” with address, name, role and groups of everybody. Who is not in it is no longer a member.',
    report: 'Members: {members}, groups: {groups}, administrators: {admins}, no longer found: {removed}.',
    refused: 'The list was not applied.',
  },
} as const;
