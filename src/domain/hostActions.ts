/**
 * Everything that Outlook can fail to do for us, in words that follow "Outlook could not …".
 *
 * A failed host call carries one of these as its `action`; other languages translate the list (`ui/languages`).
 */
export const hostActions = [
  'read the subject of the appointment',
  'read the times of the appointment',
  'read the location of the appointment',
  'read the text of the appointment',
  'read how the appointment repeats',
  'read who is invited',
  'read what the add-in keeps on the appointment',
  'write the subject of the appointment',
  'write the times of the appointment',
  'write the location of the appointment',
  'write the text of the appointment',
  'write how the appointment repeats',
  'save what the add-in keeps on the appointment',
  'tell the id of the appointment',
  'tell when times change',
  'tell when another item is chosen',
  'show a message on the appointment',
  'take a message off the appointment',
  'open the sign-in window',
  'let one window finish first',
  'change the appointment',
] as const;

export type HostAction = (typeof hostActions)[number];

export const isHostAction = (value: unknown): value is HostAction =>
  hostActions.some((action) => action === value);
