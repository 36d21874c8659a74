/**
 * The identifiers of the embedded profile, made from given random bytes.
 *
 * They look like Outlook's where clients could come to depend on it: an item's id is long, case-sensitive and
 * names its folder in a form nobody should read; its search key is 16 bytes in hexadecimal; its uid has the shape of
 * the global object id that Exchange writes into iCalendar.
 */

/** Gives `count` random bytes; `crypto.randomBytes` in production. */
export type RandomBytes = (count: number) => Uint8Array;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

/** A store's or folder's id: 16 bytes in hexadecimal. */
export function makeContainerId(random: RandomBytes): string {
  return hex(random(16));
}

/** An item's id in one folder: a header, the folder and 16 bytes of its own, in the URL-safe base 64 of Exchange's REST ids. */
export function makeItemId(folderId: string, random: RandomBytes): string {
  const header = Buffer.from([0, 0, 0, 0]);
  return Buffer.concat([header, Buffer.from(folderId, 'hex'), random(16)]).toString('base64url');
}

/** A key for the item's whole life, whatever folder it is in (MAPI's PR_SEARCH_KEY). */
export function makeSearchKey(random: RandomBytes): string {
  return hex(random(16));
}

/** One number for all copies of an appointment (iCalendar's UID); the prefix is that of Outlook's global object ids. */
export function makeUid(random: RandomBytes): string {
  return `040000008200E00074C5B7101A82E008${hex(random(24))}`;
}
