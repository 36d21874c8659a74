/** Which unused meetings the person knows of, kept over panes. */
import { noticedMeetings } from '../../src/taskpane/noticed';

function storage() {
  const entries = new Map<string, string>();
  return {
    read: (key: string) => entries.get(key),
    write: (key: string, value: string | undefined) => void entries.set(key, value ?? ''),
  };
}

test('what one pane noticed, the next one knows', () => {
  const kept = storage();
  expect(noticedMeetings(kept).has('81')).toBe(false);
  noticedMeetings(kept).add(['81', '82']);
  noticedMeetings(kept).add(['83']);
  expect(['8', '81', '82', '83'].filter((id) => noticedMeetings(kept).has(id))).toEqual(['81', '82', '83']);
});
test('only the latest are kept, each once', () => {
  const noticed = noticedMeetings(storage());
  const ids = Array.from({ length: 100 }, (_, index) => String(index));
  noticed.add(ids);
  noticed.add(['0']);
  noticed.add(['new']);
  expect(['0', '1', '2', '99', 'new'].filter((id) => noticed.has(id))).toEqual(['0', '2', '99', 'new']);
});
