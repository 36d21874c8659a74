/**
 * The identifiers of the embedded profile, made from given random bytes.
 *
 * They look like Outlook's where clients could come to depend on it: an item's id is long, case-sensitive and
 * names its folder in a form nobody should read; its search key is 16 bytes in hexadecimal; its uid has the shape of
 * the global object id that Exchange writes into iCalendar.
 */

import type { LocalDate } from '../../domain/recurrence';

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

/** Bytes of an item's id: header, folder, own. Those of an occurrence follow it. */
const itemIdLength = 48;
const occurrenceMark = 0x51;

/** An occurrence's id: that of its series, so it changes with it, and the date on which the pattern puts it. */
export function makeOccurrenceId(seriesId: string, originalDate: LocalDate): string {
  const [year = 0, month = 0, day = 0] = originalDate.split('-').map(Number);
  const tail = Buffer.from([occurrenceMark, 0, year >> 8, year & 255, month, day]);
  return seriesId + tail.toString('base64url');
}

/** Series and date of an occurrence's id; undefined for any other id. */
export function splitOccurrenceId(id: string): { seriesId: string; originalDate: LocalDate } | undefined {
  const seriesId = id.slice(0, itemIdLength);
  const [, , high = 0, low = 0, month = 0, day = 0] = Buffer.from(id.slice(itemIdLength), 'base64url');
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  const originalDate = `${pad(high * 256 + low, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return makeOccurrenceId(seriesId, originalDate) === id ? { seriesId, originalDate } : undefined;
}

/** The uid of one occurrence, for people who are invited to it alone: the series' with the date in it. */
export function makeOccurrenceUid(uid: string, originalDate: LocalDate): string {
  const [year = 0, month = 0, day = 0] = originalDate.split('-').map(Number);
  const date = hex(Buffer.from([year >> 8, year & 255, month, day]));
  return `${uid.slice(0, 32)}${date}${uid.slice(40)}`;
}

/** A key for the item's whole life, whatever folder it is in (MAPI's PR_SEARCH_KEY). */
export function makeSearchKey(random: RandomBytes): string {
  return hex(random(16));
}

/** One number for all copies of an appointment (iCalendar's UID); the prefix is that of Outlook's global object ids. */
export function makeUid(random: RandomBytes): string {
  return `040000008200E00074C5B7101A82E008${hex(random(24))}`;
}
