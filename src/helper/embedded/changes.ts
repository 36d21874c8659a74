/** What a write means to somebody who follows the profile, and where a follower can go on. Pure. */
import type { Change, FolderKind } from './model';

/** Where an item is, as far as the change log is concerned. */
export interface Place {
  id: string;
  searchKey: string;
  storeId: string;
  folderId: string;
  folderKind: FolderKind;
}

/** A change before the log gave it its sequence. */
export type ChangeDraft = Omit<Change, 'sequence'>;

function draft(kind: Change['kind'], place: Place): ChangeDraft {
  const { storeId, folderId, id, searchKey } = place;
  return { kind, storeId, folderId, itemId: id, searchKey };
}

/**
 * The change between an item's place before a write (null: it did not exist) and after it (null: it is gone).
 * A deletion, by the Deleted Items folder or for good, names the id and folder under which followers knew the item;
 * every other change names where it is now.
 */
export function changeBetween(before: Place, after: null): ChangeDraft;
export function changeBetween(before: Place | null, after: Place): ChangeDraft;
export function changeBetween(before: Place | null, after: Place | null): ChangeDraft | null {
  if (!before) return after && draft('created', after);
  if (!after) return draft('deleted', before);
  if (after.folderId === before.folderId) return draft('updated', after);
  if (after.folderKind === 'deleted-items' && before.folderKind !== 'deleted-items')
    return draft('deleted', before);
  return draft('moved', after);
}

/** The first and the last sequence that the log still holds; both 0 while nothing was ever written. */
export interface LogBounds {
  first: number;
  last: number;
}

/**
 * Whether a follower who has seen everything up to `cursor` can go on from there. It cannot when rows after its
 * cursor were dropped, nor when the log ends before it (the file was replaced by another one).
 */
export function canResume(cursor: number, { first, last }: LogBounds): boolean {
  return cursor <= last && cursor >= Math.max(first - 1, 0);
}

/** A page of the log, or the news that the follower must read everything again and go on from `sequence`. */
export type ChangePage =
  | { kind: 'changes'; changes: Change[]; next: number; more: boolean }
  | { kind: 'start-again'; sequence: number };
