/** People as Office.js names them. */
import type { Person } from './item';

/** Undefined where Outlook names nobody. */
export function personFrom(details: Office.EmailAddressDetails | null | undefined): Person | undefined {
  return details ? { name: details.displayName ?? '', address: details.emailAddress ?? '' } : undefined;
}

/** Whether this is the person whose mailbox is open. */
export function isMe(person: Person | undefined): boolean {
  const mine = Office.context.mailbox.userProfile?.emailAddress?.toLowerCase() ?? '';
  return mine !== '' && person?.address.toLowerCase() === mine;
}
