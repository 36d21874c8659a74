/** Pages of changes that were tampered with. */
import type { Change, ChangePage } from '../../../src/sync/ports';

/** Pages of another side, changed. */
export async function* mapPages<Item>(
  pages: AsyncIterable<ChangePage<Item>>,
  map: (page: ChangePage<Item>, index: number) => ChangePage<Item>,
): AsyncGenerator<ChangePage<Item>> {
  let index = 0;
  for await (const page of pages) {
    yield map(page, index);
    index += 1;
  }
}

/** Changed changes, of which a check has to notice. */
export const mapChanges =
  <Item>(map: (change: Change<Item>, index: number) => readonly Change<Item>[]) =>
  (page: ChangePage<Item>): ChangePage<Item> => ({ ...page, changes: page.changes.flatMap(map) });
