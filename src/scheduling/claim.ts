/**
 * The claim under which an appointment's meeting is made: the same claim never makes a second meeting.
 *
 * A saved item's claim comes from its id, so that two windows on it agree without talking; one that was never saved
 * gets a random one, which is put on the item before Zoom has answered. After the meeting of a claim was deleted,
 * the same claim makes a new one (see `api/backend.ts`), so a claim may be used again.
 */
import type { ComposeAppointment } from '../outlook/item';
import type { Claim } from '../domain/link';
import { fingerprint } from './secrets';

const ITEM_CLAIM = 'item-';

/** The claim of an item that was saved, from its id. */
export const itemClaim = async (savedId: string): Promise<string> =>
  ITEM_CLAIM + (await fingerprint(savedId));

/**
 * Claims of appointments in this frame whose meeting may exist although nothing on the item says so: Outlook
 * refused to keep the claim, or Zoom's answer was lost. The next press goes on under them.
 */
const open = new WeakMap<ComposeAppointment, string>();

export const rememberClaim = (item: ComposeAppointment, claim: string): void => void open.set(item, claim);
export const remembersClaim = (item: ComposeAppointment): boolean => open.has(item);
export const forgetClaim = (item: ComposeAppointment): void => void open.delete(item);

/**
 * The claim for this appointment.
 *
 * @param savedId the item's id where it has one
 * @param found the claim that is on the item
 * @param fresh makes a new random claim
 */
export async function claimFor(
  item: ComposeAppointment,
  savedId: string | undefined,
  found: string | undefined,
  fresh: () => string,
): Promise<string> {
  const own = savedId === undefined ? undefined : await itemClaim(savedId);
  // Copying an item copies its properties: a claim made from another item's id belongs to that one.
  const copied = found?.startsWith(ITEM_CLAIM) === true && own !== undefined && found !== own;
  return (copied ? undefined : found) ?? open.get(item) ?? own ?? fresh();
}

export const claimProperty = (claim: string): Claim => ({ v: 1, state: 'adding', claim });
