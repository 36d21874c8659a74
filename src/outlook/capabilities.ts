/**
 * What this client of Outlook can do, as data: `available`, or `unavailable` with the reason.
 *
 * The set must be claimed and the member must be there. The member alone tells nothing: Office.js gives every member
 * whatever the host can do, and a host on Exchange 2016 or 2019 (Mailbox 1.5) then refuses the call.
 */

export type Capability =
  { readonly status: 'available' } | { readonly status: 'unavailable'; readonly reason: string };

export type CapabilityName =
  'itemId' | 'recurrence' | 'attendees' | 'itemEvents' | 'dialog' | 'notifications' | 'itemChanged';

const composed = () => Office.context.mailbox?.item;

/** Each with the requirement set that introduced it and a look at the member itself. */
const probes: Record<CapabilityName, { readonly set: string; readonly member: () => unknown }> = {
  /** Knowing a saved item's id without saving it. */
  itemId: { set: '1.8', member: () => Office.context.mailbox?.item?.getItemIdAsync },
  /** Knowing whether a written item repeats, and how. */
  recurrence: { set: '1.7', member: () => composed()?.recurrence?.getAsync },
  /** Knowing who is invited to a written item. */
  attendees: { set: '1.1', member: () => composed()?.requiredAttendees?.getAsync },
  /** Hearing of changed times and recurrence. */
  itemEvents: { set: '1.7', member: () => Office.context.mailbox?.item?.addHandlerAsync },
  /** The window that signs in. */
  dialog: { set: '1.4', member: () => Office.context.ui?.displayDialogAsync },
  /** The bar above the item. */
  notifications: {
    set: '1.3',
    member: () => Office.context.mailbox?.item?.notificationMessages?.replaceAsync,
  },
  /** A pinned pane hears of another item being chosen. */
  itemChanged: { set: '1.5', member: () => Office.context.mailbox?.addHandlerAsync },
};

/** Whether this client can do one thing, now, with the item that is open. */
export function capability(name: CapabilityName): Capability {
  if (typeof Office === 'undefined' || !Office.context) {
    return { status: 'unavailable', reason: 'this page is not inside Outlook' };
  }
  const { set, member } = probes[name];
  if (!claimsMailbox(set)) {
    return { status: 'unavailable', reason: `it needs a newer Outlook (Mailbox ${set})` };
  }
  return typeof safely(member) === 'function'
    ? { status: 'available' }
    : { status: 'unavailable', reason: `Outlook has Mailbox ${set}, but not for this item` };
}

/** Whether the add-in works here at all: without the sign-in window nobody comes further. Pane and ribbon ask this. */
export const isSupported = (): boolean => isAvailable('dialog');

export const isAvailable = (name: CapabilityName): boolean => capability(name).status === 'available';

/** Whether the host says that it has a requirement set of the mailbox. */
export const claimsMailbox = (set: string): boolean =>
  safely(() => Office.context.requirements?.isSetSupported('Mailbox', set)) === true;

/** Some hosts throw when a member that they do not have is looked at. */
function safely(look: () => unknown): unknown {
  try {
    return look();
  } catch {
    return undefined;
  }
}
