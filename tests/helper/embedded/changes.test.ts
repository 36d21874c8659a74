/** What each write means to a follower, and where a follower can go on. */
import { canResume, changeBetween, type Place } from '../../../src/helper/embedded/changes';

const place = (given: Partial<Place> = {}): Place => ({
  id: 'id',
  searchKey: 'key',
  storeId: 'store',
  folderId: 'calendar',
  folderKind: 'calendar',
  ...given,
});
const binned = place({ id: 'id-2', folderId: 'bin', folderKind: 'deleted-items' });
const elsewhere = place({ id: 'id-3', storeId: 'store-2', folderId: 'calendar-2' });

it.each([
  ['a new item', null, place(), 'created', place()],
  ['a changed item', place(), place(), 'updated', place()],
  ['an item changed in Deleted Items', binned, binned, 'updated', binned],
  ['an item put into another calendar', place(), elsewhere, 'moved', elsewhere],
  ['an item taken back from Deleted Items', binned, place(), 'moved', place()],
  ['an item put into Deleted Items, told by the id that it had', place(), binned, 'deleted', place()],
])('%s', (_name, before, after, kind, told) => {
  const { id: itemId, searchKey, storeId, folderId } = told;
  expect(changeBetween(before, after)).toEqual({ kind, itemId, searchKey, storeId, folderId });
});

it('an item that is gone for good is told by the place that it had', () => {
  expect(changeBetween(binned, null)).toMatchObject({ kind: 'deleted', itemId: 'id-2', folderId: 'bin' });
});

it.each([
  ['nothing was ever written', 0, 0, 0, true],
  ['everything is still kept', 0, 1, 9, true],
  ['the next change is still kept', 4, 5, 9, true],
  ['the next change was dropped', 3, 5, 9, false],
  ['it has seen everything', 9, 5, 9, true],
  ['the log ends before it, so it is another file', 10, 5, 9, false],
  ['the file is new and it is not', 1, 0, 0, false],
])('a follower, when %s', (_name, cursor, first, last, resumes) => {
  expect(canResume(cursor, { first, last })).toBe(resumes);
});
